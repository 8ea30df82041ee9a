"""Traces of a page, a converter or a web page in a text.

Why it matters: “samen- werking” is not found when one searches for it, is read aloud wrongly,
and goes on to every copy.

Bad:

    doelen:
      - tekst: Betere samen- werking in de wijk.
        inspanningen:
          - Openen van een dorpshuis.

Good:

    doelen:
      - tekst: Betere samenwerking in de woon- en leefomgeving.
        smart-doelen:
          - tekst: In 2028 vindt 60% van de partners de samenwerking goed (in 2024 was dit 52%).
            bron: enquête
            inspanningen:
              - Openen van een dorpshuis.

Source: seen in real documents.
"""

import re

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.network import Network

_ARTEFACT = re.compile(
    r"(?<!\w)\w*(?:[\u00ad\ufb00-\ufb06\ufffd]|Ã[\u0080-\u00bf]|â€)[^\s.,;)]*"
    r"|&(?:nbsp|amp|lt|gt|quot|eacute|euml|[#]\d+);"
    r"|</?(?:b|i|u|br|p|em|strong|span|div|font)\b[^<>]*>"
    r"|(?<!\w)\w{2,}- (?!(?:en|of|tot|dan|als|and|or|to)\b)[a-zà-þ]\w+"
)
"""A soft hyphen, a ligature, a sign for an unknown letter, letters in the wrong encoding, HTML as
text, and a hyphen from the end of a line."""


@rule("DW214", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Texts with such traces, each quoted once."""
    for element in network:
        if not _may_have_artefact(element.text):
            continue
        found = dict.fromkeys(_ARTEFACT.findall(element.text))
        if found:
            yield (
                element,
                element_sentence(
                    "The text of {id} ({kind}) has traces of its conversion: “{words}”.",
                    element,
                    words="”, “".join(found),
                ),
            )


def _may_have_artefact(text: str) -> bool:
    """A quick look, since nearly no text has any."""
    if not text.isascii():
        return True
    return "- " in text or "&" in text or "<" in text


DUTCH = {
    "Traces of a page, a converter or a web page in a text.": (
        "Sporen van een bladzijde, een omzetter of een webpagina in een tekst."
    ),
    (
        "“samen- werking” is not found when one searches for it, is read aloud "
        "wrongly, and goes on to every copy."
    ): (
        "“samen- werking” wordt bij zoeken niet gevonden, wordt verkeerd "
        "voorgelezen, en komt in elke kopie terug."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    "The text of {id} ({kind}) has traces of its conversion: “{words}”.": (
        "De tekst van {id} ({kind}) heeft sporen van omzetting: “{words}”."
    ),
}
