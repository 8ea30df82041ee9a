"""Words with a line through them: they were written, and hold no longer.

Met in plans that show what falls away in this way, without tracked changes: a goal of the last
period, an effort that is not taken up. Whoever reads the page passes over them.
"""

from dinet.document.content import Block, Cell, Document, Grid, Para
from dinet.document.notes import make_note
from dinet.model import Note, Place


def without_struck_text(document: Document) -> Document:
    """The document without words that have a line through them, with a note on each.

    A cell with nothing else is not blank: what stands beside it does not go with the row above.
    """
    notes: list[Note] = []
    parts: list[Para | Grid] = []
    for part in document.parts:
        if isinstance(part, Grid):
            parts.append(_without_in_table(part, notes))
        elif not _has_struck(part.block):
            parts.append(part)
        else:
            block = _without_in_block(part.block, part.place, notes)
            if block.text:
                parts.append(part._replace(block=block))
    if not notes:
        return document
    return document._replace(
        parts=tuple(parts), notes=(*document.notes, *notes)
    )


def _without_in_table(grid: Grid, notes: list[Note]) -> Grid:
    """A table without such words; the same one when it has none."""
    before = len(notes)
    rows = tuple(
        tuple(_without_in_cell(cell, notes) for cell in row)
        for row in grid.rows
    )
    return grid if len(notes) == before else grid._replace(rows=rows)


def _without_in_cell(cell: Cell, notes: list[Note]) -> Cell:
    if not any(map(_has_struck, cell.blocks)):
        return cell
    blocks = [
        _without_in_block(block, cell.place, notes) for block in cell.blocks
    ]
    kept = tuple(block for block in blocks if block.text)
    # the words of inner tables are among the blocks too, and are told there
    inner: list[Note] = []
    tables = tuple(_without_in_table(table, inner) for table in cell.tables)
    return cell._replace(blocks=kept, tables=tables, failed=not kept)


def _has_struck(block: Block) -> bool:
    return any(span.struck for span in block.spans)


def _without_in_block(block: Block, place: Place, notes: list[Note]) -> Block:
    """A paragraph without such words, which are noted as one."""
    struck = Block(tuple(span for span in block.spans if span.struck))
    if not struck.text:
        return block
    notes.append(make_note("struck_text", place, "nl", text=struck.text))
    kept = tuple(span for span in block.spans if not span.struck)
    return Block(kept, block.level, block.number)
