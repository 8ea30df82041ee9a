"""Labels that only their bold letters set apart: ``**Doel** Meer groen``, without a colon.

Met in annexes where each goal had a block of such lines, and where the label stood on a line of
its own in one paragraph with its text. The label and its text become two paragraphs; in a list
they stay one item, with the colon that other lists have. A sentence that begins with a bold word
goes on in lower case: ``**Doel** van deze nota is …`` stays whole.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from dinet.document.content import Block, Grid, Para, Span
from dinet.interpret.lists.attribute_lines import ATTRIBUTE_ROLES
from dinet.vocabulary.roles import kind_of, role_of

_LABEL_AND_TEXT = 2
"""Pieces of a line: more are several lines in one paragraph."""
_LEAST_LABELS = 2
"""In a document: one may be a stressed word."""


def divide_bold_labels(parts: Iterable[Para | Grid]) -> list[Para | Grid]:
    """The parts; a bold label and what stands behind it are paragraphs of their own."""
    parts = list(parts)
    divided = [_divide_part(part) for part in parts]
    count = sum(
        pieces != [part] for part, pieces in zip(parts, divided, strict=True)
    )
    pieces = [piece for pieces in divided for piece in pieces]
    several = count >= _LEAST_LABELS and _name_several(pieces)
    return pieces if several else parts


def _name_several(parts: Iterable[Para | Grid]) -> bool:
    """Lines have labels of more than one kind of element: one kind is no network."""
    texts = {part.text for part in parts if isinstance(part, Para)}
    labels = {text.partition(": ")[0] for text in texts}
    kinds = {kind_of(role_of(label)) for label in labels} - {None}
    return len(kinds) > 1


def _divide_part(part: Para | Grid) -> list[Para | Grid]:
    if isinstance(part, Grid) or part.heading is not None:
        return [part]
    if not part.block.spans[0].bold:
        return [part]
    pieces = list(_pieces_of(part.block.spans))
    if len(pieces) < _LABEL_AND_TEXT or not _alternate(pieces):
        return [part]
    if part.block.level is None:
        return [part._replace(block=Block(spans)) for spans in pieces]
    return [_with_colon(part, *pieces)] if _are_pair(pieces) else [part]


def _are_pair(pieces: Sequence[tuple[Span, ...]]) -> bool:
    return len(pieces) == _LABEL_AND_TEXT


def _with_colon(
    item: Para, label: tuple[Span, ...], text: tuple[Span, ...]
) -> Para:
    """A list item with a colon behind its label."""
    spans = (*label, Span(": ", bold=True), *text)
    return item._replace(block=item.block._replace(spans=spans))


def _pieces_of(spans: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    """The spans in runs of bold letters and others, without the white space between them."""
    lettered = [span for span in spans if span.text.strip()]
    for _, run in groupby(lettered, key=lambda span: span.bold):
        yield _stripped(list(run))


def _stripped(run: list[Span]) -> tuple[Span, ...]:
    run[0] = run[0]._replace(text=run[0].text.lstrip())
    run[-1] = run[-1]._replace(text=run[-1].text.rstrip())
    return tuple(run)


def _alternate(pieces: Sequence[tuple[Span, ...]]) -> bool:
    """Each second piece is a text, and what stands before it its label."""
    labels, texts = pieces[::2], pieces[1::2]
    if len(labels) != len(texts) or not all(map(_is_label, labels)):
        return False
    return not any(_words_in(text)[0].islower() for text in texts)


def _is_label(spans: Sequence[Span]) -> bool:
    words = _words_in(spans)
    role = role_of(words)
    if role is None or words.endswith(":"):
        return False
    return kind_of(role) is not None or role.name in ATTRIBUTE_ROLES


def _words_in(spans: Sequence[Span]) -> str:
    return "".join(span.text for span in spans)
