"""Cleaning and normalising: invisible things go, spellings meet, nothing raises, twice is the same as once."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.text import ascii_digits, clean, fold, has_words, normalise

ANY_UNICODE = st.text(st.characters(codec=None, categories=None), max_size=60)
OUR_LETTERS = st.text(st.sampled_from("aeé3790 salam شحالةأإآءكگڭـًّ'’<>٣۴,.؟\u200f\ufe0f\u20e3😀"), max_size=60)


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        ("salam\x00 \ud83d3ndi", "salam 3ndi"),
        ("\ufeff\u202bشحال\u202c\u200f المؤشر\u200b", "شحال المؤشر"),
        ("a\u00a0b\u202fc\r\n\td\u2028e", "a b c d e"),
        ("co\u00adde \ufffd\ufffd 123", "code 123"),
        ("l’été à Salé, 👍🏽 مرحبًا!", "l’été à Salé, 👍🏽 مرحبًا!"),
        ("\u3164\u2800\u115f", ""),
        ("\ufdd0\uffff\U0010ffff\ue000x", "x"),
    ],
)
def test_clean_keeps_only_what_can_be_seen(wire: str, expected: str) -> None:
    assert clean(wire) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("شُحَالْ المُـؤَشِّر دِيَالِي؟", "شحال الموشر ديالي?"),
        ("أحمد إبراهيم آسفي ٱلله", "احمد ابراهيم اسفي الله"),
        ("مدرسة على شيء مسؤول عائلة", "مدرسه علي شي مسوول عايله"),
        ("گاع ڭاع ݣاع كاع", "كاع كاع كاع كاع"),
        ("پورطابل ڤيزيتا", "بورطابل فيزيتا"),
        ("٩٫٤٣ و ۱۲۳", "9,43 و 123"),
        ("Révision à l’Été, ŒUVRE ça", "revision a l'ete, oeuvre ca"),
        ("salaaaaam bzzzzaf 3333 777", "salam bzaf 3333 777"),
        ("3afak ch7al l9ar", "3afak ch7al l9ar"),
        ("raqmi <idcs> w <number4> <phone>", "raqmi <idcs> w <number4> <phone>"),
        ("« لا » “oui” – non", '" لا " "oui" - non'),
        ("ﻻ ﷺ １２", "لا صلي الله عليه وسلم 12"),
    ],
)
def test_normalise_gives_one_spelling(written: str, expected: str) -> None:
    assert normalise(written) == expected


def test_normalise_and_clean_are_stable_on_every_single_letter_and_sign() -> None:
    """Ideographs and Hangul syllables aside: they are most of Unicode and fold to themselves."""
    signs = [chr(code) for code in range(0x20000) if not 0x3400 <= code <= 0x9FFF and not 0xAC00 <= code <= 0xD7A3]
    assigned = [sign for sign in signs if unicodedata.category(sign) not in ("Cn", "Co") and sign < "\U00017000"]
    unstable = [hex(ord(sign)) for sign in assigned if normalise(once := normalise(f"a{sign}ب")) != once]
    assert unstable == []
    assert [hex(ord(sign)) for sign in assigned if clean(seen := clean(sign)) != seen] == []


@given(ANY_UNICODE | OUR_LETTERS)
def test_clean_and_normalise_never_raise_and_are_idempotent(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert normalise(normalise(text)) == normalise(text)
    assert normalise(clean(text)) == normalise(text)
    clean(text).encode("utf-8")


@given(ANY_UNICODE | OUR_LETTERS)
def test_a_folded_text_knows_where_its_characters_came_from(text: str) -> None:
    folded = fold(text)
    assert folded.text == normalise(text)
    assert folded.source == clean(text)
    assert len(folded.origins) == len(folded.text)
    assert list(folded.origins) == sorted(folded.origins)
    for index in range(len(folded.text)):
        start, end = folded.span(index, index + 1)
        assert 0 <= start < end <= len(folded.source)


def test_a_span_takes_the_marks_that_hang_on_its_last_letter() -> None:
    folded = fold("  مَرّةً أُخرى")
    assert folded.text == "مره اخري"
    assert folded.written(0, 3) == "مَرّةً"


@given(ANY_UNICODE)
def test_ascii_digits_keeps_length_and_leaves_only_western_digits(text: str) -> None:
    converted = ascii_digits(text)
    assert len(converted) == len(text)
    assert all(c.isascii() for c in converted if c.isdecimal())


def test_ascii_digits_reads_arabic_persian_and_full_width_digits() -> None:
    assert ascii_digits("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ９ a") == "0123456789 0123456789 9 a"


@pytest.mark.parametrize("text", ["", "   ", "👍🏽🎉", "?!...", "\u200f\u200b", "🇲🇦", "؟؟", "_-"])
def test_nothing_to_understand(text: str) -> None:
    assert not has_words(text)


@pytest.mark.parametrize("text", ["ok", "واش 👍", "1", "٣", "é", "?a"])
def test_something_to_understand(text: str) -> None:
    assert has_words(text)
