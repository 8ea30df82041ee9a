"""A target that names no number, nor anything else that it could be held against.

Why it matters: what is not counted cannot be reached or missed. Whoever judges it afterwards
decides by feeling.

Bad:

    doelen:
      - tekst: Inwoners voelen zich thuis in hun wijk.
        smart-doelen:
          - tekst: In 2028 zijn inwoners tevreden over hun wijk.
            bron: Leefbaarheidsmonitor
            inspanningen: [Bewoners praten mee over het onderhoud van hun straat.]

Good:

    doelen:
      - tekst: Inwoners voelen zich thuis in hun wijk.
        smart-doelen:
          - tekst: In 2028 is 80% van de inwoners tevreden over de eigen wijk (in 2024 was dit 72%).
            bron: Leefbaarheidsmonitor
            inspanningen: [Bewoners praten mee over het onderhoud van hun straat.]

Source: studies of Dutch courts of audit on budgets whose goals could not be measured.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network
from dinet.targets.gaps import GapKind, gaps_to_tell, targets_without_figures

_SENTENCES: dict[GapKind, str] = {
    "number": "Target {id} names no number: nobody can tell when it is reached.",
    "past": (
        "Target {id} only tells what was measured: it names no number to be reached."
    ),
    "process": (
        "Target {id} only tells what is being done: it names no number to be reached."
    ),
}
"""What is said of each kind of gap.

A target that only compares has a rule of its own too, and so has what is still to be settled.
"""


@rule("DM301", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Targets without a number, where a number is what lacks.

    One that says more or less than in some year can be checked; one that says only more cannot.
    """
    for target, gap in gaps_to_tell(network):
        if gap.kind in _SENTENCES:
            yield target, Sentence(_SENTENCES[gap.kind], id=target.id)
    for target in targets_without_figures(network):
        yield target, Sentence(_SENTENCES["number"], id=target.id)


DUTCH = {
    "A target that names no number, nor anything else that it could be held against.": (
        "Een SMART-doel zonder getal, en zonder iets anders om het aan af te meten."
    ),
    (
        "what is not counted cannot be reached or missed. Whoever judges it afterwards "
        "decides by feeling."
    ): (
        "wat niet geteld wordt, kan niet gehaald of gemist worden. Wie het achteraf "
        "beoordeelt, gaat op gevoel af."
    ),
    "studies of Dutch courts of audit on budgets whose goals could not be measured.": (
        "onderzoek van rekenkamers naar begrotingen met doelen die niet te meten waren."
    ),
    "Target {id} names no number: nobody can tell when it is reached.": (
        "SMART-doel {id} noemt geen getal: er is niet vast te stellen wanneer het bereikt is."
    ),
    "Target {id} only tells what was measured: it names no number to be reached.": (
        "SMART-doel {id} vertelt alleen wat er gemeten is: het noemt geen getal dat bereikt "
        "moet worden."
    ),
    "Target {id} only tells what is being done: it names no number to be reached.": (
        "SMART-doel {id} vertelt alleen wat er gedaan wordt: het noemt geen getal dat bereikt "
        "moet worden."
    ),
}
