"""YAML: dinet's own format, to write and edit by hand, with Dutch or English keys.

Every kind of element has a list; an element says with ``voor`` what it serves, or stands under it:

    programma: Jong in de gemeente
    focuspunten:
      - id: netwerk
        naam: Versterken van het netwerk
    doelen:
      - tekst: Meer kinderen groeien gezond op.
        focuspunt: netwerk
        smart-doelen:
          - In 2028 sport 60% van de kinderen elke week (in 2024 was dit 48%).
        inspanningen:
          - Bouwen van een sporthal.
          - zie: I-clubs
    inspanningen:
      - id: I-clubs
        tekst: Clubs en scholen brengen samen een aanbod na schooltijd.
        voor: S1
        trekker: Afdeling Sport

Ids are needed only to refer; elements without one are counted: D1, S1, I1, and I1.1 for a part
of I1. Words under another element are a reference when they are an id, and else the text of a
new element. All values are texts: quotes are needed only around a text with a colon, or ``#``,
or a bracket or dash at its beginning.

Suffixes: .din.yaml .yaml .yml
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from dinet import native
from dinet.document.text_lines import decode_text
from dinet.language import Sentence
from dinet.limits import current_limits, limit_error
from dinet.model import Place, Programme
from dinet.native import (
    Fields,
    LeftOpen,
    MarkedText,
    ProblemReport,
    Series,
    Value,
    decode_programme,
    typing_errors,
)

_ODD = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_START_OF_FILE = yaml.Mark("", 0, 0, 0, "", 0)
_CUT_BY_HASH = re.compile(r"[ \t]+(#[^\s#].*)")
_STACK_LEVELS = 300
"""Levels; each takes two calls of the 1000 for which Python has room, and a caller needs some."""


def read(data: bytes, name: str) -> Programme:
    """The programme in a file in dinet's own format.

    Args:
        data: The whole file: UTF-8, UTF-16 or UTF-32 with its mark, or else an encoding that is
            guessed and noted.
        name: The file's name without folders.

    Raises:
        DocumentError: It is not YAML, or not a programme; all problems with their line and
            column, as far as known.
    """
    report = ProblemReport(name)
    return decode_programme(parse_file(data, report), report)


def places(data: bytes, name: str) -> dict[str, Place]:
    """The line on which each element of a file begins, by id.

    Places that a person reads stand in the file itself; a line would be wrong after the next
    change, so it is no part of the programme.

    Args:
        data: As ``read`` takes it.
        name: As ``read`` takes it.

    Raises:
        DocumentError: As by ``read``.
    """
    report = ProblemReport(name)
    return native.element_places(parse_file(data, report), report)


def parse_file(data: bytes, report: ProblemReport) -> Value:
    """The tree in a file: decoded as text files are, and without characters that YAML does not allow.

    Args:
        data: The whole file.
        report: Named after the file; is told of a guessed encoding, odd characters, and all
            that ``parse_yaml`` tells.

    Raises:
        DocumentError: The file is not YAML, is nested too deeply, or holds nothing.
    """
    text, notes = decode_text(data, report.name)
    for note in notes:
        report.add_note(note.code, 1, **note.values)
    return parse_yaml(_make_printable(text, report), report)


def _make_printable(text: str, report: ProblemReport) -> str:
    text = text.replace("\r\n", "\n")
    odd = _ODD.search(text)
    if odd is None:
        return text
    report.add_note("odd_characters", text.count("\n", 0, odd.start()) + 1)
    return _ODD.sub("\ufffd", text)


def parse_yaml(text: str, report: ProblemReport, loader: Any = None) -> Value:
    """The tree in a text, from the events of PyYAML's parser.

    Args:
        text: Only characters that YAML allows.
        report: Is told of duplicate keys, aliases, tags, and texts that a comment cuts short.
        loader: A loader of PyYAML; by default the one in C, or the one in Python where there is
            no C.

    Raises:
        DocumentError: The text is not YAML, is nested too deeply, or holds nothing.
    """
    loader = loader or getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return _Composer(loader(text), text, report).compose_document()
    except yaml.MarkedYAMLError as error:
        _report_error(error, text, report, loader)
    except (yaml.YAMLError, ValueError, OverflowError):
        report.add_problem(_START_OF_FILE, Sentence("this is not YAML."))
    raise report.as_error()


def _report_error(
    error: yaml.MarkedYAMLError, text: str, report: ProblemReport, loader: Any
) -> None:
    too_deep = _find_depth_excess(text, error, loader)
    if too_deep is not None:
        report.add_problem(too_deep, *_depth_words())
        return
    problem = error.problem or ""
    opened = (
        error.context_mark
        if re.search("end of stream|',' or|alphabetic", problem)
        else None
    )
    mark = opened or error.problem_mark or error.context_mark or _START_OF_FILE
    line = text.rfind("\n", 0, mark.index) + 1
    hints = typing_errors.repair_hint(
        problem, text[line : mark.index], text[mark.index : mark.index + 1]
    )
    report.add_problem(mark, Sentence("the form of the file is broken here."), *hints)


def _depth_limit() -> int:
    return min(current_limits().yaml_depth, _STACK_LEVELS)


def _depth_words() -> tuple[Sentence, ...]:
    if current_limits().yaml_depth > _STACK_LEVELS:
        return (Sentence("this is nested too deeply."),)
    return limit_error("yaml_depth").what


def _find_depth_excess(
    text: str, error: yaml.MarkedYAMLError, loader: Any
) -> yaml.Mark | None:
    """Where a text passes the limit of nesting before the place at which the parser refuses it.

    The parser looks ahead on a line of brackets, and has a limit of its own (1000 levels in
    libyaml). So it can refuse a text of which it has told nothing yet, each release in other
    words. What stands before that place it does tell.
    """
    marks = [
        mark for mark in (error.context_mark, error.problem_mark) if mark is not None
    ]
    end = max((mark.index for mark in marks), default=0)
    events: Iterator[Any] = yaml.parse(text[:end], Loader=loader)
    depth = 0
    try:
        for event in events:
            if isinstance(event, CollectionStartEvent):
                depth += 1
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
            if depth > _depth_limit():
                mark: yaml.Mark = event.start_mark
                return mark
    except yaml.YAMLError:
        return None
    return None


class _Composer:
    """Makes the tree of one document, event by event."""

    def __init__(self, loader: Any, text: str, report: ProblemReport) -> None:
        self.next = loader.get_event
        self.text = text
        self.report = report
        self.depth = 0
        self.suspect = re.search(r"[ \t]#[^\s#]", text) is not None

    def compose_document(self) -> Value:
        self.next()  # the stream begins
        start = self.next()
        found = (
            self.compose_value(self.next())
            if isinstance(start, DocumentStartEvent)
            else LeftOpen()
        )
        if isinstance(found, LeftOpen):
            self.report.add_problem(start.start_mark, Sentence("the file is empty."))
            self.report.raise_problems()
        self.next()  # the document ends
        after = self.next()
        if isinstance(after, DocumentStartEvent):
            self.report.add_problem(
                after.start_mark or _START_OF_FILE,
                Sentence("a second document begins here; a file holds one."),
            )
        return found

    def compose_value(self, event: Any) -> Value:
        """The value that begins with an event."""
        if type(event) is ScalarEvent:
            return self.compose_text(event)
        if type(event) is AliasEvent:
            return self.compose_alias(event)
        self.depth += 1
        if self.depth > _depth_limit():
            self.report.add_problem(event.start_mark, *_depth_words())
            self.report.raise_problems()
        self.report_unwanted_marks(event)
        found = (
            self.compose_fields(event)
            if type(event) is MappingStartEvent
            else self.compose_series(event)
        )
        self.depth -= 1
        return found

    def compose_text(self, event: Any) -> MarkedText:
        words = MarkedText(event.value) if event.value or event.style else LeftOpen()
        words.mark = event.start_mark
        if event.anchor or event.tag:
            self.report_unwanted_marks(event)
        if (
            self.suspect
            and not event.style
            and (cut := _CUT_BY_HASH.match(self.text, event.end_mark.index))
        ):
            self.report.add_note(
                "cut_by_hash", event.end_mark.line + 1, text=str(words), rest=cut[1]
            )
        return words

    def compose_fields(self, event: Any) -> Fields:
        fields = Fields()
        fields.mark = event.start_mark
        get_event = self.next
        while type(event := get_event()) is not MappingEndEvent:
            key, value = self.compose_value(event), self.compose_value(get_event())
            if not isinstance(key, MarkedText):
                self.report.add_problem(
                    key.mark,
                    Sentence("a key is a word; this is a list."),
                    typing_errors.BRACKET_NEEDS_QUOTES,
                )
            elif key in fields:
                self.report.add_problem(
                    key.mark, Sentence("“{key}” has been given already.", key=key)
                )
            else:
                fields[key] = value
        return fields

    def compose_series(self, event: Any) -> Series:
        series = Series()
        series.mark = event.start_mark
        get_event = self.next
        while type(event := get_event()) is not SequenceEndEvent:
            series.append(self.compose_value(event))
        return series

    def compose_alias(self, event: Any) -> MarkedText:
        self.report_unwanted_marks(event)
        nothing = LeftOpen()
        nothing.mark = event.start_mark
        return nothing

    def report_unwanted_marks(self, event: Any) -> None:
        """Report anchors, aliases and tags: a text that begins with ``&``, ``*`` or ``!`` was most likely meant."""
        if event.anchor or getattr(event, "tag", None):
            self.report.add_problem(
                event.start_mark,
                Sentence("dinet does not take “&”, “*” and “!” as YAML does."),
                typing_errors.SIGN_NEEDS_QUOTES,
            )


DUTCH = {
    "YAML: dinet's own format, to write and edit by hand, with Dutch or English keys.": (
        "YAML: de eigen vorm van dinet, om zelf te schrijven en te bewerken, met "
        "Nederlandse of Engelse sleutels."
    ),
}
