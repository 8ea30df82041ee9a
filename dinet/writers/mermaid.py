"""A Mermaid flowchart, for systems that draw it from text; without a layout of its own, so best \
for small programmes.

Suffixes: .mmd
"""

import re
from collections.abc import Iterator

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.style.palette import KIND_COLOURS
from dinet.layout.style.profile import Profile
from dinet.model import WEAK_BASES, Element, Link, LinkKind
from dinet.native.link_direction import goes_without_saying
from dinet.network import Network
from dinet.wording.labels import LINK_NAMES, translator_for

MOST_LINKS = 500
MOST_CHARACTERS = 50_000
"""What Mermaid draws unless its settings say otherwise."""

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


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
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
    return (
        _limit_warning(len(network.links()), len(body), profile.lang) + body
    ).encode()


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
    too_much = {
        "links": (links, MOST_LINKS),
        "characters": (characters, MOST_CHARACTERS),
    }
    words = {
        "links": (
            "This has {count} links; Mermaid draws at most {most} unless maxEdges says "
            "otherwise."
        ),
        "characters": (
            "This has {count} characters; Mermaid reads at most {most} unless "
            "maxTextSize says otherwise."
        ),
    }
    said = (
        Sentence(words[what], count=count, most=most).in_language(lang)
        for what, (count, most) in too_much.items()
        if count > most
    )
    return "".join(f"%% {each}\n" for each in said)


class _MermaidChart:
    def __init__(self, network: Network, profile: Profile) -> None:
        self.network, self.short, self.say = (
            network,
            profile.short,
            translator_for(profile.lang),
        )
        self.names = {
            element.id: f"n{number}" for number, element in enumerate(network, 1)
        }

    def chart_lines(self) -> Iterator[str]:
        yield "flowchart RL"
        drawn: set[str] = set()
        for number, theme in enumerate(self.network.themes, 1):
            members = [
                each for each in self.theme_members(theme) if each.id not in drawn
            ]
            drawn.update(each.id for each in members)
            yield f'    subgraph g{number}["{self.node_label(theme)}"]'
            yield from (f"        {self.node_line(each)}" for each in members)
            yield "    end"
        yield from (
            f"    {self.node_line(each)}"
            for each in self.network
            if each.id not in drawn
        )
        yield from (f"    {self.arrow_line(link)}" for link in self.network.links())
        yield from self.class_lines()

    def theme_members(self, theme: Element) -> Iterator[Element]:
        """The theme, and what stands under it by links that carry support.

        Each element is drawn at its first theme.
        """
        seen, todo = {theme.id}, [theme]
        while todo:
            here = todo.pop()
            yield here
            fresh = [
                each
                for each in self.network.supports(here)
                if each.id not in seen and each.kind != "theme"
            ]
            seen.update(each.id for each in fresh)
            todo += reversed(fresh)

    def node_label(self, element: Element) -> str:
        return escape_label(
            f"{element.id} · {element.title or element.text if self.short else element.text}"
        )

    def node_line(self, element: Element) -> str:
        before, after = KIND_SHAPES.get(element.kind, ('{{"', '"}}'))
        return f"{self.names[element.id]}{before}{self.node_label(element)}{after}:::{element.kind}"

    def arrow_line(self, link: Link) -> str:
        firm, weak = KIND_ARROWS.get(link.kind, ("-->", "-.->"))
        line = weak if link.basis in WEAK_BASES else firm
        kinds = self.network[link.start].kind, self.network[link.end].kind
        plain = goes_without_saying(link.kind, *kinds)
        words = (
            ""
            if plain
            else f'|"{escape_label(self.say(LINK_NAMES[link.kind].forward))}"|'
        )
        return f"{self.names[link.start]} {line}{words} {self.names[link.end]}"

    def class_lines(self) -> Iterator[str]:
        present = {each.kind for each in self.network}
        for kind, ink in KIND_COLOURS.items():
            if kind in present:
                yield f"    classDef {kind} fill:{ink.ground},stroke:{ink.bar},color:{ink.text}"


DUTCH = {
    (
        "A Mermaid flowchart, for systems that draw it from text; without a layout of "
        "its own, so best for small programmes."
    ): (
        "Een Mermaid-stroomschema, voor systemen die het uit tekst tekenen; zonder "
        "eigen opmaak, dus het best voor kleine programma's."
    ),
}
