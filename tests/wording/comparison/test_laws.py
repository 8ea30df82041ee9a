"""What holds for the comparison of any two statements."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinet.wording.comparison.comparison import compare_statements
from tests.counted_lines import uncounted_lines
from tests.wording.comparison.test_pairs import PAIRS

pytestmark = pytest.mark.no_cover

AIMS = (
    "In 2029 heeft minimaal 35% van de daken in Beilen zonnepanelen.",
    "Het aantal bezoekers van het theater stijgt in 2027 met 1.200 ten opzichte van 2022.",
    "De wachttijd voor een keuring is in 2026 maximaal 6 weken.",
    "We planten 900 bomen in de periode 2025-2028.",
    "Inwoners geven de markt in 2030 een 7,4 (2024: 6,9).",
    "Twaalf verenigingen zijn in Q3 2027 rookvrij.",
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from([text for pair in PAIRS for text in pair[1:]]),
)
NUMBER = re.compile(r"\d+")


@given(TEXTS)
def test_every_text_is_the_same_as_itself(text: str) -> None:
    assert compare_statements(text, text).verdict == "same"


@given(TEXTS, TEXTS)
def test_the_order_of_two_statements_makes_no_difference(
    one: str, other: str
) -> None:
    there, back = (
        compare_statements(one, other),
        compare_statements(other, one),
    )
    assert there.verdict == back.verdict
    assert [(part.name, part.one, part.other) for part in there.differing] == [
        (part.name, part.other, part.one) for part in back.differing
    ]


@pytest.mark.parametrize("aim", AIMS)
def test_a_source_changes_nothing(aim: str) -> None:
    for source in ("Bron: buurtonderzoek", "(bron: CBS, 2024)"):
        assert compare_statements(aim, f"{aim} {source}").verdict == "same"


@given(st.sampled_from(AIMS), st.integers(1, 8), st.data())
def test_another_number_is_never_the_same(
    aim: str, step: int, data: st.DataObject
) -> None:
    digits = [match.start() for match in re.finditer(r"\d", aim)]
    place = data.draw(st.sampled_from(digits))
    digit = str((int(aim[place]) + step) % 10)
    changed = f"{aim[:place]}{digit}{aim[place + 1 :]}"
    if digit != aim[place]:
        assert compare_statements(aim, changed).verdict != "same"


@pytest.mark.parametrize("aim", AIMS[:5])
def test_another_value_is_a_conflict(aim: str) -> None:
    value = {
        "35": "45",
        "1.200": "2.200",
        "6": "7",
        "900": "800",
        "7,4": "7,9",
    }
    for old, new in value.items():
        changed = re.sub(rf"\b{re.escape(old)}\b", new, aim)
        if (changed != aim and ": 6,9" in changed) or ": " not in changed:
            verdict = compare_statements(aim, changed).verdict
            assert verdict == ("same" if changed == aim else "conflict")


@given(
    st.sampled_from(AIMS),
    st.sampled_from(
        ("kerken", "Assen", "huurders", "sluizen", "lente", "niet", "geen")
    ),
    st.data(),
)
@settings(max_examples=200)
def test_another_content_word_is_never_the_same(
    aim: str, word: str, data: st.DataObject
) -> None:
    names = (
        "daken", "Beilen", "zonnepanelen", "bezoekers", "theater", "keuring", "wachttijd",
        "bomen", "Inwoners", "markt", "verenigingen", "rookvrij",
    )  # fmt: skip
    own = [name for name in names if name in aim]
    changed = aim.replace(data.draw(st.sampled_from(own)), word)
    assert compare_statements(aim, changed).verdict == "different"


@pytest.mark.parametrize(
    "piece",
    [
        "op ",
        "groep 2, ",
        "(zie ",
        "te te ",
        "1 ",
        "a-",
        "niet ",
        "50% in 2028 ",
    ],
)
def test_a_long_text_takes_no_longer_than_it_should(piece: str) -> None:
    one = piece * (3900 // len(piece))
    with uncounted_lines():
        began = time.process_time()
        compare_statements(one, f"{one} bomen")
        compare_statements(piece * 50_000, f"{piece * 50_000} bomen")
        taken = time.process_time() - began
    assert taken < 10  # seconds; a second is usual
