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
from dinet.layout.plan import CaptionLine, ElementBox, Layout, Route
from dinet.layout.style.palette import PictureStyle, is_bold_remark
from dinet.layout.style.paper import REMARK_SIZE, SIDE_PAD, box_baselines
from dinet.layout.text.measure import FONT_FAMILY, FONTS_FOLDER
from dinet.model import KINDS, SUPPORTING_LINKS
from dinet.network import Network
from dinet.wording.labels import kind_heading

FONT_STACK = f"'{FONT_FAMILY}', 'Noto Sans', 'Open Sans', Arial, sans-serif"
MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml"}

_ILLEGAL_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL_XML = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')


def to_svg(
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
    return "".join(_SvgWriter(layout, network, interactive, lang).svg_pieces())


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


class _SvgWriter:
    def __init__(
        self, layout: Layout, network: Network, interactive: bool, lang: str
    ) -> None:
        self.layout, self.network, self.interactive, self.style = (
            layout,
            network,
            interactive,
            layout.style,
        )
        self.kind_names = {kind: kind_heading(kind, lang, 1) for kind in KINDS}
        self.serves_word = Sentence("Serves").in_language(lang)
        self.served_ids: dict[str, list[str]] = {}
        for link in network.links():
            if link.kind in SUPPORTING_LINKS:
                self.served_ids.setdefault(link.start, []).append(link.end)

    def svg_pieces(self) -> Iterator[str]:
        """The text of the element, piece by piece."""
        layout, style = self.layout, self.style
        stack = f"'{style.font}', {FONT_STACK}" if style.font else FONT_STACK
        role = "group" if self.interactive else "graphics-document document"
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{layout.width:.4f}pt" height="{layout.height:.4f}pt" '
            f'viewBox="0 0 {layout.width:.4f} {layout.height:.4f}" role="{role}" aria-labelledby="din-title din-desc" '
            f'xml:lang="{layout.lang}" font-family="{stack}" font-size="{layout.size:.2f}" fill="{style.words}">'
            f'<title id="din-title">{xml_text(layout.title)}</title><desc id="din-desc">{xml_text(layout.description)}</desc>'
        )
        yield from self._write_ground()
        yield '<g class="links" fill="none" aria-hidden="true">'
        yield from (_route_path(route, style) for route in layout.routes)
        yield "</g>"
        yield from map(
            self._write_element, layout.boxes, dom_ids(box.id for box in layout.boxes)
        )
        yield '<g class="words" aria-hidden="true">'
        yield from map(_caption_text, layout.words)
        yield '<g class="samples" fill="none">'
        yield from (_route_path(route, style) for route in layout.samples)
        yield "</g></g></svg>"

    def _write_ground(self) -> Iterator[str]:
        layout, style = self.layout, self.style
        yield "<defs>"
        yield "" if self.interactive else font_style()
        for name, colour in style.arrow_heads.items():
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
        yield from self._write_logo()
        for band in layout.bands:
            place = f'x="{band.x:.2f}" y="{band.y:.2f}" width="{band.w:.2f}" height="{band.h:.2f}"'
            look = f'fill="{style.band}" stroke="{style.band_border}"'
            yield f'<g class="band" aria-hidden="true"><rect {place} rx="8" {look}/></g>'

    def _write_logo(self) -> Iterator[str]:
        logo, area = self.style.logo, self.layout.logo
        if logo and area:
            place = f'x="{area.x:.2f}" y="{area.y:.2f}" width="{area.w:.2f}" height="{area.h:.2f}"'
            data = b64encode(logo.data).decode("ascii")
            yield f'<image class="logo" aria-hidden="true" {place} href="data:{MEDIA_TYPES[logo.form]};base64,{data}"/>'

    def _write_element(self, box: ElementBox, name: str) -> str:
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
        label = f'data-id="{xml_text(box.id)}" {role} aria-label="{xml_text(self._spoken_label(box))}"'
        return (
            f'<g class="element {box.kind}" id="{name}" {label}>'
            f"<title>{xml_text(self.network[box.id].text)}</title>"
            f'<rect class="box" {place} width="{box.w:.2f}" fill="{ink.ground}" stroke="{ink.border}"{pen}/>'
            f'<rect class="bar" {place} width="{box.bar:.2f}" fill="{ink.bar}"/>'
            f'<text class="code" {code} text-anchor="middle" font-weight="bold" fill="{ink.code}">{xml_text(box.code)} </text>'
            f'<text class="text" fill="{ink.text}"{weight}>{"".join(_text_lines(box, size, self.style))}</text></g>'
        )

    def _spoken_label(self, box: ElementBox) -> str:
        """What a screen reader says: the kind, the code, the whole text, the remarks, and what it serves."""
        said = [
            f"{self.kind_names[box.kind]} {box.id}: {self.network[box.id].text}",
            *(remark.text for remark in box.remarks),
        ]
        if box.id in self.served_ids:
            said.append(f"{self.serves_word} {', '.join(self.served_ids[box.id])}")
        return " ".join(f"{each.rstrip(' .')}." for each in said)


def xml_text(text: str) -> str:
    """Text as it may stand between tags and in quotes."""
    if _SPECIAL_XML.search(text):
        text = (
            text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace('"', "&quot;")
        )
        return _ILLEGAL_XML.sub("\ufffd", text)
    return text


def _text_lines(box: ElementBox, size: float, style: PictureStyle) -> Iterator[str]:
    left = f"{box.x + box.bar + SIDE_PAD * size:.2f}"
    told = [(remark.text, line) for remark in box.remarks for line in remark.lines]
    text, remarks = box_baselines(len(box.lines), len(told))
    for line, under in zip(box.lines, text, strict=True):
        yield f'<tspan x="{left}" y="{box.y + under * size:.2f}">{xml_text(line)} </tspan>'
    for (remark, line), under in zip(told, remarks, strict=True):
        face = f'{"font-weight" if is_bold_remark(remark) else "font-style"}="{"bold" if is_bold_remark(remark) else "italic"}" '
        face += f'fill="{style.remark_colour(remark)}"'
        place = f'x="{left}" y="{box.y + under * size:.2f}" font-size="{REMARK_SIZE * size:.2f}"'
        yield f'<tspan class="remark" {place} {face}>{xml_text(line)} </tspan>'


def _route_path(route: Route, style: PictureStyle) -> str:
    """A path from what is served to what serves it: so links that arrive together have their dashes together too."""
    points = [f"{x:.1f} {y:.1f}" for x, y in reversed(route.points)]
    line = style.link_style(route.kind, dashed=route.dashed)
    head = f' marker-start="url(#{line.head})"' if line.head else ""
    dashes = f' stroke-dasharray="{line.dashes}"' if line.dashes else ""
    return (
        f'<path class="link {route.kind}{" dashed" if route.dashed else ""}" data-from="{xml_text(route.start)}" '
        f'data-to="{xml_text(route.end)}" data-kind="{route.kind}" data-basis="{route.basis}" aria-hidden="true" '
        f'd="M{points[0]}C{" ".join(points[1:])}" stroke="{line.colour}"{dashes}{head}/>'
    )


def _caption_text(words: CaptionLine) -> str:
    weight = ' font-weight="bold"' if words.bold else ""
    place = f'x="{words.x:.2f}" y="{words.y:.2f}" font-size="{words.size:.2f}"'
    return f'<text class="{words.role}" {place}{weight}>{xml_text(words.text)}</text>'


@lru_cache(maxsize=1)
def font_style() -> str:
    """The letters themselves, so that the picture looks the same where they are not installed."""
    faces = {"Regular": "", "Bold": "font-weight:bold;", "Italic": "font-style:italic;"}
    rules = []
    for face, how in faces.items():
        data = b64encode(
            (FONTS_FOLDER / f"DinetSans-{face}.woff2").read_bytes()
        ).decode("ascii")
        rules.append(
            f"@font-face{{font-family:'{FONT_FAMILY}';{how}src:url(data:font/woff2;base64,{data}) format('woff2')}}"
        )
    return f"<style>{''.join(rules)}</style>"
