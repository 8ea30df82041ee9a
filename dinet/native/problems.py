"""The problems and notes of one file: all of them are collected before the first is raised."""

from dinet.document.notes import make_note
from dinet.errors import MOST_LISTED, DocumentError, problems_as_error
from dinet.language import JoinedSentences, Sentence
from dinet.model import Note, Place, column_letters
from dinet.native import typing_errors
from dinet.native.tree import CellMark, SourceMark


class ProblemReport:
    """What is the matter with one file.

    Args:
        name: The file's name without folders.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._problems: list[tuple[int, int, str, JoinedSentences]] = []
        self._remarks: list[tuple[str, int, dict[str, str]]] = []

    def add_problem(self, mark: SourceMark, *what: Sentence) -> None:
        """Add something for which the file must be refused.

        Args:
            mark: Where it stands.
            what: What was found, what was expected, and perhaps a hint; hints on how YAML is
                written are left out for a cell.
        """
        if isinstance(mark, CellMark):
            what = tuple(
                words
                for words in what
                if not any(words is hint for hint in typing_errors.FOR_YAML)
            )
        line, column = mark.line + 1, mark.column + 1
        where = self._words_for_place(mark)
        self._problems.append((line, column, where, JoinedSentences(*what)))

    def _words_for_place(self, mark: SourceMark) -> str:
        """A place in short: ``plan.din.yaml:3:7``, ``plan.xlsx!Doelen!B3`` or ``plan.xlsx``."""
        line, column = mark.line + 1, mark.column + 1
        if not isinstance(mark, CellMark):
            return f"{self.name}:{line}:{column}"
        if not mark.sheet:
            return self.name
        return f"{self.name}!{mark.sheet}!{column_letters(column)}{line}"

    def place_of(self, mark: SourceMark) -> Place:
        """Where something stands, as far as a person needs to know to find it."""
        if isinstance(mark, CellMark):
            return Place(file=self.name, sheet=mark.sheet, row=mark.line + 1)
        return Place(file=self.name, line=mark.line + 1)

    @property
    def is_full(self) -> bool:
        """Whether there are more problems than a message lists, so that more need no hint."""
        return len(self._problems) > MOST_LISTED

    def add_note(self, code: str, line: int, **values: str) -> None:
        """Add something that its writer may not have meant.

        Args:
            code: Of ``dinet.document.notes``.
            line: Where it stands, counting from 1.
            values: What goes into the blanks of the note.
        """
        self._remarks.append((code, line, values))

    def raise_problems(self) -> None:
        """Go on only when there is no problem.

        Raises:
            DocumentError: With all problems.
        """
        if self._problems:
            raise self.as_error()

    def as_error(self) -> DocumentError:
        """All problems, in the order of the file; there must be one at least."""
        in_order = sorted(self._problems, key=lambda problem: problem[:2])
        return problems_as_error(
            [(where, what) for _, _, where, what in in_order]
        )

    def notes_in_language(self, lang: str) -> list[Note]:
        """The notes so far, in a language."""
        return [
            make_note(code, Place(file=self.name, line=line), lang, **values)
            for code, line, values in self._remarks
        ]
