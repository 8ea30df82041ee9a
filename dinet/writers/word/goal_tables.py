"""The body of the annex: a heading and tables for every theme, then lists of what stands in no table of goals."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from dinet.language import Sentence
from dinet.layout.style.palette import Style
from dinet.model import Effort, Element, Kind, Level, Theme
from dinet.writers.word.arrangement import Arrangement, Group, Row, Section
from dinet.writers.word.element_text import Entries
from dinet.writers.word.word_xml import Cell, Table, para, run, shares

LEVELS: dict[Level | None, Sentence] = {
    "strategic": Sentence("Strategic goals"),
    "operational": Sentence("Operational goals"),
    None: Sentence("Goals"),
}
COLUMNS: dict[Level | None, Sentence] = LEVELS | {None: Sentence("Goal")}
LISTS: dict[Kind, tuple[Sentence, Sentence]] = {
    "benefit": (Sentence("Benefits"), Sentence("Benefits")),
    "capability": (Sentence("Capabilities"), Sentence("Capabilities")),
    "result": (Sentence("Project results"), Sentence("Project results")),
    "target": (Sentence("Targets"), Sentence("Other targets")),
    "effort": (Sentence("Efforts"), Sentence("Other efforts")),
    "programme": (Sentence("Programmes"), Sentence("Programmes")),
}
"""The headings of the lists: when the annex has no other place for a kind, and when it has."""
MOST_COLUMNS = 4
"""So many groups of efforts stand beside each other."""


class Tables:
    """Writes what an arrangement holds.

    Args:
        arrangement: What stands where.
        entries: Writes the elements.
        style: The colours of the columns.
        width: Of the text on a page, in twentieths of a point.
    """

    def __init__(
        self, arrangement: Arrangement, entries: Entries, style: Style, width: int
    ) -> None:
        self.arrangement, self.entries, self.style, self.width = (
            arrangement,
            entries,
            style,
            width,
        )
        self.say = entries.say

    def heading(self, text: str, level: int = 1) -> str:
        """A heading of our own words."""
        return para(self.entries.own(text), style=f"Heading{level}")

    def said(self, words: Sentence) -> str:
        """Our own sentence in the language of the reader."""
        return words.said(self.entries.lang)

    def themes(self) -> Iterator[str]:
        """Every theme with its goals; then the goals that have none."""
        network = self.arrangement.network
        for theme, found in groupby(
            self.arrangement.sections, key=lambda section: section.theme
        ):
            sections = [section for section in found if section.groups]
            if theme:
                yield self._theme(theme)
            elif network.themes and sections:
                yield self.heading(self.say("Without a theme"))
            yield from self._levels(sections, 2 if network.themes else 1)
            if theme and not sections:
                yield para(self.entries.own(self.say("This theme has no goals.")))

    def _theme(self, theme: Theme) -> str:
        said = Sentence(
            "Theme {id}: {text}", id=theme.id.removeprefix(theme.prefix), text=""
        ).said(self.entries.lang)
        asides = "".join(
            self.entries.own(f" {words}") for words in self.entries.asides(theme)
        )
        return para(
            self.entries.own(said.rstrip() + " "),
            run(self.entries.text(theme)) + asides,
            style="Heading1",
        )

    def _levels(self, sections: Sequence[Section], rank: int) -> Iterator[str]:
        for section in sections:
            listed = all(group.bare for group in section.groups)
            if rank == 1 or listed or section.level or len(sections) > 1:
                yield self.heading(self.said(LEVELS[section.level]), rank)
            if listed:
                yield from (self.entries.item(group.goal) for group in section.groups)
            else:
                yield self._table(section)

    # the table of goals

    def _table(self, section: Section) -> str:
        words = (
            self.said(COLUMNS[section.level]),
            self.say("Targets"),
            self.say("Efforts"),
        )
        kinds: tuple[Kind, ...] = ("goal", "target", "effort")
        head = [self.head(text, kind) for text, kind in zip(words, kinds, strict=True)]
        rows = [row for group in section.groups for row in self._rows(group)]
        name = self.entries.text(section.theme) if section.theme else words[0]
        description = Sentence("Goals, targets and efforts: {name}", name=name).said(
            self.entries.lang
        )
        return Table(shares(self.width, 26, 33, 41), description, head, rows).xml()

    def head(
        self, text: str, kind: Kind, *, own: bool = True, style: str = "Cell"
    ) -> Cell:
        """A cell over a column, in the colours of what stands in it."""
        ink = self.style.inks[kind]
        write = self.entries.own if own else run
        return Cell(
            para(
                write(text, bold=True, colour=ink.code[1:]), style=style, together=True
            ),
            ink.bar[1:],
        )

    def _rows(self, group: Group) -> Iterator[list[Cell]]:
        rows = group.rows
        for number, row in enumerate(rows):
            below = rows[number + 1] if number + 1 < len(rows) else Row()
            several = "restart" if len(rows) > 1 else ""
            goal = (
                Cell("", merge="continue")
                if number
                else Cell(self._goal(group), merge=several)
            )
            yield [goal, self._targets(group, row, below), self._efforts(group, row)]

    def _goal(self, group: Group) -> str:
        return self.entries.joint(group.goal) + self.entries.cell(group.goal)

    def _targets(self, group: Group, row: Row, below: Row) -> Cell:
        if row.under:
            return Cell("", merge="continue")
        said = "".join(self.entries.cell(each, group.goal) for each in row.targets)
        joint = self.entries.joint(row.targets[0]) if row.targets else ""
        return Cell(joint + said, merge="restart" if below.under else "")

    def _efforts(self, group: Group, row: Row) -> Cell:
        joint = self.entries.joint(row.efforts[0]) if row.efforts else ""
        return Cell(
            joint
            + "".join(self.entries.bullets(each, group.goal) for each in row.efforts)
        )

    # what stands in no table of goals

    def lists(self) -> Iterator[str]:
        """What is left, a list for each kind; efforts that stood in groups stand in these again."""
        rest = self.arrangement.rest
        placed = {
            self.arrangement.network[each].kind for each in self.arrangement.homes
        }
        for kind, headings in LISTS.items():
            found = [each for each in rest if each.kind == kind]
            if found:
                yield self.heading(self.said(headings[kind in placed]))
                groups = _groups(found)
                grouped = {each.id for group in groups.values() for each in group}
                yield from self._columns(groups)
                yield from (
                    self.entries.item(each) for each in found if each.id not in grouped
                )

    def _columns(self, groups: dict[str, list[Effort]]) -> Iterator[str]:
        """Groups beside each other, as a document has them that does not say what its columns mean."""
        names = list(groups)
        if names:
            words = "The document does not say which goal the efforts in these columns serve."
            yield para(self.entries.own(self.say(words)), style="Small", together=True)
        for part in _even(names):
            head = [self.head(name, "effort", own=False) for name in part]
            cells = [
                Cell("".join(self.entries.bullets(each) for each in groups[name]))
                for name in part
            ]
            description = Sentence("Efforts: {name}", name=", ".join(part)).said(
                self.entries.lang
            )
            yield Table(
                shares(self.width, *[1] * len(part)), description, head, [cells]
            ).xml()
            if part[-1] != names[-1]:
                yield para(
                    self.entries.own(self.say("The columns go on in the next table.")),
                    style="Small",
                    together=True,
                )


def _groups(found: Sequence[Element]) -> dict[str, list[Effort]]:
    """Efforts by the group in which they stood, when there are several groups and nothing else has to be told."""
    groups: dict[str, list[Effort]] = {}
    for each in found:
        if isinstance(each, Effort) and each.group and not each.joint_with:
            groups.setdefault(each.group, []).append(each)
    return groups if len(groups) > 1 else {}


def _even(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Names in pieces that are about as long, of at least two."""
    count = -(-len(names) // MOST_COLUMNS)
    for number in range(count):
        yield names[number * len(names) // count : (number + 1) * len(names) // count]
