"""Word annex: the table of goals, SMART targets and efforts as councils know it, the planning, and the network as a picture.

dinet reads it back: every element stands in it, and every link by its place or by codes between
brackets.
"""

from collections.abc import Iterator, Sequence

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.layered.arrangement import Arrangement as Drawn
from dinet.layout.layered.captions import Captions
from dinet.layout.pages import Book
from dinet.layout.style.paper import NATURAL, SMALLEST
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import wrapped
from dinet.network import Network
from dinet.writers.word.arrangement import Arrangement
from dinet.writers.word.detail_tables import Details
from dinet.writers.word.element_text import Entries
from dinet.writers.word.goal_tables import Tables
from dinet.writers.word.picture import Picture, inline, pictures
from dinet.writers.word.readable_codes import coded
from dinet.writers.word.word_file import Sheet, document
from dinet.writers.word.word_xml import para, run

HEADING, TITLE, LEADING, CAPTION = 42, 14, 15, 40
"""The height of a heading, of the room around the title of a picture, of its lines, and of the words under it, in points."""
LETTERS = 11.5
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
    annex = Annex(coded(network), profile)
    return annex.bytes(annex.pictures())


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
        self.sheet = Sheet(wide=wide, margin=1134, upper=1134, lower=1134)
        self.across = Sheet(wide=True, margin=1134, upper=1134, lower=1134)
        self.full = Sheet(wide=wide, margin=560, upper=560, lower=700)
        arrangement = Arrangement(network)
        self.entries = Entries(arrangement, profile.lang, network.programme.lang)
        self.tables = Tables(
            arrangement, self.entries, profile.style, self.sheet.room[0]
        )
        self.captions = Captions(Drawn(network), (), profile)

    def bytes(self, drawings: Sequence[Picture]) -> bytes:
        """The file, with these pictures at its end."""
        sections = [("".join(self._text()), self.sheet)]
        planned = Details(self.tables, self.entries, self.across.room[0]).planning()
        if planned:
            sections.append((planned, self.across))
        sections += [
            (self._drawn(each, number), self.full)
            for number, each in enumerate(drawings, start=1)
        ]
        return document(
            sections, drawings, self.captions.title, self.network.programme.lang
        )

    def _text(self) -> Iterator[str]:
        identity = self.network.programme.identity
        yield para(run(self.captions.title), style="Title")
        about = [
            each
            for each in (identity.organisation, identity.period, identity.date)
            if each
        ]
        if about:
            yield para(run(" · ".join(about) + "."), style="Subtitle")
        shows = Sentence(
            "This annex shows the goals-efforts network: {counts}.",
            counts=self.captions.counts,
        )
        yield para(self.entries.own(shows.said(self.profile.lang)))
        yield para(self.entries.own(self.entries.say(_READING)))
        if identity.vision:
            yield self.tables.heading(self.entries.say("Vision"))
            yield from (
                para(run(line)) for line in identity.vision.split("\n") if line.strip()
            )
        yield from self.tables.themes()
        yield from self.tables.lists()
        yield Details(self.tables, self.entries, self.sheet.room[0]).others()

    # the pictures

    def pictures(self) -> list[Picture]:
        """The network on one page of A4, or on a page or more for each theme when that cannot be read."""
        paper = "A4-landscape" if self.full.wide else "A4"
        book = Book(
            self.network, (), self.profile._replace(paper=paper, theme="", around="")
        )
        readable = book.whole.scale * NATURAL >= SMALLEST
        sheets = (
            [book.whole]
            if readable
            else [page for part in book.parts() for page in book.divided(part)]
        )
        return pictures(
            [page.layout() for page in sheets],
            self.network,
            self.profile.lang,
            self.profile.engine,
        )

    def _drawn(self, this: Picture, number: int) -> str:
        room = self.full.room
        title = this.layout.title if this.layout.title != self.captions.title else ""
        lines = len(wrapped(title, room[0] / 20 / LETTERS, "bold")) if title else 0
        high = (
            room[1] / 20
            - CAPTION
            - HEADING * (number == 1)
            - (TITLE + LEADING * lines) * bool(lines)
        )
        said = (
            [self.tables.heading(self.entries.say("The network in a picture"))]
            if number == 1
            else []
        )
        said += [para(run(title), style="Heading2", together=True)] if title else []
        shown = inline(this, number, (room[0] / 20, high))
        return "".join(
            [
                *said,
                para(shown, together=True),
                para(self.entries.own(self.entries.say(_LEGEND)), style="Caption"),
            ]
        )


_READING = (
    "Every code, such as D1, is the same element in all tables and pictures. Words between brackets tell what else an element "
    "is linked to."
)
_LEGEND = (
    "A line leads from what contributes, at the right, to what it contributes to, at the left. A dashed line crosses themes, "
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
