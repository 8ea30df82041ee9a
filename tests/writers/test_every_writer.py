"""What holds for every writer, those that are still to come included."""

import datetime as dt
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

import dinet
from dinet.model import Programme
from dinet.plugins import plugin_folder
from tests.writers.unpacking import unpacked

ROOT = Path(__file__).parents[2]
WRITERS = list(plugin_folder("writers").plugins)
WORLDS = (
    {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": "1",
    },
    {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
)
USER = "somebody-or-other"
PLACES = tuple(str(ROOT / folder) for folder in ("dinet", "tests", "examples"))
FOREIGN = (
    "python-docx",
    "python-pptx",
    "Steve Canny",
    "openpyxl",
    "reportlab",
    USER,
    *PLACES,
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders with every format, made in two time zones, locales and hash seeds."""
    folders = tmp_path_factory.mktemp("een"), tmp_path_factory.mktemp("twee")
    command = [sys.executable, "-W", "error", "-m", "tests.writers.everything"]
    runs = [
        subprocess.Popen(
            [*command, str(target)],
            cwd=ROOT,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(target),
                "USER": USER,
                "LOGNAME": USER,
                **world,
            },
        )
        for target, world in zip(folders, WORLDS, strict=True)
    ]
    assert [run.wait() for run in runs] == [0, 0]
    return folders


@pytest.mark.no_cover
@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("programme", ["coevorden", "hostile"])
def test_two_runs_give_the_same_bytes(
    programme: str, writer: str, written: tuple[Path, Path]
) -> None:
    first, second = (
        (each / f"{programme}.{writer}").read_bytes() for each in written
    )
    assert first
    assert first == second


@pytest.mark.parametrize("writer", WRITERS)
def test_no_output_says_who_made_it_where_or_when(
    writer: str, written: tuple[Path, Path]
) -> None:
    now = dt.datetime.now(tz=dt.UTC).date()
    told = [
        *FOREIGN,
        str(written[0]),
        f"{now:%Y-%m-%d}",
        f"D:{now:%Y%m%d}",
        f"@{socket.gethostname()}",
    ]
    for part in unpacked((written[0] / f"coevorden.{writer}").read_bytes()):
        for words in told:
            assert words.encode() not in part


PAGES = [
    each
    for each in WRITERS
    if each == "html" or each.endswith("_html") or each == "pyvis"
]


@pytest.mark.parametrize("programme", ["coevorden", "hostile"])
@pytest.mark.parametrize("writer", PAGES)
def test_every_page_has_a_policy_that_names_what_may_run_and_nothing_from_elsewhere(
    programme: str, writer: str, written: tuple[Path, Path]
) -> None:
    page = html.fromstring((written[0] / f"{programme}.{writer}").read_bytes())
    (policy,) = page.xpath(
        "//meta[@http-equiv='Content-Security-Policy']/@content"
    )
    allowed = dict(
        directive.strip().partition(" ")[::2]
        for directive in policy.split(";")
    )
    assert allowed["default-src"] == "'none'"
    sources = [
        source
        for each in allowed.values()
        for source in each.split() or ["nothing named"]
    ]
    assert {
        source for source in sources if not source.startswith("'sha256-")
    } <= {
        "'none'",
        "data:",
    }


FOR_OWNERS = "council_zip"
"""There is no page to make for nobody, so an empty programme is refused: see test_council.py."""


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    "writer", [name for name in WRITERS if name != FOR_OWNERS]
)
def test_an_empty_programme_can_be_written(writer: str, lang: str) -> None:
    network = dinet.Network(Programme())
    assert dinet.write(
        network, dinet.audit(network), writer, dinet.Profile(lang=lang)
    )


@pytest.mark.parametrize("writer", WRITERS)
def test_every_writer_says_what_it_makes(writer: str) -> None:
    summary = plugin_folder("writers").plugin_named(writer).summary
    assert summary.endswith(".")
    assert len(summary) <= 130
