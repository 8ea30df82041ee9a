"""Laws are tested without a stopwatch: the machine may be slow."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None, max_examples=200)
settings.load_profile("unhurried")
