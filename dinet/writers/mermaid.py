"""A Mermaid flowchart, for systems that draw it from text; without a layout of its own, so best \
for small programmes.

Suffixes: .mmd
"""  # noqa: D205 (one sentence of the catalogue)

import re
from collections.abc import Iterator

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.style.palette import KIND_COLOURS
from dinet.layout.style.profile import Profile
from dinet.model import WEAK_BASES, Element, Link, LinkKind
from dinet.native.facts import (
    FACTS_NAME,
    PROGRAMME_NAME,
    facts_as_comment,
    identity_as_comment,
)
from dinet.native.link_direction import goes_without_saying
from dinet.network import Network
from dinet.wording.labels import LINK_NAMES, translator_for, with_weight

MOST_LINKS = 500
"""So many links Mermaid draws, unless its setting maxEdges says otherwise."""
MOST_CHARACTERS = 50_000
"""So long a text Mermaid reads, unless its setting maxTextSize says otherwise."""
_LINKS_WARNING = (
    "This has {count} links; Mermaid draws at most {most} unless maxEdges says "
    "otherwise."
)
_CHARACTERS_WARNING = (
    "This has {count} characters; Mermaid reads at most {most} unless maxTextSize says "
    "otherwise."
)

KIND_SHAPES = {
    "theme": ('[["', '"]]'),
    "goal": ('["', '"]'),
    "target": ('("', '")'),
    "effort": ('(["', '"])'),
}
"""What stands around a label by kind; other kinds stand in a hexagon."""

KIND_ARROWS: dict[LinkKind, tuple[str, str]] = {
    "part_of": ("---", "-.-"),
    "conflicts_with": ("x--x", "x-.-x"),
}
"""For certain and uncertain links; other kinds have an arrow."""

_SPECIAL_SIGNS = re.compile(
    r"""["<>&#`{}\\$]|%(?=%)|(?<=%)%|:(?=\S)|^[-+*=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]"""
)
_NAMED_ENTITIES = {'"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;"}


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The flowchart, in UTF-8 with LF.

    Args:
        network: Every element and link is drawn.
        findings: Not shown.
        profile: ``lang`` is the language of the words at links; ``short`` draws titles where
            there are any.

    Returns:
        Text that begins with a comment when Mermaid's own limits keep it from drawing this.
    """
    body = "\n".join(_MermaidChart(network, profile).chart_lines()) + "\n"
    warning = _limit_warning(len(network.links()), len(body), profile.lang)
    return (warning + body).encode()


def escape_label(text: str) -> str:
    """A text as it may stand between quotes in a label.

    A sign that could end the text, style it or make a list of it is written as its number.

    Example:
        >>> escape_label('90% "van" <b>')
        '90% #quot;van#quot; #lt;b#gt;'
    """
    return _SPECIAL_SIGNS.sub(
        lambda found: _NAMED_ENTITIES.get(found[0], f"#{ord(found[0])};"),
        " ".join(text.split()),
    )


def _limit_warning(links: int, characters: int, lang: str) -> str:
    """A comment line for each limit that is passed; empty when there is none."""
    lines = []
    for words, count, most in (
        (_LINKS_WARNING, links, MOST_LINKS),
        (_CHARACTERS_WARNING, characters, MOST_CHARACTERS),
    ):
        if count > most:
            warning = Sentence(words, count=count, most=most).in_language(lang)
            lines.append(f"%% {warning}\n")
    return "".join(lines)


class _MermaidChart:
    def __init__(self, network: Network, profile: Profile) -> None:
        self.network = network
        self.short = profile.short
        self.say = translator_for(profile.lang)
        numbered = enumerate(network, 1)
        self.names = {element.id: f"n{number}" for number, element in numbered}

    def chart_lines(self) -> Iterator[str]:
        """The elements by theme, those without one, the links, the colours, and the comments."""
        yield "flowchart RL"
        drawn: set[str] = set()
        for number, theme in enumerate(self.network.themes, 1):
            yield f'    subgraph g{number}["{self.node_label(theme)}"]'
            for element in self.theme_members(theme):
                if element.id not in drawn:
                    drawn.add(element.id)
                    yield f"        {self.node_line(element)}"
            yield "    end"
        for element in self.network:
            if element.id not in drawn:
                yield f"    {self.node_line(element)}"
        for link in self.network.links():
            yield f"    {self.arrow_line(link)}"
        yield from self.class_lines()
        yield from self.fact_lines()

    def theme_members(self, theme: Element) -> Iterator[Element]:
        """The theme, and what stands under it by links that carry support, each once.

        What serves an element comes right after it, and so on down.
        """
        seen = {theme.id}
        waiting = [theme]
        while waiting:
            element = waiting.pop()
            yield element
            servers = [
                server
                for server in self.network.supports(element)
                if server.id not in seen and server.kind != "theme"
            ]
            seen.update(server.id for server in servers)
            waiting += reversed(servers)

    def node_label(self, element: Element) -> str:
        """The code and the words of an element, or its title when these are to be short."""
        words = element.text
        if self.short and element.title:
            words = element.title
        return escape_label(f"{element.id} · {words}")

    def node_line(self, element: Element) -> str:
        """An element in the shape of its kind."""
        before, after = KIND_SHAPES.get(element.kind, ('{{"', '"}}'))
        label = f"{before}{self.node_label(element)}{after}"
        return f"{self.names[element.id]}{label}:::{element.kind}"

    def arrow_line(self, link: Link) -> str:
        """A link, with words unless these go without saying."""
        firm, weak = KIND_ARROWS.get(link.kind, ("-->", "-.->"))
        line = weak if link.basis in WEAK_BASES else firm
        kinds = self.network[link.start].kind, self.network[link.end].kind
        words = link.weight or ""
        if not goes_without_saying(link.kind, *kinds):
            name = self.say(LINK_NAMES[link.kind].forward)
            words = with_weight(name, link)
        if words:
            words = f'|"{escape_label(words)}"|'
        return f"{self.names[link.start]} {line}{words} {self.names[link.end]}"

    def fact_lines(self) -> Iterator[str]:
        """Comments with what the drawing does not show, for dinet to read back."""
        about = identity_as_comment(self.network.programme.identity)
        if about:
            yield f"    %% {FACTS_NAME} {PROGRAMME_NAME} {about}"
        for element in self.network:
            facts = facts_as_comment(element)
            if facts:
                yield f"    %% {FACTS_NAME} {self.names[element.id]} {facts}"

    def class_lines(self) -> Iterator[str]:
        """The colours of the kinds that there are."""
        present = {element.kind for element in self.network}
        for kind, ink in KIND_COLOURS.items():
            if kind in present:
                look = f"fill:{ink.ground},stroke:{ink.bar},color:{ink.text}"
                yield f"    classDef {kind} {look}"


DUTCH = {
    (
        "A Mermaid flowchart, for systems that draw it from text; without a layout of "
        "its own, so best for small programmes."
    ): (
        "Een Mermaid-stroomschema, voor systemen die het uit tekst tekenen; zonder "
        "eigen opmaak, dus het best voor kleine programma's."
    ),
}
