"""An answer written into a mapping form by ruamel.yaml, which keeps comments, quotes and order."""

import io
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, cast

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from dinet.errors import DocumentError
from dinet.interpret.mapping.mapping_form import LINK_LISTS
from dinet.interpret.mapping.sameness_questions import (
    SAME,
    VERDICTS,
    names_in_key,
)
from dinet.language import Sentence

_WIDEST_LINE = 65536
"""Characters; longer than any line of a form, so that ruamel.yaml breaks none anew."""
_MARK = b"\xef\xbb\xbf"
"""With which some editors begin a file in UTF-8."""


class FormAnswer(NamedTuple):
    """What a person says that some elements serve, or whether two are one.

    Args:
        list_name: The list of the form; ``zelfde`` for whether two are one.
        key: What it stands under: a group, or an id with the beginning of a text. Of two elements
            their ids, or their texts as ``key_of_texts`` gives them.
        ids: What is served; empty leaves it open. Of two elements the list that is the answer.
    """

    list_name: str
    key: str
    ids: tuple[str, ...]


def write_answer(form: bytes, answer: FormAnswer) -> bytes:
    r"""A form with one answer more; all other lines stay as they are.

    Args:
        form: The whole file.
        answer: It takes the place of what the form says under the same key.

    Raises:
        DocumentError: The file is no form that can be written in.

    Example:
        >>> form = b'doelen:\n  "D7 Meer rust": []  # wie weet dit?\n'
        >>> answer = FormAnswer("doelen", "D7 Meer rust", ("D1",))
        >>> print(write_answer(form, answer).decode(), end="")
        doelen:
          "D7 Meer rust": [D1] # wie weet dit?
    """
    yaml = _form_yaml()
    tree = _load_tree(yaml, form)
    if answer.list_name == SAME:
        _write_verdict(tree, answer)
    else:
        answers = _list_of(tree, answer.list_name)
        answers[_key_in(answers, answer)] = _flow_series(answer.ids)
    written = io.BytesIO()
    yaml.dump(tree, written)
    data = written.getvalue()
    if b"\r\n" in form:
        data = data.replace(b"\n", b"\r\n")
    return _MARK + data if form.startswith(_MARK) else data


def read_answer(form: bytes, answer: FormAnswer) -> tuple[str, ...]:
    """What a form says now under the key of an answer; empty when that is open.

    Raises:
        DocumentError: The file is no form.
    """
    tree = _load_tree(_form_yaml(), form)
    if answer.list_name == SAME:
        pair = set(names_in_key(answer.key))
        return tuple(
            verdict
            for verdict in VERDICTS
            if any(set(names) == pair for names in _groups_in(tree, verdict))
        )
    answers = tree.get(answer.list_name)
    if not isinstance(answers, Mapping):
        return ()
    ids = answers.get(_key_in(answers, answer))
    if isinstance(ids, str):
        return (str(ids),)
    return tuple(map(str, ids)) if isinstance(ids, Sequence) else ()


def _flow_series(members: Sequence[str]) -> CommentedSeq:
    """Names between brackets."""
    series = CommentedSeq(members)
    series.fa.set_flow_style()
    return series


def _groups_in(tree: Any, verdict: str) -> Sequence[Any]:
    """The groups of elements of which a form says this; none when it is something else."""
    groups = tree.get(verdict)
    is_list = isinstance(groups, CommentedSeq)
    return (
        [each for each in groups if isinstance(each, list)] if is_list else []
    )


def _write_verdict(tree: Any, answer: FormAnswer) -> None:
    """Let a form say of two elements that they are one, or not, or nothing."""
    pair = set(names_in_key(answer.key))
    for verdict in VERDICTS:
        for names in _groups_in(tree, verdict):
            if set(names) == pair:
                tree[verdict].remove(names)
        if verdict in answer.ids:
            if not isinstance(tree.get(verdict), CommentedSeq):
                tree[verdict] = CommentedSeq()
            tree[verdict].append(_flow_series(_quote_texts(answer.key)))


def _quote_texts(key: str) -> list[str]:
    """The names in the key of two elements: ids as they are, and texts between quotes."""
    names = names_in_key(key)
    if key.startswith("["):
        return [DoubleQuotedScalarString(name) for name in names]
    return list(names)


def _form_yaml() -> Any:
    yaml = YAML(typ="rt")
    yaml.width = _WIDEST_LINE
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _load_tree(yaml: Any, form: bytes) -> Any:
    """The lists of a form; an empty file is a form that says nothing yet."""
    problem = Sentence("this form cannot be written in: it is not as YAML is.")
    try:
        tree = yaml.load(form.decode("utf-8-sig").replace("\r\n", "\n"))
    except (YAMLError, UnicodeDecodeError) as error:
        raise DocumentError(problem) from error
    if tree is None:
        return CommentedMap({"koppeling": 1})
    if not isinstance(tree, CommentedMap):
        raise DocumentError(problem)
    return tree


def _list_of(tree: Any, name: str) -> Any:
    """One list of a form, which is put among the others when it is not there."""
    if not isinstance(tree.get(name), CommentedMap):
        if name in tree:
            tree[name] = CommentedMap()
        else:
            tree.insert(_place_for(tree, name), name, CommentedMap())
    return tree[name]


def _place_for(tree: Any, name: str) -> int:
    """Behind the lists that come before it in every form."""
    before = {
        "koppeling",
        "document",
        *LINK_LISTS[: LINK_LISTS.index(name)],
    }
    places = [at for at, key in enumerate(tree, 1) if key in before]
    return max(places, default=0)


def _key_in(answers: Any, answer: FormAnswer) -> str:
    """The key under which a form has an answer already, which may have fewer or more words."""
    if answer.key in answers:
        return answer.key
    if answer.list_name != "groepen":
        element_id = answer.key.partition(" ")[0]
        for key in answers:
            if str(key).partition(" ")[0] == element_id:
                return str(key)
    return cast("str", DoubleQuotedScalarString(answer.key))
