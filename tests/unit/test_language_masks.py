"""Nothing that may identify somebody passes a mask."""

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.entities import Entity, parse_entities
from language.masks import mask
from language.text import MASK_TOKEN, normalise

TODAY = datetime.date(2025, 11, 22)
KINDS = [None, "idcs", "phone", "date", "number4", "one_time_code", "cnie", "review_reference"]


def masked(text: str, expects: str | None = None) -> str:
    return mask(text, parse_entities(text, today=TODAY, expects=expects))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("رقم البطاقة ديالي هو AB123456", "رقم البطاقة ديالي هو <cnie>"),
        ("IDCS dyali 12 34 56 78 90 3afak", "IDCS dyali <idcs> 3afak"),
        ("nmra 06-12-34-56-78", "nmra <phone>"),
        ("+212 6 12 34 56 78", "<phone>"),
        ("née le 3 mars 1985", "née le <date>"),
        ("le code 482913", "le code <code>"),
        ("dossier REV-2026-123456 svp", "dossier <reference> svp"),
        ("ecrivez a ali@exemple.ma", "ecrivez a <email>"),
        ("رقمي١٢٣٤٥٦٧٨٩٠", "رقمي <idcs>"),
        ("31/02/1985", "<date>"),
        ("score dyali 9,3264284 w khellest 1500 dh f casa", "score dyali 9,3264284 w khellest 1500 dh f casa"),
        ("l9anoun 72.18 dyal 2024", "l9anoun 72.18 dyal 2024"),
        ("dossier 12345", "dossier <number>"),
        ("compte 0071 2345 6789 0123 4567 8901", "compte <number>"),
        ("06 12 34 56", "<number>"),
        ("ch7al 3ndi 7ta l9it 3 wlad", "ch7al 3ndi 7ta l9it 3 wlad"),
        ("1️⃣2️⃣3️⃣4️⃣5️⃣", "<number>"),
        ("+33612345678", "+<number>"),
    ],
)
def test_identifiers_become_tokens_and_the_rest_stays(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    ("text", "expects", "expected"),
    [
        ("5678", "number4", "<number4>"),
        ("12345", "idcs", "<idcs>"),
        ("0612345678", "idcs", "<idcs>"),
        ("0612345678", "phone", "<phone>"),
        ("03 85", "date", "<date>"),
        ("1985", "date", "<date>"),
        ("1985", None, "1985"),
        ("482 913", "one_time_code", "<code>"),
    ],
)
def test_answers_are_masked_by_what_was_asked_even_with_a_problem(
    text: str, expects: str | None, expected: str
) -> None:
    assert masked(text, expects) == expected


def test_without_entities_every_long_number_is_masked_but_scores_amounts_and_years() -> None:
    assert mask("0612345678 9.3264284 144 dh 2025 ou 12345", []) == "<number> 9.3264284 144 dh 2025 ou <number>"


def test_a_mask_does_not_depend_on_the_order_of_the_entities() -> None:
    text = "1234567890, 3 mars 1985"
    entities = parse_entities(text, today=TODAY)
    assert mask(text, reversed(entities)) == mask(text, entities) == "<idcs>, <date>"


def test_places_outside_the_text_do_no_harm() -> None:
    assert mask("ok", [Entity("idcs", "1", 5, 9)]) == "ok"


def test_masking_twice_is_masking_once() -> None:
    once = masked("IDCS 1234567890 w 5678", "number4")
    assert masked(once, "number4") == once


RUN = re.compile(r"\d{4,}")
ALLOWED = re.compile(r"(?:19|20)\d\d")
PIECES = st.sampled_from(
    [
        "06",
        "12 34",
        "1985",
        "2024",
        "3 mars",
        "/03/",
        "85",
        "AB",
        "123456",
        "7",
        "9.",
        "9,5",
        " dh",
        "score ",
        " ",
        " ",
        "-",
        ".",
        ",",
        "+",
        "212",
        "REV-",
        "@",
        "٣٤٥٦",
        "۷۸",
        "½",
        "²³⁴⁵",
        "①②③④",
        "\u0651",
        "\u200f",
        "ـ",
        "ء",
        "é",
        "casa ",
        "l",
        "3ndi ",
        "<number4>",
        "💬",
        "1️⃣",
    ]
)


@settings(max_examples=500, deadline=None)
@given(
    st.lists(PIECES, max_size=12).map("".join) | st.text(st.sampled_from("0123456789 .-/,+aم٣dh"), max_size=40),
    st.sampled_from(KINDS),
)
def test_no_long_number_passes_but_scores_amounts_and_years(text: str, expects: str | None) -> None:
    entities = parse_entities(text, today=TODAY, expects=expects)
    kept = {re.sub(r"\D", "", e.value) for e in entities if e.name in ("score", "amount")}
    plain = normalise(MASK_TOKEN.sub("~", mask(text, entities)))
    for match in RUN.finditer(plain):
        run = match.group()
        assert ALLOWED.fullmatch(run) or any(run in digits for digits in kept), (text, plain)


@given(st.text(max_size=60), st.sampled_from(KINDS))
def test_masking_never_raises_and_keeps_a_text_without_digits(text: str, expects: str | None) -> None:
    result = masked(text, expects)
    if not any(c.isnumeric() or c == "@" for c in normalise(text)):
        assert normalise(result) == normalise(text) or "<date>" in result


@given(
    st.from_regex(r"[0-9]{10}", fullmatch=True),
    st.from_regex(r"0[5-8][0-9]{8}", fullmatch=True),
    st.sampled_from(KINDS),
)
def test_the_identifiers_of_a_person_never_pass(idcs: str, phone: str, expects: str | None) -> None:
    result = masked(f"ana {idcs} w nmra {phone} chokran", expects)
    assert not re.search(r"\d", result.replace("<number4>", ""))
