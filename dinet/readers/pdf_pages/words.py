"""Letters become words: white space, a gap, another line or another cell ends a word."""

from collections.abc import Callable, Collection, Iterable, Iterator

from dinet.readers.pdf_pages.letters import SPACE, Letter
from dinet.readers.pdf_pages.page_content import Word

_GAP = 0.2
_LEAST = 0.1
_BACK = 0.5
_OFF_LINE = 0.5
_RAISED_DOT = "·"
"""A bullet, and also a letter of a word: ``paral·lel``."""
Room = tuple[int, int, int] | None
"""The number of a table, and a row and column in it; None outside tables."""


def letters_to_words(
    letters: Iterable[Letter | str],
    room: Callable[[float, float], Room],
    bullets: Collection[str],
) -> Iterator[tuple[Word, Room]]:
    """The words in the order of their letters, each with the room in which it stands.

    Args:
        letters: In the order of the page, with ``SPACE`` and ``GAP`` between them.
        room: Which cell a place on the page belongs to; a word never runs from one into another.
        bullets: Signs that are words by themselves.
    """
    run: list[Letter] = []
    here: Room = None
    gap = False
    for letter in letters:
        if isinstance(letter, str):
            if run and letter == SPACE:
                yield _build_word(run, spaced=True), here
                run = []
            gap = True
            continue
        place = room(letter.x, letter.y)
        goes_on = bool(run) and _continues_word(run, letter, bullets)
        spaced = gap and goes_on and letter.left - run[-1].right > _LEAST * letter.size
        if run and (place != here or not goes_on or spaced):
            yield _build_word(run, spaced=spaced), here
            run = []
        here, gap = place, False
        run.append(letter)
    if run:
        yield _build_word(run, spaced=False), here


def _continues_word(
    run: list[Letter], letter: Letter, bullets: Collection[str]
) -> bool:
    last = run[-1]
    size = max(last.size, letter.size)
    apart = letter.left - last.right
    if (letter.left, letter.right, letter.base) == (last.left, last.right, last.base):
        return True  # one shape that stands for several letters
    return (
        (last.turned, last.style) == (letter.turned, letter.style)
        and -_BACK * size <= apart <= _GAP * size
        and abs(letter.base - last.base) <= _OFF_LINE * size
        and last.text not in bullets
        and (letter.text not in bullets or letter.text == _RAISED_DOT)
    )


def _build_word(run: list[Letter], *, spaced: bool) -> Word:
    text = "".join(letter.text for letter in run)
    if any("\ud800" <= each <= "\udfff" for each in text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    tall = max(run, key=lambda letter: letter.size)
    left, right = (
        min(letter.left for letter in run),
        max(letter.right for letter in run),
    )
    place = Word(
        text, round(left, 2), round(right, 2), round(tall.base, 2), round(tall.size, 2)
    )
    italic, bold = run[0].style
    return place._replace(
        italic=italic, bold=bold, spaced=spaced, turned=run[0].turned, part=run[0].part
    )
