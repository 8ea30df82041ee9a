"""What a text says about time."""

import pytest

from dinet.wording.periods import MONTHS_A_YEAR, MonthRange, parse_period

TIMES = {
    "2024": ((2024, 1), (2024, 12)),
    "2023-2025": ((2023, 1), (2025, 12)),
    "2023–25": ((2023, 1), (2025, 12)),
    "2023 - 2025.": ((2023, 1), (2025, 12)),
    "2023 en 2024": ((2023, 1), (2024, 12)),
    "Q3 2024": ((2024, 7), (2024, 9)),
    "2026 K1": ((2026, 1), (2026, 3)),
    "2024 Q1 - 2025 Q2": ((2024, 1), (2025, 6)),
    "2026 k1-k3": ((2026, 1), (2026, 9)),
    "1e kwartaal 2026": ((2026, 1), (2026, 3)),
    "tweede helft van 2024": ((2024, 7), (2024, 12)),
    "begin 2025": ((2025, 1), (2025, 3)),
    "eind 2025": ((2025, 10), (2025, 12)),
    "medio 2024 - eind 2025": ((2024, 4), (2025, 12)),
    "voorjaar 2024": ((2024, 3), (2024, 5)),
    "mei t/m september 2027": ((2027, 5), (2027, 9)),
    "jan.-mrt. 2025": ((2025, 1), (2025, 3)),
    "van mei 2026 tot en met juni 2027": ((2026, 5), (2027, 6)),
    "schooljaar 2023/2024": ((2023, 8), (2024, 7)),
    "1 mei 2024": ((2024, 5), (2024, 5)),
    "01-03-2024 t/m 31-12-2024": ((2024, 3), (2024, 12)),
    "2024-03-01": ((2024, 3), (2024, 3)),
    "October 2025": ((2025, 10), (2025, 10)),
    "second half of 2025": ((2025, 7), (2025, 12)),
}
NO_TIMES = (
    "",
    "zodra er geld is",
    "meisjes",
    "K1",
    "Q5 2024",
    "3e helft 2024",
    "2025-2023",
    "2023 en 2026",
)
MORE_THAN_A_TIME = (
    "2028 (ijkpunt)",
    "van 2023 tot 2025",
    "uiterlijk 2026",
    "2024 of 2025",
    "2024 " * 40,
)


def month(year: int, number: int) -> int:
    return year * MONTHS_A_YEAR + number - 1


@pytest.mark.parametrize("text", TIMES)
def test_a_plain_time_is_read(text):
    first, last = TIMES[text]
    assert parse_period(text) == MonthRange(month(*first), month(*last))


@pytest.mark.parametrize("text", [*NO_TIMES, *MORE_THAN_A_TIME])
def test_what_is_not_plainly_a_time_is_left_to_the_reader(text):
    assert parse_period(text) is None


@pytest.mark.parametrize(
    "text", ["vanaf 2024", "sinds 2024", "2024 e.v.", "from 2024"]
)
def test_a_time_may_have_no_end(text):
    assert parse_period(text) == MonthRange(month(2024, 1), None)


@pytest.mark.parametrize("text", ["doorlopend", "Continu.", "ongoing"])
def test_what_always_goes_on_has_neither_beginning_nor_end(text):
    assert parse_period(text) == MonthRange(None, None)
