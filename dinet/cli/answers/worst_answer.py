"""The answer to ``dinet query worst``: the few efforts whose loss costs most goals."""

from collections.abc import Iterator
from typing import Any

from dinet.cli.answers.contribution_answer import join_ids
from dinet.cli.answers.printing import element_line, wrap_text
from dinet.language import CountedSentence, Sentence
from dinet.network import QUESTION_WORDS
from dinet.network.worst_losses import LostSet, WorstLoss

_MOST_SHOWN = 5
"""Sets that the screen tells of each number of efforts; the JSON has them all."""


def worst_lines(losses: tuple[WorstLoss, ...], lang: str) -> Iterator[str]:
    """For each number of efforts what is lost at most, and by which efforts.

    The efforts that are named, and the goals, stand with their texts at the end.
    """
    for loss in losses:
        yield wrap_text(_loss_sentence(loss).in_language(lang))
        for lost in loss.sets[:_MOST_SHOWN]:
            yield wrap_text(_set_sentence(lost).in_language(lang), "  ")
        more = _more_sentence(loss)
        if more:
            yield wrap_text(more.in_language(lang), "  ")
    named = _named_elements(losses)
    if named:
        yield ""
    for element in named:
        yield element_line(element, "")
    yield ""
    yield wrap_text(QUESTION_WORDS["worst"].in_language(lang))


def _loss_sentence(loss: WorstLoss) -> Sentence:
    stops = CountedSentence(
        "When {count} effort stops", "When {count} efforts stop", loss.size
    )
    if not loss.lost and loss.is_exact:
        return Sentence("{stops}, no goal is left without.", stops=stops)
    goals = CountedSentence(
        "{count} goal is left without",
        "{count} goals are left without",
        loss.lost,
    )
    if loss.is_exact:
        return Sentence("{stops}, at most {goals}.", stops=stops, goals=goals)
    return Sentence(
        "{stops}, {goals} in the worst set that was found; it is not proved to be the worst, "
        "but no set costs more than {at_most}.",
        stops=stops,
        goals=goals,
        at_most=loss.at_most,
    )


def _set_sentence(lost: LostSet) -> Sentence:
    return Sentence(
        "{efforts}: loses {goals}",
        efforts=join_ids(lost.efforts),
        goals=join_ids(lost.goals),
    )


def _more_sentence(loss: WorstLoss) -> Sentence | None:
    """How many sets cost as much, when they are not all named."""
    more = len(loss.sets) - _MOST_SHOWN
    if not loss.is_whole:
        return Sentence(
            "At least {count} sets cost as much; not all were tried.",
            count=len(loss.sets),
        )
    if more > 0:
        return CountedSentence(
            "{count} more set costs as much: --format json has them all.",
            "{count} more sets cost as much: --format json has them all.",
            more,
        )
    return None


def _named_elements(losses: tuple[WorstLoss, ...]) -> list[Any]:
    """The efforts and goals of the sets that are shown, each once."""
    shown = [lost for loss in losses for lost in loss.sets[:_MOST_SHOWN]]
    efforts = {each.id: each for lost in shown for each in lost.efforts}
    goals = {each.id: each for lost in shown for each in lost.goals}
    return [*efforts.values(), *goals.values()]


def worst_data(losses: tuple[WorstLoss, ...], lang: str) -> dict[str, Any]:
    """The answer for a program: elements by their ids."""
    return {
        "losses": [
            {
                "stopped": loss.size,
                "lost": loss.lost,
                "at_most": loss.at_most,
                "exact": loss.is_exact,
                "sets": [
                    {
                        "efforts": [each.id for each in lost.efforts],
                        "goals": [each.id for each in lost.goals],
                    }
                    for lost in loss.sets
                ],
                "all_sets": loss.is_whole,
            }
            for loss in losses
        ],
        "definition": QUESTION_WORDS["worst"].in_language(lang),
    }
