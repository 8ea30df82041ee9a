"""Mermaid diagrams in a Markdown text.

One flowchart in a text that holds no table or list of goals itself is the programme, and the
text around it is left. In another text the diagram is left, since nothing says that it shows the
same; several flowcharts are refused, since nothing says that their boxes are the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from dinet.document.content import Document, Grid, Para
from dinet.document.notes import make_note
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Note, Place, Programme, Unread
from dinet.readers.diagram.mermaid_text import is_flowchart, read_flowchart
from dinet.readers.markdown.code_blocks import CodeBlock
from dinet.vocabulary.roles import find_label, kind_of, role_of

_ROWS_TO_LOOK = 4
"""A header stands this high in its table."""


def with_diagrams(
    document: Document, diagrams: Sequence[CodeBlock]
) -> Document | Programme:
    """The programme in the diagram of a text, or the document with a note on each diagram.

    Args:
        document: The text without its diagrams.
        diagrams: Those diagrams.

    Raises:
        DocumentError: The text holds nothing but several flowcharts, or a diagram that is none.
    """
    if not diagrams:
        return document
    if any(map(_holds_programme, document.parts)):
        notes = (_note_diagram(document.name, block) for block in diagrams)
        return document._replace(notes=(*document.notes, *notes))
    charts = [block for block in diagrams if is_flowchart(block.text)]
    if len(charts) > 1:
        raise _several_error(document.name, len(charts), charts[1])
    chart = charts[0] if charts else diagrams[0]
    others = [block for block in diagrams if block is not chart]
    return _programme_of(document, chart, others)


def _programme_of(
    document: Document, chart: CodeBlock, others: Iterable[CodeBlock]
) -> Programme:
    """The programme in a flowchart; the first heading of the text around it is its title."""
    before = "\n" * (chart.first + 1)  # so that the numbers of lines are right
    programme = read_flowchart(before + chart.text, document.name)
    identity, left = programme.identity, list(document.parts)
    title = next(filter(_is_heading, left), None)
    if isinstance(title, Para) and identity.title is None:
        identity = identity.model_copy(update={"title": title.text})
        left.remove(title)
    notes = [
        *document.notes,
        *programme.notes,
        *(_note_diagram(document.name, block) for block in others),
    ]
    return programme.model_copy(
        update={
            "identity": identity,
            "notes": tuple(notes),
            "unread": tuple(chain.from_iterable(map(_unread_texts, left))),
        }
    )


def _is_heading(part: Para | Grid) -> bool:
    return isinstance(part, Para) and part.heading is not None


def _holds_programme(part: Para | Grid) -> bool:
    """A table with a heading, or a line, that names goals, targets or efforts."""
    if isinstance(part, Grid):
        heads = (
            cell.text for row in part.rows[:_ROWS_TO_LOOK] for cell in row
        )
        return any(kind_of(role_of(text)) is not None for text in heads)
    if kind_of(role_of(part.text)) is not None:
        return True
    return find_label(part.text) is not None


def _unread_texts(part: Para | Grid) -> Iterator[Unread]:
    """What stands around the diagram is left, with all its words."""
    if isinstance(part, Para):
        yield Unread(text=part.text, place=part.place, reason="text_left")
        return
    for cell in chain.from_iterable(part.rows):
        if cell.has_words:
            yield Unread(
                text=cell.text,
                place=cell.place,
                reason="table_not_understood",
            )


def _note_diagram(name: str, block: CodeBlock) -> Note:
    place = Place(file=name, line=block.first + 1)
    return make_note("diagram_left", place, "nl", text=block.text)


def _several_error(name: str, count: int, second: CodeBlock) -> DocumentError:
    what = Sentence(
        "this text holds {count} Mermaid flowcharts, and nothing says whether their boxes are "
        "the same.",
        count=count,
    )
    hint = Sentence(
        "Put each “```mermaid” block in a file of its own (.mmd), or make one flowchart of them."
    )
    where = Place(file=name, line=second.first + 1).as_sentence()
    return DocumentError(what, hint, where=where)
