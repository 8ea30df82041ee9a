"""Line breaks inside a paragraph.

Some begin what a reader sees as a new paragraph, the others only a new line.
"""

import re
from collections.abc import Iterator

from dinet.document.content import Block, Span
from dinet.document.text_lines import begins_with_label
from dinet.wording.bullets import bullet_at_start
from dinet.wording.sentence_ends import ends_like_sentence
from dinet.wording.source_marks import begins_with_source

_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s", re.IGNORECASE)


def _begins_paragraph(text: str) -> bool:
    """A line begins with a bullet, a number or a source, perhaps in brackets."""
    bare = text[1:] if text[:1] in ("(", "[") else text
    listed = (
        bullet_at_start().match(bare)
        or _NUMBER.match(bare)
        or _NUMBER.match(text)
    )
    return listed is not None or begins_with_source(text)


def paragraphs_at_breaks(block: Block) -> Iterator[Block]:
    """What a paragraph with line breaks holds.

    A break after a sentence, or before a bullet, a number or a source, begins a new paragraph;
    any other is a space. In a list item a sentence after a break still belongs to the item.
    """
    now: list[Span] = []
    level, number = block.level, block.number
    for line in _lines_of_spans(block):
        text = _text_of(line).strip()
        before = _text_of(now).rstrip()
        begins = _begins_paragraph(text)
        ended = block.level is None and _has_ended(before)
        if before and text and (begins or ended or _are_labels(before, text)):
            yield Block(tuple(now), level, number)
            now, level = [], None if begins else block.level
            number = ""
        if now:
            now.append(now[-1]._replace(text=" "))
        now += line
    yield Block(tuple(now), level, number)


def _are_labels(before: str, text: str) -> bool:
    """Two lines are of a list of labels: ``Doel: …`` and below it ``Acties: …``."""
    return begins_with_label(before) and begins_with_label(text)


def _text_of(spans: list[Span]) -> str:
    return "".join(span.text for span in spans)


def _has_ended(text: str) -> bool:
    """A text is a whole sentence, after which no list or explanation is announced."""
    return ends_like_sentence(text) and not text.endswith(":")


def _lines_of_spans(block: Block) -> Iterator[list[Span]]:
    """The pieces of each line of a block; one that goes over a break is cut there."""
    line: list[Span] = []
    for span in block.spans:
        for number, text in enumerate(span.text.split("\n")):
            if number:
                yield line
                line = []
            if text:
                line.append(span._replace(text=text))
    yield line
