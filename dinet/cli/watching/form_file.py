"""The mapping form on disk, in which an open page writes what a person chose.

Whoever writes says which form was seen, by its hash. When the file is another by then, nothing is
written: both are shown, and the person chooses.
"""

import json
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from dinet.application.files.input_files import read_input_file
from dinet.application.files.output_files import write_file
from dinet.errors import DinetError
from dinet.interpret.mapping.mapping_form import (
    LINK_LISTS,
    elements_under_key,
    mapping_form,
)
from dinet.interpret.mapping.sameness_questions import (
    SAME,
    VERDICTS,
    is_pair,
    is_pair_of_texts,
    names_in_key,
)
from dinet.interpret.mapping.written_answers import (
    FormAnswer,
    read_answer,
    write_answer,
)
from dinet.language import Sentence
from dinet.model import Goal, Programme, Target

MOST_POSTED = 64 * 1024
"""Bytes of what a page sends: one answer has a few hundred."""
NO_FORM = ""
"""The edition of a form that is not there, or with which the document is not read."""


class FormReply(NamedTuple):
    """What a page hears.

    Args:
        status: Of HTTP: 200 when it was written, 409 when the form is another than the page saw.
        edition: Of the form as it is now.
        ids: What the form says now of what was asked.
        reason: Why it was not written; empty when it was.
    """

    status: int
    edition: str
    ids: tuple[str, ...] = ()
    reason: str = ""

    def as_json(self) -> str:
        """The reply as the script of the page reads it."""
        fields = self._asdict()
        del fields["status"]
        return json.dumps(fields, ensure_ascii=False)


class FormFile:
    """A mapping form on disk.

    Args:
        path: Where it is, or is put.
        is_used: The document is read with it.

    Attributes:
        programme: What was last read of the document, with the form.
        edition: Of the form with which that was read.
    """

    def __init__(self, path: Path, *, is_used: bool) -> None:
        self.path = path
        self.is_used = is_used
        self.programme: Programme | None = None
        self.edition = NO_FORM
        self._writing = Lock()

    def note_edition(self) -> None:
        """Remember which form the document is read with, before it is."""
        self.edition = (
            self._edition_of(self._read_form()) if self.is_used else ""
        )

    def take_answer(self, posted: bytes, seen: str) -> FormReply:
        """Write an answer into the form, unless it is another than was seen.

        Args:
            posted: The answer, as the page sends it.
            seen: The edition of the form that the page knows.
        """
        lang = self.programme.lang if self.programme else "nl"
        answer = self._parse_answer(posted)
        if answer is None:
            words = Sentence("this page does not fit the document any more.")
            return FormReply(400, "", (), words.in_language(lang))
        try:
            with self._writing:
                return self._write_answer(answer, seen)
        except DinetError as error:
            return FormReply(422, "", (), error.in_language(lang))

    def _write_answer(self, answer: FormAnswer, seen: str) -> FormReply:
        form = self._read_form()
        if self._edition_of(form) != seen:
            says = read_answer(form, answer)
            return FormReply(409, self._edition_of(form), says)
        written = write_answer(form or self._new_form(), answer)
        write_file(written, str(self.path))
        self.is_used = True
        return FormReply(200, self._edition_of(written), answer.ids)

    def _parse_answer(self, posted: bytes) -> FormAnswer | None:
        """The answer that a page sent; None when it is none, or names what is not there."""
        try:
            fields = json.loads(posted)
            answer = FormAnswer(
                fields["list"], fields["key"], tuple(fields["ids"])
            )
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        return answer if self._is_possible(answer) else None

    def _is_possible(self, answer: FormAnswer) -> bool:
        words = (answer.list_name, answer.key, *answer.ids)
        if self.programme is None or not all(
            isinstance(word, str) for word in words
        ):
            return False
        if answer.list_name == SAME:
            return self._is_possible_pair(self.programme, answer)
        known = {element.id: element for element in self.programme.elements}
        is_asked = answer.list_name in LINK_LISTS and bool(
            elements_under_key(answer.list_name, answer.key, known)
        )
        aims = (known.get(each) for each in answer.ids)
        return is_asked and all(isinstance(aim, Goal | Target) for aim in aims)

    @staticmethod
    def _is_possible_pair(programme: Programme, answer: FormAnswer) -> bool:
        kinds = {element.id: element.kind for element in programme.elements}
        is_one_verdict = len(answer.ids) <= 1 and set(answer.ids) <= {
            *VERDICTS
        }
        names = names_in_key(answer.key)
        is_known = is_pair(names, kinds) or is_pair_of_texts(names, programme)
        return is_one_verdict and is_known

    def _new_form(self) -> bytes:
        form = mapping_form(self.programme) if self.programme else None
        return (form or "koppeling: 1\n").encode()

    def _read_form(self) -> bytes:
        return read_input_file(self.path) if self.path.exists() else b""

    @staticmethod
    def _edition_of(form: bytes) -> str:
        return sha256(form).hexdigest() if form else NO_FORM
