"""Whether two words differ by a slip of the pen."""

_SHORTEST = 6
"""Letters: of shorter words one other letter makes another word."""


def is_one_slip(word: str, other: str) -> bool:
    """Whether one letter was left out, added or changed, or two were swapped; not for equal words.

    Example:
        >>> is_one_slip("vorbereiding", "voorbereiding"), is_one_slip("start", "stand")
        (True, False)
    """
    if word == other or min(len(word), len(other)) < _SHORTEST:
        return False
    if abs(len(word) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    rest, other_rest = word[start:], other[start:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
    )
