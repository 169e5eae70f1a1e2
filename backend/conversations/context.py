"""Reading a message in the light of what was answered last: bare follow-ups, corrections, two questions in one."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

from language.entities import Entity
from language.skeleton import skeleton
from language.text import ascii_digits, normalise

_DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "followups.yml").read_text(encoding="utf-8"))
LONGEST_FOLLOWUP = 7  # words; a longer message says itself what it is about
SHORTEST_SOUND = 3  # consonants; fewer are shared by words that have nothing in common
_WORD = re.compile(r"<\w+>|[\w']+")
_BETWEEN_QUESTIONS = re.compile(r"[?؟!.\n;]+")


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(normalise(str(text))))


def _phrases(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(_words(text) for text in texts)


_WORDS_FOR: dict[str, str] = {
    normalise(word): question
    for question, words in yaml.safe_load((Path(__file__).parent / "words.yml").read_text(encoding="utf-8")).items()
    for word in words
}
_SMALL = _phrases(_DATA["small"])
_CUES: dict[str, frozenset[tuple[str, ...]]] = {name: _phrases(phrases) for name, phrases in _DATA["cues"].items()}
# Darija in Latin letters is spelled in many ways: chhal, ch7al, sh7al, xhal are one word by their consonants.
_CUES_BY_SOUND = {
    name: frozenset(sounds for phrase in phrases if len(sounds := skeleton(" ".join(phrase))) >= SHORTEST_SOUND)
    for name, phrases in _CUES.items()
}
_TOPICS: dict[str, dict[str, str]] = _DATA["topics"]
_CORRECTIONS = sorted(_phrases(_DATA["corrections"]), key=len, reverse=True)
_THINGS = {words: thing for thing in _DATA["things"].values() for words in _phrases(thing["words"])}
_CONJUNCTIONS = frozenset(map(normalise, _DATA["conjunctions"]))
_OPENERS = frozenset(map(normalise, _DATA["opens_a_question"]))
_ORDINALS = {normalise(word): str(number) for number, words in _DATA["ordinals"].items() for word in words}
_AROUND_CHOICES = frozenset(map(normalise, _DATA["around_choices"]))
_LONGEST = max(len(phrase) for phrases in (*_CUES.values(), _SMALL) for phrase in phrases)
_FIRST_WORDS = frozenset(phrase[0] for phrases in (*_CUES.values(), _SMALL) for phrase in phrases)


def meant_by_word(text: str) -> str | None:
    """The question that a message means for sure which is nothing but a word for it: STOP, révision."""
    return _WORDS_FOR.get(normalise(text).strip(" .!"))


def follow_up(text: str, entities: Sequence[Entity], topic: str | None) -> str | None:
    """The question that a bare follow-up asks after an answer to `topic`; None when the text stands for itself."""
    return _after(topic, _cues_in(_short(text), _relation_words(entities, text)))


def follow_up_with_more(text: str, entities: Sequence[Entity], topic: str | None) -> str | None:
    """The question of a short message that holds a cue among other words: "w ila kano 3 drari", "fo9ach katsifet".

    Such a message may also stand for itself: what it is taken for has to agree. None without a cue.
    """
    relations = _relation_words(entities, text)
    return _after(topic, [cue for word in _short(text) for cue in _cues_in((word,), relations)])


def _short(text: str) -> tuple[str, ...]:
    """The words of a text that may be a follow-up; none of a longer one."""
    words = tuple(word for written in _words(text) for word in _apart(written))
    return words if len(words) <= LONGEST_FOLLOWUP else ()


def _after(topic: str | None, cues: Sequence[str]) -> str | None:
    """What cues ask after an answer to `topic`."""
    if not cues:
        return None
    # "w ch7al nkhelles 3la mrati": the member of the family matters more than the kind of the question.
    return _TOPICS.get(topic or "", {}).get("relation" if "relation" in cues else cues[0])


def _apart(word: str) -> tuple[str, ...]:
    """What Arabic writes in one word: وشحال is "and how much"."""
    return ("و", word[1:]) if word.startswith("و") and word not in _FIRST_WORDS else (word,)


def _relation_words(entities: Sequence[Entity], text: str) -> frozenset[str]:
    return frozenset(
        part
        for entity in entities
        if entity.name == "relation"
        for word in _words(text[entity.start : entity.end])
        for part in (word, *_apart(word))
    )


def _cues_in(words: tuple[str, ...], relations: frozenset[str]) -> list[str]:
    """The cues of a text, in order; nothing when any word is neither a cue nor small."""
    found: list[str] = []
    index = 0
    while index < len(words):
        used = 1
        for length in range(min(_LONGEST, len(words) - index), 0, -1):
            phrase = words[index : index + length]
            cue = _cue_of(phrase)
            if cue or phrase in _SMALL:
                found += [cue] if cue else []
                used = length
                break
        else:
            if words[index] not in relations:
                return []
            found.append("relation")
        index += used
    return found


def _cue_of(phrase: tuple[str, ...]) -> str | None:
    """The cue that a phrase is, as it is spelled or as it sounds."""
    if cue := next((name for name, phrases in _CUES.items() if phrase in phrases), None):
        return cue
    sounds = skeleton(" ".join(phrase))
    return next((name for name, known in _CUES_BY_SOUND.items() if sounds in known), None)


def correction(text: str, topic: str | None, personal: Iterable[str]) -> tuple[str | None, str] | None:
    """(question, rest) of a message such as "la, 9sedt AMO": the question when the rest names a thing, else None.

    None for a message that corrects nothing.
    """
    words = _words(text)
    for start in range(min(3, len(words))):
        for phrase in _CORRECTIONS:
            if words[start : start + len(phrase)] == phrase and len(words) > start + len(phrase):
                rest = words[start + len(phrase) :]
                thing = _THINGS.get(rest)
                kind = "personal" if topic in set(personal) else "general"
                return (thing[kind] if thing else None), " ".join(rest)
    return None


def questions_in(text: str) -> list[str]:
    """The sentences of a message, where it holds two or three with at least two words each; else nothing."""
    parts = [part.strip() for part in _BETWEEN_QUESTIONS.split(text)]
    long_enough = [part for part in parts if len(_words(part)) >= 2]
    return long_enough if 2 <= len(long_enough) <= 3 else []


def joined_questions(text: str) -> list[str]:
    """The two questions of one sentence: "fin kayna CNSS f Agadir w chhal AMO Chamil"; nothing when there are not two.

    A conjunction divides them, before a word that opens a question.
    """
    parts: list[list[str]] = [[]]
    written = text.split()
    for word, following in zip(written, [*written[1:], ""], strict=True):
        plain = _plain(word)
        if parts[-1] and plain in _CONJUNCTIONS and _plain(following) in _OPENERS:
            parts.append([])
        elif parts[-1] and plain not in _OPENERS and plain[:1] == "و" and plain[1:] in _OPENERS:
            parts.append([word[1:]])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts] if len(parts) == 2 and min(map(len, parts)) >= 2 else []


def _plain(word: str) -> str:
    return normalise(word).strip(".,،:")


def chosen_in_words(text: str) -> int | None:
    """The number of a choice that a message names and nothing else: "la deuxième svp", "لولة", "ra9m 2"; else None."""
    words = [word for word in _words(ascii_digits(text)) if word not in _AROUND_CHOICES]
    if len(words) != 1:
        return None
    number = _ORDINALS.get(words[0], words[0])
    return int(number) if number.isdigit() and len(number) <= 2 else None
