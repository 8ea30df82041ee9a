"""A native file put in order by ruamel.yaml, which keeps comments, quotes and the order of keys."""

import io
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from dinet.model import Kind, Programme
from dinet.native import keys
from dinet.native.keys import keys_by_word

_NO_WRAP = 4096
_KINDS = keys_by_word(keys.KIND_KEYS)
_TEXT_KEYS = ("tekst", "text", "naam", "name")


def tidy_file(data: bytes, programme: Programme, *, with_ids: bool) -> bytes:
    """The same file with one indentation, and with an id at every element when these are asked for.

    Args:
        data: A native file that could be read.
        programme: What was read from it.
        with_ids: Write the ids that dinet derives into the file.
    """
    yaml = YAML(typ="rt")
    yaml.width = _NO_WRAP
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    tree = yaml.load(data.decode("utf-8-sig"))
    if with_ids:
        ids: dict[tuple[Kind, str], list[str]] = {}
        for element in programme.elements:
            ids.setdefault((element.kind, " ".join(element.text.split())), []).append(
                element.id
            )
        known = {element.id for element in programme.elements}
        for kind, place, number in list(_find_elements(tree)):
            _give_id(place, number, ids, (kind, known))
    made = io.BytesIO()
    yaml.dump(tree, made)
    return made.getvalue()


def _find_elements(tree: Any) -> Iterator[tuple[Kind, Any, int]]:
    """Each list of elements and the number of each of its members, in the order of the file."""
    todo = [tree]
    for branch in todo:
        for key, value in branch.items() if isinstance(branch, CommentedMap) else ():
            kind = _KINDS.get(keys.hyphenated_word(str(key)))
            if kind and isinstance(value, CommentedSeq):
                yield from ((kind.field, value, number) for number in range(len(value)))  # type: ignore[misc]
                todo += value


def _give_id(
    place: Any,
    number: int,
    ids: dict[tuple[Kind, str], list[str]],
    about: tuple[Kind, set[str]],
) -> None:
    kind, known = about
    item = place[number]
    if isinstance(item, CommentedMap):
        text = next((str(item[word]) for word in _TEXT_KEYS if word in item), None)
        if text is None or "id" in item:
            return
    elif str(item) in known:
        return
    else:
        text = str(item)
    waiting = ids.get((kind, " ".join(text.split())))
    if not waiting:
        return
    if not isinstance(item, CommentedMap):
        item = place[number] = CommentedMap({"tekst": item})
    item.insert(0, "id", waiting.pop(0))
