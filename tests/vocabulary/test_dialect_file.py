"""A dialect of the user's own.

A TOML file that extends and changes the words, the ladder and the links.
"""

from pathlib import Path

import pytest

from dinet.api import read, read_bytes
from dinet.errors import DocumentError, MissingInputError, UsageError
from dinet.model import KINDS
from dinet.vocabulary.active_dialect import built_in_dialect, dialect_in
from tests.documents import tabbed, told

PLAN = tabbed(
    ["Stip", "Duimstok", "Klussen", "Kapitein"],
    ["Meer sport.", "In 2028 sport 60%.", "Een hal bouwen.", "An de Wit"],
)
WORDS = """
doel = ["Stip"]
inspanning = ["klus", "klussen"]

[smart-doel]
woorden = ["duimstok"]

[trekker]
nl = "kapitein"
"""


@pytest.fixture
def dialect(tmp_path: Path) -> Path:
    """Where a test writes its dialect."""
    return tmp_path / "eigen.toml"


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_words_of_ones_own_name_goals_targets_efforts_and_owners(
    dialect: Path,
) -> None:
    read = read_bytes(PLAN, "plan.txt", written(dialect, WORDS))
    assert told(read) == [
        "D1 Meer sport.",
        "S1 In 2028 sport 60%. > D1",
        "I1 Een hal bouwen. > D1, S1",
    ]
    assert read.elements[2].owners == ("An de Wit",)


def test_a_dialect_is_gone_after_its_read(
    dialect: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_bytes(PLAN)
    for _ in range(2):
        assert len(read(plan, dialect=written(dialect, WORDS)).elements) == 3
        with pytest.raises(DocumentError):
            read(plan)


def test_two_dialects_in_one_process_do_not_disturb_each_other(
    dialect: Path, tmp_path: Path
) -> None:
    other = written(
        tmp_path / "ander.toml", 'doel = ["klussen"]\ninspanning = ["stip"]\n'
    )
    first = read_bytes(PLAN, "plan.txt", written(dialect, WORDS))
    assert told(read_bytes(PLAN, "plan.txt", other)) == [
        "D1 Een hal bouwen.",
        "I1 Meer sport. > D1",
    ]
    assert read_bytes(PLAN, "plan.txt", dialect) == first


def test_a_word_that_dinet_knows_can_mean_something_else(
    dialect: Path,
) -> None:
    plan = tabbed(
        ["Thema", "Resultaten", "Acties"], ["Sport.", "Een hal.", "Bouwen."]
    )
    assert told(
        read_bytes(
            plan,
            "plan.txt",
            written(
                dialect, 'doel = ["thema"]\n[geen]\nwoorden = ["resultaten"]\n'
            ),
        )
    ) == [
        "D1 Sport.",
        "I1 Bouwen. > D1",
    ]


def test_the_ladder_and_the_links_can_be_changed(dialect: Path) -> None:
    plan = tabbed(
        ["Doel", "Product", "Inspanning"],
        ["Meer sport.", "Een hal.", "Bouwen."],
    )
    assert told(read_bytes(plan, "plan.txt")) == [
        "D1 Meer sport.",
        "R1 Een hal. > D1",
        "I1 Bouwen. > R1",
    ]
    turned = """
    ladder = ["inspanning", "product"]
    [product]
    dient = ["inspanning"]
    [inspanning]
    dient = { doel = "hangt af van" }
    """
    read = read_bytes(plan, "plan.txt", written(dialect, turned))
    assert told(read) == [
        "D1 Meer sport.",
        "R1 Een hal. > I1",
        "I1 Bouwen. > D1",
    ]
    assert [link.kind for link in read.links] == [
        "contributes_to",
        "depends_on",
    ]


def test_a_dialect_counts_in_the_reader_of_every_format_too(
    dialect: Path,
) -> None:
    lines = [
        "Notulen;;",
        "",
        "Stip;Klussen",
        "Meer sport.;Een hal bouwen.",
        "",
    ]
    read = read_bytes(
        "\n".join(lines).encode(), "plan.csv", written(dialect, WORDS)
    )
    assert told(read) == ["D1 Meer sport.", "I1 Een hal bouwen. > D1"]


def test_an_empty_dialect_changes_nothing() -> None:
    found = dialect_in(b"# nog niets\n", "eigen.toml")
    own = built_in_dialect()
    assert (found.words, found.ladder, found.serves) == (
        own.words,
        own.ladder,
        own.serves,
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            'inspannig = ["klus"]',
            "eigen.toml:1: there is no role “inspannig”. Did you mean inspanning",
        ),
        (
            '# doelen\n\n[doel]\nworden = ["x"]',
            "eigen.toml:4: “worden” means nothing here. Did you mean woorden",
        ),
        (
            'doel = ["stip"]\n[baat]\nwoorden = ["stip"]',
            "eigen.toml:3: “stip” was given to “doel” before.",
        ),
        (
            "[doel]\nwoorden = [3]",
            "eigen.toml:2: expected words between quotation marks",
        ),
        (
            '[inspanning]\ndient = { doel = "draagt bij" }',
            "eigen.toml:2: there is no kind of link “draagt bij”. Did you mean draagt",
        ),
        (
            '[inspanning]\ndient = ["trekker"]',
            "eigen.toml:2: “trekker” is no rung of the ladder.",
        ),
        (
            '[trekker]\ndient = ["doel"]',
            "eigen.toml:2: “dient” means nothing here.",
        ),
        (
            'ladder = ["doel", "inspanning", "doelen"]',
            "eigen.toml:1: a rung stands on the ladder twice.",
        ),
        ("doel = [\n", "eigen.toml:1: this is not TOML."),
        ("doel = stip\n", "eigen.toml:1: this is not TOML."),
        ("doel = [[[" + "[" * 5000, "eigen.toml:1: this is not TOML."),
        ("caf\udce9", "eigen.toml: this file is not UTF-8 text."),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_may_be_meant(
    text: str, wanted: str
) -> None:
    with pytest.raises(UsageError) as error:
        dialect_in(text.encode("utf-8", "surrogateescape"), "eigen.toml")
    assert error.value.in_language("en").startswith(wanted)
    assert error.value.status == 2


def test_all_mistakes_are_told_in_the_order_of_the_file() -> None:
    with pytest.raises(UsageError) as error:
        dialect_in(
            b'[doel]\nwoorden = [1]\n[dol]\nwoorden = ["x"]\n', "eigen.toml"
        )
    assert [
        line.partition(" ")[0]
        for line in error.value.in_language("en").splitlines()
    ] == [
        "eigen.toml:2:",
        "eigen.toml:3:",
    ]


def test_a_dialect_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError):
        read_bytes(PLAN, "plan.txt", tmp_path / "weg.toml")


def test_the_built_in_dialect_is_data_of_the_same_form() -> None:
    found = built_in_dialect()
    assert set(found.kinds.values()) == {*KINDS} - {"programme"}
    assert set(found.ladder) == set(found.kinds)
    assert all(
        rung in found.kinds
        for served in found.serves.values()
        for rung in served
    )
    assert found.everyday <= found.words.keys()


@pytest.mark.parametrize(
    "text",
    [
        "doel = " + "9" * 6000,
        'doel = ["' + "a" * 200_000 + '"]',
        "\n".join(f'k{number} = ["a"]' for number in range(20_000)),
    ],
)
def test_an_absurd_file_is_refused_at_once(text: str) -> None:
    with pytest.raises(UsageError, match=r"eigen\.toml:1"):
        dialect_in(text.encode(), "eigen.toml")
