"""What is found in a text, and the role of each part: of one text it is asked only once."""

from functools import lru_cache
from typing import NamedTuple

from dinet.wording.target_sentence.baselines import find_yardsticks
from dinet.wording.target_sentence.clauses import frame_sentences
from dinet.wording.target_sentence.quantities import find_quantities
from dinet.wording.target_sentence.result import TargetSource
from dinet.wording.target_sentence.roles import SentenceParts, give_roles
from dinet.wording.target_sentence.sources import find_target_sources
from dinet.wording.target_sentence.target_text import TargetText
from dinet.wording.target_sentence.times import find_times
from dinet.wording.target_sentence.values import add_kinds, complete_units

_MOST_READ = 4096
"""So many texts are kept in parts: about 60 MB, and the targets of a very large programme."""


class ReadSentence(NamedTuple):
    """A text of which every part has its role.

    Args:
        sources: That it names.
        parts: Its times, numbers and sentences; who would change them takes ``own_copy`` first.
    """

    sources: tuple[TargetSource, ...]
    parts: SentenceParts


@lru_cache(maxsize=_MOST_READ)
def read_sentence(text: str, language: str) -> ReadSentence:
    """The sources and parts of a text, for what it says as a target and for comparing it.

    Args:
        text: A sentence, or the few sentences of one cell.
        language: ``nl`` or ``en``.

    Example:
        >>> parts = read_sentence("In 2028 sport 60% (2020: 51%).", "nl").parts
        >>> [(number.value, number.role) for number in parts.quantities]
        [(60.0, 'target'), (51.0, 'baseline')]
    """
    marked = TargetText(text, language)
    sources = find_target_sources(marked)
    parts = find_parts(marked)
    give_roles(parts)
    complete_units(parts)
    add_kinds(parts)
    return ReadSentence(sources, parts)


def forget_sentences() -> None:
    """Let go of all texts that were read, so that each is read anew: for measuring what it costs.

    Example:
        >>> forget_sentences()
    """
    read_sentence.cache_clear()


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
