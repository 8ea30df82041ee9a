"""Word annex: the table of goals, SMART targets and efforts as councils know it, the planning, \
and the network as a picture.

dinet reads it back: every element stands in it, and every link by its place or by codes between
brackets.
"""

from collections.abc import Iterator, Sequence

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.layered.arrangement import Arrangement
from dinet.layout.layered.captions import Captions
from dinet.layout.pages import PageDivider
from dinet.layout.style.paper import NATURAL_LETTERS, SMALLEST_LETTERS
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import wrap_text
from dinet.network import Network
from dinet.writers.word.arrangement import AnnexArrangement
from dinet.writers.word.detail_tables import DetailTables
from dinet.writers.word.element_text import ElementWriter
from dinet.writers.word.goal_tables import GoalTables
from dinet.writers.word.picture import WordPicture, inline_picture, render_word_pictures
from dinet.writers.word.readable_codes import with_readable_codes
from dinet.writers.word.word_file import WordPage, build_document
from dinet.writers.word.word_xml import write_paragraph, write_run

HEADING_HEIGHT, TITLE_ROOM, TITLE_LEADING, CAPTION_HEIGHT = 42, 14, 15, 40
"""The height of a heading, of the room around the title of a picture, of its lines, and of
the words under it, in points."""
TITLE_LETTERS = 11.5
"""The size of the title of a picture."""


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The annex: the same bytes for the same network, with the same engine.

    Args:
        network: Every element stands in it. Ids that cannot be read back are replaced by codes
            such as ``D1``.
        findings: Are left out: this is a document for the council.
        profile: ``paper`` tells whether the pages of A4 lie or stand; ``lang`` is the language
            of headings, ``engine`` what draws the picture for programs that know no SVG.

    Raises:
        MissingLibraryError: Graphviz is not there or failed.
    """
    annex = Annex(with_readable_codes(network), profile)
    return annex.to_bytes(annex.draw_pictures())


class Annex:
    """One annex.

    Args:
        network: With ids that can be read back.
        profile: The wishes of the reader.
    """

    def __init__(self, network: Network, profile: Profile) -> None:
        self.network, self.profile = network, profile
        wide = profile.paper.endswith("landscape") or profile.paper in (
            "16:9",
            "screen",
        )
        self.text_page = WordPage(wide=wide, margin=1134, upper=1134, lower=1134)
        self.wide_page = WordPage(wide=True, margin=1134, upper=1134, lower=1134)
        self.picture_page = WordPage(wide=wide, margin=560, upper=560, lower=700)
        arrangement = AnnexArrangement(network)
        self.entries = ElementWriter(arrangement, profile.lang, network.programme.lang)
        self.tables = GoalTables(
            arrangement, self.entries, profile.style, self.text_page.text_room[0]
        )
        self.captions = Captions(Arrangement(network), (), profile)

    def to_bytes(self, drawings: Sequence[WordPicture]) -> bytes:
        """The file, with these pictures at its end."""
        sections = [("".join(self._body_text()), self.text_page)]
        planned = DetailTables(
            self.tables, self.entries, self.wide_page.text_room[0]
        ).write_planning()
        if planned:
            sections.append((planned, self.wide_page))
        sections += [
            (self._picture_section(each, number), self.picture_page)
            for number, each in enumerate(drawings, start=1)
        ]
        return build_document(
            sections, drawings, self.captions.title, self.network.programme.lang
        )

    def _body_text(self) -> Iterator[str]:
        identity = self.network.programme.identity
        yield write_paragraph(write_run(self.captions.title), style="Title")
        about = [
            each
            for each in (identity.organisation, identity.period, identity.date)
            if each
        ]
        if about:
            yield write_paragraph(write_run(" · ".join(about) + "."), style="Subtitle")
        shows = Sentence(
            "This annex shows the goals-efforts network: {counts}.",
            counts=self.captions.kind_counts,
        )
        yield write_paragraph(
            self.entries.own_run(shows.in_language(self.profile.lang))
        )
        yield write_paragraph(
            self.entries.own_run(self.entries.translate_words(_READING_HELP))
        )
        if identity.vision:
            yield self.tables.write_heading(self.entries.translate_words("Vision"))
            yield from (
                write_paragraph(write_run(line))
                for line in identity.vision.split("\n")
                if line.strip()
            )
        yield from self.tables.write_themes()
        yield from self.tables.write_lists()
        yield DetailTables(
            self.tables, self.entries, self.text_page.text_room[0]
        ).write_others()

    # the pictures

    def draw_pictures(self) -> list[WordPicture]:
        """The network on one page of A4, or on a page or more for each theme when that cannot be read."""
        paper = "A4-landscape" if self.picture_page.wide else "A4"
        book = PageDivider(
            self.network, (), self.profile._replace(paper=paper, theme="", around="")
        )
        readable = book.whole_page.scale * NATURAL_LETTERS >= SMALLEST_LETTERS
        sheets = (
            [book.whole_page]
            if readable
            else [
                page for part in book.split_parts() for page in book.divide_part(part)
            ]
        )
        return render_word_pictures(
            [page.compose_layout() for page in sheets],
            self.network,
            self.profile.lang,
            self.profile.engine,
        )

    def _picture_section(self, this: WordPicture, number: int) -> str:
        room = self.picture_page.text_room
        title = this.layout.title if this.layout.title != self.captions.title else ""
        lines = (
            len(wrap_text(title, room[0] / 20 / TITLE_LETTERS, "bold")) if title else 0
        )
        high = (
            room[1] / 20
            - CAPTION_HEIGHT
            - HEADING_HEIGHT * (number == 1)
            - (TITLE_ROOM + TITLE_LEADING * lines) * bool(lines)
        )
        said = (
            [
                self.tables.write_heading(
                    self.entries.translate_words("The network in a picture")
                )
            ]
            if number == 1
            else []
        )
        said += (
            [write_paragraph(write_run(title), style="Heading2", together=True)]
            if title
            else []
        )
        shown = inline_picture(this, number, (room[0] / 20, high))
        return "".join(
            [
                *said,
                write_paragraph(shown, together=True),
                write_paragraph(
                    self.entries.own_run(self.entries.translate_words(_PICTURE_LEGEND)),
                    style="Caption",
                ),
            ]
        )


_READING_HELP = (
    "Every code, such as D1, is the same element in all tables and pictures. Words between "
    "brackets tell what else an element "
    "is linked to."
)
_PICTURE_LEGEND = (
    "A line leads from what contributes, at the right, to what it contributes to, at the left. "
    "A dashed line crosses themes, "
    "skips a column or rests on weak evidence. The tables above tell the same in words."
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
