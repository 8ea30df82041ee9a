"""A running ``dinet watch``, as its user meets it.

A terminal, a page and the news for that page.
"""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any
from urllib.request import urlopen

import pytest

PATIENCE = 60
"""Seconds after which a test gives up; nothing takes so long."""
_ENDED = "(the command has ended)"
_SILENCE = f"(nothing more in {PATIENCE} seconds)"
_START = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # what started the tests may not have it
from dinet.cli import program
program()
"""


class Watched:
    """The command on a file, from its start until ``stop``.

    Args:
        file: The document; the command runs in its folder.
        words: More of the command line.
        env: The environment; None for that of the tests.
    """

    def __init__(
        self, file: Path, *words: str, env: dict[str, str] | None = None
    ) -> None:
        self.file = file
        command = [
            sys.executable,
            "-u",
            "-c",
            _START,
            "watch",
            file.name,
            *words,
        ]
        self.process = subprocess.Popen(
            command,
            cwd=file.parent,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self._lines: Queue[str] = Queue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        self.address = ""

    def begun(self) -> list[str]:
        """The lines of the terminal until the page is served."""
        lines = self.until("http://")
        self.address = lines[-1]
        return lines

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))
        self._lines.put(_ENDED)

    def until(self, words: str) -> list[str]:
        """The lines of the terminal from here, up to the first that holds these words."""
        lines: list[str] = []
        while not lines or words not in lines[-1]:
            lines.append(self._next_line(words, lines))
        return lines

    def _next_line(self, awaited: str, lines: list[str]) -> str:
        """The next line of the terminal; the test fails when none comes any more."""
        try:
            line = self._lines.get(timeout=PATIENCE)
        except Empty:
            line = _SILENCE
        if line in (_ENDED, _SILENCE):
            said = "\n    ".join(["", *lines, line])
            pytest.fail(f"“{awaited}” was awaited; what came:{said}")
        return line

    def write(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8")

    def page(self) -> str:
        with urlopen(self.address, timeout=PATIENCE) as answer:
            return answer.read().decode()

    def news(self) -> Iterator[dict[str, Any]]:
        """What the open page hears: how things stand, and then each change."""
        with urlopen(f"{self.address}changes", timeout=PATIENCE) as answer:
            for line in answer:
                if line.startswith(b"data: "):
                    yield json.loads(line.removeprefix(b"data: "))

    def stop(self) -> int:
        """Press Ctrl-C; the exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        status = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        assert self.process.stdout
        self.process.stdout.close()
        return status


@contextmanager
def watched_plan(file: Path, text: str) -> Iterator[Watched]:
    """A file that is written and watched, without a browser of the system, until the end."""
    file.write_text(text, encoding="utf-8")
    running = Watched(file, "--no-browser")
    try:
        running.begun()
        yield running
    finally:
        running.stop()
