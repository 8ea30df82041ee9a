"""The document that was audited, ready for comments in a copy of it."""

from dinet.application.files.kind_of_bytes import suffix_of
from dinet.errors import UsageError
from dinet.finding import FieldSentence
from dinet.language import Sentence
from dinet.readers.word.original import WishedSpot, find_original
from dinet.report.findings.audit_result import (
    AuditResult,
    DocumentAudit,
    JudgedFinding,
)


def with_originals(result: AuditResult) -> AuditResult:
    """The result with the document that it is about, for a report that is a copy.

    Raises:
        UsageError: It is about several documents, or about one that is not of Word.
    """
    if len(result.documents) != 1:
        what = Sentence("comments stand in a copy of one document.")
        raise UsageError(what, _ADVICE)
    (document,) = result.documents
    if not isinstance(document, DocumentAudit):
        return result
    if suffix_of(document.data) != "docx":
        what = Sentence("only a Word document (.docx) can get comments.")
        raise UsageError(what, _ADVICE, where=document.name)
    wished = map(_wished_spot, document.judged)
    original = find_original(document.data, document.name, wished)
    return result._replace(documents=(document._replace(original=original),))


_ADVICE = Sentence(
    "--format xlsx has a row for each finding, with room for an answer."
)
"""What can be done instead."""


def _wished_spot(judged: JudgedFinding) -> WishedSpot:
    finding = judged.finding
    words = " ".join(judged.words)
    if isinstance(finding.sentence, FieldSentence):
        words = finding.sentence.field_words or words
    return WishedSpot(finding.places, words)
