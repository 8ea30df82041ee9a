"""One document on its way through a command: read once, asked, written, reported."""

import gc
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from dinet.application import output_files
from dinet.cli import answer_lines, printing
from dinet.cli.cli_language import spoken
from dinet.cli.exit_status import message, tell
from dinet.errors import DinetError, OutputError
from dinet.finding import Finding, Severity
from dinet.language import Sentence
from dinet.layout.profile import Profile
from dinet.limits import limits
from dinet.model import Programme, clean
from dinet.network import Network
from dinet.plugins import folder
from dinet.report import reading_report
from dinet.verbs import audit, located, read, read_bytes, with_mapping, write

BUILT = {
    "html": ".html",
    "pdf": ".pdf",
    "png": ".png",
    "svg": ".svg",
    "docx": ".bijlage.docx",
    "pptx": ".presentatie.pptx",
    "report": ".rapport.pdf",
    "md": ".md",
    "yaml": ".din.yaml",
    "json": ".json",
}
"""What ``dinet build`` makes, and the ends of the files' names."""


class Work:
    """One document and what the user wants of it.

    Args:
        document: Its path, or ``-`` for the native YAML on the standard input.
        lang: The language of what the user reads; None for that of the document.
        mapping: A mapping file that says what the document leaves open; None for none.
        redact: Whose names are left out of all that follows, as ``--redact`` takes it; the log goes to the standard error.
        wishes: For pictures, as ``pictures.profile`` takes them.
    """

    def __init__(
        self, document: str, lang: str | None = None, mapping: str | None = None, redact: Sequence[str] = (), **wishes: Any
    ) -> None:
        self._given = [document, *([mapping] if mapping else []), *redact]
        gc.disable()  # thousands of small models that stay till the end: collecting finds nothing and takes half the time
        self.programme: Programme = _read(document, mapping)
        self.name = "din.yaml" if document == "-" else str(clean(Path(document).name))
        self.lang = lang or self.programme.lang
        if redact:
            self._redact(redact)
        self.network = Network(self.programme)
        self.profile = _profile(self.lang, self.name, wishes)
        for each in (self.profile.theme, self.profile.around):  # before anything is written
            _ = each and self.network[each]

    def _redact(self, asked: Sequence[str]) -> None:
        from dinet.application.redaction_wishes import log, wishes
        from dinet.redaction.redact import redacted

        made = redacted(self.programme, wishes(asked), self.lang, [self.name])
        self.programme, self.name = made.programme, made.mask.masked(self.name)[0]
        self._echo(log(made, self.lang), err=True)

    def findings(self) -> tuple[Finding, ...]:
        """What the rules say; in a file of dinet's own form with the line or row."""
        return located(audit(self.network), self._given[0], self.name)

    def _echo(self, lines: Iterable[str], *, err: bool = False) -> None:
        for line in lines:
            click.echo(clean(line), err=err)  # names files and paths do not come through the model

    def _put(self, data: bytes, target: str) -> None:
        """Write a result, but never over what the user gave."""
        if target != "-" and any(output_files.same(target, given) for given in self._given):
            what = Sentence("this is a file that you gave; dinet does not write over it.")
            raise OutputError(what, Sentence("Give another name, or another folder."), where=target)
        output_files.put(data, target)

    def build(self, folder_name: str) -> int:
        """Make every format; a format whose library is missing is named, and the others are still made."""
        findings = self.findings()
        self._echo(self._summary(findings))
        stem = output_files.stem_of(self.name)
        status = 0
        for name, suffix in BUILT.items():
            target = str(Path(folder_name) / f"{stem}{suffix}")
            try:
                self._put(write(self.network, findings, name, self.profile), target)
                self._echo([f"  {target}"])
            except DinetError as error:
                tell(f"  {target}: {message(error, self.lang, whole=_whole())}")
                status = max(status, error.status)
        return status

    def _summary(self, findings: tuple[Finding, ...]) -> Iterator[str]:
        lang, coverage = self.lang, self.network.coverage()
        yield printing.heading(self.name, self.network, lang)
        yield printing.coverage_line(coverage.goals, lang, of_goals=True)
        yield printing.coverage_line(coverage.targets, lang, of_goals=False)
        yield printing.finding_counts(findings, lang)
        yield Sentence(
            "{n} notes on how the document was read: see dinet read {name}", n=len(self.programme.notes), name=self.name
        ).said(lang)
        yield Sentence("Written:").said(lang)

    def read(self, target: str | None, form: str) -> int:
        """Report what was read; write the native file when one is asked for, and beside it a form for what is open."""
        if target:
            self._put(write(self.network, (), "yaml", self.profile), target)
        self._echo(reading_report.report(self.network, self.name, self.lang, form), err=target == "-")
        if target and target != "-":
            self._echo(self._ask(target))
        return 0

    def _ask(self, target: str) -> Iterator[str]:
        """Write the mapping file, unless nothing is open or one is there that may have been filled in."""
        from dinet.document.mapping import SUFFIX, form

        asked = form(self.programme)
        path = Path(target).with_name(output_files.stem_of(target) + SUFFIX)
        if asked and not path.exists():
            output_files.put(asked.encode(), str(path))
            yield ""
            yield Sentence("What the document leaves open can be filled in: {file}", file=str(path)).said(self.lang)

    def write(self, form: str, target: str) -> int:
        """Write one format."""
        self._put(write(self.network, self.findings(), form, self.profile), target)
        return 0

    def answer(self, question: str, ids: list[str], form: str) -> int:
        """Print the answer to a question."""
        found = getattr(self.network, question)(*ids)
        if form == "json":
            click.echo(answer_lines.data(found))
        elif question in ("coverage", "orphans"):
            self._echo(getattr(answer_lines, question)(self.network, found, self.lang))
        else:
            self._echo(getattr(answer_lines, question)(found, self.lang))
        return 0


def _profile(lang: str, source: str, wishes: dict[str, Any]) -> Profile:
    if not wishes:
        return Profile(lang, source=source)
    from dinet.application.picture_profile import profile

    return profile(lang, source, wishes)


def _whole() -> bool:
    """The user asked for all problems of a document."""
    return bool(click.get_current_context().meta.get("debug"))


def _read(document: str, mapping: str | None) -> Programme:
    programme = read_bytes(sys.stdin.buffer.read(limits().file + 1), "din.yaml") if document == "-" else read(document)
    return with_mapping(programme, mapping) if mapping else programme


def audited(documents: tuple[str, ...], lang: str | None, asked: Mapping[str, Any], *, form: str, fail_on: str) -> int:
    """Print the findings of documents; the status is the worst that any of them gives.

    A document that cannot be read is named, and the others are still audited.
    """
    status, reports = 0, []
    for document in documents:
        try:
            work = Work(document, lang, **asked)
        except DinetError as error:
            tell(message(error, lang or spoken(), whole=_whole()))
            status = max(status, error.status)
            continue
        findings = work.findings()
        status = max(status, _status(findings, fail_on))
        if form == "json":
            reports.append(_report(work, findings))
        else:
            _print(work, findings)
    if form == "json":
        click.echo(json.dumps(reports if len(documents) > 1 else reports[0] if reports else {}, ensure_ascii=False, indent=2))
    return status


def _status(findings: tuple[Finding, ...], fail_on: str) -> int:
    return int(fail_on != "never" and any(finding.severity >= Severity[fail_on.upper()] for finding in findings))


def _print(work: Work, findings: tuple[Finding, ...]) -> None:
    click.echo(printing.heading(work.name, work.network, work.lang))
    click.echo(printing.finding_counts(findings, work.lang))
    click.echo("")
    for line in printing.finding_lines(findings, work.lang):
        click.echo(line)


def _report(work: Work, findings: tuple[Finding, ...]) -> dict[str, object]:
    """The findings of one document as data."""
    coverage = work.network.coverage()
    return {
        "document": work.name,
        "rules": list(folder("rules").plugins),
        "coverage": {"goals": coverage.goals._asdict(), "targets": coverage.targets._asdict()},
        "findings": [
            {
                "code": finding.code,
                "rule": finding.rule,
                "severity": finding.severity.name.lower(),
                "elements": list(finding.ids),
                "message": finding.sentence.said(work.lang),
                "places": [place.model_dump(exclude_none=True) for place in finding.places],
            }
            for finding in findings
        ],
    }
