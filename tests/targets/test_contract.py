"""What the JSON contract tells of a target, and what dinet reads back of it."""

import json

import pytest

import dinet
from dinet.model import Programme
from tests.builder import network

PLAN = """
    doelen:
      - tekst: Meer mensen fietsen.
        smart-doelen:
          - tekst: In 2029 fietst 45% van de werknemers naar het werk.
            bron: CBS
          - tekst: Fietsgebruik
            streefwaarde: 3,5
            eenheid: ritten
            jaar: 2028
          - In 2027 is de brug geopend.
    """


def written() -> list[dict[str, object]]:
    data = json.loads(dinet.write(network(PLAN), (), "json"))
    return [
        one["target"] for one in data["elements"] if one["kind"] == "target"
    ]


def test_a_target_says_what_its_sentence_says_with_the_place() -> None:
    target = written()[0]
    assert (target["value"], target["unit"], target["deadline"]) == (
        "45%",
        "%",
        "2029",
    )
    assert target["values"] == [
        {
            "value": 45,
            "unit": "%",
            "comparator": "eq",
            "kind": "level",
            "year": None,
            "from": "sentence",
            "span": {"start": 15, "end": 18, "words": "45%"},
        }
    ]
    assert target["stated"] is None


def test_a_field_is_named_as_what_it_comes_from() -> None:
    target = written()[1]
    assert (target["value"], target["year"]) == ("3,5", "2028")
    value = target["values"][0]  # type: ignore[index]
    assert (value["value"], value["from"]) == (3.5, "field")
    assert target["stated"] == {
        "indicator": None,
        "value": "3,5",
        "unit": "ritten",
        "year": "2028",
        "baseline": None,
        "baseline_year": None,
    }


def test_every_target_has_all_keys_and_all_letters() -> None:
    keys = [list(target) for target in written()]
    assert keys[0] == keys[1] == keys[2]
    for target in written():
        smart = target["smart"]
        assert isinstance(smart, dict)
        assert "".join(smart) == "SMART"


@pytest.mark.parametrize("read", ["reader", "model"])
def test_what_was_derived_is_not_read_back_as_stated(read: str) -> None:
    plan = network(PLAN)
    data = dinet.write(plan, (), "json")
    again = (
        dinet.read_bytes(data, "plan.json")
        if read == "reader"
        else Programme.model_validate_json(data)
    )
    assert again == plan.programme


def test_fields_given_plainly_are_read_as_stated() -> None:
    fields = {"value": "60", "unit": "%"}
    element = {"id": "S1", "kind": "target", "text": "Sport", "target": fields}
    data = json.dumps({"dinet": 1, "elements": [element]}).encode()
    (target,) = dinet.Network(dinet.read_bytes(data, "plan.json")).targets
    assert target.target is not None
    assert (target.target.value, target.target.unit) == ("60", "%")
