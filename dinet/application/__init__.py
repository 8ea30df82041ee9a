"""One document on its way through a command: opened, mapped, redacted, audited, written.

A file here is a use case: what a command does, whoever asks for it. It is told what is wanted as
plain values, and gives back results as data: a document that was opened, bytes, findings, outcomes
one by one. It prints nothing, knows no click and no exit status, and ends no process; ``cli`` and
``api`` are the rooms above it, and the only ones that may import it.

    opened_document, read_document, save_reading    reading
    auditing/      rules, thresholds, waivers, reports
    comparing/     versions and sentences
    measuring/     figures from files
    publishing/    names left out, a council's own file
    files/         what is found, read and written on disk

It may import readers, rules, writers, ``report`` and everything below them.

To add a use case: a file named after what it does, with one public function (a verb with its
object) that takes an ``OpenedDocument`` or a path. What takes long yields its outcomes as they
come, so that whoever called can tell of each.
"""
