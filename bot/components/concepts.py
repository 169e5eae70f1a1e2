"""Words of the four varieties that mean the same, found in a text (the words are in concepts.yml)."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import DefaultDict, Dict, Iterable, List, Mapping, Set, Tuple

from rasa.shared.utils.io import read_yaml_file

from language.skeleton import skeleton
from language.text import normalise

LEXICON_FILE = Path(__file__).with_name("concepts.yml")
DECIMAL_NUMBER = "decimal_number"
_DECIMAL = re.compile(r"\d[.,]\d")
_ARABIC = re.compile("[\u0600-\u06ff]")
_WORD = re.compile(r"<\w+>|\w+")
_NO_WORD = re.compile(r"[^\w' ]+")
# Arabic writes and, in, with, like, to and the article in one word with the noun.
_PROCLITIC = re.compile(r"^(?:[وفبك]?ال|لل|[وفبلك])(?=..)")
# The consonants of what comes before a verb's stem: not, present, future, I, you, she.
_VERB_BEGINNING = re.compile(r"^m?[kG]?[tn]?(?=...)")
# Shorter skeletons stand for too many words; a stem may be followed by a pronoun of one or two consonants.
_SHORTEST_SOUND = 3
_LONGEST_SUFFIX = 2
# Stems are looked up by their beginning.
_STEM_KEY = 2

Names = DefaultDict[str, Set[str]]


def read_lexicon(path: Path = LEXICON_FILE) -> Dict[str, str]:
    """The lexicon as written: concept -> forms, separated by commas."""
    return {str(concept): str(forms) for concept, forms in read_yaml_file(path).items()}


class Lexicon:
    """Finds concepts in texts of any of the four varieties."""

    def __init__(self, concepts: Mapping[str, str]) -> None:
        """Compile a lexicon as `read_lexicon` returns it."""
        self._words: Names = defaultdict(set)
        self._stems: DefaultDict[str, List[Tuple[str, str]]] = defaultdict(list)
        self._sounds: Names = defaultdict(set)
        self._sound_stems: Names = defaultdict(set)
        self._phrases: List[Tuple[str, str]] = []
        self._sound_phrases: List[Tuple[str, str]] = []
        for concept, forms in concepts.items():
            for form in filter(None, (form.strip() for form in forms.split(","))):
                self._add(concept, form)

    def _add(self, concept: str, form: str) -> None:
        spelled, sound = normalise(form.rstrip("*")), skeleton(form.rstrip("*")) if _ARABIC.search(form) else ""
        if " " in spelled or "'" in spelled:
            self._phrases.append((f" {spelled} ", concept))
            if len(sound) > _SHORTEST_SOUND:
                self._sound_phrases.append((f" {sound} ", concept))
            return
        self._words[spelled].add(concept)
        if form.endswith("*"):
            self._stems[spelled[:_STEM_KEY]].append((spelled, concept))
        if len(sound) >= _SHORTEST_SOUND:
            for heard in (sound, "l" + sound):  # with and without the article
                self._sounds[heard].add(concept)
                if form.endswith("*"):
                    self._sound_stems[heard].add(concept)

    def concepts(self, text: str) -> List[str]:
        """The concepts of a text, sorted, each once."""
        spelled, sound = normalise(text), skeleton(text)
        found = self._in_spelling(spelled) | self._in_sound(sound)
        if _DECIMAL.search(spelled):
            found.add(DECIMAL_NUMBER)
        return sorted(found)

    def _in_spelling(self, spelled: str) -> Set[str]:
        found: Set[str] = set()
        for word in _WORD.findall(spelled):
            for variant in {word, _PROCLITIC.sub("", word)}:
                found |= self._words.get(variant, set())
                found |= {c for stem, c in self._stems.get(variant[:_STEM_KEY], ()) if variant.startswith(stem)}
        return found | _with_phrase(self._phrases, " ".join(_NO_WORD.sub(" ", spelled).split()))

    def _in_sound(self, sound: str) -> Set[str]:
        found: Set[str] = set()
        for word in sound.split():
            for variant in {word, _VERB_BEGINNING.sub("", word)}:
                found |= self._sounds.get(variant, set())
                for suffix in range(1, _LONGEST_SUFFIX + 1):
                    found |= self._sound_stems.get(variant[:-suffix], set())
        return found | _with_phrase(self._sound_phrases, sound)

    def describe(self, text: str) -> str:
        """The concepts of a text and all pairs of them, as words for a vectorizer: "my score my+score"."""
        concepts = self.concepts(text)
        return " ".join([*concepts, *("+".join(pair) for pair in combinations(concepts, 2))])


def _with_phrase(phrases: Iterable[Tuple[str, str]], text: str) -> Set[str]:
    padded = f" {text} "
    return {concept for phrase, concept in phrases if phrase in padded}
