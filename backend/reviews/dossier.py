"""The dossier of a request for the agency: what it says, as data, and as a PDF in French and Arabic.

Shaping and direction of Arabic are fpdf2's (HarfBuzz); the font is DejaVu Sans Mono, from the package python-barcode,
which also makes the bars of the reference: no font lies in this repository.
"""

import logging
import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from barcode.codex import Code128
from fpdf import FPDF
from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import CASABLANCA
from backend.registry.service import household_of, members_of
from backend.reviews.models import ReviewRequest
from backend.reviews.proofs import proofs_of
from backend.reviews.views import Correction
from backend.scores.formula import load_formula
from backend.scores.service import notice_by_id

if TYPE_CHECKING:
    from backend.registry.models import Person
    from backend.scores.models import ScoreNotice

FORMAT = "haqqi.review/1"
LARGEST_CORRECTION = 999_999  # ours: more persons, or dirhams a year, is a slip of the finger
WORDS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "dossier.yml").read_text(encoding="utf-8"))
Name = dict[str, str]  # "fr" and "ar"
logging.getLogger("fpdf").setLevel(logging.ERROR)  # its warnings quote letters that the font lacks: people's words
BIDI_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])


def can_be(item: str, value: Correction) -> bool:
    """Whether an input of the formula can have this value."""
    rule = load_formula().inputs[item]
    if rule.type == "boolean" or isinstance(value, bool):
        return rule.type == "boolean" and isinstance(value, bool)
    return (rule.min or 0) <= value <= (rule.max or LARGEST_CORRECTION)


def items_of(setting: str) -> frozenset[str]:
    """The inputs that a household of this setting may contest."""
    return frozenset(name for name, rule in load_formula().inputs.items() if setting in rule.settings)


@lru_cache
def item_name(item: str) -> Name:
    """What an input is called, in French and Arabic: by the term of the formula that it is in, or by our own data."""
    if item in WORDS["items"]:
        return dict(WORDS["items"][item])
    formula = load_formula()
    terms = (term for variables in formula.variables.values() for term in variables if term.input == item)
    name = next(terms).name
    return {"fr": name.fr, "ar": name.ar}


async def dossier_of(session: AsyncSession, request: ReviewRequest) -> dict[str, Any]:
    """Everything the agency needs, as JSON: the request, its people, the score and what is contested."""
    notice = await notice_by_id(session, request.notice_id)
    household = await household_of(session, request.person_id)
    members = await members_of(session, request.household_id)
    if notice is None or household is None or request.submitted_at is None:
        raise LookupError(str(request.id))
    applicant = next(member for member in members if member.id == request.person_id)
    declarant = next((member for member in members if member.is_declarant), None)
    return {
        **_request(request),
        "applicant": _person(applicant),
        "declarant": None if declarant is None else _person(declarant),
        "household": {"reference": household.reference, "region": notice.region, "setting": notice.setting},
        "score": {
            "value": f"{notice.score:f}",
            "computed_on": notice.computed_on.isoformat(),
            "notified_on": [day.isoformat() for day in (await proofs_of(session, notice)).days],
            "notified_by_registry": notice.notified_by,
        },
        "contested": [_contested(item, notice, request.corrections.get(item)) for item in request.items],
        "text": request.text,
    }


def _request(request: ReviewRequest) -> dict[str, Any]:
    assert request.submitted_at  # a dossier is made of what is submitted
    return {
        "format": FORMAT,
        "kind": "dossier",
        "reference": request.reference,
        "recorded_at": request.submitted_at.astimezone(CASABLANCA).isoformat(timespec="seconds"),
        "channel": request.channel,
        "filed_by": "staff" if request.filed_by_staff else "household_member",
        "consent": {
            "given_at": _iso(request.consent_at),
            "how": request.consent_how,
        },
        "window": {
            "last_day": request.late_after.isoformat() if request.late_after else None,
            "late": request.is_late,
        },
    }


def _iso(at: datetime | None) -> str | None:
    return at.astimezone(CASABLANCA).isoformat(timespec="seconds") if at else None


def _person(person: "Person") -> dict[str, Any]:
    return {
        "idcs": person.idcs,
        "cnie": person.cnie,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "birth_date": person.birth_date,
        "phone": person.phone,
    }


def _contested(item: str, notice: "ScoreNotice", said: Correction | None) -> dict[str, Any]:
    return {"item": item, "name": item_name(item), "declared": (notice.declared or {}).get(item), "said": said}


def file_names(reference: str, content_types: Sequence[str]) -> list[str]:
    """Names for the attached files: REV-2026-000018-1.jpeg."""
    return [f"{reference}-{number}.{kind.split('/')[1]}" for number, kind in enumerate(content_types, start=1)]


# The paper ------------------------------------------------------------------------------------------------------------

LABEL, VALUE, LINE, SIZE = 52.0, 76.0, 5.2, 8.5  # millimetres; type in points


class _Paper(FPDF):
    def file_id(self) -> str:
        """The same dossier gives the same bytes."""
        digits = uuid.uuid5(uuid.NAMESPACE_URL, self.title or "").hex.upper()
        return f"<{digits}><{digits}>"


def pdf_of(dossier: dict[str, Any], file_types: Sequence[str]) -> bytes:
    """The dossier as a PDF (A4): labels in French on the left and in Arabic on the right, values between them."""
    paper = _Paper()
    paper.set_title(dossier["reference"])
    paper.set_creation_date(datetime.fromisoformat(dossier["recorded_at"]))
    with as_file(files("barcode") / "fonts" / "DejaVuSansMono.ttf") as font:
        paper.add_font("haqqi", fname=font)
    paper.set_text_shaping(use_shaping_engine=True)
    paper.set_auto_page_break(auto=True, margin=15)
    paper.add_page()
    _head(paper, dossier["reference"])
    for section, rows in _sections(dossier, file_types):
        _section(paper, WORDS["sections"][section])
        for label, value in rows:
            _row(paper, label, value)
    if dossier["text"]:
        _section(paper, WORDS["sections"]["words"])
        _block(paper, dossier["text"])
    paper.ln(LINE)
    for language in ("fr", "ar"):
        _block(paper, WORDS["effect"][language])
    return bytes(paper.output())


def _sections(dossier: dict[str, Any], file_types: Sequence[str]) -> Iterator[tuple[str, list[tuple[Name, str]]]]:
    rows, words = WORDS["rows"], WORDS["words"]
    score, window = dossier["score"], dossier["window"]
    yield (
        "request",
        [
            (rows["reference"], dossier["reference"]),
            (rows["recorded_at"], _shown(dossier["recorded_at"])),
            (rows["channel"], dossier["channel"]),
            (rows["filed_by"], _both(words[dossier["filed_by"]])),
            (rows["consent"], _shown(dossier["consent"]["given_at"])),
        ],
    )
    yield "people", list(_people(dossier))
    yield (
        "score",
        [
            (rows["value"], score["value"]),
            (rows["computed_on"], _shown(score["computed_on"])),
            (rows["notified_on"], ", ".join(map(_shown, score["notified_on"])) or _both(words["unknown"])),
            (rows["last_day"], _shown(window["last_day"]) or _both(words["unknown"])),
            (rows["late"], _both(words["yes" if window["late"] else "no"])),
        ],
    )
    if dossier["contested"]:
        yield "contested", [(item["name"], _values(item["declared"], item["said"])) for item in dossier["contested"]]
    if file_types:
        names = file_names(dossier["reference"], file_types)
        yield "files", [({"fr": str(number), "ar": str(number)}, name) for number, name in enumerate(names, start=1)]


def _people(dossier: dict[str, Any]) -> Iterator[tuple[Name, str]]:
    rows = WORDS["rows"]
    declarant = dossier["declarant"]
    people = {"applicant": dossier["applicant"]} | ({"declarant": declarant} if declarant else {})
    for label, person in people.items():
        if label == "declarant" and declarant == dossier["applicant"]:
            continue
        yield rows[label], f"{person['given_name']} {person['family_name']}"
        known = {field: person[field] for field in ("idcs", "cnie", "birth_date", "phone") if person[field]}
        yield from ((rows[field], _shown(value) if field == "birth_date" else value) for field, value in known.items())
    household, formula = dossier["household"], load_formula()
    region = formula.region(household["region"])
    setting = formula.settings["urban" if household["setting"] == "urban" else "rural"].name
    yield rows["household"], household["reference"]
    yield rows["region"], "" if region is None else f"{region.name.fr} / {region.name.ar}"
    yield rows["setting"], f"{setting.fr} / {setting.ar}"


def _shown(iso: str | None) -> str:
    """A day, or a day and a time: 22/11/2026 16:05."""
    if iso is None:
        return ""
    return datetime.fromisoformat(iso).strftime("%d/%m/%Y %H:%M" if "T" in iso else "%d/%m/%Y")


def _both(word: Name) -> str:
    return f"{word['fr']} / {word['ar']}"


def _values(declared: object, said: Correction | None) -> str:
    """What stands in the register, and what the household says it is."""
    values = {"declared": declared} if said is None else {"declared": declared, "said": said}
    return "\n".join(f"{WORDS['words'][name]['fr']} : {_value(value)}" for name, value in values.items())


def _value(value: object) -> str:
    if isinstance(value, bool):
        return _both(WORDS["words"]["yes" if value else "no"])
    return "-" if value is None else str(value)


def _head(paper: FPDF, reference: str) -> None:
    paper.set_font("haqqi", size=13)
    for language, align in (("fr", "L"), ("ar", "R")):
        paper.multi_cell(0, LINE * 1.5, WORDS["title"][language], align=align, new_x="LMARGIN", new_y="NEXT")
    paper.set_font("haqqi", size=SIZE)
    paper.cell(paper.epw / 2, LINE, WORDS["law"]["fr"])
    paper.cell(paper.epw / 2, LINE, WORDS["law"]["ar"], align="R", new_x="LMARGIN", new_y="NEXT")
    _bars(paper, reference)


def _bars(paper: FPDF, reference: str) -> None:
    """Code 128 of the reference, to be read by a scanner at the agency's counter."""
    modules = Code128(reference).build()[0]
    width, height, top = 0.36, 9.0, paper.get_y() + 1
    left = (paper.w - width * len(modules)) / 2
    paper.set_fill_color(0)
    for position, module in enumerate(modules):
        if module == "1":
            paper.rect(left + position * width, top, width, height, style="F")
    paper.set_y(top + height + 1)
    paper.cell(0, LINE, reference, align="C", new_x="LMARGIN", new_y="NEXT")


def _section(paper: FPDF, title: Name) -> None:
    paper.ln(2)
    paper.set_fill_color(230)
    half = paper.epw / 2
    paper.cell(half, LINE + 1, title["fr"], fill=True)
    paper.cell(half, LINE + 1, title["ar"], align="R", fill=True, new_x="LMARGIN", new_y="NEXT")


def _row(paper: FPDF, label: Name, value: str) -> None:
    cells = ((LABEL, label["fr"], "L"), (VALUE, value.translate(BIDI_CONTROLS), "C"), (0.0, label["ar"], "R"))
    height = max(_height(paper, width, text) for width, text, _ in cells)
    if paper.will_page_break(height):
        paper.add_page()
    top, left = paper.get_y(), paper.l_margin
    for width, text, align in cells:
        paper.set_xy(left, top)
        paper.multi_cell(width, LINE, text, align=align)
        left += width
    paper.set_xy(paper.l_margin, top + height)


def _height(paper: FPDF, width: float, text: str) -> float:
    return float(paper.multi_cell(width, LINE, text, dry_run=True, output="HEIGHT"))  # type: ignore[arg-type]


def _block(paper: FPDF, text: str) -> None:
    """Paragraphs, each in the direction of its first letter."""
    for line in text.translate(BIDI_CONTROLS).splitlines():
        plain = "".join(filter(str.isprintable, line))
        arabic = next(("\u0600" <= letter <= "\u06ff" for letter in plain if letter.isalpha()), False)
        paper.multi_cell(0, LINE, plain, align="R" if arabic else "L", new_x="LMARGIN", new_y="NEXT")
