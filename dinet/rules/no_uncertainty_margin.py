"""A budget without a margin, where most budgets have one.

Why it matters: an estimate is a range. Where the others say how wide it is, a bare amount looks
more certain than it is.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - {tekst: Bouwen van een sporthal., budget: "€ 100.000 ± 20%"}
          - {tekst: Trainen van vrijwilligers., budget: "€ 50.000 ± 10%"}
          - {tekst: Werven van coaches., budget: "€ 80.000"}

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - {tekst: Bouwen van een sporthal., budget: "€ 100.000 ± 20%"}
          - {tekst: Trainen van vrijwilligers., budget: "€ 50.000 ± 10%"}

Source: the effort dossier of the handbook Werken aan Programma's.
"""

from dinet.finding import (
    FieldSentence,
    RuleRemarks,
    Severity,
    element_sentence,
    lacking_elements,
    rule,
)
from dinet.model import Element
from dinet.network import Network
from dinet.vocabulary.statement_words import statement_pattern, statement_words


@rule("DB705", Severity.INFO, "row")
def check(network: Network) -> RuleRemarks:
    """Budgets that are an amount, without a margin in their cell or in a column of its own."""
    priced = [element for element in network if _has_amount(element)]
    for element in lacking_elements(priced, _has_margin):
        sentence = element_sentence(
            "The budget of {id} ({kind}) has no margin: {budget}.",
            element,
            budget=element.budget,
        )
        yield element, FieldSentence(sentence, "budget")


def _has_amount(element: Element) -> bool:
    """An open budget is no amount, and has a finding of its own."""
    return any(map(str.isdigit, element.budget or ""))


def _has_margin(element: Element) -> bool:
    words = element.budget or ""
    if "±" in words or statement_pattern("margins.words").search(words):
        return True
    headings = statement_words("margins.headings")
    return any(
        cell.text.strip() and cell.heading.strip(" :.").casefold() in headings
        for cell in element.extra
    )


DUTCH = {
    "A budget without a margin, where most budgets have one.": (
        "Een budget zonder marge, waar de meeste budgetten er een hebben."
    ),
    (
        "an estimate is a range. Where the others say how wide it is, a bare amount looks more "
        "certain than it is."
    ): (
        "een raming is een bandbreedte. Waar de andere zeggen hoe breed die is, lijkt een kaal "
        "bedrag zekerder dan het is."
    ),
    "the effort dossier of the handbook Werken aan Programma's.": (
        "het inspanningendossier van het handboek Werken aan Programma's."
    ),
    "The budget of {id} ({kind}) has no margin: {budget}.": (
        "Het budget van {id} ({kind}) heeft geen marge: {budget}."
    ),
}

ALSO_FOUND = {
    "DC103": "the goal has no target: the example needs none.",
}
"""What other rules say of the good example, and why."""
