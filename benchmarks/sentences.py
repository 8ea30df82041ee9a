"""How fast target sentences are analysed: milliseconds a sentence, start-up apart.

python benchmarks/sentences.py [--times N] [--check]

The sentences are made here, from parts that policy prose puts together: with and without values,
deadlines, starting points and sources, in Dutch and in English, of 5 to 45 words.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from statistics import median
from time import process_time

from dinet.wording.target_sentence.analysis import analyse_target
from dinet.wording.target_sentence.sentence_parts import forget_sentences

MOST_MILLISECONDS = 2.0
MOST_GROWTH = 2.3
"""A text of twice as many sentences takes at most so many times as long, as in the other tables."""
LATE = ("babel", "rapidfuzz", "simplemma", "text_to_num")
"""Libraries that importing dinet may not load."""
DUTCH = (
    ("In 2028", "Uiterlijk 1 juli 2027", "Binnen drie jaar"),
    ("geeft minimaal 85%", "geven twee op de drie", "geeft driekwart"),
    (
        "van de leerlingen in klas 2 en 4",
        "van de inwoners tot 27 jaar zonder startkwalificatie",
        "van de huishoudens met een inkomen tot 120% van het minimum",
    ),
    ("de leefbaarheid van de buurt een 7,5 of hoger", "aan vaker te sporten"),
    ("", " (2022: 71,5%)", ", vergeleken met het landelijk gemiddelde"),
    (".", ". Bron: Inwonerspeiling 2024", " (bron: CBS)."),
)
ENGLISH = (
    ("By 2030,", "Over the next five years"),
    ("at least three in four young people", "90% of residents aged 16 to 24"),
    ("report good mental health", "are answered within 13 weeks"),
    ("", ", up from 68% in 2023", " compared with 2022/23"),
    (".", " (source: Residents' Survey)."),
)


def made_sentences() -> list[str]:
    """Every row of parts, in a fixed order."""
    rows = (*product(*DUTCH), *product(*ENGLISH))
    return [
        " ".join(row).replace(" .", ".").replace(" ,", ",") for row in rows
    ]


def milliseconds_each(sentences: list[str], times: int) -> float:
    """The median of the processor time for a sentence, in milliseconds."""
    spent = []
    for _ in range(times):
        forget_sentences()  # else only the first round would read them
        begun = process_time()
        for sentence in sentences:
            analyse_target(sentence)
        spent.append((process_time() - begun) / len(sentences) * 1000)
    return median(spent)


def loaded_early() -> list[str]:
    """The late libraries that ``import dinet`` loads in a process of its own."""
    code = (
        f"import sys, dinet; print(*(n for n in {LATE} if n in sys.modules))"
    )
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, check=True, capture_output=True, text=True
    ).stdout.split()


def table_rows(times: int) -> Iterator[tuple[str, str, bool]]:
    """What was measured, the figure, and whether its goal is met."""
    sentences = made_sentences()
    analyse_target(sentences[0])  # reads the word lists
    each = milliseconds_each(sentences, times)
    name = f"one of {len(sentences)} sentences"
    yield name, f"{each:.2f} ms", each <= MOST_MILLISECONDS
    long_text = [" ".join(sentences[:20])]
    twice = [" ".join(sentences[:40])]
    growth = milliseconds_each(twice, times) / milliseconds_each(
        long_text, times
    )
    yield "40 sentences / 20", f"{growth:.2f} x", growth <= MOST_GROWTH
    early = loaded_early()
    yield "loaded by import dinet", " ".join(early) or "none", not early


def main() -> int:
    """Print the table; with ``--check`` the status is 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    missed = False
    for name, figure, is_met in table_rows(asked.times):
        verdict = "met" if is_met else "MISSED"
        sys.stdout.write(f"{name:<28}{figure:>12}  {verdict}\n")
        missed = missed or not is_met
    return 1 if missed and asked.check else 0


if __name__ == "__main__":
    sys.exit(main())
