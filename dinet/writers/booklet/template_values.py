"""How the report looks: colours, widths, the places of pictures, the logo; and texts as its letters can show them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dinet.language import Sentence
from dinet.layout.style.palette import Style
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import known, shortened, width
from dinet.model import KINDS
from dinet.network import Network
from dinet.writers.booklet.contents import LONGEST_CODE
from dinet.writers.booklet.figures import LEADING, Figure, fits

_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U0010ffff]"
)
"""Characters that mean nothing outside the program that wrote them; a document that is kept may not have them."""
_LINES = str.maketrans({"\u2028": " ", "\u2029": " ", "\ufeff": None})


def setting(
    network: Network, pictures: Sequence[Figure], profile: Profile
) -> dict[str, Any]:
    """What the template needs besides the contents."""
    title = network.programme.title or profile.source
    return {
        "style": _style(profile.style),
        "widths": {
            kind: _chip([each.id for each in network if each.kind == kind])
            for kind in KINDS
        },
        "pictures": [
            each._asdict() | {"svg": "", "leading": LEADING * each.size}
            for each in pictures
        ],
        "too_large": len(network) > 0 and not fits(network),
        "short_title": shortened(" ".join(title.split()), 55),
        "logo": _logo(profile),
    }


def _style(style: Style) -> dict[str, Any]:
    inks = {
        kind: {
            "bar": ink.bar,
            "code": ink.code,
            "ground": ink.ground,
            "rim": ink.border,
        }
        for kind, ink in style.inks.items()
    }
    return {
        "inks": inks,
        "words": style.words,
        "faint": style.faint,
        "border": style.band_border,
        "band": style.band,
        "gap": style.gap,
    }


def _chip(ids: Sequence[str]) -> float:
    """The room for the codes of one kind, in letter sizes of the text."""
    return max(
        [
            2.2,
            *(
                0.84 * width(shortened(each, LONGEST_CODE, "bold"), "bold") + 0.8
                for each in ids
            ),
        ]
    )


def _logo(profile: Profile) -> dict[str, Any] | None:
    logo = profile.style.logo
    if not logo:
        return None
    return {
        "bytes": list(logo.data),
        "form": logo.form,
        "alt": Sentence("Logo").said(profile.lang),
    }


def tries(inputs: Mapping[str, str]) -> Iterator[tuple[dict[str, str], bool]]:
    """Texts as they can be set, the best first, each with whether letters of this machine are used too.

    The bundled letters hold what European languages are written with. Other signs come from
    letters that are installed; a sign that nothing here can show becomes the sign for that.
    """
    plain = {
        name: _UNFIT.sub("\ufffd", text.translate(_LINES))
        for name, text in inputs.items()
    }
    strange = {each for text in plain.values() for each in set(text) if not known(each)}
    yield plain, bool(strange)
    if strange:
        shown = str.maketrans(dict.fromkeys(strange, "\ufffd"))
        yield {name: text.translate(shown) for name, text in plain.items()}, False
