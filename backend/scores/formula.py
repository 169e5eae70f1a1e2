"""The score formula of decree 2.21.582, as far as it is known, computed exactly.

The official score is the truth; everything computed here is an estimate and has to be called one. The numbers are in
`data/score/formula.yml` with what is doubtful about each.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from math import floor, isfinite
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from backend.facts.plain_yaml import PlainYamlError, read_plain_yaml

FORMULA_FILE = Path(__file__).resolve().parents[2] / "data" / "score" / "formula.yml"

Setting = Literal["urban", "rural"]
Kind = Literal["boolean", "count", "square", "share_of_household", "amount_per_person", "condition"]
InputType = Literal["boolean", "integer", "number"]
Agreement = Literal["both", "one_source", "differ"]
Certainty = Literal["high", "medium", "low"]

TYPES_OF_KIND: dict[Kind, tuple[InputType, ...]] = {
    "boolean": ("boolean",),
    "count": ("integer",),
    "square": ("integer",),
    "share_of_household": ("integer",),
    "amount_per_person": ("number", "integer"),
}
WORDS_OF_TYPE: dict[InputType, str] = {
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
}


class FormulaError(ValueError):
    """The formula file cannot be used; the message says why."""


class DeclarationError(ValueError):
    """A declaration that the formula cannot be applied to.

    `problems` has one sentence for each thing that is wrong, in plain English.
    """

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Name(_Model):
    """What something is called, for people."""

    en: str
    fr: str
    ar: str


class Decree(_Model):
    """Where the formula was published; not read by us."""

    number: str
    date: dt.date
    gazette: str
    gazette_date: dt.date
    note: str = ""


class Source(_Model):
    """A public re-implementation from which the numbers were taken."""

    id: str
    what: str
    date: dt.date


class SettingConstant(_Model):
    """Starting value of the households of a setting."""

    constant: Decimal
    name: Name


class Region(_Model):
    """Region code of the registry (1 to 12) with its constants."""

    code: int
    id: str
    name: Name
    urban: Decimal
    rural: Decimal
    agreement: Agreement
    certainty: Certainty = "high"
    alternative_urban: Decimal | None = None
    note: str = ""

    def constant(self, setting: Setting) -> Decimal:
        """Return the constant added for households of this region and setting."""
        return self.urban if setting == "urban" else self.rural


class Largest(_Model):
    """Largest answer accepted, by type; our own limits."""

    integer: int
    number: int


class InputRule(_Model):
    """What may be declared under one input name. `unit` is of the declared value (persons, MAD per year, ...)."""

    type: InputType
    min: int = 0
    max: int | None = None
    default: int = 0
    unit: str = ""
    settings: tuple[Setting, ...]


class Constraint(_Model):
    """Answers that cannot be true together; `says` is the sentence for people."""

    rule: Literal["each_at_most", "sum_at_most", "at_most_one_true", "true_limits"]
    says: str
    inputs: tuple[str, ...] = Field(min_length=1)
    limit: str | None = None
    minus: int = 0
    value: int | None = None

    @model_validator(mode="after")
    def _has_what_its_rule_needs(self) -> Self:
        if self.rule != "at_most_one_true" and self.limit is None:
            raise ValueError(f"{self.rule} needs a limit")
        if self.rule == "true_limits" and self.value is None:
            raise ValueError("true_limits needs a value")
        return self


class RoomCondition(_Model):
    """Bounds of household_size / rooms: more than `above`, `at_most` included."""

    persons_per_room_at_most: Decimal
    persons_per_room_above: Decimal | None = None

    def holds(self, persons_per_room: Fraction) -> bool:
        """Tell whether a household with so many persons per room is meant."""
        low = self.persons_per_room_above
        return persons_per_room <= Fraction(self.persons_per_room_at_most) and (
            low is None or persons_per_room > Fraction(low)
        )


class Variable(_Model):
    """One term of the formula: coefficient times what `kind` makes of `input`."""

    id: str
    group: str
    kind: Kind
    input: str | None = None
    condition: RoomCondition | None = None
    coefficient: Decimal
    name: Name
    agreement: Agreement
    certainty: Certainty = "high"
    alternative: Decimal | None = None
    alternative_condition: RoomCondition | None = None
    note: str = ""

    @model_validator(mode="after")
    def _has_input_or_condition(self) -> Self:
        wants_condition = self.kind == "condition"
        if wants_condition != (self.condition is not None) or wants_condition != (self.input is None):
            raise ValueError(f"{self.id}: a condition has `condition`, every other kind has `input`")
        return self


class Formula(_Model):
    """The whole formula file, checked. `places` are the decimals of a printed score."""

    schema_version: Literal["1"]
    name: Name
    official: bool
    confidence: Literal["A", "B", "C", "UNVERIFIED"]
    checked_on: dt.date
    decree: Decree
    sources: tuple[Source, ...]
    places: int = Field(ge=0, le=12)
    agreement_tolerance: Decimal
    settings: dict[Setting, SettingConstant]
    regions: tuple[Region, ...]
    largest: Largest
    inputs: dict[str, InputRule]
    constraints: tuple[Constraint, ...]
    variables: dict[Setting, tuple[Variable, ...]]

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        problems = list(_misfits(self))
        if problems:
            raise ValueError("; ".join(problems))
        return self

    def region(self, code: int) -> Region | None:
        """Return the region of a code, or None."""
        return next((region for region in self.regions if region.code == code), None)


def _misfits(formula: Formula) -> Iterable[str]:
    """Yield what does not fit together between the parts of a formula file."""
    if set(formula.settings) != {"urban", "rural"} or set(formula.variables) != {"urban", "rural"}:
        yield "settings and variables must both have urban and rural"
    codes = [region.code for region in formula.regions]
    if len(set(codes)) != len(codes):
        yield "a region code stands twice"
    named = {name for constraint in formula.constraints for name in (*constraint.inputs, constraint.limit) if name}
    yield from (f"a constraint names the unknown input {name}" for name in sorted(named - set(formula.inputs)))
    for name in ("household_size", "rooms"):
        if name not in formula.inputs or formula.inputs[name].min < 1 or formula.inputs[name].default < 1:
            yield f"the input {name} must exist and be 1 at least, it divides"
    for setting, variables in formula.variables.items():
        if len({variable.id for variable in variables}) != len(variables):
            yield f"{setting}: a variable id stands twice"
        lost = [variable for variable in variables if not _has_its_input(variable, setting, formula.inputs)]
        yield from (f"{setting}: {variable.id} cannot be computed from the input {variable.input}" for variable in lost)


def _has_its_input(variable: Variable, setting: Setting, inputs: Mapping[str, InputRule]) -> bool:
    if variable.input is None:
        return True
    rule = inputs.get(variable.input)
    return rule is not None and rule.type in TYPES_OF_KIND[variable.kind] and setting in rule.settings


@lru_cache(maxsize=8)
def load_formula(path: Path = FORMULA_FILE) -> Formula:
    """Read and check a formula file (once per path).

    Raises FormulaError.
    """
    try:
        return Formula.model_validate(read_plain_yaml(path))
    except (PlainYamlError, ValidationError) as error:
        raise FormulaError(f"{path}: {error}") from error


@dataclass(frozen=True)
class Declaration:
    """What a household declared: setting (`urban` or `rural`), region code (1 to 12), answers by input name.

    Nothing is checked here: `validate` and `compute` do, because declarations come from files and people.
    Amounts are dirhams a year for the whole household.
    """

    setting: object
    region: object
    inputs: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """One summand of a score: `value` is exactly `coefficient` x `quantity`.

    `group` is constant, region or a group of terms; `quantity` is 1 for the constants.
    """

    id: str
    group: str
    name: Name
    coefficient: Decimal
    quantity: Fraction
    value: Fraction


@dataclass(frozen=True)
class PrintedPart:
    """A part with the value to print, rounded so that all printed values sum to the printed score."""

    part: Part
    value: Decimal


@dataclass(frozen=True)
class ScoreBreakdown:
    """A computed score (an estimate) as the sum of its parts: constants of setting and region, then the terms."""

    setting: Setting
    region: int
    parts: tuple[Part, ...]
    places: int
    tolerance: Decimal

    @property
    def score(self) -> Fraction:
        """The exact sum of the parts."""
        return sum((part.value for part in self.parts), Fraction(0))

    @property
    def printed(self) -> Decimal:
        """The score rounded half up to the decimals of the formula (7)."""
        return rounded(self.score, self.places)

    def agrees_with(self, official: Decimal) -> bool:
        """Tell whether an official score is the computed one, within the tolerance of the formula file (1e-6)."""
        return official.is_finite() and abs(Fraction(official) - self.score) <= Fraction(self.tolerance)

    def printed_parts(self) -> tuple[PrintedPart, ...]:
        """Return the parts rounded by largest remainder: the printed values sum to `printed` exactly."""
        printed = apportion([part.value for part in self.parts], self.printed, self.places)
        return tuple(PrintedPart(part, value) for part, value in zip(self.parts, printed, strict=True))


def rounded(value: Fraction, places: int) -> Decimal:
    """A number rounded half up to so many decimals."""
    return _decimal(floor(value * Fraction(10) ** places + Fraction(1, 2)), places)


def apportion(values: Sequence[Fraction], total: Decimal, places: int) -> list[Decimal]:
    """The values rounded to so many decimals by largest remainder, so that they sum to `total` exactly.

    `total` must have no more decimals than that, and be less than one unit of the last decimal per value away from the
    sum of the values.
    """
    scale = Fraction(10) ** places
    units = [floor(value * scale) for value in values]
    by_remainder = sorted(range(len(units)), key=lambda index: units[index] - values[index] * scale)
    for index in by_remainder[: int(Fraction(total) * scale) - sum(units)]:
        units[index] += 1
    return [_decimal(unit, places) for unit in units]


def _decimal(units: int, places: int) -> Decimal:
    # From digits, because arithmetic on Decimals rounds to the precision of the context.
    return Decimal((int(units < 0), tuple(int(digit) for digit in str(abs(units))), -places))


def compute(declared: Declaration, formula: Formula | None = None) -> ScoreBreakdown:
    """Compute the score of a declaration exactly; missing answers count as their default.

    Raises DeclarationError with every problem of the declaration, FormulaError if the formula file is unusable.
    """
    formula = formula or load_formula()
    setting, region, answers = _checked(declared, formula)
    size = answers["household_size"]
    persons_per_room = size / answers["rooms"]

    def quantity(variable: Variable) -> Fraction:
        if variable.condition is not None:
            return Fraction(variable.condition.holds(persons_per_room))
        answer = answers[variable.input or ""]
        if variable.kind in ("share_of_household", "amount_per_person"):
            return answer / size
        return answer**2 if variable.kind == "square" else answer

    start = formula.settings[setting]
    parts = [_part("constant", "constant", start.name, start.constant, Fraction(1))]
    parts.append(_part("region", "region", region.name, region.constant(setting), Fraction(1)))
    parts.extend(_part(v.id, v.group, v.name, v.coefficient, quantity(v)) for v in formula.variables[setting])
    return ScoreBreakdown(setting, region.code, tuple(parts), formula.places, formula.agreement_tolerance)


def _part(part_id: str, group: str, name: Name, coefficient: Decimal, quantity: Fraction) -> Part:
    return Part(part_id, group, name, coefficient, quantity, Fraction(coefficient) * quantity)


def validate(declared: Declaration, formula: Formula | None = None) -> list[str]:
    """Return every problem of a declaration as a sentence; an empty list means that its score can be computed."""
    try:
        _checked(declared, formula or load_formula())
    except DeclarationError as error:
        return error.problems
    return []


def _checked(declared: Declaration, formula: Formula) -> tuple[Setting, Region, dict[str, Fraction]]:
    """Return setting, region and all answers of the setting as exact numbers; raise DeclarationError."""
    setting = _setting(declared.setting)
    region = _region(declared.region, formula)
    problems: list[str] = []
    if setting is None:
        problems.append(f"setting: must be urban or rural, found {_shown(declared.setting)}")
    if region is None:
        codes = sorted(known.code for known in formula.regions)
        problems.append(f"region: must be a code from {codes[0]} to {codes[-1]}, found {_shown(declared.region)}")
    if not isinstance(declared.inputs, Mapping):
        raise DeclarationError([*problems, f"inputs: must be names with answers, found {_shown(declared.inputs)}"])
    for name, answer in declared.inputs.items():
        problems.extend(f"{_name(name)}: {problem}" for problem in _answer_problems(name, answer, setting, formula))
    if problems or setting is None or region is None:
        raise DeclarationError(problems)
    rules = {name: rule for name, rule in formula.inputs.items() if setting in rule.settings}
    answers = {name: _exact(declared.inputs.get(name, rule.default)) for name, rule in rules.items()}
    broken = list(chain.from_iterable(_broken(constraint, answers) for constraint in formula.constraints))
    if broken:
        raise DeclarationError(broken)
    return setting, region, answers


def _setting(value: object) -> Setting | None:
    if value == "urban":
        return "urban"
    return "rural" if value == "rural" else None


def _region(value: object, formula: Formula) -> Region | None:
    is_code = isinstance(value, int) and not isinstance(value, bool)
    return formula.region(value) if is_code and isinstance(value, int) else None


def _answer_problems(name: object, answer: object, setting: Setting | None, formula: Formula) -> Iterable[str]:
    """Yield what is wrong with one answer taken by itself."""
    rule = formula.inputs.get(name) if isinstance(name, str) else None
    if rule is None:
        yield "is not an input of the formula"
        return
    if setting is not None and setting not in rule.settings:
        yield f"is declared by {' and '.join(rule.settings)} households only, this one is {setting}"
    if not _has_type(answer, rule.type):
        yield f"must be {WORDS_OF_TYPE[rule.type]}, found {_shown(answer)}"
        return
    if rule.type == "boolean":
        return
    largest = rule.max or (formula.largest.integer if rule.type == "integer" else formula.largest.number)
    if _exact(answer) < rule.min:
        yield f"must be {rule.min} at least, found {_shown(answer)}"
    elif _exact(answer) > largest:
        yield f"must be {largest} at most, found {_shown(answer)}"


def _has_type(answer: object, wanted: InputType) -> bool:
    # A bool is an int to Python, but "true cars" is a mistake.
    if wanted == "boolean" or isinstance(answer, bool):
        return wanted == "boolean" and isinstance(answer, bool)
    if isinstance(answer, int):
        return True
    if wanted == "integer":
        return False
    if isinstance(answer, Decimal):  # a fraction of 1E+999999999 would fill the memory
        return answer.is_finite() and abs(answer.adjusted()) < 100
    return isinstance(answer, float) and isfinite(answer)


def _exact(answer: object) -> Fraction:
    """Return a number as it was written: 0.1 is a tenth, not the nearest binary fraction."""
    if isinstance(answer, float):
        return Fraction(repr(answer))
    if isinstance(answer, int | Decimal):
        return Fraction(answer)
    raise TypeError(f"not a number: {type(answer).__name__}")


def _broken(constraint: Constraint, answers: Mapping[str, Fraction]) -> Iterable[str]:
    """Yield a sentence for each way in which the answers of one setting break a constraint."""
    given = {name: answers[name] for name in constraint.inputs if name in answers}
    limit = answers.get(constraint.limit or "", Fraction(0)) - constraint.minus
    match constraint.rule:
        case "each_at_most":
            yield from (f"{name}: {constraint.says}" for name, answer in given.items() if answer > limit)
        case "sum_at_most" if sum(given.values()) > limit and any(given.values()):
            yield constraint.says
        case "at_most_one_true" if sum(given.values()) > 1:
            yield constraint.says
        case "true_limits" if any(given.values()) and limit > (constraint.value or 0):
            yield constraint.says


def _shown(value: object) -> str:
    try:
        text = repr(value)
    except (ValueError, RecursionError):  # Python refuses to print integers of more than 4300 digits
        text = f"a {type(value).__name__} that cannot be shown"
    return text if len(text) <= 40 else f"{text[:37]}..."


def _name(name: object) -> str:
    return name if isinstance(name, str) and name.isidentifier() and len(name) <= 80 else _shown(name)
