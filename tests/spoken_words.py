"""Every sentence that stands in the code and templates of dinet.

The keys that the catalogue has to hold.

Words that reach the reader by way of a table of their own are found when they are said: see
``Unsaid``.
"""

import ast
import gettext
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment
from jinja2.ext import extract_from_ast

import dinet
from dinet.cli.answers.answer_lines import ORPHAN_WORDS
from dinet.cli.catalogue import _LABELS
from dinet.cli.commands.question_group import GRAMMAR
from dinet.document.notes import (
    NOTE_OF_ONE,
    NOTE_WORDS,
    WITHOUT_TEXT,
)
from dinet.finding import Severity
from dinet.model import _PLACE_WORDS, BASES, KINDS, LINK_KINDS
from dinet.plugins import plugin_folder
from dinet.question.field_conditions import (
    NUMBER_CLAUSES,
    STATE_CLAUSES,
    TEXT_CLAUSES,
)
from dinet.question.fields import FIELD_LABELS
from dinet.report.reading.marked_document import FATE_WORDS
from dinet.report.reading.reading_loss import GUESS_WORDS, LOSS_WORDS
from dinet.report.reading.told_notes import UNREAD_REASONS, UNREAD_WORDS
from dinet.report.sentences import COUNTED_SEVERITIES
from dinet.report.summary import _GOAL_SENTENCES, _TARGET_SENTENCES
from dinet.report.targets.target_analysis import _COMPLETIONS
from dinet.report.targets.target_sheet import (
    CHANGE_WORDS,
    COMPARATOR_WORDS,
    GOALS_REMARK,
    GOALS_TITLE,
    HEADINGS,
    LAST_HEADING,
    SHEET_TITLE,
)
from dinet.targets.completion import (
    GAP_WORDS,
    WHOLE_SENTENCES,
)
from dinet.wording.labels import (
    BASIS_NAMES,
    FIELD_NAMES,
    KIND_NAMES,
    LINK_NAMES,
    MEASUREMENT_NAMES,
)
from dinet.writers.page.settling import SETTLING_WORDS

PACKAGE = Path(dinet.__file__).parent
COUNTING = {"CountedSentence", "count_in_words", "translate_count"}
SPEAKING = {
    "Sentence",
    "element_sentence",
    "translate_words",
    "_",
    "say",
    "OfficeArchive",
}


class SaidInCode(NamedTuple):
    """The literals that are said in any file: words, and pairs for one and for more."""

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]


@cache
def _said_in_code() -> SaidInCode:
    """Both, of one parsing of all files, which takes a second."""
    words: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for path in PACKAGE.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        words.update(_literals(nodes))
        pairs.update(_literal_pairs(nodes))
    return SaidInCode(frozenset(words), frozenset(pairs))


def spoken_words() -> set[str]:
    """All keys: from calls with a literal, from tables of words, and from docstrings.

    The docstrings are those of plug-ins and commands.
    """
    found = set(_said_in_code().words)
    found |= {
        *NOTE_WORDS.values(),
        *WITHOUT_TEXT.values(),
        *_PLACE_WORDS.values(),
        *UNREAD_WORDS.values(),
        *UNREAD_REASONS.values(),
        *FATE_WORDS.values(),
        *SETTLING_WORDS.values(),
        *ORPHAN_WORDS.values(),
        *_LABELS,
        *MEASUREMENT_NAMES.values(),
        *STATE_CLAUSES.values(),
        *TEXT_CLAUSES.values(),
        *NUMBER_CLAUSES.values(),
        *FIELD_LABELS.values(),
        *(means for _, _, means in GRAMMAR),
        *KINDS,
        *BASES,
    }
    found |= {
        name
        for names in (*KIND_NAMES.values(), *LINK_NAMES.values())
        for name in names
    }
    found |= {
        *chain.from_iterable(_COMPLETIONS.values()),
        *GAP_WORDS.values(),
        *WHOLE_SENTENCES.values(),
        *COMPARATOR_WORDS.values(),
        *CHANGE_WORDS.values(),
        *HEADINGS,
        *(LAST_HEADING, SHEET_TITLE, GOALS_TITLE, GOALS_REMARK),
    }
    found |= {*BASIS_NAMES.values(), *FIELD_NAMES.values()}
    found |= {kind.replace("_", " ") for kind in LINK_KINDS}
    found |= {severity.name.lower() for severity in Severity}
    pairs = spoken_pairs()
    found |= {*pairs, *pairs.values()}
    found |= {words for pair in LOSS_WORDS.values() for words in pair}
    found |= {words for pair in GUESS_WORDS.values() for words in pair}
    found |= {
        plugin.summary
        for kind in ("readers", "writers")
        for plugin in plugin_folder(kind).plugins.values()
    }
    found |= {
        words
        for plugin in plugin_folder("rules").plugins.values()
        for words in _rule_words(plugin.documentation)
    }
    found |= {
        words
        for path in (PACKAGE / "templates").rglob("*.html")
        for words in _in_template(path.read_text(encoding="utf-8"))
    }
    return {
        words
        for words in found
        if re.search(r"[^\W\d_]{2}", re.sub(r"\{.*?\}", "", words))
    }


def spoken_pairs() -> dict[str, str]:
    """What is said of one thing, and what of any other number, where these differ."""
    coverage = (*_GOAL_SENTENCES, *_TARGET_SENTENCES)
    pairs = {*COUNTED_SEVERITIES.values(), *coverage}
    counting = NOTE_WORDS | WITHOUT_TEXT
    pairs |= {(one, counting[code]) for code, one in NOTE_OF_ONE.items()}
    pairs |= _said_in_code().pairs
    return {one: many for one, many in pairs if one != many}


def _literal_pairs(nodes: list[ast.AST]) -> Iterator[tuple[str, str]]:
    """The two literals next to each other in calls that count."""
    for each in nodes:
        name = ""
        if isinstance(each, ast.Call):
            name = getattr(each.func, "id", getattr(each.func, "attr", ""))
        if name in COUNTING:
            words = [
                value.value
                for value in each.args
                if isinstance(value, ast.Constant)
                and isinstance(value.value, str)
            ]
            if len(words) > 1:
                yield words[0], words[1]


def _literals(nodes: list[ast.AST]) -> Iterator[str]:
    for each in nodes:
        if isinstance(each, ast.Call):
            name = getattr(each.func, "id", getattr(each.func, "attr", ""))
            if name in SPEAKING:
                yield from _strings(each.args)
                yield from _whole(each.args[0]) if each.args else ()
            if name == "question":
                yield from _strings(each.args[1:2])
            yield from _strings(
                [
                    keyword.value
                    for keyword in each.keywords
                    if keyword.arg == "help"
                ]
            )
        elif isinstance(each, ast.FunctionDef) and any(
            "command" in ast.unparse(mark) or "group" in ast.unparse(mark)
            for mark in each.decorator_list
        ):
            yield " ".join((ast.get_docstring(each) or "").split())


def _whole(value: ast.expr) -> Iterator[str]:
    """The words of a literal, also of one word, and of both sides of a choice."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from _whole(value.body)
        yield from _whole(value.orelse)


def _in_template(text: str) -> Iterator[str]:
    for _, _, words in extract_from_ast(Environment().parse(text), ("say",)):
        yield from (
            each
            for each in (words if isinstance(words, tuple) else (words,))
            if each
        )


def _strings(values: list[ast.expr]) -> Iterator[str]:
    for value in values:
        for each in ast.walk(value):
            if (
                isinstance(each, ast.Constant)
                and isinstance(each.value, str)
                and " " in each.value
            ):
                yield each.value


def _rule_words(documentation: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", documentation):
        label = next(
            (each for each in _LABELS if paragraph.startswith(each)), ""
        )
        if label not in ("Bad:", "Good:") and not paragraph.startswith(" "):
            yield " ".join(paragraph[len(label) :].split())


class Unsaid(gettext.NullTranslations):
    """Hears what is said in a language but stands in no catalogue.

    Args:
        catalogue: Of the language. It asks this one for every sentence that it does not hold.
    """

    def __init__(self, catalogue: gettext.NullTranslations) -> None:
        super().__init__()
        self.heard: set[str] = set()
        catalogue.add_fallback(self)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def gettext(self, message: str) -> str:
        if re.search(r"[^\W\d_]{2}", re.sub(r"\{.*?\}", "", message)):
            self.heard.add(message)
        return message
