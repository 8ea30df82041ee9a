"""One A4 with tags: the message as its title, the goals as a picture, findings, what is asked.

All words are measured before, so the picture gets the room that they leave and the page is one.
"""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from dinet.document.own_outputs import describe_origin
from dinet.finding import Finding
from dinet.language import CountedSentence, Sentence
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import Face, wrap_text
from dinet.network import Network
from dinet.report.style_sheets import TEMPLATES_FOLDER
from dinet.writers.booklet.template_values import logo_values, style_values
from dinet.writers.booklet.typeset_picture import pdf_settings, typeset_source
from dinet.writers.office.file_facts import FileFacts, programme_facts
from dinet.writers.one_page.council_message import (
    CouncilMessage,
    PlacedFinding,
    council_message,
)
from dinet.writers.one_page.tile_drawing import (
    TilePicture,
    draw_tiles,
    legend_height,
    picture_title,
    place_legend,
)
from dinet.writers.one_page.tile_plan import TilePlan, TileRoom, plan_tiles
from dinet.writers.page.overview_view import (
    LegendLine,
    TileGroup,
    TileLevel,
    build_overview,
)

LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}

# All of these are in points.
PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89  # an upright A4
SIDE, TOP, BOTTOM = 51.0, 42.0, 60.0  # margins
LOGO_HEIGHT = 34.0
"""Of a municipality's own logo, beside the title."""
ROOM = PAGE_WIDTH - 2 * SIDE
"""The width that there is for text."""
SIZES = {
    "about": 10.0,
    "title": 18.0,
    "text": 11.0,
    "small": 9.5,
    "heading": 12.5,
}
"""Of the letters; nothing on the page is smaller than 9."""
GAPS = {
    "about": 6.0,
    "title": 6.0,
    "proof": 4.0,
    "picture": 14.0,
    "heading": 6.0,
    "finding": 7.0,
    "item": 4.0,
    "list": 6.0,
    "ask": 6.0,
}
"""What is left free under each part."""
CODE_WIDTH, NUMBER_WIDTH, INSET = 46.0, 18.0, 10.0
"""Of a code before a text, of the number of a finding, and from the rim of a part to its words."""
FOOTER_SIZE = 9.0
"""Of the letters under the page."""
SMALLEST_TILES, LARGEST_TILES = 9.0, 12.0
"""Of the letters in tiles."""
LEAST_PICTURE = 150.0
"""Lists leave at least so much for the picture."""
SLACK = 6.0
"""Left free at the foot, for what is rounded."""

LETTER_SCALES = (1.4, 1.2, 1.0)
"""A page with little on it has larger letters, so that it is not half empty."""
LEADING = 1.3
"""From one line to the next, in letter sizes."""
MOST_TITLE_LINES, MOST_LINES = 4, 4
"""Of the title, and of one finding; a name of a thousand letters may not push out the rest."""
MOST_ASK_LINES = 9
LINES_PER_ITEM = (5, 3, 2, 1)
"""So many lines may an effort have: the most that leave room for all of them."""


class SheetItem(NamedTuple):
    """A line of a list.

    Args:
        code: Of the element.
        text: What it says, in the words of the document.
        note: What else is told of it; may be empty.
    """

    code: str
    text: str
    note: str


class CouncilSheet(NamedTuple):
    """What stands on one page.

    Args:
        message: Its words.
        groups: The goals of the picture.
        legend: Of that picture.
        items: A list under the picture; may be empty.
        title: Of the file.
    """

    message: CouncilMessage
    groups: Sequence[TileGroup]
    legend: Sequence[LegendLine]
    items: Sequence[SheetItem] = ()
    title: str = ""


def programme_sheet(
    network: Network, findings: Sequence[Finding], profile: Profile
) -> CouncilSheet:
    """The sheet about a whole programme, whatever shows it.

    Args:
        network: Its goals are the picture; the largest programmes show their themes.
        findings: What the rules said; told where little else stands out.
        profile: The language of our own words, and what is asked.
    """
    message = council_message(network, findings, profile)
    view = build_overview(network, findings, profile.source, profile.lang)
    title = network.programme.title or message.title
    return CouncilSheet(message, view.groups, view.legend, title=title)


def typeset_sheet(
    sheet: CouncilSheet, network: Network, profile: Profile
) -> bytes:
    """The page as a PDF with tags: the same bytes for the same sheet; it invents no date.

    Args:
        sheet: What stands on it.
        network: The programme.
        profile: The language of our own words, the look, and the name of the document.

    Raises:
        MissingLibraryError: typst is not there, or could not set it.
    """
    setters = (
        _SheetSetter(sheet, network, profile, scale) for scale in LETTER_SCALES
    )
    inputs = next(
        filter(None, (setter.template_inputs() for setter in setters))
    )
    settings = pdf_settings(network.programme.identity)
    source = TEMPLATES_FOLDER / "report" / "council.typ"
    return typeset_source(
        source.read_bytes(), inputs, profile.style.font, settings
    )


class _SheetSetter:
    """Measures the words of a page and gives the rest to the picture."""

    def __init__(
        self,
        sheet: CouncilSheet,
        network: Network,
        profile: Profile,
        scale: float,
    ) -> None:
        self.scale = scale
        self.sizes = {name: scale * size for name, size in SIZES.items()}
        self.sheet, self.network, self.profile = sheet, network, profile
        self.lang, self.text_lang = profile.lang, network.programme.lang
        self.has_logo = bool(profile.style.logo)

    def template_inputs(self) -> dict[str, str]:
        """What the template gets; empty where larger letters have no room for everything."""
        data = self._measured_words()
        room = PAGE_HEIGHT - TOP - BOTTOM - SLACK - self._height_of(data)
        if self.sheet.items:
            room -= self._set_items(data, room)
        plan = self._plan_tiles(room - GAPS["picture"])
        if self.scale > 1 and not self._is_whole(plan, data):
            return {}
        picture = self._draw_picture(plan)
        data["picture"] = picture and picture._replace(svg="")._asdict()
        return {
            "data": json.dumps(data, ensure_ascii=False),
            "picture": picture.svg if picture else "",
        }

    def _measured_words(self) -> dict[str, Any]:
        """All but the picture and the list."""
        message = self.sheet.message
        lang, _, region = LANGUAGES[self.lang].partition("-")
        logo = 2.2 * LOGO_HEIGHT if self.has_logo else 0.0
        return {
            "words": self._own_words(),
            "lang": lang,
            "region": region,
            "text_lang": self.text_lang,
            "style": style_values(self.profile.style),
            "logo": logo_values(self.profile),
            "page": {
                "side": SIDE,
                "top": TOP,
                "bottom": BOTTOM,
                "code": CODE_WIDTH,
                "number": NUMBER_WIDTH,
                "inset": INSET,
                "logo": LOGO_HEIGHT,
            },
            "sizes": self.sizes,
            "gaps": GAPS,
            "about": self._wrap_words(
                message.about, "about", ROOM - logo, most=2
            ),
            "title": self._wrap_words(
                message.title, "title", ROOM - logo, "bold", MOST_TITLE_LINES
            ),
            "proof": self._wrap_words(
                message.proof, "text", ROOM, "italic", 3
            ),
            "findings": [
                self._finding_lines(each) for each in message.findings
            ],
            "ask": self._wrap_words(
                message.ask, "text", ROOM - 2 * INSET, most=MOST_ASK_LINES
            ),
            "items": [],
            "rest": [],
            "stated": self._file_facts().as_template_values(),
            "origin": self._origin_words(),
            "footer": wrap_text(
                self._origin_words(), ROOM / FOOTER_SIZE, most=3
            ),
        }

    def _own_words(self) -> dict[str, str]:
        words = {
            "findings": Sentence("What stands out"),
            "items": Sentence("Efforts"),
            "ask": Sentence("What is asked"),
        }
        return {
            name: sentence.in_language(self.lang)
            for name, sentence in words.items()
        }

    def _file_facts(self) -> FileFacts:
        title = self.sheet.title or self.sheet.message.title
        return programme_facts(self.network, title)

    def _origin_words(self) -> str:
        return describe_origin(self.profile.source, self.lang)

    def _wrap_words(
        self,
        words: str,
        size: str,
        room: float,
        face: Face = "regular",
        most: int = MOST_LINES,
    ) -> tuple[str, ...]:
        """Words in lines; none of no words."""
        if not words:
            return ()
        return wrap_text(words, room / self.sizes[size], face, self.lang, most)

    def _finding_lines(self, finding: PlacedFinding) -> dict[str, Any]:
        room = ROOM - NUMBER_WIDTH
        return {
            "lines": self._wrap_words(finding.sentence, "text", room),
            "where": self._wrap_words(finding.where, "small", room, most=2),
        }

    # how high it all is

    def _height_of(self, data: dict[str, Any]) -> float:
        """How high all words are together, in points, with what is left free around them."""
        height = self._lines_height(data["about"], "about", GAPS["about"])
        height += self._lines_height(data["title"], "title", GAPS["title"])
        height += self._lines_height(data["proof"], "text", GAPS["proof"])
        if self.has_logo:
            height = max(height, LOGO_HEIGHT + GAPS["proof"])
        if data["findings"]:
            height += self._heading_height()
        for finding in data["findings"]:
            height += self._lines_height(
                finding["lines"], "text", GAPS["finding"]
            )
            height += self._lines_height(finding["where"], "small")
        if data["ask"]:
            height += GAPS["ask"] + self._heading_height() + INSET
            height += self._lines_height(data["ask"], "text")
        return height

    def _set_items(self, data: dict[str, Any], room: float) -> float:
        """Put the list into the data; what it takes of the room."""
        free = room - LEAST_PICTURE - GAPS["list"] - self._heading_height()
        items: list[dict[str, Any]] = []
        for most in LINES_PER_ITEM:
            items = [self._item_lines(item, most) for item in self.sheet.items]
            if self._items_height(items) <= free:
                break
        shown = len(items)
        rest_height = 2 * LEADING * self.sizes["small"] + GAPS["item"]
        while shown and self._items_height(items[:shown]) > free - rest_height:
            shown -= 1
        if self._items_height(items) <= free:
            shown = len(items)
        data["items"] = items[:shown]
        data["rest"] = self._rest_words(shown)
        taken = self._items_height(data["items"])
        taken += self._lines_height(data["rest"], "small", GAPS["item"])
        return taken + GAPS["list"] + self._heading_height()

    def _lines_height(
        self, lines: Sequence[str], size: str, below: float = 0.0
    ) -> float:
        """How high lines are with what is left free under them; 0 without lines."""
        if not lines:
            return 0.0
        return len(lines) * LEADING * self.sizes[size] + below

    def _heading_height(self) -> float:
        return LEADING * self.sizes["heading"] + GAPS["heading"]

    def _items_height(self, items: Sequence[dict[str, Any]]) -> float:
        heights = (
            self._lines_height(
                (*item["lines"], *item["note"]), "small", GAPS["item"]
            )
            for item in items
        )
        return sum(heights)

    def _item_lines(self, item: SheetItem, most: int) -> dict[str, Any]:
        room = ROOM - CODE_WIDTH
        text = wrap_text(
            item.text,
            room / self.sizes["small"],
            "regular",
            self.text_lang,
            most,
        )
        note = self._wrap_words(item.note, "small", room, "italic", most=2)
        code = wrap_text(
            item.code, CODE_WIDTH / self.sizes["small"], "bold", most=1
        )
        return {"code": code[0], "lines": text, "note": note}

    def _rest_words(self, shown: int) -> tuple[str, ...]:
        """Which efforts have no room; the report has them."""
        codes = [item.code for item in self.sheet.items[shown:]]
        if not codes:
            return ()
        sentence = CountedSentence(
            "and {count} other, which the report has: {codes}",
            "and {count} others, which the report has: {codes}",
            len(codes),
            codes=", ".join(codes),
        )
        return self._wrap_words(
            sentence.in_language(self.lang), "small", ROOM, most=2
        )

    def _plan_tiles(self, height: float) -> TilePlan:
        """The goals, in the room that is left."""
        largest = self.scale * LARGEST_TILES
        # larger letters are wanted whole or not at all
        smallest = largest if self.scale > 1 else SMALLEST_TILES
        room = TileRoom(ROOM, height, largest, smallest)
        return fit_tiles(self.sheet, room, (self.lang, self.text_lang))

    def _is_whole(self, plan: TilePlan, data: dict[str, Any]) -> bool:
        """Whether the largest letters have room for everything."""
        largest = self.scale * LARGEST_TILES
        is_told = plan.level is TileLevel.SENTENCES and plan.size == largest
        has_goals = any(group.tiles for group in self.sheet.groups)
        return not data["rest"] and (is_told or not has_goals)

    def _draw_picture(self, plan: TilePlan) -> TilePicture | None:
        """The goals with their legend; None where there are none."""
        if not plan.tiles:
            return None
        title = picture_title(self.lang, of_goals=bool(self.network.goals))
        style = self.profile.style
        return draw_tiles(plan, self.sheet.legend, style, (title, self.lang))


def fit_tiles(
    sheet: CouncilSheet, room: TileRoom, langs: tuple[str, str]
) -> TilePlan:
    """The tiles of a sheet with their legend in a room.

    Args:
        sheet: Its goals.
        room: For the tiles and their legend together.
        langs: The language of our own words and that of the document.
    """
    whole = TilePlan(room.largest, TileLevel.CODES, (), room.width, 0.0)
    legend = legend_height(
        place_legend(sheet.legend, whole, langs[0]), room.largest
    )
    left = room._replace(height=room.height - legend)
    return plan_tiles(sheet.groups, left, *langs)
