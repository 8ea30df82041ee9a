"""What is done once is not done again: a folder with the result of each document.

A result is named by all that it depends on: the bytes of the document, its name, the version of
dinet, what was asked, the files that were given for that, and the settings of the folder. Each is
a file of its own that is put there whole, so a run that is ended loses only what was at work.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from dinet import __version__
from dinet.application.files.folder_settings import settings_beside
from dinet.application.files.input_files import read_input_file
from dinet.application.files.output_files import explain_os_error, replace_file
from dinet.corpus.document_result import (
    DocumentResult,
    DocumentTask,
    Verdict,
    Work,
    WorkSettings,
)
from dinet.errors import DinetError, OutputError
from dinet.language import Sentence


class ResultKeeper:
    """A folder in which results are kept.

    Args:
        folder: Its path; it is made when it is not there.
        work: What is done with each document.
        settings: What holds for all of them.
    """

    def __init__(
        self, folder: str, work: Work, settings: WorkSettings
    ) -> None:
        self._folder = Path(folder)
        self._run = fingerprint_run(work, settings)
        self._names: dict[DocumentTask, str] = {}

    def find_result(self, task: DocumentTask) -> DocumentResult | None:
        """The result of a document that was done before; None when it has to be done.

        It has to be when a file that was made then is not there any more.
        """
        name = self._name_result(task)
        if name is None:
            return None
        try:
            text = self._path_of(name).read_text(encoding="utf-8")
            result = _result_in(json.loads(text))
        except (OSError, ValueError, TypeError):
            return None
        there = all(Path(path).is_file() for path in result.made)
        return result if there else None

    def keep_result(self, task: DocumentTask, result: DocumentResult) -> None:
        """Keep the result of a document that was looked for before.

        Raises:
            OutputError: It cannot be written.
        """
        name = self._names.get(task)
        if name is None or result.trace:  # a defect may be mended tomorrow
            return
        path = self._path_of(name)
        kept = result._replace(taken=None)._asdict()
        data = json.dumps(kept, ensure_ascii=False).encode()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, data)
        except OSError as error:
            what = Sentence(
                "results cannot be kept here: {why}.",
                why=explain_os_error(error),
            )
            raise OutputError(what, where=str(self._folder)) from error

    def _path_of(self, name: str) -> Path:
        return self._folder / name[:2] / f"{name}.json"

    def _name_result(self, task: DocumentTask) -> str | None:
        """The name of a result; None for a document that cannot be read."""
        name = fingerprint_task(task, self._run)
        if name is not None:
            self._names[task] = name
        return name


def fingerprint_task(task: DocumentTask, run: str) -> str | None:
    """A name for all that the result of a document depends on; None when it cannot be read.

    Args:
        task: The document.
        run: As ``fingerprint_run`` gives it.
    """
    try:
        settings = repr(settings_beside(task.path))
        paths = filter(None, (task.path, task.older))
        digests = [sha256(read_input_file(path)).hexdigest() for path in paths]
    except DinetError:
        return None
    return sha256(
        "\0".join((run, task.name, settings, *digests)).encode()
    ).hexdigest()


def fingerprint_run(work: Work, settings: WorkSettings) -> str:
    """A name for all that the results of a run depend on, apart from the documents.

    Args:
        work: What is done.
        settings: What holds for all documents.
    """
    digest = sha256(__version__.encode())
    digest.update(f"{work.__module__}.{work.__qualname__}".encode())
    digest.update(repr(settings).encode())
    for path in sorted(set(_words_in(settings))):
        digest.update(_content_of(path))
    return digest.hexdigest()


def _words_in(value: Any) -> Iterator[str]:
    """All words in settings: some of them are paths of files."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _words_in(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _words_in(inner)


def _content_of(path: str) -> bytes:
    """What tells the content of a file; nothing for a word that is no path."""
    try:
        if not Path(path).is_file():
            return b""
        return sha256(read_input_file(path)).digest()
    except (DinetError, OSError, ValueError):
        return b""


def _result_in(data: Mapping[str, Any]) -> DocumentResult:
    """A result as JSON has it."""
    lists: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in data.items()
    }
    lists["verdict"] = Verdict(data["verdict"])
    return DocumentResult(**lists)
