"""Letters become words: white space, a gap, another line or another cell ends a word."""

from collections.abc import Callable, Collection, Iterable, Iterator

from dinet.readers.pdf_pages.letters import SPACE, Letter
from dinet.readers.pdf_pages.page_content import Word

# All as shares of the letter size. A wider gap than the first ends a word; one wider than the
# second does where the library takes a space to be there.
_GAP_SHARE, _SPACED_GAP_SHARE = 0.2, 0.1
# How far a letter of the same word may begin before the end of the one before it: leaning and
# kerned letters overlap.
_OVERLAP_SHARE = 0.5
# How far its base line may lie from that of the one before it: raised and lowered letters do.
_OFF_LINE_SHARE = 0.5
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
    room_of_run: Room = None
    gap = False
    for letter in letters:
        if isinstance(letter, str):
            gap = True
            if letter == SPACE:
                yield from _finish_word(run, room_of_run, spaced=True)
                run = []
            continue
        room_of_letter = room(letter.x, letter.y)
        if run:
            spaced = gap and _is_after_space(run, letter, bullets)
            if (
                spaced
                or room_of_letter != room_of_run
                or not _continues_word(run, letter, bullets)
            ):
                yield from _finish_word(run, room_of_run, spaced=spaced)
                run = []
        room_of_run, gap = room_of_letter, False
        run.append(letter)
    yield from _finish_word(run, room_of_run, spaced=False)


def _finish_word(
    run: list[Letter], room: Room, *, spaced: bool
) -> Iterator[tuple[Word, Room]]:
    """The word of these letters, with the room in which it stands; nothing without letters."""
    if run:
        yield _build_word(run, spaced=spaced), room


def _is_after_space(
    run: list[Letter], letter: Letter, bullets: Collection[str]
) -> bool:
    """A letter would go on with a word, but there is room for a space before it."""
    apart = letter.left - run[-1].right
    return apart > _SPACED_GAP_SHARE * letter.size and _continues_word(
        run, letter, bullets
    )


def _continues_word(
    run: list[Letter], letter: Letter, bullets: Collection[str]
) -> bool:
    """A letter belongs to the word that these letters begin; a bullet is a word by itself."""
    last = run[-1]
    size = max(last.size, letter.size)
    apart = letter.left - last.right
    if (letter.left, letter.right, letter.base) == (
        last.left,
        last.right,
        last.base,
    ):
        return True  # one shape that stands for several letters
    return (
        (last.turned, last.style) == (letter.turned, letter.style)
        and -_OVERLAP_SHARE * size <= apart <= _GAP_SHARE * size
        and abs(letter.base - last.base) <= _OFF_LINE_SHARE * size
        and last.text not in bullets
        and (letter.text not in bullets or letter.text == _RAISED_DOT)
    )


def _build_word(run: list[Letter], *, spaced: bool) -> Word:
    """The word of letters, as high as the largest of them stands; lengths are rounded.

    Letters beyond the first plane of Unicode come as two halves, which are joined.
    """
    text = "".join(letter.text for letter in run)
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        text = text.encode("utf-16", "surrogatepass").decode(
            "utf-16", "replace"
        )
    first = run[0]
    tallest = max(run, key=lambda letter: letter.size)
    italic, bold = first.style
    return Word(
        text,
        left=round(min(letter.left for letter in run), 2),
        right=round(max(letter.right for letter in run), 2),
        base=round(tallest.base, 2),
        size=round(tallest.size, 2),
        italic=italic,
        bold=bold,
        spaced=spaced,
        turned=first.turned,
        part=first.part,
    )
