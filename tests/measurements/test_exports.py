"""Each shape of export gives the same figures for the same year, and no figure is never nought."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from dinet.measurements.series_choice import (
    SeriesError,
    SeriesWish,
    choose_series,
)
from tests.measurements.files import (
    ODATA,
    STATLINE,
    SWING,
    figure_file,
    series,
)


def test_statline_has_a_point_for_a_thousand_and_for_unknown() -> None:
    file = figure_file("leden.csv", STATLINE)
    shares = series(file, "Leden (%)", region="Bergen (L.)")
    counts = series(file, "Leden (aantal)", region="Bergen (L.)")
    assert shares == {
        "2020": "35.5",
        "2021": "–",
        "2022": "36.0",
        "2023": "36.2",
    }
    assert list(counts.values()) == ["2010", "–", "2105", "2110"]


def test_a_starred_year_is_provisional_and_others_are_not() -> None:
    file = figure_file("leden.csv", STATLINE)
    wish = SeriesWish(file.name, ("Leden (%)",), "Bergen (L.)")
    statuses = [one.status for one in choose_series(file, wish, "nl")]
    assert statuses == [None, None, None, "voorlopig"]


def test_odata_is_told_by_codes_with_spaces_and_leaves_out_quarters() -> None:
    file = figure_file("leden.csv", ODATA)
    shares = series(file, "LedenRelatief_2", region="GM0893")
    assert shares == {"2020": "35.5", "2022": "36.0", "2023": "–"}


def test_years_as_columns_give_the_same_figures() -> None:
    file = figure_file("leden.csv", SWING)
    shares = series(file, "Leden van één vereniging (% inwoners)")
    counts = series(file, "Leden (aantal)")
    assert shares == {"2020": "35.5", "2022": "36.0", "2023": "–"}
    assert counts == {"2020": "2010", "2022": "2105", "2023": "–"}


def test_a_rate_of_a_thousand_is_no_share() -> None:
    file = figure_file("leden.csv", SWING)
    wish = SeriesWish(file.name, ("Wachtlijst (per 1.000 inwoners)",))
    units = {one.unit for one in choose_series(file, wish, "nl")}
    assert units == {"per 1.000"}


def monitor(note: str) -> bytes:
    """A workbook with a sheet of notes, and years over shares and numbers of who was asked."""
    book = Workbook()
    notes = book.active
    assert notes is not None
    notes.title = "Leeswijzer"
    notes.append([note])
    sheet = book.create_sheet("Volwassenen")
    sheet.append(["Thema", "Groep", 2020, None, 2024, None])
    sheet.append([None, None, "%", "n", "%", "n"])
    sheet.append(["Eenzaam", "Totaal", "44*", 900, "46*", 850])
    sheet.append([None, "75 jaar en ouder", "-", 31, "52", 120])
    sheet.append(["Mantelzorger", "Totaal", 0.145, 900, 0.15, 850])
    for column in ("C5", "E5"):
        sheet[column].number_format = "0.0%"
    sheet.merge_cells("C1:D1")
    sheet.merge_cells("E1:F1")
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def test_a_monitor_has_its_shares_and_how_many_were_asked() -> None:
    note = "* verschilt significant van de vorige monitor"
    file = figure_file("monitor.xlsx", monitor(note))
    wish = SeriesWish(file.name, ("Eenzaam", "Totaal"))
    found = choose_series(file, wish, "nl")
    told = [(one.number, one.sample, one.status, one.unit) for one in found]
    assert told == [(44, "900", None, "%"), (46, "850", None, "%")]
    assert series(file, "Mantelzorger") == {"2020": "14.5", "2024": "15.0"}
    assert series(file, "75 jaar en ouder") == {"2020": "–", "2024": "52"}


def test_a_star_means_what_the_notes_of_the_file_say() -> None:
    file = figure_file("monitor.xlsx", monitor("* = voorlopige cijfers"))
    wish = SeriesWish(file.name, ("Eenzaam", "Totaal"))
    statuses = [one.status for one in choose_series(file, wish, "nl")]
    assert statuses == ["voorlopig", "voorlopig"]


@pytest.mark.parametrize(
    ("words", "region", "told"),
    [
        (("Leden (%)",), "Bergen", "“Bergen (NH.)”, “Bergen (L.)”"),
        (("Leden (%)",), "", "3 figures of leden.csv for 2020 fit"),
        ((), "Bergen (L.)", "2 figures of leden.csv for 2020 fit"),
        (("Leden",), "Bergen (L.)", "nothing there is called “Leden”"),
    ],
)
def test_nothing_is_paired_by_likeness_and_nothing_is_chosen_of_two(
    words: tuple[str, ...], region: str, told: str
) -> None:
    file = figure_file("leden.csv", STATLINE)
    with pytest.raises(SeriesError) as error:
        choose_series(file, SeriesWish(file.name, words, region), "nl")
    assert told in error.value.sentence.in_language("en")
