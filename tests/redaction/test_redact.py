"""A redacted programme holds no name, and so no output does."""

import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

import dinet
from dinet.model import (
    Aim,
    Amount,
    Effort,
    ExtraField,
    FieldMention,
    Goal,
    Identity,
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
from dinet.plugins import plugin_folder
from dinet.redaction.redact import RedactionWishes, redact_programme
from tests.writers.unpacking import unpacked

NAMES = (
    "Jorinde",
    "Testkamp",
    "Fictema",
    "0612345678",
    "06-12345678",
    "j.testkamp@proef.nl",
)
PLACE = Place(
    file="plan Jorinde Testkamp.docx",
    sheet="Fictema",
    table=1,
    row=2,
    heading="Trekker (J. Testkamp)",
)
EFFORT = Effort(
    id="I-Testkamp",
    text="Jorinde bouwt een hal met wethouder Fictema; bel 06-12345678.",
    title="Hal van Testkamp",
    wordings=("Testkamp, Jorinde bouwt",),
    owners=("Jorinde Testkamp", "Afdeling Sport"),
    vacant="na vertrek van Testkamp",
    group="Werk van Jorinde",
    joint_with=("Programma Testkamp",),
    partners=("K. Fictema",),
    phase="uitvoering door Jorinde",
    period="zolang Testkamp er is",
    planning=(Step(period="2026", phase="Testkamp"),),
    budget="bij Testkamp",
    status="Fictema weet het",
    remark="mail j.testkamp@proef.nl",
    roles=(OwnerRole(role="Trekker (Testkamp)", name="Testkamp, Jorinde"),),
    amounts=(Amount(value=Decimal(5), text="5 van Testkamp", place=PLACE),),
    extra=(ExtraField(heading="Weet meer", text="Jorinde", place=PLACE),),
    stated=(
        FieldMention(field="owner", text="Jorinde Testkamp", place=PLACE),
        FieldMention(field="budget", text="vraag K. Fictema"),
    ),
    places=(PLACE,),
)
TARGET = Target(
    id="S1",
    text="In 2028 sport 60% volgens Testkamp.",
    target=Aim(indicator="telling van Fictema"),
    measurements=(
        Measurement(kind="realised", text="12 volgens Testkamp", place=PLACE),
    ),
    sources=("Jorinde",),
)
PROGRAMME = Programme(
    identity=Identity(
        title="Plan Testkamp",
        vision="Zoals Jorinde zegt",
        organisation="Proefdam",
        period="2026",
        date="mei",
    ),
    elements=(
        Goal(id="D1", text="Meer sport, zegt K. Fictema."),
        TARGET,
        EFFORT,
    ),
    links=(
        Link(
            start="I-Testkamp",
            end="S1",
            kind="contributes_to",
            weight="+ (Testkamp)",
            places=(PLACE,),
        ),
        Link(start="S1", end="D1", kind="measures"),
    ),
    notes=(
        Note(
            code="owner",
            place=PLACE,
            message="“Jorinde” is Jorinde Testkamp",
            values={"name": "Testkamp"},
        ),
    ),
)
ALL = RedactionWishes(owners=True, everywhere=True)


def _text(data: bytes, folder_path: Path) -> bytes:
    if not data.startswith(b"%PDF"):
        return b""
    (folder_path / "made.pdf").write_bytes(data)
    return subprocess.run(
        ["pdftotext", folder_path / "made.pdf", "-"],
        check=True,
        capture_output=True,
    ).stdout


@pytest.mark.parametrize("writer", list(plugin_folder("writers").plugins))
def test_no_output_holds_a_name(writer: str, tmp_path: Path) -> None:
    made = redact_programme(PROGRAMME, ALL, "nl").programme
    network = dinet.Network(made)
    data = dinet.write(
        network,
        dinet.audit(network),
        writer,
        dinet.Profile(source="plan.docx"),
    )
    for part in (*unpacked(data), _text(data, tmp_path)):
        for name in NAMES:
            assert name.encode().lower() not in part.lower()
            assert name.encode("utf-16-le") not in part


def test_the_log_says_what_was_taken_out_and_where() -> None:
    made = redact_programme(PROGRAMME, ALL, "nl")
    said = {
        (each.element_id, each.field, each.removed.words)
        for each in made.removals
    }
    assert {
        ("I-Testkamp", "owners", "Jorinde Testkamp"),
        ("S1", "indicator", "Fictema"),
        ("", "title", "Testkamp"),
    } <= said
    assert made.kept_owners == ("Afdeling Sport",)


def test_elements_stay_apart_and_linked_when_their_ids_held_names() -> None:
    made = redact_programme(PROGRAMME, ALL, "nl").programme
    assert [each.id for each in made.elements] == ["D1", "S1", "I1"]
    assert [(each.start, each.end) for each in made.links] == [
        ("S1", "D1"),
        ("I1", "S1"),
    ]


def test_only_owners_are_looked_for_when_only_these_are_asked() -> None:
    made = redact_programme(
        PROGRAMME, RedactionWishes(owners=True), "nl"
    ).programme
    assert (
        "wethouder [naam 2]" in made.elements[2].text
    )  # known as the partner K. Fictema
    other = redact_programme(
        Programme(elements=(Goal(id="D1", text="Volgens Henk Proef."),)),
        RedactionWishes(owners=True),
        "nl",
    ).programme
    assert other.elements[0].text == "Volgens Henk Proef."


def test_a_programme_without_names_stays_as_it_is() -> None:
    programme = dinet.read("examples/hoogeveen.docx")
    made = redact_programme(programme, ALL, "nl")
    assert made.programme.elements == programme.elements
    assert made.programme.links == programme.links
    assert not made.removals


def test_words_of_the_contract_are_no_names_and_numbers_stay_numbers() -> None:
    target = Target(
        id="S1",
        text="Meer sport",
        measurements=(
            Measurement(kind="realised", text="12", number=Decimal(123456782)),
        ),
    )
    wishes = RedactionWishes(owners=True, names=(("realised", ""),))
    redacted = redact_programme(
        Programme(elements=(target,)), wishes, "nl"
    ).programme
    assert redacted.elements == (target,)


def test_a_name_with_its_surname_first_goes_in_the_usual_order_too() -> None:
    effort = Effort(
        id="I1",
        text="Ilse van Proefdam belt.",
        owners=("van Proefdam, Ilse",),
    )
    wishes = RedactionWishes(owners=True)
    redacted = redact_programme(Programme(elements=(effort,)), wishes, "nl")
    assert redacted.programme.elements[0].text == "[naam 1] belt."


def test_sheets_called_after_people_give_no_name_away_and_others_stay() -> (
    None
):
    sheets = (
        "Sjoukje",
        "Planning Ids Proefstra",
        "Zwaantina",
        "Doelen",
        "Hal",
    )
    goals = [
        Goal(
            id=f"D{number}",
            text="Meer sport in de hal.",
            places=(Place(file="plan.xlsx", sheet=sheet, row=2, column=1),),
        )
        for number, sheet in enumerate(sheets, start=1)
    ]
    theme = Theme(id="T1", text="Sjoukje", places=goals[0].places)
    place = PLACE.model_copy(update={"sheet": "Ysa Kwartel"})
    other = Theme(id="T2", text="Ysa Kwartel", places=(place,))
    made = redact_programme(
        Programme(elements=(theme, *goals, other)), ALL, "nl"
    )
    written = made.programme.model_dump_json()
    for name in ("Sjoukje", "Ids", "Proefstra", "Zwaantina", "Kwartel"):
        assert name not in written
    told = [
        each.places[0].sheet
        for each in made.programme.elements
        if each.id.startswith("D")
    ]
    assert told[0].startswith("[naam ")
    assert told[1].startswith("Planning [naam ")
    assert told[2:] == ["[blad 1]", "Doelen", "Hal"]
    assert ("Zwaantina", "[blad 1]") in {
        (each.removed.words, each.removed.replacement)
        for each in made.removals
    }
    for form in ("html", "yaml", "xlsx", "md"):
        data = b"".join(
            unpacked(dinet.write(dinet.Network(made.programme), (), form))
        )
        assert not any(
            name in data for name in (b"Sjoukje", b"Proefstra", b"Zwaantina")
        )
