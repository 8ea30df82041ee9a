"""Headings that are themes though they are not called so: several of them stand each above goals."""

from collections.abc import Iterable, Sequence
from itertools import islice

from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.table_columns import header_of
from dinet.vocabulary.folding import fold_text


def theme_headings(
    sections: Sequence[DocumentSection], title: str | None
) -> frozenset[str]:
    """The texts of headings that stand each above goals, when there are several and none is prefixed as a theme.

    A heading stands above what is in its own section, and above the goals under lower headings.
    The title is among them only when it is a heading of the same rank as the others.
    """
    if any(section.role and section.role.name == "theme" for section in sections):
        return frozenset()
    found = [
        section.heading
        for place, section in enumerate(sections)
        if section.heading
        and section.role is None
        and _has_goals(section, islice(sections, place + 1, None))
    ]
    ranks = {
        heading.heading
        for heading in found
        if fold_text(heading.text) != fold_text(title or "")
    }
    texts = frozenset(heading.text for heading in found if heading.heading in ranks)
    return texts if len(texts) > 1 else frozenset()


def _has_goals(section: DocumentSection, after: Iterable[DocumentSection]) -> bool:
    headers = filter(None, map(header_of, section.grids))
    if any(
        header.columns_named("goal") and not header.columns_named("theme")
        for header in headers
    ):
        return True
    rank = section.heading.heading if section.heading else None
    for each in after:
        lower = each.heading.heading if each.heading else None
        if rank is None or lower is None or lower <= rank or each.role is None:
            return False
        if each.role.name == "goal":
            return True
    return False
