"""The paper that goes to the agency: complete, the same for the same request, readable in both scripts."""

import logging
from importlib.resources import files
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from backend.reviews import dossier
from backend.scores.formula import load_formula

DOSSIER: dict[str, Any] = {
    "format": dossier.FORMAT, "kind": "dossier", "reference": "REV-2026-000018",
    "recorded_at": "2026-11-22T16:05:00+01:00", "channel": "whatsapp", "filed_by": "staff",
    "consent": {"given_at": "2026-11-22T16:04:11+01:00", "how": "spoken"},
    "window": {"last_day": "2026-12-31", "late": False},
    "applicant": {
        "idcs": "1234567890", "cnie": "AB123456", "given_name": "Fatna", "family_name": "Ouhaddou",
        "birth_date": "1958-03-14", "phone": "+212661204417",
    },
    "declarant": {
        "idcs": "1234567891", "cnie": None, "given_name": "فاطنة", "family_name": "أوحدو", "birth_date": "1958-03-14",
        "phone": None,
    },
    "household": {"reference": "DEMO-P01", "region": 7, "setting": "urban"},
    "score": {
        "value": "9.32642844", "computed_on": "2026-10-25", "notified_on": ["2026-11-01"],
        "notified_by_registry": "sms",
    },
    "contested": [
        {"item": "cars", "name": dossier.item_name("cars"), "declared": 1, "said": 0},
        {"item": "has_bath_or_shower", "name": dossier.item_name("has_bath_or_shower"), "declared": True, "said": None},
    ],
    "text": "بعت الطوموبيل فالعام اللي فات.\nJ'ai vendu la voiture en 2025.",
}  # fmt: skip


def pages(paper: bytes) -> int:
    return paper.count(b"/Type /Page\n")


def test_should_make_the_same_paper_of_the_same_request() -> None:
    paper = dossier.pdf_of(DOSSIER, ["image/jpeg"])
    assert paper.startswith(b"%PDF-")
    assert paper == dossier.pdf_of(DOSSIER, ["image/jpeg"])
    assert paper != dossier.pdf_of(DOSSIER | {"reference": "REV-2026-000026"}, ["image/jpeg"])


def test_should_hold_whatever_people_write(caplog: pytest.LogCaptureFixture) -> None:
    texts = ["x" * 2000, "ⵜⴰⵎⴰⵣⵉⵖⵜ 😀 \u202e\x07", "\n" * 50, "مؤشر" * 500, "a\u2066b"]
    with caplog.at_level(logging.DEBUG):
        sizes = [len(dossier.pdf_of(DOSSIER | {"text": text}, [])) for text in texts]
    assert min(sizes) > 5000
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING], (
        "logs hold no words of people"
    )


def test_should_break_pages_and_hold_every_item() -> None:
    items = [
        {"item": name, "name": dossier.item_name(name), "declared": None, "said": None}
        for name in sorted(dossier.items_of("urban"))
    ]
    few, all_of_them = dossier.pdf_of(DOSSIER, []), dossier.pdf_of(DOSSIER | {"contested": items}, [])
    assert pages(all_of_them) > pages(few) >= 1


def test_should_name_every_item_in_both_languages_with_letters_that_the_font_has() -> None:
    with (files("barcode") / "fonts" / "DejaVuSansMono.ttf").open("rb") as file:
        letters = set(TTFont(file).getBestCmap())
    names = [dossier.item_name(item) for item in load_formula().inputs]
    words = [*names, *_words(dossier.WORDS), *(region.name.model_dump() for region in load_formula().regions)]
    assert len(words) > 80
    for word in words:
        assert word["fr"]
        assert {ord(letter) for letter in word["fr"] + word["ar"]} <= letters, word
        assert any("\u0600" <= letter <= "\u06ff" for letter in word["ar"])


def _words(node: dict[str, Any]) -> list[dict[str, str]]:
    if set(node) == {"fr", "ar"}:
        return [node]
    return [word for child in node.values() for word in _words(child)]


def test_should_contest_what_a_household_of_its_setting_declares() -> None:
    assert "cars" in dossier.items_of("urban") - dossier.items_of("rural")
    assert "cows" in dossier.items_of("rural") - dossier.items_of("urban")
    assert dossier.items_of("") == frozenset()


def test_should_name_attached_files_after_the_reference() -> None:
    assert dossier.file_names("REV-2026-000018", ["image/jpeg", "application/pdf"]) == [
        "REV-2026-000018-1.jpeg", "REV-2026-000018-2.pdf",
    ]  # fmt: skip
