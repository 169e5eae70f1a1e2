"""A social registry that speaks SPDCI v1.0.0 by its published names, and fails as it is told.

It writes and signs on its own, without our code: what both sides would get wrong alike would not be found.
"""

import asyncio
import base64
import hashlib
import json
import re
import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import FastAPI, Request, Response

SLOW_SECONDS = 1.5
SENDER, RECEIVER, KEY_ID = "registry.example", "haqqi.example", "2026"
PUBLISHED_HEADER = {
    "version", "message_id", "message_ts", "action", "sender_id", "sender_uri", "receiver_id", "total_count",
    "is_msg_encrypted", "meta",
}  # fmt: skip


def raw(number: str) -> str:
    """A number that leaves exactly as it is written here."""
    return f"@number:{number}@"


def text_of(value: Any, **options: Any) -> str:
    """JSON, with `raw` numbers."""
    return re.sub(r'"@number:([^"@]*)@"', r"\1", json.dumps(value, **options))


def a_group(
    *, score: Any, reference: str = "", idcs: str = "", last_updated: str = "2026-11-20T09:30:00Z", **more: Any
) -> dict[str, Any]:
    """A household as the standard's example writes it."""
    member = {
        "@type": "Member",
        "member_identifier": [{"@type": "Identifier", "identifier_type": "MEMBER", "identifier_value": "M1"}],
        "demographic_info": {
            "@type": "SRPerson",
            "identifier": [{"@type": "Identifier", "identifier_type": "IDCS", "identifier_value": idcs}],
            "name": {"@type": "Name", "surname": "Ouhaddou", "given_name": "Fatna"},
        },
    }
    identifier = {"@type": "Identifier", "identifier_type": "HOUSEHOLD", "identifier_value": reference}
    return {
        "@type": "spdci:Group", "group_identifier": [identifier] if reference else [], "group_type": "family",
        "poverty_score": raw(score) if isinstance(score, str) else score, "poverty_score_type": "PMT",
        "group_head_info": member if idcs else None, "group_size": 4, "member_list": [member] if idcs else [],
        "last_updated": last_updated,
    } | more  # fmt: skip


@dataclass
class FakeRegistry:
    """`plan` holds what the next requests meet: "answer" (default), "busy" (503), "slow" (answers too late), "forbid"
    (403), "reject" (rjct), "pending", "garbage" (a page), "unsigned", "wrong_key", "replay" (an earlier answer again).

    `groups` are its households by the IDCS of a member; `asked` holds every envelope that came.
    """

    now: Callable[[], datetime]
    client_key: str = ""  # base64: whose requests are answered
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    groups: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    asked: list[dict[str, Any]] = field(default_factory=list)
    authorizations: list[str | None] = field(default_factory=list)
    unsigned: int = 0
    plan: deque[str] = field(default_factory=deque)
    answers: list[str] = field(default_factory=list)

    @property
    def public_key(self) -> str:
        """Its public key, in base64."""
        return base64.b64encode(self.key.public_key().public_bytes_raw()).decode()

    def app(self) -> FastAPI:
        """Its doors."""
        app = FastAPI()

        @app.post("/v1/registry/sync/search")
        async def search(request: Request) -> Response:
            return await self._met(await self._seen(request), self._searched)

        @app.post("/v1/registry/subscribe")
        async def subscribe(request: Request) -> Response:
            return await self._met(await self._seen(request), self._subscribed)

        return app

    def sealed(self, action: str, message: dict[str, Any], **header: Any) -> str:
        """An envelope of the registry, as it leaves. Header fields can be set, or left out with None."""
        now = header.pop("now", None) or self.now()
        key, created, expires = header.pop("key", self.key), int(now.timestamp()), int(now.timestamp()) + 300
        fields = {
            "version": "1.0.0", "message_id": uuid.uuid4().hex, "message_ts": now.isoformat(), "action": action,
            "status": "succ", "total_count": 1, "sender_id": SENDER, "receiver_id": RECEIVER, "is_msg_encrypted": False,
        } | header  # fmt: skip
        head = {name: value for name, value in fields.items() if value is not None}
        text = f"(created): {created}\n(expires): {expires}\ndigest: {self.digest(head, message)}"
        value = base64.b64encode(key.sign(text.encode())).decode()
        signature = (
            f'Signature: namespace="spdci", kidId="{SENDER}|{KEY_ID}|ed25519", algorithm="ed25519", '
            f'created="{created}", expires="{expires}", headers="(created) (expires) digest", signature="{value}"'
        )
        # In another order and with other spaces than what is signed, as any JSON library may write it.
        return text_of({"message": message, "header": head, "signature": signature}, indent=1, ensure_ascii=False)

    def digest(self, header: Any, message: Any) -> str:
        """What is signed of an envelope."""
        content = text_of({"header": header, "message": message}, sort_keys=True, separators=(",", ":"))
        return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()

    def notification(self, *groups: Any, **header: Any) -> str:
        """`/registry/notify` with one event for each household."""
        header.setdefault("total_count", len(groups))
        events = [
            {
                "reference_id": f"event-{number}", "timestamp": self.now().isoformat(),
                "data": {"version": "1.0.0", "reg_type": "ns:org:RegistryType:Social", "reg_event_type": "REGISTER",
                         "reg_record_type": "Group", "reg_records": group},
            }
            for number, group in enumerate(groups, start=1)
        ]  # fmt: skip
        action = header.pop("action", "notify")
        return self.sealed(action, {"transaction_id": uuid.uuid4().hex, "notify_event": events}, **header)

    async def _seen(self, request: Request) -> dict[str, Any]:
        envelope: dict[str, Any] = await request.json()
        if not self._is_signed(envelope):
            self.unsigned += 1
        self.asked.append(envelope)
        self.authorizations.append(request.headers.get("authorization"))
        return envelope

    def _is_signed(self, envelope: dict[str, Any]) -> bool:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        parts = dict(re.findall(r'(\w+)="([^"]*)"', envelope["signature"]))
        digest = self.digest(envelope["header"], envelope["message"])
        text = f"(created): {parts['created']}\n(expires): {parts['expires']}\ndigest: {digest}"
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(self.client_key))
        try:
            key.verify(base64.b64decode(parts["signature"]), text.encode())
        except InvalidSignature:
            return False
        return parts["kidId"] == f"{RECEIVER}|1|ed25519" and parts["namespace"] == "spdci"

    async def _met(self, envelope: dict[str, Any], answer: Callable[[dict[str, Any], str], str]) -> Response:
        act = self.plan.popleft() if self.plan else "answer"
        if act in {"busy", "forbid"}:
            return Response('{"errors": []}', 503 if act == "busy" else 403, media_type="application/json")
        if act == "garbage":
            return Response("<html>Bienvenue</html>", media_type="text/html")
        if act == "replay":
            return Response(self.answers[-1], media_type="application/json")
        if act == "slow":
            await asyncio.sleep(SLOW_SECONDS)
        self.answers.append(answer(envelope, act))
        return Response(self.answers[-1], media_type="application/json")

    def _searched(self, envelope: dict[str, Any], act: str) -> str:
        (request,) = envelope["message"]["search_request"]
        records = self.groups.get(request["search_criteria"]["query"]["value"], [])
        item: dict[str, Any] = {
            "reference_id": request["reference_id"], "timestamp": self.now().isoformat(), "status": "succ",
            "data": {"version": "1.0.0", "reg_type": "ns:org:RegistryType:Social", "reg_record_type": "Group",
                     "reg_records": records},
            "pagination": {"page_size": 10, "page_number": 1, "total_count": len(records)},
        }  # fmt: skip
        if act == "reject":
            item |= {"status": "rjct", "status_reason_code": "rjct.search_criteria.invalid", "data": None}
        if act == "pending":
            item |= {"status": "pdng", "data": None}
        message = {
            "transaction_id": envelope["message"]["transaction_id"], "correlation_id": uuid.uuid4().hex,
            "search_response": [item],
        }  # fmt: skip
        key = Ed25519PrivateKey.generate() if act == "wrong_key" else self.key
        text = self.sealed("on-search", message, key=key)
        return re.sub(r'"signature": "[^\n]*"', '"signature": ""', text) if act == "unsigned" else text

    def _subscribed(self, envelope: dict[str, Any], act: str) -> str:
        error = {"error": {"code": "err.request.forbidden", "message": "Not for you"}} if act == "reject" else {}
        message = {
            "ack_status": "ERR" if act == "reject" else "ACK", "timestamp": self.now().isoformat(),
            "correlation_id": "C-17",
        }  # fmt: skip
        return json.dumps({"message": message | error})
