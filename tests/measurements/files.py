"""Small files of measurements in the shapes of exports, with other words than any real one."""

from decimal import Decimal
from pathlib import Path

from dinet.application.measuring.measurement_files import measure_programme
from dinet.document.content import Document
from dinet.measurements.figure_tables import FigureFile, read_figures
from dinet.measurements.series_choice import SeriesWish, choose_series
from dinet.measurements.target_status import TargetStatus, judge_targets
from dinet.model import Measurement
from dinet.network import Network
from dinet.plugins import plugin_folder
from tests.builder import programme

STATLINE = (
    '\ufeff"Verenigingen; leden naar gemeente (verzonnen)"\r\n'
    '"Regio\'s";"Perioden";"Leden (aantal)";"Leden (%)"\r\n'
    '"Nederland";"2020";"2.410.000";"31,5"\r\n'
    '"Bergen (NH.)";"2020";"4.120";"41,0"\r\n'
    '"Bergen (L.)";"2020";"2.010";"35,5"\r\n'
    '"Bergen (L.)";"2021";".";"."\r\n'
    '"Bergen (L.)";"2022";"2.105";"36,0"\r\n'
    '"Bergen (L.)";"2023**";"2.110";"36,2"\r\n'
    '"Bron: verzonnen"\r\n'
)
"""A title above, a source below, two regions of one name, a thousand with a point."""
ODATA = (
    "ID,Perioden,WijkenEnBuurten,Leden_1,LedenRelatief_2\n"
    "0,2020JJ00,GM0893    ,2010,35.5\n"
    "1,2020KW03,GM0893    ,2000,35.1\n"
    "2,2022JJ00,GM0893    ,2105,36.0\n"
    "3,2022JJ00,GM0373    ,4101,40.8\n"
    "4,2023JJ00,GM0893    ,,      .\n"
)
"""Codes padded to ten, a quarter among the years, an unknown of one point."""
SWING = (
    "Gebied;Onderwerp;2020;2022;2023\n"
    "Bergen (L.);Leden van één vereniging (% inwoners);35,5;36,0;x\n"
    "Bergen (L.);Leden (aantal);2.010;2.105;NVT\n"
    "Bergen (L.);Wachtlijst (per 1.000 inwoners);4,5;3,9;3,1\n"
).encode("cp1252")
"""Years as columns, in the encoding of Windows."""


def figure_file(name: str, data: bytes | str) -> FigureFile:
    """The figures of a file, read by the reader of its suffix."""
    data = data.encode() if isinstance(data, str) else data
    plugin = plugin_folder("readers").for_file(name)
    assert plugin is not None
    document = plugin.module.read(data, name)
    assert isinstance(document, Document)
    return read_figures(document)


def series(file: FigureFile, *words: str, region: str = "") -> dict[str, str]:
    """The numbers of a series by their years; ``–`` where there is none."""
    wish = SeriesWish(file.name, words, region)
    figures = choose_series(file, wish, "nl")
    return {figure.year or "": _number_text(figure) for figure in figures}


def _number_text(figure: Measurement) -> str:
    return "–" if figure.number is None else format(figure.number, "f")


def figures(**numbers: str) -> str:
    """The measurements of a target in the native form: ``figures(y2020="35%")``."""
    rows = []
    for year, text in numbers.items():
        bare = text.strip("%").replace(",", ".")
        unit = "%" if text.endswith("%") else "aantal"
        rows.append(
            f'{{soort: realisatie, jaar: "{year[1:]}", waarde: "{text}", '
            f'getal: {Decimal(bare)}, eenheid: "{unit}"}}'
        )
    return f"[{', '.join(rows)}]"


def status_of(
    sentence: str, today: str = "2025-06-01", **numbers: str
) -> TargetStatus:
    """How a target with one sentence stands by figures."""
    text = (
        f"peildatum: {today}\n"
        f"smart-doelen:\n  - tekst: {sentence!r}\n"
        f"    metingen: {figures(**numbers)}\n"
    )
    return judge_targets(Network(programme(text)))[0]


def measured_from(
    folder: Path, plan: str, **files: str | bytes
) -> list[TargetStatus]:
    """How the targets of a plan stand by files; ``form`` is the one that is given."""
    for name, data in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    given = [name for name in files if name.startswith(("form", "own"))]
    paths = [str(folder / name.replace("_", ".")) for name in given]
    measured = measure_programme(programme(plan), paths)
    return list(
        judge_targets(
            Network(measured.programme), measured.ways, measured.revisions
        )
    )
