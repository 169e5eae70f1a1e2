"""Two mends of Rasa's call to the action server."""

from typing import Any, Dict, List

from jsonschema import Draft202012Validator
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.channels.channel import OutputChannel
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker

_RESULT_FORMAT = Draft202012Validator(RemoteAction.action_response_format_spec())
_rasa_validate = RemoteAction._validate_action_result
_rasa_run = RemoteAction.run


class Replies(OutputChannel):
    """Collects the custom payloads of one turn, in order, each once; `failed` tells whether an action failed."""

    def __init__(self) -> None:
        """Start with no payload."""
        self.payloads: List[Dict[str, Any]] = []
        self.failed = False

    @classmethod
    def name(cls) -> str:
        """The name Rasa knows this output by."""
        return "haqqi"

    async def send_custom_json(self, _recipient_id: str, json_message: Dict[str, Any], **_rest: Any) -> None:
        """Keep one payload; the same instruction twice in a turn is never meant (see data/rules/identification.yml)."""
        if json_message not in self.payloads:
            self.payloads.append(json_message)


def _validate_with_compiled_schema(self: RemoteAction, result: Dict[str, Any]) -> bool:
    return _RESULT_FORMAT.is_valid(result) or bool(_rasa_validate(self, result))


async def _run_and_report_failure(
    self: RemoteAction,
    output_channel: OutputChannel,
    nlg: NaturalLanguageGenerator,
    tracker: DialogueStateTracker,
    domain: Domain,
) -> List[Event]:
    try:
        events: List[Event] = await _rasa_run(self, output_channel, nlg, tracker, domain)
    except ActionExecutionRejection:
        raise
    except Exception:
        if isinstance(output_channel, Replies):
            output_channel.failed = True
        raise
    return events


def mend_remote_action() -> None:
    """Apply both mends to this process; harmless when repeated.

    Rasa checks its JSON *schema* anew with each result (20 of the 28 ms of a turn): it is compiled once. And it
    swallows a failed action, so that the channel would answer 200 with nothing: the turn's Replies are told.
    """
    RemoteAction._validate_action_result = _validate_with_compiled_schema
    RemoteAction.run = _run_and_report_failure
