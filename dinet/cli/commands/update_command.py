"""What ``dinet update`` does: have the places of a file filled, and tell what became of each."""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.application.files.output_files import write_file
from dinet.application.opened_document import OpenedDocument
from dinet.application.publishing.update_document import (
    UpdatedDocument,
    update_document,
)
from dinet.cli.answers.printing import print_lines, wrap_text
from dinet.cli.command_files import STANDARD_OUTPUT, write_to_target
from dinet.errors import UsageError
from dinet.language import Sentence

SOME_UNFILLED = 1
"""The status when a place could not be filled; the others were."""


class WishedUpdate(NamedTuple):
    """Which file is filled, and where the result goes.

    Args:
        host: The path of the file.
        target: Of the result; None for the file itself.
        in_place: The user said that the file itself may be changed.
    """

    host: str
    target: str | None
    in_place: bool


def run_update(opened: OpenedDocument, wished: WishedUpdate) -> int:
    """Fill the places of a file; 1 when one of them could not be filled.

    Raises:
        DinetError: Nothing was written.
    """
    target = _target_of(wished)
    updated = update_document(
        wished.host,
        opened,
        wished.host if target == STANDARD_OUTPUT else target,
    )
    if wished.in_place:
        write_file(updated.data, target)
    else:
        write_to_target(updated.data, target, (wished.host, *opened.given))
    lines = _told_lines(updated, opened)
    print_lines(map(wrap_text, lines), err=target == STANDARD_OUTPUT)
    return SOME_UNFILLED if updated.unfilled else 0


def _target_of(wished: WishedUpdate) -> str:
    """The file to write.

    Raises:
        UsageError: It is not said, or said twice.
    """
    if wished.target and wished.in_place:
        raise UsageError(Sentence("give -o FILE or --in-place, not both."))
    if wished.target:
        return wished.target
    if wished.in_place:
        return wished.host
    what = Sentence("nothing was said of where the result goes.")
    hint = Sentence(
        "Give -o FILE, or --in-place to change {host} itself.",
        host=wished.host,
    )
    raise UsageError(what, hint)


def _told_lines(
    updated: UpdatedDocument, opened: OpenedDocument
) -> Iterator[str]:
    lang = opened.lang
    filled = Sentence("Filled: {places}", places=", ".join(updated.filled))
    yield filled.in_language(lang)
    for place in updated.unfilled:
        left = Sentence(
            "Left as it was: {label} ({reason})",
            label=place.label,
            reason=place.reason,
        )
        yield left.in_language(lang)
    for remark in updated.remarks:
        yield remark.in_language(lang)
    if opened.redacted:
        yield _NAMES_STAY.in_language(lang)


_NAMES_STAY = Sentence(
    "What was filled in is without the names that were left out; the file around it still has "
    "all of them."
)
