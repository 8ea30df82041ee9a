"""What is told where a document does not say what serves what, and how to settle it.

All goals then have the grade *unknown*. A page tells that first, in a banner, since every count
of gaps would be a guess.
"""

import re
from typing import NamedTuple

from dinet.language import Sentence
from dinet.network import GOAL_GRADES, Grade, Network
from dinet.wording.labels import counted_kind

NATIVE_SUFFIXES = (".yaml", ".yml", ".json")
"""Of files in dinet's own form, which are filled in themselves and need no mapping form."""
NATIVE_FILE = "plan.din.yaml"
_PLAIN_NAME = re.compile(r"\w[\w .-]*")
"""A name in which no shell sees more than letters: people copy the command."""
MAPPING_FORM = "plan.koppeling.yaml"
"""The form that is written beside ``NATIVE_FILE``."""


class UnsaidLinks(NamedTuple):
    """What a document leaves open, and the way to settle it.

    Args:
        counts: How many goals and efforts it has.
        grade: What their coverage is called, and what that means.
        steps: What to do, in order; each with the command for it, if there is one.
    """

    counts: Sentence
    grade: Sentence
    steps: tuple[tuple[Sentence, Sentence | None], ...]


def find_unsaid_links(network: Network, source: str) -> UnsaidLinks | None:
    """What a document leaves open of what serves what.

    Args:
        network: The programme.
        source: The name of the document, for the commands; empty when it is not known.

    Returns:
        None when it says of any goal or target what serves it, or has none of these, or no
        efforts.
    """
    aims = network.goals or network.targets
    is_open = all(network.grade(aim) is Grade.UNKNOWN for aim in aims)
    if not (aims and network.efforts and is_open):
        return None
    counts = Sentence(
        "The document does not say what serves what: it names {aims} and {efforts}, and no "
        "connection between them.",
        aims=counted_kind(aims[0].kind, len(aims)),
        efforts=counted_kind("effort", len(network.efforts)),
    )
    grade = Sentence(
        "So the coverage of every goal is {grade}. That is a gap in the description, not in the "
        "programme.",
        grade=GOAL_GRADES[Grade.UNKNOWN].name,
    )
    return UnsaidLinks(counts, grade, _list_steps(source))


def _list_steps(
    source: str,
) -> tuple[tuple[Sentence, Sentence | None], ...]:
    if source.endswith(NATIVE_SUFFIXES):
        fill_in = Sentence(
            "Fill in under “voor” of each effort which goal it serves, and make this page anew."
        )
        return ((fill_in, None),)
    document = shell_argument(source)
    return (
        (
            Sentence("Make the mapping form:"),
            Sentence(
                "dinet read {document} -o {file}",
                document=document,
                file=NATIVE_FILE,
            ),
        ),
        (
            Sentence("Fill in which efforts serve which goal in:"),
            Sentence("{form}", form=MAPPING_FORM),
        ),
        (
            Sentence("Make this page anew with it:"),
            Sentence(
                "dinet build {document} --mapping {form}",
                document=document,
                form=MAPPING_FORM,
            ),
        ),
    )


def shell_argument(name: str) -> str:
    """A name as it may be typed after a command, in any shell; a word for it when it may not."""
    if _PLAIN_NAME.fullmatch(name):
        return f'"{name}"' if " " in name else name
    return "DOCUMENT"
