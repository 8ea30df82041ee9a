"""Who embeds dinet hands in what takes a PDF apart."""

from collections.abc import Collection

import pytest

import dinet
from dinet.errors import DocumentError, MissingLibraryError
from dinet.limits import Limits
from dinet.readers.pdf_pages.child import answer_for
from dinet.readers.pdf_pages.child_process import use_pdf_parser

PLAN = b"%PDF-1.7 what a parser of one's own is given"


def read_with(raised: Exception) -> None:
    def parse(_: bytes, __: Collection[str], ___: Limits) -> bytes:
        raise raised

    with use_pdf_parser(parse):
        dinet.read_bytes(PLAN, "plan.pdf")


def test_a_parser_that_was_ended_is_told_as_the_limit_of_time() -> None:
    with pytest.raises(DocumentError, match="longer than 60 seconds"):
        read_with(TimeoutError())


def test_a_parser_that_cannot_start_says_why() -> None:
    with pytest.raises(MissingLibraryError, match="no workers here"):
        read_with(OSError(1, "no workers here"))


def test_a_parser_that_answers_nothing_is_told_as_the_limit_of_memory() -> (
    None
):
    with (
        use_pdf_parser(lambda *_: b""),
        pytest.raises(DocumentError, match="memory"),
    ):
        dinet.read_bytes(PLAN, "plan.pdf")


def test_what_the_child_answers_can_be_had_without_a_process() -> None:
    with (
        use_pdf_parser(answer_for),
        pytest.raises(DocumentError, match="damaged"),
    ):
        dinet.read_bytes(PLAN, "plan.pdf")


def test_the_parser_is_that_of_before_when_the_context_ends() -> None:
    with use_pdf_parser(lambda *_: b""):
        pass
    with pytest.raises(DocumentError, match="not a PDF"):
        dinet.read_bytes(PLAN, "plan.pdf")
