"""What ``dinet same`` does: have statements compared, and print what agrees and what differs."""

import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

import click

from dinet.application.comparing.compare_targets import (
    ComparedDocument,
    ComparedLine,
    compare_document,
    compare_lines,
)
from dinet.cli.answers.json_output import as_json
from dinet.cli.answers.printing import line_width, print_lines, wrap_text
from dinet.cli.cli_language import spoken_language
from dinet.cli.exit_status import print_error
from dinet.errors import DinetError
from dinet.language import Sentence
from dinet.model import Element
from dinet.report.sentences import list_places
from dinet.report.targets.statement_comparison import (
    VERDICT_SENTENCES,
    comparison_data,
    comparison_rows,
)
from dinet.wording.comparison.alike_elements import AlikeElements
from dinet.wording.comparison.comparison import (
    Comparison,
    compare_statements,
)

_INDENT = "  "
_LEAST_WIDTH = 12
"""In characters: of a column with words."""


def run_same_lines() -> int:
    """Answer each JSON line of the standard input with one; the status is that of the worst."""
    status = 0
    for outcome in compare_lines(sys.stdin.buffer):
        if isinstance(outcome, ComparedLine):
            data = comparison_data(outcome.comparison)
            click.echo(as_json({"id": outcome.id, **data}))
            continue
        print_error(outcome, spoken_language())
        status = max(status, outcome.status)
    return status


def run_same_sentences(
    one: str, other: str, lang: str | None, form: str
) -> int:
    """Print what two sentences have in common."""
    comparison = compare_statements(one, other)
    if form == "json":
        click.echo(as_json(comparison_data(comparison), indent=2))
        return 0
    lang = lang or spoken_language()
    print_lines([VERDICT_SENTENCES[comparison.verdict].in_language(lang), ""])
    print_lines(_table_lines(comparison, lang))
    return 0


def run_same_document(
    document: str, lang: str | None, wishes: Mapping[str, Any], form: str
) -> int:
    """Print the targets and efforts of a document that say the same or contradict each other."""
    try:
        compared = compare_document(document, lang, wishes)
    except DinetError as error:
        print_error(error, lang or spoken_language())
        return error.status
    if form == "json":
        data = [_pair_data(pair) for pair in compared.pairs]
        click.echo(as_json(data, indent=2))
    else:
        print_lines(_document_lines(compared))
    return 0


def _pair_data(pair: AlikeElements) -> dict[str, object]:
    return {
        "a": _element_data(pair.first),
        "b": _element_data(pair.second),
        **comparison_data(pair.comparison),
    }


def _element_data(element: Element) -> dict[str, str]:
    return {"id": element.id, "text": element.text}


def _document_lines(compared: ComparedDocument) -> Iterator[str]:
    lang = compared.lang
    if not compared.pairs:
        none = Sentence(
            "{name}: no two targets or efforts say the same or contradict each other.",
            name=compared.name,
        )
        yield wrap_text(none.in_language(lang))
        return
    for pair in compared.pairs:
        verdict = VERDICT_SENTENCES[pair.comparison.verdict]
        ids = f"{pair.first.id}, {pair.second.id}"
        yield f"{ids}: {verdict.in_language(lang)}"
        for element in (pair.first, pair.second):
            places = list_places(element.places, lang)
            where = f" ({places})" if places else ""
            yield wrap_text(f"{element.text}{where}", _INDENT)
        yield from _table_lines(pair.comparison, lang)
        yield ""


def _table_lines(comparison: Comparison, lang: str) -> Iterator[str]:
    """A row for each part, in columns that fit on a line."""
    rows = list(comparison_rows(comparison, lang))
    if not rows:
        return
    name_width = max(len(name) for _, name, _, _ in rows)
    taken = len(_INDENT) + len("= ") + name_width + 2 * len(_INDENT)
    width = max((line_width() - taken) // 2, _LEAST_WIDTH)
    for sign, name, one, other in rows:
        columns = [_wrap_words(one, width), _wrap_words(other, width)]
        heads = [f"{sign} {name:<{name_width}}"]
        for head, first, second in zip_longest(heads, *columns, fillvalue=""):
            begin = head or " " * (name_width + len("= "))
            row = f"{_INDENT}{begin}  {first:<{width}}  {second}"
            yield row.rstrip()


def _wrap_words(text: str, width: int) -> Sequence[str]:
    return textwrap.wrap(" ".join(text.split()), width) or [""]
