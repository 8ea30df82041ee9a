"""The page around a picture: one file that asks for nothing, holds its own script and style, and runs no other."""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.report.findings_by_rule import findings_by_rule
from dinet.wording.labels import capitalise_first
from dinet.writers.page.script_facts import build_script_data, to_script_json
from dinet.writers.page.script_lists import ScriptLists
from dinet.writers.page.template_values import (
    build_later_views,
    build_page_values,
    build_read_views,
)

TEMPLATES_FOLDER = Path(__file__).parents[2] / "templates"
FONTS_FOLDER = Path(__file__).parents[2] / "fonts"
STYLE_FILES = (
    *(
        "colours.css",
        "page.css",
        "masthead.css",
        "network.css",
        "stage.css",
        "sticking.css",
        "picture.css",
        "panels.css",
    ),
    *(
        "details.css",
        "views.css",
        "marking.css",
        "table.css",
        "sheets.css",
        "narrow.css",
        "contrast.css",
        "print.css",
    ),
)
FIRST_SCRIPTS = ("stopping.js", "address.js", "model.js", "making.js", "choosing.js")
"""What the scripts of a picture build on; the others build on those."""
LAST_SCRIPTS = (
    *("details.js", "choices.js", "filters.js", "search.js", "whatif.js"),
    *("matrix.js", "marking.js", "saving.js", "panels.js", "page.js"),
)


class PagePicture(NamedTuple):
    """What stands in the network view.

    Args:
        markup: HTML or SVG in which every text has been escaped.
        scripts: The sources of the scripts that draw or move it, in order.
        drawn: Whether these draw parts of the network anew, and so can fold, save and fit.
        hints: How to use it, as English sentences.
        legend: For each kind of line in it the classes of its drawing, and what it means in
            English.
        styles: Style sheets of its own.
        data: What its scripts know besides what the page's script knows.
        later: When its scripts make the lists of the page too: what stands there without them,
            in English.
    """

    markup: str
    scripts: tuple[str, ...]
    drawn: bool
    hints: tuple[str, ...]
    legend: tuple[tuple[str, str], ...] = ()
    styles: tuple[str, ...] = ()
    data: Mapping[str, object] = MappingProxyType({})
    later: str = ""


def render_page(
    network: Network,
    findings: tuple[Finding, ...],
    profile: Profile,
    picture: PagePicture,
) -> bytes:
    """The whole page, in UTF-8.

    Args:
        network: What it shows.
        findings: What the rules said; empty is said in words.
        profile: ``lang`` is the language of everything but the document's own words; ``source``
            is named at the foot.
        picture: The network view's picture and its scripts.
    """
    told = findings_by_rule(findings, profile.lang, profile.source)
    styles = ("\n".join(map(template_text, STYLE_FILES)), font_faces(), *picture.styles)
    scripts = (
        "\n".join(map(template_text, FIRST_SCRIPTS)),
        *picture.scripts,
        "\n".join(map(template_text, LAST_SCRIPTS)),
    )
    lang = network.programme.lang
    read = (
        build_later_views(network, profile.lang)
        if picture.later
        else build_read_views(network, told, profile)
    )
    data = build_script_data(network, told, profile.lang) | read.parts
    if picture.later:
        data |= {"lists": ScriptLists(network, told, profile.lang).build_data()}
    values = build_page_values(network, told, profile, read.templates) | read.values
    values |= {
        "lang": profile.lang,
        "text_lang": Markup(' lang="{}"').format(lang) if lang != profile.lang else "",
        "policy": security_policy(scripts, styles),
        "styles": styles,
        "scripts": scripts,
        "data": to_script_json(data | dict(picture.data)),
        "picture": picture,
        "source": profile.source,
    }
    return template_environment().get_template("page.html").render(values).encode()


def template_text(name: str) -> str:
    """One of the files in ``templates``, as it may stand inside a ``<script>`` or ``<style>`` element."""
    return inline_source((TEMPLATES_FOLDER / name).read_text(encoding="utf-8"))


def inline_source(source: str) -> str:
    r"""A script or style that does not end the element in which it stands, with the line ends that a browser hashes.

    Example:
        >>> inline_source("x = '</script>'")
        "x = '<\\/script>'"
    """
    return re.sub(
        "</(?=script|style)", r"<\\/", source.replace("\r\n", "\n"), flags=re.IGNORECASE
    )


def template_environment() -> Environment:
    """What fills in the templates; it escapes every text that is not said to be HTML."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES_FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters |= {"capital": capitalise_first, "filled": _fill_blanks}
    return made


def _fill_blanks(words: str, **values: object) -> Markup:
    """Words of ours with HTML in their blanks; what is not HTML yet is escaped."""
    return escape(words).format(**values)


@lru_cache(maxsize=1)
def font_faces() -> str:
    """The font in which the texts of the picture were measured, as part of the page."""
    faces = []
    for style, name in (("", "Regular"), ("font-weight:700;", "Bold")):
        data = b64encode(
            (FONTS_FOLDER / f"DinetSans-{name}.woff2").read_bytes()
        ).decode("ascii")
        faces.append(
            f'@font-face{{font-family:"Dinet Sans";{style}src:url(data:font/woff2;base64,{data}) format("woff2")}}'
        )
    return "\n".join(faces)


def security_policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """A content security policy under which these scripts and styles run, and nothing else does."""
    return (
        f"default-src 'none'; script-src {source_hashes(scripts)}; style-src {source_hashes(styles)}; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def source_hashes(sources: Iterable[str]) -> str:
    """These scripts or styles, as a policy names what may run.

    Example:
        >>> source_hashes([])
        "'none'"
    """
    return (
        " ".join(
            f"'sha256-{b64encode(sha256(each.encode()).digest()).decode('ascii')}'"
            for each in sources
        )
        or "'none'"
    )
