"""Ways to talk to a running Haqqi as people and providers do."""

import re
import uuid
import xml.etree.ElementTree as ElementTree
from typing import Any

import httpx
from twilio.request_validator import RequestValidator

from tests.conftest import ACCOUNT, PUBLIC_URL, TWILIO_TOKEN, Stack
from tests.fakes.twilio import FakeTwilio

CODE = re.compile(r"\b\d{6}\b")


def signature(path: str, form: dict[str, str], token: str = TWILIO_TOKEN) -> str:
    """What Twilio would put into X-Twilio-Signature."""
    return str(RequestValidator(token).compute_signature(PUBLIC_URL + path, form))


def post_twilio(
    stack: Stack, phone: str, text: str, sid: str | None = None, path: str = "/channels/sms/twilio"
) -> httpx.Response:
    """An SMS through Twilio's webhook, signed."""
    form = {"From": phone, "To": "+212600000000", "Body": text, "MessageSid": sid or f"SM{uuid.uuid4().hex}"}
    headers = {"X-Twilio-Signature": signature(path, form)}
    return httpx.post(stack.url + path, data=form, headers=headers, timeout=30)


def twiml(response: httpx.Response) -> list[str]:
    """The messages of a TwiML answer."""
    assert response.status_code == 200, response.text
    return [message.text or "" for message in ElementTree.fromstring(response.text)]


class Phone:
    """A phone that writes SMS to Haqqi."""

    def __init__(self, stack: Stack, twilio: FakeTwilio, number: str | None = None) -> None:
        self.stack, self.twilio = stack, twilio
        self.number = number or f"+2126{uuid.uuid4().int % 10**8:08d}"

    def say(self, text: str) -> list[str]:
        """Send a text; the replies."""
        return twiml(post_twilio(self.stack, self.number, text))


class WhatsApp:
    """A phone that writes on WhatsApp; buttons are off, replies come as TwiML."""

    def __init__(self, stack: Stack, number: str | None = None) -> None:
        self.stack = stack
        self.number = number or f"+2126{uuid.uuid4().int % 10**8:08d}"

    def post(self, **fields: str) -> httpx.Response:
        """A message with these fields of Twilio's, signed."""
        path = "/channels/whatsapp/twilio"
        form = {
            "From": f"whatsapp:{self.number}", "To": "whatsapp:+212600000000", "Body": "", "NumMedia": "0",
            "MessageSid": f"SM{uuid.uuid4().hex}", **fields,
        }  # fmt: skip
        headers = {"X-Twilio-Signature": signature(path, form)}
        return httpx.post(self.stack.url + path, data=form, headers=headers, timeout=30)

    def say(self, text: str) -> list[str]:
        """Send a text; the replies."""
        return twiml(self.post(Body=text))

    def send_file(
        self, name: str, content_type: str, text: str = "", host: str = "https://api.twilio.com"
    ) -> list[str]:
        """Send a file that Twilio holds under this name; the replies."""
        url = f"{host}/2010-04-01/Accounts/{ACCOUNT}/Messages/MM1/Media/{name}"
        return twiml(self.post(Body=text, NumMedia="1", MediaUrl0=url, MediaContentType0=content_type))


class Browser:
    """A web-chat visitor without a browser: the API."""

    def __init__(self, stack: Stack, twilio: FakeTwilio) -> None:
        self.stack, self.twilio = stack, twilio
        self.http = httpx.Client(base_url=stack.url, timeout=30)
        begun = self.http.post("/channels/webchat/conversations")
        assert begun.status_code == 201
        self.conversation: dict[str, str] = begun.json()

    def post(self, text: str, message_id: str = "") -> httpx.Response:
        """Send a message; the raw response."""
        return self.http.post(
            "/channels/webchat/messages", json={**self.conversation, "text": text, "message_id": message_id}
        )

    def post_files(self, *files: bytes, message_id: str = "", headers: dict[str, str] | None = None) -> httpx.Response:
        """Send files as one message; the raw response."""
        return self.http.post(
            f"/channels/webchat/conversations/{self.conversation['id']}/files",
            files=[("files", ("paper.jpg", content, "image/jpeg")) for content in files],
            data={"message_id": message_id} if message_id else {},
            headers={"Authorization": f"Bearer {self.conversation['token']}", **(headers or {})},
        )

    def send_files(self, *files: bytes) -> list[str]:
        """Send files as one message; the texts of the replies."""
        response = self.post_files(*files)
        assert response.status_code == 200, response.text
        return [message["text"] for message in response.json()["messages"]]

    def ask(self, text: str) -> list[dict[str, Any]]:
        """Send a message; the replies with their choices."""
        response = self.post(text)
        assert response.status_code == 200, response.text
        messages: list[dict[str, Any]] = response.json()["messages"]
        return messages

    def say(self, text: str) -> list[str]:
        """Send a text; the texts of the replies, choices as numbered lines."""
        return ["\n".join([m["text"], *(f"{c['number']}. {c['label']}" for c in m["choices"])]) for m in self.ask(text)]


def code_sent_to(twilio: FakeTwilio, phone: str, after: int) -> str:
    """The one-time code in the next message to a phone, after so many."""
    body = twilio.wait_for(phone, after + 1)[-1]["body"]
    found = CODE.search(body)
    assert found, body
    return found.group()
