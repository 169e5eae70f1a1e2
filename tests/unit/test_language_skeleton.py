"""The two scripts of Darija meet on one consonant skeleton."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.skeleton import rough_skeleton, skeleton
from language.text import clean, normalise

EXAMPLES = json.loads((Path(__file__).parent / "data" / "variety_examples.json").read_text(encoding="utf-8"))
PARALLEL = 30  # the first thirty sentences of ary and ary-Latn say the same, in the same order


def test_the_example_of_the_design() -> None:
    assert skeleton("fach kenti katfekker") == "fS knt ktfkr"
    assert skeleton("فاش كنتي كاتفكّر") == "fS knt ktfkr"


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("شحال", "ch7al"),
        ("شحال", "chhal"),
        ("علاش", "3lach"),
        ("خلّصت", "khellest"),
        ("خلصت", "5lest"),
        ("غادي", "ghadi"),
        ("غادي", "8adi"),
        ("القايد", "l9ayed"),
        ("قبل", "qbel"),
        ("المؤشر ديالي", "lmo2achir dyali"),
        ("السجل", "ssijil"),
        ("السجل", "lsijil"),
        ("فالسبيطار", "f sbitar"),
        ("بالدارجة", "b ddarija"),
        ("والبوطة", "w lbota"),
        ("الطبيب", "6bib"),
        ("ضروري", "darori"),
        ("ولاد", "wlad"),
        ("ولاد", "oulad"),
        ("واش", "wach"),
        ("واش", "wax"),
        ("ڭاع", "ga3"),
        ("پورطابل", "portable"),
        ("جيراني", "jirani"),
        ("جيراني", "girani"),
        ("خاصهم", "khasshom"),
        ("طاكسي", "taxi"),
        ("الله", "llah"),
        ("الحاجة", "l7aja"),
        ("الحاجه ديالي", "lhaja dyali"),
    ],
)
def test_a_word_in_both_scripts_has_one_skeleton(arabic: str, latin: str) -> None:
    assert skeleton(arabic) == skeleton(latin) != ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("raqmi <idcs>", "rqm <idcs>"),
        ("<number4>,<phone>", "<number4> <phone>"),
        ("3ndi 3 wlad f 2024", "End 3 wld f 2024"),
        ("عندي ٣ ولاد", "End 3 wld"),
        ("500dh", "500 dh"),
        ("score 9,50", "skr 9.50"),
        ("ب100", "b 100"),
        ("7na 7", "hn 7"),
        ("أ ... 🙂", ""),
        ("", ""),
    ],
)
def test_tokens_numbers_and_masks_are_kept_apart(text: str, expected: str) -> None:
    assert skeleton(text) == expected


def _grams(text: str) -> set[str]:
    return {f" {word} "[i : i + n] for word in skeleton(text).split() for n in (2, 3) for i in range(len(word) + 3 - n)}


def test_the_same_sentence_is_found_across_scripts() -> None:
    latin = [_grams(text) for text in EXAMPLES["ary-Latn"][:PARALLEL]]
    hits = 0
    for index, text in enumerate(EXAMPLES["ary"][:PARALLEL]):
        grams = _grams(text)
        overlaps = [len(grams & other) / len(grams | other) for other in latin]
        hits += max(range(PARALLEL), key=overlaps.__getitem__) == index
    assert hits == PARALLEL


LETTERS = st.text(st.sampled_from("abcdehgkqswxyz 23579'شحالةقكڭغعوي,.<>0"), max_size=50)


@given(st.text(max_size=50) | LETTERS)
def test_the_skeleton_does_not_depend_on_case_marks_or_noise(text: str) -> None:
    assert skeleton(clean(text)) == skeleton(text)
    assert skeleton(f"\u200f{text}\u0651") == skeleton(text)
    if "ة" not in text:
        assert skeleton(normalise(text)) == skeleton(text)


@given(st.text(max_size=80) | LETTERS)
def test_a_skeleton_is_words_without_vowels(text: str) -> None:
    result = skeleton(text)
    assert result == " ".join(result.split())
    words = [word for word in result.split() if not word.startswith("<")]
    assert not set("".join(words)) & set("aeiouyاوي")


@given(st.lists(st.sampled_from(EXAMPLES["ary"] + EXAMPLES["ary-Latn"]), min_size=1, max_size=3))
def test_the_skeleton_of_sentences_is_the_skeletons_of_the_sentences(sentences: list[str]) -> None:
    assert skeleton(" . ".join(sentences)) == " ".join(skeleton(sentence) for sentence in sentences)


@pytest.mark.parametrize(
    ("schooled_in_french", "with_digits"),
    [
        ("kankhalles", "kan5elles"),
        ("aaref", "3ref"),
        ("bkit", "b9it"),
        ("rali", "ghali"),
        ("mataam", "mat3am"),
    ],
)
def test_french_and_digit_spellings_meet_on_the_rough_skeleton(schooled_in_french: str, with_digits: str) -> None:
    assert rough_skeleton(skeleton(schooled_in_french)) == rough_skeleton(skeleton(with_digits))


@given(st.text(max_size=80) | LETTERS)
def test_a_rough_skeleton_has_no_more_words_and_no_rarer_sounds(text: str) -> None:
    spelled = skeleton(text)
    rough = rough_skeleton(spelled)
    assert len(rough.split()) <= len(spelled.split())
    assert not set(rough) & set("EhqG")
    assert rough_skeleton(rough) == rough
