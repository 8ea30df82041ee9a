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
from dinet.layout.style.contrast import contrast, unreadable
from dinet.layout.style.logo import logo
from dinet.layout.style.palette import COLOUR, STYLES, Ink, Style
from dinet.model import Kind

BASES = {"kleur": "colour", "grijs": "grey", "contrast": "contrast"}
KINDS: dict[str, Kind] = {
    "programma": "programme",
    "thema": "theme",
    "doel": "goal",
    "baat": "benefit",
    "smart-doel": "target",
    "vermogen": "capability",
    "resultaat": "result",
    "inspanning": "effort",
}
TOP = {"basis": "base", "lettertype": "font", "logo": "logo", "kleuren": "colours"}
PARTS = {
    "balk": "bar",
    "code": "code",
    "vlak": "ground",
    "tekst": "text",
    "rand": "rim",
}
GROUNDS = {
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
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_FONT = re.compile(r"[A-Za-z][A-Za-z0-9 -]{0,39}")


def house_style(data: bytes, name: str, beside: Callable[[str], bytes]) -> Style:
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
    sheet = _Sheet()
    style = sheet.style(said)
    sheet.wrong += unreadable(style)
    if sheet.wrong:
        raise UsageError(*sheet.wrong, where=name)
    if picture := said.get("logo"):
        if not isinstance(picture, str) or not re.fullmatch(r"[\w-][\w .-]*", picture):
            raise UsageError(
                Sentence("a logo is the name of a file in the same folder."), where=name
            )
        style = style._replace(logo=logo(beside(picture), picture))
    return style


class _Sheet:
    """What a file says, name by name, and what is wrong with it."""

    def __init__(self) -> None:
        self.wrong: list[Sentence] = []

    def style(self, said: Mapping[str, object]) -> Style:
        """The style, with whatever is wrong left as it was in the style that it is based on."""
        top = dict(self._known(said, TOP))
        words: dict[str, Any] = {}
        base = BASES.get(str(top.get("base", "kleur")), str(top.get("base")))
        if base not in STYLES:
            self._unknown(
                Sentence("{name} is not a style that dinet knows: {known}."),
                base,
                (*BASES, *STYLES),
            )
        style = STYLES.get(base, COLOUR)
        inks = dict(style.inks)
        for key, value in self._known(
            self._table(top.get("colours", {}), "colours"), KINDS | GROUNDS
        ):
            kind = next((each for each in inks if each == key), None)
            if kind:
                inks[kind] = self._ink(key, value, inks[kind])
            elif colour := self._colour(key, value):
                words[key] = colour
        return style._replace(inks=inks, font=self._font(top.get("font", "")), **words)

    def _known(
        self, said: Mapping[str, object], names: Mapping[str, str]
    ) -> Iterator[tuple[str, object]]:
        """What is said under names that exist, in English."""
        for key, value in said.items():
            name = names.get(key.casefold(), key.casefold())
            if name in names.values():
                yield name, value
            else:
                self._unknown(
                    Sentence("{name} is not a name that a style file knows: {known}."),
                    key,
                    names,
                )

    def _unknown(self, what: Sentence, name: str, known: Iterable[str]) -> None:
        known = tuple(dict.fromkeys(known))
        self.wrong += [
            Sentence(what.words, name=name[:40], known=", ".join(known)),
            *did_you_mean(name, known),
        ]

    def _table(self, value: object, name: str) -> Mapping[str, object]:
        if isinstance(value, dict):
            return value
        self.wrong.append(
            Sentence("{name} is a table of names and colours.", name=name)
        )
        return {}

    def _colour(self, name: str, value: object) -> str:
        if isinstance(value, str) and _COLOUR.fullmatch(value):
            return value.upper()
        self.wrong.append(
            Sentence(
                "“{value}” at {name} is not a colour such as #0072B2.",
                value=str(value)[:40],
                name=name,
            )
        )
        return ""

    def _font(self, value: object) -> str:
        if isinstance(value, str) and (not value or _FONT.fullmatch(value)):
            return value
        self.wrong.append(
            Sentence("“{value}” is not the name of a font.", value=str(value)[:40])
        )
        return ""

    def _ink(self, name: str, value: object, usual: Ink) -> Ink:
        """The colours of a kind: of a bar alone the others are made, of several each replaces the usual one."""
        if isinstance(value, dict):
            parts: dict[str, Any] = {
                part: self._colour(f"{name}.{part}", each)
                for part, each in self._known(value, PARTS)
            }
            bar = parts.get("bar", "")
            return (_made(bar, usual) if bar else usual)._replace(
                **{part: each for part, each in parts.items() if each}
            )
        bar = self._colour(name, value)
        return _made(bar, usual) if bar else usual


def _made(bar: str, usual: Ink) -> Ink:
    """The colours that go with a bar: a code in black or white, and a light tint of it under dark words."""
    code = max("#000000", "#FFFFFF", key=lambda each: contrast(each, bar))
    tint = "#" + "".join(
        f"{round(255 - 0.1 * (255 - int(bar[at : at + 2], 16))):02X}"
        for at in (1, 3, 5)
    )
    return usual._replace(bar=bar, code=code, ground=tint, text="#111111", rim="")
