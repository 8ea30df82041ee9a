"""What every report of an audit says in the same words: counts, scope, waivers, quotes."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dinet.finding import FieldSentence, Severity
from dinet.language import (
    CountedSentence,
    JoinedSentences,
    Sentence,
    translate_words,
)
from dinet.model import FieldName
from dinet.plugins import plugin_folder
from dinet.report.findings.audit_result import (
    AuditResult,
    AuditScope,
    DocumentAudit,
    JudgedFinding,
    Standing,
)
from dinet.report.findings.waived_findings import decision_words
from dinet.report.reading.reading_loss import reading_sentences
from dinet.report.sentences import count_findings
from dinet.wording.labels import FIELD_NAMES

BETWEEN_ENDS = " → "
"""Between the two ends of a link."""


class AuditFact(NamedTuple):
    """One thing that a report says of itself, such as the date of reference."""

    label: str
    words: str


def count_words(audit: DocumentAudit, lang: str) -> str:
    """How many findings there are of each level, and how many of them are known or waived."""
    told = count_findings((each.finding for each in audit.findings), lang)
    counts = audit.counts()
    known, waived = counts[Standing.KNOWN], counts[Standing.WAIVED]
    parts = [told]
    if audit.scope.baseline:
        sentence = Sentence("known from an earlier audit: {n}", n=known)
        parts.append(sentence.in_language(lang))
    if audit.scope.since:
        parts.append(_since_in_words(audit))
    if waived:
        sentence = Sentence("waived with a reason: {n}", n=waived)
        parts.append(sentence.in_language(lang))
    return "; ".join(parts)


def _since_in_words(audit: DocumentAudit) -> str:
    """What is new beside an older version, what that has too, and what it has alone."""
    scope, counts = audit.scope, audit.counts()
    sentence = Sentence(
        "new since {name}: {new}, there already: {known}, solved: {solved}",
        name=scope.since,
        new=len(audit.findings) - counts[Standing.KNOWN],
        known=counts[Standing.KNOWN],
        solved=scope.solved,
    )
    return sentence.in_language(audit.lang)


def scope_facts(audit: DocumentAudit, version: str) -> list[AuditFact]:
    """By what a document was audited, each with its label in the reader's language.

    The date of reference stands there only when the user or the document gives one.
    """
    lang = audit.lang
    return [
        AuditFact(label.in_language(lang), words)
        for label, words in _labelled_facts(audit, version)
        if words
    ]


def _labelled_facts(
    audit: DocumentAudit, version: str
) -> Iterator[tuple[Sentence, str]]:
    scope = audit.scope
    yield Sentence("Document"), audit.name
    yield Sentence("SHA-256"), audit.digest
    yield Sentence("Audited with"), f"dinet {version}"
    yield Sentence("Date of reference"), audit.reference_date
    yield (
        Sentence("Rules"),
        f"{len(scope.rules)}: {', '.join(rule_codes(scope))}",
    )
    yield from _labelled_choices(audit)
    notes = len(audit.network.programme.notes)
    yield Sentence("Notes on the reading"), str(notes)


def _labelled_choices(audit: DocumentAudit) -> list[tuple[Sentence, str]]:
    """What the user and the folder chose, each with its label; empty words where nothing."""
    scope = audit.scope
    levels = (
        f"{code} {_level_in_words(level, audit.lang)}"
        for code, level in scope.levels
    )
    return [
        (Sentence("Only these rules"), ", ".join(scope.select)),
        (Sentence("Without these rules"), ", ".join(scope.ignore)),
        (Sentence("Levels that were set"), ", ".join(levels)),
        (Sentence("Thresholds"), _thresholds_in_words(audit)),
        (
            Sentence("Visionary goals, which need no target"),
            _visionary_in_words(audit),
        ),
        (Sentence("Settings"), scope.settings),
        (Sentence("Compared with"), scope.baseline or scope.since),
    ]


def _thresholds_in_words(audit: DocumentAudit) -> str:
    """The numbers of the rules that held; what was set is told as such."""
    lang = audit.lang
    told: list[str] = []
    for held in audit.scope.thresholds:
        words = held.words.in_language(lang)
        mark = f" ({translate_words('set', lang)})" if held.is_set else ""
        told.append(f"{held.code} {words} {held.number}{mark}")
    return ", ".join(told)


def _visionary_in_words(audit: DocumentAudit) -> str:
    """The goals and by what they were named; of words that name none, that too."""
    named = audit.scope.visionary
    known = [word for word in named.words if word not in named.unknown]
    told: list[Sentence] = []
    if named.ids:
        words, ids = _words_in_quotes(known), ", ".join(named.ids)
        told.append(Sentence("{ids} (named by {words})", ids=ids, words=words))
    if named.unknown:
        words = _words_in_quotes(named.unknown)
        told.append(Sentence("no goal is named by {words}", words=words))
    return "; ".join(each.in_language(audit.lang) for each in told)


def _words_in_quotes(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _level_in_words(level: str, lang: str) -> str:
    return Severity[level.upper()].as_sentence().in_language(lang)


def rule_codes(scope: AuditScope) -> list[str]:
    """The codes of the rules that were applied, in their order; of one's own rule its name."""
    plugins = plugin_folder("rules").plugins
    return sorted(
        plugins[name].module.check.code if name in plugins else name
        for name in scope.rules
    )


def scope_sentence(audit: DocumentAudit, version: str) -> Sentence:
    """By what a document was audited, in one sentence for a terminal."""
    rules = CountedSentence(
        "{count} rule", "{count} rules", len(audit.scope.rules)
    )
    parts = [
        Sentence(
            "Audited with dinet {version} by {rules}.",
            version=version,
            rules=rules,
        )
    ]
    told = _labelled_choices(audit)
    if audit.reference_date:
        told = [(Sentence("Date of reference"), audit.reference_date), *told]
    parts += [
        Sentence("{label}: {words}.", label=label, words=words)
        for label, words in told
        if words
    ]
    parts.append(Sentence("SHA-256: {digest}", digest=audit.digest))
    return JoinedSentences(*parts)


def reading_words(audit: DocumentAudit) -> list[str]:
    """What reading lost and guessed; empty when everything was read as it stands."""
    return [
        sentence.in_language(audit.lang)
        for sentence in reading_sentences(audit.network.programme)
    ]


def caution_words(audit: DocumentAudit) -> list[str]:
    """What to know before reading the findings: what reading lost, and what nothing found hides."""
    return [*reading_words(audit), *doubt_words(audit)]


def doubt_words(audit: DocumentAudit) -> list[str]:
    """Of which rules of one's own nothing found is not nothing wrong, and why."""
    doubts = (each.doubt for each in audit.own_rules if each.doubt)
    return [doubt.in_language(audit.lang) for doubt in doubts]


def waiver_words(judged: JudgedFinding, lang: str) -> str:
    """Why a finding is waived, by whom and when; empty when it is not."""
    waiver = judged.waiver
    return "" if waiver is None else decision_words(waiver, lang)


def standing_words(judged: JudgedFinding, lang: str) -> str:
    """What a finding counts for: that it is known, or why it is waived; empty when it is new."""
    if judged.standing is Standing.SOLVED:
        return _solved_words(judged).in_language(lang)
    if judged.since:
        sentence = Sentence("already in {name}", name=judged.since)
        return sentence.in_language(lang)
    if judged.standing is Standing.KNOWN:
        return Sentence("known from an earlier audit").in_language(lang)
    return waiver_words(judged, lang)


def _solved_words(judged: JudgedFinding) -> Sentence:
    """That only the older version has a finding, and whether anybody mended what it is about."""
    if judged.has_left:
        return Sentence(
            "was in {name}; gone only because the new version has no counterpart of it",
            name=judged.since,
        )
    return Sentence("was in {name}; solved", name=judged.since)


def quoted_words(judged: JudgedFinding, lang: str) -> str:
    """The words of the document that a finding is about, in full.

    Of a finding on some words of a field these stand on a line of their own, after its name.
    """
    words = BETWEEN_ENDS.join(judged.words)
    sentence = judged.finding.sentence
    if not isinstance(sentence, FieldSentence) or not sentence.field_words:
        return words
    if sentence.field_words in words:
        return words
    field = translate_words(_field_name(sentence.field), lang)
    return "\n".join(filter(None, (words, f"{field}: {sentence.field_words}")))


def _field_name(field: FieldName) -> str:
    """What a field is called; the model has several owners, partners and sources of an element."""
    return FIELD_NAMES.get(field) or FIELD_NAMES[f"{field}s"]


def ids_in_words(judged: JudgedFinding) -> str:
    """What a finding is about, by its ids; empty for the programme as a whole."""
    return BETWEEN_ENDS.join(judged.finding.ids)


def place_words(judged: JudgedFinding, lang: str) -> list[str]:
    """Where a finding stands, each place once; empty when the document has no places."""
    places = (
        place.as_sentence().in_language(lang)
        for place in judged.finding.places
    )
    return list(dict.fromkeys(places))


def level_words(judged: JudgedFinding, lang: str) -> str:
    """How bad a finding is, in the reader's language."""
    return judged.finding.severity.as_sentence().in_language(lang)


def result_title(result: AuditResult) -> str:
    """What a report of an audit is called: by its document, or by how many there are."""
    documents = result.documents
    if len(documents) == 1:
        sentence = Sentence("Audit of {name}", name=documents[0].name)
    else:
        sentence = Sentence("Audit of {n} documents", n=len(documents))
    return sentence.in_language(result.lang)
