"""A mapping form as questions that a page can ask, and the answers put back into the form.

The form stays the text that ``dinet read -o`` writes: what is answered here can be saved, and given
to ``--mapping``. A line of it that can be answered is a question.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from dinet.document.notes import shorten_text
from dinet.interpret.mapping.shape_names import SHAPES, name_of_shape
from dinet.model import Goal, Programme, Target

Kind = Literal["ids", "shape", "columns", "word", "sameness"]

_LIST = re.compile(r"([\w-]+):$")
_STRING = r'"(?:[^"\\]|\\.)*"'
_COMMENT = r"(?:  # (?P<comment>.*))?"
_QUESTIONS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("ids", re.compile(rf"  (?P<key>{_STRING}): \[\]{_COMMENT}$")),
    ("shape", re.compile(rf"  (?P<key>{_STRING}): \{{vorm: \}}{_COMMENT}$")),
    (
        "columns",
        re.compile(rf"  (?P<key>{_STRING}): \{{(?P<fields>{_STRING}:.*)\}}$"),
    ),
    ("word", re.compile(rf"#  (?P<key>{_STRING}): (?P<word>.+)$")),
    ("sameness", re.compile(rf"#  - \[(?P<pair>.+?)\]{_COMMENT}$")),
)
"""How each kind of question stands in the form."""
_PLAIN_WORD = re.compile(r"[\w.-]+")


class FormQuestion(NamedTuple):
    """One line of the form.

    Args:
        line: Its number in the text, from 0.
        kind: How it is answered.
        list_name: The list of the form in which it stands.
        key: What it is about.
        comment: What helps to answer it.
        fields: The headings of columns, or the word that may be right.
    """

    line: int
    kind: Kind
    list_name: str
    key: str
    comment: str
    fields: tuple[str, ...] = ()


def form_questions(form: str) -> Iterator[FormQuestion]:
    r"""The questions of a form, in its order.

    Example:
        >>> form = 'doelen:\n  "D7 Meer sport": []\n'
        >>> next(form_questions(form))[1:4]
        ('ids', 'doelen', 'D7 Meer sport')
    """
    list_name = ""
    for number, line in enumerate(form.split("\n")):
        opened = _LIST.fullmatch(line)
        if opened:
            list_name = opened[1]
            continue
        question = _question_on(line, number, list_name)
        if question:
            yield question


def _question_on(
    line: str, number: int, list_name: str
) -> FormQuestion | None:
    for kind, pattern in _QUESTIONS:
        found = pattern.match(line)
        if found:
            parts = found.groupdict()
            return FormQuestion(
                number,
                kind,
                list_name,
                _key_of(parts),
                parts.get("comment") or "",
                tuple(_fields_of(parts)),
            )
    return None


def _key_of(parts: Mapping[str, str | None]) -> str:
    if parts.get("pair"):
        return str(parts["pair"])
    return str(json.loads(parts["key"] or '""'))


def _fields_of(parts: Mapping[str, str | None]) -> Iterator[str]:
    if parts.get("word"):
        yield str(parts["word"])
    for field in re.findall(_STRING, parts.get("fields") or ""):
        yield str(json.loads(field))


def id_choices(programme: Programme) -> list[tuple[str, str]]:
    """The elements that can be served, each with its id and the beginning of its text."""
    return [
        (element.id, shorten_text(element.text))
        for element in programme.elements
        if isinstance(element, Goal | Target)
    ]


def shape_choices(lang: str) -> list[str]:
    """How the shapes of tables are called."""
    return [name_of_shape(shape, lang) for shape in SHAPES.plugins]


def fill_form(form: str, answers: Mapping[int, list[str]]) -> str:
    r"""The form with answers; a question without one stays as it is.

    Args:
        form: As it was made.
        answers: By the number of the line: ids, the name of a shape, a word for each column (empty
            for none), or what a line that was offered says; for sameness any text.

    Example:
        >>> form = 'doelen:\n  "D7 Meer sport": []\n'
        >>> print(fill_form(form, {1: ["D1", "S 2"]}), end="")
        doelen:
          "D7 Meer sport": [D1, "S 2"]
    """
    lines = form.split("\n")
    for question in form_questions(form):
        values = answers.get(question.line, [])
        if any(value.strip() for value in values):
            answered = _answered_line(question, values)
            lines[question.line] = answered or lines[question.line]
    return "\n".join(lines)


def _answered_line(question: FormQuestion, values: list[str]) -> str:
    key = json.dumps(question.key, ensure_ascii=False)
    if question.kind == "ids":
        return f"  {key}: [{', '.join(map(_as_yaml, values))}]"
    if question.kind == "shape":
        return f"  {key}: {{vorm: {_as_yaml(values[0])}}}"
    if question.kind == "columns":
        pairs = zip(question.fields, values, strict=False)
        said = (
            f"{json.dumps(field, ensure_ascii=False)}: {_as_yaml(value)}"
            for field, value in pairs
            if value.strip()
        )
        return f"  {key}: {{{', '.join(said)}}}"
    if question.kind == "word":
        return f"  {key}: {_as_yaml(values[0])}"
    return f"  - [{question.key}]"


def _as_yaml(value: str) -> str:
    """A word as it stands in YAML: in quotation marks when it may mean something else."""
    word = value.strip()
    plain = _PLAIN_WORD.fullmatch(word) and not word[0].isdigit()
    return word if plain else json.dumps(word, ensure_ascii=False)
