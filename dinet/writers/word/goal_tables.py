"""The body of the annex: a heading and tables for every theme, then lists.

The lists hold what stands in no table of goals.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from dinet.language import Sentence
from dinet.layout.style.palette import PictureStyle
from dinet.model import BETWEEN_KINDS, Effort, Element, Kind, Level, Theme
from dinet.wording.labels import kind_heading
from dinet.writers.word.arrangement import (
    AnnexArrangement,
    AnnexGroup,
    AnnexRow,
    AnnexSection,
)
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
        self.arrangement, self.entries, self.style, self.width = (
            arrangement,
            entries,
            style,
            width,
        )
        self.translate_words = entries.translate_words

    def write_heading(self, text: str, level: int = 1) -> str:
        """A heading of our own words."""
        return write_paragraph(self.entries.own_run(text), style=f"Heading{level}")

    def say_sentence(self, words: Sentence) -> str:
        """Our own sentence in the language of the reader."""
        return words.in_language(self.entries.lang)

    def write_themes(self) -> Iterator[str]:
        """Every theme with its goals; then the goals that have none."""
        network = self.arrangement.network
        for theme, found in groupby(
            self.arrangement.sections, key=lambda section: section.theme
        ):
            sections = [section for section in found if section.groups]
            if theme:
                yield self._theme_heading(theme)
            elif network.themes and sections:
                yield self.write_heading(self.translate_words("Without a theme"))
            yield from self._write_levels(sections, 2 if network.themes else 1)
            if theme and not sections:
                yield write_paragraph(
                    self.entries.own_run(
                        self.translate_words("This theme has no goals.")
                    )
                )

    def _theme_heading(self, theme: Theme) -> str:
        said = Sentence(
            "Theme {id}: {text}", id=theme.id.removeprefix(theme.prefix), text=""
        ).in_language(self.entries.lang)
        asides = "".join(
            self.entries.own_run(f" {words}")
            for words in self.entries.link_asides(theme)
        )
        return write_paragraph(
            self.entries.own_run(said.rstrip() + " "),
            write_run(self.entries.element_text(theme)) + asides,
            style="Heading1",
        )

    def _write_levels(
        self, sections: Sequence[AnnexSection], rank: int
    ) -> Iterator[str]:
        for section in sections:
            listed = all(group.bare for group in section.groups)
            if rank == 1 or listed or section.level or len(sections) > 1:
                yield self.write_heading(
                    self.say_sentence(LEVEL_HEADINGS[section.level]), rank
                )
            if listed:
                yield from (
                    self.entries.write_item(group.goal) for group in section.groups
                )
            else:
                yield self._write_table(section)

    # the table of goals

    def _write_table(self, section: AnnexSection) -> str:
        words = (
            self.say_sentence(COLUMN_HEADINGS[section.level]),
            self.translate_words("Targets"),
            self.translate_words("Efforts"),
        )
        kinds: tuple[Kind, ...] = ("goal", "target", "effort")
        head = [
            self.heading_cell(text, kind)
            for text, kind in zip(words, kinds, strict=True)
        ]
        rows = [row for group in section.groups for row in self._group_rows(group)]
        name = self.entries.element_text(section.theme) if section.theme else words[0]
        description = Sentence(
            "Goals, targets and efforts: {name}", name=name
        ).in_language(self.entries.lang)
        return WordTable(
            divide_width(self.width, 26, 33, 41), description, head, rows
        ).to_xml()

    def heading_cell(
        self, text: str, kind: Kind, *, own: bool = True, style: str = "Cell"
    ) -> WordCell:
        """A cell over a column, in the colours of what stands in it."""
        ink = self.style.inks[kind]
        write = self.entries.own_run if own else write_run
        return WordCell(
            write_paragraph(
                write(text, bold=True, colour=ink.code[1:]), style=style, together=True
            ),
            ink.bar[1:],
        )

    def _group_rows(self, group: AnnexGroup) -> Iterator[list[WordCell]]:
        rows = group.rows
        for number, row in enumerate(rows):
            below = rows[number + 1] if number + 1 < len(rows) else AnnexRow()
            several = "restart" if len(rows) > 1 else ""
            goal = (
                WordCell("", merge="continue")
                if number
                else WordCell(self._goal_content(group), merge=several)
            )
            yield [
                goal,
                self._target_cell(group, row, below),
                self._effort_cell(group, row),
            ]

    def _goal_content(self, group: AnnexGroup) -> str:
        return self.entries.write_joint(group.goal) + self.entries.write_cell(
            group.goal
        )

    def _target_cell(
        self, group: AnnexGroup, row: AnnexRow, below: AnnexRow
    ) -> WordCell:
        if row.under:
            return WordCell("", merge="continue")
        said = "".join(
            self.entries.write_cell(each, group.goal) for each in row.targets
        )
        joint = self.entries.write_joint(row.targets[0]) if row.targets else ""
        return WordCell(joint + said, merge="restart" if below.under else "")

    def _effort_cell(self, group: AnnexGroup, row: AnnexRow) -> WordCell:
        joint = self.entries.write_joint(row.efforts[0]) if row.efforts else ""
        return WordCell(
            joint
            + "".join(
                self.entries.write_bullets(each, group.goal) for each in row.efforts
            )
        )

    # what stands in no table of goals

    def write_lists(self) -> Iterator[str]:
        """What is left, a list for each kind; efforts that stood in groups stand in these again."""
        rest = self.arrangement.rest
        placed = {
            each.kind
            for each in self.arrangement.network
            if self.arrangement.table.homes_of(each)
        }
        for kind in (*BETWEEN_KINDS, "effort", "programme"):
            found = [each for each in rest if each.kind == kind]
            if found:
                yield self.write_heading(
                    self._list_heading(kind, others=kind in placed)
                )
                groups = _group_efforts(found)
                grouped = {each.id for group in groups.values() for each in group}
                yield from self._write_columns(groups)
                yield from (
                    self.entries.write_item(each)
                    for each in found
                    if each.id not in grouped
                )

    def _list_heading(self, kind: Kind, *, others: bool) -> str:
        if others and kind in OTHERS:
            return self.say_sentence(OTHERS[kind])
        return kind_heading(kind, self.entries.lang)

    def _write_columns(self, groups: dict[str, list[Effort]]) -> Iterator[str]:
        """Groups beside each other, as in a document that does not say what its columns mean."""
        names = list(groups)
        if names:
            words = "The document does not say which goal the efforts in these columns serve."
            yield write_paragraph(
                self.entries.own_run(self.translate_words(words)),
                style="Small",
                together=True,
            )
        for part in _split_evenly(names):
            head = [self.heading_cell(name, "effort", own=False) for name in part]
            cells = [
                WordCell(
                    "".join(self.entries.write_bullets(each) for each in groups[name])
                )
                for name in part
            ]
            description = Sentence("Efforts: {name}", name=", ".join(part)).in_language(
                self.entries.lang
            )
            yield WordTable(
                divide_width(self.width, *[1] * len(part)), description, head, [cells]
            ).to_xml()
            if part[-1] != names[-1]:
                yield write_paragraph(
                    self.entries.own_run(
                        self.translate_words("The columns go on in the next table.")
                    ),
                    style="Small",
                    together=True,
                )


def _group_efforts(found: Sequence[Element]) -> dict[str, list[Effort]]:
    """Efforts by the group in which they stood.

    Nothing when there is one group; efforts that are done with other programmes stay out, since
    that has to be told beside them.
    """
    groups: dict[str, list[Effort]] = {}
    for each in found:
        if isinstance(each, Effort) and each.group and not each.joint_with:
            groups.setdefault(each.group, []).append(each)
    return groups if len(groups) > 1 else {}


def _split_evenly(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Names in pieces that are about as long, of at least two."""
    count = -(-len(names) // MOST_COLUMNS)
    for number in range(count):
        yield names[number * len(names) // count : (number + 1) * len(names) // count]
