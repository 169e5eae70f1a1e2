"""Arabic words without what is written onto them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.stem import stem, stems
from language.text import normalise


@pytest.mark.parametrize(
    "words",
    [
        "مؤشر مؤشري المؤشر بالمؤشر وللمؤشر والمؤشرات مؤشركم",
        "سجل السجل فالسجل وبالسجل للسجل",
        "ملف الملف ملفي ملفكم بملفي",
    ],
)
def test_the_forms_of_a_word_have_one_stem(words: str) -> None:
    assert len(set(stems(normalise(words)).split())) == 1


@pytest.mark.parametrize("word", ["والو", "الو", "بلا", "كان", "لا", "و", "score", "mo2achir", "<idcs>", "9.50"])
def test_short_and_latin_words_stay(word: str) -> None:
    assert stem(word) == word


@given(st.text(st.sampled_from("ابتلمكوفهينس ab"), max_size=40))
def test_no_word_is_lost(text: str) -> None:
    plain = normalise(text)
    assert len(stems(plain).split()) == len(plain.split())
    assert all(shorter in word for shorter, word in zip(stems(plain).split(), plain.split(), strict=True))
