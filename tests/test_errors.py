"""What an error says, and with which status a run ends because of it."""

import pytest

from dinet import errors
from dinet.errors import (
    DinetError,
    DocumentError,
    UnknownElementError,
    did_you_mean,
)
from dinet.language import Sentence

STATUSES = {
    "DinetError": 70,
    "InputError": 65,
    "UnknownFormatError": 65,
    "DocumentError": 65,
    "MissingInputError": 66,
    "MissingLibraryError": 69,
    "OutputError": 73,
    "EditedFileError": 73,
    "UsageError": 2,
    "UnknownElementError": 2,
    "UnknownNameError": 2,
}


def test_every_kind_of_error_has_its_status() -> None:
    found = {
        name: each.status
        for name, each in vars(errors).items()
        if isinstance(each, type) and issubclass(each, DinetError)
    }
    assert found == STATUSES


def test_the_drawing_of_the_family_names_every_error_and_status() -> None:
    drawing = errors.__doc__ or ""
    assert all(name in drawing for name in STATUSES)
    assert all(
        str(status) in drawing
        for name, status in STATUSES.items()
        if name != "DinetError"
    )


def test_an_error_says_where_what_and_a_hint_in_any_language() -> None:
    error = DocumentError(
        Sentence("this file is empty."),
        *did_you_mean("orphan", ["orphans"]),
        where="plan.docx",
    )
    assert str(error) == "plan.docx: this file is empty. Did you mean orphans?"
    assert (
        error.in_language("nl")
        == "plan.docx: dit bestand is leeg. Bedoelde u orphans?"
    )


def test_the_place_may_be_a_sentence_or_nothing() -> None:
    assert (
        DinetError(
            Sentence("goal"), where=Sentence("row {value}", value=2)
        ).in_language("nl")
        == "rij 2: doel"
    )
    assert DinetError(Sentence("goal")).in_language("en") == "goal"


def test_an_unknown_element_reads_like_any_other_error() -> None:
    assert (
        str(UnknownElementError(Sentence("no goal {id}", id="D9")))
        == "no goal D9"
    )


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("DOELN", ["doelen", "bron"], ["Did you mean doelen?"]),
        (
            "doel",
            ["doelen", "doelstelling", "subdoel", "bron"],
            ["Did you mean doelen, subdoel?"],
        ),
        ("x", ["doelen"], []),
        ("doel", [], []),
        ("doel", None, []),
    ],
)
def test_a_misspelled_word_gets_the_nearest_ones(
    word: str, known: object, hint: list[str]
) -> None:
    assert [str(each) for each in did_you_mean(word, known)] == hint
