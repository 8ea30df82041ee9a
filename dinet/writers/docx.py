"""Word annex: the table of goals, SMART targets and efforts as councils know it, the planning, \
and the network as a picture.

dinet reads it back: every element stands in it, and every link by its place or by codes between
brackets.
"""  # noqa: D205 (one sentence of the catalogue)

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.layered.arrangement import Arrangement
from dinet.layout.layered.captions import Captions
from dinet.layout.layered.page_layout import PageComposer
from dinet.layout.pages import PageDivider, readable_pages
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import wrap_text
from dinet.network import Network
from dinet.report.findings.waived_findings import waived_rows
from dinet.writers.office.file_facts import programme_facts
from dinet.writers.office.logo_picture import logo_picture
from dinet.writers.office.theme import theme_of_style
from dinet.writers.word.arrangement import AnnexArrangement
from dinet.writers.word.captions import CaptionWriter
from dinet.writers.word.contents_list import ContentsList
from dinet.writers.word.detail_tables import DetailTables
from dinet.writers.word.element_text import ElementWriter
from dinet.writers.word.goal_tables import GoalTables
from dinet.writers.word.picture import (
    WordPicture,
    explain_lines,
    inline_logo,
    inline_picture,
    render_word_pictures,
)
from dinet.writers.word.readable_codes import with_readable_codes
from dinet.writers.word.word_file import (
    TextPage,
    WordLetterhead,
    WordPage,
    build_document,
)
from dinet.writers.word.word_xml import (
    write_list_item,
    write_paragraph,
    write_run,
)

HEADING_HEIGHT, TITLE_ROOM, TITLE_LEADING, CAPTION_HEIGHT = 42, 14, 15, 52
"""What stands around a picture, in points.

The height of a heading, the room around the title of a picture, the height of one of its lines,
and that of the words under the picture.
"""
TITLE_LETTERS = 11.5
"""The size of the letters of a picture's title, in points."""
LOGO_HEIGHT, LOGO_SHARE = 48.0, 0.5
"""How high the logo over the title is, in points, and at most what share of the width."""
LONG_ANNEX, FEWEST_HEADINGS = 30, 4
"""An annex of so many elements, with so many headings, has contents before its text.

That is from about five pages on: who has fewer leafs through them.
"""
TWIPS_PER_POINT = 20
"""Word measures pages in twentieths of a point."""


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The annex: the same bytes for the same network, with the same engine.

    Args:
        network: Every element stands in it. Ids that cannot be read back are replaced by codes
            such as ``D1``.
        findings: Are left out: this is a document for the council, which is told only what was
            decided to stand (``profile.waived``).
        profile: ``paper`` tells whether the pages of A4 lie or stand; ``lang`` is the language
            of headings, ``engine`` what draws the picture for programs that know no SVG.

    Raises:
        MissingLibraryError: Graphviz is not there or failed.
    """
    annex = Annex(with_readable_codes(network), profile)
    return annex.to_bytes(annex.draw_pictures())


class AnnexPages(NamedTuple):
    """The pages of an annex in a file of its own: for text, the planning and pictures."""

    text: WordPage
    wide: WordPage
    picture: WordPage


class AnnexContents(NamedTuple):
    """The contents of an annex: its text and tables, the planning, and the pictures.

    The planning is empty when nothing is known of it.
    """

    body: str
    planning: str
    pictures: str


def _pages_for(profile: Profile) -> AnnexPages:
    wide = profile.paper in ("16:9", "screen") or profile.paper.endswith(
        "landscape"
    )
    return AnnexPages(
        WordPage(wide=wide, margin=1134, upper=1134, lower=1134),
        WordPage(wide=True, margin=1134, upper=1134, lower=1134),
        WordPage(wide=wide, margin=560, upper=560, lower=700),
    )


class Annex:
    """One annex.

    Args:
        network: With ids that can be read back.
        profile: The wishes of the reader.
        page: On which all of it stands; None for pages of its own.
        wide_page: On which the planning stands in place of that page.
    """

    def __init__(
        self,
        network: Network,
        profile: Profile,
        page: TextPage | None = None,
        wide_page: TextPage | None = None,
    ) -> None:
        self.network = network
        self.profile = profile
        self._own_pages = _pages_for(profile)
        own = self._own_pages
        self.text_page: TextPage = page or own.text
        self.wide_page: TextPage = wide_page or page or own.wide
        self.picture_page: TextPage = page or own.picture
        arrangement = AnnexArrangement(network)
        self.entries = ElementWriter(
            arrangement, profile.lang, network.programme.lang
        )
        self.tables = GoalTables(
            arrangement,
            self.entries,
            profile.style,
            self.text_page.text_room[0],
        )
        self._numbering = CaptionWriter(self.entries)
        self.tables.captions = self._numbering
        self.captions = Captions(Arrangement(network), (), profile)

    def to_bytes(self, drawings: Sequence[WordPicture]) -> bytes:
        """The file, with these pictures at its end."""
        pages = self._own_pages
        letterhead, logo = self._letterhead()
        opening = logo + "".join(self._opening_text())
        sections = [("".join(self._main_text()), pages.text)]
        planning = self._planning_on_own_pages()
        if planning:
            sections.append((planning, pages.wide))
        for number, drawing in enumerate(drawings, start=1):
            section = self._picture_section(drawing, number, first=number == 1)
            sections.append((section, pages.picture))
        sections = self._with_contents(opening, sections)
        lang = self.network.programme.lang
        facts = programme_facts(self.network, self.captions.title)
        return build_document(sections, drawings, facts, lang, letterhead)

    def _letterhead(self) -> tuple[WordLetterhead, str]:
        """The house style of the file, and its logo as a paragraph; empty without one."""
        style = self.profile.style
        theme = theme_of_style(style)
        if style.logo is None:
            return WordLetterhead(theme), ""
        widest = LOGO_SHARE * self.text_page.text_room[0] / TWIPS_PER_POINT
        logo = logo_picture(style.logo, LOGO_HEIGHT, widest)
        drawing = inline_logo(logo, self.entries.translate_words("Logo"))
        return WordLetterhead(theme, logo.png), write_paragraph(
            drawing, style="Logo"
        )

    def _with_contents(
        self, opening: str, sections: Sequence[tuple[str, WordPage]]
    ) -> list[tuple[str, WordPage]]:
        """The sections after the opening; between these the contents when all of it is long.

        Args:
            opening: Title and introduction.
            sections: All that comes after it, each with its pages.
        """
        contents = ContentsList([text for text, _ in sections])
        is_long = len(list(self.network)) >= LONG_ANNEX
        if not is_long or len(contents) < FEWEST_HEADINGS:
            text, page = sections[0]
            return [(opening + text, page), *sections[1:]]
        heading = write_paragraph(
            self.entries.own_run(self.entries.translate_words("Contents")),
            style="TOCHeading",
        )
        texts = list(contents.pieces)
        texts[0] = f"{opening}{heading}{contents.to_xml()}{texts[0]}"
        pages = [page for _, page in sections]
        return list(zip(texts, pages, strict=True))

    def write_contents(
        self, drawings: Sequence[tuple[int, WordPicture]]
    ) -> AnnexContents:
        """All of it for pages that are there already.

        Args:
            drawings: Its pictures, each with the number of its parts.
        """
        pictures = [
            self._picture_section(drawing, number, first=at == 0)
            for at, (number, drawing) in enumerate(drawings)
        ]
        return AnnexContents(
            "".join(self._body_text()),
            self._details_for(self.wide_page).write_planning(),
            "".join(pictures),
        )

    def _details_for(self, page: TextPage) -> DetailTables:
        return DetailTables(self.tables, self.entries, page.text_room[0])

    def _planning_on_own_pages(self) -> str:
        width, height = self.wide_page.text_room
        details = DetailTables(self.tables, self.entries, width, height)
        return details.write_planning()

    def _body_text(self) -> Iterator[str]:
        yield from self._opening_text()
        yield from self._main_text()

    def _main_text(self) -> Iterator[str]:
        """All texts and tables after the opening."""
        yield from self._vision_text()
        yield from self.tables.write_themes()
        yield from self.tables.write_lists()
        yield self._details_for(self.text_page).write_others()
        yield from self._waived_text()

    def _opening_text(self) -> Iterator[str]:
        """The title, whose programme it is, what the annex shows and how to read it."""
        yield write_paragraph(write_run(self.captions.title), style="Title")
        identity = self.network.programme.identity
        facts = (identity.organisation, identity.period, identity.date)
        about = " · ".join(fact for fact in facts if fact)
        if about:
            yield write_paragraph(write_run(f"{about}."), style="Subtitle")
        contents = Sentence(
            "This annex shows the goals-efforts network: {counts}.",
            counts=self.captions.kind_counts,
        )
        yield self._own_paragraph(contents.in_language(self.profile.lang))
        yield self._own_paragraph(self.entries.translate_words(_READING_HELP))

    def _vision_text(self) -> Iterator[str]:
        """The vision under its heading; nothing when the programme has none."""
        vision = self.network.programme.identity.vision
        if not vision:
            return
        yield self.tables.write_heading(self.entries.translate_words("Vision"))
        for line in vision.split("\n"):
            if line.strip():
                yield write_paragraph(write_run(line))

    def _waived_text(self) -> Iterator[str]:
        """What stands by a decision, each with why and by whom; nothing when nothing does."""
        profile = self.profile
        rows = list(waived_rows(profile.waived, profile.lang))
        if rows:
            words = self.entries.translate_words("Waived findings")
            yield self.tables.write_heading(words)
        for row in rows:
            said = f"{row.code}: {row.spot.sentence} {row.decision}"
            yield write_list_item(self.entries.own_run(said))

    def _own_paragraph(self, words: str, style: str = "") -> str:
        return write_paragraph(self.entries.own_run(words), style=style)

    # the pictures

    def draw_pictures(self) -> list[WordPicture]:
        """The network on one page of A4, or on pages for each theme when that cannot be read."""
        layouts = [page.compose_layout() for page in self._picture_pages()]
        profile = self.profile
        return render_word_pictures(
            layouts, self.network, profile.lang, profile.engine
        )

    def _picture_pages(self) -> Sequence[PageComposer]:
        paper = self.picture_page.paper
        whole_network = self.profile._replace(paper=paper, theme="", around="")
        return readable_pages(PageDivider(self.network, (), whole_network))

    def _picture_section(
        self, picture: WordPicture, number: int, *, first: bool
    ) -> str:
        """A picture on a page of its own, with a heading over the first and words under each.

        Args:
            picture: What is shown.
            number: Of its parts in the file.
            first: It is the first one of the annex.
        """
        title = picture.layout.title
        if title == self.captions.title:
            title = ""
        room = self._picture_room(title, first=first)
        drawing = inline_picture(picture, number, room)
        legend = " ".join(
            [f"{picture.layout.title}.", *self._picture_legends(picture)]
        )
        return "".join(
            (
                *self._picture_headings(title, first=first),
                write_paragraph(drawing, together=True),
                self._numbering.write_caption("Figure", legend),
            )
        )

    def _picture_legends(self, picture: WordPicture) -> Iterator[str]:
        """What explains a picture below it."""
        for sentence in explain_lines(picture, self.network):
            yield sentence.in_language(self.profile.lang)
        yield self.entries.translate_words(
            "The tables above tell the same in words."
        )

    def _picture_room(self, title: str, *, first: bool) -> tuple[float, float]:
        """The width and height that words leave to a picture, in points."""
        width, height = (
            side / TWIPS_PER_POINT for side in self.picture_page.text_room
        )
        height -= CAPTION_HEIGHT
        if first:
            height -= HEADING_HEIGHT
        if title:
            lines = len(wrap_text(title, width / TITLE_LETTERS, "bold"))
            height -= TITLE_ROOM + TITLE_LEADING * lines
        return width, height

    def _picture_headings(self, title: str, *, first: bool) -> Iterator[str]:
        if first:
            words = self.entries.translate_words("The network in a picture")
            yield self.tables.write_heading(words)
        if title:
            yield write_paragraph(
                write_run(title), style="Heading2", together=True
            )


_READING_HELP = (
    "Every code, such as D1, is the same element in all tables and pictures. Words between "
    "brackets tell what else an element "
    "is linked to."
)

DUTCH = {
    (
        "Word annex: the table of goals, SMART targets and efforts as councils know "
        "it, the planning, and the network as a picture."
    ): (
        "Word-bijlage: de tabel met doelen, SMART-doelen en inspanningen zoals raden "
        "die kennen, de planning en het netwerk als tekening."
    ),
}
