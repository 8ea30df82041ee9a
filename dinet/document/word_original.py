"""A Word document as its bytes stand, with the spots where comments can be put in a copy of it."""

from typing import NamedTuple


class ParagraphSpot(NamedTuple):
    """Where the words of a paragraph stand in the bytes of its part.

    Args:
        tag: The name of its tag as it stands there, such as ``w:p``.
        begin: Where its words begin, after its properties.
        end: Where they end, before its end tag.
        closed: It is a tag without an end tag, as in ``<w:p/>``: ``begin`` is then its first byte
            and ``end`` the one after its last.
    """

    tag: str
    begin: int
    end: int
    closed: bool = False


class OpenPart(NamedTuple):
    """A part to whose root something can be added.

    Args:
        name: Of the part.
        data: What it holds; a root without anything in it has an end tag here.
        end: Where the end tag of its root begins.
    """

    name: str
    data: bytes
    end: int

    def with_addition(self, addition: str) -> bytes:
        """The part with something more at the end of its root; as it was for nothing."""
        before, after = self.data[: self.end], self.data[self.end :]
        return before + addition.encode() + after


class CommentParts(NamedTuple):
    """The parts that change besides the text when a document gets comments.

    Args:
        comments: The part of its comments, new when it has none.
        comment_ids: The ids that are taken by comments.
        relations: What its text refers to.
        new_relation: The id of a reference to the comments; empty when there is one.
        types: The kinds of the parts.
        has_type: Whether the kind of the comments stands there.
    """

    comments: OpenPart
    comment_ids: frozenset[int]
    relations: OpenPart
    new_relation: str
    types: OpenPart
    has_type: bool


class WordOriginal(NamedTuple):
    """A Word document that gets comments.

    Args:
        data: The whole file.
        main_name: The name of the part with its text.
        main_data: What that part holds.
        namespace: Of the words of Word in it, without braces.
        beginning: The first paragraph of the text.
        spots: The paragraphs that were asked for, in the order of asking; the first one of the
            text where the document has no such place.
        parts: What changes besides the text.
    """

    data: bytes
    main_name: str
    main_data: bytes
    namespace: str
    beginning: ParagraphSpot
    spots: tuple[ParagraphSpot, ...]
    parts: CommentParts
