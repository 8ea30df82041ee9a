"""The names of the months, and of the days of the week."""

from dinet.vocabulary.active_dialect import active_phrases, once_per_dialect
from dinet.vocabulary.folding import fold_text


@once_per_dialect
def _month_numbers() -> dict[str, int]:
    by_number = active_phrases().group_of("months").items()
    return {
        fold_text(form): int(number)
        for number, forms in by_number
        for form in forms
    }


def month_of(word: str) -> int | None:
    """The month that a word names, from 1; None for every other word.

    Example:
        >>> month_of("okt."), month_of("March"), month_of("herfst")
        (10, 3, None)
    """
    return _month_numbers().get(fold_text(word))


@once_per_dialect
def month_names() -> tuple[str, ...]:
    """The full names of the twelve months, in order.

    Example:
        >>> month_names()[:2]
        ('januari', 'februari')
    """
    return _first_forms("months")


@once_per_dialect
def weekday_names() -> tuple[str, ...]:
    """The full names of the seven days of a week, from Monday.

    Example:
        >>> weekday_names()[0]
        'maandag'
    """
    return _first_forms("weekdays")


def _first_forms(group: str) -> tuple[str, ...]:
    """The first form of each number; the number itself where a dialect took all forms away."""
    return tuple(
        forms[0] if forms else number
        for number, forms in active_phrases().group_of(group).items()
    )
