"""What a target sentence says, as data for a program and in sentences for a person."""

from collections.abc import Iterable, Iterator, Mapping

from dinet.language import Sentence
from dinet.targets.gaps import Gap, GapKind
from dinet.targets.known_target import KnownTarget
from dinet.wording.target_sentence.result import (
    TargetAnalysis,
    TargetBaseline,
    TargetDeadline,
    TargetValue,
    TextSpan,
)

LETTER_WORDS = {
    "S": Sentence("Specific"),
    "M": Sentence("Measurable"),
    "A": Sentence("Acceptable"),
    "R": Sentence("Realistic"),
    "T": Sentence("Time-bound"),
}
VERDICT_WORDS = {
    "yes": Sentence("yes"),
    "partial": Sentence("partly"),
    "no": Sentence("no"),
    "stated": Sentence("agreed upon"),
    "supported": Sentence("can be judged"),
    "doubtful": Sentence("doubtful"),
    "unknown": Sentence("not shown"),
}
_WHY_NOT = {
    "empty": Sentence("This says nothing."),
    "past": Sentence("This only reports the past, and aims at nothing."),
    "process": Sentence(
        "This tells how things are done or measured, and aims at nothing."
    ),
}


def analysis_data(analysis: TargetAnalysis) -> dict[str, object]:
    """The analysis with plain values only; every part has its words and their place.

    Example:
        >>> from dinet.wording.target_sentence.analysis import analyse_target
        >>> data = analysis_data(analyse_target("In 2028 sport 60% van de jeugd."))
        >>> data["subject"], data["smart"]["T"]
        ('jeugd', {'verdict': 'yes', 'span': 'In 2028', 'start': 0, 'end': 7})
    """
    return {
        "read_to": analysis.read_to,
        "language": analysis.language,
        "is_target": analysis.is_target,
        "why_not": analysis.why_not,
        "values": [_value_data(value) for value in analysis.values],
        "direction": analysis.direction,
        "deadline": [_deadline_data(each) for each in analysis.deadlines],
        "baseline": [_baseline_data(each) for each in analysis.baselines],
        "source": [
            {"name": source.name, **_span_data(source.span)}
            for source in analysis.sources
        ],
        "subject": analysis.subject.words if analysis.subject else "",
        "vague": [span.words for span in analysis.vague],
        "smart": {
            letter: {"verdict": verdict.verdict, **_span_data(verdict.span)}
            for letter, verdict in analysis.verdicts.items()
            if verdict.verdict
        },
    }


def _span_data(span: TextSpan | None) -> dict[str, object]:
    if span is None:
        return {"span": None}
    return {"span": span.words, "start": span.start, "end": span.end}


def _value_data(value: TargetValue) -> dict[str, object]:
    number = value.value
    return {
        "value": list(number) if isinstance(number, tuple) else number,
        "unit": value.unit,
        "cmp": value.comparator,
        "kind": value.kind,
        **_span_data(value.span),
    }


def _deadline_data(deadline: TargetDeadline) -> dict[str, object]:
    return {
        "norm": deadline.norm,
        "kind": deadline.kind,
        **_span_data(deadline.span),
    }


def _baseline_data(baseline: TargetBaseline) -> dict[str, object]:
    return {
        "year": baseline.year,
        "value": baseline.value,
        "unit": baseline.unit,
        "ref": baseline.reference,
        **_span_data(baseline.span),
    }


def why_no_target(known: KnownTarget, lang: str) -> str:
    """Why a text is no target, in a sentence; empty for a target."""
    sentence = _WHY_NOT.get(known.analysis.why_not)
    if known.is_target or sentence is None:
        return ""
    return sentence.in_language(lang)


def how_far_read(analysis: TargetAnalysis, lang: str) -> str:
    """How much of a long text was read, in a sentence; empty when all of it was."""
    if not analysis.is_cut:
        return ""
    sentence = Sentence(
        "Only the first {read} of {whole} characters were read.",
        read=analysis.read_to,
        whole=len(analysis.text),
    )
    return sentence.in_language(lang)


def verdict_rows(
    known: KnownTarget, lang: str
) -> Iterator[tuple[str, str, str]]:
    """The name of each letter, its verdict in words, and the words it rests on; empty: on none."""
    for letter, verdict in known.verdicts.items():
        yield (
            LETTER_WORDS[letter].in_language(lang),
            VERDICT_WORDS[verdict.verdict].in_language(lang),
            verdict.origin.words if verdict.origin else "",
        )


_PART_WORDS = {
    "source": Sentence("source"),
    "value": Sentence("value"),
    "deadline": Sentence("deadline"),
    "start": Sentence("start"),
}


def beside_rows(
    beside: Mapping[str, str], lang: str
) -> Iterator[tuple[str, str]]:
    """The name of each part that is said beside the sentence, and its words."""
    for part, words in beside.items():
        yield _PART_WORDS[part].in_language(lang), words


_COMPLETIONS: dict[GapKind, tuple[str, ...]] = {
    "open": ("Say what “{words}” amounts to.",),
    "number": (
        "Name a number with its unit: … to at least … %, or … by … per year.",
    ),
    "comparative": (
        "Name a number with its unit: … to at least … %, or … by … per year.",
        "Say what “{words}” amounts to.",
    ),
    "deadline": ("Name a year: … by 20XX at the latest.",),
    "year": (
        "Name the year that “{words}” comes to: … by 20XX at the latest.",
    ),
    "start": (
        "Name where it starts: … (in 20XX this was …). Then the step can be judged.",
    ),
    "start_value": ("Name what it was in {words}: … ({words}: …)",),
    "source": (
        "Name where the figures come from: … (source: …). Without it nobody can check them.",
    ),
}
"""How to fill each gap; the sheet of targets says the same gaps in fewer words."""


def completion_sentences(gaps: Iterable[Gap]) -> Iterator[Sentence]:
    """How the target could be completed, in the order of its gaps; nothing when it is whole.

    Args:
        gaps: Of the target, as ``find_gaps`` gives them; of a text that is no target nothing is
            said.
    """
    for gap in gaps:
        if gap.kind == "group":
            yield _group_completion(gap.words)
        for sentence in _COMPLETIONS.get(gap.kind, ()):
            yield Sentence(sentence, words=gap.words)


def _group_completion(group: str) -> Sentence:
    if not group:
        return Sentence("Name who or what it is about: … of the …")
    return Sentence(
        "Name what changes for “{words}”, and in whom or where it can be seen.",
        words=group,
    )
