"""Parts of a document that each number their goals anew.

Met in programmes with a chapter for each theme: ``1. …`` and ``2. …`` are its goals, and below them
stands ``Stadshub openen (doel 2)``. A number then means the goal of the own chapter. It means none
where some part has goals and nothing that refers to them: two lists of goals, of two levels say,
may stand above one list of actions.
"""

from bisect import bisect_right
from collections.abc import Iterator

from dinet.interpret.reading import Mention, ProgrammeReading
from dinet.vocabulary.folding import fold_text


def starts_of_numbering(draft: ProgrammeReading) -> tuple[int, ...]:
    """The goals with which a part begins that numbers them anew, in reading order.

    Empty when no number comes back, or when it is not sure which goal a number means.
    """
    starts = list(_first_goals(draft))
    if len(starts) <= 1:
        return ()
    referring = [
        number
        for number, mention in enumerate(draft.mentions)
        if _refers_by_number(mention)
    ]
    parts = [bisect_right(starts, number) for number in referring]
    if set(parts) != set(range(1, len(starts) + 1)):
        return ()
    return tuple(starts)


def _first_goals(draft: ProgrammeReading) -> Iterator[int]:
    """The first goal that has a number, and each one with the number of another in its part.

    A goal that is named again, on each row of a table, is the same goal.
    """
    labels = _labels_of_goals(draft)
    seen: dict[str, str] = {}
    for number in sorted(labels):
        label, text = labels[number], fold_text(draft.mentions[number].text)
        if not seen or seen.get(label, text) != text:
            seen = {}
            yield number
        seen[label] = text


def _labels_of_goals(draft: ProgrammeReading) -> dict[int, str]:
    return {
        number: code
        for number, code in draft.codes.items()
        if draft.mentions[number].kind == "goal"
        and draft.mentions[number].reference is None
    }


def _refers_by_number(mention: Mention) -> bool:
    """A mention states links by codes, or is a reference with a number in it."""
    if mention.stated:
        return True
    reference = mention.reference
    return reference is not None and any(map(str.isdigit, reference.words))
