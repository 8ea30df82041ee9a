"""CSV for Excel: the table of goals, targets and efforts, every row complete, to sort and \
filter; dinet reads it back.

A row is one effort for one target of one goal. “–” means that the network has nothing there.
Who leads an effort stands under “Owner”; a goal or target has columns of its own, such as “Owner
of goal”. What serves a goal only by way of its target says so between brackets. The title and the
vision of the programme are not in it: every row is about an effort.
"""  # noqa: D205 (one sentence of the catalogue)

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import chain, product

from dinet.finding import Finding
from dinet.language import Sentence, translate_words
from dinet.layout.style.profile import Profile
from dinet.layout.tables.din_table import DinGroup, DinTable
from dinet.model import (
    BETWEEN_KINDS,
    Aim,
    Effort,
    Element,
    Goal,
    Kind,
    LinkKind,
    Target,
)
from dinet.network import Network
from dinet.wording.element_codes import is_readable_code
from dinet.wording.labels import (
    EFFORT_FIELDS,
    FIELD_NAMES,
    KIND_NAMES,
    LINK_NAMES,
    TARGET_FIELDS,
    capitalise_first,
    indirect_words,
    owners_in_words,
)
from dinet.writers.word.readable_codes import with_readable_codes

EMPTY_CELL = "–"
_FORMULA_START = re.compile(r"[=+\-@\t\r＝＋－＠]")
_LEVEL_HEADINGS: dict[str, Sentence] = {
    "strategic": Sentence("Strategic goal"),
    "operational": Sentence("Operational goal"),
}
"""Goals of a level have a column of their own, which says so."""
_DESCRIBED_KINDS: tuple[Kind, ...] = ("theme", "goal", *BETWEEN_KINDS)
"""The kinds of which a column of their own says what ``EFFORT_FIELDS`` says of efforts."""
_OF_KIND = "\x1f"
"""Between kind and field in the name of such a column: no period has a control character."""


def _columns_of_kind(kind: Kind) -> tuple[str, ...]:
    """The columns that tell more of the elements of a kind, apart from those of targets alone."""
    fields = EFFORT_FIELDS if kind == "target" else (*EFFORT_FIELDS, "sources")
    return tuple(f"{kind}{_OF_KIND}{field}" for field in fields)


_COLUMN_KINDS = (*_LEVEL_HEADINGS, "goal", *BETWEEN_KINDS)
_BEFORE_PLANNING = (
    "theme",
    *_columns_of_kind("theme"),
    *_LEVEL_HEADINGS,
    "goal",
    *_columns_of_kind("goal"),
    *chain.from_iterable(
        (kind, *_columns_of_kind(kind)) for kind in BETWEEN_KINDS
    ),
    *TARGET_FIELDS,
    "sources",
    "effort",
    *EFFORT_FIELDS,
    f"effort{_OF_KIND}sources",
)
_AFTER_PLANNING = ("group", "programme")
"""The columns, by kind and field; between these stands one for each period of a planning."""
_REQUIRED_HEADINGS = ("target", "effort")
_ELEMENT_COLUMNS = frozenset({"theme", *_COLUMN_KINDS, "effort", "programme"})
"""Where a dash says that there is nothing; other columns are left empty."""

CsvRecord = dict[str, str]


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The table, as Dutch and English Excel open it by a double click.

    That takes semicolons, UTF-8 with its mark, and CRLF.

    Args:
        network: Every element stands in at least one row. Ids that cannot be read back are left
            out, or replaced by codes such as ``D1`` where a link that no row tells needs one.
        findings: Not written.
        profile: ``lang`` is the language of the headings.

    Returns:
        The headings alone for an empty programme. A cell that a spreadsheet would take for a
        formula begins with ``'``.
    """
    table = _CsvRecords(network, profile.lang)
    records = list(table.all_records())
    if table.lacks_codes:
        network = with_readable_codes(network)
        records = list(_CsvRecords(network, profile.lang).all_records())
    names = _filled_columns(records, network)
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow([_column_heading(name, profile.lang) for name in names])
    for record in records:
        rows.writerow([_cell_text(record, name) for name in names])
    return text.getvalue().encode("utf-8-sig")


def _filled_columns(records: list[CsvRecord], network: Network) -> list[str]:
    """The columns that hold something, and those that stand there always."""
    filled = set(_REQUIRED_HEADINGS)
    for record in records:
        filled.update(name for name, value in record.items() if value)
    if filled.isdisjoint(_LEVEL_HEADINGS):
        filled.add("goal")
    columns = [*_BEFORE_PLANNING, *_planned_periods(network), *_AFTER_PLANNING]
    return [name for name in columns if name in filled]


def _planned_periods(network: Network) -> list[str]:
    """The periods in which efforts are planned, in the order of the document's own columns.

    Each effort names the periods that it knows in that order, so one that stands before another
    for any of them stands before it here.
    """
    periods: list[str] = []
    for effort in network.efforts:
        at = 0
        for step in effort.planning:
            if step.period in periods:
                at = periods.index(step.period) + 1
            else:
                periods.insert(at, step.period)
                at += 1
    return periods


def _cell_text(record: CsvRecord, name: str) -> str:
    blank = EMPTY_CELL if name in _ELEMENT_COLUMNS else ""
    return guard_formula(record.get(name) or blank)


def guard_formula(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    Example:
        >>> guard_formula("=1+1"), guard_formula("1+1")
        ("'=1+1", '1+1')
    """
    return f"'{cell}" if _FORMULA_START.match(cell) else cell


def _column_heading(name: str, lang: str) -> str:
    """The heading of a column; that of a period is the period itself."""
    if name in _LEVEL_HEADINGS:
        return _LEVEL_HEADINGS[name].in_language(lang)
    kinds: dict[str, str] = {
        kind: names.one for kind, names in KIND_NAMES.items()
    }
    kind, of_kind, field = name.partition(_OF_KIND)
    if of_kind:
        return _described_heading(field, kinds[kind], lang)
    words = kinds | FIELD_NAMES
    if name in words:
        return capitalise_first(translate_words(words[name], lang))
    return guard_formula(" ".join(name.split()))


def _described_heading(field: str, kind: str, lang: str) -> str:
    """The heading of a column that tells more of a kind: ``Trekker doel``."""
    words = Sentence(FIELD_NAMES[field])
    if field == "period":
        words = _RUNNING_TIME
    heading = Sentence("{field} of {kind}", field=words, kind=Sentence(kind))
    return capitalise_first(heading.in_language(lang))


_RUNNING_TIME = Sentence("Running time")
"""What the period of a goal or target is called: as a period it would be its year."""


def _described_record(element: Element) -> CsvRecord:
    """What is told of a theme, goal or target in the columns of its kind."""
    fields = {field: _field_text(element, field) for field in EFFORT_FIELDS}
    if not isinstance(element, Target):
        fields["sources"] = _source_text(element)
    return {
        f"{element.kind}{_OF_KIND}{field}": words
        for field, words in fields.items()
        if words
    }


def _says_more(part: Effort) -> bool:
    """More is known of a sub-effort than its words and links."""
    fields = (_field_text(part, field) for field in EFFORT_FIELDS)
    has_field = any(fields)
    return bool(has_field or part.planning or part.sources or part.group)


def _source_text(element: Element) -> str:
    return "; ".join(" ".join(name.split()) for name in element.sources)


def _field_text(effort: Element, field: str) -> str:
    """What is told of an effort in the column of a field."""
    value = getattr(effort, field)
    if field == "owners":
        value = owners_in_words(effort)
    elif isinstance(value, tuple):
        value = "; ".join(value)
    return " ".join((value or "").split())


def _aim_record(target: Target) -> CsvRecord:
    """What a target says in fields of its own; its sentence says the rest."""
    aim = target.target or Aim()
    fields = ((name, getattr(aim, name)) for name in TARGET_FIELDS)
    return {name: " ".join(words.split()) for name, words in fields if words}


class _CsvRecords:
    def __init__(self, network: Network, lang: str) -> None:
        self.table = DinTable(network)
        self.lang = lang
        self.lacks_codes = False
        """A link was left out, since what it leads to has no code that can be read back."""
        self._parts_written: set[str] = set()

    def all_records(self) -> Iterator[CsvRecord]:
        """The rows of the table; a theme without goals has one row."""
        for section in self.table.sections:
            theme: CsvRecord = {}
            if section.theme:
                theme["theme"] = self._element_line(section.theme)
                theme |= _described_record(section.theme)
            if not section.groups:
                yield theme
            for group in section.groups:
                yield from self._group_records(group, theme)

    def _group_records(
        self, group: DinGroup, theme: CsvRecord
    ) -> Iterator[CsvRecord]:
        start = theme.copy()
        if group.goal:
            column = group.goal.level or "goal"
            start[column] = self._element_cell(group.goal)
            start |= _described_record(group.goal)
        for row in group.rows:
            pairs = product(row.between or (None,), row.efforts or (None,))
            for between, effort in pairs:
                served = self._between_record(between, group.goal)
                words = self._words_beside(effort, between, group.goal)
                yield start | served | self._effort_record(effort, words)
                for record in self._part_records(effort):
                    yield start | record

    def _between_record(
        self, element: Element | None, goal: Goal | None
    ) -> CsvRecord:
        if element is None:
            return {}
        record: CsvRecord = {element.kind: self._element_cell(element, goal)}
        if element.kind in _DESCRIBED_KINDS:
            record |= _described_record(element)
        if isinstance(element, Target):
            record["sources"] = _source_text(element)
            record |= _aim_record(element)
        return record

    def _part_records(self, whole: Effort | None) -> Iterator[CsvRecord]:
        """The sub-efforts of which more is told than a cell of their whole can hold.

        Each stands in a row after the first one of its whole.
        """
        for part in self._parts_of(whole, in_cell=False):
            if whole is None or part.id in self._parts_written:
                continue
            self._parts_written.add(part.id)
            words: list[str] = []
            if self.table.serves_itself(part, whole):
                words += self._link_words("part_of", (whole.id,))
            way = indirect_words("effort").in_language(self.lang)
            words.append(f"({way})")
            yield self._effort_record(part, words)

    def _parts_of(
        self, whole: Effort | None, *, in_cell: bool
    ) -> Iterator[Effort]:
        """The sub-efforts under an effort that stand in its cell, or those that do not."""
        if whole is None:
            return
        for part in self.table.parts.get(whole.id, ()):
            fits = (
                self.table.serves_itself(part, whole)
                and part.joint_with == whole.joint_with
                and not _says_more(part)
            )
            if fits is in_cell:
                yield part

    def _words_beside(
        self, effort: Effort | None, between: Element | None, goal: Goal | None
    ) -> list[str]:
        """What an effort is to the goal of its row, where the row does not tell it.

        Beside anything but a target a row says only that the effort serves that.
        """
        if effort is None or goal is None:
            return []
        serves_itself = self.table.serves_itself(effort, goal)
        if between and between.kind != "target" and serves_itself:
            return list(self._link_words("contributes_to", (goal.id,)))
        return list(self._indirect_words(effort, goal))

    def _effort_record(
        self, effort: Effort | None, words: Sequence[str]
    ) -> CsvRecord:
        """An effort with its sub-efforts in one cell, and a cell for each of its fields.

        Args:
            effort: It, if any.
            words: What else stands behind its text.
        """
        if effort is None:
            return {}
        lines = [" ".join((self._element_line(effort), *words))]
        parts = list(self._parts_of(effort, in_cell=True))
        if parts:
            lines = [
                f"• {lines[0]}",
                *(f"- {self._element_line(part)}" for part in parts),
            ]
        fields = {field: _field_text(effort, field) for field in EFFORT_FIELDS}
        planning = {step.period: step.phase for step in effort.planning}
        cell = "\n".join((*self._joint_lines(effort), *lines))
        return {
            **planning,
            **fields,
            "effort": cell,
            f"effort{_OF_KIND}sources": _source_text(effort),
            "group": effort.group or "",
        }

    def _element_cell(self, element: Element, goal: Goal | None = None) -> str:
        return "\n".join(
            (*self._joint_lines(element), self._element_line(element, goal))
        )

    def _joint_lines(self, element: Element) -> Iterator[str]:
        """With which other programmes a cell is done together, a line for each."""
        for name in element.joint_with:
            sentence = Sentence(
                "Joint implementation with {name}", name=" ".join(name.split())
            )
            yield f"({sentence.in_language(self.lang)})"

    def _element_line(self, element: Element, goal: Goal | None = None) -> str:
        """The code and the words of an element, and the links that no row tells.

        An id that is no code is left out, because no reader could tell it from words.
        """
        text = " ".join(element.text.split())
        if is_readable_code(element.id):
            text = f"{element.id}: {text}"
        links = self._untold_links(element)
        return " ".join((text, *links, *self._indirect_words(element, goal)))

    def _indirect_words(
        self, element: Element, goal: Goal | None
    ) -> Iterator[str]:
        """By way of what an element serves the goal of its row, if not by itself.

        Without a goal only a goal may say so, of the theme of its row.
        """
        if goal is None and not isinstance(element, Goal):
            return
        way = self.table.indirect_way(element, goal)
        if way:
            yield f"({indirect_words(way).in_language(self.lang)})"

    def _untold_links(self, element: Element) -> Iterator[str]:
        """Links to elements that have a code, in words between brackets."""
        for mark in self.table.cross_references(element):
            if mark.ids:
                yield from self._codes_in_words(mark.words, mark.ids)

    def _link_words(self, kind: LinkKind, ids: Sequence[str]) -> Iterator[str]:
        yield from self._codes_in_words(LINK_NAMES[kind].forward, ids)

    def _codes_in_words(self, words: str, ids: Sequence[str]) -> Iterator[str]:
        """Words and codes between brackets; nothing where one of these cannot be read back."""
        if all(map(is_readable_code, ids)):
            yield f"({translate_words(words, self.lang)} {', '.join(ids)})"
        else:
            self.lacks_codes = True


DUTCH = {
    (
        "CSV for Excel: the table of goals, targets and efforts, every row complete, "
        "to sort and filter; dinet reads it back."
    ): (
        "CSV voor Excel: de tabel van doelen, SMART-doelen en inspanningen met "
        "volledige rijen, om te sorteren en te filteren; dinet leest het terug."
    ),
}
