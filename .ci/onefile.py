"""dinet.html from scratch, and what people do with it: a real browser, from disk, no network.

``python .ci/onefile.py [FILE]``: without a file it is made anew first, of which the registries give
the parts; where they cannot be reached nothing is tried, and a line says so. Every check is a line;
the last says how many failed. Firefox is tried too where the machine has one.
"""

import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from shutil import which

from firefox import Firefox
from playwright.sync_api import Browser, Page, sync_playwright

from dinet.onefile.pinned_files import (
    RegistryError,
    fetch_files,
    pinned_files,
)

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
MOST_BYTES = 20_000_000
"""Of the whole file."""
READY_MS = 120_000
"""How long the page may take to start on the slowest machine that runs this."""
SEEDS = sorted(
    path for path in EXAMPLES.glob("hoogeveen.*") if path.suffix != ".docx"
)
OWN = ("file:", "blob:", "data:")
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
ENGINE = which("chromium-headless-shell") or which("chromium")
"""The same engine without windows, in which pages open in half the time, where it is there."""
FIREFOX = which("firefox-esr") or which("firefox")
KEPT = Path("build", "onefile")
"""What the registries gave, for a next run in the same folder."""
DESK = {"width": 1280, "height": 800}
NARROW = {"width": 320, "height": 800}


# A document may be read between two looks of the browser's driver: so the page itself notes that
# it was busy.
NOTE_BUSY = """() => {
    window.wasBusy = false;
    new MutationObserver((_, observer) => {
        if (!document.body.matches(".busy")) return;
        window.wasBusy = true;
        observer.disconnect();
    }).observe(document.body, { attributeFilter: ["class"] });
}"""
WAS_BUSY = (
    "() => window.wasBusy || document.querySelector('.problem') !== null"
)


class Checks:
    """Counts what holds and what does not, and says each."""

    def __init__(self) -> None:
        self.passed = self.failed = 0

    def check(self, what: str, holds: object, seen: object = "") -> None:
        self.passed += bool(holds)
        self.failed += not holds
        sys.stdout.write(f"{'ok  ' if holds else 'FAIL'} {what} {seen}\n")
        sys.stdout.flush()


class OpenedFile:
    """The page in a browser, and all that it should not do."""

    def __init__(
        self, browser: Browser, file: Path, **options: object
    ) -> None:
        context = browser.new_context(
            offline=True, accept_downloads=True, locale="nl-NL", **options
        )
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._hear_console)
        self.page.on("pageerror", lambda error: self._complain(str(error)))
        self.page.on("request", self._hear_request)
        self.page.goto(file.as_uri())
        started = time.monotonic()
        self.page.wait_for_selector("body.started", timeout=READY_MS)
        self.seconds = time.monotonic() - started

    def _hear_console(self, message: object) -> None:
        if message.type in ("error", "warning"):
            self._complain(message.text)

    def _hear_request(self, request: object) -> None:
        if not request.url.startswith(OWN):
            self._complain(f"request: {request.url[:100]}")

    def _complain(self, words: str) -> None:
        self.complaints.append(words[:300])

    def lay_down(self, *files: Path) -> float:
        """Choose files, and wait until they are read; the seconds that it took."""
        started = time.monotonic()
        self.page.evaluate(NOTE_BUSY)
        self.page.set_input_files("#file", [str(file) for file in files])
        while time.monotonic() - started < READY_MS / 1000:
            if self.page.evaluate(WAS_BUSY):
                break
            time.sleep(0.05)
        self.wait_until_idle()
        return time.monotonic() - started

    def wait_until_idle(self) -> None:
        quiet, started = 0, time.monotonic()
        # between two steps the page is idle for a moment
        while quiet < 3 and time.monotonic() - started < READY_MS / 1000:
            busy = "busy" in (self.page.get_attribute("body", "class") or "")
            quiet = 0 if busy else quiet + 1
            time.sleep(0.1)

    def state_of(self, name: str) -> str:
        row = self.page.locator(".document", has_text=name).last
        return (row.get_attribute("class") or "").split()[-1]

    def saved(self, button: str) -> Path:
        with self.page.expect_download(timeout=READY_MS) as saving:
            self.page.click(button)
        folder = Path(tempfile.mkdtemp())
        target = folder / saving.value.suggested_filename
        saving.value.save_as(target)
        self.wait_until_idle()
        return target

    def axe_violations(self) -> list[str]:
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run(document, {iframes: false})")
        return [
            f"{each['id']}: {each['nodes'][0]['html'][:120]}"
            for each in found["violations"]
        ]


AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def slow_pdf() -> bytes:
    """A PDF that is right and small, and of which the page has a million lines to look at."""
    drawn = zlib.compress(b"0 0 m 9 9 l S\n" * 1_500_000, 9)
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream"
        % (len(drawn), drawn),
    ]
    written = b"%PDF-1.4\n"
    for number, part in enumerate(parts, start=1):
        written += b"%d 0 obj%s\nendobj\n" % (number, part)
    return written + b"trailer<</Root 1 0 R>>\n%%EOF"


HOSTILE = b"""<table><tr><th>Doel<th>Inspanning
<tr><td>Meer sport <img src=x onerror="document.title='hit'"><script>document.title='hit'</script>
<td>"><iframe src="https://example.org/"></iframe>De hal bouwen
<tr><td>Meer rust<td>&lt;script&gt;document.title='hit'&lt;/script&gt;</table>"""


def try_everything(checks: Checks, browser: Browser, file: Path) -> None:
    opened = OpenedFile(browser, file, viewport=DESK)
    page = opened.page
    checks.check("it starts", True, f"{opened.seconds:.1f} s")
    checks.check(
        "axe: nothing before a document", *_no(opened.axe_violations())
    )
    seconds = opened.lay_down(EXAMPLES / "hoogeveen.docx")
    checks.check("a first document is a page", True, f"{seconds:.1f} s")
    frame = page.frame_locator("#frame")
    frame.get_by_text("Kansrijk", exact=False).first.wait_for(state="attached")
    checks.check(
        "the network is drawn", frame.locator("svg [data-id]").count() > 9
    )
    for seed in SEEDS:
        seconds = opened.lay_down(seed)
        read = opened.state_of(seed.name) == "read"
        checks.check(f"reads {seed.name}", read, f"{seconds:.1f} s")
    three = [EXAMPLES / f"coevorden.{end}" for end in ("docx", "xlsx", "odt")]
    opened.lay_down(*three)
    states = [opened.state_of(one.name) for one in three]
    checks.check("three documents at once", states == ["read"] * 3, states)
    checks.check(
        "axe: nothing beside a document", *_no(opened.axe_violations())
    )
    _try_views(checks, opened)
    _try_saving(checks, opened)
    _try_small_screen(checks, opened)
    _try_bad_documents(checks, opened)
    checks.check(
        "nothing was asked, refused or wrong", *_no(opened.complaints)
    )
    page.context.close()


def _no(found: list[str]) -> tuple[bool, str]:
    return not found, "; ".join(found)


def _try_views(checks: Checks, opened: OpenedFile) -> None:
    page = opened.page
    for view in ("reading", "audit", "compare", "portfolio"):
        page.click(f"#tab-{view}")
        opened.wait_until_idle()
        shown = page.frame_locator("#frame").locator("h1").first
        shown.wait_for(state="attached")
        checks.check(f"shows {view}", shown.count())
    page.click("#tab-questions")
    checks.check(
        "axe: nothing in the questions", *_no(opened.axe_violations())
    )
    page.click("#tab-saving")
    checks.check("axe: nothing where one saves", *_no(opened.axe_violations()))
    page.select_option("#language", "en")
    opened.wait_until_idle()
    checks.check(
        "speaks English", page.inner_text("#tab-network") == "Network"
    )
    page.select_option("#language", "nl")
    opened.wait_until_idle()
    for name in ("help", "about", "test"):
        page.click(f"#open-{name}")
        page.wait_for_timeout(300)
        checks.check(f"axe: nothing in {name}", *_no(opened.axe_violations()))
        page.click(f"#close-{name}")


def _try_saving(checks: Checks, opened: OpenedFile) -> None:
    opened.page.click("#tab-saving")
    annex = opened.saved("#save-docx")
    with zipfile.ZipFile(annex) as parts:
        pictures = [name for name in parts.namelist() if name.endswith(".png")]
        drawn = all(len(parts.read(name)) > 1000 for name in pictures)
    checks.check(
        "saves the annex with pictures", pictures and drawn, annex.name
    )
    _try_house_style(checks, opened)
    before = opened.page.locator(".problem").count()
    archives = [opened.saved("#save-all").read_bytes() for _ in range(2)]
    checks.check("all as a zip, the same twice", archives[0] == archives[1])
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "all.zip")
        target.write_bytes(archives[0])
        with zipfile.ZipFile(target) as held:
            names = held.namelist()
            empty = [each for each in names if not held.read(each)]
    checks.check(
        "every file in it holds something", len(names) > 20, len(names)
    )
    checks.check("none is empty", not empty, empty)
    told = opened.page.locator(".problem").all_inner_texts()
    checks.check("none is refused", len(told) == before, told[before:])


def _try_house_style(checks: Checks, opened: OpenedFile) -> None:
    style = Path(tempfile.mkdtemp(), "huis.toml")
    style.write_text('[kleuren]\ndoel = "#123456"\n', encoding="utf-8")
    opened.lay_down(style)
    drawn = opened.saved("#save-svg").read_text(encoding="utf-8")
    checks.check("draws in a house style", "#123456" in drawn)


def _try_bad_documents(checks: Checks, opened: OpenedFile) -> None:
    page, folder = opened.page, Path(tempfile.mkdtemp())
    page.click("#tab-network")
    hostile = folder / "<img src=x onerror=alert(1)>.html"
    hostile.write_bytes(HOSTILE)
    opened.lay_down(hostile)
    read = opened.state_of("onerror") == "read"
    checks.check("a hostile page is read as text", read)
    checks.check(
        "and runs nothing", page.title().startswith("dinet"), page.title()
    )
    broken = folder / "broken.docx"
    broken.write_bytes(b"PK\3\4 no archive")
    opened.lay_down(broken)
    told = page.inner_text("#problems")
    checks.check(
        "a broken file is told in words", "broken.docx" in told, told[:70]
    )
    hanging = folder / "hanging.pdf"
    hanging.write_bytes(slow_pdf())
    page.set_input_files("#file", str(hanging))
    page.click("#stop", timeout=READY_MS)
    opened.wait_until_idle()
    page.locator("#state", has_text="Klaar").wait_for(timeout=READY_MS)
    stopped = opened.state_of("hanging.pdf") == "refused"
    checks.check("reading can be stopped by hand", stopped)
    page.evaluate("document.querySelector('.options').open = true")
    page.fill("#limits", "pdf-seconds=3")
    page.press("#limits", "Tab")
    opened.wait_until_idle()
    seconds = opened.lay_down(hanging)
    told = page.inner_text("#problems")
    checks.check(
        "a PDF that hangs is ended", "3 seconden" in told, f"{seconds:.1f} s"
    )
    page.fill("#limits", "")
    page.press("#limits", "Tab")
    opened.lay_down(EXAMPLES / "coevorden.pdf")
    alive = opened.state_of("coevorden.pdf") == "read"
    checks.check("and the page lives on, for the next PDF too", alive)


def _try_small_screen(checks: Checks, opened: OpenedFile) -> None:
    page = opened.page
    page.click("#tab-network")
    page.set_viewport_size(NARROW)
    page.emulate_media(color_scheme="dark")
    opened.wait_until_idle()
    wide = page.evaluate("document.documentElement.scrollWidth")
    checks.check("320 pixels are wide enough", wide <= 320, wide)
    checks.check("axe: nothing in the dark", *_no(opened.axe_violations()))
    page.focus("#tab-network")
    page.keyboard.press("ArrowRight")
    chosen = page.get_attribute("#tab-reading", "aria-selected")
    checks.check("tabs move by keyboard", chosen == "true")
    opened.wait_until_idle()
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="light")


def try_without_webassembly(
    checks: Checks, file: Path, driver: object
) -> None:
    browser = driver.chromium.launch(
        executable_path=ENGINE,
        args=[*SWITCHES, "--js-flags=--jitless"],
    )
    page = browser.new_page(locale="nl-NL")
    page.goto(file.as_uri())
    page.wait_for_selector("#cannot li.wrong")
    told = page.inner_text("#cannot")
    checks.check("without WebAssembly it says so", "beheerder" in told)
    browser.close()


IN_ORDER = """document.querySelectorAll("#documents li.read").length == {number}
    && !document.body.classList.contains("busy")"""


def try_firefox(checks: Checks, file: Path, program: str) -> None:
    """The same file in the other browser, once: start, read, take a PDF apart, draw and save."""
    with Firefox(program) as firefox:
        firefox.open(file.as_uri())
        started = 'document.body.classList.contains("started")'
        seconds = firefox.wait_until(started)
        checks.check("Firefox: it starts", True, f"{seconds:.1f} s")
        documents = [EXAMPLES / f"hoogeveen.{end}" for end in ("docx", "pdf")]
        for number, document in enumerate(documents, start=1):
            firefox.choose_files("#file", [document])
            seconds = firefox.wait_until(IN_ORDER.format(number=number))
            what = f"Firefox: reads {document.name}"
            checks.check(what, True, f"{seconds:.1f} s")
        firefox.run('document.querySelector("#tab-saving").click()')
        firefox.wait_until('document.querySelector("#save-png")')
        picture = firefox.saved_file("#save-png").read_bytes()
        checks.check(
            "Firefox: draws a picture", picture.startswith(b"\x89PNG")
        )
        checks.check(
            "Firefox: nothing was asked, refused or wrong",
            *_no(firefox.complaints()),
        )


def made_file() -> Iterator[Path]:
    """The file that is given, or one made now; none where the registries are not reached."""
    if len(sys.argv) > 1:
        yield Path(sys.argv[1]).resolve()
        return
    try:
        fetch_files(pinned_files(), KEPT)
    except RegistryError as error:
        sys.stdout.write(
            f"dinet.html is not tried: what it is made of cannot be had. {error}\n"
        )
        return
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "dinet.html")
        command = [sys.executable, "-m", "dinet.onefile", "-o", str(target)]
        command += ["--cache", str(KEPT)]
        subprocess.run(command, check=True, cwd=ROOT)
        yield target


def main() -> int:
    checks = Checks()
    for file in made_file():
        size = file.stat().st_size
        checks.check(
            "20 MB at most", size <= MOST_BYTES, f"{size / 1e6:.1f} MB"
        )
        with sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=ENGINE, args=SWITCHES
            )
            try_everything(checks, browser, file)
            browser.close()
            try_without_webassembly(checks, file, driver)
        if FIREFOX:
            try_firefox(checks, file, FIREFOX)
        else:
            sys.stdout.write("There is no Firefox: it is not tried in that.\n")
    sys.stdout.write(f"{checks.passed} passed, {checks.failed} failed\n")
    return int(checks.failed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
