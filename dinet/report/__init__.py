"""What is told of a reading and of an audit, whatever the format: the words before they are set.

    sentences          counts, places, coverage in words
    findings_by_rule   findings grouped by the rule that found them
    salient_points     what stands out, in at most seven sentences with links
    summary            a programme in numbers and a few sentences
    audit_report       findings as data
    reading_report     what was read, joined, inferred and left, as text, Markdown, HTML or data
    redaction_log      what was left out where
    style_sheets       the styles in which HTML of any format is set

Writers, the command line and ``application`` take their words from here, so that the page, the
report and the terminal never say two things of one programme. This room may import ``layout``,
``document``, ``redaction``, ``wording`` and what lies below them; never a writer.

To add something: a function that gives sentences, rows or plain data in the reader's language, in a
file named after what is told. It opens no file of the user's, and knows no terminal.
"""
