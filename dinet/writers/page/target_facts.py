"""What the page tells of a target: its sentence in parts, its verdicts and what is missing."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from dinet.model import Element, Target
from dinet.report.targets.target_analysis import LETTER_WORDS, VERDICT_WORDS
from dinet.report.targets.target_picture import (
    labelled_parts,
    parts_by_character,
)
from dinet.targets.completion import completion_sentence
from dinet.targets.gaps import find_gaps
from dinet.targets.known_target import KnownTarget, know_target


def target_facts(
    element: Element, text_lang: str, lang: str
) -> dict[str, Any]:
    """What the script is told of a target; nothing for an element of another kind.

    Args:
        element: Any.
        text_lang: The language of the document.
        lang: Of the page.

    Returns:
        Under ``smart`` the ``pieces`` of the sentence, which together are its text, each with
        what it is called or an empty text; the ``verdicts`` by the names of the letters; and what
        is ``missing``.

    Example:
        >>> target = Target(id="S1", text="In 2028 sport 60% van de jeugd.")
        >>> target_facts(target, "nl", "nl")["smart"]["pieces"][:3]
        [['In 2028', 'termijn'], [' sport ', ''], ['60%', 'waarde']]
    """
    if not isinstance(element, Target):
        return {}
    known = know_target(element, text_lang)
    missing = completion_sentence(find_gaps(known))
    verdicts = [
        [
            words.in_language(lang),
            VERDICT_WORDS[known.verdicts[letter].verdict].in_language(lang),
        ]
        for letter, words in LETTER_WORDS.items()
    ]
    return {
        "smart": {
            "pieces": list(_pieces_of(known, lang)),
            "verdicts": verdicts,
            "missing": missing.in_language(lang),
        }
    }


def _pieces_of(known: KnownTarget, lang: str) -> Iterator[list[str]]:
    """The text of a target in pieces: a part and its label, or what stands between two."""
    text = known.element.text
    parts = labelled_parts(known.analysis, lang)
    shown = parts_by_character(text, parts)
    for part, places in groupby(range(len(text)), key=shown.__getitem__):
        piece = "".join(text[place] for place in places)
        yield [piece, part.label if part else ""]
