"""What the page asks: read this, show that, make this file; it does as the commands do.

In ``dinet.html`` files stand in a folder that is memory. ``dinet open`` has the same desk work in a
process of its own, also on documents that stay where they are on disk. Every answer is a ``Reply``:
data for the page, and bytes where it asked for a file. What goes wrong is told in the words of the
command line.
"""

import json
import re
import traceback
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from dinet.application.auditing.audit_documents import (
    audit_opened,
    waivers_for,
)
from dinet.application.auditing.audit_network import NO_WISHES, Findings
from dinet.application.auditing.audit_policy import decide_policy
from dinet.application.auditing.write_audit import write_audit
from dinet.application.build_results import BUILT
from dinet.application.empty_programme import build_empty_programme
from dinet.application.files.files_beside import FilesBeside
from dinet.application.files.folder_settings import settings_beside
from dinet.application.files.output_files import safe_stem
from dinet.application.opened_document import (
    OpenedDocument,
    audit_document,
    open_document,
)
from dinet.application.page_profile import profile_for_form
from dinet.application.publishing.redaction_wishes import NAMES
from dinet.application.save_reading import reading_page
from dinet.application.write_network import write_network
from dinet.errors import DinetError
from dinet.interpret.mapping.mapping_form import MAPPING_SUFFIX, mapping_form
from dinet.language import Sentence, translate_words, use_other_words
from dinet.limits import parse_limits, use_limits
from dinet.model import Unread
from dinet.onefile.dropped_settings import DroppedSettings, plain_name
from dinet.onefile.form_questions import (
    fill_form,
    form_questions,
    id_choices,
    shape_choices,
)
from dinet.onefile.handed_in import AnswerNeededError, HandedIn
from dinet.onefile.said_here import words_said_here
from dinet.plugins import plugin_folder
from dinet.report.findings.audit_result import AuditResult
from dinet.report.reading.reading_report import reading_data
from dinet.report.reading.told_notes import UNREAD_REASONS, own_notes
from dinet.report.sentences import (
    place_in_words,
    programme_overview,
    words_read_sentence,
)
from dinet.wording.deadlines import day_of_reference
from dinet.writers.office.archive import pack_archive

NEVER_HERE = (
    "council",
    "council_pptx",
    "council_zip",
    "pdf",
    "pptx",
    "pyvis",
    "report",
    "woo",
)
"""The writers that need a program or library which a browser does not have.

That of ``pdf`` typesets with typst, which has no Pyodide, or draws with Graphviz; the page says how
to print to PDF.
"""
AUDIT_FORMATS = {"html": ".html", "xlsx": ".xlsx", "md": ".md"}
"""Of a result of an audit; the others are for machines that follow a version."""
PORTFOLIO_NAMES = ("portfolio.html", "portfolio.docx", "portfolio.xlsx")
"""What can be saved of all documents together: those that people read."""
_LIMIT_OPTION = re.compile(r"--limit (\S+=\S+)")
"""How the command line has a limit set."""
_SAVING = frozenset(
    ("make_output", "make_archive", "make_portfolio", "save_beside")
)
"""Calls for files, in which dinet says what it says everywhere."""
_SHOWN = "shown"
"""The page of a network as it is shown here, and not as it is saved."""


class Reply(NamedTuple):
    """What the page hears.

    Args:
        data: Something that is JSON, or an ``error`` in words.
        file: The bytes that it asked for; empty for none.
        name: What the file may be called.
    """

    data: Mapping[str, Any]
    file: bytes = b""
    name: str = ""


class DeskDocument(NamedTuple):
    """A document that lies on the desk.

    Args:
        opened: What was read of it.
        findings: What the rules found.
        form: The form for what it leaves open; empty when nothing is.
    """

    opened: OpenedDocument
    findings: Findings
    form: str


class Desk:
    """All documents that lie on the desk, by a key that the page gives.

    Args:
        folder: Where their files stand while it lives.
        given: Documents that stay where they are on disk, by the keys that the page has for them.
        installed: Programs and libraries of this machine are there to use; else only the page can
            do what they do.
    """

    def __init__(
        self,
        folder: Path,
        given: Mapping[str, Path] = MappingProxyType({}),
        *,
        installed: bool = False,
    ) -> None:
        self._folder = folder
        self._given = given
        self._beside = FilesBeside(given.values())
        self._installed = installed
        self._documents: dict[str, DeskDocument] = {}
        self._outputs: dict[str, dict[str, bytes]] = {}
        self._settings = DroppedSettings(folder / "settings")
        self.handed_in = HandedIn()

    def answer_call(
        self, method: str, arguments: Mapping[str, Any], data: bytes = b""
    ) -> Reply:
        """What a method answers; never raises.

        Args:
            method: The name of one of the methods of ``_CALLS``.
            arguments: As the method takes them, with ``lang``, and ``limits`` as ``--limit`` takes
                them, with spaces between.
            data: The bytes of a file that is handed over.
        """
        lang = str(arguments.get("lang", "nl"))
        words = words_said_here(installed=self._installed)
        try:
            limits = parse_limits(str(arguments.get("limits", "")).split())
            with ExitStack() as stack:
                stack.enter_context(use_limits(limits))
                stack.enter_context(self._in_use())
                if method not in _SAVING:
                    stack.enter_context(use_other_words(words))
                reply = _CALLS[method](self, arguments, data)
        except AnswerNeededError:
            return Reply({"wanted": self.handed_in.wanted})
        except DinetError as error:
            with use_other_words(words):
                told = error.in_language(lang)
            return Reply({"error": told_here(told, lang)})
        except Exception as error:  # noqa: BLE001 (the page lives on, and tells it)
            lines = traceback.format_exception(error)
            return Reply({"defect": "".join(lines[-8:])})
        if self.handed_in.wanted:
            return Reply({"wanted": self.handed_in.wanted})
        return reply

    def _in_use(self) -> AbstractContextManager[None]:
        return nullcontext() if self._installed else self.handed_in.in_use()

    def read_document(
        self, arguments: Mapping[str, Any], data: bytes
    ) -> Reply:
        """Read a document, and tell of it.

        Args:
            arguments: ``key``, ``name``, ``lang``; ``redact`` to leave out names of people;
                ``mapping``, a filled-in form, or empty.
            data: Its bytes; empty for those that it had before, and for one that is on disk.
        """
        key, lang = _key_in(arguments), str(arguments["lang"])
        path = self._given.get(key)
        if path is None:
            path = self._take_file(key, str(arguments["name"]), data)
        mapping = self._write_mapping(
            key, path.name, str(arguments.get("mapping", ""))
        )
        opened = open_document(
            str(path),
            lang,
            mapping,
            [NAMES] if arguments.get("redact") else [],
            accounted=True,
        )
        findings = audit_document(opened)
        form = self._form_for(key, opened, answered=bool(mapping))
        self._documents[key] = DeskDocument(opened, findings, form)
        self._outputs[key] = {}
        self.handed_in.forget_answers()
        return Reply(_told_of_document(self._documents[key]))

    def _take_file(self, key: str, name: str, data: bytes) -> Path:
        """Where a document stands: its name stays, as far as it is one name."""
        path = self._folder / key / plain_name(name)
        if data or not path.is_file():  # an empty file is one too
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        self._settings.lay_beside(path.parent)
        return path

    def _write_mapping(self, key: str, name: str, form: str) -> str | None:
        """Never beside a document on disk, where the form of somebody may be."""
        if not form:
            return None
        file = self._folder / key / (safe_stem(name) + MAPPING_SUFFIX)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(form, encoding="utf-8")
        return str(file)

    def _form_for(
        self, key: str, opened: OpenedDocument, *, answered: bool
    ) -> str:
        """The form with all questions, also those that are answered by now."""
        before = self._documents.get(key)
        if answered and before:
            return before.form
        return mapping_form(opened.programme) or ""

    def _document_of(self, arguments: Mapping[str, Any]) -> DeskDocument:
        return self._documents[str(arguments["key"])]

    def close_document(self, arguments: Mapping[str, Any], _: bytes) -> Reply:
        """Take a document off the desk, with all that was made of it."""
        key = _key_in(arguments)
        self._documents.pop(key, None)
        self._outputs.pop(key, None)
        for file in (self._folder / key).glob("*"):
            file.unlink()
        return Reply({})

    def show_view(self, arguments: Mapping[str, Any], _: bytes) -> Reply:
        """A page to look at: ``network``, ``reading``, ``audit``, ``compare`` or ``portfolio``.

        To compare, ``other`` is the key of the document that was before; a portfolio is of all.
        """
        document = self._document_of(arguments)
        view = str(arguments["view"])
        if view == "reading":
            return Reply({}, reading_page(document.opened).encode())
        if view == "compare":
            other = self._document_of({"key": arguments["other"]})
            return Reply({}, compare_page(other.opened, document.opened))
        if view == "audit":
            return Reply({}, _audit_bytes(document.opened, "html"))
        if view == "portfolio":
            lang = str(arguments["lang"])
            return Reply({}, self._portfolio_file("portfolio.html", lang))
        return Reply({}, self._output_of(arguments, _SHOWN))

    def make_portfolio(self, arguments: Mapping[str, Any], _: bytes) -> Reply:
        """A file about all documents on the desk: ``name`` is one of ``list_formats``."""
        name, lang = str(arguments["name"]), str(arguments["lang"])
        return Reply({}, self._portfolio_file(name, lang), name)

    def _portfolio_file(self, name: str, lang: str) -> bytes:
        # a desk with one document does not need it
        from dinet.application.read_portfolio import study_opened
        from dinet.application.write_portfolio import PORTFOLIO_FILES

        documents = [each.opened for each in self._documents.values()]
        return PORTFOLIO_FILES[name](study_opened(documents, lang))

    def take_setting(self, arguments: Mapping[str, Any], data: bytes) -> Reply:
        """Keep a file that says how documents are audited or drawn, as ``DroppedSettings`` says.

        Documents are audited by it when they are read again.
        """
        use = self._settings.take_file(str(arguments["name"]), data)
        self._outputs = {key: {} for key in self._documents}
        return Reply({"use": use})

    def drop_settings(self, _: Mapping[str, Any], __: bytes) -> Reply:
        """Forget all that was taken so."""
        folders = [self._folder / key for key in self._documents]
        self._settings.forget_all(folders)
        self._outputs = {key: {} for key in self._documents}
        return Reply({})

    def make_output(self, arguments: Mapping[str, Any], _: bytes) -> Reply:
        """A file of a format: that of a writer, or ``audit-`` and one of an audit."""
        form = str(arguments["form"])
        document = self._document_of(arguments)
        data = self._output_of(arguments, form)
        return Reply({}, data, _file_name(document.opened.name, form))

    def save_beside(self, arguments: Mapping[str, Any], _: bytes) -> Reply:
        """Write a file beside its document on disk, and tell where.

        It is that of a ``form``, as ``make_output`` has it, or with ``answers`` the filled-in form.
        """
        document = self._given[_key_in(arguments)]
        if "answers" in arguments:
            data, suffix = self.fill_form(arguments, b"").file, MAPPING_SUFFIX
        else:
            form = str(arguments["form"])
            data, suffix = self._output_of(arguments, form), _suffix_of(form)
        target = self._beside.write_beside(data, document, suffix)
        return Reply({"written": str(target)})

    def _output_of(self, arguments: Mapping[str, Any], form: str) -> bytes:
        key = str(arguments["key"])
        document, kept = self._documents[key], self._outputs[key]
        if form not in kept:
            data = self._make_bytes(document, form)
            if self.handed_in.wanted:  # a picture in it is still empty
                return data
            kept[form] = data
        return kept[form]

    def _make_bytes(self, document: DeskDocument, form: str) -> bytes:
        opened = document.opened
        if form.startswith("audit-"):
            return _audit_bytes(opened, form.removeprefix("audit-"))
        written = "html" if form == _SHOWN else form
        profile = profile_for_form(opened, written)
        # the policy of the page around it knows the usual styles alone
        if self._settings.style and form != _SHOWN:
            profile = profile._replace(style=self._settings.style)
        findings = document.findings
        return write_network(opened.network, findings, written, profile)

    def make_archive(self, arguments: Mapping[str, Any], _: bytes) -> Reply:
        """All files of the formats in ``forms``, as a ZIP: the same bytes for the same files."""
        opened = self._document_of(arguments).opened
        files = {
            _file_name(opened.name, form): self._output_of(arguments, form)
            for form in arguments["forms"]
        }
        stated = opened.programme.identity.date or ""
        packed = pack_archive(files, day_of_reference(stated))
        return Reply({}, packed, f"{safe_stem(opened.name)}.zip")

    def fill_form(self, arguments: Mapping[str, Any], _: bytes) -> Reply:
        """The form with the ``answers``, by the number of a line, as text."""
        document = self._document_of(arguments)
        answers = {
            int(line): list(map(str, values))
            for line, values in arguments["answers"].items()
        }
        filled = fill_form(document.form, answers)
        name = safe_stem(document.opened.name) + MAPPING_SUFFIX
        return Reply({"form": filled, "name": name}, filled.encode(), name)

    def make_empty(self, arguments: Mapping[str, Any], _: bytes) -> Reply:
        """An empty programme to fill in, as a workbook."""
        lang = str(arguments["lang"])
        name = translate_words("programme to fill in", lang)
        return Reply({}, build_empty_programme("xlsx", lang), f"{name}.xlsx")

    def list_formats(self, arguments: Mapping[str, Any], _: bytes) -> Reply:
        """What is read and written, and what only an installed dinet writes."""
        lang = str(arguments["lang"])
        readers = plugin_folder("readers").plugins.values()
        suffixes = sorted({end for each in readers for end in each.suffixes})
        never = () if self._installed else NEVER_HERE
        outputs = list_outputs(lang, never)
        return Reply(
            {
                "reads": suffixes,
                "outputs": outputs,
                "portfolio": PORTFOLIO_NAMES,
            }
        )


_CALLS: dict[str, Callable[[Desk, Mapping[str, Any], bytes], Reply]] = {
    "read_document": Desk.read_document,
    "close_document": Desk.close_document,
    "show_view": Desk.show_view,
    "make_portfolio": Desk.make_portfolio,
    "take_setting": Desk.take_setting,
    "drop_settings": Desk.drop_settings,
    "make_output": Desk.make_output,
    "save_beside": Desk.save_beside,
    "make_archive": Desk.make_archive,
    "fill_form": Desk.fill_form,
    "list_formats": Desk.list_formats,
    "make_empty": Desk.make_empty,
}


def told_here(text: str, lang: str) -> str:
    """What the command line says, for people who have a page instead.

    Args:
        text: Of an error.
        lang: Its language.

    Example:
        >>> told_here("If it must be read: --limit pdf-seconds=120", "en")
        'If it must be read: pdf-seconds=120 under Settings, other limits'
    """
    return _LIMIT_OPTION.sub(
        lambda option: Sentence(
            "{limit} under Settings, other limits", limit=option[1]
        ).in_language(lang),
        text,
    )


def _key_in(arguments: Mapping[str, Any]) -> str:
    """The key of a document, which names a folder: one that would lead elsewhere is a defect."""
    key = str(arguments["key"])
    if not key.isalnum():
        raise ValueError(key)
    return key


def _told_of_document(document: DeskDocument) -> dict[str, Any]:
    """What the page shows beside the network."""
    opened = document.opened
    lang = opened.lang
    *overview, _ = programme_overview(
        opened.name, opened.network, document.findings, lang
    )
    told: dict[str, Any] = {
        "name": opened.name,
        "stem": safe_stem(opened.name),
        "overview": overview,
        "words": "",
        "notes": _told_notes(opened, lang),
        "unread": _told_unread(opened, lang),
        **_told_form(document),
        "audits": [f"audit-{form}" for form in AUDIT_FORMATS],
        "digest": opened.digest,
    }
    if opened.account is not None:
        whole, read = opened.account.count_words()
        told["words"] = words_read_sentence(read, whole).in_language(lang)
    return told


def _told_form(document: DeskDocument) -> dict[str, Any]:
    """The form for what the document leaves open, and what its questions can be answered with."""
    opened = document.opened
    return {
        "form": document.form,
        "questions": [
            each._asdict() for each in form_questions(document.form)
        ],
        "ids": id_choices(opened.programme),
        "shapes": shape_choices(opened.lang),
    }


def _told_notes(opened: OpenedDocument, lang: str) -> list[dict[str, str]]:
    """The notes on the reading, without those that only name a text that is left unread."""
    kept = {id(note) for note in own_notes(opened.programme)}
    stated = reading_data(opened.network, opened.name, lang)["notes"]
    assert isinstance(stated, list)  # noqa: S101 (a list of JSON)
    return [
        {"text": told["message"], "place": told["place"]}
        for note, told in zip(opened.programme.notes, stated, strict=True)
        if id(note) in kept
    ]


def _told_unread(opened: OpenedDocument, lang: str) -> list[dict[str, str]]:
    return [_told_text(unread, lang) for unread in opened.programme.unread]


def _told_text(unread: Unread, lang: str) -> dict[str, str]:
    """A text that is nowhere in the programme."""
    return {
        "text": unread.text,
        "place": place_in_words(unread.place, lang),
        "reason": translate_words(UNREAD_REASONS[unread.reason], lang),
    }


def list_outputs(
    lang: str, never: Collection[str] = NEVER_HERE
) -> list[dict[str, Any]]:
    """Every format that is written: first those of ``dinet build``, then the others by name.

    Args:
        lang: Of what is told of each.
        never: Formats that cannot be made here.
    """
    writers = plugin_folder("writers").plugins
    others = (name for name in sorted(writers) if name not in BUILT)
    return [
        _told_output(name, writers[name].summary, lang, here=name not in never)
        for name in (*BUILT, *others)
    ]


def _told_output(
    name: str, summary: str, lang: str, *, here: bool
) -> dict[str, Any]:
    return {
        "form": name,
        "suffix": _suffix_of(name),
        "summary": translate_words(summary, lang),
        "here": here,
        "usual": name in BUILT,
    }


def _suffix_of(form: str) -> str:
    if form.startswith("audit-"):
        return f".controle{AUDIT_FORMATS[form.removeprefix('audit-')]}"
    if form in BUILT:
        return BUILT[form]
    return plugin_folder("writers").plugins[form].suffixes[0]


def _file_name(document: str, form: str) -> str:
    """What a file is called, as ``dinet build`` calls it."""
    return safe_stem(document) + _suffix_of(form)


def _audit_bytes(opened: OpenedDocument, form: str) -> bytes:
    """The result of the audit of one document, as ``dinet audit`` tells it."""
    from dinet import __version__

    settings = settings_beside(opened.given[0])
    policy = decide_policy(NO_WISHES, settings)
    waivers = waivers_for(opened, settings)
    audit = audit_opened(opened, policy, waivers)._replace(path=opened.name)
    return write_audit(AuditResult((audit,), __version__, opened.lang), form)


def compare_page(old: OpenedDocument, new: OpenedDocument) -> bytes:
    """What differs between two documents as a page, as ``dinet compare`` tells it."""
    # a desk with one document does not need it
    from dinet.application.comparing.audited_versions import (
        with_changed_findings,
    )
    from dinet.report.versions.version_page import version_page
    from dinet.versions.version_comparison import compare_versions

    comparison = compare_versions(old.network, new.network, {})
    comparison = with_changed_findings(comparison, old, new)
    return version_page(comparison, old.name, new.name, new.lang).encode()


def audit_page(opened: OpenedDocument) -> str:
    """The result of the audit of one document as a page."""
    return _audit_bytes(opened, "html").decode()


def answer_page(desk: Desk, call: str, data: bytes = b"") -> tuple[str, bytes]:
    """What the page hears on a call in JSON: JSON, and the bytes of a file.

    Args:
        desk: Where documents lie.
        call: ``method`` and ``arguments``; or ``answer`` with the key of what was wanted, and
            perhaps a ``failure``.
        data: The bytes that go with it.
    """
    asked = json.loads(call)
    if "answer" in asked:
        desk.handed_in.take_answer(asked["answer"], data, asked["failure"])
        return "{}", b""
    reply = desk.answer_call(asked["method"], asked["arguments"], data)
    told = {**reply.data, "name": reply.data.get("name", reply.name)}
    return json.dumps(told, ensure_ascii=False), reply.file
