"""Whether a statement is worded as work: by a verb or noun of doing at its beginning or end."""

from collections.abc import Sequence

from dinet.vocabulary.statement_words import (
    statement_endings,
    statement_words,
)
from dinet.wording.effect_wording import begins_with_group
from dinet.wording.statement_cut import StatementCut, cut_statement

_SHORTEST_OBJECT = 2
"""Words of a statement that ends in its verb: what is done, and to what."""
_OBJECT_REACH = 4
"""Words behind "van" in which its object stands: "van een nieuw regionaal plan"."""


def find_work_words(text: str) -> str:
    """The words by which a statement reads as work, as they stand there; empty when it does not.

    Found are "Het organiseren van", "Aanleg van", "We organiseren" at the beginning and an
    infinitive at the end, when no other verb is there that it belongs to.

    Example:
        >>> find_work_words("Het organiseren van een sportdag.")
        'organiseren van'
        >>> find_work_words("Een sporthal bouwen")
        'bouwen'
        >>> find_work_words("Ouderen kunnen een huis bouwen")
        ''
    """
    cut = cut_statement(text)
    if not cut.words:
        return ""
    return _work_at_beginning(cut) or _work_at_end(cut)


def _work_at_beginning(cut: StatementCut) -> str:
    start = cut.first_after_article()
    low, behind = cut.lows[start], cut.lows[start + 1 : start + 2]
    verbs = statement_words("work.verbs")
    if _is_work_on_something(low, behind):
        verbs = statement_words("work.sentence_verbs")
        is_sentence = not verbs.isdisjoint(cut.lows)
        return "" if is_sentence else " ".join(cut.words[start : start + 2])
    if start == 0 and low in verbs and behind:
        return cut.words[0]
    if (
        low in statement_words("work.workers")
        and behind
        and behind[0] in verbs
    ):
        return " ".join(cut.words[start : start + 2])
    return ""


def _is_work_on_something(low: str, behind: Sequence[str]) -> bool:
    """A verb or noun of work, and "van" behind it."""
    if not behind or behind[0] not in statement_words("work.of"):
        return False
    return (
        low in statement_words("work.verbs")
        or low in statement_words("work.effort_verbs")
        or low in statement_words("work.nouns")
    )


def _work_at_end(cut: StatementCut) -> str:
    if not cut.lows or cut.lows[0] in statement_words("effect.directions"):
        return ""
    position = closing_verb(cut, statement_words("work.verbs"))
    is_last = position == len(cut.lows) - 1
    if position < 1 or (not is_last and begins_with_group(cut.lows)):
        return ""
    return cut.words[position]


def closing_verb(cut: StatementCut, verbs: frozenset[str]) -> int:
    """Where an infinitive stands that closes a phrase without another verb; -1 when none does.

    It is the last word, or a preposition stands behind it.
    """
    if len(cut.lows) < _SHORTEST_OBJECT:
        return -1
    if not statement_words("work.not_with_infinitive").isdisjoint(cut.lows):
        return -1
    prepositions = statement_words("work.prepositions")
    last = len(cut.lows) - 1
    for position in range(1, len(cut.lows)):
        if cut.lows[position] in verbs and (
            position == last or cut.lows[position + 1] in prepositions
        ):
            return position
    return -1


def find_output_words(text: str) -> str:
    """What a statement says to deliver, with the word that says so; empty when it says none.

    Found are a product with a word for being ready ("plan … vastgesteld"), and a product that is
    the object of work at the beginning ("organiseren van een sportdag" gives "sportdag").

    Example:
        >>> find_output_words("Er is een beleidsplan opgesteld.")
        'beleidsplan … opgesteld'
        >>> find_output_words("Meer kinderen sporten.")
        ''
    """
    cut = cut_statement(text)
    delivered = statement_words("output.delivered").intersection(cut.lows)
    if delivered:
        return _delivered_words(cut, delivered)
    if cut.words and _work_at_beginning(cut):
        reach = cut.words[2 : 2 + _OBJECT_REACH + cut.first_after_article()]
        return next(filter(_is_output, reach), "")
    return ""


def _delivered_words(cut: StatementCut, delivered: frozenset[str]) -> str:
    """What is ready and that it is, unless people have it or something is to grow."""
    if {"hebben", "heeft", "have", "has"}.intersection(cut.lows):
        return ""
    if statement_words("effect.directions").intersection(cut.lows):
        return ""
    product = next(filter(_is_output, cut.words), "")
    if not product:
        return ""
    ready = next(
        word
        for word, low in zip(cut.words, cut.lows, strict=True)
        if low in delivered
    )
    return f"{product} … {ready}"


def _is_output(word: str) -> bool:
    return word.lower().endswith(statement_endings("output.nouns"))


def is_bare_subject(word: str) -> bool:
    """Whether one word names a subject and no action: "Communicatie", not "Beleidsevaluatie".

    A plural or infinitive in "en" may be an action, and so may a word with a digit.

    Example:
        >>> is_bare_subject("Communicatie"), is_bare_subject("Cultuureducatiecampagne")
        (True, False)
    """
    low = word.lower()
    if low.endswith("en") or not low.replace("-", "").isalpha():
        return False
    ending = next(
        filter(low.endswith, statement_endings("work.noun_endings")), low
    )
    return ending == low
