"""A shared target with an effort beside it under one goal, and none under another.

Why it matters: counted once, the target has an effort, while beside one of its goals nobody works
on the figure. It may be meant: the work under the other goal then serves both.

Bad:

    doelen:
      - id: D1
        tekst: Meer kinderen sporten elke week.
        smart-doelen:
          - {id: S1, tekst: In 2028 sport 60% van de kinderen elke week.}
        inspanningen:
          - Bouwen van een sporthal.
      - id: D2
        tekst: Minder kinderen zijn te zwaar.
        smart-doelen: [S1]
        inspanningen:
          - {tekst: Geven van lessen in de wijk., voor: [S1]}

Good:

    doelen:
      - id: D1
        tekst: Meer kinderen sporten elke week.
        smart-doelen:
          - {id: S1, tekst: In 2028 sport 60% van de kinderen elke week.}
        inspanningen:
          - {tekst: Bouwen van een sporthal., voor: [S1]}
      - id: D2
        tekst: Minder kinderen zijn te zwaar.
        smart-doelen: [S1]
        inspanningen:
          - {tekst: Geven van lessen in de wijk., voor: [S1]}

Source: seen in real documents, where a target comes back under a goal with an empty cell beside it.
"""

from collections import defaultdict

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Link
from dinet.network import Grade, Measurement, Network


@rule("DC118", Severity.INFO, missing_from="document")
def check(network: Network) -> RuleRemarks:
    """The links of targets with goals that have efforts, but none for the target.

    Not those of a target that no effort serves anywhere, nor of a goal without efforts of its own:
    these have rules of their own.
    """
    measurements = network.measurements()
    served = defaultdict(list)
    for measured in measurements:
        if measured.grade is Grade.DIRECT:
            served[measured.target.id].append(measured.goal.id)
    for measured in measurements:
        others = served.get(measured.target.id)
        if others and measured.grade is Grade.THROUGH_GOAL:
            sentence = Sentence(
                "No effort under goal {goal} works on target {id} itself; under {others} one does.",
                id=measured.target.id,
                goal=measured.goal.id,
                others=", ".join(others),
            )
            yield _measuring_link(network, measured), sentence


def _measuring_link(network: Network, measured: Measurement) -> Link:
    ends = measured.target.id, measured.goal.id
    links = network.links_of(measured.target)
    return next(link for link in links if (link.start, link.end) == ends)


DUTCH = {
    (
        "A shared target with an effort beside it under one goal, and none under another."
    ): (
        "Een gedeeld SMART-doel met onder het ene doel een inspanning ernaast, en onder het "
        "andere niet."
    ),
    (
        "counted once, the target has an effort, while beside one of its goals nobody works on "
        "the figure. It may be meant: the work under the other goal then serves both."
    ): (
        "één keer geteld heeft het SMART-doel een inspanning, terwijl onder een van zijn doelen "
        "niemand aan dat cijfer werkt. Het kan zo bedoeld zijn: dan dient het werk onder het "
        "andere doel beide."
    ),
    (
        "seen in real documents, where a target comes back under a goal with an empty cell "
        "beside it."
    ): (
        "gezien in echte documenten, waar een SMART-doel onder een ander doel terugkomt met een "
        "lege cel ernaast."
    ),
    (
        "No effort under goal {goal} works on target {id} itself; under {others} one does."
    ): (
        "Onder doel {goal} werkt geen inspanning aan SMART-doel {id} zelf; onder {others} wel."
    ),
}

ALSO_FOUND = {
    "DM305": "the target has no source: the example needs none.",
}
"""What other rules say of the good example, and why."""
