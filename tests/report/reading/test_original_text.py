"""A document as it stands, for a page: nothing of it is lost, and little is said again."""

import json
from pathlib import Path

import pytest

from dinet.application.opened_document import open_document
from dinet.application.page_profile import profile_for_form
from dinet.report.reading import original_text as original
from dinet.report.reading.marked_document import mark_document

EXAMPLES = Path(__file__).parents[3] / "examples"


def spelled(run, elements) -> str:
    """A run as the script of the page spells it."""
    if isinstance(run, int):
        return elements[run].text
    return run if isinstance(run, str) else run[-1]


def all_texts(parts):
    for _, rows, texts in parts:
        for row in rows:
            for _, _, *inside in row:
                yield from inside
        yield from texts


@pytest.mark.parametrize("name", ["hoogeveen.docx", "coevorden.xlsx"])
def test_a_page_holds_every_word_of_its_document_and_repeats_no_element(name):
    opened = open_document(str(EXAMPLES / name), accounted=True)
    compact = profile_for_form(opened, "html").original
    elements = list(opened.network)
    told = json.loads(compact)
    words = [
        "".join(spelled(run, elements) for run in runs)
        for _, *runs in all_texts(told["parts"])
    ]
    stated = [
        "".join(run.text for run in text.runs)
        for _, text in opened.account.texts()
        if text.runs
    ]
    assert words == stated
    assert told["left"] == 0
    assert len(compact) < sum(map(len, stated)) * 2 / 3


def test_of_a_very_long_document_it_is_said_how_much_is_left_out(monkeypatch):
    opened = open_document(str(EXAMPLES / "hoogeveen.docx"), accounted=True)
    marked = mark_document(opened.account, "nl")
    monkeypatch.setattr(original, "MOST_ORIGINAL_BYTES", 800)
    compact = original.original_text(marked, opened.network)
    told = json.loads(compact)
    assert 600 < len(compact) < 1000
    assert len(told["parts"]) + told["left"] == len(marked.parts) + 1
    assert 0 < len(told["parts"][-1][1]) < len(marked.parts[1].rows)


def test_names_that_are_left_out_are_in_no_page():
    opened = open_document(
        str(EXAMPLES / "coevorden.docx"), redact=["names"], accounted=True
    )
    profile = profile_for_form(opened, "html")
    assert "Marloes" in str(opened.account)
    assert "Marloes" not in profile.original
