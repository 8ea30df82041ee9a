"""What the options of pictures mean: a Profile."""

from pathlib import Path
from typing import Any

from dinet.errors import MissingInputError, UnknownNameError, UsageError, did_you_mean
from dinet.language import Sentence
from dinet.layout.house import BASES, house_style
from dinet.layout.palette import COLOUR, STYLES, Style
from dinet.layout.paper import sheet
from dinet.layout.profile import Profile

MOST_BYTES = 64 * 1024
"""A larger style file is refused before it is read."""
MOST_LOGO = 1024 * 1024
"""Of a larger logo no more is read than it takes to refuse it."""


def profile(lang: str, source: str, wishes: dict[str, Any]) -> Profile:
    """The profile that the options ask for.

    Args:
        lang: The language of what the user reads.
        source: The document's name.
        wishes: The values of the options ``paper`` adds to a command, those that were given; empty for usual pictures.

    Raises:
        UsageError: A page, a style or a combination that there is not.
        MissingInputError: The style file or its logo is not there.
    """
    named = {name: value for name, value in wishes.items() if name in Profile._fields and value is not None}
    if page := wishes.get("page"):
        sheet(page)
        named["paper"] = page
    return Profile(lang, source=source, **named | {"style": style(wishes.get("style")), "coverage": bool(wishes.get("show"))})


def style(wanted: str | None) -> Style:
    """The style with a name, or in a TOML file.

    Raises:
        UsageError: There is no such style, or the file is no style that can be read by everyone.
        MissingInputError: The file or the logo that it names is not there.
    """
    name = BASES.get(wanted or "", wanted)
    if not wanted or name in STYLES:
        return STYLES[name] if name else COLOUR
    path = Path(wanted)
    if path.suffix.casefold() != ".toml":
        known = ", ".join(STYLES)
        what = Sentence("{name} is not a style that dinet knows: {known}, or a file NAME.toml.", name=wanted, known=known)
        raise UnknownNameError(what, *did_you_mean(wanted, (*STYLES, *BASES)))
    return house_style(_read(path, MOST_BYTES), path.name, lambda logo: _read(path.with_name(logo), MOST_LOGO))


def _read(path: Path, most: int) -> bytes:
    """A file as far as it may go, and refused beyond."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise MissingInputError(Sentence("this file cannot be read."), where=str(path)) from error
    if len(data) > most:
        raise UsageError(Sentence("this file is larger than {most} KB.", most=most // 1024), where=path.name)
    return data
