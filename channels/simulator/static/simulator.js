/* The phone simulator (development only): demo people on one side, the messages of a phone on the other. */
(function () {
  "use strict";

  const POLL_EVERY = 1000; // ms, while the page is visible
  const find = (id) => document.getElementById(id);
  const thread = find("thread");
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Africa/Casablanca" });
  const shown = new Map(); // message id -> its line of state
  let phone = "";
  let channel = "sms";
  let asking = false;

  function make(tag, attributes, children) {
    const node = document.createElement(tag);
    for (const name of Object.keys(attributes || {})) node.setAttribute(name, attributes[name]);
    for (const child of children || []) node.append(child);
    return node;
  }

  function button(label, action, attributes) {
    const node = make("button", Object.assign({ type: "button" }, attributes), [label]);
    node.addEventListener("click", action);
    return node;
  }

  /** JSON of an answer; a problem+json answer or a dead line becomes an Error with a sentence. */
  async function ask(path, options) {
    const response = await fetch("/simulator/" + path, Object.assign({ cache: "no-store" }, options)).catch(() => null);
    if (!response) throw new Error("The service does not answer.");
    const body = await response.json().catch(() => ({}));
    if (!response.ok) throw new Error([body.title || "Error " + response.status, body.detail].filter(Boolean).join(" "));
    return body;
  }

  /** Changes the text only when it differs, so that a screen reader does not repeat it each second. */
  function say(id, text) {
    if (find(id).textContent !== text) find(id).textContent = text;
  }

  // ---------------------------------------------------------------- people

  async function loadPeople() {
    try {
      const people = await ask("people");
      find("people").append(...people.map(card));
      countPeople();
    } catch (error) {
      say("found", error.message);
    }
  }

  function card(person) {
    const facts = make("dl", {}, [
      ...fact("Phone", person.phone || "none on record"),
      ...fact("IDCS", insertButton(person.idcs, "IDCS")),
      ...fact("Born", insertButton(person.birth_date, "birth date")),
      ...fact("Score", person.score === null || person.score === undefined ? "none" : String(person.score)),
    ]);
    const name = make("h3", {}, [make("bdi", {}, [person.name])]);
    const card = make("li", { "data-phone": person.phone || "" }, [name, facts]);
    if (person.phone) {
      const label = "Use this phone: " + person.name;
      card.append(button("Use this phone", () => open(person.phone), { "aria-label": label }));
    }
    if (person.special) name.after(make("p", { class: "special" }, [make("bdi", {}, [person.special])]));
    return card;
  }

  function fact(name, value) {
    return [make("dt", {}, [name]), make("dd", {}, [value])];
  }

  function insertButton(value, name) {
    return button(value, () => insert(value), { class: "insert", "aria-label": "Put the " + name + " " + value + " into the message" });
  }

  function insert(value) {
    const field = find("text");
    field.setRangeText(value, field.selectionStart, field.selectionEnd, "end");
    field.focus();
  }

  function countPeople() {
    const wanted = find("filter").value.trim().toLowerCase();
    const cards = Array.from(find("people").children);
    for (const card of cards) card.hidden = !card.textContent.toLowerCase().includes(wanted);
    say("found", cards.filter((card) => !card.hidden).length + " of " + cards.length + " people");
  }

  // ---------------------------------------------------------------- the phone

  /** Opens a phone's thread; the number stays in the address, so that a reload comes back to it. */
  function open(number) {
    phone = number.replace(/[\s.-]/g, "");
    find("number").value = phone;
    for (const card of find("people").children) card.classList.toggle("chosen", card.dataset.phone === phone);
    history.replaceState(null, "", "#" + phone);
    shown.clear();
    thread.textContent = "";
    say("problem", "");
    refresh();
  }

  async function refresh() {
    if (!phone || asking || document.visibilityState !== "visible") return;
    asking = true;
    const asked = phone + channel;
    try {
      const { messages } = await ask("messages?channel=" + channel + "&phone=" + encodeURIComponent(phone));
      if (asked === phone + channel) draw(messages);
      if (find("problem").dataset.from === "refresh") complain("", "");
    } catch (error) {
      complain(error.message, "refresh");
    }
    asking = false;
  }

  function complain(text, from) {
    find("problem").dataset.from = from;
    say("problem", text);
  }

  function draw(messages) {
    const fresh = messages.filter((message) => !shown.has(message.id));
    for (const message of messages) {
      if (!shown.has(message.id)) add(message);
      const state = shown.get(message.id);
      const line = stateOf(message);
      if (state.textContent !== line) state.textContent = line;
    }
    if (fresh.length) thread.scrollTop = thread.scrollHeight;
  }

  function add(message) {
    const mine = message.from === "phone";
    const state = make("p", { class: "state" });
    const sender = make("span", { class: "unseen" }, [mine ? "This phone:" : "Haqqi:"]);
    // Each line takes its own direction, as on a phone; `unicode-bidi: plaintext` muddles digits after an Arabic line.
    const lines = message.text.split("\n").map((line) => make("span", { dir: "auto" }, [line]));
    const text = make("p", { class: "text" }, lines);
    const buttons = (message.choices || []).map((choice) =>
      button(choice.label, () => send({ text: choice.label, choice: choice.question }), { dir: "auto" }));
    const choices = make("p", { class: "choices" }, buttons);
    thread.append(make("div", { class: mine ? "sms mine" : "sms" }, [sender, text, ...(buttons.length ? [choices] : []), state]));
    shown.set(message.id, state);
  }

  /** E.g. "14:05 · 2 parts · UCS-2 · delivered · code". */
  function stateOf(message) {
    const time = clock.format(new Date(message.at));
    if (message.from === "phone") return time;
    if (channel === "whatsapp") return [time, message.status, message.message_class].join(" · ");
    const parts = message.segments === 1 ? "1 part" : message.segments + " parts";
    return [time, parts, message.encoding, message.status, message.message_class].filter(Boolean).join(" · ");
  }

  async function write() {
    const field = find("text");
    const text = field.value.trim();
    field.focus();
    if (phone && !text) return;
    if (phone) field.value = "";
    if (!(await send({ text })) && !field.value) field.value = text;
  }

  /** Sends a message with what comes beside its text; whether it was taken. */
  async function send(message) {
    if (!phone) complain("Pick a person or open a phone number first.", "send");
    if (!phone) return false;
    try {
      const headers = { "Content-Type": "application/json" };
      const body = JSON.stringify(Object.assign({ phone }, channel === "sms" ? {} : { channel }, message));
      await ask("messages", { method: "POST", headers, body });
      complain("", "");
      refresh();
      return true;
    } catch (error) {
      complain(error.message, "send");
      return false;
    }
  }

  function choose(name) {
    channel = name;
    find("beside").hidden = name !== "whatsapp";
    if (phone) open(phone);
  }

  // ---------------------------------------------------------------- start

  find("number-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (!find("number").value.trim()) return;
    open(find("number").value);
    find("text").focus();
  });
  find("sms-form").addEventListener("submit", (event) => {
    event.preventDefault();
    write();
  });
  for (const radio of document.getElementsByName("channel")) radio.addEventListener("change", () => choose(radio.value));
  for (const extra of find("beside").children) extra.addEventListener("click", () => send({ attach: extra.value }));
  find("text").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    write();
  });
  find("filter").addEventListener("input", countPeople);
  document.addEventListener("visibilitychange", refresh);
  setInterval(refresh, POLL_EVERY);
  loadPeople().then(() => {
    if (location.hash.length > 1) open(decodeURIComponent(location.hash.slice(1)));
  });
})();
