"""Results go into files whole or not at all: written beside their place, then put there in one step."""

import errno
import os
import sys
import tempfile
from pathlib import Path

from dinet.errors import OutputError
from dinet.language import Sentence

MAKING = ".dinet-"
_WHY = {
    errno.EACCES: Sentence("you may not write here"),
    errno.EPERM: Sentence("you may not write here"),
    errno.EROFS: Sentence("this place can only be read"),
    errno.ENOSPC: Sentence("the disk is full"),
    errno.EDQUOT: Sentence("the disk is full"),
    errno.ENAMETOOLONG: Sentence("its name is too long"),
    errno.ENOENT: Sentence("there is no such folder"),
    errno.ENOTDIR: Sentence("a part of its path is not a folder"),
    errno.EEXIST: Sentence("a part of its path is not a folder"),
}


def reason(error: OSError) -> Sentence:
    """Why the system did not do what was asked, in words for a person."""
    return _WHY.get(error.errno or 0) or Sentence("{words}", words=error.strerror or type(error).__name__)


def put(data: bytes, target: str) -> None:
    """Write a result to a file, or to the standard output for ``-``. An existing file is replaced whole.

    Raises:
        OutputError: It cannot be written; what was there before is unchanged.
    """
    if target == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    try:
        _check(target)
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        what = Sentence("this file cannot be written: {why}.", why=reason(error))
        raise OutputError(what, Sentence("What was there before is unchanged."), where=target) from error


def same(one: str, other: str) -> bool:
    """Whether two paths lead to one file; False when either is not there.

    Example:
        >>> same("README.md", "dinet/../README.md"), same("README.md", "weg.md")
        (True, False)
    """
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False


def _check(target: str) -> None:
    path = Path(target)
    if path.is_dir() or target.endswith(("/", os.sep)):
        raise OutputError(Sentence("this is a folder; give the name of a file in it."), where=str(path))
    if path.is_symlink():
        raise OutputError(Sentence("this is a link to another place; dinet writes only real files."), where=str(path))


def _replace(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():
        path.write_bytes(data)  # a device such as /dev/null
        return
    handle, name = tempfile.mkstemp(prefix=MAKING, suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def stem_of(document: str) -> str:
    """The first part of a document's name, for the names of its results: ``plan`` of ``plan.din.yaml``.

    Only letters, digits, dots, hyphens and underscores stay, so that the name is one everywhere.
    """
    name = Path(document).name
    for suffix in (".din.yaml", ".din.yml", Path(name).suffix):
        if suffix and name.casefold().endswith(suffix):
            name = name[: -len(suffix)]
            break
    safe = "".join(each if each.isalnum() or each in "._-" else "-" for each in name).strip("-.")
    return safe[:80] or "din"
