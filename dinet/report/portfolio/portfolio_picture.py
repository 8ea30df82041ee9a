"""The picture of a portfolio: programmes as boxes, the joint efforts as lines between them.

Drawn as SVG by hand, without script. Programmes stand in two columns, so that no two boxes touch
and no word is turned; a line within a column bends towards the middle.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from dinet.language import CountedSentence, JoinedSentences, Sentence
from dinet.layout.text.measure import shorten_text, wrap_text
from dinet.portfolio.findings import Portfolio
from dinet.portfolio.rows import PortfolioRow
from dinet.report.portfolio.portfolio_sections import (
    count_conflicts,
    count_joint,
    document_tokens,
    number_documents,
)

MOST_BOXES = 30
"""Programmes in one picture: fifteen rows are two screens high."""
_WIDTH, _BOX_WIDTH, _BOX_HEIGHT, _ROW = 1000, 300, 66, 88
"""In units of the drawing, which is as wide as the text of the page."""
_LETTER, _SMALL = 15, 13
"""Sizes of letters: the page shows the drawing at about its own size."""
_PADDING = 12
"""Between the edge of a box and its words, in units of the drawing."""
_RADIUS = 14
"""Of the disc with a number on a line."""
_SPOTS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
"""Where on a line its number may stand, the best first: where no other number is."""
_SPARE = 0.85
"""Of the room for words: the letters of a reader's system may be a sixth wider than ours."""
_LEAST_APART = 2 * _RADIUS + 2
"""Units of the drawing between two numbers: their discs do not touch."""
_BEND = 170
"""How far a line within a column bends to the middle."""
_MOST_TOLD = 20
"""Ties in the description of the picture: who listens to it finds the others in the tables."""
_MOST_THICK = 7
"""Thickest line; each joint effort adds one."""


@dataclass(slots=True)
class DrawnTie:
    """What two programmes have in common.

    Args:
        ends: Their namespaces, in order.
        joint: How many joint efforts.
        certain: How many of these are certain.
        conflicts: How many aims with two values.
    """

    ends: tuple[str, str]
    joint: int = 0
    certain: int = 0
    conflicts: int = 0

    @property
    def weight(self) -> int:
        """Of all that it stands for."""
        return self.joint + self.conflicts


@dataclass(slots=True)
class _DrawnBox:
    """A programme and where it stands: its upper left corner."""

    namespace: str
    title: str
    across: float = 0
    down: float = 0
    is_left: bool = True
    is_absent: bool = False


@dataclass(slots=True)
class _Drawing:
    """The boxes by namespace, and what is drawn between them."""

    boxes: dict[str, _DrawnBox]
    ties: list[DrawnTie]
    namings: list[tuple[str, str]]
    numbers: Mapping[str, int]
    spots: list[tuple[float, float]] = field(default_factory=list)

    def around(self, box: _DrawnBox) -> list[str]:
        """A programme and those with which a line joins it: a filter on these shows it too."""
        pairs = [*(tie.ends for tie in self.ties), *self.namings]
        joined = [pair for pair in pairs if box.namespace in pair]
        names = (name for pair in joined for name in pair)
        return list(dict.fromkeys((box.namespace, *names)))

    def tokens_of(self, namespaces: Iterable[str]) -> str:
        """Documents in an attribute, by which a filter finds what is about them."""
        known = (name for name in namespaces if name in self.numbers)
        return quoteattr(document_tokens(known, self.numbers))


def portfolio_picture(portfolio: Portfolio, lang: str) -> str:
    """The drawing; its description says the same in words.

    Args:
        portfolio: What was found.
        lang: The reader's language.
    """
    drawing = _arrange_boxes(portfolio)
    rows = max(
        sum(box.is_left for box in drawing.boxes.values()),
        sum(not box.is_left for box in drawing.boxes.values()),
    )
    height = max(rows, 1) * _ROW
    words = " ".join(
        sentence.in_language(lang)
        for sentence in describe_ties(portfolio, drawing.ties[:_MOST_TOLD])
    )
    parts = [
        *(_draw_naming(naming, drawing) for naming in drawing.namings),
        *(_draw_tie(tie, drawing) for tie in drawing.ties),
        *(_draw_number(tie, drawing, lang) for tie in drawing.ties),
        *(_draw_box(box, drawing, lang) for box in drawing.boxes.values()),
    ]
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" '
        f"aria-label={quoteattr(words)}>{_ARROW}{''.join(parts)}</svg>"
    )


_ARROW = (
    '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" '
    'markerWidth="9" markerHeight="9" orient="auto-start-reverse" '
    'markerUnits="userSpaceOnUse"><path d="M0 0 10 5 0 10z"/></marker></defs>'
)


def left_out_of_picture(portfolio: Portfolio) -> int:
    """How many programmes are not drawn because there are too many."""
    return max(0, len(portfolio.documents) - MOST_BOXES)


def list_ties(portfolio: Portfolio) -> list[DrawnTie]:
    """What each two programmes have in common, most first; those with nothing are left out."""
    ties: dict[tuple[str, str], DrawnTie] = {}
    for row in portfolio.rows.joint:
        for pair in _pairs_of(row):
            tie = ties.setdefault(pair, DrawnTie(pair))
            tie.joint += 1
            tie.certain += row.certainty == "certain"
    for row in portfolio.rows.conflicts:
        for pair in _pairs_of(row):
            ties.setdefault(pair, DrawnTie(pair)).conflicts += 1
    return sorted(ties.values(), key=lambda tie: (-tie.weight, tie.ends))


def _pairs_of(row: PortfolioRow) -> Iterator[tuple[str, str]]:
    """Each two of its documents; none when it stands in so many that it ties nothing together."""
    names = sorted(row.namespaces)
    if len(names) > MOST_BOXES:
        return
    for number, one in enumerate(names):
        for other in names[number + 1 :]:
            yield one, other


def describe_ties(
    portfolio: Portfolio, ties: Iterable[DrawnTie]
) -> Iterator[Sentence]:
    """The picture in words: how many programmes, and what each two have in common."""
    yield CountedSentence(
        "{count} programme.",
        "{count} programmes.",
        len(portfolio.documents),
    )
    for tie in ties:
        one, other = tie.ends
        yield Sentence(
            "{one} and {other}: {ties}.",
            one=one,
            other=other,
            ties=_tie_in_words(tie),
        )


def _tie_in_words(tie: DrawnTie) -> Sentence:
    """What there is of both, without what there is nothing of."""
    parts = [count_joint(tie.joint)] if tie.joint else []
    if tie.conflicts:
        parts.append(count_conflicts(tie.conflicts))
    return JoinedSentences(*parts, glue=", ")


# --- where boxes stand ---------------------------------------------------------------------------


def _arrange_boxes(portfolio: Portfolio) -> _Drawing:
    ties = list_ties(portfolio)
    shown = _shown_namespaces(portfolio, ties)
    titles = {
        document.namespace: document.title for document in portfolio.documents
    }
    boxes = {name: _DrawnBox(name, titles[name]) for name in shown}
    namings = list(_list_namings(portfolio, boxes))
    _place_boxes(boxes, [*(tie.ends for tie in ties), *namings])
    drawn = [tie for tie in ties if set(tie.ends) <= boxes.keys()]
    return _Drawing(boxes, drawn, namings, number_documents(portfolio))


def _shown_namespaces(
    portfolio: Portfolio, ties: Sequence[DrawnTie]
) -> list[str]:
    """All programmes; of very many those with most in common."""
    names = [document.namespace for document in portfolio.documents]
    if len(names) <= MOST_BOXES:
        return names
    weights: Counter[str] = Counter()
    for tie in ties:
        for end in tie.ends:
            weights[end] += tie.weight
    heaviest = sorted(names, key=lambda name: (-weights[name], name))
    return heaviest[:MOST_BOXES]


def _list_namings(
    portfolio: Portfolio, boxes: dict[str, _DrawnBox]
) -> Iterator[tuple[str, str]]:
    """Who names whom; a programme that is not among the documents gets a box of its own."""
    for row in portfolio.rows.named:
        namer = row.elements[0].namespace
        named = row.named
        if not named and len(boxes) < MOST_BOXES:
            named = f" {row.name}"  # no namespace begins with a space
            box = _DrawnBox(named, row.name, is_absent=True)
            boxes.setdefault(named, box)
        if namer in boxes and named in boxes:
            yield namer, named


def _place_boxes(
    boxes: dict[str, _DrawnBox], pairs: Iterable[tuple[str, str]]
) -> None:
    """Programmes with most in common stand beside each other, the others under them."""
    placed: list[str] = []
    for ends in pairs:
        if set(ends) <= boxes.keys() and not set(ends) & set(placed):
            placed += ends
    placed += [name for name in boxes if name not in placed]
    for number, name in enumerate(placed):
        box = boxes[name]
        row, column = divmod(number, 2)
        box.is_left = column == 0
        box.across = 1 if box.is_left else _WIDTH - _BOX_WIDTH - 1
        box.down = row * _ROW + (_ROW - _BOX_HEIGHT) / 2


# --- what is drawn -------------------------------------------------------------------------------


class _Curve:
    """A line between two boxes.

    Args:
        one: Where it begins.
        other: Where it ends.
    """

    def __init__(self, one: _DrawnBox, other: _DrawnBox) -> None:
        self.start = _edge_of(one)
        self.end = _edge_of(other)
        bends = [_BEND if box.is_left else -_BEND for box in (one, other)]
        self.first = self.start[0] + bends[0], self.start[1]
        self.second = self.end[0] + bends[1], self.end[1]

    def as_path(self) -> str:
        points = (self.start, self.first, self.second, self.end)
        start, first, second, end = (f"{x:g} {y:g}" for x, y in points)
        return f"M{start}C{first} {second} {end}"

    def point_at(self, share: float) -> tuple[float, float]:
        """The point at a share of the way (Bézier)."""
        rest = 1 - share
        weights = (
            rest**3,
            3 * rest**2 * share,
            3 * rest * share**2,
            share**3,
        )
        points = (self.start, self.first, self.second, self.end)
        pairs = list(zip(weights, points, strict=True))
        across = sum(weight * point[0] for weight, point in pairs)
        down = sum(weight * point[1] for weight, point in pairs)
        return round(across, 1), round(down, 1)


def _edge_of(box: _DrawnBox) -> tuple[float, float]:
    """The middle of the side that faces the other column."""
    across = box.across + (_BOX_WIDTH if box.is_left else 0)
    return across, box.down + _BOX_HEIGHT / 2


def _curve_of(ends: tuple[str, str], drawing: _Drawing) -> _Curve:
    return _Curve(drawing.boxes[ends[0]], drawing.boxes[ends[1]])


def _draw_naming(naming: tuple[str, str], drawing: _Drawing) -> str:
    path = _curve_of(naming, drawing).as_path()
    return (
        f'<path class="naming" data-d={drawing.tokens_of(naming)} d="{path}" '
        'marker-end="url(#tip)"/>'
    )


def _draw_tie(tie: DrawnTie, drawing: _Drawing) -> str:
    """Whole when a joint effort is certain, dashed when all are to be checked."""
    thick = min(1 + tie.weight, _MOST_THICK)
    look = "tie" if tie.certain else "tie open"
    path = _curve_of(tie.ends, drawing).as_path()
    return (
        f'<path class="{look}" data-d={drawing.tokens_of(tie.ends)} '
        f'stroke-width="{thick}" d="{path}"/>'
    )


def _draw_number(tie: DrawnTie, drawing: _Drawing, lang: str) -> str:
    curve = _curve_of(tie.ends, drawing)
    across, down = _free_spot(curve, drawing.spots)
    drawing.spots.append((across, down))
    count = str(tie.joint) if tie.joint else f"≠{tie.conflicts}"
    if tie.joint and tie.conflicts:
        count = f"{tie.joint} ≠{tie.conflicts}"
    half = _RADIUS + 5 * max(0, len(count) - 2)
    label = _tie_in_words(tie).in_language(lang)
    return (
        f'<g class="number" data-d={drawing.tokens_of(tie.ends)}><title>{escape(label)}</title>'
        f'<rect x="{across - half:g}" y="{down - _RADIUS:g}" rx="{_RADIUS}" '
        f'width="{2 * half}" height="{2 * _RADIUS}"/>'
        f'<text x="{across:g}" y="{down + 5:g}" font-size="{_LETTER}" '
        f'text-anchor="middle">{count}</text></g>'
    )


def _free_spot(
    curve: _Curve, taken: Sequence[tuple[float, float]]
) -> tuple[float, float]:
    """The first spot on a line that no number is near; the middle when there is none."""
    for share in _SPOTS:
        across, down = curve.point_at(share)
        is_free = all(
            abs(across - other[0]) > 2 * _LEAST_APART
            or abs(down - other[1]) > _LEAST_APART
            for other in taken
        )
        if is_free:
            return across, down
    return curve.point_at(_SPOTS[0])


def _draw_box(box: _DrawnBox, drawing: _Drawing, lang: str) -> str:
    room = _SPARE * (_BOX_WIDTH - 2 * _PADDING) / _LETTER
    lines = wrap_text(box.title, room, "bold", most=2)
    left = box.across + _PADDING
    title = "".join(
        f'<text class="title" x="{left:g}" y="{box.down + 23 + 18 * number:g}" '
        f'font-size="{_LETTER}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    below = Sentence("not among the documents").in_language(lang)
    words = below if box.is_absent else box.namespace
    shown = shorten_text(words, room * _LETTER / _SMALL)
    look = "box absent" if box.is_absent else "box"
    return (
        f'<g class="{look}" data-d={drawing.tokens_of(drawing.around(box))}>'
        f"<title>{escape(box.title)}</title>"
        f'<rect x="{box.across:g}" y="{box.down:g}" width="{_BOX_WIDTH}" '
        f'height="{_BOX_HEIGHT}" rx="6"/>{title}'
        f'<text class="space" x="{left:g}" y="{box.down + 58:g}" '
        f'font-size="{_SMALL}">{escape(shown)}</text></g>'
    )
