"""A row of which something was not understood: it is kept, and stands nowhere in the network.

Why it matters: what a cell says may be the very effort or target that another finding misses.
Every report begins with how much was not read; this rule names each place, for who wants to settle
them one by one.

Bad:

    ongelezen:
      - tekst: zie ook de brief van maart
        plaats: {bestand: plan.docx, tabel: 1, rij: 4, kolom: 3}
        reden: cel niet begrepen
    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - Bouwen van een sporthal.

Good:

    ongelezen:
      - tekst: Dit plan is in maart besproken.
        reden: tekst buiten het netwerk
    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Bouwen van een sporthal.

Source: the first report of a Dutch doelenboom, which lists every row that it could not place.
"""

from collections import defaultdict

from dinet.finding import (
    RuleRemarks,
    Severity,
    WholeProgramme,
    rule,
    shorten_quote,
)
from dinet.language import Sentence
from dinet.model import Place, Unread, UnreadReason
from dinet.network import Network

_REASONS: frozenset[UnreadReason] = frozenset(
    {
        "cell_not_understood",
        "table_not_understood",
        "code_left",
        "mark_left",
        "words_left",
    }
)
"""What stands in the network and was not understood; not text around it or tables beside it."""


@rule("DI802", Severity.WARNING, by_default=False)
def check(network: Network) -> RuleRemarks:
    """One finding for each row with such texts, in the order of the document."""
    rows: dict[object, list[Unread]] = defaultdict(list)
    for number, unread in enumerate(network.programme.unread):
        if unread.reason in _REASONS:
            rows[_row_of(unread.place) or number].append(unread)
    for texts in rows.values():
        places = tuple(unread.place for unread in texts if unread.place)
        yield WholeProgramme(places), _describe_row(texts)


def _describe_row(texts: list[Unread]) -> Sentence:
    words = shorten_quote(texts[0].text)
    others = len(texts) - 1
    if not others:
        return Sentence(
            "Not understood in this row: “{words}”.",
            words=words,
        )
    return Sentence(
        "Not understood in this row: “{words}”, and other texts ({others}).",
        words=words,
        others=others,
    )


def _row_of(place: Place | None) -> tuple[object, ...] | None:
    """The row of a table or sheet; None for what stands in none."""
    if place is None or place.row is None:
        return None
    return place.file, place.sheet, place.table, place.row


DUTCH = {
    (
        "A row of which something was not understood: it is kept, and stands nowhere in the "
        "network."
    ): (
        "Een rij waarvan iets niet is begrepen: het is bewaard, en staat nergens in het netwerk."
    ),
    (
        "what a cell says may be the very effort or target that another finding misses. Every "
        "report begins with how much was not read; this rule names each place, for who wants to "
        "settle them one by one."
    ): (
        "wat in een cel staat kan juist de inspanning of het SMART-doel zijn dat een andere "
        "bevinding mist. Elk verslag begint met hoeveel er niet is gelezen; deze regel noemt elke "
        "plek, voor wie ze één voor één wil afhandelen."
    ),
    "the first report of a Dutch doelenboom, which lists every row that it could not place.": (
        "het eerste verslag van een Nederlandse doelenboom, met elke rij die geen plek kreeg."
    ),
    "Not understood in this row: “{words}”.": (
        "In deze rij is niet begrepen: “{words}”."
    ),
    "Not understood in this row: “{words}”, and other texts ({others}).": (
        "In deze rij is niet begrepen: “{words}”, en andere teksten ({others})."
    ),
}
