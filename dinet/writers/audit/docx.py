"""A copy of the Word document that was audited, for the hearing of both sides: each finding is \
a comment at its cell or paragraph.

The first comment, at the beginning of the text, says by what was audited, what reading lost and
what only an older version has.
Nothing else of the document changes: the parts without comments are the same bytes.
"""  # noqa: D205 (one sentence)

import re
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from dinet.document.word_original import ParagraphSpot, WordOriginal
from dinet.report.findings.audit_result import (
    AuditResult,
    DocumentAudit,
    JudgedFinding,
)
from dinet.report.findings.audit_words import (
    caution_words,
    count_words,
    ids_in_words,
    level_words,
    place_words,
    quoted_words,
    result_title,
    scope_facts,
    standing_words,
)
from dinet.writers.office.archive import copy_archive
from dinet.writers.word.word_xml import write_paragraph, write_run

AUTHOR = "dinet audit"
_INITIALS = "dinet"
_WORD = "xmlns:w"
_WHOLE_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_KIND = "officeDocument/{}relationships/comments"
_RELATION_SPACE = (
    "http://schemas.openxmlformats.org/package/2006/relationships"
)
_TYPE_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"


class PlacedComment(NamedTuple):
    """A comment and where it stands.

    Args:
        number: Its id in the document.
        spot: The paragraph.
        lines: What it says, the first line in bold.
    """

    number: int
    spot: ParagraphSpot
    lines: tuple[str, ...]


def write(result: AuditResult) -> bytes:
    """The copy, the same bytes for the same document.

    Args:
        result: Of one document, with its original.

    Raises:
        ValueError: The original has not been read.
    """
    for audit in result.audited:
        if audit.original is not None:
            return _commented_copy(result, audit, audit.original)
    raise ValueError("the original has not been read")


def _commented_copy(
    result: AuditResult, audit: DocumentAudit, original: WordOriginal
) -> bytes:
    comments = list(_placed_comments(result, audit, original))
    changed = {
        original.main_name: _mark_paragraphs(original, comments),
        original.parts.comments.name: original.parts.comments.with_addition(
            "".join(_comment_xml(each, audit, original) for each in comments)
        ),
        original.parts.relations.name: original.parts.relations.with_addition(
            _new_relation(original)
        ),
        original.parts.types.name: original.parts.types.with_addition(
            _new_type(original)
        ),
    }
    return copy_archive(original.data, changed)


def _placed_comments(
    result: AuditResult, audit: DocumentAudit, original: WordOriginal
) -> Iterator[PlacedComment]:
    """What was audited, then a comment for each finding."""
    numbers = (
        number
        for number in count()
        if number not in original.parts.comment_ids
    )
    lines = (result_title(result), *_account_lines(result, audit))
    yield PlacedComment(next(numbers), original.beginning, lines)
    for judged, spot in zip(audit.judged, original.spots, strict=True):
        lines = tuple(_finding_lines(judged, audit.lang))
        yield PlacedComment(next(numbers), spot, lines)


def _account_lines(result: AuditResult, audit: DocumentAudit) -> Iterator[str]:
    yield count_words(audit, audit.lang)
    yield from caution_words(audit)
    for fact in scope_facts(audit, result.version):
        yield f"{fact.label}: {fact.words}"
    for judged in audit.solved:
        head = " ".join((judged.finding.code, ids_in_words(judged)))
        sentence = judged.finding.whole_sentence.in_language(audit.lang)
        yield f"{head}: {sentence} ({standing_words(judged, audit.lang)})"


def _finding_lines(judged: JudgedFinding, lang: str) -> Iterator[str]:
    """Code, level and id; then the sentence, the words, and what else there is to say."""
    finding = judged.finding
    head = (finding.code, level_words(judged, lang), ids_in_words(judged))
    yield " · ".join(filter(None, head))
    yield finding.whole_sentence.in_language(lang)
    quote = quoted_words(judged, lang)
    if quote:
        yield from f"“{quote}”".split("\n")
    standing = standing_words(judged, lang)
    if standing:
        yield standing
    yield from place_words(judged, lang)


# the parts


def _mark_paragraphs(
    original: WordOriginal, comments: list[PlacedComment]
) -> bytes:
    """The text with a mark for each comment around its paragraph."""
    by_spot: dict[ParagraphSpot, list[int]] = {}
    for comment in comments:
        by_spot.setdefault(comment.spot, []).append(comment.number)
    data = original.main_data
    pieces: list[bytes] = []
    done = 0
    for spot in sorted(by_spot, key=lambda spot: spot.begin):
        marks = _marks_of(spot, by_spot[spot], original.namespace)
        words = data[spot.begin : spot.end]
        pieces += data[done : spot.begin], _marked_words(words, spot, marks)
        done = spot.end
    return b"".join((*pieces, data[done:]))


class CommentMarks(NamedTuple):
    """What stands before the words of a paragraph, and what after them."""

    before: str
    after: str


def _marked_words(
    words: bytes, spot: ParagraphSpot, marks: CommentMarks
) -> bytes:
    """The words of a paragraph between marks; one of a single tag gets an end tag."""
    before, after = marks.before.encode(), marks.after.encode()
    if not spot.closed:
        return before + words + after
    opened = words[:-2].rstrip() + b">"
    return opened + before + after + f"</{spot.tag}>".encode()


def _marks_of(
    spot: ParagraphSpot, numbers: list[int], namespace: str
) -> CommentMarks:
    """The marks of some comments around a paragraph.

    The prefix is that of the paragraph itself, which is known there.
    """
    prefix, colon, _ = spot.tag.partition(":")
    known = "" if colon else f" {_WORD}={quoteattr(namespace)}"
    name = f"{prefix}:" if colon else "w:"
    begins = (
        f'<{name}commentRangeStart{known} {name}id="{number}"/>'
        for number in numbers
    )
    ends = (
        f'<{name}commentRangeEnd{known} {name}id="{number}"/>'
        f'<{name}r{known}><{name}commentReference {name}id="{number}"/></{name}r>'
        for number in numbers
    )
    return CommentMarks("".join(begins), "".join(ends))


def _comment_xml(
    comment: PlacedComment, audit: DocumentAudit, original: WordOriginal
) -> str:
    """A comment; its date is that of reference, and left out where there is none."""
    dated = ""
    if _WHOLE_DATE.fullmatch(audit.reference_date):
        dated = f' w:date="{audit.reference_date}T00:00:00Z"'
    head, *lines = comment.lines
    paragraphs = [write_paragraph(write_run(head, bold=True))]
    paragraphs += [write_paragraph(write_run(line)) for line in lines]
    return (
        f"<w:comment {_WORD}={quoteattr(original.namespace)}"
        f' w:id="{comment.number}" w:author="{AUTHOR}"{dated}'
        f' w:initials="{_INITIALS}">{"".join(paragraphs)}</w:comment>'
    )


def _new_relation(original: WordOriginal) -> str:
    if not original.parts.new_relation:
        return ""
    strict = original.namespace.startswith(_STRICT)
    base, year = (_STRICT, "") if strict else (_TRANSITIONAL, "2006/")
    name = original.parts.comments.name.rpartition("/")[2]
    return (
        f'<Relationship xmlns="{_RELATION_SPACE}" Id="{original.parts.new_relation}"'
        f' Type="{base}{_KIND.format(year)}" Target={quoteattr(name)}/>'
    )


def _new_type(original: WordOriginal) -> str:
    if original.parts.has_type:
        return ""
    part = quoteattr(f"/{original.parts.comments.name}")
    return (
        f'<Override xmlns="{_TYPE_SPACE}" PartName={part}'
        f' ContentType="{_CONTENT_TYPE}"/>'
    )
