"""Line breaks inside a paragraph.

Some begin what a reader sees as a new paragraph, the others only a new line.
"""

import re
from collections.abc import Iterator, Sequence

from dinet.document.content import Block, Span
from dinet.document.text_lines import begins_with_label
from dinet.vocabulary.statement_words import statement_endings
from dinet.wording.bullets import bullet_at_start
from dinet.wording.sentence_ends import ends_like_sentence, ends_unfinished
from dinet.wording.source_marks import begins_with_source
from dinet.wording.work_wording import find_work_words

_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s", re.IGNORECASE)
_LEAST_LINE_WORDS = 2
"""Of a statement on a line of its own in a cell: one short word may be broken off by hand."""
_LONG_WORD_LETTERS = 10
"""Of one word that says what is done: ``Onderhoudssubsidie`` above ``Monumentenwacht inzetten``."""


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

    A break after a sentence, or before a bullet, a number or a source, begins a new paragraph, and
    so does one between two lines that each say what is done; any other is a space. In a list item
    a sentence after a break still belongs to the item.
    """
    now: list[Span] = []
    level, number = block.level, block.number
    for line in _lines_of_spans(block):
        text = _text_of(line).strip()
        before = _text_of(now).rstrip()
        begins = _begins_paragraph(text)
        ended = block.level is None and _has_ended(before)
        apart = begins or ended or _say_things_apart(before, text)
        if before and text and apart:
            yield Block(tuple(now), level, number)
            now, level = [], None if begins else block.level
            number = ""
        if now:
            now.append(now[-1]._replace(text=" "))
        now += line
    yield Block(tuple(now), level, number)


def paragraphs_in_cell(block: Block) -> Iterator[Block]:
    """What a paragraph with line breaks holds in a cell of a table.

    Lines that each begin with a capital and say something are statements of their own, as they
    are in the cells of other formats. Met in forms, where each line is an activity. What it costs
    when wrong: a name that was broken by hand before a capital is two statements.
    """
    lines = [
        Block(tuple(line), number=block.number if not place else "")
        for place, line in enumerate(_lines_of_spans(block))
    ]
    lines = [line for line in lines if line.text]
    if block.level is None and len(lines) > 1 and _are_statements(lines):
        yield from lines
    else:
        yield from paragraphs_at_breaks(block)


def _are_statements(lines: Sequence[Block]) -> bool:
    """Each line begins with a capital and has some words; none waits for the next one."""
    waits = any(ends_unfinished(line.text) for line in lines[:-1])
    return not waits and all(
        line.text[:1].isupper()
        and _says_something(line.text)
        and not begins_with_source(line.text)
        for line in lines
    )


def _says_something(text: str) -> bool:
    """The text has some words, or is one long one."""
    words = text.split()
    return len(words) >= _LEAST_LINE_WORDS or len(text) >= _LONG_WORD_LETTERS


def _say_things_apart(before: str, text: str) -> bool:
    """Two lines are labels, or say what is done."""
    return _are_labels(before, text) or _are_works(before, text)


def _are_labels(before: str, text: str) -> bool:
    """Two lines are of a list of labels: ``Doel: …`` and below it ``Acties: …``."""
    return begins_with_label(before) and begins_with_label(text)


def _are_works(before: str, text: str) -> bool:
    """Two lines each end in a verb of doing: ``Ruimte zoeken`` and below it ``Posters drukken``.

    Met in cells of Word, where people press shift and enter between the actions of a goal. One of
    them has a verb of work, so that plurals (``Sterke wijken``) do not part a name.
    """
    if not (_may_be_work(before) and _may_be_work(text)):
        return False
    return bool(find_work_words(before) or find_work_words(text))


def _may_be_work(text: str) -> bool:
    """Some words from a capital on, of which the last one may be an infinitive."""
    *others, last = text.split() or [""]
    is_word = last.islower() and last.isalpha()
    endings = statement_endings("work.infinitive_endings")
    return (
        bool(others)
        and text[0].isupper()
        and is_word
        and last.endswith(endings)
    )


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
