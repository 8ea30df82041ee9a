"""A document becomes a programme: its reader, the interpreter, a dialect, a mapping."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dinet.application.files.input_files import (
    check_file_size,
    read_input_file,
)
from dinet.document.content import Document, Para
from dinet.errors import DinetError, DocumentError, UnknownFormatError
from dinet.language import Sentence
from dinet.limits import Limits, use_limits
from dinet.model import Element, Programme
from dinet.native import DecodedFile, ProblemReport
from dinet.native.tree import Value
from dinet.plugins import Plugin, plugin_folder

if TYPE_CHECKING:
    from dinet.interpret.account.document_account import Account
    from dinet.interpret.form_answers import FormAnswers


def read_document(
    path: str | Path,
    limits: Limits | None = None,
    dialect: str | Path | None = None,
    mapping: str | Path | None = None,
) -> Programme:
    """The programme that a document describes.

    Args:
        path: A file; its suffix says how it is read.
        limits: Guards with other values than the usual ones; None for those that are in force.
        dialect: A TOML file with the words of the document's own; None for the built-in ones.
        mapping: A filled-in mapping form, which says what the document leaves open; None for none.

    Returns:
        The programme. Its notes say what was joined, merged, inferred and not understood.

    Raises:
        MissingInputError: There is no such file, or it may not be read.
        UnknownFormatError: No reader knows this suffix.
        InputError: The file is not what its suffix says, or holds no goals, targets or efforts.

    Example:
        >>> read_document("examples/coevorden.txt").title
        'Kansrijk opgroeien'
    """
    with use_limits(limits):
        data, name = read_input_file(path), Path(path).name
        with in_dialect(dialect):
            form = read_mapping(mapping) if mapping else None
            return read_with_account(data, name, form=form).programme


def read_document_bytes(
    data: bytes, name: str, dialect: str | Path | None = None
) -> Programme:
    """The programme in a document that is already in memory.

    Args:
        data: The whole file.
        name: The file's name; its suffix says how it is read.
        dialect: See ``read_document``.

    Raises:
        UnknownFormatError: No reader knows this suffix.
        InputError: The file is not what its suffix says, is empty, or holds no goals, targets or
            efforts.
    """
    return read_located(data, name, dialect).programme


def read_located(
    data: bytes, name: str, dialect: str | Path | None = None
) -> DecodedFile:
    """The programme in a document, and where its elements begin in a file of dinet's own form.

    In other documents each element has its places itself, and there are no marks here.

    Args:
        data: As ``read_document_bytes`` takes it.
        name: Likewise.
        dialect: Likewise.

    Raises:
        UnknownFormatError: As by ``read_document_bytes``.
        InputError: Likewise.
    """
    return read_with_account(data, name, dialect).decoded


class AccountedFile(NamedTuple):
    """A file that was read, and what became of every word of its document.

    Args:
        decoded: What was read.
        account: None for a file of dinet's own form: that is a programme already.
    """

    decoded: DecodedFile
    account: "Account | None"

    @property
    def programme(self) -> Programme:
        """The programme that was read."""
        return self.decoded.programme


class MappingFile(NamedTuple):
    """A mapping form as it stands in its file.

    Args:
        tree: Its lists.
        report: Of its problems.
    """

    tree: Value
    report: ProblemReport

    @property
    def names_ids(self) -> bool:
        """It names elements by their ids."""
        from dinet.interpret.mapping.mapping_form import names_ids

        return names_ids(self.tree)

    def as_json(self) -> str:
        """All that it says, without the places of its words."""
        from dinet.interpret.mapping.link_questions import plain_answers

        return json.dumps(plain_answers(self.tree), ensure_ascii=False)

    def answers(self) -> "FormAnswers":
        """What it says for reading, in words of the dialect that is in force."""
        from dinet.interpret.mapping.mapping_answers import reading_answers

        answers = reading_answers(self.tree, self.report)
        self.report.raise_problems()
        return answers

    def apply_to(
        self, programme: Programme, answers: "FormAnswers"
    ) -> Programme:
        """A programme with the links that the form states."""
        from dinet.interpret.mapping.mapping_form import apply_mapping

        return apply_mapping(programme, self.tree, self.report, answers)


def read_with_account(
    data: bytes,
    name: str,
    dialect: str | Path | None = None,
    form: MappingFile | None = None,
) -> AccountedFile:
    """The programme in a document, and what became of every word of it.

    Takes and raises what ``read_document_bytes`` does.

    Args:
        data: As ``read_document_bytes`` takes it.
        name: Likewise.
        dialect: Likewise.
        form: A mapping form: what it says of headings, columns and shapes goes into reading, what
            it says of elements comes after that.

    Raises:
        DocumentError: The form does not fit the document.
    """
    if form is None:
        return _read_by_suffix(data, name, dialect)
    with in_dialect(dialect):
        answers = form.answers()
        if answers.moves_ids and form.names_ids:
            answers.elements_before = _elements_without_form(data, name)
        read = _read_by_suffix(data, name, None, answers)
        programme = form.apply_to(read.programme, answers)
    decoded = read.decoded._replace(programme=programme)
    return read._replace(decoded=decoded)


def _elements_without_form(data: bytes, name: str) -> dict[str, Element]:
    """By id the elements that a person sees who fills in a form; none of a refused document."""
    try:
        programme = _read_by_suffix(data, name, None).programme
    except DocumentError:
        return {}
    return {element.id: element for element in programme.elements}


def _read_by_suffix(
    data: bytes,
    name: str,
    dialect: str | Path | None,
    answers: "FormAnswers | None" = None,
) -> AccountedFile:
    plugin = _reader_of(name)
    check_file_size(len(data), name)
    if not data.strip():
        raise DocumentError(Sentence("this file is empty."), where=name)
    try:
        with in_dialect(dialect):
            found = plugin.module.read(data, name)
            if isinstance(found, Document):
                return _interpret_document(found, answers)
            if answers is not None:
                _refuse_answers(answers)
            if isinstance(found, DecodedFile):
                return AccountedFile(found, None)
            programme = Programme.model_validate(found)
            return AccountedFile(DecodedFile(programme, {}), None)
    except DinetError:
        raise
    except (RecursionError, MemoryError) as error:
        what = Sentence(
            "this file is nested more deeply or larger than dinet reads."
        )
        raise DocumentError(what, where=name) from error


def _reader_of(name: str) -> Plugin:
    readers = plugin_folder("readers")
    plugin = readers.for_file(name)
    if plugin is None:
        suffixes = chain.from_iterable(
            reader.suffixes for reader in readers.plugins.values()
        )
        what = Sentence(
            "dinet does not read files of this kind. It reads {known}.",
            known=", ".join(suffixes),
        )
        hints = [
            Sentence("Save it as .docx or .xlsx, or as PDF, and give that.")
        ]
        if plugin_folder("writers").for_file(name):
            hints.append(
                Sentence(
                    "If dinet made it: give the document itself, "
                    "or the native file NAME.din.yaml that was made of it."
                )
            )
        raise UnknownFormatError(what, *hints, where=name)
    return plugin


def _refuse_answers(answers: "FormAnswers") -> None:
    """Refuse what a form says for reading, where there is nothing to read that way."""
    for key in answers.all_keys():
        answers.report.add_problem(
            key.mark,
            Sentence(
                "this says how to read a document, and here is none that can still be read so."
            ),
        )
    answers.report.raise_problems()


def _interpret_document(
    document: Document, answers: "FormAnswers | None"
) -> AccountedFile:
    # native formats do not need these, and they take a tenth of their time
    from dinet.document.empty_document import refuse_empty_document
    from dinet.document.error_cells import without_error_cells
    from dinet.document.own_outputs import refuse_own_output
    from dinet.document.size_check import check_sizes
    from dinet.document.struck_text import without_struck_text
    from dinet.interpret.form_answers import NO_ANSWERS
    from dinet.interpret.interpret import interpret_with_account

    paragraphs = (part for part in document.parts if isinstance(part, Para))
    refuse_own_output((part.block.text for part in paragraphs), document.name)
    document = without_error_cells(check_sizes(document))
    document = without_struck_text(document)
    refuse_empty_document(document)
    programme, account = interpret_with_account(
        document, answers or NO_ANSWERS
    )
    return AccountedFile(DecodedFile(programme, {}), account)


@contextmanager
def in_dialect(path: str | Path | None) -> Iterator[None]:
    """Read documents in the dialect of a TOML file, as long as the context lasts.

    Args:
        path: The file, which extends the built-in dialect; None changes nothing.

    Raises:
        MissingInputError: There is no such file, or it may not be read.
        UsageError: It is no dialect; all its problems with their lines.
    """
    if path is None:
        yield
        return
    from dinet.vocabulary.active_dialect import dialect_in, using_dialect

    with using_dialect(dialect_in(read_input_file(path), Path(path).name)):
        yield


def add_mapping(programme: Programme, path: str | Path) -> Programme:
    """The programme with the links that a person states in a mapping file.

    What the form says of headings, columns, shapes and sameness has to be known while the document
    is read: give such a form to ``read_document``.

    Args:
        programme: As it was read from its document.
        path: The file that ``dinet read`` made, filled in.

    Raises:
        MissingInputError: There is no such file, or it may not be read.
        DocumentError: It is no mapping file, or does not fit the document.
    """
    form = read_mapping(path)
    answers = form.answers()
    _refuse_answers(answers)
    return form.apply_to(programme, answers)


def read_mapping(path: str | Path) -> MappingFile:
    """A filled-in mapping form.

    Raises:
        MissingInputError: There is no such file, or it may not be read.
        DocumentError: It is not YAML as dinet reads it.
    """
    report = ProblemReport(Path(path).name)
    reader = plugin_folder("readers").plugin_named("yaml").module
    return MappingFile(
        reader.parse_file(read_input_file(path), report), report
    )
