"""A goal that only ongoing work serves.

Why it matters: what is done already has led to the situation of today. To come further
something new is needed, or a reason why more time is enough.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - {tekst: Geven van sportlessen., fase: doorlopend}
      - tekst: Minder jongeren roken.
        inspanningen:
          - {tekst: Geven van voorlichting., periode: 2026-2027}

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - {tekst: Geven van sportlessen., fase: doorlopend}
              - {tekst: Bouwen van een sporthal., periode: 2026-2027}

Source: questions that auditors ask of a plan.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Effort
from dinet.network import Network
from dinet.vocabulary.active_dialect import words_of


@rule("DP606", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Goals with efforts, all of them ongoing, in a programme that also has others."""
    always = frozenset(words_of("time_words.always"))
    ongoing = {
        effort.id for effort in network.efforts if _is_ongoing(effort, always)
    }
    if not ongoing or len(ongoing) == len(network.efforts):
        return
    efforts = network.efforts_per_goal()
    for goal in network.goals:
        serving = efforts.get(goal.id)
        if serving and serving <= ongoing:
            yield (
                goal,
                Sentence(
                    "Goal {id} is served by ongoing work only: {efforts}.",
                    id=goal.id,
                    efforts=", ".join(sorted(serving)),
                ),
            )


def _is_ongoing(effort: Effort, always: frozenset[str]) -> bool:
    """Its phase or period says so, or the phase of every step of its planning."""
    phases = [step.phase for step in effort.planning]
    stated = [effort.phase, effort.period, *phases]
    words = [text.casefold().strip() for text in stated if text]
    return bool(words) and always.issuperset(words)


DUTCH = {
    "A goal that only ongoing work serves.": (
        "Een doel dat alleen door lopend werk wordt gediend."
    ),
    (
        "what is done already has led to the situation of today. To come further "
        "something new is needed, or a reason why more time is enough."
    ): (
        "wat al wordt gedaan heeft geleid tot hoe het nu is. Om verder te komen "
        "is iets nieuws nodig, of een reden waarom meer tijd genoeg is."
    ),
    "questions that auditors ask of a plan.": (
        "vragen die controleurs aan een plan stellen."
    ),
    "Goal {id} is served by ongoing work only: {efforts}.": (
        "Doel {id} wordt alleen door lopend werk gediend: {efforts}."
    ),
}
