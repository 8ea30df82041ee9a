"""What to choose: the efforts that carry most of the goals for a sum of money.

- ``effort_costs``: what each effort costs, and of which that is not known.
- ``choice_problem``: the question in whole numbers, in which nothing is rounded.
- ``small_search``: every set tried, for a few efforts; needs no library.
- ``solvers``: a plug-in for each library that answers larger questions.
- ``best_choice``: the best set, those that are as good, and what changes it.

What an effort costs is never guessed: of one that may be chosen it is stated, or it is asked for.
May import ``report``, where money is added up, and all below; it reads no file.

A new solver is a file in ``solvers`` with a function ``find_best_set``, and answers the same
questions in ``tests/choosing``.
"""
