"""D2, which draws diagrams from text: every element with its colours and shape, every link."""

from collections.abc import Iterator

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.model import WEAK_BASES, Kind, Link
from dinet.native.link_direction import goes_without_saying
from dinet.network import Network
from dinet.wording.labels import LINK_NAMES, translator_for, with_weight
from dinet.writers.exchange.element_facts import element_label

KIND_SHAPES: dict[Kind, str] = {
    "theme": "package",
    "programme": "package",
    "target": "page",
    "effort": "step",
}
"""What is drawn around a label by kind; other kinds are rectangles."""


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The source, UTF-8 with LF.

    Args:
        network: Every element and link is drawn, links from what serves to what is served.
        findings: Not shown.
        profile: ``lang`` is the language of the words at links; ``short`` takes titles for
            labels; ``style`` gives the colours.
    """
    return ("\n".join(_source_lines(network, profile)) + "\n").encode()


def quote_d2(text: str) -> str:
    """A text as a string of D2 that says exactly its words.

    Between single quotes nothing else has a meaning.

    Example:
        >>> print(quote_d2("'s-Hertogenbosch: ${x}"))
        '''s-Hertogenbosch: ${x}'
    """
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


def _source_lines(network: Network, profile: Profile) -> Iterator[str]:
    """The classes of kinds, then the elements, then the links."""
    numbered = enumerate(network, start=1)
    names = {element.id: f"n{number}" for number, element in numbered}
    yield "direction: left"
    yield "classes: {"
    for kind in dict.fromkeys(element.kind for element in network):
        yield f"  {kind}: {_class_look(kind, profile)}"
    yield "}"
    for element in network:
        label = quote_d2(element_label(element, short=profile.short))
        yield f"{names[element.id]}: {label} {{class: {element.kind}}}"
    for link in network.links():
        line = f"{names[link.start]} {_arrow_sign(link)} {names[link.end]}"
        yield line + _link_suffix(link, network, profile)


def _class_look(kind: Kind, profile: Profile) -> str:
    ink = profile.style.inks[kind]
    shape = KIND_SHAPES.get(kind, "rectangle")
    colours = f'fill: "{ink.ground}"; stroke: "{ink.border}"; font-color: "{ink.text}"'
    return f"{{shape: {shape}; style: {{{colours}}}}}"


def _arrow_sign(link: Link) -> str:
    return "--" if link.kind == "part_of" else "->"


def _link_suffix(link: Link, network: Network, profile: Profile) -> str:
    """What stands after a link: words unless these go without saying, dashes when it is weak."""
    kinds = network[link.start].kind, network[link.end].kind
    name, dashes = link.weight or "", ""
    if not goes_without_saying(link.kind, *kinds):
        forward = translator_for(profile.lang)(LINK_NAMES[link.kind].forward)
        name = with_weight(forward, link)
    words = f" {quote_d2(name)}" if name else ""
    if link.basis in WEAK_BASES:
        dashes = " {style.stroke-dash: 4}"
    return f":{words}{dashes}" if words or dashes else ""


DUTCH = {
    (
        "D2, which draws diagrams from text: every element with its colours and shape, "
        "every link."
    ): (
        "D2, dat diagrammen tekent uit tekst: elk element met zijn kleuren en vorm, "
        "elk verband."
    ),
}
