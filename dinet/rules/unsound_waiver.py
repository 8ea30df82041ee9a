"""A waiver that gives no reason, or that waives nothing any more.

Why it matters: a finding may stand by a person's decision, and then whoever reads the report has
to see why. A waiver that has lost its finding would quietly waive the next one.

Bad:

    doelen:
      - tekst: Ouderen voelen zich minder alleen.
    uitzonderingen:
      - regel: DC103
        element: D1

Good:

    doelen:
      - tekst: Ouderen voelen zich minder alleen.
    uitzonderingen:
      - regel: DC103
        element: D1
        reden: Dit is een stip op de horizon; het SMART-doel volgt in de kadernota.
        wie: de programmaraad
        datum: 2026-03-01

Source: practice of courts of audit, which list each deviation with its reason.
"""

from dinet.finding import RuleRemarks, Severity, WholeProgramme, rule
from dinet.network import Network
from dinet.wording.waiver_sentences import without_reason


@rule("DX907", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Waivers of the programme itself that give no reason.

    Which ones waive nothing any more shows only beside the findings of the other rules: the audit
    tells that by this rule too, and so it does of the waivers that a folder settles.
    """
    for waiver in network.programme.waivers:
        if not waiver.reason.strip():
            yield WholeProgramme(), without_reason(waiver)


ALSO_FOUND = {
    "DC101": "the goal has no effort: the example needs none.",
    "DC103": "it is this finding that the waiver lets stand.",
}
"""What other rules say of the good example, and why."""

DUTCH = {
    "A waiver that gives no reason, or that waives nothing any more.": (
        "Een uitzondering die geen reden geeft, of die niets meer uitzondert."
    ),
    (
        "a finding may stand by a person's decision, and then whoever reads the "
        "report has to see why. A waiver that has lost its finding would quietly waive "
        "the next one."
    ): (
        "een bevinding mag blijven staan als iemand dat besluit, en dan moet wie het "
        "verslag leest kunnen zien waarom. Een uitzondering die haar bevinding kwijt "
        "is, zou stilletjes de volgende uitzonderen."
    ),
    "practice of courts of audit, which list each deviation with its reason.": (
        "praktijk van rekenkamers, die elke afwijking met haar reden vermelden."
    ),
}
