"""Content templates: buttons and lists for a conversation, and the approved invitations that may begin one.

    python -m channels.whatsapp.templates

makes those that are missing at Twilio and asks WhatsApp to approve the invitations. Templates are found by their
friendly names; nothing about them is stored here.
"""

import asyncio
import json
import sys
from collections.abc import Sequence
from typing import Any

from backend.answers.formatting import VARIETIES
from backend.answers.rendering import message
from backend.conversations.turn import HELD
from backend.notifications.outbox import INVITATION
from backend.notifications.providers import PermanentError
from backend.settings import Settings, get_settings
from channels.twilio_api import as_our_errors, twilio_client

BUTTONS, LIST_ITEMS = 3, 10  # as many as WhatsApp shows
LABEL_CHARACTERS = 20
BODY_CHARACTERS = 1024
CONTENT_URL = "https://content.twilio.com/v1/Content"
LANGUAGES = {"ary": "ar", "ary-Latn": "fr", "ar": "ar", "fr": "fr"}  # Darija is no language of WhatsApp's templates


def choices_name(count: int) -> str:
    """The template that shows so many choices."""
    return f"haqqi_{'buttons' if count <= BUTTONS else 'list'}_{count}_v1"


def invitation_name(template: str, variety: str) -> str:
    """The approved template of a message of the catalogues in a variety."""
    return f"haqqi_{template.replace('-', '_')}_{variety.lower().replace('-', '_')}_v1"


def fits(body: str, choices: Sequence[tuple[str, str]]) -> bool:
    """Whether buttons or a list can show it; else the choices go as numbered text."""
    short = all(len(label) <= LABEL_CHARACTERS for _, label in choices)
    return 0 < len(choices) <= LIST_ITEMS and short and len(body) <= BODY_CHARACTERS


def variables(body: str, choices: Sequence[tuple[str, str]], list_title: str) -> str:
    """ContentVariables for `choices_name`: 1 the text, 2 the list's button, then question and label of each choice."""
    values = {"1": body.replace("\n", " "), "2": list_title}  # a variable holds one line
    for number, (question, label) in enumerate(choices, start=1):
        values[f"q{number}"], values[f"l{number}"] = question, label
    return json.dumps(values, ensure_ascii=False)


def definitions() -> list[dict[str, Any]]:
    """Every template, in the form of Twilio's Content API."""
    return [_choices(count) for count in range(1, LIST_ITEMS + 1)] + [_invitation(variety) for variety in VARIETIES]


def _choices(count: int) -> dict[str, Any]:
    numbers = range(1, count + 1)
    samples = {f"q{number}": f"question_{number}" for number in numbers} | {f"l{n}": f"Choix {n}" for n in numbers}
    if count <= BUTTONS:
        actions = [{"type": "QUICK_REPLY", "title": f"{{{{l{n}}}}}", "id": f"{{{{q{n}}}}}"} for n in numbers]
        types = {"twilio/quick-reply": {"body": "{{1}}", "actions": actions}}
    else:
        items = [{"item": f"{{{{l{n}}}}}", "id": f"{{{{q{n}}}}}"} for n in numbers]
        types = {"twilio/list-picker": {"body": "{{1}}", "button": "{{2}}", "items": items}}
    return {
        "friendly_name": choices_name(count),
        "language": "fr",
        "variables": {"1": "Texte", "2": "Choisir", **samples},
        "types": types,
    }


def _invitation(variety: str) -> dict[str, Any]:
    action = {"type": "QUICK_REPLY", "title": message("whatsapp-read", variety, {}, short=False), "id": HELD}
    body = message(INVITATION, variety, {}, short=False)
    return {
        "friendly_name": invitation_name(INVITATION, variety),
        "language": LANGUAGES[variety],
        "variables": {},
        "types": {"twilio/quick-reply": {"body": body, "actions": [action]}},
    }


async def register(settings: Settings) -> list[str]:
    """Make the templates that Twilio does not have yet, and ask for approval of the invitations; the new names."""
    client, http = twilio_client(settings)
    made = []
    try:
        with as_our_errors():
            known = {content.friendly_name for content in await client.content.v1.contents.list_async()}
            for definition in definitions():
                name = definition["friendly_name"]
                if name in known:
                    continue
                sid = (await _post(client, CONTENT_URL, definition))["sid"]
                made.append(name)
                if not definition["variables"]:
                    approval = {"name": name, "category": "UTILITY"}
                    await _post(client, f"{CONTENT_URL}/{sid}/ApprovalRequests/whatsapp", approval)
    finally:
        await http.close()
    return made


async def _post(client: Any, url: str, body: dict[str, Any]) -> dict[str, Any]:
    """POST JSON to the Content API (the client's own classes for it do not fit asynchronous use)."""
    response = await client.request_async("POST", url, data=body, headers={"Content-Type": "application/json"})
    if not response.ok:
        raise PermanentError(f"{response.status_code}: {response.text[:200]}")
    answer: dict[str, Any] = json.loads(response.text)
    return answer


if __name__ == "__main__":
    sys.stdout.writelines(f"{name}\n" for name in asyncio.run(register(get_settings())))
