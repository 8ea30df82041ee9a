"""What one target sentence says: how much, which way, by when, from where, of whom, says who.

``analysis.analyse_target`` is the question, ``result`` says what comes back. The text is cut into
tokens once (``tokens``). Then every number (``quantities``) and every time (``times``) is found,
and ``roles`` gives each its part by the grammar around it: aimed at, starting point, yardstick,
definition, age, name. What is left says the direction, the subject, the vagueness and, last, the
verdicts.

May import ``vocabulary`` and the modules of ``wording`` above it, for what they already know:
months, numbers, marks of sources, words for what is still to be settled.

Words are data: a folder per language, with ``words.toml`` (lists that the code asks for by name).

- To add a construction: put its words in the list that fits, or make a list of the same name in
  every language; only a new order of words needs code.
- What the code may rely on stands in the table ``grammar`` (see ``LanguageWords.has_rule``), and
  the letters by which a participle or plural is known in the table ``spelling``.
- To add a language: a folder with the same lists, some of which may be empty, and its name in
  ``language_words.LANGUAGES``. ``tests/wording/target_sentence`` says which list is missing.
"""
