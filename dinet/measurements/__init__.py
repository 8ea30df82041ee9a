"""What was measured of targets: figures from files, each with its place, and what they tell.

- ``word_lists``: the words of ``words.toml``.
- ``periods``: the year that a cell names.
- ``cell_figures``: the number that a cell shows, its marks, and what is no figure.
- ``figure_tables``: a table as facts, each with all words that it stands under and beside.
- ``series_choice``: the facts that a line of a form asks for.
- ``own_files``: the files that a programme keeps itself.
- ``measurement_form``: the form that says which series is which target.
- ``measured_programme``: a programme with the figures in its targets.
- ``units``, ``right_way``, ``aimed_value``, ``target_status``: how a target stands.
- ``status_words``, ``told_statuses``: the same in sentences, for reports and for rules.

Nothing is paired by likeness: a line of a form, or a file of one's own, names the target. What is
suppressed or unknown has no number, which is never nought. It knows documents as readers gave
them, and opens no file. May import ``native``, ``document``, ``targets`` and all below.

A new shape of export is mostly a word in ``words.toml``; else a way in which ``figure_tables``
finds the words over or beside a figure.
"""
