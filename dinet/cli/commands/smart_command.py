"""What ``dinet smart`` does: have sentences analysed, and print what they say."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import click

from dinet.application.analyse_targets import (
    AnalysedTarget,
    AnalysedTargets,
    analyse_argument,
    analyse_lines,
)
from dinet.cli.answers.json_output import as_json
from dinet.cli.answers.printing import line_width, print_lines, wrap_text
from dinet.cli.cli_language import spoken_language
from dinet.cli.exit_status import print_error
from dinet.errors import DinetError
from dinet.language import Sentence
from dinet.report.targets.target_analysis import (
    analysis_data,
    beside_rows,
    completion_sentences,
    how_far_read,
    verdict_rows,
    why_no_target,
)
from dinet.report.targets.target_picture import labelled_parts, picture_lines
from dinet.targets.gaps import find_gaps
from dinet.targets.known_target import KnownTarget
from dinet.wording.labels import counted_kind

_INDENT = "  "


def run_smart_lines() -> int:
    """Answer each JSON line of the standard input with one; the status is that of the worst."""
    status = 0
    for outcome in analyse_lines(sys.stdin.buffer):
        if isinstance(outcome, DinetError):
            print_error(outcome, spoken_language())
            status = max(status, outcome.status)
            continue
        click.echo(as_json(_target_data(outcome)))
    return status


def run_smart(
    arguments: Iterable[str],
    lang: str | None,
    wishes: Mapping[str, Any],
    form: str,
) -> int:
    """Print what sentences say, or the targets of documents; the status is that of the worst.

    An argument that cannot be read is named, and the others are still answered.
    """
    status = 0
    answers = []
    for argument in arguments:
        try:
            answer = analyse_argument(argument, lang, wishes)
        except DinetError as error:
            print_error(error, lang or spoken_language())
            status = max(status, error.status)
            continue
        answers.append(answer)
        if form == "text":
            print_lines(_answer_lines(answer, lang or answer.lang))
    if form == "json":
        targets = [target for answer in answers for target in answer.targets]
        data = [_target_data(target) for target in targets]
        click.echo(as_json(data, indent=2))
    return status


def _target_data(target: AnalysedTarget) -> dict[str, object]:
    known = {} if target.id is None else {"id": target.id}
    beside = {"beside": dict(target.beside)} if target.beside else {}
    return {
        **known,
        "text": target.analysis.text,
        **analysis_data(target.analysis),
        **beside,
    }


def _answer_lines(answer: AnalysedTargets, lang: str) -> Iterator[str]:
    lang = lang or spoken_language()
    if answer.name:
        count = counted_kind("target", len(answer.targets))
        yield f"{answer.name}: {count.in_language(lang)}"
        yield ""
    for target in answer.targets:
        if target.id is not None:
            yield f"{target.id}"
        if target.known:
            yield from _target_lines(target, target.known, lang)
        yield ""


def _target_lines(
    target: AnalysedTarget, known: KnownTarget, lang: str
) -> Iterator[str]:
    """The picture of a sentence, its verdicts, and how it could be completed."""
    analysis = known.analysis
    parts = labelled_parts(analysis, lang)
    yield from picture_lines(analysis.text, parts, line_width())
    yield ""
    cut = how_far_read(analysis, lang)
    if cut:
        yield wrap_text(cut, _INDENT)
    reason = why_no_target(known, lang)
    if reason:
        yield wrap_text(reason, _INDENT)
        return
    rows = list(verdict_rows(known, lang))
    name_width = max(len(name) for name, _, _ in rows)
    verdict_width = max(len(verdict) for _, verdict, _ in rows)
    for name, verdict, words in rows:
        row = f"{name:<{name_width}}  {verdict:<{verdict_width}}  "
        yield f"{_INDENT}{row}{' '.join(words.split())}".rstrip()
    for part, words in beside_rows(target.beside, lang):
        told = Sentence("Beside it: {part} {words}", part=part, words=words)
        yield wrap_text(told.in_language(lang), _INDENT)
    completions = list(completion_sentences(find_gaps(known)))
    if completions:
        yield ""
        missing = Sentence("To complete it:").in_language(lang)
        yield f"{_INDENT}{missing}"
    for sentence in completions:
        words = wrap_text(sentence.in_language(lang), "    ")
        yield words.replace("    ", "  - ", 1)
