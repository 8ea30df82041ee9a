"""What a reader of a picture or page wants: the size of the paper, the language, what to show."""

from typing import Literal, NamedTuple

from dinet.finding import WaivedFinding
from dinet.layout.style.palette import COLOUR_STYLE, PictureStyle

Direction = Literal["goals", "efforts"]
Marks = Literal["gaps", "findings", "none"]


class Profile(NamedTuple):
    """The wishes that every writer gets; a writer uses what concerns it.

    Args:
        lang: The language of headings, legends and messages; the elements stay in the language
            of the document.
        paper: The page of printed pictures, as ``paper.sheet`` knows it; ``screen`` is no page
            but as high as the network needs, at natural size.
        short: Draw titles or first sentences in place of whole texts.
        source: The file name of the document, without folders; empty when there is none.
        engine: What draws PNG and PDF: the Graphviz inside, ``embedded``, or on this machine,
            ``dot``; ``auto`` for what sets the report, where it can, or the first of these.
        style: The look of pictures that are files.
        direction: What stands at the left.
        theme: The id of a theme: only that is drawn, and what it shares with others. Empty
            draws all.
        around: The id of an element: only that is drawn, and what is at most ``steps`` links
            away from it. Empty draws all.
        steps: At least 1.
        marks: What is told in the boxes: what is missing there, all that the rules found, or
            nothing.
        coverage: Tell in the boxes of goals and targets how well efforts cover them.
        dpi: Dots per inch of a PNG; 0 for what suits the page.
        answers: What the mapping form says with which the document was read, as JSON: a page in
            which more is settled keeps all of it. Empty without a form; None when nothing may
            be settled in a page, since its texts are not those of the document.
        original: What the page shows of the document as it stands, as JSON that
            ``original_text`` makes. Empty without.
        since: What the page tells of the version before it, as HTML that ``version_part`` makes.
            Empty without one. ``since_told`` says the same in one sentence, for the overview.
        trim: A picture in a file of its own ends where its drawing ends, not where its paper does.
        width: Of such a picture, in points; 0 for that of its paper.
        title: What stands over a picture in place of the name of the programme.
        notes: What boxes tell besides, as the id of an element and the words.
        gone: The ids of elements that are drawn with a dashed border: they are no longer there.
        titled: Whether anything stands over a picture: a title, whose it is, the vision.
        waived: What the rules found and a person lets stand, in the order in which it is told.
        ask: What is asked of the council, on the files that are one page or one slide.
        status: What the report is, such as a draft or as decided by the council; empty to say
            nothing. ``edition`` is its version, ``conclusion`` what it begins its summary with.
        enclosed: What goes with a pack besides: the names of files and their texts.
    """

    lang: str = "nl"
    paper: str = "A3"
    short: bool = False
    source: str = ""
    engine: str = "auto"
    style: PictureStyle = COLOUR_STYLE
    direction: Direction = "goals"
    theme: str = ""
    around: str = ""
    steps: int = 2
    marks: Marks = "gaps"
    coverage: bool = False
    dpi: int = 0
    answers: str | None = ""
    original: str = ""
    since: str = ""
    since_told: str = ""
    trim: bool = False
    width: float = 0.0
    title: str = ""
    titled: bool = True
    notes: tuple[tuple[str, str], ...] = ()
    gone: frozenset[str] = frozenset()
    waived: tuple[WaivedFinding, ...] = ()
    ask: str = ""
    status: str = ""
    edition: str = ""
    conclusion: str = ""
    enclosed: tuple[tuple[str, str], ...] = ()
