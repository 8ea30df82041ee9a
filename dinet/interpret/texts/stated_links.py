"""Links that a text states beside its statement, by codes in brackets.

Met in cells: ``(draagt bij aan D3)``, ``(gedeeld met D1 en D5)``. A text may also say that the goal
beside it is served by something else: ``(alleen via SMART-doel)``.
"""

import re

from dinet.model import AIM_KINDS, LINK_KINDS, LinkKind
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import kind_of, role_of

_CODE = r"(?:[A-Z]{1,2}[ .-]?|[A-Z]{3,8}[._-]?)\d{1,4}(?:\.\d{1,3}){0,3}"
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,2}){0,3}|[A-Z]\b)"
_MAY_BE_SERVED = ("goal", "target", "theme")
_BEFORE_STOP = re.compile(r" +([.,;])")
StatedLink = tuple[LinkKind | None, str]
"""By kind of link; None for the one that goes without saying between two kinds of element."""


@once_per_dialect
def _stated_patterns() -> dict[LinkKind | None, re.Pattern[str]]:
    joined = any_of(words_of("joining_words.and"))
    codes = rf"{_CODE}(?: ?(?:,|;|&|\b{joined}\b) ?{_CODE})*"
    lists: dict[LinkKind | None, str] = {None: "shared"}
    lists |= {kind: kind for kind in LINK_KINDS}
    patterns: dict[LinkKind | None, re.Pattern[str]] = {}
    for kind, name in lists.items():
        stating = any_of(words_of(f"stated_links.{name}"))
        patterns[kind] = re.compile(
            rf" ?[(\[] ?(?i:{stating}) (?P<codes>{codes}) ?[)\]]"
        )
    return patterns


@once_per_dialect
def _bracketed_codes() -> re.Pattern[str]:
    joined = any_of(words_of("joining_words.and"))
    return re.compile(rf" ?{_CODE}(?: ?(?:,|;|&|\b{joined}\b) ?{_CODE})* ?")


def codes_in_brackets(text: str) -> list[str]:
    """The codes that stand alone in brackets at the end of a text; empty when none do.

    Example:
        >>> codes_in_brackets("Boerenlandpaden (D2, D3)"), codes_in_brackets("Een knip (fase 2)")
        (['D2', 'D3'], [])
    """
    if not text.endswith((")", "]", ").", "].")):
        return []
    start = max(text.rfind("("), text.rfind("["))
    inside = text[start + 1 :].rstrip(".")[:-1]
    if start < 1 or not _bracketed_codes().fullmatch(inside):
        return []
    return re.findall(_CODE, inside)


@once_per_dialect
def _numbered_pattern() -> re.Pattern[str]:
    """``(doel 1 en 3)``, ``(voor doel 2)``, ``(draagt bij aan doel 2)``."""
    joined = any_of(words_of("joining_words.and"))
    before = any_of(
        words_of(
            "stated_links.shared",
            "stated_links.contributes_to",
            "stated_links.measures",
            "stated_links.part_of",
            "references.serving",
        )
    )
    return re.compile(
        rf" ?[(\[] ?(?:(?i:{before}) )?(?P<word>[^\W\d_]{{3,}}) "
        rf"(?P<numbers>{_NUMBER}(?: ?(?:,|;|&|\b{joined}\b) ?{_NUMBER})*) ?[)\]]"
    )


def _codes_of_kind(mark: re.Match[str]) -> list[StatedLink]:
    """The codes that a word for a kind and some numbers stand for; empty for another word."""
    kind = kind_of(role_of(mark["word"]))
    if kind not in _MAY_BE_SERVED:
        return []
    return [
        (None, f"{mark['word']} {number}")
        for number in re.findall(_NUMBER, mark["numbers"])
    ]


@once_per_dialect
def _indirect_pattern() -> re.Pattern[str]:
    """``(alleen via SMART-doel)``, as the tables that dinet writes say it."""
    through = any_of(words_of("stated_links.only_through"))
    return re.compile(
        rf" ?[(\[] ?(?i:{through}) (?P<word>[^()\[\]]{{2,40}}?) ?[)\]]"
    )


def extract_indirect_way(text: str) -> tuple[str, bool]:
    """A text without the words that it serves its goal only by way of a kind of element.

    Args:
        text: On one line.

    Returns:
        The text, and whether it says so.

    Example:
        >>> extract_indirect_way("Dijken ophogen (alleen via SMART-doel)")
        ('Dijken ophogen', True)
        >>> extract_indirect_way("Aanmelden (alleen via internet)")
        ('Aanmelden (alleen via internet)', False)
    """
    if "(" not in text and "[" not in text:
        return text, False
    for mark in _indirect_pattern().finditer(text):
        if kind_of(role_of(mark["word"])) in (*AIM_KINDS, "effort"):
            rest = " ".join(text.replace(mark[0], " ", 1).split())
            return _BEFORE_STOP.sub(r"\1", rest), True
    return text, False


def extract_stated_links(text: str) -> tuple[str, tuple[StatedLink, ...]]:
    """A text without the links that it states, and the kind and code of each of these.

    Args:
        text: On one line.

    Example:
        >>> extract_stated_links("Een nieuwe hal. (draagt bij aan D3 en S2)")
        ('Een nieuwe hal.', (('contributes_to', 'D3'), ('contributes_to', 'S2')))
    """
    if "(" not in text and "[" not in text:
        return text, ()
    found: list[StatedLink] = []
    for kind, form in _stated_patterns().items():
        for mark in form.finditer(text):
            found += (
                (kind, code) for code in re.findall(_CODE, mark["codes"])
            )
        text = form.sub(" ", text)
    for mark in list(_numbered_pattern().finditer(text)):
        codes = _codes_of_kind(mark)
        if codes:
            found += codes
            text = text.replace(mark[0], " ", 1)
    if found:
        text = _BEFORE_STOP.sub(r"\1", " ".join(text.split()))
    return text, tuple(found)
