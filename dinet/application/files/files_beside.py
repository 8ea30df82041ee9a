"""Files go beside a document on disk, and never over anything that somebody else wrote."""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from dinet.application.files.input_files import read_input_file
from dinet.application.files.output_files import safe_stem, write_result
from dinet.errors import DinetError, OutputError
from dinet.language import Sentence

_MOST_NAMES = 99
"""Files of one name in one folder: who has more wants to be told, not to get another."""


class FilesBeside:
    """What was written beside documents: only this is ever replaced, and only as it was written.

    Args:
        given: The paths of all that the user gave.
    """

    def __init__(self, given: Iterable[Path] = ()) -> None:
        self._given = tuple(map(str, given))
        self._digests: dict[Path, str] = {}

    def write_beside(self, data: bytes, document: Path, suffix: str) -> Path:
        """Write a file in the folder of a document; where it is.

        It is called as the document, or has a number when that name is taken.

        Args:
            data: The whole file.
            document: It stays as it is.
            suffix: What comes after the name of the document.

        Raises:
            OutputError: It cannot be written, or all names are taken.
        """
        digest = sha256(data).hexdigest()
        for target in _free_names(document, suffix):
            if not self._is_ours(target, digest):
                continue
            write_result(data, str(target), self._given)
            self._digests[target] = digest
            return target
        what = Sentence("there are too many files of this name.")
        hint = Sentence("Move those that you no longer need.")
        raise OutputError(what, hint, where=document.name)

    def _is_ours(self, target: Path, digest: str) -> bool:
        """Nothing is there, or what we wrote, or what we would write."""
        if not os.path.lexists(target):
            return True
        if not target.is_file() or target.is_symlink():
            return False
        try:
            there = sha256(read_input_file(target)).hexdigest()
        except DinetError:
            return False
        return there in (digest, self._digests.get(target))


def _free_names(document: Path, suffix: str) -> Iterator[Path]:
    stem = safe_stem(document.name)
    yield document.with_name(stem + suffix)
    for number in range(2, _MOST_NAMES + 1):
        yield document.with_name(f"{stem} ({number}){suffix}")
