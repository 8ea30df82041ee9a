"""Whether dinet.html reads as the installed dinet does: the JSON of each file, byte for byte.

    python benchmarks/onefile_parity.py dinet.html FILE...

Each file is laid down on the page in a real Chromium without a network, and its JSON is saved. What
both refuse counts as the same when the message is. Of the first file every output is compared too,
with a reason for each whose bytes differ.
"""

import hashlib
import io
import sys
import tempfile
import time
import zipfile
from collections import Counter
from contextlib import suppress
from pathlib import Path
from shutil import which
from xml.etree import ElementTree as ET

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from dinet.errors import DinetError
from dinet.limits import parse_limits, use_limits
from dinet.onefile.desk import Desk

PATIENCE_S = 90
"""Seconds for one file."""
GRAPHVIZ_TIME = "dot-seconds=600"
"""Pictures of dots take long on a machine that measures beside other work."""
PROGRESS = 25
"""Files after which it tells how far it is."""


def installed_json(path: Path) -> str:
    """The digest of the JSON that the installed dinet makes, or what it says of the file."""
    from dinet.application.auditing.audit_network import audit_network
    from dinet.application.opened_document import open_document
    from dinet.application.write_network import write_network

    try:
        opened = open_document(str(path), "nl")
        data = write_network(
            opened.network,
            audit_network(opened.network),
            "json",
            opened.profile,
        )
    except DinetError as error:
        return " ".join(error.in_language("nl").split())
    return hashlib.sha256(data).hexdigest()


def wait_until_idle(page: Page) -> None:
    quiet, started = 0, time.monotonic()
    while quiet < 3 and time.monotonic() - started < PATIENCE_S:
        busy = "busy" in (page.get_attribute("body", "class") or "")
        quiet = 0 if busy else quiet + 1
        time.sleep(0.05)


def saved_bytes(page: Page, button: str) -> bytes:
    with page.expect_download(timeout=1000 * PATIENCE_S) as saving:
        page.click(button)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "saved")
        saving.value.save_as(target)
        return target.read_bytes()


def page_json(page: Page, path: Path) -> str:
    """The same of the page."""
    page.set_input_files("#file", str(path))
    last = page.locator("#documents li:last-child")
    last.get_by_text(path.name, exact=True).wait_for()
    page.wait_for_selector(
        "#documents li.read:last-child, #documents li.refused:last-child",
        timeout=1000 * PATIENCE_S,
    )
    wait_until_idle(page)
    problems = page.locator(".problem")
    if problems.count():
        told = problems.first.locator("p").first.inner_text()
        problems.first.locator("> button").click()
        return " ".join(told.split())
    page.click("#tab-saving")
    data = saved_bytes(page, "#save-json")
    wait_until_idle(page)
    return hashlib.sha256(data).hexdigest()


def opened_page(browser: Browser, file: Path) -> Page:
    context = browser.new_context(
        offline=True, accept_downloads=True, locale="nl-NL"
    )
    page = context.new_page()
    page.goto(file.resolve().as_uri())
    page.wait_for_selector("body.started", timeout=1000 * PATIENCE_S)
    return page


def close_last(page: Page) -> None:
    page.locator("#documents li:last-child button").last.click()
    wait_until_idle(page)


def reasons_of(own: bytes, theirs: bytes) -> list[str]:
    """Why the bytes of an output differ, and for an archive in which of its parts."""
    if own.startswith(b"\x89PNG"):
        return ["drawn by the canvas of the browser"]
    if not own.startswith(b"PK"):
        return ["other bytes"]
    found = Counter[str]()
    with (
        zipfile.ZipFile(io.BytesIO(own)) as ours,
        zipfile.ZipFile(io.BytesIO(theirs)) as other,
    ):
        if ours.namelist() != other.namelist():
            return ["other parts"]
        for name in ours.namelist():
            parts = ours.read(name), other.read(name)
            if parts[0] != parts[1]:
                found[_reason_of_part(name, *parts)] += 1
    return [f"{reason} ({count} parts)" for reason, count in found.items()]


def _reason_of_part(name: str, own: bytes, theirs: bytes) -> str:
    if name.endswith(".png"):
        return "drawn by the canvas of the browser"
    with suppress(ET.ParseError):
        if _plain_xml(own) == _plain_xml(theirs):
            return (
                "the same XML: openpyxl writes by lxml where that is installed"
            )
    return f"other contents of {name}"


def _plain_xml(data: bytes) -> str:
    """XML without what serialisers are free in."""
    return ET.canonicalize(data.decode(), rewrite_prefixes=True)


def compare_outputs(page: Page, path: Path) -> None:
    """Name the outputs of one document whose bytes differ."""
    desk_folder = Path(tempfile.mkdtemp())
    desk = Desk(desk_folder)
    given = {"key": "1", "lang": "nl", "name": path.name}
    desk.read_document(given, path.read_bytes())
    page.click("#tab-saving")
    archive = saved_bytes(page, "#save-all")
    wait_until_idle(page)
    same = []
    names = {
        desk.make_output({**given, "form": each["form"]}, b"").name: each[
            "form"
        ]
        for each in desk.list_formats({"lang": "nl"}, b"").data["outputs"]
        if each["here"]
    }
    with zipfile.ZipFile(io.BytesIO(archive)) as parts:
        for name, form in names.items():
            own = desk.make_output({**given, "form": form}, b"").file
            theirs = parts.read(name)
            if theirs == own:
                same.append(name)
            else:
                print("differs:", name, "|", *reasons_of(own, theirs))
    print("outputs the same:", *same)


def main() -> None:
    file, *paths = map(Path, sys.argv[1:])
    differing = refused = 0
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        )
        page = opened_page(browser, file)
        for number, path in enumerate(paths):
            ours = installed_json(path)
            try:
                theirs = page_json(page, path)
                if number == 0:
                    with use_limits(parse_limits([GRAPHVIZ_TIME])):
                        compare_outputs(page, path)
                close_last(page)
            except PlaywrightTimeoutError:
                theirs = f"no answer in {PATIENCE_S} s"
                page.context.close()
                page = opened_page(browser, file)
            refused += " " in ours
            if ours != theirs:
                differing += 1
                told = ("differs:", path, "|", ours, "|", theirs)
                print(*told, flush=True)
            if number % PROGRESS == PROGRESS - 1:
                print(number + 1, "files", flush=True)
        browser.close()
    print(f"{len(paths)} files, {refused} refused by both, {differing} differ")


if __name__ == "__main__":
    main()
