"""A page for everyone who answers for efforts, and the list of these pages."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dinet.errors import DocumentError
from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.model import Effort
from dinet.network import Network
from dinet.report.coverage.breakdown import (
    BreakdownRow,
    break_down,
    goals_by_effort,
)
from dinet.wording.labels import counted_kind
from dinet.writers.one_page.council_message import owner_message, owner_name
from dinet.writers.one_page.sheet_document import (
    CouncilSheet,
    SheetItem,
    typeset_sheet,
)
from dinet.writers.page.overview_view import TileGroup, TileMaker, list_legend

LONGEST_NAME = 60
"""Characters of a file's name: it still fits in a list of files, and every system takes it."""


class OwnerFile(NamedTuple):
    """A page, and what the list says of it.

    Args:
        name: Of the file.
        row: The efforts of the owner.
    """

    name: str
    row: BreakdownRow


def owner_files(network: Network) -> list[OwnerFile]:
    """A file for every owner, in the order of the breakdown by owner.

    Raises:
        DocumentError: The document names nobody who answers for an effort.
    """
    rows = [
        row
        for row in break_down(network, "owner").rows
        if row.key.name is not None
    ]
    if not rows:
        raise DocumentError(
            Sentence(
                "this document names nobody who answers for an effort, so there is no page to "
                "make for anyone."
            ),
            Sentence(
                "Name owners in the document, or write --format council for one page of it all."
            ),
        )
    digits = len(str(len(rows)))
    return [
        OwnerFile(f"{number:0{digits}}-{safe_name(owner_name(row))}.pdf", row)
        for number, row in enumerate(rows, start=1)
    ]


def safe_name(name: str) -> str:
    """A name as every system takes it in the name of a file: letters of ASCII, digits, hyphens.

    Example:
        >>> safe_name("Cöl. van B&W / Jeugd"), safe_name("目标")
        ('col-van-b-w-jeugd', 'x')
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    ascii_only = plain.encode("ascii", "ignore").decode()
    joined = re.sub(r"[^a-z0-9]+", "-", ascii_only)
    return joined[:LONGEST_NAME].strip("-") or "x"


def owner_page(
    owner: OwnerFile,
    network: Network,
    findings: Sequence[Finding],
    profile: Profile,
) -> bytes:
    """The page of an owner: the goals of these efforts, the efforts, what was found of them.

    Where the document does not say which goals they serve, the picture has those of all of it.
    """
    message = owner_message(owner.row, network, findings, profile)
    maker = TileMaker(network, findings, profile.lang)
    own_ids = {goal.id for goal in owner.row.goals or network.goals}
    groups = list(_own_groups(maker.build_groups(), own_ids))
    sheet = CouncilSheet(
        message,
        groups,
        list(list_legend(groups, profile.lang, of_goals=True)),
        list(_own_items(owner.row, network)),
        f"{message.title} – {message.about}",
    )
    return typeset_sheet(sheet, network, profile)


def _own_groups(
    groups: Iterator[TileGroup], own_ids: set[str]
) -> Iterator[TileGroup]:
    """The themes with only these goals in them; others are left out."""
    for group in groups:
        tiles = tuple(
            tile for tile in group.tiles if tile.element.id in own_ids
        )
        if tiles:
            yield group._replace(tiles=tiles)


def _own_items(row: BreakdownRow, network: Network) -> Iterator[SheetItem]:
    goals_of = goals_by_effort(network)
    for effort in row.efforts:
        note = _effort_note(effort, goals_of[effort.id])
        yield SheetItem(effort.id, effort.text, note)


def _effort_note(effort: Effort, goal_ids: Sequence[str]) -> str:
    """When an effort is, what it costs, and for which goals it is."""
    arrow = f"→ {', '.join(goal_ids)}" if goal_ids else ""
    facts = (effort.phase, effort.period, effort.budget, arrow)
    return " · ".join(fact for fact in facts if fact)


def contents_list(
    owners: Sequence[OwnerFile], network: Network, profile: Profile
) -> str:
    """Which page is whose, as a text: a line for each."""
    lang = profile.lang
    title = network.programme.title or profile.source
    head = Sentence("One page for everyone who answers for efforts")
    lines = [head.in_language(lang), title, ""]
    for owner in owners:
        counts = (
            counted_kind("effort", len(owner.row.efforts)).in_language(lang),
            counted_kind("goal", len(owner.row.goals)).in_language(lang),
        )
        name = owner_name(owner.row)
        lines.append(f"{owner.name}: {name} ({', '.join(counts)})")
    return "\n".join(lines) + "\n"
