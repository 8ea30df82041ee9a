"""The matrix of efforts by goals and targets as one vector picture: a sign wherever an effort \
serves one.

Suffixes: .matrix.svg

The sign says by which way, and brackets say that the evidence is weak; colour says nothing that
they do not say. Columns stand by theme. What is wider than one page goes on on the next,
beside or under it in the same file; what is longer too, when a paper is asked for.
"""  # noqa: D205 (one sentence of the catalogue)

from dinet.finding import Finding
from dinet.layout.render.drawing import drawing_to_svg, state_widths
from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import build_matrix
from dinet.layout.tables.matrix_pages import draw_matrix_pages
from dinet.network import Network


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The picture, in UTF-8.

    Args:
        network: Every effort has a row; every goal, target, benefit, capability and result has
            a column.
        findings: Not used.
        profile: The size of the pages, and the language of the words around the elements.
    """
    pages = draw_matrix_pages(build_matrix(network), network, profile)
    drawn = drawing_to_svg(list(map(state_widths, pages)))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'.encode()


DUTCH = {
    (
        "The matrix of efforts by goals and targets as one vector picture: a sign "
        "wherever an effort serves one."
    ): (
        "De matrix van inspanningen en doelen als één vectorplaat: een teken overal "
        "waar een inspanning bijdraagt."
    ),
}
