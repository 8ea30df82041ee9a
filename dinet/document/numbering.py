"""What the numbers of a document say: 9.7.3 is part of 9.7, so the one that is called so serves the other."""

from dinet.document.dialects import current
from dinet.document.draft import Draft
from dinet.model import KINDS


def tie_numbered(draft: Draft) -> None:
    """Link what is not linked yet to what the document numbers above it; goals also when they have a theme."""
    served: dict[int, set[str]] = {}
    for tie in draft.ties:
        served.setdefault(tie.start, set()).add(draft.mentions[tie.end].kind)
    for (kind, label), numbers in list(draft.labels.items()):
        for number in numbers:
            mention = draft.mentions[number]
            before = served.setdefault(number, set())
            above = _above(draft, kind, label) if mention.part_of is None else None
            link = current().link(mention.rung or kind, draft.mentions[above].kind) if above is not None else None
            if above is not None and link and not before & _same(kind, draft.mentions[above].kind):
                draft.tie(number, above, link, "stated")
                before.add(draft.mentions[above].kind)


def _same(kind: str, above: str) -> set[str]:
    """The kinds of which one is enough: a goal may serve a goal and a theme, all others serve one thing."""
    return {above} if kind == "goal" else set(KINDS)


def _above(draft: Draft, kind: str, label: str) -> int | None:
    """The one mention with the longest number that the label begins with."""
    while "." in label:
        label = label.rpartition(".")[0]
        for other in current().serves.get(kind, ()):
            found = draft.found(other, [label])
            if found:
                return found[0]
    return None
