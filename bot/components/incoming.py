"""What the gateway may send: the body of a message, validated."""

import re
from typing import Any, Dict, List, Optional

from pydantic import BaseModel, Extra, Field, StrictBool, StrictStr, root_validator, validator
from typing_extensions import Literal

LONGEST_TEXT = 2000
_COMMAND_PREFIX = re.compile(r"^[\s/]+")


class Metadata(BaseModel):
    """What the gateway knows about a message; `found` names entities of the raw text, never their values."""

    request_id: StrictStr = Field("", max_length=100)
    variety: Literal["ary", "ary-Latn", "ar", "fr"]
    channel: StrictStr = Field(..., regex=r"^[a-z]{1,20}$")
    verified: StrictBool
    phone_known: StrictBool
    reachable: StrictBool = False
    found: List[StrictStr] = Field(default_factory=list, max_items=20)
    expects: Optional[StrictStr] = Field(None, max_length=40)

    class Config:
        """Keys that are not agreed upon are dropped: nothing unforeseen enters a tracker."""

        extra = Extra.ignore


class Incoming(BaseModel):
    """One message: the masked text of a person, or the intent that a chosen menu line stands for."""

    session: StrictStr = Field(..., regex=r"^[A-Za-z0-9_.-]{8,128}$")
    text: Optional[StrictStr] = Field(None, max_length=LONGEST_TEXT)
    intent: Optional[StrictStr] = Field(None, max_length=40)
    segments: List[StrictStr] = Field(default_factory=list, max_items=3)
    metadata: Metadata

    class Config:
        """An unknown key is a mistake of the caller: refused."""

        extra = Extra.forbid

    @validator("text")
    @classmethod
    def _text_is_never_a_command(cls, text: Optional[str]) -> Optional[str]:
        # Rasa reads "/restart" as a command; from a person it is a word.
        return text if text is None else _COMMAND_PREFIX.sub("", text).strip()

    @root_validator(skip_on_failure=True)
    @classmethod
    def _text_or_intent(cls, values: Dict[str, Any]) -> Dict[str, Any]:
        if (values["text"] is None) == (values["intent"] is None):
            raise ValueError("either text or intent is needed")
        return values
