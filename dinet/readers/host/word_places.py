"""The places in the text of a Word document: content controls and bookmarks with a label."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dinet.document.byte_edits import ByteEdit, apply_edits
from dinet.document.host_file import UnfilledPlace
from dinet.document.place_names import is_place_label
from dinet.language import Sentence
from dinet.readers.host.byte_tree import ByteNode, has_end_tag

BLOCK_HOLDERS = ("body", "tc", "txbxContent")
"""What holds paragraphs and tables: the text, a cell, a text box."""
NARROWING = (
    "text",
    "picture",
    "date",
    "dropDownList",
    "comboBox",
    "checkbox",
    "docPartObj",
    "docPartList",
    "citation",
    "bibliography",
    "equation",
    "group",
    "repeatingSection",
    "repeatingSectionItem",
    "dataBinding",
    "showingPlcHdr",
)
"""What says that a content control holds less than text, tables and pictures.

A plain-text control may hold no table, one that is bound to data gets its words from there when
Word opens it, and what shows a prompt is emptied at the first key.
"""
SILENT = (
    "pPr",
    "rPr",
    "bookmarkStart",
    "bookmarkEnd",
    "proofErr",
    "lastRenderedPageBreak",
    "commentRangeStart",
    "commentRangeEnd",
    "commentReference",
    "annotationRef",
    "permStart",
    "permEnd",
)
"""What stands in a paragraph without being seen in it."""
REPLACED_MARKS = (
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "footnoteReference",
    "endnoteReference",
)
"""What a user may not expect to lose with the old contents of a place."""


class FoundSpot(NamedTuple):
    """A place that can be filled.

    Args:
        label: As it stands in the document.
        holder: What holds its paragraphs and tables.
        begin: Its first byte that is replaced, ``end`` the one after the last one.
        before: What stands before the new contents in these bytes, ``after`` what after them.
        old: What is replaced.
        own: What marks the place itself in the old contents.
        edits: What else changes.
    """

    label: str
    holder: ByteNode
    begin: int
    end: int
    before: bytes
    after: bytes
    old: Sequence[ByteNode]
    own: Sequence[ByteNode] = ()
    edits: tuple[ByteEdit, ...] = ()


class _NotFillableError(Exception):
    """A place cannot be filled."""

    def __init__(self, reason: Sentence) -> None:
        super().__init__(str(reason))
        self.reason = reason


IN_LINE = Sentence(
    "it stands in a line with other words; put it on a line of its own"
)
ACROSS = Sentence(
    "it begins and ends in different cells, or around a row of a table; put it in one cell, or "
    "between paragraphs"
)
WITH_SECTION = Sentence(
    "it holds the end of a section; put it before or after that"
)
IN_FIELD = Sentence("it holds a part of a field; put it outside the field")
UNFINISHED = Sentence("its end is missing; make it anew")
TRACKED = Sentence(
    "it stands in a tracked change or a link; accept the change, or put it outside the link"
)


class PlaceSearch:
    """One search through the text of a document.

    Args:
        data: The part.
        root: Of that part.
    """

    def __init__(self, data: bytes, root: ByteNode) -> None:
        self._data = data
        self._root = root
        self._ends = {
            node.value_of("id"): node
            for node in reversed(list(root.nodes_named("bookmarkEnd")))
        }

    def find_spots(self) -> Iterator[FoundSpot | UnfilledPlace]:
        """All places, in the order in which they begin."""
        for node in self._root.nodes_named("sdt", "bookmarkStart"):
            label = label_of(node)
            if not is_place_label(label):
                continue
            try:
                yield self._find_spot(node, label)
            except _NotFillableError as error:
                yield UnfilledPlace(label, error.reason)

    def _find_spot(self, node: ByteNode, label: str) -> FoundSpot:
        if node.name == "sdt":
            spot = self._control_spot(node, label)
        else:
            spot = self._bookmark_spot(node, label)
        _check_contents(spot.old)
        return spot

    def _bytes_of(self, node: ByteNode) -> bytes:
        return self._data[node.begin : node.end]

    def _has_words(self, paragraph: ByteNode, begin: int, end: int) -> bool:
        return shows_words(self._data, paragraph, begin, end)

    # content controls

    def _control_spot(self, control: ByteNode, label: str) -> FoundSpot:
        content = control.child_named("sdtContent")
        if content is None:
            raise _NotFillableError(UNFINISHED)
        holder = _holder_of_control(control)
        if holder.name in BLOCK_HOLDERS:
            return self._block_control(control, content, label)
        if holder.name == "tr" and len(content.children) == 1:
            (cell,) = content.children
            return self._cell_control(control, cell, label)
        if control.parent and control.parent.name == "p":
            return self._line_control(control, control.parent, label)
        raise _NotFillableError(ACROSS if holder.name == "tbl" else TRACKED)

    def _block_control(
        self, control: ByteNode, content: ByteNode, label: str
    ) -> FoundSpot:
        begin, end, before, after = self._inside_of(content)
        edits = tuple(self._widening_edits(control))
        return FoundSpot(
            label,
            content,
            begin,
            end,
            before,
            after,
            content.children,
            edits=edits,
        )

    def _inside_of(self, node: ByteNode) -> tuple[int, int, bytes, bytes]:
        """Where the inside of an element stands, and what opens and closes a single tag."""
        if has_end_tag(self._data, node):
            return node.inner_begin, node.inner_end, b"", b""
        opened = self._bytes_of(node)[:-2].rstrip() + b">"
        return node.begin, node.end, opened, f"</{node.tag}>".encode()

    def _cell_control(
        self, control: ByteNode, cell: ByteNode, label: str
    ) -> FoundSpot:
        """A control around a cell: the cell stays, and gets other contents."""
        old = [node for node in cell.children if node.name != "tcPr"]
        if cell.name != "tc" or not old:
            raise _NotFillableError(ACROSS)
        edits = tuple(self._widening_edits(control))
        begin, end = old[0].begin, cell.inner_end
        return FoundSpot(label, cell, begin, end, b"", b"", old, edits=edits)

    def _line_control(
        self, control: ByteNode, paragraph: ByteNode, label: str
    ) -> FoundSpot:
        """A control in a line of its own: it comes around paragraphs and tables."""
        holder = paragraph.parent
        if holder is None or self._has_words(
            paragraph, control.begin, control.end
        ):
            raise _NotFillableError(IN_LINE)
        narrow = list(self._widening_edits(control))
        content = control.child_named("sdtContent")
        head_end = content.begin if content else control.end
        head = apply_edits(self._data, narrow, control.begin, head_end)
        prefix = control.tag.rpartition(":")[0]
        name = f"{prefix}:sdtContent" if prefix else "sdtContent"
        return FoundSpot(
            label,
            holder,
            paragraph.begin,
            paragraph.end,
            head + f"<{name}>".encode(),
            f"</{name}></{control.tag}>".encode(),
            [paragraph],
        )

    def _widening_edits(self, control: ByteNode) -> Iterator[ByteEdit]:
        """What lets a control hold tables and pictures."""
        properties = control.child_named("sdtPr")
        for node in properties.children if properties else ():
            if node.name in NARROWING:
                yield ByteEdit(node.begin, node.end, b"")

    # bookmarks

    def _bookmark_spot(self, start: ByteNode, label: str) -> FoundSpot:
        end = self._ends.get(start.value_of("id"))
        if end is None or end.begin < start.begin:
            raise _NotFillableError(UNFINISHED)
        if start.value_of("colFirst"):
            raise _NotFillableError(ACROSS)
        holder = _common_holder(start, end)
        self._check_ends(holder, start, end)
        return self._spot_of_blocks(label, holder, start, end)

    def _check_ends(
        self, holder: ByteNode, start: ByteNode, end: ByteNode
    ) -> None:
        """Go on only when a bookmark begins before and ends after whole paragraphs."""
        first = _child_towards(holder, start)
        last = _child_towards(holder, end)
        for block, mark in ((first, start), (last, end)):
            if block.name not in ("p", "tbl") and block is not mark:
                raise _NotFillableError(ACROSS)
        stop = end.end if first is last else first.end
        if self._has_words(first, start.begin, stop):
            raise _NotFillableError(IN_LINE)

    def _spot_of_blocks(
        self, label: str, holder: ByteNode, start: ByteNode, end: ByteNode
    ) -> FoundSpot:
        """A bookmark around blocks; one that ends before the words of a block leaves that out."""
        first, last = (
            _child_towards(holder, start),
            _child_towards(holder, end),
        )
        stop = last.end
        edits: tuple[ByteEdit, ...] = ()
        old = [
            node
            for node in holder.children
            if first.begin <= node.begin and node.end <= last.end
        ]
        if first is not last and self._has_words(last, last.begin, end.end):
            if self._has_words(last, end.begin, last.end):
                raise _NotFillableError(IN_LINE)
            old = [node for node in old if node is not last]
            stop = last.begin
            edits = (ByteEdit(end.begin, end.end, b""),)
        return FoundSpot(
            label,
            holder,
            first.begin,
            stop,
            self._bytes_of(start),
            self._bytes_of(end),
            old,
            (start, end),
            edits,
        )


def shows_words(
    data: bytes, paragraph: ByteNode, begin: int = 0, end: int = 0
) -> bool:
    """Whether a paragraph or table shows something outside some of its bytes; no for all else.

    Word puts the begin of a bookmark before a table into the first cell of that.

    Args:
        data: The part.
        paragraph: Of it, or a table.
        begin: The first byte that does not count.
        end: The one after the last one.
    """
    if paragraph.name == "tbl":
        inside = paragraph.nodes_named("p")
        return any(shows_words(data, each, begin, end) for each in inside)
    waiting = list(paragraph.children) if paragraph.name == "p" else []
    while waiting:
        node = waiting.pop()
        is_inside = begin <= node.begin and node.end <= end
        if is_inside or _is_silent(data, node):
            continue
        if node.name != "r" and not node.begin < begin <= end < node.end:
            return True
        waiting += node.children
    return False


def _is_silent(data: bytes, node: ByteNode) -> bool:
    if node.name == "t":
        return not data[node.inner_begin : node.inner_end].strip()
    return node.name in SILENT


def is_blank(data: bytes, node: ByteNode) -> bool:
    """Whether something is a line without anything in it, seen or not."""
    held = {each.name for each in node.walk_down()}
    is_bare = held <= {"p", "pPr", "pStyle", "rPr", "r", "lang", "jc"}
    return node.name == "p" and is_bare and not shows_words(data, node)


def label_of(node: ByteNode) -> str:
    """What a content control or a bookmark is called: of a control its tag, or else its title."""
    if node.name == "bookmarkStart":
        return node.value_of("name")
    labels = []
    for name in ("tag", "alias"):
        found = node.child_named("sdtPr", name)
        labels.append(found.value_of() if found else "")
    return next(filter(is_place_label, labels), "")


def _holder_of_control(control: ByteNode) -> ByteNode:
    """What a control stands in, when other controls around it do not count."""
    around = control.walk_up()
    return next(
        node for node in around if node.name not in ("sdt", "sdtContent")
    )


def _holds_blocks(node: ByteNode) -> bool:
    if node.name == "sdtContent":
        return _holder_of_control(node).name in BLOCK_HOLDERS
    return node.name in BLOCK_HOLDERS


def _common_holder(start: ByteNode, end: ByteNode) -> ByteNode:
    """The nearest text, cell, text box or control that holds both ends of a bookmark."""
    around_end = {id(node) for node in end.walk_up()}
    for node in start.walk_up():
        if id(node) in around_end and _holds_blocks(node):
            return node
    raise _NotFillableError(ACROSS)


def _child_towards(holder: ByteNode, node: ByteNode) -> ByteNode:
    """What a holder has directly in it and in which an element stands; the element itself, too."""
    line = [node, *node.walk_up()]
    return line[line.index(holder) - 1]


def _check_contents(old: Sequence[ByteNode]) -> None:
    """Go on only when the old contents can go without harm to what stands around them."""
    depth = 0
    for top in old:
        for node in top.nodes_named("sectPr", "fldChar"):
            if node.name == "sectPr":
                raise _NotFillableError(WITH_SECTION)
            kind = node.value_of("fldCharType")
            depth += {"begin": 1, "end": -1}.get(kind, 0)
            if depth < 0:
                raise _NotFillableError(IN_FIELD)
    if depth:
        raise _NotFillableError(IN_FIELD)


class KeptMarks(NamedTuple):
    """What stays of the old contents of a place: the marks of comments and of other bookmarks.

    Args:
        starts: What begins there.
        ends: What ends there.
        references: The signs of comments, as runs.
    """

    starts: bytes
    ends: bytes
    references: bytes


def kept_marks(data: bytes, spot: FoundSpot) -> KeptMarks:
    """The marks in the old contents of a place that are not its own."""
    starts, ends, references = [], [], []
    own = {id(node) for node in spot.own}
    for top in spot.old:
        for node in top.walk_down():
            if id(node) in own:
                continue
            whole = data[node.begin : node.end]
            if node.name.endswith(
                ("RangeStart", "bookmarkStart", "permStart")
            ):
                starts.append(whole)
            elif node.name.endswith(("RangeEnd", "bookmarkEnd", "permEnd")):
                ends.append(whole)
            elif node.name == "commentReference":
                references.append(_as_run(node, whole))
    return KeptMarks(b"".join(starts), b"".join(ends), b"".join(references))


def _as_run(node: ByteNode, whole: bytes) -> bytes:
    prefix, colon, _ = node.tag.rpartition(":")
    run = f"{prefix}{colon}r".encode()
    return b"<" + run + b">" + whole + b"</" + run + b">"


def loses_marks(spot: FoundSpot) -> bool:
    """Tracked changes or notes stand in the old contents."""
    return any(
        True for top in spot.old for _ in top.nodes_named(*REPLACED_MARKS)
    )
