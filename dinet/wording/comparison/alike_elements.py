"""The targets and the efforts of a programme that say the same or contradict each other."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dinet.model import Element
from dinet.network import Network
from dinet.wording.similarity import may_say_the_same

if TYPE_CHECKING:
    from dinet.wording.comparison.comparison import Comparison


class AlikeElements(NamedTuple):
    """Two elements that say the same or contradict each other.

    Args:
        first: The earlier one.
        second: The later one.
        comparison: Of the first with the second; never ``different``.
    """

    first: Element
    second: Element
    comparison: "Comparison"


def find_alike_elements(
    network: Network, *, is_thorough: bool = False
) -> Iterator[AlikeElements]:
    """Targets before efforts, in the order of the document; none that merely differ.

    Args:
        network: The programme.
        is_thorough: Compare also where no two texts of a short document begin alike. Without it
            such a document takes no time, and of 100 pairs 3 are not seen.
    """
    for elements in (network.targets, network.efforts):
        texts = tuple(element.text for element in elements)
        if not (is_thorough or may_say_the_same(texts)):
            continue
        # the words of a language take a tenth of a second to load
        from dinet.wording.comparison.candidates import alike_pairs

        for pair in alike_pairs(texts, network.programme.lang):
            yield AlikeElements(
                elements[pair.first], elements[pair.second], pair.comparison
            )
