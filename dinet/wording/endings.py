"""How a text ends: as a sentence does, or so that more has to follow."""

import re

_UNFINISHED = re.compile(
    r"(?:[,\-/(]|\b(?:de|het|een|en|of|in|op|te|van|voor|met|dat|die|alle|aan|bij|door|tot|als|om|naar|uit|over"
    r"|onder|per|zoals|deze|dit|hun|onze"
    r"|the|a|an|and|or|to|for|with|that|by|all|our|their))$",
    re.IGNORECASE,
)


def ends_like_sentence(text: str) -> bool:
    """Whether a text ends like a sentence or an introduction.

    Example:
        >>> ends_like_sentence("Meer sport (elke week)."), ends_like_sentence("Meer sport")
        (True, False)
    """
    return text.rstrip("\"')]”’ ")[-1:] in (".", "!", "?", ":", ";")


def ends_unfinished(text: str) -> bool:
    """Whether a text ends in a word or mark after which something has to follow.

    Example:
        >>> ends_unfinished("Doorontwikkelen en"), ends_unfinished("Doorontwikkelen")
        (True, False)
    """
    return _UNFINISHED.search(text[-20:]) is not None
