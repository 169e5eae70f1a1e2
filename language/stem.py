"""Arabic words without what is written onto them: "وللمؤشر" and "مؤشري" both hold مؤشر."""

import re

_BEFORE = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل)(?=..)|[وفبلك](?=.{4}))")
_AFTER = re.compile(r"(?<=...)(?:ها|هم|كم|نا|ني|ات|ون|ين|ته|تي|ك|ي|ه|ا|ت)$")


def stem(word: str) -> str:
    """A normalised word without its article, one-letter prefixes and ending; never empty, Latin words as they are.

    Light on purpose: what stays is no root and need not be a word, it only has to be the same for the forms of one.
    """
    return _AFTER.sub("", _BEFORE.sub("", word))


def stems(normalised: str) -> str:
    """A normalised text word by word (see `stem`)."""
    return " ".join(stem(word) for word in normalised.split())
