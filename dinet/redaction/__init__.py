"""What a document says of people, taken out before anything is written, so that it is in no output.

``redact`` is the door: a whole programme in, the same without people out, with a log of what was
taken out where. It asks ``masking`` for a text without these, which asks

- ``contacts`` for mail addresses, telephone numbers and citizen service numbers;
- ``person_names`` for which words are a name and in which forms it comes back; ``words.toml``
  holds its first names, titles, roles and words of organisations.

A new kind of thing to take out gets a pattern in ``contacts`` and a placeholder in ``masking``.
"""
