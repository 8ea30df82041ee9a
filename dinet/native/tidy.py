"""A native file put in order by ruamel.yaml, which keeps comments, quotes and the order of keys."""

import io
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from dinet.model import Programme
from dinet.native import keys
from dinet.native.keys import keys_by_word

# Characters; longer than any line that people write, so that ruamel.yaml breaks no text anew.
_WIDEST_LINE = 4096
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
    yaml.width = _WIDEST_LINE
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    tree = yaml.load(data.decode("utf-8-sig"))
    if with_ids:
        _write_ids(tree, programme)
    written = io.BytesIO()
    yaml.dump(tree, written)
    return written.getvalue()


def _write_ids(tree: Any, programme: Programme) -> None:
    """Write its id at each element that has none.

    An element of the file is recognised by its kind and text; when several share these, their
    ids are given out in the order of the programme.
    """
    ids_by_text = _ids_by_text(programme)
    known_ids = {element.id for element in programme.elements}
    # the list is made first: an element that gets an id may become another object in the tree
    for kind, members, number in list(_find_elements(tree)):
        text_without_id = _text_without_id(members[number], known_ids)
        if text_without_id is None:
            continue
        waiting_ids = ids_by_text.get((kind, _on_one_line(text_without_id)))
        if waiting_ids:
            _insert_id(members, number, waiting_ids.pop(0))


def _ids_by_text(programme: Programme) -> dict[tuple[str, str], list[str]]:
    """The ids of the elements of each kind and text, in the order of the programme."""
    ids_by_text: dict[tuple[str, str], list[str]] = {}
    for element in programme.elements:
        key = (element.kind, _on_one_line(element.text))
        ids_by_text.setdefault(key, []).append(element.id)
    return ids_by_text


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _find_elements(tree: Any) -> Iterator[tuple[str, Any, int]]:
    """The members of each list of elements: their kind, the list, and their number in it.

    First those of the lists at the top, in the order of the file, then those under them.
    """
    branches = [tree]
    for branch in branches:  # grows while it is walked
        if not isinstance(branch, CommentedMap):
            continue
        for key, value in branch.items():
            kind = _KINDS.get(keys.hyphenated_word(str(key)))
            if kind and isinstance(value, CommentedSeq):
                for number in range(len(value)):
                    yield kind.field, value, number
                branches += value


def _text_without_id(member: Any, known_ids: set[str]) -> str | None:
    """The text of a member of a list that lacks an id; None when it has one or refers to one."""
    if not isinstance(member, CommentedMap):
        words = str(member)
        return None if words in known_ids else words
    if "id" in member:
        return None
    for word in _TEXT_KEYS:
        if word in member:
            return str(member[word])
    return None


def _insert_id(members: Any, number: int, new_id: str) -> None:
    """Write an id at a member of a list, which becomes fields when it was words alone."""
    member = members[number]
    if not isinstance(member, CommentedMap):
        member = members[number] = CommentedMap({"tekst": member})
    member.insert(0, "id", new_id)
