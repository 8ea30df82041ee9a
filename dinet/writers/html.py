"""One page to explore: network, table, coverage, findings; it works offline and asks the network \
for nothing.

Opens from a mail attachment on any desktop. The picture is drawn in the page itself: sharp,
printable, found by the browser's own search, and reachable by keyboard and screen reader.
"""  # noqa: D205 (one sentence of the catalogue)

from dinet.finding import Finding
from dinet.layout.layered.arrangement import COLUMN_ORDER
from dinet.layout.layered.remarks import collect_gaps
from dinet.layout.plan import Layout
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.wording.labels import (
    KIND_NAMES,
    capitalise_first,
    translator_for,
)
from dinet.writers.page.matrix_view import is_in_parts
from dinet.writers.page.page_template import (
    PagePicture,
    render_page,
    with_settling,
)
from dinet.writers.page.picture_legend import line_ends, page_legend
from dinet.writers.page.settling import settling_facts

HINTS = (
    (
        "Click an element: everything that it serves and that serves it stays bright, "
        "and its details stand here."
    ),
    (
        "Double click it, or press Enter twice, to see only what is near; "
        "Escape brings the rest back."
    ),
    "Drag or scroll to move, and hold Ctrl while scrolling to zoom.",
    (
        "By keyboard: arrow left towards the goals, right towards the efforts, "
        "up and down along the column; "
        "Enter gives the details, Escape closes them, plus and minus zoom."
    ),
    "An effort that serves a goal by way of a target has no line of its own to that goal.",
    "The same content stands in the table, in words.",
)
PICTURE_WIDTH = 960
"""Of the picture, in points at letters of 10: so narrow that on most screens its letters
are larger than that."""
MANY_ELEMENTS = 400
"""With more elements than this the page's script draws, with its themes folded, and makes the lists
when they are opened.

The largest single programme that was met has some 150 elements, and is drawn whole. A page of 500
that was drawn whole took longer to open than one of 5,000 that is folded, and its letters were too
small to read.
"""
LATER_WORDS = (
    "Of a network this large the page makes this list with its script, "
    "which does not run here."
)


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The page, in UTF-8.

    Args:
        network: What it shows.
        findings: What the rules said of it.
        profile: ``lang`` is the language of the page; the picture is laid out for a screen
            whatever the paper.
    """
    if len(network) > MANY_ELEMENTS:
        picture = _large_picture(network, profile)
    else:
        picture = _draw_picture(network, findings, profile)
    settling = settling_facts(network, findings, profile)
    if settling:
        picture = with_settling(picture, settling)
    return render_page(network, findings, profile, picture)


def _draw_picture(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> PagePicture:
    # a large page does without, and has no time for it
    from dinet.layout.render.svg import to_svg

    screen = Profile(profile.lang, "screen", profile.short, profile.source)
    layout = _lay_out_screen(network, findings, screen)
    words = tuple(line for line in layout.words if line.role != "legend")
    bare = layout._replace(words=words, samples=())
    markup = to_svg(bare, network, interactive=True, lang=profile.lang)
    return PagePicture(
        markup,
        "parted_page" if is_in_parts(network) else "drawn_page",
        True,
        HINTS,
        page_legend(network),
        data=_drawing_data(network, profile.lang),
    )


def _lay_out_screen(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> Layout:
    """The whole network on a page that is as high as needed."""
    from dinet.layout.layered.arrangement import Arrangement
    from dinet.layout.layered.captions import Captions
    from dinet.layout.layered.cards import Cards
    from dinet.layout.layered.page_layout import PageComposer, check_size
    from dinet.layout.style.paper import PageSize

    check_size(network)
    arrangement = Arrangement(network)
    captions = Captions(arrangement, findings, profile)
    return PageComposer(
        arrangement,
        Cards(network, profile, findings),
        captions,
        PageSize(PICTURE_WIDTH, 0, 8, 0),
    ).compose_layout()


def _large_picture(network: Network, profile: Profile) -> PagePicture:
    """No picture yet: the script of the page makes that, and the lists."""
    return PagePicture(
        "",
        "large_page",
        True,
        HINTS,
        page_legend(network),
        data=_drawing_data(network, profile.lang),
        later=LATER_WORDS,
    )


def _drawing_data(network: Network, lang: str) -> dict[str, object]:
    """What the scripts that draw know besides the elements and links."""
    say = translator_for(lang)
    headings = {
        kind: capitalise_first(say(names.many))
        for kind, names in KIND_NAMES.items()
    }
    drawing = {
        "gaps": _numbered_gaps(network, lang),
        "columns": COLUMN_ORDER,
        **line_ends(),
        "headings": headings | {"subgoal": say("Sub-goals")},
        "levels": {
            "goal": say("Strategic goals"),
            "subgoal": say("Operational goals"),
        },
        "homeless": say("Without a theme"),
        "shared": say("shared with theme {id}"),
    }
    return {"drawing": drawing, "mostUnfolded": MANY_ELEMENTS}


def _numbered_gaps(network: Network, lang: str) -> dict[int, list[str]]:
    """What is missing at elements, in words, by the numbers of these."""
    _, gaps = collect_gaps(network, lang)
    number = {element.id: at for at, element in enumerate(network)}
    return {number[element_id]: words for element_id, words in gaps.items()}


DUTCH = {
    (
        "One page to explore: network, table, coverage, findings; it works offline and "
        "asks the network for nothing."
    ): (
        "Eén pagina om te verkennen: netwerk, tabel, dekking, bevindingen; werkt "
        "zonder internet en vraagt niets op."
    ),
}
