"""Footnotes of Markdown, which the parser does not know: ``[^1]`` and ``[^1]: Bron: CBS``.

They become links to each other, as footnotes of web pages are.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from dinet.document.notes import make_note
from dinet.model import Note, Place
from dinet.readers.markdown.code_blocks import find_code_blocks

_DEFINITION = re.compile(
    r" {0,3}\[\^(?P<name>[^\]\s]{1,80})\]:[ \t]*(?P<text>.*)"
)
_REFERENCE = re.compile(r"(?<!\\)\[\^(?P<name>[^\]\s]{1,80})\](?!:)")
_INDENTED = re.compile(r"(?: {2,}|\t)\S")


class Footnote(NamedTuple):
    """A footnote: its name, its words, and the index of the line where it stands."""

    name: str
    text: str
    line: int


def link_footnotes(text: str, name: str) -> tuple[str, tuple[Note, ...]]:
    """The text with links in place of footnotes, and a note for each that nothing refers to.

    Args:
        text: In Markdown.
        name: The file's name, without folders.
    """
    if "[^" not in text:
        return text, ()
    lines = text.splitlines()
    code = _lines_of_code(lines)
    footnotes = {
        footnote.name: footnote for footnote in _take_out(lines, code)
    }
    used: dict[str, int] = {}

    def link_to_note(reference: re.Match[str]) -> str:
        if reference["name"] not in footnotes:
            return reference[0]
        number = used.setdefault(reference["name"], len(used) + 1)
        return (
            f'<sup><a id="footnote-sign-{number}" href="#footnote-{number}">'
            f"{number}</a></sup>"
        )

    for number, line in enumerate(lines):
        if number not in code:
            lines[number] = _REFERENCE.sub(link_to_note, line)
    for key, number in used.items():
        lines += ["", _note_with_link(footnotes[key].text, number)]
    unused = (
        make_note(
            "footnotes",
            Place(file=name, line=footnote.line + 1),
            "nl",
            text=footnote.text,
        )
        for footnote in footnotes.values()
        if footnote.name not in used and footnote.text
    )
    return "\n".join(lines), tuple(unused)


def _note_with_link(text: str, number: int) -> str:
    back = f'<a href="#footnote-sign-{number}">{number}</a>'
    return f'<div id="footnote-{number}">{back} {escape(text)}</div>'


def _lines_of_code(lines: Sequence[str]) -> set[int]:
    """The indices of the lines that are code."""
    code: set[int] = set()
    for block in find_code_blocks(lines):
        code.update(range(block.first, block.end))
    return code


def _take_out(lines: list[str], code: set[int]) -> Iterator[Footnote]:
    """The footnotes; their lines, with those that are indented under them, become blank."""
    number = 0
    while number < len(lines):
        found = _DEFINITION.match(lines[number])
        if found is None or number in code:
            number += 1
            continue
        first, words = number, [found["text"]]
        lines[number] = ""
        number += 1
        while number < len(lines) and _INDENTED.match(lines[number]):
            words.append(lines[number])
            lines[number] = ""
            number += 1
        text = " ".join(" ".join(words).split())
        yield Footnote(found["name"], text, first)
