"""The year of a target, for rules that hold it against another year."""

from dinet.model import Target
from dinet.wording.deadlines import deadline_year


def last_year_of(target: Target) -> int | None:
    """The last year in the field of a target; without such a field, in its text.

    Example:
        >>> last_year_of(Target(id="S1", text="In 2028 sport 60% van de jeugd."))
        2028
    """
    stated = target.target.year if target.target else None
    return deadline_year(stated or target.text)
