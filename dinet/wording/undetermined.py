"""Words that say that something is still to be settled: nader te bepalen, n.t.b., p.m., TBD, and a place that is vacant."""

import re

_PHRASES = (
    r"(?:nog )?(?:nader|nog) (?:te (?:bepalen|benoemen|concretiseren|formuleren|kiezen|specificeren)"
    r"|in te vullen|uit te werken|vast te stellen)\b",
    r"nog niet (?:bekend|bepaald|vastgesteld)\b",
    r"(?:still |yet )?to be (?:determined|decided|defined|confirmed|specified)\b",
    r"(?:n\. ?t\. ?b|n\. ?n\. ?b|t\.b\.d)\b\.?",
    r"(?:ntb|nnb|tbd|pro memori[ae])\b",
    r"(?<!\d)(?<![\d,.-] )(?<!uur )(?<!euro )p\. ?m\b\.?",
    r"(?:(?<=^)|(?<=[:=€])|(?<=[:=€] ))pm$",
    r"(?:(?<=^)|(?<=[(:=])|(?<=[:=] ))te bepalen(?=\)?$)",
)
_UNDETERMINED = re.compile(rf"\b(?=[npsty])(?:{'|'.join(_PHRASES)})", re.IGNORECASE)
_VACANT = re.compile(
    r"vacant|vacature|vacancy|onbekend|unknown|n\.?n\.?|\?+", re.IGNORECASE
)


def find_undetermined(text: str) -> tuple[str, ...]:
    """The words in a text that say that something is still to be settled, as they stand there.

    ``p.m.`` counts as *pro memorie*, but not after a number: there it means *per maand* or the
    afternoon. Without its dots it counts only where an amount would stand: alone, or last after
    a colon, an equals sign or a euro sign.

    Returns:
        In the order of the text, each once; empty when all is settled.

    Example:
        >>> find_undetermined("90% van een nader te bepalen groep (n.t.b.)")
        ('nader te bepalen', 'n.t.b.')
        >>> find_undetermined("De vergadering begint om 8 p.m.")
        ()
    """
    flat = " ".join(text.split())
    return tuple(dict.fromkeys(each[0] for each in _UNDETERMINED.finditer(flat)))


def is_vacant(name: str) -> bool:
    """Whether the words in the place of a name say that nobody is named.

    Example:
        >>> is_vacant("Vacant"), is_vacant("(n.t.b.)"), is_vacant("Afdeling Jeugd")
        (True, True, False)
    """
    words = " ".join(name.split()).strip("() ")
    return words in find_undetermined(words) or _VACANT.fullmatch(words) is not None
