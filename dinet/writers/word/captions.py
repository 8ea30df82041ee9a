"""Numbered captions: over a table, under a picture, in fields that Word counts anew."""

from collections import Counter
from typing import Literal

from dinet.language import Sentence
from dinet.writers.word.element_text import ElementWriter
from dinet.writers.word.word_xml import write_field, write_paragraph

Captioned = Literal["Table", "Figure"]
"""What has captions of its own, with the word that stands before their numbers."""


class CaptionWriter:
    """Writes the captions of one document.

    Args:
        entries: Writes our own words.
    """

    def __init__(self, entries: ElementWriter) -> None:
        self._entries = entries
        self._written = Counter[Captioned]()

    def write_caption(self, what: Captioned, words: str) -> str:
        """The next caption; that of a table stays with the table under it.

        Args:
            what: Under or over what it stands.
            words: What it says after its number.
        """
        self._written[what] += 1
        label = self._entries.translate_words(what)
        number = str(self._written[what])
        say = self._entries.own_run
        return write_paragraph(
            say(f"{label} "),
            write_field(f"SEQ {label} \\* ARABIC", say(number)),
            say(f". {words}"),
            style="Caption",
            together=what == "Table",
        )

    def write_table_caption(self, words: Sentence) -> str:
        """The next caption of a table."""
        return self.write_caption(
            "Table", words.in_language(self._entries.lang)
        )
