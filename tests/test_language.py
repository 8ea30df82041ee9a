"""Everything that dinet says has a Dutch translation with the same blanks.

And the shipped catalogue is the kept one.
"""

import io
import re
from contextlib import suppress
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

import dinet
from dinet.cli.answers import printing
from dinet.cli.answers.answer_lines import answer_lines
from dinet.cli.catalogue import explain_rule, list_formats, list_rules
from dinet.document.notes import (
    NOTE_OF_ONE,
    NOTE_WORDS,
    WITHOUT_TEXT,
    make_note,
    note_as_sentence,
)
from dinet.errors import DocumentError
from dinet.language import (
    LANGUAGES,
    CountedSentence,
    JoinedSentences,
    Sentence,
    _load_catalogue,
    translate_words,
)
from dinet.plugins import plugin_folder
from dinet.report.reading.reading_report import reading_report
from tests.catalogue import (
    as_compiled,
    compiled_sentences,
    dutch_catalogue,
    sentences,
)
from tests.spoken_words import Unsaid, spoken_words

EXAMPLES = Path(__file__).parent.parent / "examples"


def blanks_of(words: object) -> set[str]:
    """The names between braces in a sentence."""
    return set(re.findall(r"\{(\w+)", str(words)))


@pytest.mark.no_cover
def test_every_sentence_has_a_translation_with_the_same_blanks() -> None:
    kept = sentences(dutch_catalogue())
    spoken = spoken_words()
    assert len(spoken) > 1_000
    assert [words for words in spoken if not kept.get(words)] == []
    assert {
        words: kept[words]
        for words in spoken
        if blanks_of(words) != blanks_of(kept[words])
    } == {}


def test_the_shipped_catalogue_is_made_of_the_kept_one() -> None:
    renew = "renew it with: python -m tests.catalogue"
    kept = as_compiled(dutch_catalogue())
    made = sentences(read_mo(io.BytesIO(kept)))
    assert compiled_sentences() == made, renew


@pytest.mark.no_cover
def test_nothing_is_said_that_stands_in_no_catalogue() -> None:
    unsaid = Unsaid(_load_catalogue("nl"))
    for name in ("hoogeveen.docx", "coevorden.txt"):
        network = dinet.Network(dinet.read(EXAMPLES / name))
        findings = dinet.audit(network)
        for writer in plugin_folder("writers").plugins:
            # one of the two names no owners, so it has no page for each of them
            with suppress(DocumentError):
                dinet.write(
                    network, findings, writer, dinet.Profile(lang="nl")
                )
        said = [
            *printing.finding_lines(findings, "nl"),
            *printing.reading_lines(name, network, "nl"),
            *(
                reading_report(network, name, "nl", form)
                for form in ("html", "md")
            ),
            *answer_lines(network, "coverage", network.coverage(), "nl"),
            *answer_lines(network, "orphans", network.orphans(), "nl"),
            *answer_lines(network, "shared", network.shared(), "nl"),
            *answer_lines(network, "critical", network.critical(), "nl"),
            *answer_lines(network, "trace", network.trace("D1"), "nl"),
            *answer_lines(network, "impact", network.impact("I1"), "nl"),
        ]
        assert said
    assert [
        *list_rules("nl"),
        *list_formats("nl"),
        *(
            line
            for rule in plugin_folder("rules").plugins
            for line in explain_rule(rule, "nl")
        ),
    ]
    assert unsaid.heard == set()


def test_what_stands_in_no_catalogue_is_heard() -> None:
    catalogue = NullTranslations()
    unsaid = Unsaid(catalogue)
    assert [
        catalogue.gettext(words) for words in ("no such words", "{name}")
    ] == [
        "no such words",
        "{name}",
    ]
    assert unsaid.heard == {"no such words"}


def test_a_sentence_is_said_in_any_language_with_its_values_in_it() -> None:
    sentence = Sentence(
        "{target} under {goal}: {grade}",
        target="S1",
        goal="D1",
        grade=Sentence("through the goal"),
    )
    assert sentence.in_language("nl") == "S1 onder D1: via het doel"
    assert str(sentence) == "S1 under D1: through the goal"
    assert repr(sentence) == "Sentence('S1 under D1: through the goal')"


def test_sentences_are_equal_when_they_say_the_same() -> None:
    assert Sentence("goal") == Sentence("goal") != Sentence("target")
    assert (
        len(
            {
                Sentence("row {value}", value=1),
                Sentence("row {value}", value=1),
            }
        )
        == 1
    )
    joined = JoinedSentences(Sentence("goal"), Sentence("target"), glue=", ")
    assert joined == JoinedSentences(
        Sentence("goal"), Sentence("target"), glue=", "
    )
    assert len({joined, JoinedSentences(Sentence("goal"))}) == 2
    assert joined.in_language("nl") == "doel, SMART-doel"


def test_one_thing_is_told_in_the_singular() -> None:
    counts = {
        count: CountedSentence(
            "stands under {count} goal", "stands under {count} goals", count
        )
        for count in (0, 1, 2)
    }
    assert [each.in_language("nl") for each in counts.values()] == [
        "staat onder 0 doelen",
        "staat onder 1 doel",
        "staat onder 2 doelen",
    ]
    assert str(counts[1]) == "stands under 1 goal"
    assert counts[1] != counts[2]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", sorted(NOTE_OF_ONE))
def test_a_note_on_one_thing_names_no_others(code: str, lang: str) -> None:
    values = {"count": "1", "inserted": "", "deleted": ""}
    if code not in WITHOUT_TEXT:
        values["text"] = "Overig"
    one = make_note(code, None, lang, **values).message
    two = make_note(code, None, lang, **values | {"count": "2"}).message
    assert one != two.replace("2", "1")
    words = (NOTE_WORDS | WITHOUT_TEXT)[code]
    assert "Overig" in one or "{text}" not in words


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", sorted(NOTE_OF_ONE.keys() & WITHOUT_TEXT))
def test_a_note_that_tells_a_text_tells_it_whatever_it_counts(
    code: str, lang: str
) -> None:
    alone = make_note(code, None, lang, text="Overig", count="1")
    assert ("Overig" in alone.message) == ("{text}" in NOTE_WORDS[code])
    said = note_as_sentence(alone).in_language(lang)
    assert said.rstrip(".") == alone.message.rstrip(".")


def test_what_is_not_in_the_catalogue_stays_as_it_is() -> None:
    assert translate_words("geen sleutel", "nl") == "geen sleutel"
    assert translate_words("", "nl") == ""
    assert translate_words("goal", "fr") == "goal"
