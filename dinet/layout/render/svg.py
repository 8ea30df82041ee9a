"""A Layout as SVG that says what it shows: every element is a named graphic that a screen reader can read.

Graphviz can write SVG too, but its file is one nameless picture with loose lines of text; this
one has a title, a description, a name for every element, and the letters that it was measured
with.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import lru_cache

from dinet.language import Sentence
from dinet.layout.plan import Box, Layout, Route, Words
from dinet.layout.style.palette import Style, bold
from dinet.layout.style.paper import PAD, REMARK, baselines
from dinet.layout.text.measure import FAMILY, FONTS
from dinet.model import Kind
from dinet.network import Network

STACK = f"'{FAMILY}', 'Noto Sans', 'Open Sans', Arial, sans-serif"
MEDIA = {"png": "image/png", "svg": "image/svg+xml"}

NAMES: dict[Kind, Sentence] = {
    "programme": Sentence("Programme"),
    "theme": Sentence("Theme"),
    "goal": Sentence("Goal"),
    "benefit": Sentence("Benefit"),
    "target": Sentence("Target"),
    "capability": Sentence("Capability"),
    "result": Sentence("Result"),
    "effort": Sentence("Effort"),
}

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')


def drawn(
    layout: Layout, network: Network, *, interactive: bool = False, lang: str = "nl"
) -> str:
    """An ``<svg>`` element as text.

    Args:
        layout: What stands where.
        network: What the elements say in full and serve, for their names.
        interactive: For a page: elements are buttons, and there is neither style nor font inside.
        lang: The language of the fixed words in the names.

    Returns:
        Well-formed XML without a declaration, without scripts and without links.
    """
    return "".join(_Vector(layout, network, interactive, lang).parts())


def dom_ids(ids: Iterable[str]) -> list[str]:
    """For each element id one that a document tree allows, no two the same.

    Example:
        >>> dom_ids(["D1", "D 1", "D?1"])
        ['e-D1', 'e-D_1', 'e-D_1-2']
    """
    taken: set[str] = set()
    found = []
    for each in ids:
        name = "e-" + re.sub(r"[^A-Za-z0-9_.-]", "_", each)
        number = 1
        while (unique := name if number == 1 else f"{name}-{number}") in taken:
            number += 1
        taken.add(unique)
        found.append(unique)
    return found


class _Vector:
    def __init__(
        self, layout: Layout, network: Network, interactive: bool, lang: str
    ) -> None:
        self.layout, self.network, self.interactive, self.style = (
            layout,
            network,
            interactive,
            layout.style,
        )
        self.names = {kind: name.said(lang) for kind, name in NAMES.items()}
        self.serving = Sentence("Serves").said(lang)
        self.serves: dict[str, list[str]] = {}
        for link in network.links():
            if link.kind in ("contributes_to", "measures", "part_of"):
                self.serves.setdefault(link.start, []).append(link.end)

    def parts(self) -> Iterator[str]:
        """The text of the element, piece by piece."""
        layout, style = self.layout, self.style
        stack = f"'{style.font}', {STACK}" if style.font else STACK
        role = "group" if self.interactive else "graphics-document document"
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{layout.width:.4f}pt" height="{layout.height:.4f}pt" '
            f'viewBox="0 0 {layout.width:.4f} {layout.height:.4f}" role="{role}" aria-labelledby="din-title din-desc" '
            f'xml:lang="{layout.lang}" font-family="{stack}" font-size="{layout.size:.2f}" fill="{style.words}">'
            f'<title id="din-title">{xml_text(layout.title)}</title><desc id="din-desc">{xml_text(layout.description)}</desc>'
        )
        yield from self._ground()
        yield '<g class="links" fill="none" aria-hidden="true">'
        yield from (_route(route, style) for route in layout.routes)
        yield "</g>"
        yield from map(
            self._element, layout.boxes, dom_ids(box.id for box in layout.boxes)
        )
        yield '<g class="words" aria-hidden="true">'
        yield from map(_words, layout.words)
        yield '<g class="samples" fill="none">'
        yield from (_route(route, style) for route in layout.samples)
        yield "</g></g></svg>"

    def _ground(self) -> Iterator[str]:
        layout, style = self.layout, self.style
        yield "<defs>"
        yield "" if self.interactive else font_style()
        for name, colour in style.heads.items():
            yield (
                f'<marker id="{name}" viewBox="0 0 8 6" refX="8" refY="3" markerWidth="{0.7 * layout.size:.2f}" '
                f'markerHeight="{0.55 * layout.size:.2f}" markerUnits="userSpaceOnUse" orient="auto-start-reverse">'
                f'<path d="M0 0L8 3L0 6z" fill="{colour}"/></marker>'
            )
        yield "</defs>"
        yield (
            ""
            if self.interactive
            else f'<rect width="{layout.width:.4f}" height="{layout.height:.4f}" fill="{style.page}"/>'
        )
        yield from self._logo()
        for band in layout.bands:
            place = f'x="{band.x:.2f}" y="{band.y:.2f}" width="{band.w:.2f}" height="{band.h:.2f}"'
            look = f'fill="{style.band}" stroke="{style.band_border}"'
            yield f'<g class="band" aria-hidden="true"><rect {place} rx="8" {look}/></g>'

    def _logo(self) -> Iterator[str]:
        logo, area = self.style.logo, self.layout.logo
        if logo and area:
            place = f'x="{area.x:.2f}" y="{area.y:.2f}" width="{area.w:.2f}" height="{area.h:.2f}"'
            data = b64encode(logo.data).decode("ascii")
            yield f'<image class="logo" aria-hidden="true" {place} href="data:{MEDIA[logo.form]};base64,{data}"/>'

    def _element(self, box: Box, name: str) -> str:
        ink, size = self.style.inks[box.kind], self.layout.size
        role = (
            'role="button" tabindex="-1"'
            if self.interactive
            else 'role="graphics-symbol img"'
        )
        pen = f' stroke-width="{ink.pen:g}"' if ink.pen != 1 else ""
        pen += ' stroke-dasharray="4 3"' if box.dashed else ""
        weight = ' font-weight="bold"' if box.kind in ("theme", "programme") else ""
        place = f'x="{box.x:.2f}" y="{box.y:.2f}" height="{box.h:.2f}" rx="2"'
        code = f'x="{box.x + box.bar / 2:.2f}" y="{box.y + box.h / 2 + 0.33 * size:.2f}" font-size="{0.9 * size:.2f}"'
        label = f'data-id="{xml_text(box.id)}" {role} aria-label="{xml_text(self._label(box))}"'
        return (
            f'<g class="element {box.kind}" id="{name}" {label}>'
            f"<title>{xml_text(self.network[box.id].text)}</title>"
            f'<rect class="box" {place} width="{box.w:.2f}" fill="{ink.ground}" stroke="{ink.border}"{pen}/>'
            f'<rect class="bar" {place} width="{box.bar:.2f}" fill="{ink.bar}"/>'
            f'<text class="code" {code} text-anchor="middle" font-weight="bold" fill="{ink.code}">{xml_text(box.code)} </text>'
            f'<text class="text" fill="{ink.text}"{weight}>{"".join(_lines(box, size, self.style))}</text></g>'
        )

    def _label(self, box: Box) -> str:
        """What a screen reader says: the kind, the code, the whole text, the remarks, and what it serves."""
        said = [
            f"{self.names[box.kind]} {box.id}: {self.network[box.id].text}",
            *(remark.text for remark in box.remarks),
        ]
        if box.id in self.serves:
            said.append(f"{self.serving} {', '.join(self.serves[box.id])}")
        return " ".join(f"{each.rstrip(' .')}." for each in said)


def xml_text(text: str) -> str:
    """Text as it may stand between tags and in quotes."""
    if _SPECIAL.search(text):
        text = (
            text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace('"', "&quot;")
        )
        return _ILLEGAL.sub("\ufffd", text)
    return text


def _lines(box: Box, size: float, style: Style) -> Iterator[str]:
    left = f"{box.x + box.bar + PAD * size:.2f}"
    told = [(remark.text, line) for remark in box.remarks for line in remark.lines]
    text, remarks = baselines(len(box.lines), len(told))
    for line, under in zip(box.lines, text, strict=True):
        yield f'<tspan x="{left}" y="{box.y + under * size:.2f}">{xml_text(line)} </tspan>'
    for (remark, line), under in zip(told, remarks, strict=True):
        face = f'{"font-weight" if bold(remark) else "font-style"}="{"bold" if bold(remark) else "italic"}" '
        face += f'fill="{style.remark(remark)}"'
        place = (
            f'x="{left}" y="{box.y + under * size:.2f}" font-size="{REMARK * size:.2f}"'
        )
        yield f'<tspan class="remark" {place} {face}>{xml_text(line)} </tspan>'


def _route(route: Route, style: Style) -> str:
    """A path from what is served to what serves it: so links that arrive together have their dashes together too."""
    points = [f"{x:.1f} {y:.1f}" for x, y in reversed(route.points)]
    line = style.line(route.kind, dashed=route.dashed)
    head = f' marker-start="url(#{line.head})"' if line.head else ""
    dashes = f' stroke-dasharray="{line.dashes}"' if line.dashes else ""
    return (
        f'<path class="link {route.kind}{" dashed" if route.dashed else ""}" data-from="{xml_text(route.start)}" '
        f'data-to="{xml_text(route.end)}" data-kind="{route.kind}" data-basis="{route.basis}" aria-hidden="true" '
        f'd="M{points[0]}C{" ".join(points[1:])}" stroke="{line.colour}"{dashes}{head}/>'
    )


def _words(words: Words) -> str:
    weight = ' font-weight="bold"' if words.bold else ""
    place = f'x="{words.x:.2f}" y="{words.y:.2f}" font-size="{words.size:.2f}"'
    return f'<text class="{words.role}" {place}{weight}>{xml_text(words.text)}</text>'


@lru_cache(maxsize=1)
def font_style() -> str:
    """The letters themselves, so that the picture looks the same where they are not installed."""
    faces = {"Regular": "", "Bold": "font-weight:bold;", "Italic": "font-style:italic;"}
    rules = []
    for face, how in faces.items():
        data = b64encode((FONTS / f"DinetSans-{face}.woff2").read_bytes()).decode(
            "ascii"
        )
        rules.append(
            f"@font-face{{font-family:'{FAMILY}';{how}src:url(data:font/woff2;base64,{data}) format('woff2')}}"
        )
    return f"<style>{''.join(rules)}</style>"
