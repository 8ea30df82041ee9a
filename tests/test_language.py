"""Everything that dinet says has a Dutch translation with the same blanks, and the catalogue that is shipped is the one that is kept."""

import io
import re
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from dinet.language import CATALOGUES, Joined, Sentence, translated
from tests.spoken_words import spoken_words

FOLDER = Path(CATALOGUES) / "nl" / "LC_MESSAGES"


@pytest.mark.parametrize("words", sorted(spoken_words()))
def test_a_sentence_has_a_translation_with_the_same_blanks(words: str) -> None:
    catalogue = read_po((FOLDER / "dinet.po").open("rb"), locale="nl")
    found = catalogue.get(words)
    assert found is not None
    assert found.string
    assert sorted(re.findall(r"\{(\w+)", str(found.string))) == sorted(re.findall(r"\{(\w+)", words))


def test_the_shipped_catalogue_is_made_of_the_kept_one() -> None:
    made = io.BytesIO()
    write_mo(made, read_po((FOLDER / "dinet.po").open("rb"), locale="nl"))
    assert made.getvalue() == (FOLDER / "dinet.mo").read_bytes()


def test_a_sentence_is_said_in_any_language_with_its_values_in_it() -> None:
    sentence = Sentence("{target} under {goal}: {grade}", target="S1", goal="D1", grade=Sentence("through the goal"))
    assert sentence.said("nl") == "S1 onder D1: via het doel"
    assert str(sentence) == "S1 under D1: through the goal"
    assert repr(sentence) == "Sentence('S1 under D1: through the goal')"


def test_sentences_are_equal_when_they_say_the_same() -> None:
    assert Sentence("goal") == Sentence("goal") != Sentence("target")
    assert len({Sentence("row {value}", value=1), Sentence("row {value}", value=1)}) == 1
    joined = Joined(Sentence("goal"), Sentence("target"), glue=", ")
    assert joined == Joined(Sentence("goal"), Sentence("target"), glue=", ")
    assert len({joined, Joined(Sentence("goal"))}) == 2
    assert joined.said("nl") == "doel, SMART-doel"


def test_what_is_not_in_the_catalogue_stays_as_it_is() -> None:
    assert translated("geen sleutel", "nl") == "geen sleutel"
    assert translated("", "nl") == ""
    assert translated("goal", "fr") == "goal"
