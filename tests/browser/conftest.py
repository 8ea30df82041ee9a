"""A real Chromium without a network: one for each process that runs tests."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

import dinet
from benchmarks.generate import generated
from dinet.finding import Finding, Severity
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.model import Element
from dinet.network import Network
from dinet.writers import html

EXAMPLES = Path(__file__).parents[2] / "examples"
ENGLISH = Profile(lang="en")
OWN = ("file:", "data:", "blob:")
"""How addresses begin for which no network is needed."""
CHROMIUM = next(
    filter(
        None,
        map(
            which,
            (
                "chromium-headless-shell",
                "chromium",
                "chromium-browser",
                "google-chrome",
            ),
        ),
    ),
    None,
)
"""The first is the same engine without windows: it opens a page in half the processor time."""
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--process-per-site",
    "--font-render-hinting=none",
)
"""Of Chromium; pages of one context share a process, which costs half a second less for each.

Without windows it would fit letters to whole pixels, which makes small ones wider than they are.
"""
DESK = {"width": 1280, "height": 800}
"""The size of a usual screen, in CSS pixels."""
Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What only a browser goes through has no test that tells what is wrong with it."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker("no_cover")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM, args=SWITCHES
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def source() -> Network:
    return Network(dinet.read(EXAMPLES / "hoogeveen.din.yaml"))


@pytest.fixture(scope="session")
def findings(source: Network) -> tuple[Finding, ...]:
    return (
        Finding(
            "DC103",
            "goal_without_target",
            Severity.WARNING,
            source["D4"],
            Sentence("no target"),
        ),
    )


@pytest.fixture(scope="session")
def data(source: Network, findings: tuple[Finding, ...]) -> bytes:
    return html.write(source, findings, ENGLISH)


@pytest.fixture(scope="session")
def plan() -> Network:
    return Network(generated(600))


@pytest.fixture(scope="session")
def large(plan: Network) -> bytes:
    return html.write(plan, dinet.audit(plan), ENGLISH)


@pytest.fixture
def complaints() -> list[str]:
    """What a page did that it may not do: a dialog, a request, an error."""
    return []


@pytest.fixture(scope="session")
def everyday(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """What the pages of nearly all tests share: a page keeps nothing but in its address."""
    context = browser.new_context(offline=True, viewport=DESK)
    blank = tmp_path_factory.mktemp("blank") / "blank.html"
    blank.touch()
    context.new_page().goto(
        blank.as_uri()
    )  # while a page is open, its process serves the next ones
    yield context
    context.close()


@pytest.fixture
def open_page(
    browser: Browser,
    everyday: BrowserContext,
    tmp_path: Path,
    complaints: list[str],
) -> Iterator[Open]:
    """Opens bytes as a page.

    ``at`` is what stands after the address: by default the network is looked at. Words beyond the
    size and the colours of the screen are options of a context of its own.
    """
    opened: list[Page | BrowserContext] = []

    def new_page(**options) -> Page:
        if not options:
            opened.append(everyday.new_page())
            return opened[-1]
        opened.append(browser.new_context(offline=True, **options))
        return opened[-1].new_page()

    def open_bytes(
        data: bytes,
        at: str = "#view-network",
        viewport=DESK,
        color_scheme=None,
        forced_colors=None,
        **options,
    ) -> Page:
        file = tmp_path / "page.html"
        file.write_bytes(data)
        page = new_page(**options)
        page.set_viewport_size(viewport)
        page.emulate_media(
            color_scheme=color_scheme, forced_colors=forced_colors
        )
        page.on(
            "dialog",
            lambda dialog: (
                complaints.append(f"dialog: {dialog.message}"),
                dialog.dismiss(),
            ),
        )
        page.on(
            "console",
            lambda said: (
                complaints.append(said.text)
                if said.type in ("error", "warning")
                else None
            ),
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda asked: (
                None
                if asked.url.startswith(OWN)
                else complaints.append(asked.url)
            ),
        )
        page.goto(f"{file.as_uri()}{at}")
        return page

    yield open_bytes
    for each in opened:
        each.close()


def until(page: Page, words: str, arg: object = None) -> None:
    """Waits until something is so.

    Asked from outside, since the policy of a page forbids what Playwright would wait with.
    """
    for _ in range(1_500):
        if page.evaluate(words, arg):
            return
        page.wait_for_timeout(20)
    pytest.fail(f"this never came true: {words}")


def ids(page: Page, selector: str) -> set[str]:
    """The ids of the elements of the picture that a selector finds."""
    return set(
        page.eval_on_selector_all(
            selector, "all => all.map(one => one.dataset.id)"
        )
    )


def under(plan: Network, theme: str) -> set[str]:
    """The ids of a theme and of everything under it."""
    return {
        theme,
        *(each.id for each in plan if plan[theme] in plan.themes_of(each)),
    }


def outside(plan: Network, theme: str) -> Element:
    """An effort that serves another theme only."""
    return next(
        each
        for each in plan.efforts
        if plan.themes_of(each) and plan[theme] not in plan.themes_of(each)
    )


@contextmanager
def opened_page(
    browser: Browser, address: str, complaints: list[str]
) -> Iterator[Page]:
    """A page that ``dinet watch`` serves, once its scripts run; its errors are complaints."""
    context = browser.new_context(viewport=DESK)
    opened = context.new_page()
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.goto(address)
    opened.wait_for_selector("html.lively")
    yield opened
    context.close()
