"""How lists count: 1, 2, 3 or a, b, c or i, ii, iii."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST_ROMAN = 3999
"""The highest number that Roman numerals write without a line above a letter."""


def format_count(count: int, form: str) -> str:
    """A number as a list with a form writes it; empty for a form that writes none.

    Args:
        count: From 0.
        form: As HTML and OpenDocument name it: ``1``, ``a``, ``A``, ``i`` or ``I``.

    Example:
        >>> format_count(4, "1"), format_count(28, "a"), format_count(4, "I"), format_count(4, "")
        ('4', 'ab', 'IV', '')
    """
    if form == "1":
        return str(count)
    if form in ("a", "A"):
        letters = _as_letters(count)
    elif form in ("i", "I") and count <= _LARGEST_ROMAN:
        letters = _as_roman(count)
    else:
        return ""
    return letters.upper() if form.isupper() else letters


def _as_letters(count: int) -> str:
    letters = ""
    while count > 0:
        count, place = divmod(count - 1, len(_LETTERS))
        letters = _LETTERS[place] + letters
    return letters


def _as_roman(count: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        while count >= value:
            letters += sign
            count -= value
    return letters
