"""The statements of a Mermaid flowchart, read as Mermaid reads them: boxes in every shape, lines in every form, groups."""

import re
from bisect import bisect
from collections.abc import Callable, Iterator

from dinet.errors import problems_as_error
from dinet.language import JoinedSentences, Sentence
from dinet.limits import current_limits, limit_error
from dinet.model import Place
from dinet.readers.diagram.boxes import DiagramBox, Stroke, check_line_count
from dinet.readers.diagram.labels import shown_label

_MOST_CLASSES = 20
"""More of one box are not looked at."""

_GAP = re.compile(r"(?:[ \t\f\v\xa0]|%%[^\n]*)+")
_BETWEEN = re.compile(r"(?:[\s;]|%%[^\n]*)+")
_REST = re.compile(r"[^\n;]*")
_LINE = re.compile(r"[^\n]*")
_WORD = re.compile(
    r"(subgraph|classDef|class|style|linkStyle|click|direction|accTitle|accDescr|end)(?=[\s;:{\"]|$)"
)
_NAME = re.compile(
    r"""(?:[\w.!#$'*+?/\\`"]|[^\x00-\x7f]|-(?![->.xo\s]*[->.])|=(?!=))+?(?=$|[\s;&@:\[({>|,]|--|==|-\.)"""
)
_CLASS = re.compile(r":::[ \t]*([\w-]+)")
_FIELDS = re.compile(r'@\{((?:"[^"]*"|[^"}])*)\}')
_FIELD_LABEL = re.compile(r'\blabel[ \t]*:[ \t]*(?:"([^"]*)"|([^,"}\n]*))')
_SHAPES = [
    *(
        ("(((", ")))"),
        ("((", "))"),
        ("([", "])"),
        ("[[", "]]"),
        ("[(", ")]"),
        ("{{", "}}"),
    ),
    *(
        ("[/", "/]"),
        ("[/", "\\]"),
        ("[\\", "\\]"),
        ("[\\", "/]"),
        ("{", "}"),
        ("(", ")"),
        ("[", "]"),
        (">", "]"),
    ),
]
_QUOTED = [
    re.compile(rf'{re.escape(before)}[ \t\n]*"([^"]*)"[ \t\n]*{re.escape(after)}')
    for before, after in _SHAPES
]
_BARE = [
    re.compile(rf"{re.escape(before)}([^\n]*?){re.escape(after)}")
    for before, after in _SHAPES
]
_STROKE = re.compile(
    r"""(?:[\w-]+@)?(?P<head>[<xo](?=[-=]))?(?:
      (?P<line>--+(?P<tail>[-xo>])|==+(?P<thick>[=xo>])|-\.+-(?P<dots>[xo>]?)|~~~+)
        (?:[ \t]*\|(?:[ \t]*"(?P<quoted>[^"]*)"[ \t]*|(?P<bare>[^|\n]*))\|)?
    | --(?P<words>(?:"[^"]*"|[^-\n"]|-(?!-))+?)--+(?P<tail2>[-xo>])
    | ==(?P<thick_words>(?:"[^"]*"|[^=\n"]|=(?!=))+?)==+(?P<thick2>[=xo>])
    | -\.(?P<dotted_words>(?:"[^"]*"|[^.\n"]|\.(?![.-]))+?)\.+-(?P<dots2>[xo>]?))""",
    re.VERBOSE,
)


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
        self.breaks = [found.start() for found in re.finditer("\n", text)]
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
        return Place(
            file=self.name,
            line=bisect(self.breaks, (self.at if at is None else at) - 1) + 1,
        )

    def _read_statements(self) -> None:
        while self._take_match(_BETWEEN) is not None or self.at < len(self.text):
            if self.at >= len(self.text):
                break
            begin = self.at
            word = self._take_match(_WORD)
            done = (
                self.words.get(word[1], self._skip_statement)()
                if word
                else self._read_chain()
            )
            self._take_match(_GAP)
            if done is False or (
                self.at < len(self.text) and self.text[self.at] not in "\n;"
            ):
                self._report_odd_line(begin)
        for each in self.open:
            self._add_problem(
                self.boxes[each].place, Sentence("this subgraph has no end.")
            )
        if self.problems:
            raise problems_as_error(self.problems)

    def _take_match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def _add_problem(self, place: Place, what: Sentence) -> None:
        self.problems.append((f"{place.file}:{place.line}", JoinedSentences(what)))

    def _report_odd_line(self, begin: int) -> None:
        self.at = max(self.at, begin)
        line = self.place_of_line()
        self._take_match(_LINE)
        found = self.text[self.text.rfind("\n", 0, begin) + 1 : self.at]
        self._add_problem(
            line,
            Sentence(
                "this is not a line of a Mermaid flowchart: “{text}”.",
                text=found.strip()[:80],
            ),
        )

    # statements of one word

    def _skip_statement(self) -> None:
        """What only says how the drawing looks."""
        self._take_match(_REST)

    def _begin_group(self) -> None:
        self._take_match(_GAP)
        begin, rest = self.at, (_REST.match(self.text, self.at) or [""])[0].strip()
        name = self._take_match(_NAME)
        self._take_match(_GAP)
        label = self._read_shape() if self.text.startswith("[", self.at) else None
        self._take_match(_GAP)
        if (
            not name
            or label is None
            or (self.at < len(self.text) and self.text[self.at] not in "\n;")
        ):
            self.at = begin
            self._take_match(_REST)
            name, label = None, rest
        key = name[0] if name else rest.strip('"')
        inside = self.open[-1] if self.open else None
        old = self.boxes.get(key)
        box = DiagramBox(
            key,
            shown_label(label or key),
            self.place_of_line(begin),
            old.says if old else (),
            inside,
            holds=True,
        )
        self.boxes[key] = box
        self.open.append(key)
        if len(self.open) > current_limits().depth:
            raise limit_error("depth", len(self.open), box.place.as_sentence())

    def _end_group(self) -> bool:
        return bool(self.open) and bool(self.open.pop() is not None)

    def _set_classes(self) -> None:
        *names, word = (self._take_match(_REST) or [""])[0].replace(
            ",", " "
        ).split() or [""]
        for name in names:
            self._remember_box(name, self.at, says=word)

    def _acc_title(self) -> None:
        self.title = (self._take_match(_LINE) or [""])[0].lstrip(" :").strip()

    def _acc_description(self) -> None:
        self._take_match(re.compile(r"\s*\{[^}]*\}|[^\n]*"))

    # boxes and lines

    def _read_chain(self) -> bool:
        starts = self._read_boxes()
        while starts:
            self._take_match(_GAP)
            found = self._take_match(_STROKE)
            if not found:
                return True
            at = found.start()
            self._take_match(_BETWEEN)
            ends = self._read_boxes()
            if not ends:
                self.at = at
                return False
            check_line_count(
                len(self.strokes) + len(starts) * len(ends), self.place_of_line()
            )
            if not found[0].lstrip("<xo").startswith("~~~"):
                self.strokes += self._build_strokes(found, starts, ends)
            starts = ends
        return False

    def _build_strokes(
        self, found: re.Match[str], starts: list[str], ends: list[str]
    ) -> Iterator[Stroke]:
        words = next(
            (
                found[each]
                for each in ("quoted", "bare", "words", "thick_words", "dotted_words")
                if found[each]
            ),
            "",
        )
        tails = (
            found[each] or ""
            for each in ("tail", "thick", "dots", "tail2", "thick2", "dots2")
        )
        arrow = next(filter(None, tails), "") in (">", "x", "o") and not found["head"]
        weak = found["dotted_words"] is not None or (found["line"] or "").startswith(
            "-."
        )
        place = self.place_of_line(found.start())
        for start in starts:
            for end in ends:
                says = shown_label(words.strip().strip('"'))
                yield Stroke(
                    start, end, place, says, arrow, "inferred" if weak else "stated"
                )

    def _read_boxes(self) -> list[str]:
        """The boxes that ``&`` joins; empty when there is none here."""
        names = []
        while name := self._read_box():
            names.append(name)
            before = self.at
            self._take_match(_GAP)
            if not self._take_match(re.compile(r"&\s*")):
                self.at = before
                break
        return names

    def _read_box(self) -> str | None:
        begin, name = self.at, self._take_match(_NAME)
        if not name:
            return None
        self._remember_box(name[0], begin)
        while True:
            label, says, fields = (
                self._read_shape(),
                self._take_match(_CLASS),
                self._take_match(_FIELDS),
            )
            if says:
                self._remember_box(name[0], begin, says=says[1])
            if fields and (found := _FIELD_LABEL.search(fields[1])):
                label = found[1] or found[2] or ""
            if label is not None:
                self._remember_box(name[0], begin, label=label)
            if label is None and not says and not fields:
                return name[0]

    def _remember_box(
        self, name: str, at: int, label: str | None = None, says: str = ""
    ) -> None:
        """Remember what is said of a box; its place is the first where it stands, or gets its label."""
        inside = self.open[-1] if self.open else None
        box = self.boxes.get(name) or DiagramBox(
            name, name, self.place_of_line(at), (), inside
        )
        if box.inside is None and inside != name and not box.holds:
            box = box._replace(inside=inside)
        if label is not None:
            box = box._replace(label=shown_label(label), place=self.place_of_line(at))
        if says and says not in box.says and len(box.says) < _MOST_CLASSES:
            box = box._replace(says=(*box.says, says))
        self.boxes[name] = box

    def _read_shape(self) -> str | None:
        """The label in a shape that begins here, or None."""
        if self.text[self.at : self.at + 1] not in tuple("([{>"):
            return None
        for pattern in (*_QUOTED, *_BARE):
            if found := self._take_match(pattern):
                return found[1]
        return None
