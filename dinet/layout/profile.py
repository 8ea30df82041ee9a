"""What a reader of a picture or page wants: the size of the paper, the language, what to show."""

from typing import Literal, NamedTuple

Paper = Literal["A4", "A4-landscape", "A3", "A3-landscape", "16:9", "screen"]


class Profile(NamedTuple):
    """The wishes that every writer gets; a writer uses what concerns it.

    Args:
        lang: The language of headings, legends and messages; the elements stay in the language of the document.
        paper: The page of printed pictures; ``screen`` is no page but as high as the network needs, at natural size.
        short: Draw titles or first sentences in place of whole texts.
        source: The file name of the document, without folders; empty when there is none.
        engine: What draws PNG and PDF: ``embedded``, ``dot``, or ``auto`` for the first of these that is there.
    """

    lang: str = "nl"
    paper: Paper = "A3"
    short: bool = False
    source: str = ""
    engine: str = "auto"
