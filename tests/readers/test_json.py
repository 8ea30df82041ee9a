"""JSON is read as dinet writes it.

All else is refused with the way to the place, in words for people.
"""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinet.errors import DinetError, DocumentError
from dinet.readers.json import read


def refused(data: bytes | object) -> str:
    with pytest.raises(DocumentError) as caught:
        read(
            data if isinstance(data, bytes) else json.dumps(data).encode(),
            "plan.json",
        )
    return str(caught.value)


def outcome(data: bytes) -> str:
    """What becomes of a file.

    The words programme or the message for the user; any other error is a defect.
    """
    try:
        return type(read(data, "any.json")).__name__.casefold()
    except DinetError as error:
        return str(error)


GOAL = {"id": "D1", "kind": "goal", "text": "Meer sport"}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "plan.json:1:1: this is not JSON."),
        (b'{"dinet": 1,\n "links": [}', "plan.json:2:12: this is not JSON."),
        (
            b'{"dinet": 1, "dinet": 1}',
            "plan.json: “dinet” has been given already.",
        ),
        (
            b'{"elements": [NaN]}',
            "plan.json: a number has too many digits, or is not a number.",
        ),
        (
            b'{"elements": [-Infinity]}',
            "plan.json: a number has too many digits, or is not a number.",
        ),
        (
            b"9" * 5000,
            "plan.json: a number has too many digits, or is not a number.",
        ),
        (b"[1,\n ]", "plan.json:1:3: this is not JSON."),
        (b'{"a": 1, }', "plan.json:1:8: this is not JSON."),
        (b"[1,}", "plan.json:1:4: this is not JSON."),
        (b"[" * 100_000, "plan.json: this is nested too deeply."),
        (
            b"[" * 101 + b"]" * 101,
            "plan.json: this is nested too deeply.",
        ),
        (
            b'["' + b"[" * 200 + b'"]',
            "plan.json: keys with values are expected here.",
        ),
        (
            b'{"programme": {"title": "\xff"}}',
            "plan.json: the text is not in UTF-8.",
        ),
        ([], "plan.json: keys with values are expected here."),
        ({"element": []}, "plan.json, element: this key means nothing here."),
        ({"elements": {}}, "plan.json, elements: a list is expected here."),
        (
            {"elements": ["D1"]},
            "plan.json, elements[0]: keys with values are expected here.",
        ),
        (
            {"elements": [{"id": "D1"}]},
            "plan.json, elements[0].kind: this key is missing.",
        ),
        (
            {"elements": [GOAL, {**GOAL, "kind": "gaol"}]},
            "plan.json, elements[1].kind: “gaol” means nothing here. Expected: programme, theme",
        ),
        (
            {"elements": [{**GOAL, "kind": 3}]},
            "plan.json, elements[0].kind: this value cannot stand here. Expected: programme",
        ),
        (
            {"elements": [{**GOAL, "text": 5}]},
            "plan.json, elements[0].text: a text is expected here.",
        ),
        (
            {"elements": [{**GOAL, "text": None}]},
            "plan.json, elements[0].text: a text is expected here.",
        ),
        (
            {"elements": [{**GOAL, "target": {}}]},
            "plan.json, elements[0].target: this key means nothing here.",
        ),
        (
            {"elements": [{**GOAL, "places": [{"file": "a", "row": "x"}]}]},
            "elements[0].places[0].row: a whole number is expected here.",
        ),
        (
            {"elements": [{**GOAL, "places": [{"file": "a", "row": 1.5}]}]},
            "elements[0].places[0].row: a whole number is expected here.",
        ),
        (
            {"links": [{"from": "I1", "kind": "measures"}]},
            "plan.json, links[0].to: this key is missing.",
        ),
        (
            {"links": [{"from": "I1", "to": "D1", "kind": "meet"}]},
            "plan.json, links[0].kind: “meet” means nothing here. Expected: contributes_to",
        ),
        (
            {"programme": {"lang": "fr"}},
            "plan.json, programme.lang: “fr” means nothing here. Expected: nl, en.",
        ),
        (
            {"dinet": 2},
            "plan.json, dinet: this value cannot stand here. Expected: 1.",
        ),
        ({"\ud800": 1}, "plan.json, \ufffd: this key means nothing here."),
    ],
)
def test_what_is_wrong_is_told_with_the_way_to_it(
    data: bytes | object, words: str
) -> None:
    assert words in refused(data)


def test_an_infinite_number_is_no_place() -> None:
    data = (
        b'{"elements": [{"id": "D1", "kind": "goal", "text": '
        b'"a", "places": [{"file": "a", "row": 1e999}]}]}'
    )
    assert (
        "elements[0].places[0].row: a whole number is expected here."
        in refused(data)
    )


def test_all_problems_are_told_at_once_and_twenty_are_listed() -> None:
    lines = refused({"elements": [{**GOAL, "text": 1}] * 25}).splitlines()
    assert lines[1].startswith("plan.json, elements[1].text: ")
    assert (len(lines), lines[-1]) == (21, "And 5 more.")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"]
)
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    data = json.dumps(
        {"programme": {"title": "Jóng"}}, ensure_ascii=False
    ).encode(encoding)
    assert read(data, "plan.json").title == "Jóng"


def test_half_characters_are_replaced() -> None:
    data = (
        b'{"programme": {"title": "a\\ud800b"}, "notes": [{"code": '
        b'"c", "message": "m", "values": {"\\udfff": "v"}}]}'
    )
    this = read(data, "plan.json")
    assert (this.title, this.notes[0].values) == ("a\ufffdb", {"\ufffd": "v"})


_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=3)
    | st.sampled_from(["goal", "D1", "measures"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "kind",
                    "text",
                    "places",
                    "from",
                    "to",
                    "file",
                    "row",
                    "values",
                ]
            )
            | st.text(max_size=2),
            inner,
        )
    ),
    max_leaves=15,
)


@given(
    st.dictionaries(
        st.sampled_from(["dinet", "programme", "elements", "links", "notes"]),
        _values,
    )
)
def test_any_json_is_a_programme_or_is_refused_in_words_for_people(
    value: dict[str, object],
) -> None:
    assert not re.search(
        r"pydantic|Input should|valid_|\(type=",
        outcome(json.dumps(value).encode()),
    )


@given(st.binary())
def test_any_bytes_are_a_programme_or_are_refused(data: bytes) -> None:
    assert outcome(data).startswith(("programme", "any.json"))
