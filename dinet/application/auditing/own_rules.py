"""Rules of one's own: a kept question whose answers are findings, without any Python."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dinet.application.files.folder_settings import (
    BLANKS,
    FolderSettings,
    KeptRule,
)
from dinet.finding import Finding
from dinet.language import CountedSentence, Sentence
from dinet.model import Element
from dinet.network import Network
from dinet.question.answer import (
    judged_elements,
    missing_in,
    missing_names,
    name_elements,
)
from dinet.question.asked_question import Question
from dinet.question.parser import parse_question
from dinet.question.question_error import QuestionError
from dinet.question.words import QuestionWords
from dinet.report.reading.reading_doubts import ReadingDoubts
from dinet.wording.labels import KIND_NAMES


class OwnRule(NamedTuple):
    """A rule of one's own that was understood.

    Args:
        kept: As the file has it.
        question: Its question.
        file: The name of the file.
    """

    kept: KeptRule
    question: Question
    file: str


class OwnRuleOutcome(NamedTuple):
    """What a rule of one's own gave for one document.

    Args:
        rule: The rule.
        findings: Empty when nothing answers its question.
        missing: Why it could not be applied: what it names and the document does not have. Empty
            when it was applied.
        unsaid: Elements of which the document does not say whether they answer the question.
    """

    rule: OwnRule
    findings: tuple[Finding, ...] = ()
    missing: tuple[Sentence, ...] = ()
    unsaid: tuple[Element, ...] = ()


def own_rules(settings: FolderSettings) -> tuple[OwnRule, ...]:
    """The rules that a folder settles, in the order of its file.

    Raises:
        QuestionError: The question of one of them cannot be understood.
    """
    if not settings.rules:
        return ()
    words = QuestionWords()
    return tuple(
        OwnRule(kept, _parse_kept(kept, words, settings.file), settings.file)
        for kept in settings.rules
    )


def _parse_kept(kept: KeptRule, words: QuestionWords, file: str) -> Question:
    try:
        return parse_question(kept.question, words, "nl")
    except QuestionError as error:
        error.where = f"{file}, {kept.code}"
        raise


def apply_own_rules(
    rules: Iterable[OwnRule], network: Network
) -> Iterator[OwnRuleOutcome]:
    """What each rule gives for a network, in the order of the rules."""
    doubts = ReadingDoubts(network.programme)
    for rule in rules:
        missing = tuple(missing_names(network, rule.question))
        if missing:
            yield OwnRuleOutcome(rule, missing=missing)
            continue
        found, unsaid = judged_elements(network, rule.question)
        lost_in = missing_in(rule.question)
        findings = tuple(
            _finding_about(element, rule, doubts.doubt_about(element, lost_in))
            for element in found
        )
        yield OwnRuleOutcome(rule, findings, unsaid=unsaid)


def _finding_about(
    element: Element, rule: OwnRule, doubt: Sentence | None
) -> Finding:
    kept = rule.kept
    return Finding(
        kept.code,
        kept.code,
        kept.severity,
        element,
        _sentence_about(element, kept),
        doubt,
    )


def _sentence_about(element: Element, kept: KeptRule) -> Sentence:
    if not kept.sentence:
        return Sentence(
            "{id} answers the question of a rule of your own: {question}",
            id=element.id,
            question=kept.question,
        )
    blanks: dict[str, object] = {
        "id": element.id,
        "text": element.text,
        "kind": Sentence(KIND_NAMES[element.kind].one),
    }
    parts = re.split(r"\{(\w+)\}", kept.sentence)
    values = {
        f"part{number}": blanks[BLANKS[part]] if number % 2 else part
        for number, part in enumerate(parts)
    }
    # the words of the user stand in blanks: nothing in them is looked up or filled in
    return Sentence("".join(f"{{{name}}}" for name in values), **values)


def doubt_about(outcome: OwnRuleOutcome) -> Sentence | None:
    """What an audit does not tell by such a rule: why it was not applied, or of what it is unsaid.

    None when it was applied, and the document says enough for every element.
    """
    code = outcome.rule.kept.code
    if outcome.missing:
        return Sentence(
            "{code} was not applied: {why}", code=code, why=outcome.missing[0]
        )
    if not outcome.unsaid:
        return None
    return CountedSentence(
        "{code}: of {count} element the document does not say it: {ids}.",
        "{code}: of {count} elements the document does not say it: {ids}.",
        len(outcome.unsaid),
        code=code,
        ids=name_elements(outcome.unsaid),
    )
