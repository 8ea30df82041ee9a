"""Text as bytes and as lines: what encoding a file is in, and cells whose lines are paragraphs."""

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from dinet.document.content import Block, Grid, Para, Span
from dinet.document.notes import make_note
from dinet.model import Note, Place
from dinet.wording.bullets import bullet_at_start

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_LABEL = re.compile(r"[^\W\d_][\w'-]*(?: [\w'-]+){0,3} ?:(?:\s|$)")
"""At most four words, of which the first is no number."""
_LEAST_LABELS = 2
"""Of lines in a paragraph: one may be a sentence with a colon in it."""
_BYTES_TO_LOOK = 1000
"""The start of a file shows its encoding; more bytes would only take time."""
_LEAST_SHARE_OF_ZEROS = 0.3
"""Of every other byte: UTF-16 has zeros in most of these as long as the text is Western."""


def decode_text(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    """The text of a file, and a note when its encoding had to be guessed.

    Args:
        data: The whole file: UTF-8, UTF-16 or UTF-32, these two with a mark or without, or else
            Windows' own encoding.
        name: Its name without folders, for the note.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), ()
    wide = _guess_wide_encoding(data[:_BYTES_TO_LOOK])
    if wide:
        note = _note_encoding(name, wide[: len("UTF-16")].upper())
        return data.decode(wide, errors="replace"), (note,)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        note = _note_encoding(name, "Windows-1252")
        return data.decode("cp1252", errors="replace"), (note,)


def _guess_wide_encoding(start: bytes) -> str | None:
    """The wide encoding of a text without a byte order mark; None when it is in another.

    UTF-32 has zeros in two bytes of every four; UTF-16 has many in every other byte, as long as
    the text is Western.
    """
    high_bytes_of_four = (
        ("utf-32-le", start[2::4] + start[3::4]),
        ("utf-32-be", start[0::4] + start[1::4]),
    )
    for encoding, high in high_bytes_of_four:
        if len(high) > 1 and not any(high):
            return encoding
    high_bytes_of_two = (
        ("utf-16-le", start[1::2]),
        ("utf-16-be", start[0::2]),
    )
    for encoding, high in high_bytes_of_two:
        if high.count(0) > _LEAST_SHARE_OF_ZEROS * len(high) > 0:
            return encoding
    return None


def _note_encoding(name: str, encoding: str) -> Note:
    return make_note("encoding", Place(file=name), "nl", encoding=encoding)


def spans_to_blocks(spans: Iterable[Span]) -> tuple[Block, ...]:
    r"""A block for each line of a text; blank lines are dropped.

    A line with another typed bullet than the lines above it stands under these: ``- `` under ``•``.

    Example:
        >>> spans = [Span("Meer sport.\nBron: "), Span("CBS", italic=True)]
        >>> [block.text for block in spans_to_blocks(spans)]
        ['Meer sport.', 'Bron: CBS']
        >>> spans = [Span("• Sport\n- Voetbal\n- Zwemmen\n• Cultuur")]
        >>> [block.level for block in spans_to_blocks(spans)]
        [0, 1, 1, 0]
    """
    return tuple(blocks_with_levels(split_lines(Block(tuple(spans)))))


def blocks_with_levels(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; those with a typed bullet get the level of a list item.

    Every kind of bullet is a level of its own, the first one 0; a block without a bullet ends
    the list.
    """
    open_bullets: list[str] = []
    bullet = bullet_at_start()
    for block in blocks:
        mark = bullet.match(block.text)
        open_bullets = _bullets_down_to(mark[0], open_bullets) if mark else []
        if mark and block.level is None:
            yield block._replace(level=len(open_bullets) - 1)
        else:
            yield block


def _bullets_down_to(bullet: str, open_bullets: list[str]) -> list[str]:
    """The bullets of the lists that are open at an item, the outermost first and its own last."""
    if bullet in open_bullets:
        return open_bullets[: open_bullets.index(bullet) + 1]
    return [*open_bullets, bullet]


def parts_with_levels(parts: Iterable[Para | Grid]) -> Iterator[Para | Grid]:
    """The parts; paragraphs after one another with typed bullets get the levels of these."""
    for ends_lists, run in groupby(parts, key=_ends_lists):
        if ends_lists:
            yield from run
        else:
            yield from _paras_with_levels(run)


def _ends_lists(part: Para | Grid) -> bool:
    """A table or a heading stands between lists, never in one."""
    return isinstance(part, Grid) or part.heading is not None


def _paras_with_levels(run: Iterable[Para | Grid]) -> Iterator[Para]:
    paras = [part for part in run if isinstance(part, Para)]
    blocks = blocks_with_levels(para.block for para in paras)
    for para, block in zip(paras, blocks, strict=True):
        yield para._replace(block=block)


def split_lines(block: Block) -> Iterator[Block]:
    """The lines of a block, blank ones left out; only the first has its level."""
    if not any(_has_line_end(span.text) for span in block.spans):
        yield from (block,) if block.text else ()
        return
    level, number = block.level, block.number
    for spans in _split_at_line_ends(block.spans):
        line = Block(spans, level, number)
        if line.text:
            yield line
            level, number = None, ""


def _has_line_end(text: str) -> bool:
    # what ends a line cannot be printed, and most texts have nothing of the kind
    return not text.isprintable() and _LINE_END.search(text) is not None


def begins_with_label(text: str) -> bool:
    """A line begins with a few words and a colon, whatever they mean: ``Trekker: X``, ``Acties:``.

    Example:
        >>> begins_with_label("Trekker: team Groen"), begins_with_label("om 10:30 uur")
        (True, False)
    """
    return _LABEL.match(text) is not None


def split_labelled_lines(block: Block) -> tuple[Block, ...]:
    r"""The lines of a paragraph that are a list of labels; any other paragraph as it is.

    Met where people break lines within a paragraph: ``Doel: …`` and on the next line ``Acties: …``.
    A line without a label goes on with the one before it.

    Example:
        >>> block = Block((Span("Doel: meer\ngroen\nTrekker: Ans"),))
        >>> [line.text for line in split_labelled_lines(block)]
        ['Doel: meer groen', 'Trekker: Ans']
    """
    lines = list(split_lines(block))
    labels = [begins_with_label(line.text) for line in lines]
    if sum(labels) < _LEAST_LABELS or not labels[0]:
        return (block,)
    split: list[Block] = []
    for line, is_labelled in zip(lines, labels, strict=True):
        if is_labelled:
            split.append(line._replace(level=block.level))
        else:
            spans = (*split[-1].spans, Span(" "), *line.spans)
            split[-1] = split[-1]._replace(spans=spans)
    return tuple(split)


def _split_at_line_ends(spans: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    line: list[Span] = []
    for span in spans:
        for number, text in enumerate(_LINE_END.split(span.text)):
            if number:
                yield tuple(line)
                line = []
            line.append(span._replace(text=text))
    yield tuple(line)
