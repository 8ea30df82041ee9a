"""What a reader leaves out: piece by piece, each with its text and the place where it stands."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dinet.document.notes import WITHOUT_TEXT, make_note
from dinet.model import Note, Place
from dinet.wording.sentence_ends import ends_like_sentence


class LeftOutPiece(NamedTuple):
    """One piece.

    Args:
        code: Of its note.
        place: Where it stands.
        text: Its words; empty when they are not known, or hidden.
    """

    code: str
    place: Place
    text: str


class LeftOutLog:
    """What one walk through a document leaves out.

    Of hidden and deleted text only the place is kept: its words are not meant for whoever gets
    what dinet makes of the document.

    Args:
        place: Where the walk begins; it changes ``place`` as it goes.

    Example:
        >>> log = LeftOutLog(Place(file="plan.odt"))
        >>> log.add("comments", "Klopt dit  nog?")
        >>> [note.values for note in log.notes_in_order(["comments"])]
        [{'text': 'Klopt dit nog?'}]
    """

    def __init__(self, place: Place) -> None:
        self.file = place
        self._place = place
        self._spot: tuple[int, int] | None = None
        self.pieces: list[LeftOutPiece] = []
        self.inserted = 0
        """How many tracked insertions were read as text."""
        self.deleted = 0
        """How many tracked deletions were left out."""

    @property
    def place(self) -> Place:
        """Where the walk is."""
        if self._spot is None:
            return self._place
        row, column = self._spot
        return self._place.model_copy(update={"row": row, "column": column})

    @place.setter
    def place(self, place: Place) -> None:
        self._place, self._spot = place, None

    def enter_cell(self, table: Place, row: int, column: int) -> None:
        """Stand in a cell; its place is only made when something in it is left out."""
        self._place, self._spot = table, (row, column)

    def add(
        self, code: str, text: str = "", place: Place | None = None
    ) -> None:
        """Remember a piece, at the place of the walk when no other is given."""
        words = " ".join(text.split())
        self.pieces.append(LeftOutPiece(code, place or self.place, words))

    def notes_in_order(self, codes: Sequence[str]) -> Iterator[Note]:
        """The notes, in the order of these codes and then of the document.

        Each piece with words has one; the others of a kind are counted together, but for pictures.
        """
        yield from self._note_changes()
        for code in codes:
            pieces = [piece for piece in self.pieces if piece.code == code]
            for piece in dict.fromkeys(filter(_is_told_alone, pieces)):
                words = {"text": piece.text} if piece.text else {}
                yield make_note(code, piece.place, "nl", **words)
            if code in WITHOUT_TEXT:
                yield from self._count_others(code, pieces)

    def _note_changes(self) -> Iterator[Note]:
        if self.inserted or self.deleted:
            yield make_note(
                "tracked_changes",
                self.file,
                "nl",
                inserted=self.inserted,
                deleted=self.deleted,
            )

    def _count_others(
        self, code: str, pieces: Iterable[LeftOutPiece]
    ) -> Iterator[Note]:
        """One note on the pieces without a note of their own, at their place if they share it."""
        others = [piece.place for piece in pieces if not _is_told_alone(piece)]
        if others:
            here = others[0] if len(set(others)) == 1 else self.file
            yield make_note(code, here, "nl", count=len(others))


def _is_told_alone(piece: LeftOutPiece) -> bool:
    """A piece has words, or its place tells which is meant: pictures have no others."""
    return bool(piece.text) or piece.code == "picture"


def source_in_text(before: str, note: str) -> str:
    """A note that names a source as it would stand after the words that refer to it.

    Example:
        >>> source_in_text("60% sport.", "Bron: CBS."), source_in_text("60%", "Bron: CBS")
        (' (Bron: CBS).', ' (Bron: CBS)')
    """
    end = "." if ends_like_sentence(before.rstrip()) else ""
    return f" ({note.strip(' .')}){end}"
