"""The words inside texts, and what a dialect file changes in them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dinet.api import read
from dinet.errors import UsageError
from dinet.model import Programme
from dinet.vocabulary.active_dialect import (
    active_phrases,
    dialect_in,
    once_per_dialect,
    using_dialect,
    words_of,
)
from dinet.vocabulary.phrases import Phrases, built_in_phrases
from tests.documents import heading, in_text, in_word, para, told
from tests.pdfs import in_pdf, lattice, text

EXAMPLES = Path(__file__).parents[2] / "examples"
HEADER = ["Doelen", "Inspanningen"]


@contextmanager
def spoken(toml: str) -> Iterator[None]:
    """Read in the dialect of a file, as long as the context lasts."""
    with using_dialect(dialect_in(toml.encode(), "eigen.toml")):
        yield


def planned() -> Programme:
    return in_text(
        [*HEADER, "Wijnmaand 2026"], ["Meer sport.", "Een hal bouwen.", "Bouw"]
    )


def broken_in_a_cell() -> Programme:
    return in_text(
        HEADER,
        ["Meer sport.", "<p>Een hal bouwen</p><p>alsmede een plein</p>"],
    )


def sourced() -> Programme:
    return in_text(
        ["Doelen", "SMART-doelen"],
        ["Meer sport.", "In 2028 sport 60% (herkomst: GGD)."],
    )


def starred() -> Programme:
    return in_text(HEADER, ["Meer sport.", "✦ Een hal bouwen ✦ Clubs helpen"])


def stated() -> Programme:
    return in_text(
        HEADER,
        ["D1: Meer sport.", "Een hal."],
        ["D2: Meer spel.", "Een plein. (dient ook D1)"],
    )


def undecided() -> Programme:
    return in_text(HEADER, ["Meer sport.", "wordt vervolgd"])


def decorated() -> Programme:
    return in_text(
        ["Doelen", "SMART-doelen", "Allerbelangrijkste inspanningen"],
        ["Meer sport.", "In 2028 60%.", "Een hal."],
    )


def steps(programme: Programme) -> list[str]:
    return [
        step.period
        for each in programme.elements
        if each.kind == "effort"
        for step in each.planning
    ]


def sources(programme: Programme) -> list[str]:
    return [source for each in programme.elements for source in each.sources]


@pytest.mark.parametrize(
    ("toml", "reading", "look", "before", "after"),
    [
        (
            '[taal.maanden]\n10 = ["wijnmaand"]',
            planned,
            steps,
            [],
            ["Wijnmaand 2026"],
        ),
        (
            '[taal]\nvervolgwoorden = ["alsmede"]',
            broken_in_a_cell,
            told,
            [
                "D1 Meer sport.",
                "I1 Een hal bouwen > D1",
                "I2 alsmede een plein > D1",
            ],
            ["D1 Meer sport.", "I1 Een hal bouwen alsmede een plein > D1"],
        ),
        (
            '[taal.verbindingswoorden]\nnl = ["bouwen"]',
            broken_in_a_cell,
            told,
            [
                "D1 Meer sport.",
                "I1 Een hal bouwen > D1",
                "I2 alsmede een plein > D1",
            ],
            ["D1 Meer sport.", "I1 Een hal bouwen alsmede een plein > D1"],
        ),
        ('[taal.bronnen]\neen = ["herkomst"]', sourced, sources, [], ["GGD"]),
        (
            '[taal.opsommingstekens]\noveral = ["✦"]',
            starred,
            told,
            ["D1 Meer sport.", "I1 ✦ Een hal bouwen ✦ Clubs helpen > D1"],
            [
                "D1 Meer sport.",
                "I1 Een hal bouwen > D1",
                "I2 Clubs helpen > D1",
            ],
        ),
        (
            '[taal.genoemde-verbanden]\ndraagt-bij-aan = ["dient ook"]',
            stated,
            told,
            [
                "D1 Meer sport.",
                "D2 Meer spel.",
                "I1 Een hal. > D1",
                "I2 Een plein. (dient ook D1) > D2",
            ],
            [
                "D1 Meer sport.",
                "D2 Meer spel.",
                "I1 Een hal. > D1",
                "I2 Een plein. > D1, D2",
            ],
        ),
        (
            '[language.placeholders]\nopen = ["wordt vervolgd"]',
            undecided,
            told,
            ["D1 Meer sport.", "I1 wordt vervolgd > D1"],
            ["D1 Meer sport."],
        ),
        (
            '[language.headings]\nbefore = ["allerbelangrijkste"]',
            decorated,
            lambda programme: [each.kind for each in programme.elements],
            ["goal", "target"],
            ["goal", "target", "effort"],
        ),
    ],
)
def test_a_list_of_a_dialect_changes_what_is_read(
    toml: str,
    reading: Callable[[], Programme],
    look: Callable[[Programme], list[str]],
    before: list[str],
    after: list[str],
) -> None:
    assert look(reading()) == before
    with spoken(toml):
        assert look(reading()) == after
    assert look(reading()) == before


def test_a_word_for_pages_is_no_text_between_tables() -> None:
    def goals() -> list[str]:
        found = in_word(
            heading("Doelen"),
            para("Meer sport."),
            para("Bladnr. 3 van 4"),
            para("Meer spel."),
        )
        return [each for each in told(found) if each.startswith("D")]

    assert goals() == ["D1 Meer sport.", "D2 Bladnr. 3 van 4", "D3 Meer spel."]
    with spoken('[taal.paginanummers]\nwoorden = ["bladnr."]'):
        assert goals() == ["D1 Meer sport.", "D2 Meer spel."]


def test_a_bullet_of_a_dialect_reaches_the_process_that_takes_a_pdf_apart() -> (
    None
):
    page = [
        lattice([40, 200, 400], [40, 60, 100]),
        *(text(45, 52, "Doelen"), text(205, 52, "Inspanningen")),
        *(text(45, 72, "Meer sport."), text(205, 72, "¤ Hal", "¤ Plein")),
    ]
    assert len(in_pdf("".join(page)).elements) == 2
    with spoken('[taal.opsommingstekens]\noveral = ["¤"]'):
        assert told(in_pdf("".join(page))) == [
            "D1 Meer sport.",
            "I1 Hal > D1",
            "I2 Plein > D1",
        ]


def test_words_are_added_replaced_and_taken_away() -> None:
    with spoken('[taal]\nzinseinden = ["~"]'):
        assert words_of("sentence_ends") == (
            *built_in_phrases().words_of("sentence_ends"),
            "~",
        )
    with spoken('[taal]\nzinseinden = { alleen = ["~"] }'):
        assert words_of("sentence_ends") == ("~",)
    with spoken('[language]\nsentence-ends = { without = [":", ";", "…"] }'):
        assert words_of("sentence_ends") == (".", "!", "?")
    with spoken('[taal.synoniemen]\nAFVAL = ["Afval", "vuilnis"]'):
        assert active_phrases().group_of("synonyms")["AFVAL"] == (
            "afval",
            "vuilnis",
        )


def test_a_dialect_that_changes_no_list_shares_all_that_was_made_of_them() -> (
    None
):
    with spoken('doel = ["stip"]'):
        assert active_phrases() is built_in_phrases()


def test_what_is_made_of_words_is_made_once_for_each_dialect() -> None:
    made: list[tuple[str, ...]] = []

    @once_per_dialect
    def ends() -> int:
        made.append(words_of("sentence_ends"))
        return len(made)

    own = dialect_in(b'[taal]\nzinseinden = { alleen = ["~"] }', "eigen.toml")
    assert ends() == ends() == 1
    for _ in range(2):
        with using_dialect(own):
            assert ends() == 2
        assert ends() == 1
    assert made[1] == ("~",)


@pytest.mark.parametrize(
    ("toml", "wanted"),
    [
        (
            '[taal]\nmaandne = ["x"]',
            "eigen.toml:2: “maandne” means nothing here.",
        ),
        (
            '[taal]\nzinseinde = ["x"]',
            "eigen.toml:2: “zinseinde” means nothing here. Did you mean",
        ),
        (
            '[taal.maanden]\n13 = ["x"]',
            "eigen.toml:2: “13” means nothing here.",
        ),
        (
            '[taal.bronnen]\nmeerdere = ["x"]',
            "eigen.toml:2: “meerdere” means nothing here.",
        ),
        (
            '[taal]\nmaanden = ["x"]',
            "eigen.toml:2: “maanden” means nothing here.",
        ),
        ("taal = 3", "eigen.toml:1: “taal” means nothing here."),
        (
            "[taal]\nzinseinden = 3",
            "eigen.toml:2: expected words between quotation marks",
        ),
        (
            '[taal]\nzinseinden = { eerst = ["x"] }',
            "eigen.toml:2: “eerst” means nothing here.",
        ),
    ],
)
def test_a_list_that_is_not_there_is_told_with_its_line(
    toml: str, wanted: str
) -> None:
    with pytest.raises(UsageError) as error:
        dialect_in(toml.encode(), "eigen.toml")
    assert error.value.in_language("en").startswith(wanted)


def test_every_list_can_be_emptied() -> None:
    everything = Phrases(dict.fromkeys(built_in_phrases().lists, ()))
    own = dialect_in(b"", "eigen.toml")
    with using_dialect(type(own)(**{**own.__dict__, "phrases": everything})):
        assert read(EXAMPLES / "coevorden.docx").elements
        assert read(EXAMPLES / "hoogeveen.txt").elements


def test_every_list_of_a_group_has_a_name_of_its_own_in_dutch_too() -> None:
    phrases = built_in_phrases()
    for group in phrases.names:
        names = list(phrases.group_of(group))
        said = [phrases.dutch.get(name, name) for name in names]
        assert len(set(said)) == len(said)
        for name, dutch in zip(names, said, strict=True):
            assert phrases.find_name(name, group) == f"{group}.{name}"
            assert phrases.find_name(dutch, group) in (
                f"{group}.{name}",
                f"{group}.{dutch}",
            )


def test_words_are_written_in_lower_case_and_once() -> None:
    for name, words in built_in_phrases().lists.items():
        assert [word.casefold() for word in words] == list(
            dict.fromkeys(words)
        ), name


def test_the_dialect_in_the_readme_works() -> None:
    readme = (EXAMPLES.parent / "README.md").read_text(encoding="utf-8")
    example = next(
        part for part in readme.split("```toml\n") if "[taal]" in part
    ).partition("```")[0]
    with spoken(example):
        assert words_of("sources.one") == ("herkomst",)
        assert "wijnmaand" in words_of("months.10")
        assert (
            told(broken_in_a_cell())[1]
            == "I1 Een hal bouwen alsmede een plein > D1"
        )
