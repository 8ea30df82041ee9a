"""The same world for every test, whoever runs them and from where; and how hard the laws are tried.

What is loaded to collect the tests stays until the end, so nothing looks through it for what can
be thrown away.

Laws are tried without a stopwatch, since the machine may be slow. A run as a developer makes it
tries few programmes, and the same ones each time; ``DINET_LAWS=long`` tries many, other ones each
time.
"""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings

ROOT = Path(__file__).parent.parent
WISHES = (
    "DINET_LANG",
    "LANGUAGE",
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "BROWSER",
    "SOURCE_DATE_EPOCH",
    "PYTHONUNBUFFERED",
)
"""Variables in which a user says how programs treat him; dinet or a library heeds them."""

COUNTING = "COVERAGE_PROCESS_CONFIG"
"""The variable by which a process that a test starts knows that its branches are counted."""

for wish in WISHES:
    os.environ.pop(wish, None)
os.environ["PYTHONPATH"] = str(ROOT)  # what a test starts finds the tests too
os.environ["PYTHONIOENCODING"] = "utf-8"  # and is read as UTF-8
os.chdir(ROOT)

gc.disable()  # until all tests are collected

settings.register_profile(
    "short", deadline=None, max_examples=40, derandomize=True, database=None
)
settings.register_profile("long", deadline=None, max_examples=400)
settings.load_profile(os.environ.get("DINET_LAWS", "short"))


def pytest_itemcollected(item: pytest.Item) -> None:
    """A law goes the way of the tests that say what holds, dozens of times.

    Counting its branches costs a third of all counting, and finds hardly one in three hundred more.
    """
    if is_hypothesis_test(getattr(item, "function", None)):
        item.add_marker("no_cover")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """What is not counted in a test is not counted in the processes that it starts either."""
    if item.get_closest_marker("no_cover") is None:
        return (yield)
    counting = os.environ.pop(COUNTING, None)
    try:
        return (yield)
    finally:
        if counting is not None:
            os.environ[COUNTING] = counting


def pytest_collection_finish() -> None:
    """Thousands of tests and the modules that they need would be looked through at every turn."""
    gc.freeze()
    gc.enable()
