"""All that is found in a text before any of it has a role."""

from dinet.wording.target_sentence.baselines import find_yardsticks
from dinet.wording.target_sentence.clauses import frame_sentences
from dinet.wording.target_sentence.quantities import find_quantities
from dinet.wording.target_sentence.roles import SentenceParts
from dinet.wording.target_sentence.target_text import TargetText
from dinet.wording.target_sentence.times import find_times


def find_parts(text: TargetText) -> SentenceParts:
    """The times, numbers, sentences and yardsticks of a text; ``roles.give_roles`` comes next.

    Args:
        text: Of which the sources were found, so that their words are taken.
    """
    times = find_times(text)
    quantities = find_quantities(text)
    frames = frame_sentences(text, times)
    return SentenceParts(
        text, times, quantities, frames, find_yardsticks(text)
    )
