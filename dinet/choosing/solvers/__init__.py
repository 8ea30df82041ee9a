"""Libraries that find a best set, one file for each: ``find_best_set(problem, banned)``.

It gives a set that no other exceeds in ``ChoiceProblem.rank_of``, as the bits of a whole number,
or None when there is none to look at; and how much work that was. ``banned`` are sets that it may
not contain as a whole.
"""
