"""What is told of a reading and of an audit, whatever the format: the words before they are set.

    sentences, summary    counts, places, a programme in a few sentences
    salient/              what stands out, in at most seven sentences with links
    reading/              what was read, joined, inferred and left
    findings/             the result of an audit, its words, findings by rule
    coverage/             grades, and efforts by owner, phase, theme and goal with their money
    targets/              what a target sentence says and lacks
    measured/             how targets stand by figures
    versions/             what was and what becomes
    portfolio/            what several programmes share
    redaction/            what was left out where

Writers, the command line and ``application`` take their words from here, so that the page, the
report and the terminal never say two things of one programme. This room may import ``layout``,
``document``, ``redaction``, ``wording`` and what lies below them; never a writer.

To add something: a function that gives sentences, rows or plain data in the reader's language, in a
file named after what is told. It opens no file of the user's, and knows no terminal.
"""
