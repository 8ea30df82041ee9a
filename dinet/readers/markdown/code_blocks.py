"""The blocks of code in a Markdown text, of which diagrams are one kind."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_OPENS = re.compile(
    r" {0,3}(?P<fence>`{3,}|~{3,}|:{3,}(?=[ \t]*mermaid\b))[ \t]*(?P<kind>[^\s`]*)"
)
"""Colons are how wikis fence a diagram; fences of colons around other text are no code."""


class CodeBlock(NamedTuple):
    """A block of code.

    Args:
        kind: What it calls itself, such as ``mermaid``; empty when it does not.
        first: The index of the line that opens it.
        end: The index after the line that closes it, or after the last line of the text.
        text: The lines between.
    """

    kind: str
    first: int
    end: int
    text: str


def find_code_blocks(lines: Sequence[str]) -> list[CodeBlock]:
    """The blocks of code between fences, in order.

    Example:
        >>> find_code_blocks(["Zie:", "```mermaid", "graph LR", "```"])
        [CodeBlock(kind='mermaid', first=1, end=4, text='graph LR')]
    """
    blocks: list[CodeBlock] = []
    number = 0
    while number < len(lines):
        opening = _OPENS.match(lines[number])
        if opening is None:
            number += 1
            continue
        last = _closing_line(lines, number + 1, opening["fence"])
        text = "\n".join(lines[number + 1 : last])
        end = min(last + 1, len(lines))
        kind = opening["kind"].strip("{}.").casefold()
        blocks.append(CodeBlock(kind, number, end, text))
        number = end
    return blocks


def _closing_line(lines: Sequence[str], first: int, fence: str) -> int:
    """The index of the line that closes a block; that after the last line when none does."""
    closes = re.compile(rf" {{0,3}}{re.escape(fence)}{fence[0]}*[ \t]*")
    for number in range(first, len(lines)):
        if closes.fullmatch(lines[number]):
            return number
    return len(lines)


def blank_blocks(
    lines: Sequence[str], blocks: Sequence[CodeBlock]
) -> list[str]:
    """The lines with blank ones in place of some blocks, so that all numbers stay right."""
    kept = list(lines)
    for block in blocks:
        kept[block.first : block.end] = [""] * (block.end - block.first)
    return kept
