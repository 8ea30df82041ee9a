"""Links that a text states beside its statement, by codes in brackets: ``(draagt bij aan D3)``, ``(gedeeld met D1 en D5)``."""

import re

from dinet.model import LinkKind

_WORDS: dict[LinkKind | None, str] = {
    None: r"(?:wordt )?gedeeld met|ook voor|(?:is )?shared with|also for",
    "contributes_to": r"draagt (?:ook )?bij aan|contributes (?:also )?to|also contributes to",
    "measures": r"meet(?: ook)?|(?:also )?measures",
    "part_of": r"(?:is )?onderdeel van|(?:is )?part of",
    "refers_to": r"verwijst naar|refers to",
    "depends_on": r"hangt af van|(?:is )?afhankelijk van|depends on",
    "conflicts_with": r"botst met|(?:is )?strijdig met|conflicts with",
}
"""By link; None for the one that goes without saying between two kinds of element."""
_CODE = r"[A-Z]{1,2}[ .-]?\d{1,4}(?:\.\d{1,3}){0,3}"
_FORMS = {
    kind: re.compile(
        rf" ?[(\[] ?(?i:{words}) (?P<codes>{_CODE}(?: ?(?:,|;|&|\ben\b|\band\b) ?{_CODE})*) ?[)\]]"
    )
    for kind, words in _WORDS.items()
}
_BEFORE_STOP = re.compile(r" +([.,;])")
StatedLink = tuple[LinkKind | None, str]


def extract_stated_links(text: str) -> tuple[str, tuple[StatedLink, ...]]:
    """A text without the links that it states, and these: the kind of each, and the code of its end.

    Args:
        text: On one line.

    Example:
        >>> extract_stated_links("Een nieuwe hal. (draagt bij aan D3 en S2)")
        ('Een nieuwe hal.', (('contributes_to', 'D3'), ('contributes_to', 'S2')))
    """
    if "(" not in text and "[" not in text:
        return text, ()
    found: list[StatedLink] = []
    for kind, form in _FORMS.items():
        for mark in form.finditer(text):
            found += ((kind, code) for code in re.findall(_CODE, mark["codes"]))
        text = form.sub(" ", text)
    return (_BEFORE_STOP.sub(r"\1", " ".join(text.split())) if found else text), tuple(
        found
    )
