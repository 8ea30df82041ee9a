"""What a shape may know of the table that it reads, besides the table."""

from collections.abc import Mapping
from typing import NamedTuple

from dinet.interpret.choice.table_reading import TableReading
from dinet.interpret.columns.table_columns import TableHeader
from dinet.interpret.own_codes import OwnCodes
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.texts.document_words import DocumentWords
from dinet.model import Kind
from dinet.vocabulary.roles import Role

_NO_CODES = OwnCodes()


class ShapeContext(NamedTuple):
    """Where a table stands.

    Args:
        lang: The language of the document, in which notes are written.
        file: The name of the document.
        words: All texts of the document.
        own_codes: The codes by which the document calls its elements.
        heading: The words of the heading above the table; empty when there is none.
        legend: The phase that each colour stands for.
        under_goal: A heading above the table names a goal.
        role: What the section is about in which the table stands, when its heading says so and
            names nothing.
        reads_lists: What stands in the section without headings of its own is part of the network.
        follows_list: A list stands before the table in its section.
        is_stated: A person said which shape the table has: this one.
        stated_rows: What a person said that the rows of a matrix are.
        stated_columns: The same of its columns.
        aims: The texts of goals and targets in the columns of all tables, folded.
        referred: The headers of tables that only others explain, by the identity of each table.
        known_efforts: The texts of efforts in the rest of the document; None until that is read.
    """

    lang: str
    file: str
    words: DocumentWords
    own_codes: OwnCodes = _NO_CODES
    heading: str = ""
    legend: Mapping[str, str] = {}
    under_goal: bool = False
    role: Role | None = None
    reads_lists: bool = False
    follows_list: bool = False
    is_stated: bool = False
    stated_rows: Kind | None = None
    stated_columns: Kind | None = None
    aims: frozenset[str] = frozenset()
    referred: Mapping[int, TableHeader] = {}
    known_efforts: frozenset[str] | None = None

    def begin_reading(self, shape: str) -> TableReading:
        """An empty reading."""
        claims = ProgrammeReading(
            self.file, self.lang, own_codes=self.own_codes
        )
        return TableReading(shape, claims)
