"""What ``dinet portfolio`` writes: page, report, workbook, data, one network, a form of pairs."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from dinet.application.build_results import (
    FailedResult,
    KeptResult,
    MadeResult,
)
from dinet.application.comparing.settled_pairs import write_settling_form
from dinet.application.files.output_files import write_result
from dinet.application.read_portfolio import ReadPortfolio
from dinet.application.write_network import write_network
from dinet.errors import EditedFileError
from dinet.layout.style.profile import Profile
from dinet.report.portfolio.portfolio_data import portfolio_as_data


def write_portfolio(
    read: ReadPortfolio, folder_name: str
) -> Iterator[MadeResult | KeptResult | FailedResult]:
    """Make every file, and tell of each as soon as it is there, was kept or has failed.

    A form of pairs that a person edited is kept.

    Args:
        read: The portfolio.
        folder_name: Where the files go; it is made when it is not there.
    """
    for name, make_file in PORTFOLIO_FILES.items():
        target = str(Path(folder_name) / name)
        try:
            write_result(make_file(read), target, read.given)
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except EditedFileError as error:
            yield KeptResult(target, error)
        except BaseException as error:  # noqa: BLE001 (a panic in Rust is no Exception)
            yield FailedResult(target, name, error)
        else:
            yield MadeResult(target)


def _page_of(read: ReadPortfolio) -> bytes:
    from dinet.report.portfolio.portfolio_page import portfolio_page

    page = portfolio_page(read.portfolio, read.notices, read.lang)
    return page.encode()


def _report_of(read: ReadPortfolio) -> bytes:
    from dinet.writers.portfolio.word_report import write_word_report

    return write_word_report(read.portfolio, read.notices, read.lang)


def _workbook_of(read: ReadPortfolio) -> bytes:
    # openpyxl takes longer to load than a small portfolio to read
    from dinet.writers.portfolio.workbook import write_portfolio_workbook

    return write_portfolio_workbook(read.portfolio, read.notices, read.lang)


def _data_of(read: ReadPortfolio) -> bytes:
    data = portfolio_as_data(read.portfolio, read.notices, read.lang)
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode()


def _network_of(read: ReadPortfolio) -> bytes:
    network = read.portfolio.network
    return write_network(network, (), "json", Profile(read.lang))


def _form_of(read: ReadPortfolio) -> bytes:
    rows = read.portfolio.rows
    matched = (*rows.joint, *rows.shared, *rows.conflicts, *rows.alike)
    return write_settling_form(matched, read.lang).encode()


PORTFOLIO_FILES: dict[str, Callable[[ReadPortfolio], bytes]] = {
    "portfolio.html": _page_of,
    "portfolio.docx": _report_of,
    "portfolio.xlsx": _workbook_of,
    "portfolio.json": _data_of,
    "portfolio.netwerk.json": _network_of,
    "portfolio.paren.yaml": _form_of,
}
"""The files by their names, the page first."""
