"""What the options of pictures mean: a Profile."""

from pathlib import Path
from typing import Any

from dinet.application.files.input_files import read_at_most
from dinet.errors import (
    MissingInputError,
    UnknownNameError,
    UsageError,
    did_you_mean,
)
from dinet.language import Sentence
from dinet.layout.style.house_style import BASE_STYLES, read_house_style
from dinet.layout.style.palette import (
    COLOUR_STYLE,
    PICTURE_STYLES,
    PictureStyle,
)
from dinet.layout.style.paper import parse_page_size, parse_width
from dinet.layout.style.profile import Profile

MOST_STYLE = 64 * 1024
"""Bytes of a style file; a larger one is refused."""
MOST_ASKED = 300
"""Characters of what is asked of a council: three lines of a slide."""
MOST_LOGO = 1024 * 1024
"""Bytes of a logo; a larger one is refused."""


def build_profile(lang: str, source: str, wishes: dict[str, Any]) -> Profile:
    """The profile that the options ask for.

    Args:
        lang: The language of what the user reads.
        source: The document's name.
        wishes: The values of the options ``paper`` adds to a command, those that were given; empty
            for usual pictures.

    Raises:
        UsageError: A page, a style or a combination that there is not.
        MissingInputError: The style file or its logo is not there.
    """
    fields = {name: wishes.get(name) for name in Profile._fields}
    given = {
        name: value for name, value in fields.items() if value is not None
    }
    _check_asked(wishes.get("ask"))
    given.update(_find_size(wishes.get("page"), wishes.get("width")))
    given["titled"] = not wishes.get("no_title")
    given["style"] = find_style(wishes.get("style"))
    given["coverage"] = bool(wishes.get("show"))
    return Profile(lang, source=source, **given)


def _check_asked(ask: str | None) -> None:
    """Refuse what has no room on a slide rather than cut it."""
    if ask and len(ask) > MOST_ASKED:
        what = Sentence(
            "what is asked has at most {most} characters: it has to fit on one slide.",
            most=MOST_ASKED,
        )
        raise UsageError(what, where="--ask")


def _find_size(page: str | None, width: str | None) -> dict[str, Any]:
    """The paper and the width of pictures; without a paper they end where their drawing ends."""
    size: dict[str, Any] = {"trim": not page}
    if page:
        parse_page_size(page)
        size["paper"] = page
    if width:
        size["width"] = parse_width(width)
    return size


def find_style(wanted: str | None) -> PictureStyle:
    """The style with a name, or in a TOML file.

    Raises:
        UsageError: There is no such style, or the file is no style that can be read by everyone.
        MissingInputError: The file or the logo that it names is not there.
    """
    if not wanted:
        return COLOUR_STYLE
    name = BASE_STYLES.get(wanted, wanted)
    if name in PICTURE_STYLES:
        return PICTURE_STYLES[name]
    path = Path(wanted)
    if path.suffix.casefold() != ".toml":
        raise _unknown_style(wanted)
    return _read_house_style(path)


def _unknown_style(wanted: str) -> UnknownNameError:
    what = Sentence(
        "{name} is not a style that dinet knows: {known}, or a file NAME.toml.",
        name=wanted,
        known=", ".join(PICTURE_STYLES),
    )
    return UnknownNameError(
        what, *did_you_mean(wanted, (*PICTURE_STYLES, *BASE_STYLES))
    )


def _read_house_style(path: Path) -> PictureStyle:
    def read_logo(name: str) -> bytes:
        return _read_small_file(path.with_name(name), MOST_LOGO)

    return read_house_style(
        _read_small_file(path, MOST_STYLE), path.name, read_logo
    )


def _read_small_file(path: Path, most: int) -> bytes:
    """A file as far as it may go, and refused beyond."""
    try:
        with path.open("rb") as file:
            data = read_at_most(file, most)
    except (OSError, ValueError) as error:
        raise MissingInputError(
            Sentence("this file cannot be read."), where=str(path)
        ) from error
    if len(data) > most:
        what = Sentence(
            "this file is larger than {most} KB.", most=most // 1024
        )
        raise UsageError(what, where=path.name)
    return data
