"""From a tree to a Programme: what each key holds, and one message for each thing that cannot be."""

from collections.abc import Callable

from dinet.language import LANGUAGES, Sentence
from dinet.model import ELEMENT_OF, Kind, Place, Programme
from dinet.native import keys
from dinet.native.keys import NativeKey, ValueShape, keys_by_word, names_by_word
from dinet.native.naming import Entry, ModelFields, PendingLink, resolve_entries
from dinet.native.problems import ProblemReport
from dinet.native.tree import Fields, LeftOpen, MarkedText, Series, Value, values_of
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
    )
)
_ELEMENT = keys_by_word((*keys.ELEMENT, *keys.KIND_KEYS))
_SEE = keys_by_word((keys.SEE, keys.BASIS, keys.PLACES))
_PENDING_LINK = keys_by_word((keys.END, keys.BASIS, keys.PLACES))
_LINK = keys_by_word(keys.LINK)
_NOTE = keys_by_word(keys.NOTE)
_LEVELS = names_by_word(keys.LEVELS)
_LINK_KINDS = names_by_word(keys.LINK_KINDS)
_LANGUAGES = {each: each for each in LANGUAGES}


def decode_programme(tree: Value, report: ProblemReport) -> Programme:
    """The programme that a tree holds.

    Args:
        tree: The whole file.
        report: Named after the file; it may hold problems and notes already, which then count too.

    Raises:
        DocumentError: The file cannot be a programme; the message lists all that is wrong.
    """
    return _Decoder(report).decode_tree(tree)


def element_places(tree: Value, report: ProblemReport) -> dict[str, Place]:
    """Where in its file each element begins that stands in a tree, by id: a line, or a row of a sheet.

    Args:
        tree: As ``decode_programme`` takes it.
        report: As ``decode_programme`` takes it.

    Raises:
        DocumentError: The file cannot be a programme.
    """
    decoder = _Decoder(report)
    decoder.decode_tree(tree)
    return {
        entry.id: report.place_of(entry.mark)
        for entry in reversed(decoder.entries)
        if entry.see is None
    }


class _Decoder:
    def __init__(self, report: ProblemReport) -> None:
        self.report = report
        self.values = ValueReader(report)
        self.entries: list[Entry] = []
        self.identity: ModelFields = {}
        self.links: list[ModelFields] = []
        self.notes: list[ModelFields] = []
        self.read: dict[ValueShape, Callable[[Entry, NativeKey, Value], None]] = {
            "text": self._read_text,
            "texts": self._read_texts,
            "level": self._read_level,
            "aim": self._read_aim,
            "link": self._read_links,
            "elements": lambda entry, key, value: self._decode_elements(
                _KINDS[key.field], value, entry
            ),
            "planning": self._read_planning,
            "places": self._read_places,
        }

    def decode_tree(self, tree: Value) -> Programme:
        top = self.values.read_fields(tree, _TOP) or Fields()
        file = self.values.read_text(top.get(MarkedText(keys.DOCUMENT.nl), LeftOpen()))
        self.values.file = self.report.name if file is None else file
        for key, _, value in self.values.known_keys(top, _TOP):
            self._decode_part(key, value)
        self.report.raise_problems()
        elements, links = resolve_entries(self.entries, self.report)
        notes = [
            *self.notes,
            *self.report.notes_in_language(str(self.identity.get("lang", "nl"))),
        ]
        return Programme.model_validate(
            {
                "identity": self.identity,
                "elements": elements,
                "links": [*links, *self.links],
                "notes": notes,
            }
        )

    def _decode_part(self, key: NativeKey, value: Value) -> None:
        if key.shape == "elements":
            self._decode_elements(_KINDS[key.field], value, None)
        elif key is keys.LINKS:
            self.links += [
                link for each in values_of(value) if (link := self._decode_link(each))
            ]
        elif key is keys.NOTES:
            self.notes += [
                note for each in values_of(value) if (note := self._decode_note(each))
            ]
        elif key is keys.VERSION:
            if self.values.read_text(value) not in ("1", None):
                self.report.add_problem(
                    value.mark,
                    Sentence("this dinet reads version 1 of its own format."),
                )
        elif key.field == "lang":
            self.identity["lang"] = self.values.read_choice(value, _LANGUAGES) or "nl"
        elif key is not keys.DOCUMENT:
            self._set_once(self.identity, key, self.values.read_text(value), value)

    def _set_once(
        self, values: ModelFields, key: NativeKey, found: object, value: Value
    ) -> None:
        if key.field in values:
            self.report.add_problem(
                value.mark, Sentence("“{key}” has been given already.", key=key.nl)
            )
        if found is not None:
            values[key.field] = found

    # elements

    def _decode_elements(self, kind: Kind, value: Value, above: Entry | None) -> None:
        if isinstance(value, MarkedText) and value.startswith("-"):
            self.report.add_problem(
                value.mark,
                Sentence("a list is expected here."),
                Sentence("Put a space after the dash."),
            )
        for each in values_of(value):
            if isinstance(each, Series):
                self.report.add_problem(
                    each.mark, Sentence("a list stands in a list here.")
                )
            elif isinstance(each, MarkedText):
                self._add_bare_words(Entry(kind, each.mark, above), each)
            elif keys.SEE.nl in each or keys.SEE.en in each:
                self._add_reference(Entry(kind, each.mark, above), each)
            else:
                self._add_element(Entry(kind, each.mark, above), each)

    def _add_bare_words(self, entry: Entry, words: MarkedText) -> None:
        entry.values["text"] = str(words)
        entry.bare = True
        self.entries.append(entry)

    def _add_reference(self, entry: Entry, fields: Fields) -> None:
        if entry.above is None:
            self.report.add_problem(
                entry.mark,
                Sentence("“zie” has a meaning only in a list under another element."),
            )
        for key, _, value in self.values.known_keys(fields, _SEE):
            if key is keys.SEE:
                entry.see = self.values.read_text(value) or ""
        entry.evidence = self.values.read_evidence(fields)
        self.entries.append(entry)

    def _add_element(self, entry: Entry, fields: Fields) -> None:
        self.entries.append(entry)
        read = self.read
        understood = 0
        for key, _, value in self.values.known_keys(fields, _ELEMENT):
            read[key.shape](entry, key, value)
            understood += 1
        if "text" not in entry.values and understood == len(fields):
            hint = Sentence(
                "Add the key “tekst”; or, if this is a text with a colon, put double quotes around it."
            )
            self.report.add_problem(
                entry.mark, Sentence("this element has no text."), hint
            )

    def _read_text(self, entry: Entry, key: NativeKey, value: Value) -> None:
        self._set_once(entry.values, key, self.values.read_text(value), value)

    def _read_texts(self, entry: Entry, key: NativeKey, value: Value) -> None:
        self._set_once(entry.values, key, self.values.read_texts(value), value)

    def _read_level(self, entry: Entry, key: NativeKey, value: Value) -> None:
        if entry.kind == "goal":
            self._set_once(
                entry.values, key, self.values.read_choice(value, _LEVELS), value
            )
        else:
            self.report.add_problem(
                value.mark, Sentence("“{key}” belongs to goals only.", key=key.nl)
            )

    def _read_aim(self, entry: Entry, key: NativeKey, value: Value) -> None:
        if entry.kind != "target":
            self.report.add_problem(
                value.mark, Sentence("“{key}” belongs to targets only.", key=key.nl)
            )
            return
        self._set_once(
            entry.values.setdefault("target", {}),
            key,
            self.values.read_text(value),
            value,
        )

    def _read_planning(self, entry: Entry, key: NativeKey, value: Value) -> None:
        self._set_once(entry.values, key, self.values.read_steps(value), value)

    def _read_places(self, entry: Entry, key: NativeKey, value: Value) -> None:
        self._set_once(entry.values, key, self.values.read_places(value), value)

    # links and notes

    def _read_links(self, entry: Entry, key: NativeKey, value: Value) -> None:
        for each in values_of(value):
            if isinstance(each, MarkedText):
                entry.ties.append(PendingLink(key.field, str(each), {}))
            elif (fields := self.values.read_fields(each, _PENDING_LINK)) is not None:
                entry.ties.append(self._decode_pending_link(key, fields))

    def _decode_pending_link(self, key: NativeKey, fields: Fields) -> PendingLink:
        known = self.values.known_keys(fields, _PENDING_LINK)
        found = {
            each.field: self.values.read_text(value)
            for each, _, value in known
            if each is keys.END
        }
        self._require_keys(fields, found, (keys.END,))
        return PendingLink(
            key.field, found.get("end") or "", self.values.read_evidence(fields)
        )

    def _decode_link(self, value: Value) -> ModelFields | None:
        fields = self.values.read_fields(value, _LINK)
        if fields is None:
            return None
        link: ModelFields = self.values.read_evidence(fields)
        for key, _, each in self.values.known_keys(fields, _LINK):
            if key.field == "kind":
                link["kind"] = self.values.read_choice(each, _LINK_KINDS)
            elif key.field in ("start", "end"):
                link[key.field] = self.values.read_text(each)
        self._require_keys(fields, link, keys.LINK[:3])
        return link

    def _decode_note(self, value: Value) -> ModelFields | None:
        fields = self.values.read_fields(value, _NOTE)
        if fields is None:
            return None
        note: ModelFields = {}
        for key, _, each in self.values.known_keys(fields, _NOTE):
            if key.field == "place":
                note["place"] = next(iter(self.values.read_places(each)), None)
            elif key.field == "values":
                note["values"] = self._decode_note_values(each)
            else:
                note[key.field] = self.values.read_text(each)
        self._require_keys(fields, note, keys.NOTE[:2])
        return note

    def _decode_note_values(self, value: Value) -> dict[str, str]:
        if isinstance(value, Fields):
            return {
                str(word): self.values.read_text(each) or ""
                for word, each in value.items()
            }
        self.report.add_problem(
            value.mark, Sentence("keys with values are expected here.")
        )
        return {}

    def _require_keys(
        self, fields: Fields, found: ModelFields, needed: tuple[NativeKey, ...]
    ) -> None:
        missing = [key.nl for key in needed if found.get(key.field) is None]
        if missing:
            self.report.add_problem(
                fields.mark,
                Sentence(
                    "these keys are missing here: {keys}.", keys=", ".join(missing)
                ),
            )
