"""The page around a picture: one file that asks for nothing.

It holds its own script and style, and runs no other.
"""

import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from types import MappingProxyType
from typing import Any, NamedTuple

from jinja2 import Environment, TemplateAssertionError
from markupsafe import Markup, escape

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.report.findings.findings_by_rule import findings_by_rule
from dinet.report.style_sheets import (
    TEMPLATES_FOLDER,
    drop_layout,
    inline_source,
    style_sheet,
)
from dinet.report.template_engine import template_engine
from dinet.wording.labels import capitalise_first, translator_for
from dinet.writers.page.house_look import house_style_sheet, logo_address
from dinet.writers.page.overview_view import build_overview
from dinet.writers.page.page_fonts import (
    LetterSet,
    font_faces,
    needed_letters,
)
from dinet.writers.page.picture_legend import LegendLine
from dinet.writers.page.script_facts import build_script_data, to_script_json
from dinet.writers.page.script_lists import ScriptLists
from dinet.writers.page.script_modules import bundle_modules
from dinet.writers.page.script_spaces import drop_spaces
from dinet.writers.page.settling import rebuilding_command
from dinet.writers.page.template_values import (
    build_later_views,
    build_page_values,
    build_read_views,
)
from dinet.writers.page.view_words import OWNER_WORDS

SCRIPTS_FOLDER = TEMPLATES_FOLDER / "page" / "scripts"
PAGE_SCRIPTS = ("drawn_page", "parted_page", "large_page")
"""The modules that begin a page, by its size."""
SETTLING = "settling_"
"""Before the name of such a module, of a page in which links can be settled."""
JUDGING = "judging_"
"""Likewise, of a page in which it is only asked what is the same."""


class PagePicture(NamedTuple):
    """What stands in the network view.

    Args:
        markup: HTML or SVG in which every text has been escaped.
        script: The name of the module that begins the page.
        drawn: Whether its scripts draw parts of the network anew, and so can fold, save and fit.
        hints: How to use it, as English sentences.
        legend: The kinds of lines that it can hold.
        styles: Style sheets of its own.
        libraries: Scripts of others, which run before that of the page.
        data: What its scripts know besides what the page's script knows.
        later: When its scripts make the lists of the page too: what stands there without them,
            in English.
    """

    markup: str
    script: str
    drawn: bool
    hints: tuple[str, ...]
    legend: tuple[LegendLine, ...] = ()
    styles: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    data: Mapping[str, object] = MappingProxyType({})
    later: str = ""


def with_settling(
    picture: PagePicture, facts: Mapping[str, object]
) -> PagePicture:
    """A picture whose page also settles what the document leaves open.

    Args:
        picture: The picture.
        facts: As ``settling_facts`` gives them.
    """
    return picture._replace(
        script=f"{SETTLING if facts['links'] else JUDGING}{picture.script}",
        styles=(*picture.styles, style_sheet("page/settling.css")),
        data={**picture.data, "settling": facts},
    )


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
    rules = findings_by_rule(findings, profile.lang, profile.source)
    if picture.later:
        read = build_later_views(network, profile.lang)
    else:
        read = build_read_views(network, rules, profile)
    in_parts = not picture.later
    script_data = build_script_data(
        network, rules, profile.lang, in_parts=in_parts
    )
    data = script_data | read.parts
    if profile.original:
        read.templates["original"] = "made"
        data["original"] = json.loads(profile.original)
    if profile.since:
        read.templates["versions"] = "versions"
    if "owners" in read.parts:
        say = translator_for(profile.lang)
        for word, sentence in OWNER_WORDS.items():
            data["words"][word] = say(sentence.words)
    if picture.later:
        data["lists"] = ScriptLists(network, rules, profile.lang).build_data()
    values = {
        **build_page_values(network, rules, profile, read.templates),
        **read.values,
        "glance": build_overview(
            network, findings, profile.source, profile.lang
        ),
        "since": Markup(profile.since),  # noqa: S704 (escaped where it is made)
        "since_told": profile.since_told,
        "data": to_script_json(data | dict(picture.data)),
    }
    template = page_engine().get_template("page/page.html")

    def render_in(letters: LetterSet) -> str:
        has_owners = "owners" in read.parts
        frame = _frame_values(
            network, profile, picture, letters, has_owners=has_owners
        )
        return template.render(values | frame)

    page = render_in("common")
    if needed_letters(page) == "all":
        page = render_in("all")
    return page.encode()


def _frame_values(
    network: Network,
    profile: Profile,
    picture: PagePicture,
    letters: LetterSet,
    *,
    has_owners: bool,
) -> dict[str, object]:
    """The scripts and styles of the page, what allows these, and its languages."""
    house = house_style_sheet(profile.style)
    styles = (
        style_sheet("page/styles.css"),
        font_faces(letters),
        *picture.styles,
        *((style_sheet("page/owners.css"),) if has_owners else ()),
        *((style_sheet("page/versions.css"),) if profile.since else ()),
        *((house,) if house else ()),
    )
    scripts = (
        *picture.libraries,
        page_script(picture.script, has_owners=has_owners),
    )
    text_lang = network.programme.lang
    other_lang = text_lang != profile.lang
    return {
        "lang": profile.lang,
        "text_lang": Markup(' lang="{}"').format(text_lang)
        if other_lang
        else "",
        "policy": security_policy(scripts, styles),
        "styles": styles,
        "scripts": scripts,
        "picture": picture,
        "settling": picture.data.get("settling"),
        "rebuilding": rebuilding_command(profile.source, profile.lang),
        "source": profile.source,
        "logo": logo_address(profile.style),
    }


@lru_cache
def page_script(name: str, *, has_owners: bool = False) -> str:
    """A module of the page with all that it imports, as it may stand in a ``<script>`` element.

    Args:
        name: Of the module.
        has_owners: Whether the page has the view of who carries what.
    """
    first = "owners" if has_owners else ""
    script = drop_layout(bundle_modules(SCRIPTS_FOLDER, name, first=first))
    return inline_source(drop_spaces(script))


def prepare_pages() -> None:
    """Compile the templates and the usual scripts of pages, before anybody asks for one."""
    engine = page_engine()
    for name in engine.list_templates(extensions=["html"]):
        # some only stand in files with filters of their own
        with suppress(TemplateAssertionError):
            if name.startswith("page/"):
                engine.get_template(name)
    for has_owners in (False, True):
        page_script(PAGE_SCRIPTS[0], has_owners=has_owners)
    bundle_modules.cache_clear()  # it is in these scripts


def possible_sources() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Every script and every style that a page of a network can have, without a house style.

    Which it has depends on its size, and on what the document says. Who shows pages within
    another page has to allow all of them beforehand.
    """
    scripts = tuple(
        page_script(f"{settling}{name}", has_owners=has_owners)
        for name in PAGE_SCRIPTS
        for settling in ("", SETTLING, JUDGING)
        for has_owners in (False, True)
    )
    sheets = ("page/styles.css", "page/settling.css", "page/owners.css")
    faces = (font_faces("common"), font_faces("all"))
    return scripts, (*map(style_sheet, sheets), *faces)


def page_engine(**filters: Callable[..., Any]) -> Environment:
    """What fills in the templates of pages, with the filters that all of them use.

    Args:
        filters: More of these, by name.
    """
    return template_engine(
        capital=capitalise_first, filled=_fill_blanks, **filters
    )


def _fill_blanks(words: str, **values: object) -> Markup:
    """Words of ours with HTML in their blanks; what is not HTML yet is escaped."""
    return escape(words).format(**values)


def security_policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """A content security policy under which these scripts and styles run, and nothing else does."""
    return (
        f"default-src 'none'; script-src {source_hashes(scripts)}; "
        f"style-src {source_hashes(styles)}; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def source_hashes(sources: Iterable[str]) -> str:
    """These scripts or styles, as a policy names what may run.

    Example:
        >>> source_hashes([])
        "'none'"
    """
    return " ".join(map(_source_hash, sources)) or "'none'"


def _source_hash(source: str) -> str:
    digest = b64encode(sha256(source.encode()).digest()).decode("ascii")
    return f"'sha256-{digest}'"
