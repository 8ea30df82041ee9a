"""What is known of a target: what its fields state and what its sentence says, joined once.

``known_target.know_target`` is the question. What a column or a native file states wins over the
sentence, and every part tells which of the two it comes from. Nothing here is written back into
the programme: what is derived stays derived.

- ``known_target``: the parts of a target and its verdicts.
- ``stated_figures``: the numbers and years in the fields of a target.
- ``gaps``: what a target does not say.
- ``clashes``: where a field or title says another number or year than the sentence.
- ``shares``: which numbers are a share of a group.
- ``target_direction``: which way a target is better.
- ``completion``: the gaps in words for people.
- ``contract``: all of it for the JSON contract.

May import ``model``, ``network``, ``vocabulary`` and ``wording``; rules, reports and writers ask
it. A new part is a field of ``KnownTarget``, a key in ``contract`` and, when people miss it, a
kind of gap with its words in ``completion``.
"""
