"""The page of ``dinet open`` in a real browser: from a document on disk to a file beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import dinet
from dinet.cli.opening.desk_process import DeskProcess, DeskSettings
from dinet.cli.opening.desk_server import ServedDesk, serve_desk
from dinet.onefile.served_page import served_page

pytestmark = pytest.mark.browser

PLAN = """## Doelen

- Meer kinderen sporten
- Meer rust

## Inspanningen

- De hal bouwen
- Lessen geven
"""


@pytest.fixture
def desk(
    browser: Browser, tmp_path: Path, complaints: list[str]
) -> Iterator[Page]:
    """The desk with one document, of which links are open; all but its server is a complaint."""
    file = tmp_path / "plan.md"
    file.write_text(PLAN, encoding="utf-8")
    process = DeskProcess(DeskSettings(tmp_path / "desk", {"disk0": file}))
    names = {"disk0": file.name}
    served = ServedDesk(
        process, lambda token: served_page(token, names, "nl", tmp_path)
    )
    context = browser.new_context()
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda said: (
            complaints.append(said.text)
            if said.type in ("error", "warning")
            else None
        ),
    )
    with serve_desk(served, 0) as address:
        ours = (address, "blob:", "data:")
        page.on(
            "request",
            lambda asked: (
                None
                if asked.url.startswith(ours)
                else complaints.append(asked.url)
            ),
        )
        page.goto(address)
        page.wait_for_selector("body.has-reading:not(.busy)")
        yield page
        context.close()
    process.end()


def test_the_desk_goes_from_a_document_on_disk_to_files_beside_it_and_a_comparison(
    desk: Page, tmp_path: Path, complaints: list[str]
) -> None:
    network = desk.frame_locator("#frame")
    network.get_by_text("Meer kinderen sporten").first.wait_for()
    desk.click("#tab-questions")
    desk.locator("fieldset input[value=D1]").first.check()
    desk.click("#use-answers")
    desk.locator(".counts", has_text="1 direct").wait_for()
    desk.click("#tab-saving")
    desk.click("#beside-yaml")
    written = tmp_path / "plan.din.yaml"
    desk.locator("#state", has_text=str(written)).wait_for()
    (link,) = dinet.read(written).links
    assert (link.start, link.end) == ("I1", "D1")
    assert (tmp_path / "plan.md").read_text(encoding="utf-8") == PLAN

    dropped = {"name": "nieuw.md", "mimeType": "text/markdown"}
    desk.set_input_files(
        "#file", {**dropped, "buffer": PLAN.replace("rust", "groen").encode()}
    )
    desk.locator(".document.read", has_text="nieuw.md").wait_for()
    desk.locator("#stop").dispatch_event("click")
    desk.locator("#state", has_text="Klaar").wait_for()
    desk.click("#tab-compare")
    compared = desk.frame_locator("#frame")
    compared.get_by_text("Meer rust").first.wait_for()
    desk.click("#end")
    desk.locator("#state", has_text="afgesloten").wait_for()
    assert complaints == []


def test_who_has_no_document_opens_an_example_that_says_that_it_is_one(
    desk: Page, complaints: list[str]
) -> None:
    desk.locator(".document button").last.click()
    desk.click("#example")
    desk.locator("#state", has_text="Dit is een voorbeeld").wait_for()
    desk.locator(".document.read", has_text="voorbeeld hoogeveen").wait_for()
    network = desk.frame_locator("#frame")
    network.get_by_text("heeft geen SMART-doel").first.wait_for()
    assert complaints == []
