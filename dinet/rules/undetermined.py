"""Words that say that something is still to be settled: nader te bepalen, n.t.b., p.m., TBD.

Why it matters: the document was adopted with a gap in it. Such words are easily forgotten, and
an amount that is still open is unknown, not zero.

Bad:

    smart-doelen:
      - In 2028 herkent 90% van een nader te bepalen groep de signalen.

Good:

    smart-doelen:
      - In 2028 herkent 90% van de wijkverpleegkundigen de signalen.

Source: seen in real documents.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from dinet.finding import (
    FieldSentence,
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.language import Sentence
from dinet.model import Element, FieldName, Target
from dinet.network import Network
from dinet.wording.undetermined import find_undetermined

FIELD_SENTENCES: dict[FieldName, str] = {
    "budget": "The budget of {id} is still open: it says “{words}”.",
    "period": "The period of {id} is still open: it says “{words}”.",
    "phase": "The phase of {id} is still open: it says “{words}”.",
    "status": "The status of {id} is still open: it says “{words}”.",
    "source": "The source of {id} is still open: it says “{words}”.",
    "indicator": "The indicator of {id} is still open: it says “{words}”.",
    "baseline": "The baseline of {id} is still open: it says “{words}”.",
    "value": "The value of {id} is still open: it says “{words}”.",
    "unit": "The unit of {id} is still open: it says “{words}”.",
    "year": "The year of {id} is still open: it says “{words}”.",
}
"""What is said of each field that is still open.

An owner has a rule of its own.
"""


@rule("DW209", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Elements with such words in their text, and each of their fields with such words."""
    # the same few phases, periods and amounts come back all the time
    find_words = cache(find_undetermined)
    for element in network:
        words = _open_words((element.text, element.title), find_words)
        if words:
            yield (
                element,
                element_sentence(
                    "{id} ({kind}) is not settled yet: it says “{words}”.",
                    element,
                    words="”, “".join(words),
                ),
            )
        for field, texts in _stated_fields(element):
            open_words = _open_words(texts, find_words)
            if open_words:
                yield element, _field_sentence(element, field, open_words)


def _field_sentence(
    element: Element, field: FieldName, words: list[str]
) -> FieldSentence:
    """What is said of one field that is still open."""
    sentence = Sentence(
        FIELD_SENTENCES[field], id=element.id, words="”, “".join(words)
    )
    return FieldSentence(sentence, field, words[0])


def _open_words(
    texts: Iterable[str | None], find_words: Callable[[str], tuple[str, ...]]
) -> list[str]:
    """The words in some texts that leave something open, each once."""
    words: dict[str, None] = {}
    for text in filter(None, texts):
        words.update(dict.fromkeys(find_words(text)))
    return list(words)


def _stated_fields(
    element: Element,
) -> Iterator[tuple[FieldName, tuple[str | None, ...]]]:
    """The fields of an element that say something, with their texts: few, of most elements."""
    if element.budget:
        yield "budget", (element.budget,)
    if element.period:
        yield "period", (element.period,)
    if element.phase:
        yield "phase", (element.phase,)
    if element.status:
        yield "status", (element.status,)
    if element.sources:
        yield "source", element.sources
    aim = element.target if type(element) is Target else None
    if aim:
        yield "indicator", (aim.indicator,)
        yield "baseline", (aim.baseline, aim.baseline_year)
        yield "value", (aim.value,)
        yield "unit", (aim.unit,)
        yield "year", (aim.year,)


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
    "The budget of {id} is still open: it says “{words}”.": (
        "Het budget van {id} staat nog open: er staat “{words}”."
    ),
    "The period of {id} is still open: it says “{words}”.": (
        "De periode van {id} staat nog open: er staat “{words}”."
    ),
    "The phase of {id} is still open: it says “{words}”.": (
        "De fase van {id} staat nog open: er staat “{words}”."
    ),
    "The status of {id} is still open: it says “{words}”.": (
        "De status van {id} staat nog open: er staat “{words}”."
    ),
    "The source of {id} is still open: it says “{words}”.": (
        "De bron van {id} staat nog open: er staat “{words}”."
    ),
    "The indicator of {id} is still open: it says “{words}”.": (
        "De indicator van {id} staat nog open: er staat “{words}”."
    ),
    "The baseline of {id} is still open: it says “{words}”.": (
        "De nulmeting van {id} staat nog open: er staat “{words}”."
    ),
    "The value of {id} is still open: it says “{words}”.": (
        "De streefwaarde van {id} staat nog open: er staat “{words}”."
    ),
    "The unit of {id} is still open: it says “{words}”.": (
        "De eenheid van {id} staat nog open: er staat “{words}”."
    ),
    "The year of {id} is still open: it says “{words}”.": (
        "Het jaar van {id} staat nog open: er staat “{words}”."
    ),
}

ALSO_FOUND = {
    "DC105": "the target has no goal: the example needs none.",
    "DM305": "the target has no source: the example needs none.",
}
"""What other rules say of the good example, and why."""
