"""The score formula: the sample households, exactness of the sums, declarations that cannot be scored."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from backend.scores.formula import (
    FORMULA_FILE,
    Declaration,
    DeclarationError,
    FormulaError,
    Setting,
    compute,
    load_formula,
    validate,
)

DATA = Path(__file__).parent / "data"
EXAMPLES: list[dict[str, Any]] = yaml.safe_load((DATA / "score_examples.yml").read_text(encoding="utf-8"))["examples"]
BAD: list[dict[str, Any]] = yaml.safe_load((DATA / "score_bad_declarations.yml").read_text(encoding="utf-8"))["cases"]
FORMULA = load_formula()


def declaration(example: dict[str, Any], **changes: Any) -> Declaration:
    return Declaration(example["setting"], example["region"], {**example["inputs"], **changes})


def by_id(example_id: str) -> dict[str, Any]:
    return next(example for example in EXAMPLES if example["id"] == example_id)


@st.composite
def declarations(draw: st.DrawFn) -> Declaration:
    """Households without contradictions: parts of a household stay below a third of it, one occupation at most."""
    setting: Setting = draw(st.sampled_from(["urban", "rural"]))
    size = draw(st.integers(1, 20))
    inputs: dict[str, object] = {"household_size": size, "rooms": draw(st.integers(1, 12))}
    for name, rule in FORMULA.inputs.items():
        if setting not in rule.settings or name in inputs or draw(st.booleans()):
            continue
        if rule.type == "boolean":
            inputs[name] = draw(st.booleans())
        elif rule.type == "number":
            inputs[name] = draw(st.one_of(st.integers(0, 90_000), st.decimals(0, 90_000, places=2)))
        else:
            few = name.startswith(("members_", "children_"))
            inputs[name] = draw(st.integers(rule.min, size // 3 if few else 60))
    for constraint in FORMULA.constraints:
        if constraint.rule == "at_most_one_true":
            for name in [name for name in constraint.inputs if inputs.get(name)][1:]:
                inputs[name] = False
    if size > 2:
        inputs.pop("is_single_person_or_childless_couple", None)
    return Declaration(setting, draw(st.integers(1, 12)), inputs)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_sample_household_has_its_expected_score_to_seven_decimals(example: dict[str, Any]) -> None:
    assert f"{compute(declaration(example)).printed:f}" == f"{example['expected_score']:.7f}"


def test_the_annexes_have_35_urban_and_28_rural_variables() -> None:
    assert {setting: len(variables) for setting, variables in FORMULA.variables.items()} == {"urban": 35, "rural": 28}


def test_every_variable_and_region_has_a_name_in_each_language() -> None:
    names = [v.name for variables in FORMULA.variables.values() for v in variables] + [r.name for r in FORMULA.regions]
    assert all(name.en and name.fr and name.ar for name in names)


def test_missing_answers_count_as_zero_but_one_person_in_one_room() -> None:
    assert (
        compute(Declaration("rural", 8)).score
        == compute(Declaration("rural", 8, {"household_size": 1, "rooms": 1, "cows": 0, "has_car": False})).score
    )
    assert compute(Declaration("rural", 8)).score == Fraction("8.695") + Fraction("0.129") - Fraction(
        "0.138"
    ) + Fraction("0.00469")


@given(declarations())
def test_parts_sum_exactly_to_the_score_and_printed_parts_to_the_printed_score(declared: Declaration) -> None:
    breakdown = compute(declared)
    printed = breakdown.printed_parts()
    assert sum(part.value for part in breakdown.parts) == breakdown.score
    assert all(part.value == Fraction(part.coefficient) * part.quantity for part in breakdown.parts)
    assert sum(entry.value for entry in printed) == breakdown.printed
    assert all(abs(Fraction(entry.value) - entry.part.value) < Fraction(1, 10**7) for entry in printed)
    assert abs(Fraction(breakdown.printed) - breakdown.score) <= Fraction(1, 2 * 10**7)


@given(declarations())
def test_parts_are_the_two_constants_and_then_every_term_of_the_setting(declared: Declaration) -> None:
    breakdown = compute(declared)
    assert [part.id for part in breakdown.parts] == ["constant", "region"] + [
        variable.id for variable in FORMULA.variables[breakdown.setting]
    ]


@pytest.mark.parametrize("setting", ["urban", "rural"])
def test_one_more_of_a_thing_adds_exactly_its_coefficient(setting: Setting) -> None:
    start = {"household_size": 6, "rooms": 3} | ({"head_age": 40} if setting == "urban" else {})
    before = compute(Declaration(setting, 4, start)).score
    terms = [variable for variable in FORMULA.variables[setting] if variable.input not in (*start, None)]
    for variable in terms:
        rule = FORMULA.inputs[variable.input or ""]
        if variable.input == "is_single_person_or_childless_couple":
            continue  # contradicts six persons; the sample households cover it
        after = compute(Declaration(setting, 4, {**start, variable.input or "": True if rule.type == "boolean" else 1}))
        divisor = 6 if variable.kind in ("share_of_household", "amount_per_person") else 1
        affected = [other for other in terms if other.input == variable.input]
        assert after.score - before == sum(Fraction(other.coefficient) for other in affected) / divisor, variable.id


@pytest.mark.parametrize(
    ("setting", "size", "rooms", "expected"),
    [
        ("urban", 4, 2, ["two_or_fewer_persons_per_room"]),
        ("urban", 5, 2, []),
        ("urban", 1, 9, ["two_or_fewer_persons_per_room"]),
        ("rural", 6, 3, ["two_or_fewer_persons_per_room"]),
        ("rural", 7, 3, ["three_or_fewer_persons_per_room"]),
        ("rural", 6, 2, ["three_or_fewer_persons_per_room"]),
        ("rural", 7, 2, []),
    ],
)
def test_persons_per_room_are_divided_exactly(setting: str, size: int, rooms: int, expected: list[str]) -> None:
    breakdown = compute(Declaration(setting, 8, {"household_size": size, "rooms": rooms}))
    assert [part.id for part in breakdown.parts if part.group == "number_of_rooms" and part.value] == expected


def test_an_amount_counts_as_it_is_written_whether_float_or_decimal() -> None:
    scores = {
        compute(Declaration("rural", 1, {"annual_butane_expense": amount})).score for amount in (0.1, Decimal("0.1"))
    }
    assert len(scores) == 1
    assert scores.pop() - compute(Declaration("rural", 1)).score == Fraction("0.0000755")


def test_the_disputed_region_constant_gives_the_other_sources_score() -> None:
    example = by_id("urban_06_region_7_disputed")
    region = FORMULA.region(7)
    assert region is not None
    assert region.alternative_urban is not None
    other = compute(declaration(example)).score - Fraction(region.urban) + Fraction(region.alternative_urban)
    assert float(other) == pytest.approx(example["expected_score_if_region_constant_0_194"], abs=1e-7)


def test_the_disputed_room_terms_give_the_other_sources_score() -> None:
    term = next(v for v in FORMULA.variables["rural"] if v.id == "three_or_fewer_persons_per_room")
    assert term.alternative_condition is not None
    checked = [example for example in EXAMPLES if "expected_score_if_variables_3_and_4_add_up" in example]
    assert len(checked) == 3
    for example in checked:
        inputs = example["inputs"]
        assert term.alternative_condition.holds(Fraction(inputs["household_size"], inputs["rooms"]))
        other = compute(declaration(example)).score + Fraction(term.coefficient)
        assert float(other) == pytest.approx(example["expected_score_if_variables_3_and_4_add_up"], abs=1e-7)


def test_what_the_sources_dispute_is_marked_with_a_note() -> None:
    for setting, disputed in {
        "urban": {
            "two_or_fewer_persons_per_room",
            "butane_expense_per_person",
            "water_electricity_expense_per_person",
            "phone_internet_expense_per_person",
        },
        "rural": {"two_or_fewer_persons_per_room", "three_or_fewer_persons_per_room", "car"},
    }.items():
        marked = [v for v in FORMULA.variables["urban" if setting == "urban" else "rural"] if v.agreement != "both"]
        assert {variable.id for variable in marked} == disputed
        assert all(variable.note for variable in marked)


@pytest.mark.parametrize(
    ("official", "agrees"),
    [("9.45549", True), ("9.455491", True), ("9.4554910001", False), ("9.455488", False), ("NaN", False)],
)
def test_an_official_score_agrees_within_a_millionth(official: str, agrees: bool) -> None:
    breakdown = compute(declaration(by_id("urban_01_lone_person_nothing")))
    assert breakdown.agrees_with(Decimal(official)) is agrees


@pytest.mark.parametrize("case", BAD, ids=lambda case: case["about"])
def test_a_declaration_that_cannot_be_scored_is_explained(case: dict[str, Any]) -> None:
    declared = Declaration(case["setting"], case["region"], case["inputs"])
    assert any(case["problem"] in problem for problem in validate(declared))
    with pytest.raises(DeclarationError):
        compute(declared)


def test_all_problems_are_listed_at_once() -> None:
    problems = validate(Declaration("moon", 99, {"cars": -1, "rooms": "two", "wings": 2}))
    assert [problem.split(":")[0] for problem in problems] == ["setting", "region", "cars", "rooms", "wings"]


def test_monstrous_numbers_are_refused_in_no_time() -> None:
    monsters: dict[str, object] = {"cars": 10**6000, "annual_butane_expense": Decimal("1E+999999999")}
    assert len(validate(Declaration("urban", 1, monsters))) == 2


any_value = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers()))


@given(any_value, any_value, st.dictionaries(st.one_of(st.sampled_from(sorted(FORMULA.inputs)), st.text()), any_value))
def test_nonsense_never_does_anything_but_raise_a_declaration_error(
    setting: object, region: object, inputs: dict[str, object]
) -> None:
    declared = Declaration("urban" if setting is None else setting, 1 if region is None else region, inputs)
    assert validate(declared) or compute(declared).score


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('constant: "9.825"', 'constant: "much"', "valid decimal"),
        ("input: has_garage", "input: has_hangar", "garage cannot be computed from the input has_hangar"),
        ("kind: square", "kind: cube", "kind"),
        ("      input: has_garage\n", "", "a condition has `condition`, every other kind has `input`"),
        ("code: 12", "code: 11", "a region code stands twice"),
        ("official: false", "official: false\nofficial: true", "stands twice"),
        ("places: 7", "places: 7\ncolour: blue", "colour"),
        ("    limit: household_size\n    minus: 1", "    limit: household\n    minus: 1", "unknown input household"),
        ("{type: integer, min: 1, default: 1, unit: rooms", "{type: integer, min: 0, unit: rooms", "it divides"),
    ],
)
def test_a_damaged_formula_file_is_explained(tmp_path: Path, old: str, new: str, says: str) -> None:
    text = FORMULA_FILE.read_text(encoding="utf-8")
    assert old in text
    damaged = tmp_path / "formula.yml"
    damaged.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FormulaError, match=says):
        load_formula(damaged)


def test_a_missing_formula_file_is_explained(tmp_path: Path) -> None:
    with pytest.raises(FormulaError, match="cannot be read"):
        load_formula(tmp_path / "none.yml")
