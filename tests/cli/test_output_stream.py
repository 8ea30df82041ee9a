"""Output is whole or not at all, with and without Python's buffers."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dinet.cli.output_stream import ClosedPipeError, OutputStream
from dinet.errors import OutputError

fcntl = pytest.importorskip(
    "fcntl", reason="pipes and disks are of another kind"
)
EXAMPLE = (
    Path(__file__).parent.parent.parent / "examples" / "hoogeveen.din.yaml"
)
"""As dinet keeps it, which is read soonest."""
DOCUMENT = ["write", str(EXAMPLE), "--format", "html", "-o", "-"]
REPORT = ["read", str(EXAMPLE), "--format", "json"]
FULL = "de uitvoer kan niet worden geschreven: de schijf is vol."
BUFFERS = pytest.mark.parametrize(
    "unbuffered", ["", "1"], ids=["buffered", "unbuffered"]
)
PIPE = 2**12
"""Bytes that a pipe takes before somebody reads them; what these commands write is longer."""


def start(
    words: list[str], unbuffered: str, output: object
) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    command = [sys.executable, "-m", "dinet", *words]
    return subprocess.Popen(
        command, stdout=output, stderr=subprocess.PIPE, env=environment
    )


@pytest.mark.no_cover
@pytest.mark.skipif(
    sys.platform != "linux", reason="pipes have their own size there"
)
@BUFFERS
@pytest.mark.parametrize("words", [DOCUMENT, REPORT], ids=["bytes", "text"])
def test_a_reader_who_leaves_in_the_middle_ends_it_with_141(
    words: list[str], unbuffered: str
) -> None:
    read, write = os.pipe()
    fcntl.fcntl(write, fcntl.F_SETPIPE_SZ, PIPE)
    process = start(words, unbuffered, write)
    os.close(write)
    assert os.read(read, 2)
    os.close(read)
    _, said = process.communicate()
    assert (process.returncode, said) == (141, b"")


@pytest.mark.no_cover
@BUFFERS
@pytest.mark.parametrize(
    "words",
    [DOCUMENT, REPORT, ["audit", str(EXAMPLE)], ["rules"], ["--help"]],
    ids=str,
)
def test_a_full_device_gives_73(words: list[str], unbuffered: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    with Path("/dev/full").open("wb") as full:
        process = start(words, unbuffered, full)
        _, said = process.communicate()
    assert (process.returncode, said.decode().splitlines()) == (73, [FULL])


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 kB."""
    mount = shutil.which("mount")
    disk = tmp_path / "disk"
    disk.mkdir()
    command = [str(mount), "-t", "tmpfs", "-o", "size=16k", "none", str(disk)]
    if (
        mount is None
        or subprocess.run(command, check=False, capture_output=True).returncode
    ):
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.no_cover
@BUFFERS
@pytest.mark.parametrize("words", [DOCUMENT, REPORT], ids=["bytes", "text"])
def test_a_disk_that_fills_up_keeps_nothing_of_what_is_not_whole(
    words: list[str], unbuffered: str, small_disk: Path
) -> None:
    target = small_disk / "plan.html"
    with target.open("wb", buffering=0) as file:
        file.write(b"voor ons\n")
        process = start(words, unbuffered, file)
        _, said = process.communicate()
    assert (process.returncode, said.decode().splitlines()) == (73, [FULL])
    assert target.read_bytes() == b"voor ons\n"


class LimitedFile(io.RawIOBase):
    """A raw stream that takes a few bytes at a time, and fails after some."""

    def __init__(self, room: int, error: OSError) -> None:
        self.taken = b""
        self._room, self._error = room, error

    def writable(self) -> bool:
        return True

    def write(self, data: memoryview, /) -> int:
        if len(self.taken) >= self._room:
            raise self._error
        self.taken += bytes(data[:3])
        return len(data[:3])


def test_what_is_taken_bit_by_bit_is_taken_whole() -> None:
    raw = LimitedFile(100, OSError())
    assert OutputStream(raw).write(b"doelen en inspanningen") == 22
    assert raw.taken == b"doelen en inspanningen"


@pytest.mark.parametrize(
    ("error", "raised"),
    [(BrokenPipeError(), ClosedPipeError), (OSError(28, "full"), OutputError)],
)
def test_after_a_failure_nothing_more_is_tried(
    error: OSError, raised: type[Exception]
) -> None:
    raw = LimitedFile(3, error)
    stream = OutputStream(raw)
    with pytest.raises(raised):
        stream.write(b"doelen")
    assert stream.write(b"meer") == 4
    assert raw.taken == b"doe"


def test_a_pipe_that_does_not_block_is_waited_for() -> None:
    read, write = os.pipe()
    os.set_blocking(write, False)
    process = start(DOCUMENT, "1", write)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        data = pipe.read()
    _, said = process.communicate()
    assert (process.returncode, said) == (0, b"")
    assert len(data) > 2**16
    assert data.rstrip().endswith(b"</html>")


def test_lines_of_others_in_the_same_file_are_not_taken_back(
    tmp_path: Path,
) -> None:
    path = tmp_path / "log"
    with path.open("ab", buffering=0) as log:
        process = start(["audit", "weg.docx"], "", log)
        process.communicate()
        log.write(b"einde\n")
    assert path.read_bytes() == b"einde\n"
