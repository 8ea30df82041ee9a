"""A row of what differs between two versions, as every output tells it."""

from dataclasses import dataclass

from dinet.language import Sentence
from dinet.model import Element

NOT_THERE = Sentence("does not stand there")
"""What stands in place of an element that one version has not."""


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One thing that differs.

    Args:
        old: What stands in the old version; empty when nothing does.
        new: What stands in the new one.
        facts: What to know of it, in whole sentences or short parts.
        is_doubtful: A person has to look whether these are the same at all.
        absence: What is told in place of a side that is empty.
    """

    old: tuple[Element, ...]
    new: tuple[Element, ...]
    facts: tuple[Sentence, ...] = ()
    is_doubtful: bool = False
    absence: Sentence = NOT_THERE
