"""A house style from a small TOML file.

It has colours by kind, a font and a logo, and is refused when words in it cannot be read.

    basis = "kleur"             # of which style the rest is: kleur, grijs or contrast
    lettertype = "Calibri"
    logo = "logo.png"           # a file beside this one, PNG or SVG
    [kleuren]
    doel = "#004E7C"            # the bar: the code in it gets black or white, the ground a tint
    inspanning = {balk = "#00704A", code = "#FFFFFF", vlak = "#E8F4EF", tekst = "#111111"}
    woorden = "#222222"

All names may be English too.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from dinet.errors import UsageError, did_you_mean
from dinet.language import Sentence
from dinet.layout.style.contrast import contrast_ratio, find_unreadable
from dinet.layout.style.logo import Logo, load_logo
from dinet.layout.style.palette import (
    COLOUR_STYLE,
    PICTURE_STYLES,
    KindColours,
    PictureStyle,
)
from dinet.model import Kind

BASE_STYLES = {"kleur": "colour", "grijs": "grey", "contrast": "contrast"}
KIND_KEYS: dict[str, Kind] = {
    "programma": "programme",
    "thema": "theme",
    "doel": "goal",
    "baat": "benefit",
    "smart-doel": "target",
    "vermogen": "capability",
    "resultaat": "result",
    "inspanning": "effort",
}
KINDS_BY_NAME: dict[str, Kind] = {kind: kind for kind in KIND_KEYS.values()}
TOP_KEYS = {
    "basis": "base",
    "lettertype": "font",
    "logo": "logo",
    "kleuren": "colours",
}
PART_KEYS = {
    "balk": "bar",
    "code": "code",
    "vlak": "ground",
    "tekst": "text",
    "rand": "rim",
}
COLOUR_KEYS = {
    "pagina": "page",
    "band": "band",
    "woorden": "words",
    "noten": "faint",
    "lijnen": "link",
    "streeplijnen": "weak",
    "gemis": "gap",
    "goed": "good",
    "matig": "fair",
}
LONGEST_QUOTE = 40  # characters of what a file says that stand in a message
TINT = 0.1  # how much of the bar's colour the ground has, the rest is white
_HEX_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_FONT_NAME = re.compile(r"[A-Za-z][A-Za-z0-9 -]{0,39}")


def read_house_style(
    data: bytes, name: str, beside: Callable[[str], bytes]
) -> PictureStyle:
    """The style in a file.

    Args:
        data: The whole file.
        name: Its name, for messages.
        beside: Gives the bytes of a file in the same folder, by its bare name.

    Raises:
        UsageError: It is not TOML, names what does not exist, or has words that cannot be read;
            all problems at once.
    """
    content = _parse_toml(data, name)
    reader = _StyleFile()
    style = reader.read_style(content)
    reader.problems += find_unreadable(style)
    if reader.problems:
        raise UsageError(*reader.problems, where=name)
    logo = content.get("logo")
    return (
        style._replace(logo=_read_logo(logo, name, beside)) if logo else style
    )


def _parse_toml(data: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        reason = str(error).rstrip(".")
        what = Sentence(
            "this is not a style file in TOML: {reason}.", reason=reason
        )
        raise UsageError(what, where=name) from error


def _read_logo(
    logo: object, name: str, beside: Callable[[str], bytes]
) -> Logo:
    """The logo that a style file names."""
    # a bare name: no file elsewhere on the machine can be asked for
    if not isinstance(logo, str) or not re.fullmatch(r"[\w-][\w .-]*", logo):
        what = Sentence("a logo is the name of a file in the same folder.")
        raise UsageError(what, where=name)
    return load_logo(beside(logo), logo)


class _StyleFile:
    """What a file says, name by name, and what is wrong with it."""

    def __init__(self) -> None:
        self.problems: list[Sentence] = []

    def read_style(self, content: Mapping[str, object]) -> PictureStyle:
        """The style; what is wrong stays as it was in the style that it is based on."""
        top = dict(self._known_entries(content, TOP_KEYS))
        style = self._read_base(str(top.get("base", "kleur")))
        style = self._read_colours(top.get("colours", {}), style)
        return style._replace(font=self._read_font(top.get("font", "")))

    def _read_colours(self, table: object, base: PictureStyle) -> PictureStyle:
        """A style with the colours of kinds, and of what stands around them, in a table."""
        inks = dict(base.inks)
        others: dict[str, Any] = {}
        entries = self._read_table(table, "colours")
        for key, value in self._known_entries(
            entries, KIND_KEYS | COLOUR_KEYS
        ):
            kind = KINDS_BY_NAME.get(key)
            if kind:
                inks[kind] = self._read_kind_colours(key, value, inks[kind])
            elif colour := self._read_colour(key, value):
                others[key] = colour
        return base._replace(inks=inks, **others)

    def _read_base(self, name: str) -> PictureStyle:
        """The style that the rest is of: in colour when there is none of that name."""
        base = BASE_STYLES.get(name, name)
        if base not in PICTURE_STYLES:
            what = Sentence("{name} is not a style that dinet knows: {known}.")
            self._report_unknown(what, base, (*BASE_STYLES, *PICTURE_STYLES))
        return PICTURE_STYLES.get(base, COLOUR_STYLE)

    def _known_entries(
        self, table: Mapping[str, object], names: Mapping[str, str]
    ) -> Iterator[tuple[str, object]]:
        """The entries whose names exist, with these in English."""
        for key, value in table.items():
            name = names.get(key.casefold(), key.casefold())
            if name in names.values():
                yield name, value
                continue
            what = Sentence(
                "{name} is not a name that a style file knows: {known}."
            )
            self._report_unknown(what, key, names)

    def _report_unknown(
        self, what: Sentence, name: str, known: Iterable[str]
    ) -> None:
        known = tuple(dict.fromkeys(known))
        quote = name[:LONGEST_QUOTE]
        problem = Sentence(what.words, name=quote, known=", ".join(known))
        self.problems += [problem, *did_you_mean(name, known)]

    def _read_table(self, value: object, name: str) -> Mapping[str, object]:
        if isinstance(value, dict):
            return value
        self.problems.append(
            Sentence("{name} is a table of names and colours.", name=name)
        )
        return {}

    def _read_colour(self, name: str, value: object) -> str:
        """A colour in capitals; empty when it is none."""
        if isinstance(value, str) and _HEX_COLOUR.fullmatch(value):
            return value.upper()
        problem = Sentence(
            "“{value}” at {name} is not a colour such as #0072B2.",
            value=str(value)[:LONGEST_QUOTE],
            name=name,
        )
        self.problems.append(problem)
        return ""

    def _read_font(self, value: object) -> str:
        if isinstance(value, str) and (
            not value or _FONT_NAME.fullmatch(value)
        ):
            return value
        quote = str(value)[:LONGEST_QUOTE]
        self.problems.append(
            Sentence("“{value}” is not the name of a font.", value=quote)
        )
        return ""

    def _read_kind_colours(
        self, name: str, value: object, usual: KindColours
    ) -> KindColours:
        """The colours of a kind.

        Of a bar alone the others are made; of several colours each replaces the usual one.
        """
        if not isinstance(value, dict):
            bar = self._read_colour(name, value)
            return _colours_from_bar(bar, usual) if bar else usual
        parts = self._read_parts(name, value)
        if "bar" in parts:
            usual = _colours_from_bar(parts["bar"], usual)
        return usual._replace(**parts)

    def _read_parts(
        self, name: str, table: Mapping[str, object]
    ) -> dict[str, Any]:
        """The colours of the parts of a box; those that are none are left out."""
        parts = {}
        for part, value in self._known_entries(table, PART_KEYS):
            if colour := self._read_colour(f"{name}.{part}", value):
                parts[part] = colour
        return parts


def _colours_from_bar(bar: str, usual: KindColours) -> KindColours:
    """The colours that go with a bar.

    The code is black or white, whichever differs more, and the ground a light tint under dark
    words.
    """
    code = "#000000"
    if contrast_ratio("#FFFFFF", bar) > contrast_ratio(code, bar):
        code = "#FFFFFF"
    tint = "".join(
        f"{_tint_channel(channel):02X}" for channel in bytes.fromhex(bar[1:])
    )
    return usual._replace(
        bar=bar, code=code, ground=f"#{tint}", text="#111111", rim=""
    )


def _tint_channel(channel: int) -> int:
    return round(255 - TINT * (255 - channel))
