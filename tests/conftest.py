"""The same world for every test, whoever runs them and from where.

Laws are tested without a stopwatch: the machine may be slow.
"""

import os
from pathlib import Path

from hypothesis import settings

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

for wish in WISHES:
    os.environ.pop(wish, None)
os.environ["PYTHONPATH"] = str(ROOT)  # what a test starts finds the tests too
os.environ["PYTHONIOENCODING"] = "utf-8"  # and is read as UTF-8
os.chdir(ROOT)

settings.register_profile("unhurried", deadline=None, max_examples=200)
settings.load_profile("unhurried")
