"""The consonant skeleton on which Darija in Arabic script and in Latin script meet.

Symbols: S ch/ش, X kh/خ, G gh/غ, E 3/ع, h ه and ح (many type both as h), q 9/ق, j ج and soft g, k ك and hard g; the
emphatics on their plain letters. Vowels go, and with them ا و ي, except w at the beginning of a word.
"""

import re

from language.text import MASK_TOKEN, normalise

_TOKEN = re.compile(rf"{MASK_TOKEN.pattern}|\d+(?:[.,]\d+)+(?!\w)|\w+(?:'\w+)*")
_PART = re.compile(r"[^\W\d_a-z]+|(?:[a-z']|(?<=[a-z'])\d{1,2}(?!\d)|(?<!\d)\d{1,2}(?=[a-z]))+|\d+")

_ARABIC = str.maketrans({
    **dict.fromkeys("اوي", ""),
    "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "X", "د": "d", "ذ": "d", "ر": "r", "ز": "z", "س": "s",
    "ش": "S", "ص": "s", "ض": "d", "ط": "t", "ظ": "d", "ع": "E", "غ": "G", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h",
})  # fmt: skip
_LATIN = {
    "kh": "X", "gh": "G", "ch": "S", "sh": "S", "ssh": "sh", "ph": "f", "ck": "k", "dj": "j", "qu": "k",
    **dict.fromkeys("aeiouyw2'", ""),
    "3": "E", "5": "X", "6": "t", "7": "h", "8": "G", "9": "q",
    "c": "k", "g": "k", "p": "b", "v": "f", "x": "S",
}  # fmt: skip
_LATIN_SOUND = re.compile(r"ssh|kh|gh|ch|sh|ph|ck|dj|qu(?=[eio])|[a-z0-9']")
_SOFT = ((re.compile(r"c(?=[eiy])"), "s"), (re.compile(r"g(?=[eiy])"), "j"), (re.compile(r"(?<=[ae])x(?=[aei])"), "ks"))

# The article melts into these (the "sun letters"): السجل, lsijil and ssijil are one word. What Arabic writes in one
# word before the article (فالسجل), Latin script mostly writes apart (f ssijil).
_ARABIC_CLITIC = re.compile(r"^([وفبد])(?=ال..)")
_ARABIC_ARTICLE = re.compile(r"^(?:ال|ل(?=..))(?=[تثدذرزسشصضطظلن])(?=.{2})")
_LATIN_ARTICLE = re.compile(r"^([wfbd]?)(?:el|al|l)(?=[tdrzsln6]..|ch.)")
_ARABIC_WORD_END = re.compile(r"(?<=....)(?<!لل)ه$")  # a ta-marbuta that was typed as ha
_LATIN_W = re.compile(r"^(?:w|ou(?=[aeiouy])|[uo]$|ou$|ou(?=l[ae]))")
_DOUBLE = re.compile(r"(.)\1+")
_ROUGH = str.maketrans({"E": "", "h": "", "q": "k", "G": "r"})


def _arabic_word(word: str) -> str:
    stem = _ARABIC_WORD_END.sub("", _ARABIC_ARTICLE.sub("", word))
    initial = "w" if stem.startswith("و") else ""
    return initial + stem.translate(_ARABIC)


def _latin_word(word: str) -> str:
    stem = _LATIN_ARTICLE.sub(r"\1", word)
    initial = "w" if _LATIN_W.match(stem) else ""
    for pattern, sound in _SOFT:
        stem = pattern.sub(sound, stem)
    return initial + "".join(_LATIN.get(sound, sound) for sound in _LATIN_SOUND.findall(stem))


def _sounds(part: str) -> str:
    if part.isdigit():
        return part
    if part[0].isascii():
        return _DOUBLE.sub(r"\1", _latin_word(part))
    words = _ARABIC_CLITIC.sub(r"\1 ", part).split()
    return " ".join(filter(None, (_DOUBLE.sub(r"\1", _arabic_word(word)) for word in words)))


def _token_skeleton(token: str) -> str:
    if MASK_TOKEN.fullmatch(token):
        return token
    if re.fullmatch(r"[\d.,]+", token):
        return token.replace(",", ".")
    return " ".join(filter(None, (_sounds(part) for part in _PART.findall(token))))


def skeleton(text: str) -> str:
    """`text` word by word as consonants: "fach kenti katfekker" and "فاش كنتي كاتفكّر" both give "fS knt ktfkr".

    Takes the text as written: ta-marbuta, which `normalise` folds away, is silent here. Mask tokens and numbers are
    kept; a digit inside a word with Latin letters is a letter of Arabizi. A word of vowels only leaves nothing.
    """
    spelled = normalise(text.replace("ة", ""))
    return " ".join(filter(None, (_token_skeleton(token) for token in _TOKEN.findall(spelled))))


def rough_skeleton(spelled: str) -> str:
    """A `skeleton` without the sounds that French letters lack: ع and ح go, ق is a k and غ an r.

    People schooled in French write "aaref", "bkit", "rali" where others write "3ref", "b9it", "ghali". A word of such
    sounds only leaves nothing.
    """
    rough = (_DOUBLE.sub(r"\1", word.translate(_ROUGH)) for word in spelled.split())
    return " ".join(filter(None, rough))
