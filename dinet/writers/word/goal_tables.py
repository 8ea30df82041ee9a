"""The body of the annex: a heading and tables for every theme, then lists.

The lists hold what stands in no table of goals.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from dinet.language import Sentence
from dinet.layout.style.palette import PictureStyle
from dinet.layout.tables.din_table import DinGroup, DinRow
from dinet.model import BETWEEN_KINDS, Effort, Element, Kind, Level, Theme
from dinet.wording.labels import kind_heading
from dinet.writers.word.arrangement import (
    AnnexArrangement,
    AnnexGroup,
    AnnexRow,
    AnnexSection,
)
from dinet.writers.word.captions import CaptionWriter
from dinet.writers.word.element_text import ElementWriter
from dinet.writers.word.word_xml import (
    WordCell,
    WordTable,
    divide_width,
    write_paragraph,
    write_run,
)

LEVEL_HEADINGS: dict[Level | None, Sentence] = {
    "strategic": Sentence("Strategic goals"),
    "operational": Sentence("Operational goals"),
    None: Sentence("Goals"),
}
COLUMN_HEADINGS: dict[Level | None, Sentence] = LEVEL_HEADINGS | {
    None: Sentence("Goal")
}
OTHERS: dict[Kind, Sentence] = {
    "target": Sentence("Other targets"),
    "effort": Sentence("Other efforts"),
}
"""The headings of lists of what stands in tables too; other kinds have no other place."""
MOST_COLUMNS = 4
"""So many groups of efforts stand beside each other."""


class GoalTables:
    """Writes what an arrangement holds.

    Args:
        arrangement: What stands where.
        entries: Writes the elements.
        style: The colours of the columns.
        width: Of the text on a page, in twentieths of a point.
    """

    def __init__(
        self,
        arrangement: AnnexArrangement,
        entries: ElementWriter,
        style: PictureStyle,
        width: int,
    ) -> None:
        self.arrangement = arrangement
        self.entries = entries
        self.style = style
        self.width = width
        self.translate_words = entries.translate_words
        self.captions: CaptionWriter | None = None
        """Writes captions over the tables; None where the document around them has its own."""

    def write_heading(self, text: str, level: int = 1) -> str:
        """A heading of our own words."""
        return write_paragraph(
            self.entries.own_run(text), style=f"Heading{level}"
        )

    def say_sentence(self, words: Sentence) -> str:
        """Our own sentence in the language of the reader."""
        return words.in_language(self.entries.lang)

    def write_themes(self) -> Iterator[str]:
        """Every theme with its goals; then the goals that have none."""
        by_theme = groupby(
            self.arrangement.sections, key=lambda section: section.theme
        )
        for theme, sections in by_theme:
            filled = [section for section in sections if section.groups]
            yield from self._write_theme(theme, filled)

    def write_theme(self, theme_id: str) -> Iterator[str]:
        """The goals of one theme, without a heading for that theme.

        Args:
            theme_id: Of a theme of the programme.
        """
        sections = [
            section
            for section in self.arrangement.sections
            if section.theme and section.theme.id == theme_id
        ]
        filled = [section for section in sections if section.groups]
        yield from self._write_levels(filled, 2)
        if not filled:
            yield self._no_goals_paragraph()

    def _no_goals_paragraph(self) -> str:
        words = self.translate_words("This theme has no goals.")
        return write_paragraph(self.entries.own_run(words))

    def _write_theme(
        self, theme: Theme | None, sections: Sequence[AnnexSection]
    ) -> Iterator[str]:
        themes = self.arrangement.network.themes
        if theme:
            yield self._theme_heading(theme)
        elif themes and sections:
            yield self.write_heading(self.translate_words("Without a theme"))
        yield from self._write_levels(sections, 2 if themes else 1)
        if theme and not sections:
            yield self._no_goals_paragraph()

    def _theme_heading(self, theme: Theme) -> str:
        number = theme.id.removeprefix(theme.prefix)
        beginning = self.say_sentence(
            Sentence("Theme {id}: {text}", id=number, text="")
        )
        asides = [
            self.entries.own_run(f" {words}")
            for words in self.entries.link_asides(theme)
        ]
        return write_paragraph(
            self.entries.own_run(beginning.rstrip() + " "),
            write_run(self.entries.element_text(theme)),
            *asides,
            style="Heading1",
        )

    def _write_levels(
        self, sections: Sequence[AnnexSection], rank: int
    ) -> Iterator[str]:
        """The goals of a theme, level by level, as a table or a list.

        Args:
            sections: One for each level.
            rank: Of the headings over them. A single table under the heading of a theme has none,
                unless its goals have a level.
        """
        several = len(sections) > 1
        for section in sections:
            listed = all(group.stands_alone for group in section.groups)
            if rank == 1 or several or listed or section.level:
                heading = LEVEL_HEADINGS[section.level]
                yield self.write_heading(self.say_sentence(heading), rank)
            if listed:
                for group in section.groups:
                    yield self.entries.write_item(group.goal)
            else:
                yield self._write_table(section)

    # the table of goals

    def _write_table(self, section: AnnexSection) -> str:
        goal_words = self.say_sentence(COLUMN_HEADINGS[section.level])
        head = [
            self.heading_cell(goal_words, "goal"),
            self.heading_cell(self.translate_words("Targets"), "target"),
            self.heading_cell(self.translate_words("Efforts"), "effort"),
        ]
        rows = list(chain.from_iterable(map(self._group_rows, section.groups)))
        name = (
            self.entries.element_text(section.theme)
            if section.theme
            else goal_words
        )
        description = Sentence("Goals, targets and efforts: {name}", name=name)
        widths = divide_width(self.width, 26, 33, 41)
        return self.write_table(widths, description, head, rows)

    def write_table(
        self,
        widths: Sequence[int],
        description: Sentence,
        head: Sequence[WordCell],
        rows: Sequence[Sequence[WordCell]],
    ) -> str:
        """A table under its caption.

        Args:
            widths: Of its columns, in twentieths of a point.
            description: What its caption and a screen reader say of it.
            head: The cells over its columns.
            rows: The others.
        """
        words = self.say_sentence(description)
        caption = ""
        if self.captions:
            caption = self.captions.write_table_caption(description)
        return caption + WordTable(widths, words, head, rows).to_xml()

    def heading_cell(
        self, text: str, kind: Kind, *, own: bool = True, style: str = "Cell"
    ) -> WordCell:
        """A cell over a column, in the colours of what stands in it.

        Args:
            text: What it says.
            kind: What stands in the column.
            own: The text is ours, not the document's.
            style: Of its paragraph.
        """
        ink = self.style.inks[kind]
        write = self.entries.own_run if own else write_run
        words = write(text, bold=True, colour=ink.code[1:])
        return WordCell(
            write_paragraph(words, style=style, together=True), ink.bar[1:]
        )

    def _group_rows(self, group: AnnexGroup) -> Iterator[list[WordCell]]:
        """The rows of a goal; each names it, since a page may begin with any of them."""
        for row in group.rows:
            yield [
                self._goal_cell(group, row),
                self._target_cell(group, row),
                self._effort_cell(group, row),
            ]

    def _goal_cell(self, group: AnnexGroup, row: AnnexRow) -> WordCell:
        if row is not group.rows[0]:
            return WordCell(self.entries.write_continued((group.goal,)))
        joint = self.entries.write_joint(group.goal)
        return WordCell(joint + self.entries.write_cell(group.goal))

    def _target_cell(self, group: AnnexGroup, row: AnnexRow) -> WordCell:
        if row.under:
            return WordCell(self.entries.write_continued(row.targets))
        if not row.targets:
            table = self.arrangement.table
            words = table.missing_target_words(_as_din_group(group))
            return WordCell(self.entries.write_missing(words))
        pieces = [
            self.entries.write_joint(target) for target in row.targets[:1]
        ]
        pieces += [
            self.entries.write_cell(target, group.goal)
            for target in row.targets
        ]
        return WordCell("".join(pieces))

    def _effort_cell(self, group: AnnexGroup, row: AnnexRow) -> WordCell:
        if not row.efforts:
            table = self.arrangement.table
            words = table.missing_effort_words(DinRow(row.targets), group.goal)
            return WordCell(self.entries.write_missing(words))
        pieces = [
            self.entries.write_joint(effort) for effort in row.efforts[:1]
        ]
        pieces += [
            self.entries.write_bullets(effort, group.goal)
            for effort in row.efforts
        ]
        return WordCell("".join(pieces))

    # what stands in no table of goals

    def write_lists(self) -> Iterator[str]:
        """What is left, a list for each kind; efforts that stood in groups stand in these again."""
        arrangement = self.arrangement
        placed = {
            element.kind
            for element in arrangement.network
            if arrangement.table.homes_of(element)
        }
        for kind in (*BETWEEN_KINDS, "effort", "programme"):
            left = [
                element for element in arrangement.rest if element.kind == kind
            ]
            if left:
                heading = self._list_heading(kind, others=kind in placed)
                yield self.write_heading(heading)
                yield from self._write_list(left)

    def _write_list(self, elements: Sequence[Element]) -> Iterator[str]:
        groups = _group_efforts(elements)
        grouped = {
            effort.id for effort in chain.from_iterable(groups.values())
        }
        yield from self._write_columns(groups)
        for element in elements:
            if element.id not in grouped:
                yield self.entries.write_item(element)

    def _list_heading(self, kind: Kind, *, others: bool) -> str:
        if others and kind in OTHERS:
            return self.say_sentence(OTHERS[kind])
        return kind_heading(kind, self.entries.lang)

    def _write_columns(self, groups: dict[str, list[Effort]]) -> Iterator[str]:
        """Groups beside each other, as in a document that does not say what its columns mean."""
        names = list(groups)
        if names:
            yield self._write_remark(
                "The document does not say which goal the efforts in these columns serve."
            )
        for part in _split_evenly(names):
            yield self._column_table({name: groups[name] for name in part})
            if part[-1] != names[-1]:
                yield self._write_remark(
                    "The columns go on in the next table."
                )

    def _write_remark(self, words: str) -> str:
        """Words of ours over or under a table, on the page of what comes after them."""
        run = self.entries.own_run(self.translate_words(words))
        return write_paragraph(run, style="Small", together=True)

    def _column_table(self, groups: dict[str, list[Effort]]) -> str:
        head = [
            self.heading_cell(name, "effort", own=False) for name in groups
        ]
        cells = [
            WordCell("".join(map(self.entries.write_bullets, efforts)))
            for efforts in groups.values()
        ]
        description = Sentence("Efforts: {name}", name=", ".join(groups))
        widths = divide_width(self.width, *[1] * len(groups))
        return self.write_table(widths, description, head, [cells])


def _as_din_group(group: AnnexGroup) -> DinGroup:
    rows = tuple(DinRow(row.targets, row.efforts) for row in group.rows)
    return DinGroup(group.goal, rows)


def _group_efforts(elements: Sequence[Element]) -> dict[str, list[Effort]]:
    """Efforts by the group in which they stood.

    Nothing when there is one group. Efforts that are done with other programmes stay out: that
    is told beside them.
    """
    groups: dict[str, list[Effort]] = {}
    for element in elements:
        if (
            isinstance(element, Effort)
            and element.group
            and not element.joint_with
        ):
            groups.setdefault(element.group, []).append(element)
    return groups if len(groups) > 1 else {}


def _split_evenly(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Names in pieces that are about as long, of at most ``MOST_COLUMNS``."""
    count = -(-len(names) // MOST_COLUMNS)
    for number in range(count):
        start = number * len(names) // count
        end = (number + 1) * len(names) // count
        yield names[start:end]
