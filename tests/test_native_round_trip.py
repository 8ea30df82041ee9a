"""What dinet writes in its own formats, it reads back the same, whatever the programme holds."""

import json
import subprocess
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from shutil import which

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dinet.api import read_bytes, write
from dinet.errors import OutputError
from dinet.layout.style.profile import Profile
from dinet.model import (
    ELEMENT_OF,
    KINDS,
    Aim,
    Amount,
    Effort,
    Element,
    ExtraField,
    FieldMention,
    Goal,
    Identity,
    Kind,
    Link,
    Measurement,
    Note,
    OwnerRole,
    Place,
    Programme,
    Step,
    Target,
    Theme,
)
from dinet.native import keys
from dinet.network import Network
from dinet.readers import yaml as yaml_reader
from dinet.writers import yaml as yaml_writer
from tests.builder import network, programme
from tests.strategies import FEW_EXAMPLES, programmes, texts

pytestmark = pytest.mark.no_cover

FILES = {"yaml": "any.din.yaml", "json": "any.json", "xlsx": "any.xlsx"}


def as_yaml(this: Programme, lang: str = "nl") -> str:
    return yaml_writer.write(Network(this), (), Profile(lang=lang)).decode()


@settings(
    max_examples=FEW_EXAMPLES, suppress_health_check=[HealthCheck.too_slow]
)
@given(this=programmes, lang=st.sampled_from(["nl", "en"]))
def test_a_native_format_gives_back_every_programme_and_the_same_bytes_again(
    this: Programme, lang: str
) -> None:
    profile = Profile(lang=lang)
    for name, file in FILES.items():
        written = write(Network(this), (), name, profile)
        found = read_bytes(written, file)
        assert found == this, name
        assert write(Network(found), (), name, profile) == written, name


@given(text=texts, kind=st.sampled_from(KINDS), data=st.data())
def test_any_text_in_any_field_survives_every_native_format(
    text: str, kind: Kind, data: st.DataObject
) -> None:
    field = data.draw(
        st.sampled_from([name for name, shape in fillable(ELEMENT_OF[kind])])
    )
    shape = dict(fillable(ELEMENT_OF[kind]))[field]
    element = ELEMENT_OF[kind].model_validate(
        {"id": "X1", "text": "Sport", "kind": kind, field: shape(text)}
    )
    this = Programme(
        elements=(element,),
        links=(Link(start="X1", end="D9", kind="depends_on"),),
    )
    for name, file in FILES.items():
        assert read_bytes(write(Network(this), (), name), file) == this, name


def test_a_text_that_no_cell_holds_is_refused_with_its_cell_and_not_cut_off() -> (
    None
):
    this = Programme(elements=(Goal(id="D1", text="x" * 40_000),))
    with pytest.raises(
        OutputError,
        match=r"Doelen!B2: this text has 40000 characters; a cell holds at most 32767\.",
    ):
        write(Network(this), (), "xlsx")
    assert read_bytes(write(Network(this), (), "yaml"), "any.yaml") == this


ODD = [
    "=2+2",
    "+1",
    "-9 maanden",
    "@a",
    "'a",
    " a ",
    "a\n\n b",
    "tab\tin",
    "_x0041_",
    "null",
    "[1",
    "010",
    "1:30",
    "12-3-2026",
    "✓ é\u00a0",
]
"""Texts of which spreadsheet programs like to make something else."""


@pytest.mark.skipif(
    which("soffice") is None, reason="LibreOffice is not there"
)
@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
@pytest.mark.slow
def test_a_workbook_that_libreoffice_saved_is_still_the_same_programme(
    suffix: str, tmp_path: Path
) -> None:
    goals = tuple(
        Goal(id=f"D{number}", text=text, owners=(text, "b"), remark=text)
        for number, text in enumerate(ODD)
    )
    links = (
        Link(start="D0", end="\u00a0", kind="depends_on"),
        Link(start="D1", end="a;b", kind="refers_to", basis="inferred"),
    )
    this = Programme(
        identity=Identity(title="=1+1", vision="a\n\tb"),
        elements=(*goals, *goals[-1:] * 3),
        links=links,
    )
    (tmp_path / "plan.xlsx").write_bytes(write(Network(this), (), "xlsx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        suffix,
        "--outdir",
        tmp_path / "saved",
        tmp_path / "plan.xlsx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (
        read_bytes(
            (tmp_path / "saved" / f"plan.{suffix}").read_bytes(),
            f"plan.{suffix}",
        )
        == this
    )


def fillable(
    model: type[Element],
) -> list[tuple[str, Callable[[str], object]]]:
    """The fields of a kind of element that hold text, and how a text goes into each."""
    shapes: dict[str, Callable[[str], object]] = {
        "planning": lambda text: ({"period": text, "phase": text},),
        "places": lambda text: (
            {"file": text, "sheet": text, "heading": text},
        ),
        "target": lambda text: dict.fromkeys(Aim.model_fields, text),
        "roles": lambda text: ({"role": text, "name": text},),
        "amounts": lambda text: (
            {"text": text, "unit": text, "year": text, "value": "0.5"},
        ),
        "measurements": lambda text: ({"text": text, "unit": text},),
        "extra": lambda text: ({"heading": text, "text": text},),
        "stated": lambda text: ({"field": "budget", "text": text},),
    }
    lists = {
        name: lambda text: (text, text)
        for name in ("wordings", "sources", "owners", "joint_with", "partners")
    }
    plain = {
        name: str
        for name in model.model_fields
        if name not in {"kind", "level"}
    }
    return sorted(
        (
            plain
            | lists
            | {name: shape for name, shape in shapes.items() if name in plain}
        ).items()
    )


@given(programmes, st.randoms(use_true_random=False))
def test_the_order_in_which_links_are_given_does_not_matter(
    this: Programme, chance
) -> None:
    unique = {
        (each.start, each.end, each.kind): each
        for each in this.links
        if each.start in Network(this) and each.end in Network(this)
    }
    given_links = list(unique.values())
    tidy = this.model_copy(update={"links": ()}).model_dump()
    first = Programme.model_validate({**tidy, "links": given_links})
    chance.shuffle(given_links)
    assert Programme.model_validate({**tidy, "links": given_links}) == first


WORLD = """
    programma: Jong
    focuspunten:
      - id: T1
        naam: Sport
    doelen:
      - tekst: Meer kinderen sporten elke week.
        niveau: operationeel
        focuspunt: T1
    smart-doelen:
      - tekst: In 2028 sport 60% van de kinderen elke week.
        voor: D1
        streefwaarde: 60%
        jaar: 2028
        bron: Gezondheidsmonitor GGD
    inspanningen:
      - tekst: Bouwen van een sporthal.
        voor: [D1, S1]
        trekker: Afdeling Vastgoed
"""


def test_a_written_file_is_short_and_in_the_words_of_its_readers() -> None:
    lines = as_yaml(programme(WORLD)).splitlines()
    assert lines[0].startswith("# ")
    assert "\n".join(lines[1:]) == (
        "dinet: 1\n"
        "programma: Jong\n"
        "focuspunten:\n"
        "  - id: T1\n"
        "    tekst: Sport\n"
        "doelen:\n"
        "  - id: D1\n"
        "    tekst: Meer kinderen sporten elke week.\n"
        "    niveau: operationeel\n"
        "    focuspunt: T1\n"
        "smart-doelen:\n"
        "  - id: S1\n"
        "    tekst: In 2028 sport 60% van de kinderen elke week.\n"
        "    voor: D1\n"
        "    streefwaarde: 60%\n"
        "    jaar: 2028\n"
        "    bron: Gezondheidsmonitor GGD\n"
        "inspanningen:\n"
        "  - id: I1\n"
        "    tekst: Bouwen van een sporthal.\n"
        "    voor: [D1, S1]\n"
        "    trekker: Afdeling Vastgoed"
    )


def test_keys_are_english_when_the_reader_is() -> None:
    written = as_yaml(programme(WORLD), "en")
    assert "goals:\n  - id: D1\n    text:" in written
    assert "level: operational" in written


def test_links_and_places_stand_on_one_line_each() -> None:
    place = Place(file="plan.docx", table=1, row=2, column=3)
    this = Programme(
        elements=(
            Goal(id="D1", text="Doel", places=(place,)),
            Goal(id="D2", text="Doel"),
            Effort(id="I1", text="Werk"),
        ),
        links=tuple(
            Link(
                start="I1",
                end=end,
                kind="contributes_to",
                basis="same row",
                places=(place,),
            )
            for end in ("D1", "D2")
        ),
    )
    written = as_yaml(this)
    assert "document: plan.docx\n" in written
    assert "    herkomst: [{tabel: 1, rij: 2, kolom: 3}]\n" in written
    assert (
        "      - {naar: D1, grond: zelfde rij, herkomst: [{tabel: 1, rij: 2, kolom: 3}]}\n"
        in written
    )


def test_a_long_text_is_folded_and_never_wider_than_a_page() -> None:
    text = (
        "Samen met ouders en scholen: een plan voor elk kind, " * 8
        + "en verder."
    )
    written = as_yaml(Programme(elements=(Goal(id="D1", text=text),)))
    assert "    tekst: >-\n      Samen met" in written
    assert (
        max(map(len, written.splitlines()[1:])) <= yaml_writer.LINE_WIDTH + 6
    )


def test_long_paragraphs_are_folded_with_empty_lines_between_them() -> None:
    this = Programme(
        identity=Identity(
            vision="Eerste alinea\n"
            + "lang " * 30
            + "\n\nDerde".replace(" \n", "\n")
        )
    )
    assert ">-" not in as_yaml(this)
    this = Programme(
        identity=Identity(
            vision="Eerste alinea\n" + "lang " * 30 + "woord\n\nDerde"
        )
    )
    assert "visie: >-\n  Eerste alinea\n\n  lang" in as_yaml(this)
    read = yaml_reader.read(as_yaml(this).encode(), "any.yaml")
    assert read.programme == this


def test_an_aim_without_any_number_stays_one() -> None:
    this = Programme(
        elements=(
            Target(id="S1", text="Een", target=Aim()),
            Target(id="S2", text="Twee"),
        )
    )
    read = yaml_reader.read(as_yaml(this).encode(), "any.yaml")
    assert read.programme == this


def test_lines_of_a_text_stay_lines() -> None:
    written = as_yaml(
        Programme(identity=Identity(vision="Eerste regel\n\n- tweede: regel"))
    )
    assert "visie: |-\n  Eerste regel\n\n  - tweede: regel\n" in written


def test_a_text_gets_quotes_only_when_it_needs_them() -> None:
    texts = [
        "12:30 uur",
        "C# leren",
        "a: b",
        "a #3",
        "-9 maanden",
        "zeg 'ja'",
        'zeg "ja"',
        '"ja"',
        "no",
        "90%",
    ]
    written = as_yaml(
        Programme(
            elements=tuple(
                Goal(id=str(n), text=text) for n, text in enumerate(texts)
            )
        )
    )
    found = [
        line.partition("tekst: ")[2]
        for line in written.splitlines()
        if "tekst: " in line
    ]
    assert found == [
        "12:30 uur",
        "C# leren",
        '"a: b"',
        '"a #3"',
        '"-9 maanden"',
        "zeg 'ja'",
        'zeg "ja"',
        "'\"ja\"'",
        '"no"',
        "90%",
    ]


def test_what_has_no_other_place_stands_in_a_list_of_links() -> None:
    this = Programme(
        links=(
            Link(start="I9", end="D9", kind="depends_on", basis="inferred"),
        )
    )
    assert (
        "verbanden:\n  - van: I9\n    soort: hangt af van\n    naar: D9\n    grond: afgeleid\n"
        in as_yaml(this)
    )


@pytest.mark.parametrize(
    ("model", "table"),
    [
        (Place, keys.PLACE),
        (Step, keys.STEP),
        (Identity, keys.IDENTITY),
        (Note, keys.NOTE),
        (Link, keys.LINK),
        (Theme, keys.ELEMENT),
        (Goal, keys.ELEMENT),
        (Target, keys.ELEMENT),
        (Aim, [key for key in keys.ELEMENT if key.shape == "aim"]),
        (OwnerRole, keys.ROLE),
        (FieldMention, keys.FIELD_MENTION),
        (ExtraField, keys.EXTRA_FIELD),
        (Amount, keys.AMOUNT),
        (Measurement, keys.MEASUREMENT),
    ],
)
def test_every_field_of_the_model_has_a_key(
    model: type[Element], table: tuple[keys.NativeKey, ...]
) -> None:
    by_another_way = (
        {"kind", "target"} if issubclass(model, Element) else set()
    )
    assert set(model.model_fields) - by_another_way <= {
        key.field for key in table
    }


@pytest.mark.parametrize(
    "table",
    [
        (*keys.ELEMENT, *keys.KIND_KEYS),
        (*keys.IDENTITY, *keys.KIND_KEYS, keys.DOCUMENT),
        keys.PLACE,
        keys.STEP,
        keys.LINK,
        keys.NOTE,
        *keys.PARTS.values(),
    ],
)
def test_no_word_stands_for_two_keys(
    table: tuple[keys.NativeKey, ...],
) -> None:
    words = [
        word for key in table for word in {key.nl, key.en, *key.also.split()}
    ]
    assert len(words) == len(set(words))


def test_a_mixed_programme_stands_by_kind_and_then_in_reading_order() -> None:
    this = Programme(
        elements=(
            Effort(id="I2", text="b"),
            Goal(id="D1", text="c"),
            Effort(id="I1", text="a"),
        ),
        links=tuple(
            Link(start=start, end=end, kind="contributes_to")
            for start, end in (
                "I1 D1".split(),
                "I2 X".split(),
                "I2 D1".split(),
            )
        ),
    )
    assert [each.id for each in this.elements] == ["D1", "I2", "I1"]
    assert [(each.start, each.end) for each in this.links] == [
        ("I2", "D1"),
        ("I2", "X"),
        ("I1", "D1"),
    ]


@pytest.mark.parametrize("name", ["yaml", "json"])
def test_the_findings_change_nothing_in_a_native_file(name: str) -> None:
    world = network("doelen: [Meer sport]")
    write = import_module(f"dinet.writers.{name}").write
    finding = import_module("dinet.finding").Finding(
        "DC101", "x", 3, world["D1"], "x"
    )
    assert write(world, (finding,), Profile()) == write(world, (), Profile())


def test_a_target_with_the_id_of_another_kind_of_element_is_written_too():
    this = Programme(
        elements=(
            Goal(id="D1", text="Meer sport"),
            Target(id="D1", text="In 2028 sport 60% van de jeugd."),
        )
    )
    written = json.loads(write(Network(this), (), "json"))
    assert written["elements"][1]["target"]["values"]
