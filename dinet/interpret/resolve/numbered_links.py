"""What the numbers and codes of a document say.

9.7.3 is part of 9.7, so the one that is called so serves the other; ``(draagt bij aan D3)`` or
D3 in a cell is a link.
"""

from collections import defaultdict
from collections.abc import Iterator

from dinet.interpret.reading import Mention, ProgrammeReading
from dinet.interpret.texts.stated_links import codes_in_brackets
from dinet.model import KINDS, LinkKind, Place
from dinet.vocabulary.active_dialect import active_dialect


def link_by_numbers(draft: ProgrammeReading) -> None:
    """Link what is not linked yet to what the document numbers above it.

    A goal that serves a theme only is linked to a goal above it as well.
    """
    served_kinds: dict[int, set[str]] = defaultdict(set)
    for tie in draft.ties:
        served_kinds[tie.start].add(draft.mentions[tie.end].kind)
    for (kind, label), numbers in list(draft.labels.items()):
        for number in numbers:
            if not _names_its_whole(draft.mentions[number]):
                above = _mention_above(draft, kind, label)
                if above is not None:
                    _link_to_numbered(
                        draft, number, above, served_kinds[number]
                    )


def _names_its_whole(mention: Mention) -> bool:
    """An effort is part of another by its place, or says so: ``(onderdeel van I1)``."""
    if mention.part_of is not None:
        return True
    kinds = (kind for kind, _ in mention.stated)
    return mention.kind == "effort" and "part_of" in kinds


def _link_to_numbered(
    draft: ProgrammeReading, number: int, above: int, served_kinds: set[str]
) -> None:
    """Link a mention to the one that is numbered above it, unless it serves enough already."""
    mention, served = draft.mentions[number], draft.mentions[above].kind
    link = active_dialect().link(mention.tier or mention.kind, served)
    if link and served_kinds.isdisjoint(_enough_kinds(mention.kind, served)):
        draft.link_mentions(number, above, link, "stated")
        served_kinds.add(served)


def link_by_codes(draft: ProgrammeReading) -> None:
    """Link what texts and cells state by codes, once all elements are known.

    A code that nothing is called by is noted, once a row.
    """
    _link_by_bracketed_codes(draft)
    unknown: dict[tuple[object, ...], Place] = {}
    for number, mention in enumerate(draft.mentions):
        draft.asked_from = number
        for code in _unknown_codes(draft, number):
            unknown.setdefault(
                _row_and_code(mention.place, code), mention.place
            )
    draft.asked_from = None
    for key, place in unknown.items():
        draft.add_note("reference_unknown", place, text=key[-1])


def _link_by_bracketed_codes(draft: ProgrammeReading) -> None:
    """Link what has nothing but codes of other elements in brackets at its end.

    Met in lists: ``Boerenlandpaden (D2, D3)``. Each of the codes has to be that of something which
    it can serve: ``Knip in de weg (N35)`` names a road. The text stays as it is.
    """
    for number, mention in enumerate(draft.mentions):
        draft.asked_from = number
        served = [
            draft.mention_called(code)
            for code in codes_in_brackets(mention.text)
        ]
        ends = [there for there in served if there is not None]
        if len(ends) < len(served):
            continue
        links = [_link_between(draft, number, there) for there in ends]
        for there, link in zip(ends, links, strict=True):
            if link and all(links):
                draft.link_mentions(
                    number, there, link, "stated", mention.place
                )


def _link_between(
    draft: ProgrammeReading, here: int, there: int
) -> LinkKind | None:
    """How one mention serves another; None when it does not, or is that one."""
    if here == there:
        return None
    mention = draft.mentions[here]
    return active_dialect().link(
        mention.tier or mention.kind, draft.mentions[there].kind
    )


def _unknown_codes(draft: ProgrammeReading, number: int) -> Iterator[str]:
    """Link a mention to what its codes call; the codes that call nothing that it can serve."""
    mention = draft.mentions[number]
    for link, code in mention.stated:
        if not _link_to_coded(draft, number, draft.mention_called(code), link):
            yield code


def _row_and_code(place: Place, code: str) -> tuple[object, ...]:
    return (
        place.sheet,
        place.table,
        place.row,
        place.paragraph,
        place.line,
        code,
    )


def _link_to_coded(
    draft: ProgrammeReading,
    here: int,
    there: int | None,
    link: LinkKind | None,
) -> bool:
    """Link a mention to what a code beside it calls; False when they cannot be linked.

    When no kind of link is stated, whichever of the two serves the other.
    """
    if there is None:
        return False
    ends = [(here, there)] if link else [(here, there), (there, here)]
    for start, end in ends:
        serving, served = draft.mentions[start], draft.mentions[end].kind
        kind = link or active_dialect().link(
            serving.tier or serving.kind, served
        )
        if kind:
            place = draft.mentions[here].place
            draft.link_mentions(start, end, kind, "stated", place)
            return True
    return False


def _enough_kinds(kind: str, above: str) -> set[str]:
    """The kinds of which one is enough.

    A goal may serve a goal and a theme. An effort under a goal may serve the target that its
    number names: ``1.1.1`` below ``Resultaat 1.1`` of that goal. All others serve one thing.
    """
    if kind == "goal":
        return {above}
    enough: set[str] = set(KINDS)
    if (kind, above) == ("effort", "target"):
        enough.remove("goal")
    return enough


def _mention_above(
    draft: ProgrammeReading, kind: str, label: str
) -> int | None:
    """The one mention with the longest number that the label begins with."""
    while "." in label:
        label = label.rpartition(".")[0]
        for other in active_dialect().serves.get(kind, ()):
            found = draft.mentions_labelled(other, [label])
            if found:
                return found[0]
    return None
