"""A house style from a small TOML file: colours by kind, a font, a logo; refused when words in it cannot be read.

    basis = "kleur"             # of which style the rest is: kleur, grijs or contrast
    lettertype = "Calibri"
    logo = "logo.png"           # a file beside this one, PNG or SVG
    [kleuren]
    doel = "#004E7C"            # the bar; the code in it becomes black or white, the ground a tint of it
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
from dinet.layout.style.logo import load_logo
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
TOP_KEYS = {"basis": "base", "lettertype": "font", "logo": "logo", "kleuren": "colours"}
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
    "streeplijnen": "crossing",
    "gemis": "gap",
    "goed": "good",
    "matig": "fair",
}
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
    try:
        said = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise UsageError(
            Sentence(
                "this is not a style file in TOML: {reason}.",
                reason=str(error).rstrip("."),
            ),
            where=name,
        ) from error
    sheet = _StyleFile()
    style = sheet.read_style(said)
    sheet.problems += find_unreadable(style)
    if sheet.problems:
        raise UsageError(*sheet.problems, where=name)
    if picture := said.get("logo"):
        if not isinstance(picture, str) or not re.fullmatch(r"[\w-][\w .-]*", picture):
            raise UsageError(
                Sentence("a logo is the name of a file in the same folder."), where=name
            )
        style = style._replace(logo=load_logo(beside(picture), picture))
    return style


class _StyleFile:
    """What a file says, name by name, and what is wrong with it."""

    def __init__(self) -> None:
        self.problems: list[Sentence] = []

    def read_style(self, said: Mapping[str, object]) -> PictureStyle:
        """The style, with whatever is wrong left as it was in the style that it is based on."""
        top = dict(self._known_entries(said, TOP_KEYS))
        words: dict[str, Any] = {}
        base = BASE_STYLES.get(str(top.get("base", "kleur")), str(top.get("base")))
        if base not in PICTURE_STYLES:
            self._report_unknown(
                Sentence("{name} is not a style that dinet knows: {known}."),
                base,
                (*BASE_STYLES, *PICTURE_STYLES),
            )
        style = PICTURE_STYLES.get(base, COLOUR_STYLE)
        inks = dict(style.inks)
        for key, value in self._known_entries(
            self._read_table(top.get("colours", {}), "colours"), KIND_KEYS | COLOUR_KEYS
        ):
            kind = next((each for each in inks if each == key), None)
            if kind:
                inks[kind] = self._read_kind_colours(key, value, inks[kind])
            elif colour := self._read_colour(key, value):
                words[key] = colour
        return style._replace(
            inks=inks, font=self._read_font(top.get("font", "")), **words
        )

    def _known_entries(
        self, said: Mapping[str, object], names: Mapping[str, str]
    ) -> Iterator[tuple[str, object]]:
        """What is said under names that exist, in English."""
        for key, value in said.items():
            name = names.get(key.casefold(), key.casefold())
            if name in names.values():
                yield name, value
            else:
                self._report_unknown(
                    Sentence("{name} is not a name that a style file knows: {known}."),
                    key,
                    names,
                )

    def _report_unknown(self, what: Sentence, name: str, known: Iterable[str]) -> None:
        known = tuple(dict.fromkeys(known))
        self.problems += [
            Sentence(what.words, name=name[:40], known=", ".join(known)),
            *did_you_mean(name, known),
        ]

    def _read_table(self, value: object, name: str) -> Mapping[str, object]:
        if isinstance(value, dict):
            return value
        self.problems.append(
            Sentence("{name} is a table of names and colours.", name=name)
        )
        return {}

    def _read_colour(self, name: str, value: object) -> str:
        if isinstance(value, str) and _HEX_COLOUR.fullmatch(value):
            return value.upper()
        self.problems.append(
            Sentence(
                "“{value}” at {name} is not a colour such as #0072B2.",
                value=str(value)[:40],
                name=name,
            )
        )
        return ""

    def _read_font(self, value: object) -> str:
        if isinstance(value, str) and (not value or _FONT_NAME.fullmatch(value)):
            return value
        self.problems.append(
            Sentence("“{value}” is not the name of a font.", value=str(value)[:40])
        )
        return ""

    def _read_kind_colours(
        self, name: str, value: object, usual: KindColours
    ) -> KindColours:
        """The colours of a kind: of a bar alone the others are made, of several each replaces the usual one."""
        if isinstance(value, dict):
            parts: dict[str, Any] = {
                part: self._read_colour(f"{name}.{part}", each)
                for part, each in self._known_entries(value, PART_KEYS)
            }
            bar = parts.get("bar", "")
            return (_colours_from_bar(bar, usual) if bar else usual)._replace(
                **{part: each for part, each in parts.items() if each}
            )
        bar = self._read_colour(name, value)
        return _colours_from_bar(bar, usual) if bar else usual


def _colours_from_bar(bar: str, usual: KindColours) -> KindColours:
    """The colours that go with a bar: a code in black or white, and a light tint of it under dark words."""
    code = max("#000000", "#FFFFFF", key=lambda each: contrast_ratio(each, bar))
    tint = "#" + "".join(
        f"{round(255 - 0.1 * (255 - int(bar[at : at + 2], 16))):02X}"
        for at in (1, 3, 5)
    )
    return usual._replace(bar=bar, code=code, ground=tint, text="#111111", rim="")
