"""SMS length: known cases, and what must hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.notifications.segments import BASIC, EXTENDED, fold, is_gsm7, measure


@pytest.mark.parametrize(
    ("text", "encoding", "units", "segments"),
    [
        ("", "GSM-7", 0, 1),
        ("a" * 160, "GSM-7", 160, 1),
        ("a" * 161, "GSM-7", 161, 2),
        ("a" * 306, "GSM-7", 306, 2),
        ("a" * 307, "GSM-7", 307, 3),
        ("é à ù è Ç", "GSM-7", 9, 1),
        ("€" * 80, "GSM-7", 160, 1),
        ("€" * 81, "GSM-7", 162, 2),
        ("a" * 152 + "€" + "a" * 152, "GSM-7", 306, 3),  # the escape pair does not fit into the first part
        ("ê", "UCS-2", 1, 1),
        ("ا" * 70, "UCS-2", 70, 1),
        ("ا" * 71, "UCS-2", 71, 2),
        ("ا" * 134, "UCS-2", 134, 2),
        ("ا" * 135, "UCS-2", 135, 3),
        ("😀" * 35, "UCS-2", 70, 1),
        ("ا" * 66 + "😀" + "ا" * 10, "UCS-2", 78, 2),
    ],
)
def test_should_count_as_the_network_does(text: str, encoding: str, units: int, segments: int) -> None:
    length = measure(text)
    assert (length.encoding, length.units, length.segments) == (encoding, units, segments)


@given(st.text(st.sampled_from(sorted(BASIC | EXTENDED)), max_size=600))
def test_should_never_count_fewer_parts_than_units_need(text: str) -> None:
    length = measure(text)
    assert length.encoding == "GSM-7"
    assert length.segments >= (1 if length.units <= 160 else -(-length.units // 153))
    assert length.segments <= -(-length.units // 152) + 1


@given(st.text("abcéèàùêîôûçœâëïÿÀÂÈÊ’“”«»–—…\u202f\u00a0 ", max_size=200))
def test_should_bring_french_into_gsm7(text: str) -> None:
    assert is_gsm7(fold(text))
