"""The doubt that a finding carries: what reading left out or guessed near what it is about."""

from collections import Counter
from collections.abc import Iterator

from dinet.finding import FindingSubject, MissingFrom
from dinet.language import CountedSentence, Sentence
from dinet.model import WEAK_BASES, Link, Place, Programme
from dinet.report.reading.reading_loss import ReadingLoss, reading_loss

WHOLE_PARTS = frozenset(
    {
        "hidden_sheet",
        "hidden_rows",
        "hidden_columns",
        "hidden_text",
        "page_unread",
        "page_picture",
        "table_not_understood",
        "table_apart",
        "box_left",
        "shapes",
        "embedded",
        "formula_unknown",
    }
)
"""Losses that may hold goals, targets and efforts: what misses anywhere may stand in them.

A real plan had the effort of a goal in a hidden row, and another its goals in two tables that
were not read. When such a part holds something else the doubt is needless, but not wrong.
"""
BESIDE = frozenset(
    {
        "cell_not_understood",
        "code_left",
        "mark_left",
        "under_merged",
        "words_left",
    }
)
"""Losses that tell something of what stands on their own row."""

_Row = tuple[str, str | None, int | None, int | None]


def _row_of(place: Place) -> _Row | None:
    """A row of a table or sheet; None for what stands in none."""
    if place.row is None:
        return None
    return place.file, place.sheet, place.table, place.row


class ReadingDoubts:
    """What reading left out of a programme, where findings stand beside it.

    Args:
        programme: With its notes and unread texts.
    """

    def __init__(self, programme: Programme) -> None:
        self._part_doubt = _part_doubt(reading_loss(programme))
        self._unread_by_row = Counter(_unread_rows(programme))

    def doubt_about(
        self, about: FindingSubject, missing_from: MissingFrom | None
    ) -> Sentence | None:
        """Why a finding may be wrong; None when nothing speaks against it.

        Args:
            about: The element or link that it is about.
            missing_from: Where something would stand that the finding misses; None if nothing.
        """
        if isinstance(about, Link) and about.basis in WEAK_BASES:
            return Sentence(
                "Note: the document does not state this link, reading inferred it."
            )
        if missing_from is None:
            return None
        if missing_from == "document" and self._part_doubt:
            return self._part_doubt
        rows = {_row_of(place) for place in about.places}
        count = sum(self._unread_by_row[row] for row in rows if row)
        if not count:
            return None
        return CountedSentence(
            "Note: beside it {count} text was not read, which may hold what is missing.",
            "Note: beside it {count} texts were not read, which may hold what is missing.",
            count,
        )


def _part_doubt(loss: ReadingLoss | None) -> Sentence | None:
    """The doubt that whole parts were not read; None when all were."""
    counts = loss.counts if loss else ()
    parts = tuple(
        (code, count) for code, count in counts if code in WHOLE_PARTS
    )
    if not parts:
        return None
    return Sentence(
        "Note: what is missing may stand in what was not read: {parts}.",
        parts=ReadingLoss(parts).parts(),
    )


def _unread_rows(programme: Programme) -> Iterator[_Row]:
    """The row of each text that stands beside others and was not read."""
    for unread in programme.unread:
        if unread.reason in BESIDE and unread.place:
            row = _row_of(unread.place)
            if row:
                yield row
