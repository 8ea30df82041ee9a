"""The document as it stands beside what was read of it: each lights the other."""

import pytest

from dinet.application.opened_document import open_document
from dinet.application.page_profile import profile_for_form
from dinet.writers import html
from tests.browser.conftest import EXAMPLES
from tests.documents import table, word
from tests.interpret.sport import EFFORT, GOAL, HEAD, TARGET
from tests.writers import hostile

pytestmark = pytest.mark.browser

WORDS = "#made-original a.worded"
LIT = "all => all.map(one => one.closest('td').cellIndex + one.textContent)"


def page_of(path) -> bytes:
    opened = open_document(str(path), accounted=True)
    profile = profile_for_form(opened, "html")
    return html.write(opened.network, (), profile)


@pytest.fixture(scope="module")
def original() -> bytes:
    return page_of(EXAMPLES / "hoogeveen.docx")


def test_words_lead_to_details_and_nothing_moves(
    open_page, original, complaints
):
    page = open_page(original, "#view-original")
    words = page.locator(WORDS, has_text="We gaan door met het Jong")
    words.scroll_into_view_if_needed()
    before = words.bounding_box()
    words.click()
    assert words.bounding_box() == before
    assert page.locator("#original-aim #heading-details").inner_text() == (
        "I2 Inspanning"
    )
    lit = page.eval_on_selector_all(f"{WORDS}[aria-current]", LIT)
    assert lit == ["1We gaan door met het Jong Hoogeveen preventiemenu."]
    page.keyboard.press("Escape")
    assert not page.locator("#original-aim").is_visible()
    assert page.evaluate("document.activeElement.dataset.code") == "I2"
    assert not complaints


def test_what_is_chosen_elsewhere_is_lit_in_every_cell_that_tells_it(
    open_page, original
):
    page = open_page(original, "#S4")
    page.click("text=In de brontekst")
    assert page.evaluate("location.hash") == "#view-original?at=S4"
    lit = page.locator(f"{WORDS}[aria-current]")
    assert lit.count() > 1
    assert lit.first.is_visible()
    assert page.evaluate("scrollY") > 0 or page.evaluate(
        "document.querySelector('#view-original').scrollTop > 0"
    )


def test_a_page_holds_hostile_words_of_a_document_as_text(
    open_page, tmp_path, complaints
):
    document = tmp_path / "plan.docx"
    texts = [text for text in hostile.STRINGS if text.isprintable()][::9]
    rows = [[GOAL, TARGET, f"{EFFORT} {text}"] for text in texts]
    document.write_bytes(word(*texts, table(HEAD, *rows)))
    page = open_page(page_of(document), "#view-original")
    shown = page.locator("#made-original").text_content()
    assert all(text.strip() in shown for text in texts)
    assert not complaints


def test_a_programme_without_a_document_has_no_such_view(open_page, data):
    page = open_page(data, "#view-original")
    assert not page.locator("#view-original").count()
    assert page.is_visible("#view-network")


def test_words_far_down_a_long_table_come_into_sight(open_page, tmp_path):
    rows = [
        f"{GOAL};In {2030 + at} sport {at}% van de kinderen.;Hal {at} bouwen."
        for at in range(300)
    ]
    document = tmp_path / "plan.csv"
    document.write_text("\n".join([";".join(HEAD), *rows]), encoding="utf-8")
    page = open_page(page_of(document), "#view-original?at=I250")
    lit = page.locator(f"{WORDS}[aria-current]").first
    page.wait_for_timeout(300)
    box = lit.bounding_box()
    assert 0 <= box["y"] <= page.viewport_size["height"]
    assert lit.inner_text() == "Hal 249 bouwen."
