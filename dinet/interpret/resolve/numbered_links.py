"""What the numbers and codes of a document say.

9.7.3 is part of 9.7, so the one that is called so serves the other; ``(draagt bij aan D3)`` or
D3 in a cell is a link.
"""

from dinet.interpret.reading import ProgrammeReading
from dinet.model import KINDS, LinkKind, Place
from dinet.vocabulary.active_dialect import active_dialect


def link_by_numbers(draft: ProgrammeReading) -> None:
    """Link what is not linked yet to what the document numbers above it; goals also when they have a theme."""
    served: dict[int, set[str]] = {}
    for tie in draft.ties:
        served.setdefault(tie.start, set()).add(draft.mentions[tie.end].kind)
    for (kind, label), numbers in list(draft.labels.items()):
        for number in numbers:
            mention = draft.mentions[number]
            before = served.setdefault(number, set())
            above = _above(draft, kind, label) if mention.part_of is None else None
            link = (
                active_dialect().link(mention.rung or kind, draft.mentions[above].kind)
                if above is not None
                else None
            )
            if (
                above is not None
                and link
                and not before & _same(kind, draft.mentions[above].kind)
            ):
                draft.link_mentions(number, above, link, "stated")
                before.add(draft.mentions[above].kind)


def link_by_codes(draft: ProgrammeReading) -> None:
    """Link what texts and cells state by codes, once all elements are known; what nothing is called is told once a row."""
    unknown: dict[tuple[object, ...], Place] = {}
    for number, mention in enumerate(draft.mentions):
        for link, code in mention.stated:
            if not _tie(draft, number, draft.mention_called(code), link):
                unknown.setdefault(_row(mention.place, code), mention.place)
        for kind, code in mention.beside:
            other = next(iter(draft.mentions_labelled(kind, (code,))), None)
            if not _tie(
                draft,
                number,
                draft.mention_called(code) if other is None else other,
                None,
            ):
                unknown.setdefault(_row(mention.place, code), mention.place)
    for key, place in unknown.items():
        draft.add_note("reference_unknown", place, text=key[-1])


def _row(place: Place, code: str) -> tuple[object, ...]:
    return place.sheet, place.table, place.row, place.paragraph, place.line, code


def _tie(
    draft: ProgrammeReading, here: int, there: int | None, link: LinkKind | None
) -> bool:
    """Link a mention to what a code beside it calls; when no kind of link is stated, whichever of the two serves the other."""
    ends = [(here, there), (there, here)] if link is None else [(here, there)]
    for start, end in ends:
        if start is not None and end is not None:
            served, serving = draft.mentions[end].kind, draft.mentions[start]
            kind = link or active_dialect().link(serving.rung or serving.kind, served)
            if kind:
                draft.link_mentions(
                    start, end, kind, "stated", draft.mentions[here].place
                )
                return True
    return False


def _same(kind: str, above: str) -> set[str]:
    """The kinds of which one is enough: a goal may serve a goal and a theme, all others serve one thing."""
    return {above} if kind == "goal" else set(KINDS)


def _above(draft: ProgrammeReading, kind: str, label: str) -> int | None:
    """The one mention with the longest number that the label begins with."""
    while "." in label:
        label = label.rpartition(".")[0]
        for other in active_dialect().serves.get(kind, ()):
            found = draft.mentions_labelled(other, [label])
            if found:
                return found[0]
    return None
