"""One page to read and print: it has no script and asks for nothing."""

from typing import NamedTuple

from dinet.document.own_outputs import describe_origin
from dinet.language import Sentence, translate_words
from dinet.report.coverage.breakdown_table import told_breakdowns
from dinet.report.findings.audit_result import (
    AuditResult,
    DocumentAudit,
    JudgedFinding,
    RefusedAudit,
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
from dinet.report.sentences import programme_heading
from dinet.report.style_sheets import style_policy, style_sheet
from dinet.report.template_engine import template_engine

HEADINGS = (
    Sentence("Level"),
    Sentence("About"),
    Sentence("Finding"),
    Sentence("In the document"),
)


def write(result: AuditResult) -> bytes:
    """The page, in UTF-8.

    Args:
        result: Every document has a part with its findings as a table.
    """
    style = style_sheet("report/audit_styles.css")
    names = ", ".join(document.name for document in result.documents)
    template = template_engine().get_template("report/audit.html")
    page: str = template.render(
        lang=result.lang,
        policy=style_policy(style),
        style=style,
        title=result_title(result),
        documents=[
            DocumentPart(document, result) for document in result.documents
        ],
        headings=[words.in_language(result.lang) for words in HEADINGS],
        origin=describe_origin(names, result.lang),
        say=lambda words: translate_words(words, result.lang),
    )
    return page.encode()


class FindingRow(NamedTuple):
    """A finding as the page tells it.

    Args:
        level: The name of its level, for the colour of the row.
        told: The level in words.
        code: Of the rule.
        about: The ids of what it is about; may be empty.
        sentence: What is the matter, with the doubt.
        quote: The words of the document; may be empty.
        standing: That it is known, or why it is waived; empty when it is new.
        places: Where it stands.
    """

    level: str
    told: str
    code: str
    about: str
    sentence: str
    quote: str
    standing: str
    places: list[str]


class DocumentPart:
    """What the page says of one document; of one that could not be read only why.

    Args:
        document: Its audit.
        result: To which it belongs.
    """

    def __init__(
        self, document: DocumentAudit | RefusedAudit, result: AuditResult
    ) -> None:
        self.name = document.name
        self.refused = ""
        self.lang = result.lang
        if isinstance(document, RefusedAudit):
            self.refused = document.message(result.lang)
        else:
            self._describe_audit(document, result)

    def _describe_audit(
        self, audit: DocumentAudit, result: AuditResult
    ) -> None:
        lang = audit.lang
        own = audit.network.programme.lang
        self.lang = lang
        self.own_lang = own if own != lang else ""
        heading = programme_heading(audit.name, audit.network, lang)
        self.heading = heading.removeprefix(f"{audit.name}: ")
        self.counts = count_words(audit, lang)
        self.number = len(audit.findings)
        self.reading = caution_words(audit)
        self.facts = scope_facts(audit, result.version)
        self.breakdowns = told_breakdowns(audit.network, lang)
        tables = (
            (Sentence("Findings"), audit.findings),
            (Sentence("Waived findings"), audit.waived),
            (Sentence("Solved findings"), audit.solved),
        )
        self.tables = [
            (
                title.in_language(lang),
                [_row_of(each, lang) for each in found],
            )
            for title, found in tables
            if found
        ]


def _row_of(judged: JudgedFinding, lang: str) -> FindingRow:
    finding = judged.finding
    return FindingRow(
        finding.severity.name.lower(),
        level_words(judged, lang),
        finding.code,
        ids_in_words(judged),
        finding.whole_sentence.in_language(lang),
        quoted_words(judged, lang),
        standing_words(judged, lang),
        place_words(judged, lang),
    )
