"""Results go into files whole or not at all: made beside their place, then put there."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from dinet.application.files.input_files import read_input_file
from dinet.errors import EditedFileError, OutputError
from dinet.language import Sentence

MAKING = ".dinet-"
"""How the name of a file begins that is being made."""
_LONGEST_STEM = 80
"""Characters: file systems take 255 bytes, of which suffixes and letters beyond ASCII need some."""
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


def explain_os_error(error: OSError) -> Sentence:
    """Why the system did not do what was asked, in words for a person."""
    return _WHY.get(error.errno or 0) or Sentence(
        "{words}", words=error.strerror or type(error).__name__
    )


def write_file(data: bytes, target: str) -> None:
    """Write a result to a file. An existing file is replaced whole.

    Raises:
        OutputError: It cannot be written; what was there before is unchanged.
    """
    path = Path(target)
    try:
        _check_target(target)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a device such as /dev/null
        else:
            replace_file(path, data)
    except OSError as error:
        what = Sentence(
            "this file cannot be written: {why}.", why=explain_os_error(error)
        )
        hint = Sentence("What was there before is unchanged.")
        raise OutputError(what, hint, where=target) from error


def write_result(data: bytes, target: str, given: Iterable[str]) -> None:
    """Write a result to a file, but never over what the user gave or has edited.

    Args:
        data: The whole file.
        target: Its path.
        given: The paths of what the user gave.

    Raises:
        OutputError: It cannot be written, or is one of these.
        EditedFileError: A native file is there that was changed since dinet wrote it.
    """
    if any(is_same_file(target, path) for path in given):
        what = Sentence(
            "this is a file that you gave; dinet does not write over it."
        )
        raise OutputError(
            what,
            Sentence("Give another name, or another folder."),
            where=target,
        )
    _keep_edited_file(data, target)
    write_file(data, target)


def _keep_edited_file(data: bytes, target: str) -> None:
    """Go on only when a native file would not take the place of somebody's own work."""
    # the native form needs the model, which what only prints has no time for
    from dinet.native.seal import is_sealed, may_be_replaced

    path = Path(target)
    if not is_sealed(data) or not path.is_file():
        return
    if may_be_replaced(read_input_file(path), data):
        return
    what = Sentence(
        "this file was changed since dinet wrote it, or dinet did not write it; it was kept."
    )
    hint = Sentence(
        "Go on with that file itself, or give it another name to have it made anew."
    )
    raise EditedFileError(what, hint, where=target)


def write_new_file(data: bytes, target: str) -> None:
    """Write a file to begin with, but never over one that is there.

    Raises:
        EditedFileError: A file is there that says something else.
        OutputError: It cannot be written.
    """
    path = Path(target)
    if path.is_file() and read_input_file(path) != data:
        what = Sentence("this file is there already; it was kept.")
        raise EditedFileError(
            what,
            Sentence("Give another name, or another folder."),
            where=target,
        )
    write_file(data, target)


def is_same_file(one: str, other: str) -> bool:
    """Whether two paths lead to one file; False when either is not there.

    Example:
        >>> is_same_file("README.md", "dinet/../README.md")
        True
        >>> is_same_file("README.md", "weg.md")
        False
    """
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False


def _check_target(target: str) -> None:
    path = Path(target)
    if path.is_dir() or target.endswith(("/", os.sep)):
        what = Sentence("this is a folder; give the name of a file in it.")
        raise OutputError(what, where=str(path))
    if path.is_symlink():
        what = Sentence(
            "this is a link to another place; dinet writes only real files."
        )
        raise OutputError(what, where=str(path))


def replace_file(path: Path, data: bytes) -> None:
    """Put a file in a place in one step: a link that is there is replaced, never followed.

    Raises:
        OSError: It cannot be written; what was there before is unchanged.
    """
    import tempfile  # what only prints writes no file, and has no time for it

    handle, name = tempfile.mkstemp(
        prefix=MAKING, suffix=".tmp", dir=path.parent
    )
    new_file = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new_file.chmod(_mode_for(path))
        new_file.replace(path)
    except BaseException:
        new_file.unlink(missing_ok=True)
        raise


def _mode_for(path: Path) -> int:
    """The mode of the file that is replaced, or that of any new file here."""
    if path.is_file():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def safe_stem(document: str) -> str:
    """The first part of a document's name, for the names of its results.

    Only letters, digits, dots, hyphens and underscores stay, so that the name is one everywhere.

    Example:
        >>> safe_stem("raad/plan 1.din.yaml")
        'plan-1'
    """
    stem = _without_suffix(Path(document).name)
    safe = "".join(map(_safe_sign, stem))
    return safe.strip("-.")[:_LONGEST_STEM] or "din"


def _without_suffix(name: str) -> str:
    """A file's name without its suffix; both parts of that of the native format."""
    for suffix in (".din.yaml", ".din.yml", Path(name).suffix):
        if suffix and name.casefold().endswith(suffix):
            return name[: -len(suffix)]
    return name


def _safe_sign(sign: str) -> str:
    return sign if sign.isalnum() or sign in "._-" else "-"
