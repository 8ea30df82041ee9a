"""A portfolio as data: the JSON of ``dinet portfolio``."""

from dinet.network import Tally
from dinet.portfolio.documents import PlacedElement
from dinet.portfolio.findings import Portfolio
from dinet.portfolio.rows import PortfolioRow
from dinet.report.portfolio.portfolio_sections import (
    DocumentLine,
    FileNotices,
    line_of_whole,
    list_document_lines,
)

JsonObject = dict[str, object]


def portfolio_as_data(
    portfolio: Portfolio, notices: FileNotices, lang: str
) -> JsonObject:
    """All that a portfolio says, in lists that only hold numbers, words and objects.

    Args:
        portfolio: What was found.
        notices: What became of files.
        lang: Of the sentences in it.
    """
    rows = portfolio.rows.by_name()
    whole = _coverage_data(line_of_whole(portfolio))
    return {
        "dinet": 1,
        "documents": list(map(_line_data, list_document_lines(portfolio))),
        "refused": [
            {
                "file": refused.name,
                "why": " ".join(
                    part.in_language(lang) for part in refused.error.what
                ),
            }
            for refused in notices.refused
        ],
        "same_files": [
            {"file": name, "as": first} for name, first in notices.twins
        ],
        "likely_versions": list(map(list, portfolio.versions)),
        "coverage": whole,
        **{
            name: [_row_data(row, lang) for row in rows[name]] for name in rows
        },
        "in_lists": portfolio.listed,
        "settled": portfolio.settled,
        "sums": {name: len(rows[name]) for name in rows},
    }


def _line_data(line: DocumentLine) -> JsonObject:
    return {
        "namespace": line.namespace,
        "title": line.title,
        "file": line.file,
        **_coverage_data(line),
        "rows": line.counts,
    }


def _coverage_data(line: DocumentLine) -> JsonObject:
    return {
        "goals": _tally_data(line.goals),
        "targets": _tally_data(line.targets),
        "efforts": line.efforts,
    }


def _tally_data(tally: Tally) -> JsonObject:
    return {"total": tally.total, **tally._asdict()}


def _row_data(row: PortfolioRow, lang: str) -> JsonObject:
    data: JsonObject = {
        "certainty": row.certainty,
        "ground": row.ground,
        "documents": list(row.namespaces),
        "elements": list(map(_element_data, row.elements)),
    }
    if row.aims:
        data["aims"] = list(map(_element_data, row.aims))
    if row.name:
        data["name"] = row.name
    if row.named:
        data["named"] = row.named
    data["because"] = [fact.in_language(lang) for fact in row.facts]
    return data


def _element_data(placed: PlacedElement) -> JsonObject:
    places = [
        place.model_dump(mode="json", exclude_none=True)
        for place in placed.places
    ]
    return {"id": placed.id, "text": placed.shown.text, "places": places}
