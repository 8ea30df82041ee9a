"""The matrix of efforts by goals and targets as a table on a page of its own, which works \
offline and prints.

Suffixes: .matrix.html

A screen reader hears the way in words where others see a sign; headings stay in sight while the
table scrolls.
"""  # noqa: D205 (one sentence of the catalogue)

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import build_matrix
from dinet.network import Network
from dinet.writers.booklet.matrix_values import matrix_values
from dinet.writers.booklet.standalone_page import (
    LinkedCells,
    render_standalone_page,
)


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The page, in UTF-8.

    Args:
        network: Every effort has a row; every goal, target, benefit, capability and result has
            a column.
        findings: Not used.
        profile: ``lang`` is the language of the page.
    """
    values = matrix_values(build_matrix(network), network, short=profile.short)
    return render_standalone_page(
        "report/matrix_leaf.html",
        network,
        profile,
        values | {"cells": LinkedCells(network, None, profile, drawn=False)},
    )


DUTCH = {
    (
        "The matrix of efforts by goals and targets as a table on a page of its own, "
        "which works offline and prints."
    ): (
        "De matrix van inspanningen en doelen als tabel op een eigen pagina, die "
        "zonder internet werkt en te printen is."
    ),
}
