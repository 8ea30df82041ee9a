"""How hard the laws are tried.

Without a stopwatch, since the machine may be slow. A run as a developer makes it tries few programmes, and
the same ones each time; ``DINET_LAWS=long`` tries many, other ones each time.
"""

import os

from hypothesis import settings

settings.register_profile("short", deadline=None, max_examples=40, derandomize=True, database=None)
settings.register_profile("long", deadline=None, max_examples=400)
settings.load_profile(os.environ.get("DINET_LAWS", "short"))
