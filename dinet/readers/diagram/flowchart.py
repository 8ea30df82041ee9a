"""The statements of a Mermaid flowchart, read as Mermaid reads them: boxes in every shape, lines in every form, groups."""

import re
from bisect import bisect
from collections.abc import Callable, Iterator

from dinet.language import Joined, Sentence
from dinet.limits import limits, over
from dinet.model import Place
from dinet.native import refusal
from dinet.readers.diagram.boxes import Box, Stroke, count
from dinet.readers.diagram.labels import shown

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
        self.boxes: dict[str, Box] = {}
        self.strokes: list[Stroke] = []
        self.open: list[str] = []
        self.title = ""
        self.problems: list[tuple[str, Joined]] = []
        self.words: dict[str, Callable[[], object]] = {
            "subgraph": self._group,
            "end": self._end,
            "class": self._class,
            "accTitle": self._acc_title,
            "accDescr": self._acc_description,
        }
        self._read()

    def place(self, at: int | None = None) -> Place:
        """The line of a position, or of the present one."""
        return Place(
            file=self.name,
            line=bisect(self.breaks, (self.at if at is None else at) - 1) + 1,
        )

    def _read(self) -> None:
        while self._take(_BETWEEN) is not None or self.at < len(self.text):
            if self.at >= len(self.text):
                break
            begin = self.at
            word = self._take(_WORD)
            done = self.words.get(word[1], self._skip)() if word else self._chain()
            self._take(_GAP)
            if done is False or (
                self.at < len(self.text) and self.text[self.at] not in "\n;"
            ):
                self._odd(begin)
        for each in self.open:
            self._problem(self.boxes[each].place, Sentence("this subgraph has no end."))
        if self.problems:
            raise refusal(self.problems)

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def _problem(self, place: Place, what: Sentence) -> None:
        self.problems.append((f"{place.file}:{place.line}", Joined(what)))

    def _odd(self, begin: int) -> None:
        self.at = max(self.at, begin)
        line = self.place()
        self._take(_LINE)
        found = self.text[self.text.rfind("\n", 0, begin) + 1 : self.at]
        self._problem(
            line,
            Sentence(
                "this is not a line of a Mermaid flowchart: “{text}”.",
                text=found.strip()[:80],
            ),
        )

    # statements of one word

    def _skip(self) -> None:
        """What only says how the drawing looks."""
        self._take(_REST)

    def _group(self) -> None:
        self._take(_GAP)
        begin, rest = self.at, (_REST.match(self.text, self.at) or [""])[0].strip()
        name = self._take(_NAME)
        self._take(_GAP)
        label = self._shape() if self.text.startswith("[", self.at) else None
        self._take(_GAP)
        if (
            not name
            or label is None
            or (self.at < len(self.text) and self.text[self.at] not in "\n;")
        ):
            self.at = begin
            self._take(_REST)
            name, label = None, rest
        key = name[0] if name else rest.strip('"')
        inside = self.open[-1] if self.open else None
        old = self.boxes.get(key)
        box = Box(
            key,
            shown(label or key),
            self.place(begin),
            old.says if old else (),
            inside,
            holds=True,
        )
        self.boxes[key] = box
        self.open.append(key)
        if len(self.open) > limits().depth:
            raise over("depth", len(self.open), box.place.words())

    def _end(self) -> bool:
        return bool(self.open) and bool(self.open.pop() is not None)

    def _class(self) -> None:
        *names, word = (self._take(_REST) or [""])[0].replace(",", " ").split() or [""]
        for name in names:
            self._box(name, self.at, says=word)

    def _acc_title(self) -> None:
        self.title = (self._take(_LINE) or [""])[0].lstrip(" :").strip()

    def _acc_description(self) -> None:
        self._take(re.compile(r"\s*\{[^}]*\}|[^\n]*"))

    # boxes and lines

    def _chain(self) -> bool:
        starts = self._several()
        while starts:
            self._take(_GAP)
            found = self._take(_STROKE)
            if not found:
                return True
            at = found.start()
            self._take(_BETWEEN)
            ends = self._several()
            if not ends:
                self.at = at
                return False
            count(len(self.strokes) + len(starts) * len(ends), self.place())
            if not found[0].lstrip("<xo").startswith("~~~"):
                self.strokes += self._drawn(found, starts, ends)
            starts = ends
        return False

    def _drawn(
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
        place = self.place(found.start())
        for start in starts:
            for end in ends:
                says = shown(words.strip().strip('"'))
                yield Stroke(
                    start, end, place, says, arrow, "inferred" if weak else "stated"
                )

    def _several(self) -> list[str]:
        """The boxes that ``&`` joins; empty when there is none here."""
        names = []
        while name := self._one():
            names.append(name)
            before = self.at
            self._take(_GAP)
            if not self._take(re.compile(r"&\s*")):
                self.at = before
                break
        return names

    def _one(self) -> str | None:
        begin, name = self.at, self._take(_NAME)
        if not name:
            return None
        self._box(name[0], begin)
        while True:
            label, says, fields = self._shape(), self._take(_CLASS), self._take(_FIELDS)
            if says:
                self._box(name[0], begin, says=says[1])
            if fields and (found := _FIELD_LABEL.search(fields[1])):
                label = found[1] or found[2] or ""
            if label is not None:
                self._box(name[0], begin, label=label)
            if label is None and not says and not fields:
                return name[0]

    def _box(
        self, name: str, at: int, label: str | None = None, says: str = ""
    ) -> None:
        """Remember what is said of a box; its place is the first where it stands, or gets its label."""
        inside = self.open[-1] if self.open else None
        box = self.boxes.get(name) or Box(name, name, self.place(at), (), inside)
        if box.inside is None and inside != name and not box.holds:
            box = box._replace(inside=inside)
        if label is not None:
            box = box._replace(label=shown(label), place=self.place(at))
        if says and says not in box.says and len(box.says) < _MOST_CLASSES:
            box = box._replace(says=(*box.says, says))
        self.boxes[name] = box

    def _shape(self) -> str | None:
        """The label in a shape that begins here, or None."""
        if self.text[self.at : self.at + 1] not in tuple("([{>"):
            return None
        for pattern in (*_QUOTED, *_BARE):
            if found := self._take(pattern):
                return found[1]
        return None
