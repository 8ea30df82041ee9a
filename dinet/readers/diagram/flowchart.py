"""The statements of a Mermaid flowchart, read as Mermaid reads them.

Boxes in every shape, lines in every form, and groups.
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterator

from dinet.errors import problems_as_error
from dinet.language import JoinedSentences, Sentence
from dinet.limits import current_limits, limit_error
from dinet.model import Basis, Place
from dinet.readers.diagram.boxes import DiagramBox, Stroke, check_line_count
from dinet.readers.diagram.labels import shown_label

_MOST_CLASSES = 20
"""More of one box are not looked at."""

_GAP = re.compile(r"(?:[ \t\f\v\xa0]|%%[^\n]*)+")
_BETWEEN = re.compile(r"(?:[\s;]|%%[^\n]*)+")
_AND = re.compile(r"&\s*")
_DESCRIPTION = re.compile(r"\s*\{[^}]*\}|[^\n]*")
_REST = re.compile(r"[^\n;]*")
_LINE = re.compile(r"[^\n]*")
_WORD = re.compile(
    r"(subgraph|classDef|class|style|linkStyle|click|direction|accTitle|accDescr|end)"
    r"(?=[\s;:{\"]|$)"
)
_NAME = re.compile(
    r"""(?:[\w.!#$'*+?/\\`"]|[^\x00-\x7f]|-(?![->.xo\s]*[->.])|=(?!=))+?"""
    r"""(?=$|[\s;&@:\[({>|,]|--|==|-\.)"""
)
_CLASS = re.compile(r":::[ \t]*([\w-]+)")
_FIELDS = re.compile(r'@\{((?:"[^"]*"|[^"}])*)\}')
_FIELD_LABEL = re.compile(r'\blabel[ \t]*:[ \t]*(?:"([^"]*)"|([^,"}\n]*))')
_SHAPES = [
    ("(((", ")))"),
    ("((", "))"),
    ("([", "])"),
    ("[[", "]]"),
    ("[(", ")]"),
    ("{{", "}}"),
    ("[/", "/]"),
    ("[/", "\\]"),
    ("[\\", "\\]"),
    ("[\\", "/]"),
    ("{", "}"),
    ("(", ")"),
    ("[", "]"),
    (">", "]"),
]
"""What stands before and after the label of a box, longer signs before shorter ones."""
_QUOTED = [
    re.compile(
        rf'{re.escape(before)}[ \t\n]*"([^"]*)"[ \t\n]*{re.escape(after)}'
    )
    for before, after in _SHAPES
]
_BARE = [
    re.compile(rf"{re.escape(before)}([^\n]*?){re.escape(after)}")
    for before, after in _SHAPES
]
_SHAPE_STARTS = ("(", "[", "{", ">")
_STROKE = re.compile(
    r"""(?:[\w-]+@)?(?P<head>[<xo](?=[-=]))?(?:
      (?P<line>--+(?P<tail>[-xo>])|==+(?P<thick>[=xo>])|-\.+-(?P<dots>[xo>]?)|~~~+)
        (?:[ \t]*\|(?:[ \t]*"(?P<quoted>[^"]*)"[ \t]*|(?P<bare>[^|\n]*))\|)?
    | --(?P<words>(?:"[^"]*"|[^-\n"]|-(?!-))+?)--+(?P<tail2>[-xo>])
    | ==(?P<thick_words>(?:"[^"]*"|[^=\n"]|=(?!=))+?)==+(?P<thick2>[=xo>])
    | -\.(?P<dotted_words>(?:"[^"]*"|[^.\n"]|\.(?![.-]))+?)\.+-(?P<dots2>[xo>]?))""",
    re.VERBOSE,
)
_INVISIBLE_LINE = "~~~"
_LINE_WORDS = ("quoted", "bare", "words", "thick_words", "dotted_words")
"""The groups of the pattern of a line that hold its words."""
_LINE_ENDS = ("tail", "thick", "dots", "tail2", "thick2", "dots2")
"""The groups that hold the last sign of a line."""


class Flowchart:
    """Reads the statements after the first line of a flowchart.

    Args:
        text: With LF for line ends; what went before stands in it as blank lines, so that
            numbers of lines are right.
        name: The name of the file.

    Attributes:
        boxes: By name, groups among them, in the order in which they are first named.
        title: What the chart says it shows.

    Raises:
        DocumentError: Lines that Mermaid does not draw either; the message lists them.
    """

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name, self.at = text, name, 0
        self.breaks = [
            line_break.start() for line_break in re.finditer("\n", text)
        ]
        self.boxes: dict[str, DiagramBox] = {}
        self.strokes: list[Stroke] = []
        self.open: list[str] = []
        self.title = ""
        self.problems: list[tuple[str, JoinedSentences]] = []
        self.words: dict[str, Callable[[], object]] = {
            "subgraph": self._begin_group,
            "end": self._end_group,
            "class": self._set_classes,
            "accTitle": self._acc_title,
            "accDescr": self._acc_description,
        }
        self._read_statements()

    def place_of_line(self, at: int | None = None) -> Place:
        """The line of a position, or of the present one."""
        position = self.at if at is None else at
        return Place(
            file=self.name, line=bisect(self.breaks, position - 1) + 1
        )

    def _read_statements(self) -> None:
        self._take_match(_BETWEEN)
        while self.at < len(self.text):
            begin = self.at
            understood = self._read_statement()
            self._take_match(_GAP)
            if not understood or not self._is_at_end():
                self._report_odd_line(begin)
            self._take_match(_BETWEEN)
        for group in self.open:
            self._add_problem(
                self.boxes[group].place, Sentence("this subgraph has no end.")
            )
        if self.problems:
            raise problems_as_error(self.problems)

    def _read_statement(self) -> bool:
        """Read one statement; False when it cannot be understood."""
        word = self._take_match(_WORD)
        if word is None:
            return self._read_chain()
        read_rest = self.words.get(word[1], self._skip_statement)
        return read_rest() is not False

    def _is_at_end(self) -> bool:
        """A statement ends here."""
        return self.at >= len(self.text) or self.text[self.at] in "\n;"

    def _take_match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def _add_problem(self, place: Place, what: Sentence) -> None:
        self.problems.append(
            (f"{place.file}:{place.line}", JoinedSentences(what))
        )

    def _report_odd_line(self, begin: int) -> None:
        """Report the line of a statement that begins there, and go on after it."""
        self.at = max(self.at, begin)
        place = self.place_of_line()
        self._take_match(_LINE)
        line_start = self.text.rfind("\n", 0, begin) + 1
        line = self.text[line_start : self.at].strip()
        what = Sentence(
            "this is not a line of a Mermaid flowchart: “{text}”.",
            text=line[:80],
        )
        self._add_problem(place, what)

    # statements of one word

    def _skip_statement(self) -> None:
        """What only says how the drawing looks."""
        self._take_match(_REST)

    def _begin_group(self) -> None:
        """A group with a name and a label in brackets, or with words that are both."""
        self._take_match(_GAP)
        begin = self.at
        name, label = self._read_group_label()
        if label is None or not self._is_at_end():
            self.at = begin
            label = (self._take_match(_REST) or [""])[0].strip()
            name = label.strip('"')
        self._open_group(name, label, self.place_of_line(begin))

    def _open_group(self, name: str, label: str, place: Place) -> None:
        """Remember a group; the boxes that follow stand in it, until it ends."""
        known = self.boxes.get(name)
        says = known.says if known else ()
        text = shown_label(label or name)
        inside = self._innermost_group()
        self.boxes[name] = DiagramBox(
            name, text, place, says, inside, holds=True
        )
        self.open.append(name)
        if len(self.open) > current_limits().depth:
            raise limit_error("depth", len(self.open), place.as_sentence())

    def _read_group_label(self) -> tuple[str, str | None]:
        """The name of a group and its label; None when there is no name with a label."""
        name = self._take_match(_NAME)
        self._take_match(_GAP)
        label = (
            self._read_shape() if self.text.startswith("[", self.at) else None
        )
        self._take_match(_GAP)
        return (name[0], label) if name else ("", None)

    def _innermost_group(self) -> str | None:
        return self.open[-1] if self.open else None

    def _end_group(self) -> bool:
        """End the innermost group; False when there is none."""
        if not self.open:
            return False
        self.open.pop()
        return True

    def _set_classes(self) -> None:
        """Boxes with commas between them, and after them the class that they all get."""
        rest = (self._take_match(_REST) or [""])[0]
        *names, word = rest.replace(",", " ").split() or [""]
        for name in names:
            self._remember_box(name, self.at, says=word)

    def _acc_title(self) -> None:
        self.title = (self._take_match(_LINE) or [""])[0].lstrip(" :").strip()

    def _acc_description(self) -> None:
        self._take_match(_DESCRIPTION)

    # boxes and lines

    def _read_chain(self) -> bool:
        """Boxes, and lines from each group of them to the next; False when it breaks off."""
        starts = self._read_boxes()
        while starts:
            self._take_match(_GAP)
            line = self._take_match(_STROKE)
            if not line:
                return True
            self._take_match(_BETWEEN)
            ends = self._read_boxes()
            if not ends:
                self.at = line.start()
                return False
            count = len(self.strokes) + len(starts) * len(ends)
            check_line_count(count, self.place_of_line())
            if not line[0].lstrip("<xo").startswith(_INVISIBLE_LINE):
                self.strokes += self._build_strokes(line, starts, ends)
            starts = ends
        return False

    def _build_strokes(
        self, line: re.Match[str], starts: list[str], ends: list[str]
    ) -> Iterator[Stroke]:
        """A line from every one of some boxes to every one of others."""
        arrow = (
            _first_group(line, _LINE_ENDS) in (">", "x", "o")
            and not line["head"]
        )
        basis: Basis = "inferred" if _is_dotted(line) else "stated"
        place = self.place_of_line(line.start())
        says = shown_label(_first_group(line, _LINE_WORDS).strip().strip('"'))
        for start in starts:
            for end in ends:
                yield Stroke(start, end, place, says, arrow, basis)

    def _read_boxes(self) -> list[str]:
        """The boxes that ``&`` joins; empty when there is none here."""
        names = []
        name = self._read_box()
        while name:
            names.append(name)
            before = self.at
            self._take_match(_GAP)
            if not self._take_match(_AND):
                self.at = before
                break
            name = self._read_box()
        return names

    def _read_box(self) -> str | None:
        """The name of the box that begins here, whatever else is said of it; None without one."""
        begin, found = self.at, self._take_match(_NAME)
        if not found:
            return None
        name = found[0]
        self._remember_box(name, begin)
        while self._read_box_detail(name, begin):
            pass
        return name

    def _read_box_detail(self, name: str, begin: int) -> bool:
        """Read a label, a class or fields of a box; False when none of these follows."""
        label = self._read_shape()
        says = self._take_match(_CLASS)
        fields = self._take_match(_FIELDS)
        if says:
            self._remember_box(name, begin, says=says[1])
        stated = _FIELD_LABEL.search(fields[1]) if fields else None
        if stated:
            label = stated[1] or stated[2] or ""
        if label is not None:
            self._remember_box(name, begin, label=label)
        return label is not None or says is not None or fields is not None

    def _remember_box(
        self, name: str, at: int, label: str | None = None, says: str = ""
    ) -> None:
        """Remember what is said of a box.

        Its place is the first where it stands, or the one where it gets its label.
        """
        box = self._box_named(name, at)
        if label is not None:
            box = box._replace(
                label=shown_label(label), place=self.place_of_line(at)
            )
        if says and says not in box.says and len(box.says) < _MOST_CLASSES:
            box = box._replace(says=(*box.says, says))
        self.boxes[name] = box

    def _box_named(self, name: str, at: int) -> DiagramBox:
        """A box as it is known so far, in the first group in which it is named."""
        inside = self._innermost_group()
        box = self.boxes.get(name)
        if box is None:
            return DiagramBox(name, name, self.place_of_line(at), (), inside)
        if box.inside is None and inside != name and not box.holds:
            return box._replace(inside=inside)
        return box

    def _read_shape(self) -> str | None:
        """The label in a shape that begins here, or None."""
        if self.text[self.at : self.at + 1] not in _SHAPE_STARTS:
            return None
        for pattern in (*_QUOTED, *_BARE):
            found = self._take_match(pattern)
            if found:
                return found[1]
        return None


def _first_group(found: re.Match[str], names: tuple[str, ...]) -> str:
    """The first of some groups that is not empty; empty when all are."""
    for name in names:
        if found[name]:
            return found[name]
    return ""


def _is_dotted(line: re.Match[str]) -> bool:
    """A line is drawn in dots, with or without words in it."""
    if line["dotted_words"] is not None:
        return True
    return (line["line"] or "").startswith("-.")
