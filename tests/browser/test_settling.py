"""What a document leaves open is settled in its page, and saved as the form that dinet takes."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from dinet.application.opened_document import open_document
from dinet.application.page_profile import profile_for_form
from dinet.model import Link
from dinet.writers import html
from tests.browser.conftest import EXAMPLES, Open

pytestmark = pytest.mark.browser

PLAN = """# Plan

## Doelen

- Meer kinderen sporten elke week in de wijk.
- Minder kinderen groeien op in armoede.
- Meer ouders vinden hulp in de buurt.

## Inspanningen

- Bouwen van een "hal" met: kleedkamers.
- Clubs geven les op school.
- Bezoeken van gezinnen door een coach.
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    file = tmp_path / "plan.md"
    file.write_text(PLAN, encoding="utf-8")
    return file


def build_page(document: Path, form: Path | None = None) -> bytes:
    opened = open_document(
        str(document), mapping=str(form) if form else None, accounted=True
    )
    return html.write(opened.network, (), profile_for_form(opened, "html"))


def links_of(document: Path, form: Path) -> list[Link]:
    return list(
        open_document(str(document), mapping=str(form)).network.links()
    )


def choose(page: Page, name: str, words: str) -> None:
    """By keyboard alone: the button, words that are typed, and Enter."""
    button = page.get_by_role("button", name=f"Kies een doel voor {name}")
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")


def save_form(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="Formulier opslaan").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def drag(page: Page, what: Locator, onto: Locator) -> None:
    """As a hand does it: a drag begins only when the pointer has moved a little."""
    for place, press in ((what, page.mouse.down), (onto, page.mouse.up)):
        box = place.bounding_box()
        assert box
        x, y = box["x"] + box["width"] - 20, box["y"] + box["height"] - 8
        page.mouse.move(x, y, steps=5)
        press()
        page.mouse.move(x - 6, y - 3, steps=3)


def told(page: Page) -> str:
    return page.inner_text("#settle-told")


def test_what_is_chosen_becomes_links_that_a_person_stated(
    open_page: Open, document: Path, complaints: list[str]
) -> None:
    page = open_page(build_page(document), at="")
    page.get_by_role("button", name="Koppel ze hier").click()
    assert told(page) == "0 van 3 gekoppeld"
    choose(page, "I1", "sport wijk")
    choose(page, "I1", "D3")
    choose(page, "I2", "armoede")
    page.get_by_role("link", name="Tabel", exact=True).click()
    assert told(page) == "2 van 3 gekoppeld"
    form = save_form(page, document.parent)
    assert form.name == "plan.koppeling.yaml"
    found = links_of(document, form)
    assert {(one.start, one.end) for one in found} == {
        ("I1", "D1"),
        ("I1", "D3"),
        ("I2", "D2"),
    }
    assert {one.basis for one in found} == {"stated"}
    assert all(one.places[0].file == form.name for one in found)
    assert complaints == []


def test_a_form_that_is_saved_again_keeps_all_that_it_said(
    open_page: Open, document: Path
) -> None:
    form = document.with_name("plan.koppeling.yaml")
    form.write_text(
        'koppeling: 1\ninspanningen:\n  "I1": [D1]\nkoppen:\n  "Doelen": doelen\n'
        "niet-zelfde:\n  - [D1, D3]\n",
        encoding="utf-8",
    )
    page = open_page(build_page(document, form), at="")
    page.locator(".asides [data-panel=settle]").click()
    assert told(page) == "1 van 3 gekoppeld, 1 van 1 beoordeeld"
    choose(page, "I3", "ouders")
    saved = save_form(page, document.parent / "..")
    assert {(one.start, one.end) for one in links_of(document, saved)} == {
        ("I1", "D1"),
        ("I3", "D3"),
    }
    text = saved.read_text(encoding="utf-8")
    assert '"Doelen": "doelen"' in text
    assert "niet-zelfde: [[D1, D3]]" in text


def test_a_choice_is_dragged_and_undone_and_told_before_the_page_closes(
    open_page: Open, document: Path
) -> None:
    page = open_page(build_page(document), at="")
    page.get_by_role("button", name="Koppel ze hier").click()
    item = page.locator("#settle .settle-item").nth(1)
    drag(page, item, page.locator("[data-aim=D2]"))
    assert item.locator(".settled").inner_text().startswith("→\nD2")
    assert page.get_attribute("[data-aim=D2]", "data-settled") == "+1"
    drag(page, page.locator("[data-aim=D3]"), item)
    assert told(page) == "1 van 3 gekoppeld"
    assert item.locator(".settled li").count() == 2
    unsaved = "!dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    assert page.evaluate(unsaved)
    undo = page.get_by_role("button", name="Ongedaan maken")
    undo.click()
    undo.click()
    assert told(page) == "0 van 3 gekoppeld"
    assert undo.is_disabled()
    assert not page.evaluate(unsaved)


def test_a_group_is_linked_as_a_whole_and_a_goal_only_to_a_strategic_one(
    open_page: Open, tmp_path: Path, complaints: list[str]
) -> None:
    document = EXAMPLES / "coevorden.docx"
    page = open_page(
        build_page(document), viewport={"width": 390, "height": 844}
    )
    page.locator(".asides [data-panel=settle]").click()
    choose(page, "kolom 1", "D4")
    assert told(page) == "3 van 39 gekoppeld"
    page.get_by_role("button", name="Kies een doel voor kolom 1").click()
    chips = page.locator("#settle [role=option] .chip")
    assert "D18" in chips.all_text_contents()
    heights = chips.evaluate_all("all => all.map(each => each.offsetHeight)")
    assert len(set(heights)) == 1  # "D18" on one line, as "D1"
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Kies een doel voor D7").click()
    options = page.locator("#settle [role=option] .chip").all_text_contents()
    assert options == [f"D{number}" for number in range(1, 7)]
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    form = save_form(page, tmp_path)
    assert {(one.start, one.end) for one in links_of(document, form)} == {
        ("I1", "D4"),
        ("I2", "D4"),
        ("I3", "D4"),
        ("D7", "D1"),
    }
    assert complaints == []


def test_the_details_of_what_is_open_ask_what_it_serves(
    open_page: Open, document: Path
) -> None:
    page = open_page(build_page(document), at="#I2")
    details = page.locator("#details")
    details.get_by_role("button", name="Kies een doel voor I2").click()
    details.get_by_role("option", name="D3 Meer ouders").click()
    assert details.locator(".settled").inner_text().startswith("→\nD3")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id").startswith("settle-here")


def test_a_page_with_nothing_open_and_a_redacted_one_do_not_ask(
    document: Path, data: bytes
) -> None:
    assert b"settle-list" not in data
    redacted = open_document(str(document), redact=("owners",))
    assert b'id="settle"' not in html.write(
        redacted.network, (), redacted.profile
    )


ALIKE = """Doel;SMART-doel
Kunst;In 2027 bezoeken 500 leerlingen van de basisschool het museum.
Taal;In 2027 bezoeken 500 leerlingen van de basisschool vaak een theater.
"""


def test_two_that_look_alike_are_made_one_or_kept_apart_in_the_page(
    open_page: Open, tmp_path: Path, complaints: list[str]
) -> None:
    document = tmp_path / "plan.csv"
    document.write_text(ALIKE, encoding="utf-8")

    def targets(form: Path) -> int:
        opened = open_document(str(document), mapping=str(form))
        return len(opened.network.targets)

    page = open_page(build_page(document), at="#S2")
    page.locator("#details").get_by_role("button", name="Niet").click()
    page.locator(".asides [data-panel=settle]").click()
    assert told(page) == "1 van 1 beoordeeld"
    apart = save_form(page, document.parent)
    assert "niet-zelfde: [[S1, S2]]" in apart.read_text("utf-8")
    assert targets(apart) == 2
    page = open_page(build_page(document, apart), at="")
    page.locator(".asides [data-panel=settle]").click()
    assert told(page) == "1 van 1 beoordeeld"
    page.get_by_role("button", name="Hetzelfde: S1 · S2", exact=True).click()
    one = save_form(page, document.parent)
    assert "niet-zelfde" not in one.read_text("utf-8")
    assert targets(one) == 1
    assert not complaints


MERGED = """Doel;SMART-doel
Veilig;In 2027 fietst 60% van de scholieren in de stad veilig naar school.
Gezond;In 2027 fietst 60% van de scholieren in de stad veilig naar de school.
"""


def test_two_texts_that_reading_made_one_are_taken_apart_in_the_page(
    open_page: Open, tmp_path: Path, complaints: list[str]
) -> None:
    document = tmp_path / "plan.csv"
    document.write_text(MERGED, encoding="utf-8")
    page = open_page(build_page(document), at="#S1")
    asked = page.locator("#details .settle-pair")
    assert "veilig naar school." in asked.inner_text()
    assert "veilig naar de school." in asked.inner_text()
    asked.get_by_role("button", name="Niet").click()
    page.locator(".asides [data-panel=settle]").click()
    apart = save_form(page, document.parent)
    read = open_document(str(document), mapping=str(apart))
    assert [each.id for each in read.network.targets] == ["S1", "S2"]
    page = open_page(build_page(document, apart), at="")
    page.locator(".asides [data-panel=settle]").click()
    assert told(page) == "1 van 1 beoordeeld"
    page.get_by_role("button", name="Niet hetzelfde: S1 · S2").click()
    again = save_form(page, document.parent)
    assert (
        len(open_document(str(document), mapping=str(again)).network.targets)
        == 1
    )
    assert not complaints
