"""Mermaid flowcharts as text, whatever file they stand in."""

import re

from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Note, Place, Programme
from dinet.native.facts import (
    FACTS_NAME,
    PROGRAMME_NAME,
    facts_from_comment,
    known_identity,
)
from dinet.readers.diagram.boxes import Diagram
from dinet.readers.diagram.flowchart import Flowchart
from dinet.readers.diagram.labels import shown_label
from dinet.readers.diagram.programme import build_programme

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?\n)---[ \t]*(?=\n|$)", re.DOTALL)
_TITLE = re.compile(r"^title:[ \t]*(.+)$", re.MULTILINE)
_DIRECTIVE = re.compile(
    r"^[ \t]*%%\{.*?\}%%|^[ \t]*%%[^\n]*", re.DOTALL | re.MULTILINE
)
_FACTS = re.compile(
    rf"^[ \t]*%%[ \t]*{FACTS_NAME}[ \t]+(\S+)[ \t]+(\S.*)$", re.MULTILINE
)
"""A comment with what dinet knows of a box beside its label."""
_HEAD = re.compile(
    r"\s*(?:flowchart(?:-\w+)?|graph)\b[ \t]*(?:TB|TD|BT|LR|RL|[<>^v])?(?=[\s;]|$)"
)
_FIRST = re.compile(r"\s*([^\n]*)")


def read_flowchart(
    text: str, name: str, notes: tuple[Note, ...] = ()
) -> Programme:
    """The programme in a flowchart.

    Args:
        text: Of the whole file, or with blank lines in place of what stands before the chart.
        name: The file's name without folders.
        notes: What its reader has to say already.

    Raises:
        DocumentError: It is no flowchart, or holds lines that Mermaid does not draw either;
            with the number of each line.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    chart = Flowchart(_blank_head(text, front, name), name)
    facts = {
        found[1]: facts_from_comment(found[2])
        for found in _FACTS.finditer(text)
    }
    identity = known_identity(facts.pop(PROGRAMME_NAME, {}))
    title = chart.title or _title_in_front(front)
    if title:
        identity["title"] = shown_label(title)
    boxes = tuple(
        box._replace(facts=facts.get(box.name, {}))
        for box in chart.boxes.values()
    )
    return build_programme(
        Diagram(name, boxes, tuple(chart.strokes), identity, notes=notes)
    )


def is_flowchart(text: str) -> bool:
    """A text begins as a flowchart does, remarks and settings aside."""
    front = _FRONT.match(text)
    chart = text[front.end() :] if front else text
    return _HEAD.match(_DIRECTIVE.sub("", chart)) is not None


def _blank_head(text: str, front: re.Match[str] | None, name: str) -> str:
    """The statements of a chart, with blank lines for all that stands before them.

    Raises:
        DocumentError: It is no flowchart.
    """
    if front:
        text = _blank_lines(front) + text[front.end() :]
    text = _DIRECTIVE.sub(_blank_lines, text)
    head = _HEAD.match(text)
    if head is None:
        raise _not_a_flowchart(text, name)
    return re.sub(r"[^\n]", " ", head[0]) + text[head.end() :]


def _title_in_front(front: re.Match[str] | None) -> str:
    """The title in what stands between ``---`` before the chart; empty when there is none."""
    found = _TITLE.search(front[1]) if front else None
    return found[1].strip(" \"'") if found else ""


def _blank_lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _not_a_flowchart(text: str, name: str) -> DocumentError:
    first = _FIRST.match(text)
    line = text.count("\n", 0, first.start(1)) + 1 if first else 1
    beginning = first[1] if first else ""
    what = Sentence(
        "this is not a Mermaid flowchart: it begins with “{text}”.",
        text=beginning[:40],
    )
    hint = Sentence("A flowchart begins with “flowchart” or “graph”.")
    return DocumentError(
        what, hint, where=Place(file=name, line=line).as_sentence()
    )
