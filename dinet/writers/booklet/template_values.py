"""How the report looks: colours, widths, the places of pictures, the logo.

And its texts, as its letters can show them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dinet.language import Sentence
from dinet.layout.style.palette import KindColours, PictureStyle
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import has_glyphs, measure_width, shorten_text
from dinet.model import KINDS, Kind
from dinet.network import Network
from dinet.writers.booklet.contents import WIDEST_CODE
from dinet.writers.booklet.figures import (
    TITLE_LEADING,
    ReportFigure,
    fits_in_picture,
)

_UNFIT_CHARACTERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff"
    "\ufff0-\ufffb\ufffe\uffff\U000e0000-\U0010ffff]"
)
"""Characters that mean nothing outside the program that wrote them; a document that is
kept may not have them."""
_LINE_SIGNS = str.maketrans({"\u2028": " ", "\u2029": " ", "\ufeff": None})


def template_values(
    network: Network, pictures: Sequence[ReportFigure], profile: Profile
) -> dict[str, Any]:
    """What the template needs besides the contents."""
    title = network.programme.title or profile.source
    return {
        "style": style_values(profile.style),
        "widths": _code_widths(network),
        "pictures": [_picture_place(picture) for picture in pictures],
        "too_large": len(network) > 0 and not fits_in_picture(network),
        "short_title": shorten_text(" ".join(title.split()), 55),
        "logo": logo_values(profile),
    }


def _picture_place(picture: ReportFigure) -> dict[str, Any]:
    """A picture without its drawing: that goes to the template as a file."""
    return picture._asdict() | {
        "svg": "",
        "leading": TITLE_LEADING * picture.size,
    }


def _code_widths(network: Network) -> dict[Kind, float]:
    """The room for the codes of each kind, in letter sizes of the text."""
    ids: dict[Kind, list[str]] = {kind: [] for kind in KINDS}
    for element in network:
        ids[element.kind].append(element.id)
    return {kind: _code_room(ids[kind]) for kind in KINDS}


def style_values(style: PictureStyle) -> dict[str, Any]:
    """The colours, as a template takes them."""
    return {
        "inks": {kind: _ink_values(ink) for kind, ink in style.inks.items()},
        "words": style.words,
        "faint": style.faint,
        "border": style.band_border,
        "band": style.band,
        "gap": style.gap,
    }


def _ink_values(ink: KindColours) -> dict[str, str]:
    return {
        "bar": ink.bar,
        "code": ink.code,
        "ground": ink.ground,
        "rim": ink.border,
    }


def _code_room(ids: Sequence[str]) -> float:
    """The room for the codes of one kind, in letter sizes of the text."""
    codes = [
        shorten_text(element_id, WIDEST_CODE, "bold") for element_id in ids
    ]
    rooms = [0.84 * measure_width(code, "bold") + 0.8 for code in codes]
    return max([2.2, *rooms])


def logo_values(profile: Profile) -> dict[str, Any] | None:
    """The logo with words for who cannot see it; None without one."""
    logo = profile.style.logo
    if not logo:
        return None
    return {
        "bytes": list(logo.data),
        "form": logo.form,
        "alt": Sentence("Logo").in_language(profile.lang),
    }


def input_attempts(
    inputs: Mapping[str, str],
) -> Iterator[tuple[dict[str, str], bool]]:
    """Texts as they can be set, the best first, each with whether letters of this machine are used.

    The bundled letters hold what European languages are written with. Other signs come from
    letters that are installed; a sign that nothing here can show becomes the sign for that.
    """
    plain = {name: _without_unfit(text) for name, text in inputs.items()}
    signs: set[str] = set().union(*plain.values())
    strange = {sign for sign in signs if not has_glyphs(sign)}
    yield plain, bool(strange)
    if strange:
        replaced = str.maketrans(dict.fromkeys(strange, "\ufffd"))
        yield (
            {name: text.translate(replaced) for name, text in plain.items()},
            False,
        )


def _without_unfit(text: str) -> str:
    """A text without characters that mean nothing in a document that is kept."""
    # a text has few different signs, so looking at each of those once is quick
    if not _LINE_SIGNS.keys().isdisjoint(map(ord, set(text))):
        text = text.translate(_LINE_SIGNS)
    return _UNFIT_CHARACTERS.sub("\ufffd", text)
