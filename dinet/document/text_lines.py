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
_BYTES_TO_LOOK = 1000
_LEAST_SHARE_OF_ZEROS = 0.3


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
        return data.decode(wide, errors="replace"), (
            _note_encoding(name, wide[:6].upper()),
        )
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), (
            _note_encoding(name, "Windows-1252"),
        )


def _guess_wide_encoding(start: bytes) -> str | None:
    """UTF-32 without a mark has zeros in three of four bytes, UTF-16 in every other, as long as the text is Western."""
    four, two = (
        (
            ("utf-32-le", start[2::4] + start[3::4]),
            ("utf-32-be", start[0::4] + start[1::4]),
        ),
        ("utf-16-le", "utf-16-be"),
    )
    for encoding, zeros in four:
        if len(zeros) > 1 and not any(zeros):
            return encoding
    for encoding, zeros in zip(two, (start[1::2], start[0::2]), strict=True):
        if zeros.count(0) > _LEAST_SHARE_OF_ZEROS * len(zeros) > 0:
            return encoding
    return None


def _note_encoding(name: str, encoding: str) -> Note:
    return make_note("encoding", Place(file=name), "nl", encoding=encoding)


def spans_to_blocks(spans: Iterable[Span]) -> tuple[Block, ...]:
    r"""A block for each line of a text; blank lines are dropped.

    A line with another typed bullet than the lines above it stands under these: ``- `` under ``•``.

    Example:
        >>> [block.text for block in spans_to_blocks([Span("Meer sport.\nBron: "), Span("CBS", italic=True)])]
        ['Meer sport.', 'Bron: CBS']
        >>> [block.level for block in spans_to_blocks([Span("• Sport\n- Voetbal\n- Zwemmen\n• Cultuur")])]
        [0, 1, 1, 0]
    """
    return tuple(blocks_with_levels(split_lines(Block(tuple(spans)))))


def blocks_with_levels(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; those with a typed bullet get the level of a list item, one for each kind of bullet."""
    kinds: list[str] = []
    for block in blocks:
        mark = bullet_at_start().match(block.text)
        kinds = (
            kinds[: kinds.index(mark[0]) + 1]
            if mark and mark[0] in kinds
            else [*kinds, mark[0]]
            if mark
            else []
        )
        yield (
            block._replace(level=len(kinds) - 1)
            if mark and block.level is None
            else block
        )


def parts_with_levels(parts: Iterable[Para | Grid]) -> Iterator[Para | Grid]:
    """The parts; paragraphs after one another with typed bullets get the levels that their bullets say."""
    for alone, run in groupby(
        parts, key=lambda part: isinstance(part, Grid) or part.heading is not None
    ):
        whole = list(run)
        blocks = blocks_with_levels(
            part.block for part in whole if isinstance(part, Para)
        )
        yield from (
            whole
            if alone
            else (
                part._replace(block=next(blocks))
                for part in whole
                if isinstance(part, Para)
            )
        )


def split_lines(block: Block) -> Iterator[Block]:
    """The lines of a block, blank ones left out; only the first has its level."""
    cut = (
        _split_at_line_ends(block.spans)
        if any(_LINE_END.search(span.text) for span in block.spans)
        else (block.spans,)
    )
    level = block.level
    for spans in cut:
        line = Block(spans, level)
        if line.text:
            yield line
            level = None


def _split_at_line_ends(spans: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    line: list[Span] = []
    for span in spans:
        for number, text in enumerate(_LINE_END.split(span.text)):
            if number:
                yield tuple(line)
                line = []
            line.append(span._replace(text=text))
    yield tuple(line)
