"""Questions that people write: a small language in Dutch and English, and its answers.

``doelen zonder inspanningen en thema ~ 'netwerk'`` is such a question. It says which kinds of
element it is about and what must hold of them; it can look, and do nothing else.

- ``tokens`` divides the text into words, numbers, quoted texts and signs.
- ``words`` knows what words mean: those of the grammar (``words.toml``), kinds, fields, ids.
- ``token_reader`` walks over the pieces, ``value_reader`` reads what stands behind a sign.
- ``parser`` makes a ``Question`` of it, by recursive descent; ``question_error`` is what it says
  when it cannot, with the column.
- Each construct is a small class that can judge elements, explain itself in a sentence and be
  printed as the words that it is made of: in ``logic``, ``field_conditions``,
  ``link_conditions`` and ``asked_question``.
- ``fields`` says what the document states in a field, as texts and as numbers.
- ``answer`` asks a question of a network.

A new construct is a class with those three methods, its words in ``words.toml``, and a branch in
the parser; the law on printing in the tests tries it with all others.

The room may import the model, the network, the vocabulary, wording and the keys of the native
form. It reads no file: where questions are saved is decided in ``application``.
"""
