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

from dinet.document.text_lines import decode_text
from dinet.language import Sentence
from dinet.limits import current_limits, limit_error
from dinet.native import (
    DecodedFile,
    Fields,
    LeftOpen,
    MarkedText,
    ProblemReport,
    Series,
    Value,
    decode_file,
    typing_errors,
)

_NOT_ALLOWED = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
"""Characters that YAML does not allow in a file."""
_START_OF_FILE = yaml.Mark("", 0, 0, 0, "", 0)
# "# opmerking" is a comment that someone meant; in "lijn #3" a text is cut short unawares.
_MAY_CUT_A_TEXT = re.compile(r"[ \t]#[^\s#]")
_CUT_BY_HASH = re.compile(r"[ \t]+(#[^\s#].*)")
_STACK_LEVELS = 300
"""Levels; each takes two calls of the 1000 for which Python has room, and a caller needs some."""
_PARSER_LOST_AT_OPENING = re.compile("end of stream|',' or|alphabetic")
"""Problems that the parser meets far behind their cause: what it opened before is at fault."""


def read(data: bytes, name: str) -> DecodedFile:
    """The programme in a file in dinet's own format, and the lines on which its elements begin.

    Args:
        data: The whole file: UTF-8, UTF-16 or UTF-32 with its mark, or else an encoding that is
            guessed and noted.
        name: The file's name without folders.

    Raises:
        DocumentError: It is not YAML, or not a programme; all problems with their line and
            column, as far as known.
    """
    report = ProblemReport(name)
    return decode_file(parse_file(data, report), report)


def parse_file(data: bytes, report: ProblemReport) -> Value:
    """The tree in a file, which is decoded as text files are.

    Characters that YAML does not allow are replaced.

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
    # all that Python calls printable is allowed: a look at a whole plan takes half the time
    if text.replace("\n", "").isprintable():
        return text
    first = _NOT_ALLOWED.search(text)
    if first is None:
        return text
    report.add_note("odd_characters", text.count("\n", 0, first.start()) + 1)
    return _NOT_ALLOWED.sub("\ufffd", text)


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
    """Report why the parser refuses a text: it is too deep, or else broken at some place."""
    too_deep = _find_depth_excess(text, error, loader)
    if too_deep is not None:
        report.add_problem(too_deep, *_depth_words())
        return
    mark = _mark_of_cause(error)
    line_start = text.rfind("\n", 0, mark.index) + 1
    hints = typing_errors.repair_hint(
        error.problem or "",
        before=text[line_start : mark.index],
        here=text[mark.index : mark.index + 1],
    )
    report.add_problem(
        mark, Sentence("the form of the file is broken here."), *hints
    )


def _mark_of_cause(error: yaml.MarkedYAMLError) -> yaml.Mark:
    """The place to look at: where something was opened, or else where it goes wrong."""
    marks = [error.problem_mark, error.context_mark]
    if _PARSER_LOST_AT_OPENING.search(error.problem or ""):
        marks.reverse()
    known = filter(None, marks)
    return next(known, _START_OF_FILE)


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
    marks = filter(None, (error.context_mark, error.problem_mark))
    end = max((mark.index for mark in marks), default=0)
    events: Iterator[Any] = yaml.parse(text[:end], Loader=loader)
    try:
        return _first_beyond_limit(events)
    except yaml.YAMLError:
        return None


def _first_beyond_limit(events: Iterator[Any]) -> yaml.Mark | None:
    """Where the first collection begins that is nested too deeply, or None."""
    depth = 0
    for event in events:
        if isinstance(event, CollectionStartEvent):
            depth += 1
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
        if depth > _depth_limit():
            mark: yaml.Mark = event.start_mark
            return mark
    return None


class _Composer:
    """Makes the tree of one document, event by event.

    Attributes:
        next_event: Gives the next event of the parser.
        depth: In how many collections the present event stands.
        may_be_cut: A comment somewhere in the text may cut a value short; looking for it once
            saves a look behind each value.
    """

    def __init__(self, loader: Any, text: str, report: ProblemReport) -> None:
        self.next_event = loader.get_event
        self.text = text
        self.report = report
        self.depth = 0
        self.may_be_cut = "#" in text and bool(_MAY_CUT_A_TEXT.search(text))

    def compose_document(self) -> Value:
        """The tree of the only document; raises when the file is empty."""
        self.next_event()  # the stream begins
        start = self.next_event()
        tree: Value = LeftOpen()
        if isinstance(start, DocumentStartEvent):
            tree = self.compose_value(self.next_event())
        if isinstance(tree, LeftOpen):
            self.report.add_problem(
                start.start_mark, Sentence("the file is empty.")
            )
            self.report.raise_problems()
        self.next_event()  # the document ends
        after = self.next_event()
        if isinstance(after, DocumentStartEvent):
            self.report.add_problem(
                after.start_mark or _START_OF_FILE,
                Sentence("a second document begins here; a file holds one."),
            )
        return tree

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
        is_mapping = type(event) is MappingStartEvent
        compose = self.compose_fields if is_mapping else self.compose_series
        collection = compose(event)
        self.depth -= 1
        return collection

    def compose_text(self, event: Any) -> MarkedText:
        """A text; one without quotes and without any sign was left open."""
        words = (
            MarkedText(event.value)
            if event.value or event.style
            else LeftOpen()
        )
        words.mark = event.start_mark
        if event.anchor or event.tag:
            self.report_unwanted_marks(event)
        if self.may_be_cut and not event.style:
            self.note_cut(words, event.end_mark)
        return words

    def note_cut(self, words: MarkedText, end: yaml.Mark) -> None:
        """Note a comment right behind a text: a ``#`` of the text was most likely meant."""
        cut = _CUT_BY_HASH.match(self.text, end.index)
        if cut:
            self.report.add_note(
                "cut_by_hash", end.line + 1, text=str(words), rest=cut[1]
            )

    def compose_fields(self, event: Any) -> Fields:
        """Values by key; of a key that is given twice the first counts."""
        fields = Fields()
        fields.mark = event.start_mark
        get_event = self.next_event
        while type(event := get_event()) is not MappingEndEvent:
            key = self.compose_value(event)
            value = self.compose_value(get_event())
            if not isinstance(key, MarkedText):
                self.report.add_problem(
                    key.mark,
                    Sentence("a key is a word; this is a list."),
                    typing_errors.BRACKET_NEEDS_QUOTES,
                )
            elif key in fields:
                self.report.add_problem(
                    key.mark,
                    Sentence("“{key}” has been given already.", key=key),
                )
            else:
                fields[key] = value
        return fields

    def compose_series(self, event: Any) -> Series:
        """Values after one another."""
        series = Series()
        series.mark = event.start_mark
        get_event = self.next_event
        while type(event := get_event()) is not SequenceEndEvent:
            series.append(self.compose_value(event))
        return series

    def compose_alias(self, event: Any) -> MarkedText:
        """Nothing, in the place of an alias, which is reported."""
        self.report_unwanted_marks(event)
        nothing = LeftOpen()
        nothing.mark = event.start_mark
        return nothing

    def report_unwanted_marks(self, event: Any) -> None:
        """Report anchors, aliases and tags.

        Most likely a text was meant that begins with ``&``, ``*`` or ``!``.
        """
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
