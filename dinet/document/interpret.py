"""The one interpreter: a Document becomes a Programme. Nothing is invented; what was not understood becomes a note."""

import re
from collections import Counter
from collections.abc import Iterable

from dinet.document.assemble import assembled
from dinet.document.columns import Header, header_of
from dinet.document.draft import Draft
from dinet.document.parts import Cell, Document, Grid, Para
from dinet.document.peel import peeled, statements
from dinet.document.planning import bare_planning, is_legend, is_planning, legend_of, read_planning
from dinet.document.roles import LADDER
from dinet.document.sections import Section, outline
from dinet.document.stitch import stitched, without_separators
from dinet.document.tables import Context, Table, add_items
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Kind, Level, Programme
from dinet.wording.same import folded

_LONE_WORDS = 6
_MEMBER_LENGTH = 400
_ENGLISH = re.compile(r"\b(?:the|and|of|to|with|that|our|will|is|are)\b", re.IGNORECASE)
_DUTCH = re.compile(r"\b(?:de|het|een|en|van|met|dat|onze|wordt|zijn|voor|naar|meer)\b", re.IGNORECASE)


def interpreted(document: Document) -> Programme:
    """The programme that a document describes, with a note for all that was joined, merged, inferred or left.

    Raises:
        DocumentError: The document holds no goal, target or effort that dinet can find.
    """
    draft = Draft(document.name, language_of(document))
    for each in document.notes:
        draft.note(each.code, each.place, **each.values)
    Interpreter(draft).read(document)
    if not draft.mentions and not draft.vision:
        raise DocumentError(
            Sentence("no goals, targets or efforts were found."),
            Sentence("Expected a table with headings such as Doel, SMART-doel and Inspanning, or lists under such headings."),
            where=document.name,
        )
    return assembled(draft)


def language_of(document: Document) -> str:
    """The language that most function words are in: ``nl``, or ``en``."""
    texts = [
        part.text if isinstance(part, Para) else " ".join(cell.text for row in part.rows for cell in row)
        for part in document.parts
    ]
    whole = " ".join(texts)[:20000]
    return "en" if len(_ENGLISH.findall(whole)) > len(_DUTCH.findall(whole)) else "nl"


class Interpreter:
    """Reads section after section into a draft; plannings last, because they repeat efforts that stand elsewhere."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.context = Context()
        self.plannings: list[Header] = []
        self.unknown: list[Grid] = []
        self.legends: list[Grid] = []
        self.themes: set[str] = set()

    def read(self, document: Document) -> None:
        """Read a whole document."""
        title, sections = outline(stitched(document.parts, self.draft))
        self.draft.title = title
        self.themes = _theme_headings(sections, title)
        for section in sections:
            self._section(section)
        legend = legend_of(self.legends)
        for grid in self.unknown:
            self._unknown(grid)
        for header in self.plannings:
            read_planning(self.draft, header, legend)
            if self.legends and header.rows and not any(cell.fill for row in header.rows for cell in row):
                self.draft.note("colours_lost", header.rows[0][0].place)

    # one section

    def _section(self, section: Section) -> None:
        self._heading(section)
        name = section.role.name if section.role and (not section.text or section.role.name == "vision") else ""
        if name == "vision":
            self.draft.vision += [text for text in (section.text, *(para.text for para in section.paras)) if text]
        left: list[Para] = []
        seen = False
        for part in section.parts:
            if isinstance(part, Grid):
                self._grid(part, name)
            elif name in LADDER and self._member(part, section, name, after=seen):
                pass
            elif name != "vision":
                left.append(part)
            seen = seen or isinstance(part, Grid) or part.block.level is not None
        self._left(left)

    def _heading(self, section: Section) -> None:
        """A heading that names a theme or goal opens it for what follows; another heading closes the goal."""
        heading, role = section.heading, section.role
        if heading is None:
            return
        self.context.heading = heading.text
        if section.text and role and role.name == "theme":
            self._open_theme(section.text, heading)
        elif section.text and role and role.name in LADDER:
            self._open_element(section)
        elif heading.text in self.themes:
            self.draft.note("theme_from_heading", heading.place, text=heading.text)
            self._open_theme(heading.text, heading)
        elif role is None:
            self.context.goal = None

    def _open_theme(self, text: str, heading: Para) -> None:
        said = statements((heading.block,)).items[0].said
        self.context.theme = self.draft.mention("theme", said._replace(text=text), heading.place)
        self.context.goal = None

    def _open_element(self, section: Section) -> None:
        """A line such as ``Doel 2: …`` or ``Inspanning: …``: a goal stays open, the others hang on it."""
        heading, role = section.heading, section.role
        if heading is None or role is None:
            return
        block = heading.block._replace(spans=(heading.block.spans[0]._replace(text=section.text),))
        kind = next(kind for kind in LADDER if kind == role.name)
        for number in add_items(self.draft, kind, statements((block,)).items, heading.place, role.level):
            if kind == "goal":
                self.context.goal = number
                self._put_under_theme(number)
            else:
                self._hang(number)

    def _hang(self, number: int) -> None:
        """Link a statement under a goal's heading to that goal."""
        mention = self.draft.mentions[number]
        if self.context.goal is not None and mention.part_of is None and mention.kind != "goal":
            self.draft.tie(number, self.context.goal, "measures" if mention.kind == "target" else "contributes_to", "heading")

    def _member(self, para: Para, section: Section, name: str, *, after: bool) -> bool:
        """Read a paragraph of a section about goals, targets or efforts, when it is a member; ``after`` a list or table."""
        alone = not section.listed and not section.grids and _is_statement(para.text)
        member = alone or para.block.level is not None
        if not member and name == "effort" and after and _is_lone(para.text):
            self.draft.note("lone_line", para.place, text=para.text)
            member = True
        if member:
            self._add(next(kind for kind in LADDER if kind == name), para, section.role.level if section.role else None)
        return member

    def _add(self, kind: Kind, para: Para, level: Level | None) -> None:
        said = statements((para.block,)).items
        last = self.draft.mentions[-1] if self.draft.mentions else None
        if not said and last:
            last.sources.extend(peeled(para.text).sources)
        deep = kind == "effort" and (para.block.level or 0) > 0 and last is not None and last.kind == "effort"
        for number in add_items(self.draft, kind, said, para.place, level):
            if deep:
                top = self._top(number - 1)
                self.draft.mentions[number].part_of = top
                self.draft.tie(number, top, "part_of", "heading")
            elif kind == "goal":
                self._put_under_theme(number)
            else:
                self._hang(number)

    def _put_under_theme(self, goal: int) -> None:
        if self.context.theme is not None:
            self.draft.tie(goal, self.context.theme, "part_of", "heading")

    def _top(self, number: int) -> int:
        part_of = self.draft.mentions[number].part_of
        return number if part_of is None else part_of

    def _left(self, paras: Iterable[Para]) -> None:
        rest = [para for para in paras if para.text]
        if rest:
            self.draft.note("text_left", rest[0].place, count=len(rest), text=rest[0].text)

    # one grid

    def _grid(self, grid: Grid, name: str) -> None:
        header = header_of(grid)
        if name == "legend" or (header is None and is_legend(grid)):
            self.legends.append(grid)
        elif header and is_planning(header) and self.context.goal is None:
            self.plannings.append(header)
        elif header:
            Table(self.draft, header, self.context, merges_known=grid.merges_known).read()
        elif name in LADDER and name != "theme":
            self._columns(grid, name)
        else:
            self.unknown.append(grid)

    def _columns(self, grid: Grid, name: str) -> None:
        """A table without headings in a section: its cells are members, its columns groups whose meaning is not stated."""
        kind = next(kind for kind in LADDER if kind == name)
        rows = list(without_separators(grid.rows))
        headings = _group_headings(rows) if kind == "effort" else None
        count = 0
        for row in rows[1:] if headings else rows:
            for number, cell in enumerate(row):
                group = headings[number] if headings else f"kolom {number + 1}" if grid.width > 1 else None
                added = add_items(self.draft, kind, statements(cell.blocks).items, cell.place)
                count += len(added)
                for each in added:
                    self.draft.mentions[each].group = group if self.draft.mentions[each].part_of is None else None
                    self._hang(each)
        if kind == "effort" and grid.width > 1 and self.context.goal is None:
            self.draft.note("group_unexplained", grid.place, count=count)

    def _unknown(self, grid: Grid) -> None:
        efforts = [mention.text for mention in self.draft.mentions if mention.kind == "effort"]
        header = bare_planning(grid, efforts)
        if header:
            self.draft.note("planning_without_headings", grid.place)
            self.plannings.append(header)
        else:
            words = next((cell.text for row in grid.rows for cell in row if cell.filled), "")
            self.draft.note("table_not_understood", grid.place, text=words)


def _is_statement(text: str) -> bool:
    """A paragraph in a section without list or table that can be a member: no introduction, no long explanation."""
    return not text.endswith(":") and len(text) <= _MEMBER_LENGTH


def _is_lone(text: str) -> bool:
    return text[:1].isupper() and text[-1:].isalnum() and len(text.split()) <= _LONE_WORDS


def _group_headings(rows: list[tuple[Cell, ...]]) -> list[str] | None:
    """The first row, when it looks like headings over columns: short, without an end, all coloured or bold."""
    if len(rows) < 2 or not all(len(cell.blocks) == 1 and cell.text[-1:] not in ".;" for cell in rows[0]):
        return None
    marked = all(cell.fill or all(span.bold for span in cell.blocks[0].spans) for cell in rows[0])
    return [cell.text for cell in rows[0]] if marked else None


def _theme_headings(sections: Iterable[Section], title: str | None) -> set[str]:
    """Headings that stand each above a table with goals, when there are several and none is prefixed as a theme."""
    sections = tuple(sections)
    if any(section.role and section.role.name == "theme" for section in sections):
        return set()
    found = Counter(
        section.heading.text
        for section in sections
        if section.heading
        and section.role is None
        and folded(section.heading.text) != folded(title or "")
        and _has_goals(section)
    )
    return set(found) if len(found) > 1 else set()


def _has_goals(section: Section) -> bool:
    headers = filter(None, map(header_of, section.grids))
    return any(header.named("goal") and not header.named("theme") for header in headers)
