"""Files that another program saves: that they changed, and that it is done with them.

Word and Excel write a file beside the document and put it in its place, others empty it and write
it anew: for a moment it is not there, or half. So the folder is watched, only the files themselves
are looked at, and none is read before it has looked the same twice. Some network drives report no
changes: the files are looked at every second all the same.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

QUIET = 0.2
"""Seconds in which a file that is being written changes."""
_LOOK = 1.0
"""Seconds between two looks where nothing is reported."""

FileLooks = tuple[tuple[int, ...], ...]


def look_at_files(files: Sequence[Path]) -> FileLooks:
    """What changes about files when somebody saves them; empty for one that is not there."""
    return tuple(map(_look_at_file, files))


def _look_at_file(file: Path) -> tuple[int, ...]:
    with suppress(OSError):
        known = file.stat()
        return known.st_mtime_ns, known.st_size, known.st_ino
    return ()


def wait_until_settled(files: Sequence[Path]) -> FileLooks:
    """How files look when nobody has written them for a moment; this waits for it."""
    before: FileLooks | None = None
    now = look_at_files(files)
    while before != now:
        before = now
        time.sleep(QUIET)
        now = look_at_files(files)
    return now


class _FolderEvents(FileSystemEventHandler):
    """Tells that something happened in a folder."""

    def __init__(self, stirred: Event) -> None:
        self._stirred = stirred

    def on_any_event(self, _: FileSystemEvent) -> None:
        self._stirred.set()


@contextmanager
def moments_of_change(files: Sequence[Path]) -> Iterator[Iterator[None]]:
    """The moments at which files may have changed: at least one every second."""
    stirred = Event()
    observer = Observer()
    for folder in dict.fromkeys(file.absolute().parent for file in files):
        # files in a folder that cannot be watched are looked at all the same
        with suppress(OSError):
            observer.schedule(_FolderEvents(stirred), str(folder))
    try:
        with suppress(OSError):
            observer.start()
        yield _repeat_moments(stirred)
    finally:
        observer.stop()
        if observer.is_alive():
            observer.join(
                _LOOK
            )  # it ends with us also when it does not hear this


def _repeat_moments(stirred: Event) -> Iterator[None]:
    while True:
        stirred.wait(_LOOK)
        stirred.clear()
        yield
