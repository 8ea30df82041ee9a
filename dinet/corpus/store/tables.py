"""The tables of a store: their columns, of which type these are, and what they mean."""

from typing import NamedTuple

STORE_VERSION = 1
"""Of the tables: a store of another version is refused."""


class TableColumn(NamedTuple):
    """A column: its name, its type in SQL, and what stands in it."""

    name: str
    type: str
    meaning: str


class StoreTable(NamedTuple):
    """A table: its name, what one row is, and its columns."""

    name: str
    row: str
    columns: tuple[TableColumn, ...]

    def as_sql(self) -> str:
        """What makes it."""
        columns = ", ".join(
            f"{each.name} {each.type}" for each in self.columns
        )
        return f"CREATE TABLE IF NOT EXISTS {self.name} ({columns})"


def _columns(*rows: tuple[str, str, str]) -> tuple[TableColumn, ...]:
    return tuple(TableColumn(*row) for row in rows)


TABLES = (
    StoreTable(
        "documents",
        "a document that was read",
        _columns(
            (
                "document",
                "VARCHAR",
                "its path below the folder that was added",
            ),
            (
                "organisation",
                "VARCHAR",
                "whose it is; empty when nothing says so",
            ),
            (
                "organisation_from",
                "VARCHAR",
                "option, list, document or file name",
            ),
            ("year", "INTEGER", "of which it is; empty when nothing says so"),
            (
                "year_from",
                "VARCHAR",
                "option, list, date, period or file name",
            ),
            ("title", "VARCHAR", "of the programme"),
            ("period", "VARCHAR", "of the programme, in its own words"),
            ("date", "VARCHAR", "of reference, as the document has it"),
            ("lang", "VARCHAR", "nl or en"),
            ("format", "VARCHAR", "as which it was read"),
            (
                "reading",
                "VARCHAR",
                "fine, or check when words were left out or guessed",
            ),
            ("elements", "INTEGER", "how many"),
            ("links", "INTEGER", "how many"),
            ("sha256", "VARCHAR", "of its bytes"),
            ("dinet", "VARCHAR", "the version that read it"),
            (
                "fingerprint",
                "VARCHAR",
                "of the document and all that it was read by",
            ),
        ),
    ),
    StoreTable(
        "elements",
        "a theme, goal, target, effort or another element",
        _columns(
            ("document", "VARCHAR", "where it stands"),
            ("position", "INTEGER", "in the order of the programme, from 1"),
            ("id", "VARCHAR", "within its document"),
            (
                "kind",
                "VARCHAR",
                "theme, goal, benefit, target, capability, result, effort",
            ),
            ("level", "VARCHAR", "of a goal: strategic or operational"),
            (
                "code",
                "VARCHAR",
                "by which the document calls it, where the id does not",
            ),
            ("text", "VARCHAR", "its words"),
            (
                "plain_text",
                "VARCHAR",
                "the same without capitals, signs and double spaces",
            ),
            ("owners", "VARCHAR", "with ; between them"),
            ("joint_with", "VARCHAR", "other programmes, with ; between them"),
            ("phase", "VARCHAR", "in the document's words"),
            ("period", "VARCHAR", "in the document's words"),
            ("budget", "VARCHAR", "in the document's words"),
            ("place", "VARCHAR", "where it stands in the document"),
            (
                "grade",
                "VARCHAR",
                "how efforts cover a goal or target; none or unknown if not",
            ),
            ("measured", "VARCHAR", "how targets measure a goal"),
            (
                "smart",
                "VARCHAR",
                "of a target: yes when specific, measurable and time_bound are",
            ),
            (
                "specific",
                "VARCHAR",
                "of a target: yes, partial, no or unknown",
            ),
            ("measurable", "VARCHAR", "of a target, likewise"),
            ("acceptable", "VARCHAR", "of a target: stated or unknown"),
            (
                "realistic",
                "VARCHAR",
                "of a target: supported, doubtful or unknown",
            ),
            (
                "time_bound",
                "VARCHAR",
                "of a target: yes, partial, no or unknown",
            ),
        ),
    ),
    StoreTable(
        "links",
        "a link between two elements of a document",
        _columns(
            ("document", "VARCHAR", "where it stands"),
            (
                "from_id",
                "VARCHAR",
                "the element that serves, measures or is part",
            ),
            (
                "to_id",
                "VARCHAR",
                "the element that is served, measured or whole",
            ),
            ("kind", "VARCHAR", "contributes_to, measures, part_of and so on"),
            ("basis", "VARCHAR", "the evidence, from stated to inferred"),
        ),
    ),
    StoreTable(
        "findings",
        "what the audit found, as it is without options",
        _columns(
            ("document", "VARCHAR", "where it was found"),
            ("code", "VARCHAR", "of the rule"),
            ("rule", "VARCHAR", "its name"),
            ("severity", "VARCHAR", "error, warning or info"),
            (
                "elements",
                "VARCHAR",
                "the ids of what it is about, with ; between them",
            ),
            ("message", "VARCHAR", "in the language of the document"),
            ("place", "VARCHAR", "where that stands in the document"),
            (
                "doubt",
                "VARCHAR",
                "why it may come from the reading; empty when not",
            ),
        ),
    ),
    StoreTable(
        "measurements",
        "a value that a document gives for a target",
        _columns(
            ("document", "VARCHAR", "where it stands"),
            ("element", "VARCHAR", "the id of the target"),
            (
                "kind",
                "VARCHAR",
                "baseline, realised, forecast, target; empty if unsaid",
            ),
            ("year", "VARCHAR", "in the document's words"),
            (
                "number",
                "DOUBLE",
                "the one number in it; empty for none or several",
            ),
            ("unit", "VARCHAR", "in the document's words"),
            ("text", "VARCHAR", "as it stands there"),
            ("source", "VARCHAR", "who says so"),
        ),
    ),
    StoreTable(
        "refused",
        "a document that could not be read, and is in no other table",
        _columns(
            (
                "document",
                "VARCHAR",
                "its path below the folder that was added",
            ),
            (
                "verdict",
                "VARCHAR",
                "refused, or lost when it held up what read it",
            ),
            ("message", "VARCHAR", "why"),
            (
                "fingerprint",
                "VARCHAR",
                "as in documents; empty to try it again",
            ),
        ),
    ),
)
"""In the order in which they are written."""
