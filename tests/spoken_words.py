"""Every sentence that dinet can say, gathered from its code: the keys that the catalogue has to hold."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import dinet
from dinet.cli.answers import _ORPHANS
from dinet.cli.catalogue import _LABELS
from dinet.cli.printing import _COUNTED
from dinet.document.notes import WORDS
from dinet.finding import Severity
from dinet.model import _PLACE_WORDS, BASES, KINDS, LINK_KINDS
from dinet.network import Grade
from dinet.plugins import folder

PACKAGE = Path(dinet.__file__).parent
SPEAKING = {"Sentence", "translated", "_", "say", "Archive"}


def spoken_words() -> set[str]:
    """All keys, from calls with a literal, from tables of words, and from the docstrings of plug-ins and commands."""
    found = {words for path in PACKAGE.rglob("*.py") for words in _literals(ast.parse(path.read_text(encoding="utf-8")))}
    found |= {*WORDS.values(), *_PLACE_WORDS.values(), *_ORPHANS.values(), *_LABELS, *KINDS, *BASES}
    found |= {kind.replace("_", " ") for kind in LINK_KINDS} | {grade.value for grade in Grade}
    found |= {severity.name.lower() for severity in Severity} | {words for row in _COUNTED for words in row[1:]}
    found |= {plugin.summary for kind in ("readers", "writers") for plugin in folder(kind).plugins.values()}
    found |= {words for plugin in folder("rules").plugins.values() for words in _rule_words(plugin.documentation)}
    return {words for words in found if re.search(r"[^\W\d_]{2}", re.sub(r"\{.*?\}", "", words))}


def _literals(tree: ast.AST) -> Iterator[str]:
    for each in ast.walk(tree):
        if isinstance(each, ast.Call):
            name = getattr(each.func, "id", getattr(each.func, "attr", ""))
            if name in SPEAKING:
                yield from _strings(each.args)
            if name == "question":
                yield from _strings(each.args[1:2])
            yield from _strings([keyword.value for keyword in each.keywords if keyword.arg == "help"])
        elif isinstance(each, ast.FunctionDef) and any("command" in ast.unparse(mark) or "group" in ast.unparse(mark) for mark in each.decorator_list):
            yield " ".join((ast.get_docstring(each) or "").split())


def _strings(values: list[ast.expr]) -> Iterator[str]:
    for value in values:
        for each in ast.walk(value):
            if isinstance(each, ast.Constant) and isinstance(each.value, str) and " " in each.value:
                yield each.value


def _rule_words(documentation: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", documentation):
        label = next((each for each in _LABELS if paragraph.startswith(each)), "")
        if label not in ("Bad:", "Good:") and not paragraph.startswith(" "):
            yield " ".join(paragraph[len(label) :].split())
