"""No more of a file is read than it may hold, whatever its size says."""

import io
import os
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from dinet.application.files.input_files import read_at_most, read_input_file
from dinet.application.native_file_order import order_native_file
from dinet.application.picture_profile import find_style
from dinet.application.publishing.redaction_wishes import read_wishes
from dinet.application.read_document import (
    add_mapping,
    in_dialect,
    read_document,
)
from dinet.errors import (
    DinetError,
    DocumentError,
    MissingInputError,
    UsageError,
)
from dinet.limits import Limits, use_limits
from dinet.model import Programme
from dinet.plugins import plugin_folder

ENDLESS = Path("/dev/zero")
MOST = 100_000
"""Bytes that a file may hold in these tests."""
SOON = 5.0
"""Seconds: a reader that follows an endless file takes longer on any machine."""
SUFFIXES = sorted(
    {
        suffix
        for plugin in plugin_folder("readers").plugins.values()
        for suffix in plugin.suffixes
    }
)

endless = pytest.mark.skipif(
    not ENDLESS.exists(), reason="this system has no endless device"
)
pipes = pytest.mark.skipif(
    not hasattr(os, "mkfifo"), reason="pipes have no names here"
)


@pytest.fixture(autouse=True)
def small_limit() -> Iterator[None]:
    with use_limits(Limits(file=MOST)):
        yield


class CountedBytes(io.BytesIO):
    """Bytes without end, and how many were asked for."""

    asked = 0

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        assert size > 0
        self.asked += size
        return bytes(size)


def test_one_byte_more_than_the_limit_is_asked_for_and_no_more() -> None:
    stream = CountedBytes()
    assert len(read_at_most(stream, 3 * 2**20)) == 3 * 2**20 + 1
    assert stream.asked == 3 * 2**20 + 1


def test_a_limit_of_terabytes_reserves_no_memory() -> None:
    assert read_at_most(io.BytesIO(b"doelen"), 10**13) == b"doelen"


@endless
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_without_end_is_refused_at_the_limit_by_every_reader(
    suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"plan{suffix}"
    path.symlink_to(ENDLESS)
    begun = time.monotonic()
    with pytest.raises(DocumentError, match="--limit file="):
        read_document(path)
    assert time.monotonic() - begun < SOON


@endless
@pytest.mark.parametrize(
    ("read", "refusal"),
    [
        (lambda path: add_mapping(Programme(), path), DocumentError),
        (lambda path: in_dialect(path).__enter__(), DocumentError),
        (lambda path: read_wishes([str(path)]), DocumentError),
        (
            lambda path: order_native_file(str(path), with_ids=False),
            DocumentError,
        ),
        (lambda path: find_style(str(path.with_suffix(".toml"))), UsageError),
    ],
    ids=["mapping", "dialect", "names", "native file", "style"],
)
def test_so_is_every_other_file_that_a_command_takes(
    read, refusal: type[DinetError], tmp_path: Path
) -> None:
    for suffix in (".yaml", ".toml"):
        (tmp_path / f"plan{suffix}").symlink_to(ENDLESS)
    begun = time.monotonic()
    with pytest.raises(refusal):
        read(tmp_path / "plan.yaml")
    assert time.monotonic() - begun < SOON


@pipes
def test_a_pipe_is_read_to_its_end_or_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    os.mkfifo(path)
    assert read_from_pipe(path, b"doelen") == b"doelen"
    assert read_from_pipe(path, b"x" * MOST) == b"x" * MOST
    with pytest.raises(DocumentError, match="--limit file="):
        read_from_pipe(path, b"x" * (MOST + 1))


def read_from_pipe(path: Path, data: bytes) -> bytes:
    """What is read of a pipe into which somebody else writes this."""

    def write() -> None:
        with path.open("wb", buffering=0) as pipe:
            pipe.write(data)

    writer = Thread(target=write)
    writer.start()
    try:
        return read_input_file(path)
    finally:
        writer.join()


@pipes
def test_a_pipe_gives_itself_once_and_its_findings_have_lines_all_the_same(
    tmp_path: Path,
) -> None:
    from dinet.application.opened_document import audit_document, open_document

    path = tmp_path / "plan.din.yaml"
    os.mkfifo(path)
    writer = Thread(
        target=path.write_text, args=("doelen:\n  - Meer sport.\n",)
    )
    writer.start()
    opened = open_document(str(path))
    writer.join()
    places = [
        place for finding in audit_document(opened) for place in finding.places
    ]
    assert {(place.file, place.line) for place in places} == {
        ("plan.din.yaml", 2)
    }


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(),
    reason="no files without a size here",
)
def test_a_file_that_says_it_is_empty_is_read_all_the_same(
    tmp_path: Path,
) -> None:
    path = tmp_path / "plan.txt"
    path.symlink_to("/proc/self/status")
    assert path.stat().st_size == 0
    assert read_input_file(path).startswith(b"Name:")


def test_a_file_that_is_too_large_is_refused_without_reading_it(
    tmp_path: Path,
) -> None:
    with (tmp_path / "plan.txt").open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(DocumentError, match="is 1048576 MB"):
        read_input_file(tmp_path / "plan.txt")


@pytest.mark.parametrize("name", ["weg.txt", ".", "nul\0.txt"])
def test_what_cannot_be_read_is_missing_input(
    name: str, tmp_path: Path
) -> None:
    with pytest.raises(MissingInputError):
        read_input_file(tmp_path / name)
