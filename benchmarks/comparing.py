"""How fast statements are compared: all that are the same or in conflict, among very many.

python benchmarks/comparing.py [SIZE ...] [--check]

The statements are made here from parts of policy prose. One in twenty says an earlier one again in
other words, and one in twenty with another value; a list of numbered statements stands beside
them. Time is processor time, memory the most that the process had, each size in a process of its
own; ``grows`` is the time against that of the size before, for each statement.
"""

import argparse
import random
import resource
import subprocess
import sys
from time import process_time

from dinet.wording.comparison.candidates import find_alike

SIZES = (1_000, 10_000, 50_000)
MOST_SECONDS = {10_000: 10.0}
MOST_MEGABYTES = {10_000: 300}
MOST_GROWTH = 2.0
"""For each statement, when there are five to ten times as many: 1 is linear."""
KILOBYTES_A_MEGABYTE = 1024
GROUPS = "jongeren ouderen huurders ondernemers vrijwilligers leerlingen studenten gezinnen".split()
QUALITIES = "nieuwe kwetsbare jonge zelfstandige actieve werkende".split()
DOINGS = "sport leest fietst danst leert zwemt".split()
PLACES = "Noord Zuid Oost West Centrum Haven Erica Elim Gees Zwinderen Nieuwlande".split()
TOPICS = "musea pleinen scholen winkels parken zwembaden straten bossen buurten tuinen".split()


def made_statements(count: int) -> list[str]:
    """So many statements, the same on every machine."""
    chance = random.Random(count)
    made: list[tuple[int, int, str, str]] = []
    texts = []
    for number in range(count):
        if number % 20 == 18:
            year, share, doing, whom = chance.choice(made)
            texts.append(f"{share} procent van de {whom} {doing} in {year}.")
        elif number % 20 == 19:
            year, share, doing, whom = chance.choice(made)
            texts.append(f"In {year} {doing} {share + 1}% van de {whom}.")
        elif number % 20 == 17:
            texts.append(f"Rapport {number} bespreken in week {number % 52}")
        else:
            year, share = chance.randint(2026, 2032), chance.randint(5, 95)
            doing = chance.choice(DOINGS)
            whom = (
                f"{chance.choice(QUALITIES)} {chance.choice(GROUPS)} in "
                f"{chance.choice(PLACES)} bij {chance.choice(TOPICS)} en "
                f"{chance.choice(TOPICS)} met {chance.choice(TOPICS)}"
            )
            made.append((year, share, doing, whom))
            texts.append(f"In {year} {doing} {share}% van de {whom}.")
    return texts


def measure_size(count: int) -> None:
    """Print the seconds, the megabytes and the number of pairs."""
    texts = made_statements(count)
    begun = process_time()
    pairs = sum(1 for _ in find_alike(texts, "nl"))
    spent = process_time() - begun
    usage = resource.getrusage(resource.RUSAGE_SELF)
    memory = usage.ru_maxrss / KILOBYTES_A_MEGABYTE
    sys.stdout.write(f"{spent} {memory} {pairs}\n")


def measured_size(count: int) -> tuple[float, float, int]:
    """The same of a process of its own."""
    command = [sys.executable, __file__, "--measure", str(count)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, megabytes, pairs = ended.stdout.split()
    return float(seconds), float(megabytes), int(pairs)


def main() -> int:
    """Print the table; with ``--check`` the status is 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        measure_size(asked.measure)
        return 0
    missed = False
    before = 0.0
    for size in asked.sizes:
        seconds, megabytes, pairs = measured_size(size)
        each = seconds / size
        growth = each / before if before else 1.0
        before = each
        is_met = (
            seconds <= MOST_SECONDS.get(size, seconds)
            and megabytes <= MOST_MEGABYTES.get(size, megabytes)
            and growth <= MOST_GROWTH
        )
        missed = missed or not is_met
        sys.stdout.write(
            f"{size:>8} statements {seconds:8.2f} s {megabytes:6.0f} MB "
            f"{pairs:>7} pairs  grows {growth:4.2f}  "
            f"{'met' if is_met else 'MISSED'}\n"
        )
    return 1 if missed and asked.check else 0


if __name__ == "__main__":
    sys.exit(main())
