"""How soon a page can be used and how smoothly it moves, side by side.

python benchmarks/pages.py 50 500 5000 20000

For each size there are four pages of the same plan, opened one after the other in one browser
without a network: dinet's page on its first screen, and with its network; pyvis as it comes,
from its own ``write_html``, which places everything by simulated physics; and pyvis with the
fixed places that dinet gives it. A page can be used when its network is drawn, its browser has
painted that, and nothing keeps it from answering; pyvis shows nothing, or a bar, until its
physics has made its first thousand steps. A page that takes longer than it may is told as such,
and is not measured further.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import which
from statistics import mean
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generate import generated
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as BrowserError
from pyvis.network import Network as PyvisNetwork

from dinet import Network
from dinet.layout.style.profile import Profile
from dinet.writers import html, pyvis

SIZES = (50, 500, 5000, 20000)
FRAMES = 60
MOST = 120_000
"""So many milliseconds a page may take until it can be used."""
FIXED_AT_MOST = 5000
"""Pyvis with more elements than this is left out.

Laying it out as one picture is over dinet's own limit.
"""
GOALS = {500: 20.0}
"""How many times sooner than stock pyvis dinet's page has to be there, by size."""
SMOOTH = {5000: 25.0}
"""So many milliseconds a frame of dinet's page may take, by size."""

AT = {"dinet": "#view-network", "pyvis, fixed": "#view-network"}
"""What stands behind the address; without it dinet's pages open on their overview."""
READY = {
    "dinet, first": "() => document.documentElement.classList.contains('lively')",
    "dinet": """() => [...document.querySelectorAll('#picture .element, #picture canvas')]
        .some(drawn => drawn.checkVisibility())""",
    "pyvis": "() => typeof network !== 'undefined' && window.rested === true",
    "pyvis, fixed": "() => document.querySelector('#canvas canvas') !== null",
}
"""When each page has drawn its network."""
PANS = {
    "dinet, first": "at => window.scrollBy(0, at < 30 ? 40 : -40)",
    "dinet": """at => {
        const room = document.getElementById('picture');
        room.scrollTop += at < 30 ? 40 : -40;
        room.scrollLeft += at % 20 < 10 ? 15 : -15;
    }""",
    "pyvis": (
        "at => network.moveTo("
        "{ position: { x: 15 * (at % 20), y: 40 * at }, animation: false })"
    ),
    "pyvis, fixed": (
        "at => made.moveTo("
        "{ position: { x: 15 * (at % 20), y: 40 * at }, animation: false })"
    ),
}
"""How each page is moved by one step."""
WATCH = """() => {
    const wait = setInterval(() => {
        if (typeof network === "undefined") return;
        clearInterval(wait);
        if (network.physics.stabilized) window.rested = true;
        for (const name of ["stabilizationIterationsDone", "stabilized"]) {
            network.on(name, () => (window.rested = true));
        }
    }, 5);
}"""
KEEP = (
    "const N = vis.Network; "
    "vis.Network = class extends N "
    "{ constructor(...all) { super(...all); window.made = this; } };"
)
FRAME = """async (many) => {
    const times = [];
    let last = await new Promise(requestAnimationFrame);
    for (let at = 0; at < many; at += 1) {
        (PAN)(at);
        const now = await new Promise(requestAnimationFrame);
        times.push(now - last);
        last = now;
    }
    return times;
}"""


class Measured(NamedTuple):
    """What was found of one page.

    Args:
        usable: Milliseconds until it can be used; None when that took longer than ``MOST``.
        frame: The mean of milliseconds for a frame while it moves.
        kilobytes: The size of its file.
    """

    usable: float | None
    frame: float | None
    kilobytes: float


def written(size: int, folder: Path) -> Iterator[tuple[str, Path]]:
    """The pages of a plan, by name."""
    network = Network(generated(size))
    own = html.write(network, (), Profile(lang="nl"))
    pages = {"dinet, first": own, "dinet": own}
    stock(network).write_html(
        str(folder / "pyvis.html"), local=True, notebook=False
    )
    pages["pyvis"] = (folder / "pyvis.html").read_bytes()
    if size <= FIXED_AT_MOST:
        pages["pyvis, fixed"] = pyvis.write(network, (), Profile(lang="nl"))
    for at, (name, data) in enumerate(pages.items()):
        path = folder / f"{size}-{at}.html"
        path.write_bytes(data)
        yield name, path


def stock(network: Network) -> PyvisNetwork:
    """The network as anyone would give it to pyvis."""
    drawing = PyvisNetwork(directed=True, cdn_resources="in_line")
    for element in network:
        drawing.add_node(
            element.id,
            label=element.id,
            title=element.text,
            group=element.kind,
        )
    drawing.add_edges([(link.start, link.end) for link in network.links()])
    return drawing


def measured(browser: Browser, name: str, path: Path) -> Measured:
    """Open a page and move it."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, offline=True, bypass_csp=True
    )
    page = context.new_page()
    page.set_default_timeout(MOST)
    usable, frames = None, []
    with suppress(BrowserError):  # it takes too long
        usable = opened(page, name, path)
        frames = page.evaluate(FRAME.replace("PAN", PANS[name]), FRAMES)
    context.close()
    return Measured(
        usable, mean(frames) if frames else None, path.stat().st_size / 1000
    )


def opened(page: Page, name: str, path: Path) -> float:
    """Milliseconds until the page can be used."""
    if name == "pyvis":
        page.add_init_script(f"({WATCH})()")
    elif name == "pyvis, fixed":
        path.write_bytes(
            (KEEP.encode() + b"\n").join(
                path.read_bytes().rsplit(b'"use strict";\n', 1)
            )
        )
    before = time.perf_counter()
    address = path.as_uri() + AT.get(name, "")
    page.goto(address, timeout=MOST, wait_until="commit")
    page.wait_for_function(READY[name], timeout=MOST, polling=10)
    page.evaluate(
        "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
    )
    return 1000 * (time.perf_counter() - before)


def shown(size: int, name: str, found: Measured, own: Measured) -> str:
    """A page as one line of the table."""
    usable = f"{found.usable:,.0f} ms" if found.usable else f"> {MOST:,} ms"
    frame = f"{found.frame:.1f} ms" if found.frame else "-"
    times = (
        f"{(found.usable or MOST) / own.usable:.1f} x"
        if own.usable and found is not own
        else ""
    )
    return f"{size:>7,}  {name:<14}{usable:>12}{times:>10}{frame:>12}{found.kilobytes:>12,.0f} KB"


def missed(size: int, found: dict[str, Measured]) -> list[str]:
    """What dinet's page promises and does not keep."""
    own, other = found["dinet"], found["pyvis"]
    faults = []
    if size in SMOOTH and (own.frame is None or own.frame > SMOOTH[size]):
        faults.append(f"{size}: a frame takes more than {SMOOTH[size]:g} ms")
    if size in GOALS and (
        own.usable is None or (other.usable or MOST) / own.usable < GOALS[size]
    ):
        faults.append(f"{size}: not {GOALS[size]:g} times as soon as pyvis")
    return faults


def compared(browser: Browser, size: int, folder: Path) -> dict[str, Measured]:
    """All pages of one size."""
    return {
        name: measured(browser, name, path)
        for name, path in written(size, folder)
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; the exit status is 1 when ``--check`` is given and a promise is not kept."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "sizes",
        type=int,
        nargs="*",
        default=SIZES,
        help=f"how many elements; default {SIZES}",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="exit with 1 when a promise is not kept",
    )
    asked = parser.parse_args(arguments)
    faults: list[str] = []
    print(
        f"{'size':>7}  {'page':<14}{'usable':>12}{'longer':>10}{'frame':>12}{'file':>12}"
    )
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=which("chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        measured(
            browser, "dinet", next(written(10, Path(folder)))[1]
        )  # the first page that a browser opens is slow
        for size in asked.sizes:
            found = compared(browser, size, Path(folder))
            faults += missed(size, found)
            print(
                "\n".join(
                    shown(size, name, each, found["dinet"])
                    for name, each in found.items()
                ),
                flush=True,
            )
        browser.close()
    print("\n".join(faults))
    return 1 if faults and asked.check else 0


if __name__ == "__main__":
    sys.exit(main())
