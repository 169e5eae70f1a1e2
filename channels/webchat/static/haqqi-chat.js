/*
 * <haqqi-chat>: Haqqi's web chat in one script without dependencies.
 *
 * Written in ES2017 with Shadow DOM v1 and a linked stylesheet, so that it runs on phones of 2017 and under
 * `default-src 'self'`. Wording: words.json. Everything that comes from people or from the server becomes text
 * through textContent, never HTML. On a page of another origin the element opens our own page in a frame.
 */
(function () {
  "use strict";

  const SCRIPT = document.currentScript.src;
  const ORIGIN = new URL(SCRIPT).origin;
  const API = ORIGIN + "/channels/webchat/";
  const STORE = "haqqi-chat";
  const MAX_TEXT = 1000; // characters
  const GIVE_UP = 45000; // ms for one request; a 2G line needs several seconds
  const SLOW = 8000; // ms after which the person is told that the line is slow
  const MAX_FILES = 3;
  const MAX_FILE = 5000000; // bytes, as on the server
  const SMALL_FILE = 500000; // bytes; a photo beyond it is made smaller
  const LONGEST_SIDE = 2000; // pixels: print on a page stays readable
  const FILE_KINDS = ["image/jpeg", "image/png", "application/pdf"];
  const UPLOAD_GIVE_UP = 300000; // ms
  const POLL_EVERY = 3000; // ms
  const POLL_FOR = 120000; // ms
  const RETRY_AFTER = [3000, 6000, 12000, 30000, 60000]; // ms, the last one repeats
  const NEVER = new Promise(() => {});

  const FOOTER_SITES = ["rnp.ma", "rsu.ma", "cnss.ma"];
  // No look-behind: old browsers lack it. U+2066-2069 and U+200E/F are the isolation marks around inserted values.
  const OFFICIAL = new RegExp(
    "(^|[\\s\\u2066-\\u2069\\u200e\\u200f(\\[\"'«،؛,:;])" +
      "((?:https?:\\/\\/)?((?:www\\.)?(?:rnp|rsu|asd|anss\\.gov|cnss|macnss|damancom|chikaya)\\.ma)" +
      "(\\/(?:[\\w\\-./%?=&#]*[\\w\\-/%=&#])?)?)(?![\\w@-]|\\.\\w|:\\d)",
    "gi"
  );

  // ---------------------------------------------------------------- small tools

  /** An element with attributes and children (text or nodes). */
  function make(tag, attributes, children) {
    const node = document.createElement(tag);
    for (const name of Object.keys(attributes || {})) node.setAttribute(name, attributes[name]);
    for (const child of children || []) node.append(child);
    return node;
  }

  function randomId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  /** One request: {status, body}; status 0 when the line failed, took too long or answered no JSON. */
  async function request(path, options, patience) {
    const abort = window.AbortController ? new AbortController() : null;
    let timer;
    const tooLong = new Promise((_resolve, reject) => {
      timer = setTimeout(() => {
        if (abort) abort.abort();
        reject(new Error("timeout"));
      }, patience || GIVE_UP);
    });
    const exchange = async () => {
      const settings = { cache: "no-store", credentials: "same-origin", signal: abort ? abort.signal : undefined };
      const response = await fetch(path, Object.assign(settings, options));
      return { status: response.status, body: response.ok ? await response.json() : null };
    };
    try {
      return await Promise.race([exchange(), tooLong]);
    } catch (error) {
      return { status: 0, body: null };
    } finally {
      clearTimeout(timer);
    }
  }

  function post(path, body) {
    const headers = { "Content-Type": "application/json" };
    return request(API + path, { method: "POST", headers, body: JSON.stringify(body) });
  }

  /** Sends a form and tells how far it is: fetch() can't. `{http, answer}`; the answer is as that of request(). */
  function upload(path, token, form, onProgress) {
    const http = new XMLHttpRequest();
    http.open("POST", API + path);
    http.setRequestHeader("Authorization", "Bearer " + token);
    http.timeout = UPLOAD_GIVE_UP;
    http.responseType = "json";
    http.upload.onprogress = (event) => onProgress(event.loaded / event.total);
    const answer = new Promise((resolve) => {
      http.onloadend = () => {
        const { status, response } = http;
        resolve({ status: status === 200 && !response ? 0 : status, body: response });
      };
    });
    http.send(form);
    return { http, answer };
  }

  /** A photo made small enough for a slow line, and free of the place where it was taken; else the file as it is. */
  async function shrink(file) {
    const known = FILE_KINDS.includes(file.type);
    if (known && (file.size < SMALL_FILE || file.type.startsWith("app"))) return file;
    try {
      const photo = await createImageBitmap(file, { imageOrientation: "from-image" });
      const scale = Math.min(1, LONGEST_SIDE / Math.max(photo.width, photo.height));
      const [width, height] = [photo.width, photo.height].map((side) => Math.round(side * scale));
      const canvas = make("canvas", { width, height });
      const pen = canvas.getContext("2d");
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, width, height);
      pen.drawImage(photo, 0, 0, width, height);
      const small = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.8));
      return small && (small.size < file.size || !known) ? small : file;
    } catch (error) {
      return file; // no photo, or an old browser
    }
  }

  /** What outlives a reload of this tab: conversation, variety, unsent messages. */
  const memory = {
    read() {
      try {
        return JSON.parse(sessionStorage.getItem(STORE)) || {};
      } catch (error) {
        return {};
      }
    },
    write(state) {
      try {
        if (state) sessionStorage.setItem(STORE, JSON.stringify(state));
        else sessionStorage.removeItem(STORE);
      } catch (error) {
        // Storage is refused (private mode, third-party frame): the conversation then lives as long as the page.
      }
    },
  };

  // ---------------------------------------------------------------- the conversation

  /**
   * Sends, fetches and polls, one request at a time: unsent messages first, then the history after a reload, then the
   * answer that is pending. A message keeps its message_id until the server has answered it, so nothing is lost and
   * nothing counts twice.
   */
  class Conversation {
    constructor(view, state) {
      this.view = view;
      this.id = state.id || "";
      this.token = state.token || "";
      this.outbox = state.outbox || [];
      this.stale = Boolean(this.id);
      this.pending = false;
      this.missed = false;
      this.pollUntil = 0;
      this.nextPoll = 0;
      this.lastId = "";
      this.seen = new Set();
      this.tries = 0;
      this.working = false;
      this.over = false;
    }

    start() {
      for (const item of this.outbox) this.view.addUnsent(item);
      return this.work();
    }

    /** The person says `text`, or sends `files`; `shown` is what their bubble shows (the label of a choice). */
    say(text, shown, files) {
      const item = { message_id: randomId(), text, shown: shown || text, files };
      this.outbox.push(item);
      this.save();
      this.view.addUnsent(item);
      return this.work();
    }

    hurry() {
      this.tries = 0;
      return this.work();
    }

    end() {
      this.over = true;
      clearTimeout(this.timer);
      if (this.uploading) this.uploading.abort();
      memory.write(null);
    }

    /** Files can't be kept over a reload: the page asks before it leaves. */
    get holdsFiles() {
      return this.outbox.some((item) => item.files);
    }

    save() {
      const outbox = this.outbox.filter((item) => !item.files);
      memory.write({ id: this.id, token: this.token, outbox, variety: this.view.variety });
    }

    async work() {
      if (this.working || this.over) return;
      this.working = true;
      clearTimeout(this.timer);
      try {
        let more = true;
        while (more) more = await this.step();
      } finally {
        this.working = false;
      }
    }

    step() {
      const next = this.outbox[0];
      this.view.showTyping(this.pending || Boolean(next && !next.files && this.tries === 0));
      if (next) return this.send(next);
      if (this.stale) return this.restore();
      if (this.pending) return this.poll();
      return false;
    }

    later(ms) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.work(), ms);
      return false;
    }

    retryLater() {
      const ms = RETRY_AFTER[Math.min(this.tries, RETRY_AFTER.length - 1)];
      this.tries += 1;
      return this.later(ms);
    }

    /** An answer that arrives after the conversation was ended is never looked at: the promise stays open. */
    async unlessOver(answer) {
      const result = await answer;
      return this.over ? NEVER : result;
    }

    async open() {
      if (this.id) return true;
      const { status, body } = await this.unlessOver(post("conversations", {}));
      if (status !== 201) return false;
      this.id = body.id;
      this.token = body.token;
      this.save();
      return true;
    }

    forget() {
      this.id = this.token = this.lastId = "";
      this.stale = this.pending = false;
      this.save();
    }

    async send(item) {
      this.view.markSending(item);
      if (!(await this.open())) return this.notSent();
      const { id, token } = this;
      const message = { id, token, text: item.text, message_id: item.message_id };
      const { status, body } = await this.unlessOver(item.files ? this.sendFiles(item) : post("messages", message));
      if (status === 200) return this.sent(item, body);
      if (status === 404 && !item.renewed) {
        item.renewed = true;
        this.forget();
        return true;
      }
      const final = [400, 413, 422].concat(item.files ? [403, 429] : []);
      return final.includes(status) ? this.refused(item, status) : this.notSent();
    }

    sendFiles(item) {
      const form = new FormData();
      form.append("message_id", item.message_id);
      form.append("variety", this.view.variety);
      for (const file of item.files) form.append("files", file, "paper");
      const path = "conversations/" + this.id + "/files";
      const { http, answer } = upload(path, this.token, form, (share) => this.view.showProgress(item, share));
      this.uploading = http;
      return answer;
    }

    sent(item, body) {
      this.tries = 0;
      this.outbox.shift();
      this.view.markSent(item);
      this.take(body);
      if (this.missed) this.stale = true;
      this.missed = false;
      return true;
    }

    refused(item, status) {
      this.outbox.shift();
      this.save();
      const reasons = item.files ? { 413: "file_large", 429: "files_often" } : { 413: "too_long" };
      this.view.markRefused(item, reasons[status] || (item.files ? "file_kind" : "refused"));
      return true;
    }

    notSent() {
      for (const item of this.outbox) {
        item.renewed = false;
        this.view.markUnsent(item);
      }
      this.view.showTyping(false);
      return this.retryLater();
    }

    history(after, patience) {
      const query = "messages?id=" + encodeURIComponent(this.id) + (after ? "&after=" + encodeURIComponent(after) : "");
      const answer = request(API + query, { headers: { Authorization: "Bearer " + this.token } }, patience);
      return this.unlessOver(answer);
    }

    async restore() {
      const { status, body } = await this.history("");
      if (status === 404) {
        this.forget();
        return true;
      }
      if (status !== 200) {
        this.view.showNotice("no_history", "retry", () => this.hurry());
        return this.retryLater();
      }
      this.tries = 0;
      this.stale = false;
      this.seen = new Set(this.view.redraw(body.messages || []).map((message) => message.id));
      this.take(body);
      for (const item of this.outbox) this.view.addUnsent(item);
      return true;
    }

    async poll() {
      const now = Date.now();
      if (now > this.pollUntil) {
        this.pending = false;
        this.missed = true;
        this.view.showNotice("late", "look", () => this.waitForAnswer());
        return true;
      }
      if (now < this.nextPoll) return this.later(this.nextPoll - now);
      const { status, body } = await this.history(this.lastId, POLL_EVERY * 3);
      this.nextPoll = Date.now() + POLL_EVERY;
      if (status === 404) this.forget();
      if (status === 200) this.take(body);
      return true;
    }

    waitForAnswer() {
      this.pending = true;
      this.missed = false;
      this.pollUntil = Date.now() + POLL_FOR;
      return this.work();
    }

    /** Shows what is new in an answer and notes whether more is to come. */
    take(body) {
      const messages = body.messages || [];
      const fresh = messages.filter((message) => !this.seen.has(message.id));
      for (const message of messages) this.seen.add(message.id);
      if (messages.length) this.lastId = messages[messages.length - 1].id;
      if (body.variety) this.view.speak(body.variety);
      this.view.addAnswers(fresh.filter((message) => message.from !== "person"));
      if (body.pending && !this.pending) {
        this.pollUntil = Date.now() + POLL_FOR;
        this.nextPoll = Date.now() + POLL_EVERY;
      }
      this.pending = Boolean(body.pending);
      this.save();
    }
  }

  // ---------------------------------------------------------------- what is seen

  const SKELETON = `
    <div class="chat" part="chat">
      <header>
        <img src="${ORIGIN}/static/webchat/logo.svg" alt="" width="40" height="40">
        <div class="name">
          <h1><span lang="fr" dir="ltr">Haqqi</span> <span lang="ar" dir="rtl">حقي</span></h1>
          <p data-text="tagline"></p>
        </div>
        <button type="button" class="end" data-text="end"></button>
      </header>
      <div class="log" role="log" aria-live="polite" tabindex="0" data-label="log">
        <div class="welcome"></div>
        <div class="turns"></div>
        <div class="typing" aria-hidden="true" hidden><i></i><i></i><i></i></div>
      </div>
      <p class="status unseen" role="status"></p>
      <form novalidate>
        <p class="warning" id="warning" role="status"></p>
        <label class="unseen" for="field" data-text="field"></label>
        <textarea id="field" rows="1" autocomplete="off" enterkeyhint="send" aria-describedby="warning"></textarea>
        <button type="button" class="attach" data-label="attach">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M9 4 7 7H2v13h20V7h-5l-2-3zm3 4.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z"/>
          </svg>
        </button>
        <input type="file" accept="${FILE_KINDS}" multiple hidden>
        <button type="submit" data-label="send"></button>
      </form>
      <footer><span data-text="footer"></span> <span class="sites"></span></footer>
    </div>`;

  /** `text` as nodes in which the official addresses, and no others, are links. */
  function withLinks(text, words) {
    const nodes = [];
    let done = 0;
    text.replace(OFFICIAL, (_all, before, address, host, path, at) => {
      const start = at + before.length;
      nodes.push(...whole(text.slice(done, start)), link(host, path, address, words));
      done = start + address.length;
    });
    nodes.push(...whole(text.slice(done)));
    return nodes;
  }

  /** `text` with its references unbroken. */
  function whole(text) {
    return text.split(/(RE[VC]-[\d-]+)/).map((part, at) => (at % 2 ? make("bdi", {}, [part]) : part));
  }

  function link(host, path, shown, words) {
    const href = "https://" + host.toLowerCase() + (path || "");
    const note = make("span", { class: "unseen", dir: words.dir }, [" " + words.new_page]);
    return make("a", { href, dir: "ltr", target: "_blank", rel: "noopener noreferrer" }, [shown, note]);
  }

  /** Draws the chat in a shadow root; `act` holds what the person can do: say, send, hurry, end. */
  class View {
    constructor(root, words, act) {
      this.words = words;
      this.act = act;
      this.bubbles = new Map();
      const shell = document.createElement("template");
      shell.innerHTML = SKELETON;
      root.append(shell.content);
      for (const name of ["chat", "log", "welcome", "turns", "typing", "status", "warning", "end", "attach"]) {
        this[name] = root.querySelector("." + name);
      }
      this.form = root.querySelector("form");
      this.field = root.querySelector("textarea");
      this.picker = root.querySelector("input");
      this.root = root;
      const sites = root.querySelector(".sites");
      for (const site of FOOTER_SITES) sites.append(link(site, "", site, words.fr));
      this.listen();
    }

    // -- language

    /** The interface follows the variety of the conversation. */
    speak(variety) {
      if (!this.words[variety] || variety === this.variety) return;
      this.variety = variety;
      const words = this.spoken;
      this.chat.lang = variety;
      this.chat.dir = words.dir;
      for (const node of this.root.querySelectorAll("[data-text]")) node.textContent = words[node.dataset.text];
      for (const node of this.root.querySelectorAll("[data-label]")) {
        node.setAttribute("aria-label", words[node.dataset.label]);
      }
      this.field.placeholder = words.placeholder;
      this.attach.title = words.attach;
      this.fieldChanged();
    }

    get spoken() {
      return this.words[this.variety];
    }

    // -- first view

    greet() {
      const varieties = Object.keys(this.words);
      const said = (variety, key, tag) =>
        make(tag, { lang: variety, dir: this.words[variety].dir }, [this.words[variety][key]]);
      const examples = make("div", { class: "examples", role: "group", "data-label": "examples" });
      for (const variety of varieties) examples.append(this.exampleButton(said(variety, "example", "button")));
      this.welcome.textContent = "";
      this.welcome.append(
        make("div", { class: "greetings" }, varieties.map((variety) => said(variety, "greeting", "p"))),
        examples,
        make("div", { class: "safety" }, ["ary", "fr"].map((variety) => said(variety, "safety", "p")))
      );
      examples.setAttribute("aria-label", this.spoken.examples);
    }

    exampleButton(button) {
      button.type = "button";
      button.addEventListener("click", () => this.act.say(button.textContent));
      return button;
    }

    /** Example questions and old choices go once something newer is said; the focus must not go with them. */
    remove(nodes) {
      const active = this.root.activeElement;
      for (const node of nodes) {
        if (node.contains(active)) this.log.focus();
        node.remove();
      }
    }

    // -- turns

    turn(from, text, message) {
      const variety = this.words[message.variety] ? message.variety : "";
      const words = this.words[variety] || this.spoken;
      const dir = from === "person" ? "auto" : message.direction || words.dir;
      const whole = variety === "fr" ? text.replace(/ ([?!:;»])/g, "\u00a0$1") : text;
      const body = make("p", { class: "text", dir }, from === "haqqi" ? withLinks(whole, words) : [whole]);
      if (variety) body.lang = variety;
      const sender = make("span", { class: "unseen", lang: variety || this.variety }, [words[from]]);
      const bubble = make("div", { class: "bubble" }, [sender, body]);
      const turn = make("div", { class: "turn " + from }, [bubble]);
      this.turns.append(turn);
      this.chat.classList.add("talking");
      return turn;
    }

    addUnsent(item) {
      this.remove(this.root.querySelectorAll(".examples, .choices, .notice"));
      const turn = this.turn("person", item.shown, {});
      this.bubbles.set(item.message_id, turn);
      this.scrollTo(turn);
    }

    addAnswers(messages) {
      if (!messages.length) return;
      this.remove(this.root.querySelectorAll(".choices, .notice"));
      const turns = messages.map((message) => this.addAnswer(message));
      const question = turns[0].previousElementSibling;
      this.scrollTo(question && question.classList.contains("person") ? question : turns[0]);
    }

    addAnswer(message) {
      const turn = this.turn("haqqi", message.text, message);
      if (message.choices && message.choices.length) {
        this.remove(this.root.querySelectorAll(".choices"));
        turn.append(this.choices(message));
      }
      return turn;
    }

    choices(message) {
      const words = this.words[message.variety] || this.spoken;
      const group = make("div", { class: "choices", role: "group", "aria-label": words.choices, dir: words.dir });
      if (this.words[message.variety]) group.lang = message.variety;
      for (const { number, label } of message.choices) {
        const button = make("button", { type: "button" }, [make("b", {}, [number]), " ", make("span", {}, [label])]);
        button.addEventListener("click", () => this.act.say(number, label));
        group.append(button);
      }
      return group;
    }

    /** The conversation as the server knows it, up to what the person said last; gives back what was drawn. */
    redraw(messages) {
      this.log.setAttribute("aria-busy", "true");
      this.turns.textContent = "";
      this.bubbles.clear();
      if (messages.length) this.remove(this.root.querySelectorAll(".examples"));
      const old = messages.slice(0, messages.map((message) => message.from).lastIndexOf("person") + 1);
      let choices = [];
      for (const message of old) {
        const chosen = choices.find((choice) => choice.number === message.text);
        const said = message.files ? this.papers(message.files) : message.text;
        if (message.from === "person") this.turn("person", chosen ? chosen.label : said, message);
        else this.turn("haqqi", message.text, message);
        choices = message.from === "person" ? [] : message.choices || choices;
      }
      setTimeout(() => this.log.removeAttribute("aria-busy"), 0);
      return old;
    }

    /** What stands for files that were sent. */
    papers(count) {
      return this.spoken.paper + (count > 1 ? " ×" + count : "");
    }

    // -- state of a message

    mark(item, key, button) {
      const turn = this.bubbles.get(item.message_id);
      if (!turn) return;
      this.remove(turn.querySelectorAll(".state"));
      clearTimeout(turn.slowTimer);
      if (!key) return;
      const state = make("div", { class: "state " + key }, [make("span", {}, [this.spoken[key]]), button || ""]);
      turn.append(state);
      this.scrollTo(turn);
    }

    /** During a retry by itself "not sent" stays: taking it away and back would be read aloud each time. */
    markSending(item) {
      const turn = this.bubbles.get(item.message_id);
      if (turn && !turn.querySelector(".unsent")) turn.slowTimer = setTimeout(() => this.mark(item, "slow"), SLOW);
    }

    /** Only once something has left: without a line, "not sent" stays. */
    showProgress(item, share) {
      const turn = this.bubbles.get(item.message_id);
      if (!turn) return;
      const bar = turn.querySelector("progress");
      if (bar) bar.value = share;
      else this.mark(item, "sending", make("progress", { "aria-label": this.spoken.sending, value: share }));
    }

    markSent(item) {
      this.mark(item);
      this.bubbles.delete(item.message_id);
    }

    markUnsent(item) {
      const turn = this.bubbles.get(item.message_id);
      if (!turn || turn.querySelector(".unsent")) return;
      const again = make("button", { type: "button" }, [this.spoken.resend]);
      again.addEventListener("click", () => {
        this.remove(this.root.querySelectorAll(".unsent"));
        this.act.hurry();
      });
      this.mark(item, "unsent", again);
    }

    markRefused(item, key) {
      this.mark(item, key);
      if (this.field.value || item.files) return;
      this.field.value = item.text;
      this.fieldChanged();
    }

    showNotice(key, buttonKey, action) {
      if (this.root.querySelector(".notice." + key)) return;
      this.remove(this.root.querySelectorAll(".notice"));
      const button = make("button", { type: "button" }, [this.spoken[buttonKey]]);
      const notice = make("div", { class: "notice " + key }, [make("span", {}, [this.spoken[key]]), button]);
      button.addEventListener("click", () => {
        this.remove([notice]);
        action();
      });
      this.turns.append(notice);
      this.scrollTo(notice);
    }

    showTyping(on) {
      if (this.typing.hidden !== on) return;
      this.typing.hidden = !on;
      this.status.textContent = on ? this.spoken.typing : "";
      if (on && this.turns.lastElementChild) this.scrollTo(this.turns.lastElementChild);
    }

    /** Scrolls down as far as possible without pushing the beginning of `turn` out of sight. */
    scrollTo(turn) {
      turn.scrollIntoView(true);
    }

    // -- the form

    listen() {
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.submit();
      });
      this.field.addEventListener("input", () => this.fieldChanged());
      this.field.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
        event.preventDefault();
        this.submit();
      });
      this.attach.addEventListener("click", () => this.picker.click());
      this.picker.addEventListener("change", () => this.sendFiles(Array.from(this.picker.files)));
      this.end.addEventListener("click", () => this.askEnd());
      this.end.addEventListener("blur", () => this.sure(false));
    }

    get tooLong() {
      return Array.from(this.field.value.trim()).length > MAX_TEXT;
    }

    fieldChanged() {
      const { field } = this;
      // An empty field with dir=auto is left-to-right in every browser, placeholder included.
      field.dir = field.value ? "auto" : this.spoken.dir;
      field.rows = 1;
      while (field.scrollHeight > field.clientHeight + 2 && field.rows < 4) field.rows += 1;
      const warning = this.tooLong ? this.spoken.too_long : "";
      if (this.warning.textContent !== warning) this.warning.textContent = warning;
      field.setAttribute("aria-invalid", String(this.tooLong));
    }

    submit() {
      const text = this.field.value.trim();
      this.field.focus();
      if (!text || this.tooLong) return;
      this.field.value = "";
      this.fieldChanged();
      this.act.say(text);
    }

    async sendFiles(chosen) {
      this.picker.value = ""; // the same file may be chosen again
      const files = chosen.length > MAX_FILES ? [] : await Promise.all(chosen.map(shrink));
      const problem =
        (chosen.length > MAX_FILES && "files_many") ||
        (files.some((file) => file.type && !FILE_KINDS.includes(file.type)) && "file_kind") ||
        (files.some((file) => file.size > MAX_FILE) && "file_large");
      this.warning.textContent = problem ? this.spoken[problem] : "";
      if (files.length && !problem) this.act.send(this.papers(files.length), files);
    }

    // -- the end of the conversation on a shared device

    /** Two presses: erasing must not happen by accident. */
    askEnd() {
      if (this.end.dataset.text === "end") {
        this.sure(true);
        return;
      }
      this.sure(false);
      this.turns.textContent = "";
      this.bubbles.clear();
      this.chat.classList.remove("talking");
      this.greet();
      this.showTyping(false);
      this.status.textContent = this.spoken.ended;
      this.act.end();
      this.log.focus();
    }

    sure(on) {
      this.end.dataset.text = on ? "end_sure" : "end";
      this.end.textContent = this.spoken[this.end.dataset.text];
      if (on) this.status.textContent = this.spoken.end_hint;
    }
  }

  // ---------------------------------------------------------------- the element

  function firstVariety(remembered) {
    const asked = (navigator.languages || [navigator.language || ""]).map((tag) => tag.slice(0, 2).toLowerCase());
    return remembered || { ar: "ary", fr: "fr" }[asked.find((tag) => tag === "ar" || tag === "fr")] || "ary";
  }

  /** The wording; asked for again until the line lets it through. */
  async function loadWords() {
    for (let tries = 0; ; tries += 1) {
      const { status, body } = await request(ORIGIN + "/static/webchat/words.json", { cache: "default" });
      if (status === 200) return body;
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER[Math.min(tries, RETRY_AFTER.length - 1)]));
    }
  }

  /** The stylesheet as a link: constructable stylesheets are too young for old phones, inline ones break the CSP. */
  function addStyles(root) {
    const styles = make("link", { rel: "stylesheet", href: ORIGIN + "/static/webchat/haqqi-chat.css" });
    const settled = new Promise((resolve) => {
      styles.onload = styles.onerror = resolve;
    });
    root.append(styles);
    return settled;
  }

  class HaqqiChat extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      if (ORIGIN === location.origin) this.open();
      else this.openFrame();
    }

    /** Personal answers exist only inside our own origin. */
    openFrame() {
      const root = this.attachShadow({ mode: "open" });
      addStyles(root);
      root.append(make("iframe", { src: ORIGIN + "/", title: "Haqqi حقي" }));
    }

    async open() {
      const words = await loadWords();
      const state = memory.read();
      const root = this.attachShadow({ mode: "open" });
      const styled = addStyles(root);
      let conversation;
      const view = new View(root, words, {
        say: (text, shown) => conversation.say(text, shown),
        send: (shown, files) => conversation.say("", shown, files),
        hurry: () => conversation.hurry(),
        end: () => {
          conversation.end();
          conversation = new Conversation(view, {});
        },
      });
      view.chat.hidden = true;
      view.speak(firstVariety(state.variety));
      view.greet();
      await styled;
      view.chat.hidden = false;
      view.fieldChanged();
      conversation = new Conversation(view, state);
      window.addEventListener("online", () => conversation.hurry());
      window.addEventListener("beforeunload", (event) => {
        if (!conversation.holdsFiles) return;
        event.preventDefault();
        event.returnValue = true;
      });
      conversation.start();
    }
  }

  if (window.customElements) customElements.define("haqqi-chat", HaqqiChat);
})();
