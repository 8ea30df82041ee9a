"""Tables that nothing ties to the network beside them.

Met around good plans: the actions that a meeting agreed, a budget by kinds of costs, the figures
of a department, levels of service to choose from. Their columns are called as those of a network
are, so words do not tell. What does: the network links its own efforts and targets to goals,
while such a table links nothing and has no element, no words and no owner in common with it.

What it costs: work that a plan adds in a table of its own without saying what it is for, under
a heading that does not name work, and by other people. It is told, and a mapping form has it read.
"""

import re
from collections.abc import Iterable, Iterator

from dinet.interpret.choice.table_reading import TableReading
from dinet.interpret.columns.apart import leads_with_goals
from dinet.interpret.columns.table_columns import TableHeader
from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.outline.work_headings import names_work
from dinet.interpret.reading import Mention, ProgrammeReading
from dinet.vocabulary.folding import fold_text
from dinet.wording.months import month_of

_LONG_WORD = re.compile(r"\w{5,}")
"""Shorter words say little of what a text is about, and stand in any text."""
_BETWEEN_OWNERS = re.compile(r"[;,/&+]")
_DAY = re.compile(r"\d{1,2}(?:[ -](?P<month>[^\W\d]+\.?)|[-/]\d{1,2})")
"""A day without its year: ``16 mei``, ``16-5``."""
_PROTECTING_ROLES = ("period", "phase", "owner")
"""Of headings: ``Planning`` and ``Wie doet wat`` are above work of the programme."""
_SERVED = ("goal", "benefit", "capability", "result")


class NetworkBeside:
    """What stands in the rest of a document, which a table is held against.

    Args:
        parts: The other tables, and what was read before them.
    """

    def __init__(self, parts: Iterable[ProgrammeReading]) -> None:
        self.linked: set[str] = set()
        """The kinds of which elements are linked to what they serve."""
        self.size = 0
        """In mentions."""
        self._texts: set[str] = set()
        self._words: set[str] = set()
        self._owners: set[str] = set()
        for part in parts:
            self._add_part(part)

    def _add_part(self, part: ProgrammeReading) -> None:
        self.size += len(part.mentions)
        for mention in part.mentions:
            text = fold_text(mention.text)
            self._texts.add(text)
            self._words.update(_LONG_WORD.findall(text))
            self._owners.update(_owners_of(mention))
        for tie in part.ties:
            if part.mentions[tie.end].kind in _SERVED:
                self.linked.add(part.mentions[tie.start].kind)

    def shares_with(self, part: ProgrammeReading) -> bool:
        """An element, most words of one, or an owner stands in both."""
        return any(map(self._knows, part.mentions))

    def _knows(self, mention: Mention) -> bool:
        text = fold_text(mention.text)
        if text in self._texts:
            return True
        if not self._owners.isdisjoint(_owners_of(mention)):
            return True
        words = set(_LONG_WORD.findall(text))
        return 2 * len(words & self._words) > len(words)


def may_be_foreign(reading: TableReading) -> bool:
    """A table holds no goals, or leads with something else than these: the rest has to be asked.

    Most tables lead with goals, and the rest of a document is long.
    """
    kinds = {mention.kind for mention in reading.claims.mentions}
    if "goal" in kinds:
        return not any(map(leads_with_goals, reading.headers))
    return bool(kinds) and kinds <= {"effort", "target"}


def is_loose_beside(
    reading: TableReading, network: NetworkBeside, *, is_under_work: bool
) -> bool:
    """A table links its elements to nothing, and the network beside it links its own.

    Args:
        reading: Of the table.
        network: The rest of the document.
        is_under_work: The heading above the table says that it is of the programme; days without
            a year in it say that a meeting agreed it, whatever the heading.
    """
    kinds = {mention.kind for mention in reading.claims.mentions}
    if not kinds or not kinds <= {"effort", "target"}:
        return False
    if is_under_work and not any(map(_is_due_on_days, reading.headers)):
        return False
    if kinds == {"target"} and any(map(_names_year, reading.headers)):
        return False
    return kinds <= network.linked and _is_foreign_to(reading, network)


def has_goals_of_its_own(
    reading: TableReading, network: NetworkBeside
) -> bool:
    """A table that leads with something else has goals that the network does not know.

    Met: ``Instrument | Doel | Bevoegd gezag`` under *Juridische instrumenten*. A table that leads
    with goals is a part of a network by itself.
    """
    kinds = {mention.kind for mention in reading.claims.mentions}
    if "goal" not in kinds or any(map(leads_with_goals, reading.headers)):
        return False
    return "effort" in network.linked and _is_foreign_to(reading, network)


def _is_foreign_to(reading: TableReading, network: NetworkBeside) -> bool:
    """A table is no larger than a network, refers to nothing and shares nothing with it."""
    if _states_more(reading):
        return False
    is_larger = len(reading.claims.mentions) > network.size
    return not is_larger and not network.shares_with(reading.claims)


def is_under_work(section: DocumentSection, title: str | None) -> bool:
    """The heading above a table says that what stands in it is of the programme."""
    role = section.role.name if section.role else ""
    return role in _PROTECTING_ROLES or names_work(section, title)


def _states_more(reading: TableReading) -> bool:
    """A person said how to read it, or it refers to what may stand elsewhere."""
    if reading.is_stated or reading.marks or not reading.headers:
        return True
    if any(map(_refers, reading.headers)):
        return True
    return any(
        mention.reference is not None or mention.references or mention.stated
        for mention in reading.claims.mentions
    )


def _refers(header: TableHeader) -> bool:
    """A column refers to elements, or gives those of the table codes; rows are only numbered."""
    if header.columns_named("reference", "theme"):
        return True
    if any(column.refers for column in header.columns):
        return True
    codes = _texts_under(header, "number")
    return any(not code.rstrip(".").isdecimal() for code in codes)


def _texts_under(header: TableHeader, role: str) -> Iterator[str]:
    """The filled cells of the columns of a role."""
    for column in header.columns_named(role):
        for row in header.rows:
            if row[column.number].has_words:
                yield row[column.number].text.strip()


def _is_due_on_days(header: TableHeader) -> bool:
    """Most of its periods are days without a year, as those of a list of actions are."""
    periods = list(_texts_under(header, "period"))
    days = sum(map(_is_day, periods))
    return 2 * days > len(periods)


def _is_day(text: str) -> bool:
    found = _DAY.fullmatch(text)
    if found is None:
        return False
    return found["month"] is None or month_of(found["month"]) is not None


def _names_year(header: TableHeader) -> bool:
    """A year stands in its headings or cells: its figures are aimed at, or were measured."""
    texts = [column.heading for column in header.columns]
    texts += (cell.text for row in header.rows for cell in row)
    return re.search(r"\b20\d\d\b", " ".join(texts)) is not None


def _owners_of(mention: Mention) -> set[str]:
    words = _BETWEEN_OWNERS.split(fold_text(mention.owner_words or ""))
    return {word.strip() for word in words if word.strip()}
