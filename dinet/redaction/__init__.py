"""What a document says of people, taken out before anything is written, so that it is in no output.

``redact`` is the door: a whole programme in, the same without people out, with a log of what was
taken out where. It asks ``masking`` for a text without these, which asks

- ``contacts`` for mail addresses, accounts, telephone numbers and personal numbers;
- ``name_spans`` for where known people stand, in the forms of ``name_forms``;

and it learns who is known from ``owners`` (the cells of owners) and ``person_names`` (the words
around a name), which ``persons`` brings together; ``sheet_names`` knows
who is in names of sheets. ``quotations`` withholds what is in no element.
``words.toml`` holds titles, roles, phrases and words of organisations, read by ``word_lists``.

A new kind of thing to take out gets a pattern in ``contacts`` and a placeholder in ``masking``; a
new sign of a name a pattern in ``person_names``, or only a word in ``words.toml``.
"""
