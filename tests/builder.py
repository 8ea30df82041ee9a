"""Small worlds for tests, written as people write them: in dinet's own format."""

from textwrap import dedent

from dinet.api import Network
from dinet.model import Programme
from dinet.readers.yaml import read


def programme(text: str) -> Programme:
    """The programme in a text in the native format; the text may be indented as a whole.

    Example:
        >>> programme("doelen: [Meer sport]").elements[0].id
        'D1'
    """
    return read(dedent(text).encode(), "test.din.yaml").programme


def network(text: str) -> Network:
    """The network of a programme in the native format.

    Example:
        >>> network('''
        ...     doelen:
        ...       - tekst: Meer sport
        ...         inspanningen: [Bouwen van een hal]
        ... ''').efforts_for(network("doelen: [Meer sport]")["D1"])[0].text
        'Bouwen van een hal'
    """
    return Network(programme(text))
