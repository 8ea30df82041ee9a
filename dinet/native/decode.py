"""From a tree to a Programme: what each key holds, and a message for each thing that is wrong."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from dinet.language import LANGUAGES, Sentence
from dinet.model import ELEMENT_OF, Kind, Place, Programme
from dinet.native import keys, typing_errors
from dinet.native.field_texts import complete_parts
from dinet.native.keys import (
    NativeKey,
    ValueShape,
    keys_by_word,
    names_by_word,
)
from dinet.native.naming import (
    Entry,
    ModelFields,
    PendingLink,
    resolve_entries,
)
from dinet.native.problems import ProblemReport
from dinet.native.tree import (
    CellMark,
    Fields,
    LeftOpen,
    MarkedText,
    Series,
    SourceMark,
    Value,
    values_of,
)
from dinet.native.values import ValueReader

_KINDS: dict[str, Kind] = {str(kind): kind for kind in ELEMENT_OF}
_TOP = keys_by_word(
    (
        keys.VERSION,
        keys.DOCUMENT,
        *keys.IDENTITY,
        *keys.KIND_KEYS,
        keys.LINKS,
        keys.NOTES,
        keys.UNREAD,
        keys.WAIVERS,
    )
)
_ELEMENT = keys_by_word((*keys.ELEMENT, *keys.KIND_KEYS))
_EVIDENCE_KEYS = (keys.BASIS, keys.WEIGHT, keys.AGREED, keys.PLACES)
_SEE = keys_by_word((keys.SEE, *_EVIDENCE_KEYS))
_PENDING_LINK = keys_by_word((keys.END, *_EVIDENCE_KEYS))
_LINK = keys_by_word(keys.LINK)
_NOTE = keys_by_word(keys.NOTE)
_UNREAD = keys_by_word(keys.UNREAD_TEXT)
_WAIVER = keys_by_word(keys.WAIVER)
_REASONS = names_by_word(keys.REASONS)
_LEVELS = names_by_word(keys.LEVELS)
_LINK_KINDS = names_by_word(keys.LINK_KINDS)
_TEXT_NEEDED = Sentence(
    "Add the key “tekst”; or, if this is a text with a colon, put double quotes around it."
)
_TEXT_NEEDED_IN_ROW = Sentence(
    "Fill in the column “tekst” in this row, or empty the whole row."
)
_LANGUAGES = {language: language for language in LANGUAGES}


class DecodedFile(NamedTuple):
    """What a whole file of dinet's own form holds: what reading it once gives.

    Places that a person reads stand in the file itself; a line or row would be wrong after the
    next change, so it is no part of the programme.

    Args:
        programme: The programme.
        marks: Where in the file each element begins, by id.
    """

    programme: Programme
    marks: Mapping[str, SourceMark]

    def place_of(self, element_id: str, file: str) -> Place | None:
        """Where an element begins, as a person finds it: a line, or a row of a sheet.

        Args:
            element_id: None comes back when no element of the file has it.
            file: How the file is called in the place.
        """
        mark = self.marks.get(element_id)
        return None if mark is None else ProblemReport(file).place_of(mark)


def decode_file(tree: Value, report: ProblemReport) -> DecodedFile:
    """The programme that a tree holds, and where its elements begin.

    Args:
        tree: The whole file.
        report: Named after the file; problems and notes that it holds already count too.

    Raises:
        DocumentError: The file cannot be a programme; the message lists all that is wrong.
    """
    decoder = _Decoder(report)
    programme = decoder.decode_tree(tree)
    marks = {
        entry.id: entry.mark
        for entry in reversed(decoder.entries)
        if entry.referred_id is None
    }
    return DecodedFile(programme, marks)


class _Decoder:
    """Reads one tree, part by part; what is wrong goes into the report.

    Elements are kept as entries until all have been read: only then is it known which words are
    a reference and which ids are free.
    """

    def __init__(self, report: ProblemReport) -> None:
        self.report = report
        self.values = ValueReader(report)
        self.entries: list[Entry] = []
        self.identity: ModelFields = {}
        self.links: list[ModelFields] = []
        self.notes: list[ModelFields] = []
        self.unread: list[ModelFields] = []
        self.waivers: list[ModelFields] = []
        self.read_by_shape: dict[
            ValueShape, Callable[[Entry, NativeKey, Value], None]
        ] = {
            "text": self._read_text,
            "texts": self._read_texts,
            "level": self._read_level,
            "aim": self._read_aim,
            "link": self._read_links,
            "elements": self._read_elements_under,
            "planning": self._read_planning,
            "places": self._read_places,
            "parts": self._read_parts,
            "extra": self._read_extra,
        }

    def decode_tree(self, tree: Value) -> Programme:
        """The programme in a whole tree; raises when there was any problem."""
        top = self.values.read_fields(tree, _TOP) or Fields()
        self._name_default_file(top)
        for key, _, value in self.values.known_keys(top, _TOP):
            self._decode_part(key, value)
        self.report.raise_problems()
        elements, links = resolve_entries(self.entries, self.report)
        lang = str(self.identity.get("lang", "nl"))
        return Programme.model_validate(
            {
                "identity": self.identity,
                "elements": elements,
                "links": [*links, *self.links],
                "notes": [*self.notes, *self.report.notes_in_language(lang)],
                "unread": self.unread,
                "waivers": self.waivers,
            }
        )

    def _name_default_file(self, top: Fields) -> None:
        """Places that name no file stand in the document that the tree names, or in this file."""
        named = top.get(MarkedText(keys.DOCUMENT.nl), LeftOpen())
        file = self.values.read_text(named)
        self.values.file = self.report.name if file is None else file

    def _decode_part(self, key: NativeKey, value: Value) -> None:
        """What stands behind one key of the top; the document's name has been read before."""
        if key.shape == "elements":
            self._decode_elements(_KINDS[key.field], value, None)
        elif key is keys.LINKS:
            links = map(self._decode_link, values_of(value))
            self.links += filter(None, links)
        elif key is keys.NOTES:
            notes = map(self._decode_note, values_of(value))
            self.notes += filter(None, notes)
        elif key is keys.UNREAD:
            unread = map(self._decode_unread, values_of(value))
            self.unread += filter(None, unread)
        elif key is keys.WAIVERS:
            waivers = map(self._decode_waiver, values_of(value))
            self.waivers += filter(None, waivers)
        elif key is keys.VERSION:
            self._check_version(value)
        elif key.field == "lang":
            self.identity["lang"] = (
                self.values.read_choice(value, _LANGUAGES) or "nl"
            )
        elif key is not keys.DOCUMENT:
            self._set_once(
                self.identity, key, self.values.read_text(value), value
            )

    def _check_version(self, value: Value) -> None:
        if self.values.read_text(value) not in ("1", None):
            self.report.add_problem(
                value.mark,
                Sentence("this dinet reads version 1 of its own format."),
            )

    def _set_once(
        self,
        fields: ModelFields,
        key: NativeKey,
        read_value: object,
        value: Value,
    ) -> None:
        """Set a field of the model to what was read; a second value for it is a problem."""
        if key.field in fields:
            self.report.add_problem(
                value.mark,
                Sentence("“{key}” has been given already.", key=key.nl),
            )
        if read_value is not None:
            fields[key.field] = read_value

    # elements

    def _decode_elements(
        self, kind: Kind, value: Value, above: Entry | None
    ) -> None:
        """The elements of a list: those of the top, or those under another element."""
        # "-Bouwen" is a text to YAML; whoever writes it under a kind of element meant a list
        if isinstance(value, MarkedText) and value.startswith("-"):
            self.report.add_problem(
                value.mark,
                Sentence("a list is expected here."),
                typing_errors.SPACE_AFTER_DASH,
            )
        for member in values_of(value):
            if isinstance(member, Series):
                self.report.add_problem(
                    member.mark, Sentence("a list stands in a list here.")
                )
            elif isinstance(member, MarkedText):
                self._add_bare_words(Entry(kind, member.mark, above), member)
            elif keys.SEE.nl in member or keys.SEE.en in member:
                self._add_reference(Entry(kind, member.mark, above), member)
            else:
                self._add_element(Entry(kind, member.mark, above), member)

    def _add_bare_words(self, entry: Entry, words: MarkedText) -> None:
        entry.values["text"] = str(words)
        entry.is_bare_words = True
        self.entries.append(entry)

    def _add_reference(self, entry: Entry, fields: Fields) -> None:
        if entry.above is None:
            self.report.add_problem(
                entry.mark,
                Sentence(
                    "“zie” has a meaning only in a list under another element."
                ),
            )
        for key, _, value in self.values.known_keys(fields, _SEE):
            if key is keys.SEE:
                entry.referred_id = self.values.read_text(value) or ""
        entry.evidence = self.values.read_evidence(fields)
        self.entries.append(entry)

    def _add_element(self, entry: Entry, fields: Fields) -> None:
        self.entries.append(entry)
        read_by_shape = self.read_by_shape
        known_count = 0
        for key, _, value in self.values.known_keys(fields, _ELEMENT):
            read_by_shape[key.shape](entry, key, value)
            known_count += 1
        complete_parts(entry.values)
        # an unknown key has been reported and is most likely the text with a colon in it
        if "text" not in entry.values and known_count == len(fields):
            self._report_missing_text(entry)

    def _report_missing_text(self, entry: Entry) -> None:
        self.report.add_problem(
            entry.mark,
            Sentence("this element has no text."),
            _TEXT_NEEDED_IN_ROW
            if isinstance(entry.mark, CellMark)
            else _TEXT_NEEDED,
        )

    def _read_elements_under(
        self, entry: Entry, key: NativeKey, value: Value
    ) -> None:
        self._decode_elements(_KINDS[key.field], value, entry)

    def _read_text(self, entry: Entry, key: NativeKey, value: Value) -> None:
        self._set_once(entry.values, key, self.values.read_text(value), value)

    def _read_texts(self, entry: Entry, key: NativeKey, value: Value) -> None:
        self._set_once(entry.values, key, self.values.read_texts(value), value)

    def _read_level(self, entry: Entry, key: NativeKey, value: Value) -> None:
        if entry.kind != "goal":
            self.report.add_problem(
                value.mark,
                Sentence("“{key}” belongs to goals only.", key=key.nl),
            )
            return
        level = self.values.read_choice(value, _LEVELS)
        self._set_once(entry.values, key, level, value)

    def _read_aim(self, entry: Entry, key: NativeKey, value: Value) -> None:
        if entry.kind != "target":
            self.report.add_problem(
                value.mark,
                Sentence("“{key}” belongs to targets only.", key=key.nl),
            )
            return
        aim = entry.values.setdefault("target", {})
        self._set_once(aim, key, self.values.read_text(value), value)

    def _read_planning(
        self, entry: Entry, key: NativeKey, value: Value
    ) -> None:
        self._set_once(entry.values, key, self.values.read_steps(value), value)

    def _read_places(self, entry: Entry, key: NativeKey, value: Value) -> None:
        self._set_once(
            entry.values, key, self.values.read_places(value), value
        )

    def _read_parts(self, entry: Entry, key: NativeKey, value: Value) -> None:
        if key.field == "measurements" and entry.kind != "target":
            self.report.add_problem(
                value.mark,
                Sentence("“{key}” belongs to targets only.", key=key.nl),
            )
            return
        parts = self.values.read_parts(value, key)
        self._set_once(entry.values, key, parts, value)

    def _read_extra(self, entry: Entry, key: NativeKey, value: Value) -> None:
        extra = self.values.read_extra(value)
        self._set_once(entry.values, key, extra, value)

    # links and notes

    def _read_links(self, entry: Entry, key: NativeKey, value: Value) -> None:
        for link in values_of(value):
            if isinstance(link, MarkedText):
                entry.pending_links.append(
                    PendingLink(key.field, str(link), {})
                )
                continue
            fields = self.values.read_fields(link, _PENDING_LINK)
            if fields is not None:
                entry.pending_links.append(
                    self._decode_pending_link(key, fields)
                )

    def _decode_pending_link(
        self, link_key: NativeKey, fields: Fields
    ) -> PendingLink:
        """A link that is written with its evidence: ``{naar: D1, grond: zelfde rij}``."""
        link: ModelFields = {}
        for key, _, value in self.values.known_keys(fields, _PENDING_LINK):
            if key is keys.END:
                link["end"] = self.values.read_text(value)
        self._require_keys(fields, link, (keys.END,))
        evidence = self.values.read_evidence(fields)
        return PendingLink(link_key.field, link.get("end") or "", evidence)

    def _decode_link(self, value: Value) -> ModelFields | None:
        """A link of the list of links, which names both its ends; None when it is no link."""
        fields = self.values.read_fields(value, _LINK)
        if fields is None:
            return None
        link: ModelFields = self.values.read_evidence(fields)
        for key, _, part in self.values.known_keys(fields, _LINK):
            if key.field == "kind":
                link["kind"] = self.values.read_choice(part, _LINK_KINDS)
            elif key.field in ("start", "end"):
                link[key.field] = self.values.read_text(part)
        start, kind, end, *_ = keys.LINK
        self._require_keys(fields, link, (start, kind, end))
        return link

    def _decode_note(self, value: Value) -> ModelFields | None:
        """A note that an earlier reading left in the file; None when it is no note."""
        fields = self.values.read_fields(value, _NOTE)
        if fields is None:
            return None
        note: ModelFields = {}
        for key, _, part in self.values.known_keys(fields, _NOTE):
            if key.field == "place":
                note["place"] = next(iter(self.values.read_places(part)), None)
            elif key.field == "values":
                note["values"] = self._decode_note_values(part)
            else:
                note[key.field] = self.values.read_text(part)
        code, message, *_ = keys.NOTE
        self._require_keys(fields, note, (code, message))
        return note

    def _decode_unread(self, value: Value) -> ModelFields | None:
        """A text that an earlier reading left unread; None when it is no such text."""
        fields = self.values.read_fields(value, _UNREAD)
        if fields is None:
            return None
        unread: ModelFields = {}
        for key, _, part in self.values.known_keys(fields, _UNREAD):
            if key.field == "place":
                places = self.values.read_places(part)
                unread["place"] = next(iter(places), None)
            elif key.field == "reason":
                reason = self.values.read_choice(part, _REASONS)
                unread["reason"] = reason or "words_left"
            else:
                unread["text"] = self.values.read_text(part)
        self._require_keys(fields, unread, keys.UNREAD_TEXT[:1])
        return unread

    def _decode_waiver(self, value: Value) -> ModelFields | None:
        """A finding that may stand; None when it is no such thing."""
        fields = self.values.read_fields(value, _WAIVER)
        if fields is None:
            return None
        waiver: ModelFields = {
            key.field: self.values.read_text(part) or ""
            for key, _, part in self.values.known_keys(fields, _WAIVER)
        }
        self._require_keys(fields, waiver, keys.WAIVER[:1])
        return waiver

    def _decode_note_values(self, value: Value) -> dict[str, str]:
        if isinstance(value, Fields):
            return {
                str(word): self.values.read_text(text) or ""
                for word, text in value.items()
            }
        self.report.add_problem(
            value.mark, Sentence("keys with values are expected here.")
        )
        return {}

    def _require_keys(
        self, fields: Fields, part: ModelFields, needed: tuple[NativeKey, ...]
    ) -> None:
        """Report the needed keys that gave a part of the model no value."""
        missing = [key.nl for key in needed if part.get(key.field) is None]
        if missing:
            self.values.report_missing(fields, missing)
