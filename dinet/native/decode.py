"""From a tree to a Programme: what each key holds, and one message for each thing that cannot be."""

from collections.abc import Callable

from dinet.language import LANGUAGES, Sentence
from dinet.model import ELEMENT_OF, Kind, Place, Programme
from dinet.native import keys
from dinet.native.keys import Key, Shape, meanings, vocabulary
from dinet.native.naming import Entry, Plain, Tie, settle
from dinet.native.problems import Report
from dinet.native.tree import Fields, Nothing, Series, Value, Words, series
from dinet.native.values import Values

_KINDS: dict[str, Kind] = {str(kind): kind for kind in ELEMENT_OF}
_TOP = vocabulary(
    (
        keys.VERSION,
        keys.DOCUMENT,
        *keys.IDENTITY,
        *keys.KIND_KEYS,
        keys.LINKS,
        keys.NOTES,
    )
)
_ELEMENT = vocabulary((*keys.ELEMENT, *keys.KIND_KEYS))
_SEE = vocabulary((keys.SEE, keys.BASIS, keys.PLACES))
_TIE = vocabulary((keys.END, keys.BASIS, keys.PLACES))
_LINK = vocabulary(keys.LINK)
_NOTE = vocabulary(keys.NOTE)
_LEVELS = meanings(keys.LEVELS)
_LINK_KINDS = meanings(keys.LINK_KINDS)
_LANGUAGES = {each: each for each in LANGUAGES}


def decode(tree: Value, report: Report) -> Programme:
    """The programme that a tree holds.

    Args:
        tree: The whole file.
        report: Named after the file; it may hold problems and notes already, which then count too.

    Raises:
        DocumentError: The file cannot be a programme; the message lists all that is wrong.
    """
    return _Decoder(report).programme(tree)


def places(tree: Value, report: Report) -> dict[str, Place]:
    """Where in its file each element begins that stands in a tree, by id: a line, or a row of a sheet.

    Args:
        tree: As ``decode`` takes it.
        report: As ``decode`` takes it.

    Raises:
        DocumentError: The file cannot be a programme.
    """
    decoder = _Decoder(report)
    decoder.programme(tree)
    return {
        entry.id: report.place(entry.mark)
        for entry in reversed(decoder.entries)
        if entry.see is None
    }


class _Decoder:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.values = Values(report)
        self.entries: list[Entry] = []
        self.identity: Plain = {}
        self.links: list[Plain] = []
        self.notes: list[Plain] = []
        self.read: dict[Shape, Callable[[Entry, Key, Value], None]] = {
            "text": self._text,
            "texts": self._texts,
            "level": self._level,
            "aim": self._aim,
            "link": self._ties,
            "elements": lambda entry, key, value: self._elements(
                _KINDS[key.field], value, entry
            ),
            "planning": self._planning,
            "places": self._places,
        }

    def programme(self, tree: Value) -> Programme:
        top = self.values.fields(tree, _TOP) or Fields()
        file = self.values.text(top.get(Words(keys.DOCUMENT.nl), Nothing()))
        self.values.file = self.report.name if file is None else file
        for key, _, value in self.values.known(top, _TOP):
            self._part(key, value)
        self.report.check()
        elements, links = settle(self.entries, self.report)
        notes = [*self.notes, *self.report.notes(str(self.identity.get("lang", "nl")))]
        return Programme.model_validate(
            {
                "identity": self.identity,
                "elements": elements,
                "links": [*links, *self.links],
                "notes": notes,
            }
        )

    def _part(self, key: Key, value: Value) -> None:
        if key.shape == "elements":
            self._elements(_KINDS[key.field], value, None)
        elif key is keys.LINKS:
            self.links += [link for each in series(value) if (link := self._link(each))]
        elif key is keys.NOTES:
            self.notes += [note for each in series(value) if (note := self._note(each))]
        elif key is keys.VERSION:
            if self.values.text(value) not in ("1", None):
                self.report.problem(
                    value.mark,
                    Sentence("this dinet reads version 1 of its own format."),
                )
        elif key.field == "lang":
            self.identity["lang"] = self.values.choice(value, _LANGUAGES) or "nl"
        elif key is not keys.DOCUMENT:
            self._once(self.identity, key, self.values.text(value), value)

    def _once(self, values: Plain, key: Key, found: object, value: Value) -> None:
        if key.field in values:
            self.report.problem(
                value.mark, Sentence("“{key}” has been given already.", key=key.nl)
            )
        if found is not None:
            values[key.field] = found

    # elements

    def _elements(self, kind: Kind, value: Value, above: Entry | None) -> None:
        if isinstance(value, Words) and value.startswith("-"):
            self.report.problem(
                value.mark,
                Sentence("a list is expected here."),
                Sentence("Put a space after the dash."),
            )
        for each in series(value):
            if isinstance(each, Series):
                self.report.problem(
                    each.mark, Sentence("a list stands in a list here.")
                )
            elif isinstance(each, Words):
                self._bare(Entry(kind, each.mark, above), each)
            elif keys.SEE.nl in each or keys.SEE.en in each:
                self._reference(Entry(kind, each.mark, above), each)
            else:
                self._element(Entry(kind, each.mark, above), each)

    def _bare(self, entry: Entry, words: Words) -> None:
        entry.values["text"] = str(words)
        entry.bare = True
        self.entries.append(entry)

    def _reference(self, entry: Entry, fields: Fields) -> None:
        if entry.above is None:
            self.report.problem(
                entry.mark,
                Sentence("“zie” has a meaning only in a list under another element."),
            )
        for key, _, value in self.values.known(fields, _SEE):
            if key is keys.SEE:
                entry.see = self.values.text(value) or ""
        entry.evidence = self.values.evidence(fields)
        self.entries.append(entry)

    def _element(self, entry: Entry, fields: Fields) -> None:
        self.entries.append(entry)
        read = self.read
        understood = 0
        for key, _, value in self.values.known(fields, _ELEMENT):
            read[key.shape](entry, key, value)
            understood += 1
        if "text" not in entry.values and understood == len(fields):
            hint = Sentence(
                "Add the key “tekst”; or, if this is a text with a colon, put double quotes around it."
            )
            self.report.problem(entry.mark, Sentence("this element has no text."), hint)

    def _text(self, entry: Entry, key: Key, value: Value) -> None:
        self._once(entry.values, key, self.values.text(value), value)

    def _texts(self, entry: Entry, key: Key, value: Value) -> None:
        self._once(entry.values, key, self.values.texts(value), value)

    def _level(self, entry: Entry, key: Key, value: Value) -> None:
        if entry.kind == "goal":
            self._once(entry.values, key, self.values.choice(value, _LEVELS), value)
        else:
            self.report.problem(
                value.mark, Sentence("“{key}” belongs to goals only.", key=key.nl)
            )

    def _aim(self, entry: Entry, key: Key, value: Value) -> None:
        if entry.kind != "target":
            self.report.problem(
                value.mark, Sentence("“{key}” belongs to targets only.", key=key.nl)
            )
            return
        self._once(
            entry.values.setdefault("target", {}), key, self.values.text(value), value
        )

    def _planning(self, entry: Entry, key: Key, value: Value) -> None:
        self._once(entry.values, key, self.values.steps(value), value)

    def _places(self, entry: Entry, key: Key, value: Value) -> None:
        self._once(entry.values, key, self.values.places(value), value)

    # links and notes

    def _ties(self, entry: Entry, key: Key, value: Value) -> None:
        for each in series(value):
            if isinstance(each, Words):
                entry.ties.append(Tie(key.field, str(each), {}))
            elif (fields := self.values.fields(each, _TIE)) is not None:
                entry.ties.append(self._tie(key, fields))

    def _tie(self, key: Key, fields: Fields) -> Tie:
        known = self.values.known(fields, _TIE)
        found = {
            each.field: self.values.text(value)
            for each, _, value in known
            if each is keys.END
        }
        self._complete(fields, found, (keys.END,))
        return Tie(key.field, found.get("end") or "", self.values.evidence(fields))

    def _link(self, value: Value) -> Plain | None:
        fields = self.values.fields(value, _LINK)
        if fields is None:
            return None
        link: Plain = self.values.evidence(fields)
        for key, _, each in self.values.known(fields, _LINK):
            if key.field == "kind":
                link["kind"] = self.values.choice(each, _LINK_KINDS)
            elif key.field in ("start", "end"):
                link[key.field] = self.values.text(each)
        self._complete(fields, link, keys.LINK[:3])
        return link

    def _note(self, value: Value) -> Plain | None:
        fields = self.values.fields(value, _NOTE)
        if fields is None:
            return None
        note: Plain = {}
        for key, _, each in self.values.known(fields, _NOTE):
            if key.field == "place":
                note["place"] = next(iter(self.values.places(each)), None)
            elif key.field == "values":
                note["values"] = self._values(each)
            else:
                note[key.field] = self.values.text(each)
        self._complete(fields, note, keys.NOTE[:2])
        return note

    def _values(self, value: Value) -> dict[str, str]:
        if isinstance(value, Fields):
            return {
                str(word): self.values.text(each) or "" for word, each in value.items()
            }
        self.report.problem(value.mark, Sentence("keys with values are expected here."))
        return {}

    def _complete(self, fields: Fields, found: Plain, needed: tuple[Key, ...]) -> None:
        missing = [key.nl for key in needed if found.get(key.field) is None]
        if missing:
            self.report.problem(
                fields.mark,
                Sentence(
                    "these keys are missing here: {keys}.", keys=", ".join(missing)
                ),
            )
