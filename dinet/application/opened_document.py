"""One document as a command works on it: read once, mapped, redacted, and how it is to be drawn."""

import sys
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dinet.application.auditing.audit_network import (
    NO_WISHES,
    AuditWishes,
    Findings,
    audit_network,
    locate_in_file,
    rank_findings,
)
from dinet.application.files.folder_settings import settings_beside
from dinet.application.files.input_files import read_at_most, read_input_file
from dinet.application.read_document import (
    AccountedFile,
    MappingFile,
    read_located,
    read_mapping,
    read_with_account,
)
from dinet.layout.style.profile import Profile
from dinet.limits import current_limits
from dinet.model import Programme, clean_text
from dinet.native import DecodedFile
from dinet.network import Network

# the lists of names take longer to load than a small audit to run, and only --redact needs them
if TYPE_CHECKING:
    from dinet.application.auditing.own_rules import OwnRuleOutcome
    from dinet.application.measuring.measurement_files import MeasuredProgramme
    from dinet.interpret.account.document_account import Account
    from dinet.redaction.redact import RedactedProgramme

STANDARD_INPUT = "-"
STATED_FACTS = ("date", "organisation")
"""What the user may say of a programme when its document does not."""
_STEM = "stdin"
"""How a document that comes through the standard input is called, before its suffix."""


class OpenedDocument(NamedTuple):
    """A document and what the user wants of it.

    Args:
        given: The paths of all that the user gave; nothing is ever written over these.
        name: The document's name, without the names of people that are left out.
        decoded: What reading it gave: there findings on a file of dinet's own form are located.
        network: The programme that was read, mapped and redacted.
        lang: The language of what the user reads.
        profile: How pictures are drawn.
        digest: The SHA-256 of the document's bytes.
        redacted: What was left out; None when nothing was asked.
        data: The document's bytes.
        measured: The figures of files in its targets; None when none were given.
        account: What became of each word, as the document has it and with all names; None when
            that was not asked, or when the file is of dinet's own form.
    """

    given: tuple[str, ...]
    name: str
    decoded: DecodedFile
    network: Network
    lang: str
    profile: Profile
    digest: str
    redacted: "RedactedProgramme | None"
    data: bytes
    account: "Account | None" = None
    measured: "MeasuredProgramme | None" = None

    @property
    def programme(self) -> Programme:
        """What was read."""
        return self.network.programme


def open_document(
    document: str,
    lang: str | None = None,
    mapping: str | None = None,
    redact: Sequence[str] = (),
    *,
    accounted: bool = False,
    **wishes: Any,
) -> OpenedDocument:
    """Read a document, and do to it what the user asked before anything is told or written of it.

    Args:
        document: Its path, or ``-`` for the standard input: of a document there its bytes tell
            what kind it is.
        lang: The language of what the user reads; None for that of the document.
        mapping: A mapping file that says what the document leaves open; None for none.
        redact: Whose names are left out of all that follows, as ``--redact`` takes it.
        accounted: Keep what became of each word of the document.
        wishes: ``measurements``, the files of which the figures go into the targets; ``date``
            and ``organisation``, which hold in place of what the document says of itself; and
            for pictures, as ``picture_profile.build_profile`` takes them.

    Raises:
        DinetError: The document, the mapping or the list of names cannot be read, or a wish cannot
            be met.
    """
    measurements: Sequence[str] = wishes.pop("measurements", ())
    name, data = _read_bytes(document)
    form = read_mapping(mapping) if mapping else None
    decoded, account = _read_file(data, name, form, accounted=accounted)
    programme = decoded.programme
    measured = None
    if measurements:
        measured = _measure_programme(programme, measurements)
        programme = measured.programme
    lang = lang or programme.lang
    name = str(clean_text(name))
    redacted = (
        _redact_programme(programme, redact, lang, name) if redact else None
    )
    if redacted:
        programme = redacted.programme
        name = redacted.mask.mask_text(name)[0]
    network = Network(_state_facts(programme, wishes))
    profile = _build_profile(lang, name, wishes)
    if redacted:
        profile = profile._replace(answers=None)
    elif form:
        profile = profile._replace(answers=form.as_json())
    _check_drawn_ids(network, profile)
    forms = [mapping] if mapping else []
    given = (document, *forms, *measurements, *redact)
    return OpenedDocument(
        given,
        name,
        decoded,
        network,
        lang,
        profile,
        sha256(data).hexdigest(),
        redacted,
        data,
        account,
        measured,
    )


def redact_together(
    documents: Sequence[OpenedDocument], asked: Sequence[str]
) -> tuple[OpenedDocument, ...]:
    """Leave names out of versions that are shown beside each other.

    A person has one number in all of them, so that only another person is a change.

    Args:
        documents: The versions in the order of time, with all names.
        asked: Whose names are left out, as ``--redact`` takes it; they stay as they are when
            nothing is asked.
    """
    if not asked:
        return tuple(documents)
    programmes = [document.programme for document in documents]
    names = [document.name for document in documents]
    return tuple(
        _redact_version(document, asked, names, programmes)
        for document in documents
    )


def _redact_version(
    document: OpenedDocument,
    asked: Sequence[str],
    names: Sequence[str],
    programmes: Sequence[Programme],
) -> OpenedDocument:
    from dinet.application.publishing.redaction_wishes import read_wishes
    from dinet.redaction.redact import redact_programme

    redacted = redact_programme(
        document.programme,
        read_wishes(asked),
        document.lang,
        names,
        programmes,
    )
    name = redacted.mask.mask_text(document.name)[0]
    return document._replace(
        given=(*document.given, *asked),
        name=name,
        network=Network(redacted.programme),
        profile=document.profile._replace(source=name, answers=None),
        redacted=redacted,
    )


def _state_facts(
    programme: Programme, wishes: Mapping[str, str | None]
) -> Programme:
    """A programme of which the user says what the document does not say of itself."""
    stated = {fact: wishes.get(fact) for fact in STATED_FACTS}
    told = {fact: words for fact, words in stated.items() if words}
    if not told:
        return programme
    identity = programme.identity.model_copy(update=told)
    return programme.model_copy(update={"identity": identity})


def _measure_programme(
    programme: Programme, paths: Sequence[str]
) -> "MeasuredProgramme":
    # most documents come without measurements, and need not load what reads them
    from dinet.application.measuring.measurement_files import measure_programme

    return measure_programme(programme, paths)


def _read_file(
    data: bytes, name: str, form: MappingFile | None, *, accounted: bool
) -> AccountedFile:
    if accounted or form:
        return read_with_account(data, name, form=form)
    return AccountedFile(read_located(data, name), None)


def _read_bytes(document: str) -> tuple[str, bytes]:
    if document == STANDARD_INPUT:
        data = read_at_most(sys.stdin.buffer, current_limits().file)
        # only what comes through a pipe needs it
        from dinet.application.files.kind_of_bytes import (
            NATIVE_SUFFIX,
            suffix_of,
        )

        suffix = suffix_of(data)
        # the native format has no other name than its suffix
        name = suffix if suffix == NATIVE_SUFFIX else f"{_STEM}.{suffix}"
        return name, data
    return Path(document).name, read_input_file(document)


def _redact_programme(
    programme: Programme, asked: Sequence[str], lang: str, name: str
) -> "RedactedProgramme":
    from dinet.application.publishing.redaction_wishes import read_wishes
    from dinet.redaction.redact import redact_programme

    return redact_programme(programme, read_wishes(asked), lang, [name])


def _build_profile(lang: str, source: str, wishes: dict[str, Any]) -> Profile:
    if not wishes:
        return Profile(lang, source=source)
    # house styles and their logos take time that a command without pictures can spare
    from dinet.application.picture_profile import build_profile

    return build_profile(lang, source, wishes)


def _check_drawn_ids(network: Network, profile: Profile) -> None:
    """Say that there is no such element before anything is written."""
    for element_id in (profile.theme, profile.around):
        if element_id:
            _ = network[element_id]


def audit_document(
    opened: OpenedDocument,
    own: "Sequence[OwnRuleOutcome] | None" = None,
    wishes: AuditWishes = NO_WISHES,
    *,
    with_lines: bool = True,
) -> Findings:
    """What the rules say, those of one's own folder among them.

    Args:
        opened: The document.
        own: What the rules of one's own gave, where that is known already.
        wishes: Which rules apply, and on which date.
        with_lines: In a file of dinet's own form with the line or row.

    Raises:
        UsageError: The settings of the folder cannot be understood.
    """
    outcomes = own_outcomes(opened) if own is None else own
    findings = audit_network(opened.network, wishes)
    if outcomes:
        own_findings = (found for each in outcomes for found in each.findings)
        findings = rank_findings((*findings, *own_findings))
    if opened.given[0] == STANDARD_INPUT or not with_lines:
        return findings
    return locate_in_file(findings, opened.decoded, opened.name)


def own_outcomes(opened: OpenedDocument) -> "tuple[OwnRuleOutcome, ...]":
    """What each rule of one's own gave, in the order of the settings; empty without any.

    Raises:
        UsageError: The settings, or a question in them, cannot be understood.
    """
    settings = settings_beside(opened.given[0])
    if not settings.rules:
        return ()
    # most folders have no rules of their own, and need not load the language of questions
    from dinet.application.auditing.own_rules import apply_own_rules, own_rules

    return tuple(apply_own_rules(own_rules(settings), opened.network))
