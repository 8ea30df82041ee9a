"""D2, which draws diagrams from text: every element with its colours and shape, every link."""

from collections.abc import Iterator

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.model import WEAK_BASES, Kind, Link
from dinet.native.link_direction import goes_without_saying
from dinet.network import Network
from dinet.wording.labels import LINK_NAMES, translator_for
from dinet.writers.exchange.element_facts import element_label

KIND_SHAPES: dict[Kind, str] = {
    "theme": "package",
    "programme": "package",
    "target": "page",
    "effort": "step",
}
"""What is drawn around a label by kind; other kinds are rectangles."""


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The source, UTF-8 with LF.

    Args:
        network: Every element and link is drawn, links from what serves to what is served.
        findings: Not shown.
        profile: ``lang`` is the language of the words at links; ``short`` takes titles for
            labels; ``style`` gives the colours.
    """
    return ("\n".join(_source_lines(network, profile)) + "\n").encode()


def quote_d2(text: str) -> str:
    """A text as a string of D2 that says exactly its words: between single quotes nothing else has a meaning.

    Example:
        >>> print(quote_d2("'s-Hertogenbosch: ${x}"))
        '''s-Hertogenbosch: ${x}'
    """
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


def _source_lines(network: Network, profile: Profile) -> Iterator[str]:
    names = {
        element.id: f"n{number}" for number, element in enumerate(network, start=1)
    }
    yield "direction: left"
    yield "classes: {"
    for kind in dict.fromkeys(each.kind for each in network):
        ink = profile.style.inks[kind]
        look = f'style: {{fill: "{ink.ground}"; stroke: "{ink.border}"; font-color: "{ink.text}"}}'
        yield f"  {kind}: {{shape: {KIND_SHAPES.get(kind, 'rectangle')}; {look}}}"
    yield "}"
    for each in network:
        yield f"{names[each.id]}: {quote_d2(element_label(each, short=profile.short))} {{class: {each.kind}}}"
    for link in network.links():
        yield f"{names[link.start]} {_arrow_sign(link, profile)} {names[link.end]}{_link_suffix(link, network, profile)}"


def _arrow_sign(link: Link, profile: Profile) -> str:
    return "->" if profile.style.link_style(link.kind, dashed=False).head else "--"


def _link_suffix(link: Link, network: Network, profile: Profile) -> str:
    plain = goes_without_saying(
        link.kind, network[link.start].kind, network[link.end].kind
    )
    words = (
        ""
        if plain
        else f": {quote_d2(translator_for(profile.lang)(LINK_NAMES[link.kind].forward))}"
    )
    dashes = "style.stroke-dash: 4" if link.basis in WEAK_BASES else ""
    return (
        f"{words} {{{dashes}}}"
        if words and dashes
        else f": {{{dashes}}}"
        if dashes
        else words
    )


DUTCH = {
    (
        "D2, which draws diagrams from text: every element with its colours and shape, "
        "every link."
    ): (
        "D2, dat diagrammen tekent uit tekst: elk element met zijn kleuren en vorm, "
        "elk verband."
    ),
}
