"""The example documents are read as a careful person reads them."""

from pathlib import Path

import pytest

from dinet.api import read
from dinet.model import Programme
from tests.gold import differences, gold

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = ("hoogeveen", "coevorden")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("suffix", ["txt", "docx"])
def test_an_example_is_read_as_a_careful_person_reads_it(
    name: str, suffix: str
) -> None:
    assert differences(gold(name), read(EXAMPLES / f"{name}.{suffix}")) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_reading_that_misses_everything_differs(name: str) -> None:
    wanted = gold(name)
    missed = differences(wanted, Programme())
    assert sum(line.startswith("missed") for line in missed) > len(
        wanted["efforts"]
    ) + len(wanted["goals"])


def test_an_invented_link_and_an_invented_element_differ() -> None:
    right = read(EXAMPLES / "hoogeveen.txt")
    effort, goal = (
        right.elements[-1],
        next(each for each in right.elements if each.kind == "goal"),
    )
    linked = right.model_copy(
        update={
            "links": (
                *right.links,
                right.links[0].model_copy(
                    update={"start": effort.id, "end": goal.id}
                ),
            )
        }
    )
    more = right.model_copy(
        update={
            "elements": (
                *right.elements,
                effort.model_copy(
                    update={"id": "I99", "text": "Iets anders."}
                ),
            )
        }
    )
    assert differences(gold("hoogeveen"), linked) != []
    assert differences(gold("hoogeveen"), more) == [
        "invented I99 Iets anders."
    ]
