"""Words that say that something is still to be settled: nader te bepalen, n.t.b., p.m., TBD.

Why it matters: the document was adopted with a gap in it. Such words are easily forgotten, and
an amount that is still open is unknown, not zero.

Bad:

    smart-doelen:
      - 90% van een nader te bepalen groep herkent de signalen.

Good:

    smart-doelen:
      - 90% van de wijkverpleegkundigen herkent de signalen.

Source: seen in real documents.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Element
from dinet.network import Network
from dinet.wording.undetermined import find_undetermined

TEXT_FIELDS = ("text", "title", "budget", "period", "phase", "status")


@rule("DW209", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Elements with such words in any of their texts, each element once.

    Not owners, for whom there is a rule of their own.
    """
    for element in network:
        found: list[str] = []
        for text in _texts_of(element):
            found += find_undetermined(text)
        if found:
            yield (
                element,
                Sentence(
                    "{id} ({kind}) is not settled yet: it says “{words}”.",
                    id=element.id,
                    kind=Sentence(element.kind),
                    words="”, “".join(dict.fromkeys(found)),
                ),
            )


def _texts_of(element: Element) -> list[str]:
    # asking a model for what its kind does not have takes longer than reading its texts
    values = vars(element)
    texts = [values[name] for name in TEXT_FIELDS]
    texts += element.sources
    texts += (text for _, text in values.get("target") or ())
    return [text for text in texts if text]


DUTCH = {
    (
        "Words that say that something is still to be settled: nader te bepalen, "
        "n.t.b., p.m., TBD."
    ): (
        "Woorden die zeggen dat iets nog open staat: nader te bepalen, n.t.b., p.m., "
        "TBD."
    ),
    (
        "the document was adopted with a gap in it. Such words are easily forgotten, "
        "and an amount that is still open is unknown, not zero."
    ): (
        "het document is vastgesteld met een gat erin. Zulke woorden worden licht "
        "vergeten, en een bedrag dat nog open staat is onbekend, niet nul."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    "{id} ({kind}) is not settled yet: it says “{words}”.": (
        "{id} ({kind}) staat nog open: er staat “{words}”."
    ),
}
