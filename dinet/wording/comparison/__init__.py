"""Whether two statements say the same, contradict each other, or are about different things.

``comparison.compare_statements`` is the question; ``candidates.find_alike`` asks it of many, and
finds by an index what is worth comparing. ``statement`` takes a text apart: ``masking`` has the
parsed parts (values, deadlines, starting points, sources, direction, measure), which it takes from
the room ``target_sentence``; ``content`` has the words that are left, with what stands before and
behind each. ``matching`` pairs these words by their forms (``word_forms``); when one is left over,
or belongs to another word than on the other side, the two statements are different. Otherwise
``stated_parts`` tells same from conflict.

No likeness decides anything, and every doubt ends at "different" or "conflict": a wrong "same"
makes one element of two, a wrong "different" costs a finding.

May import ``vocabulary``, the modules of ``wording`` and ``target_sentence``; loads the words of a
language when it is first asked.

Words are data, in a folder for each language that ``target_sentence`` has: ``words.toml``.

- To add a synonym: a group in ``[synonyms]``, or in ``synonyms`` of a dialect. Only words that no
  reader would tell apart.
- To add a construction: put its words in the list that fits; only a new order of words needs code.
- To show what it should do: a line in ``tests/wording/comparison/pairs.txt``.
"""
