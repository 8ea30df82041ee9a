"""The lists of a mapping form that are for reading: headings, columns, shapes and sameness.

    koppen:
      "Meer groen": doel
      "Onze klussen": inspanningen
    kolommen:
      "Trekkende partij": trekker
      "tabel 2": {"Stip": doel, "Klus": inspanning}
    tabellen:
      "tabel 3": {vorm: matrix, rijen: inspanningen, kolommen: doelen}
    zelfde:
      - [I3, I7]
    niet-zelfde:
      - [S1, S4]

A word for one (``doel``) says what the heading itself is, a word for more (``doelen``) what stands
under it. What is left empty stays open.
"""

from collections.abc import Iterator

from dinet.document.notes import shorten_text
from dinet.errors import did_you_mean
from dinet.interpret.form_answers import (
    ColumnAnswer,
    FormAnswers,
    HeadingAnswer,
    SamenessAnswer,
    ShapeAnswer,
)
from dinet.interpret.mapping.shape_names import (
    SHAPES,
    all_shape_names,
    name_of_shape,
    shape_called,
)
from dinet.language import Sentence
from dinet.model import Kind
from dinet.native.problems import ProblemReport
from dinet.native.tree import (
    Fields,
    LeftOpen,
    MarkedText,
    Series,
    Value,
    values_of,
)
from dinet.vocabulary.active_dialect import active_dialect, words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.roles import Role, in_network, kind_of, role_of

READING_LISTS = ("koppen", "kolommen", "tabellen", "zelfde", "niet-zelfde")
"""The lists of a form that have to be known while its document is read."""
_SHAPE_KEYS = ("vorm", "shape")
_HEAD_KEYS = {
    "rijen": "rows",
    "kolommen": "columns",
    "rows": "rows",
    "columns": "columns",
}
"""What the heads of a matrix are, down and across."""
_WITH_MEMBERS = frozenset({"vision", "legend"})
"""Roles of headings that are nothing themselves: what stands under them is."""
_LEAST_NAMES = 2
"""Of elements that are the same: one is the same as nothing."""


def reading_answers(form: Value, report: ProblemReport) -> FormAnswers:
    """What a form says for reading its document; it changes nothing when it says nothing.

    Args:
        form: The tree of the form.
        report: Is told of what means nothing; of other lists nothing is told here.
    """
    answers = FormAnswers(report)
    if not isinstance(form, Fields):
        return answers
    decoder = _AnswerDecoder(answers)
    for name, value in form.items():
        if name in READING_LISTS:
            decoder.decode_list(name, value)
    return answers


class _AnswerDecoder:
    """Adds what the lists of a form say to its answers."""

    def __init__(self, answers: FormAnswers) -> None:
        self.answers = answers
        self.report = answers.report

    def decode_list(self, name: MarkedText, value: Value) -> None:
        """Add what one list says."""
        if isinstance(value, LeftOpen):
            return
        if name in ("zelfde", "niet-zelfde"):
            self._decode_sameness(name, value)
        elif not isinstance(value, Fields):
            self._expect(value, Sentence('write here: "name": what it is.'))
        elif name == "koppen":
            for heading, words in _filled(value):
                self._decode_heading(heading, words)
        elif name == "kolommen":
            self._decode_columns(value)
        else:
            for table, fields in _filled(value):
                self._decode_table(table, fields)

    def _expect(self, value: Value, what: Sentence) -> None:
        self.report.add_problem(value.mark, what)

    # headings

    def _decode_heading(self, heading: MarkedText, words: Value) -> None:
        role = self._role_in(words)
        if role is None:
            return
        if kind_of(role) is None and role.name not in _WITH_MEMBERS:
            self._expect(
                words,
                Sentence(
                    "a heading is a goal, a theme, an effort or another kind of element, "
                    "not “{words}”.",
                    words=str(words),
                ),
            )
            return
        word = str(words)
        several = plain(word).endswith(words_of("headings.plural_endings"))
        answer = HeadingAnswer(
            heading,
            word,
            role,
            several or role.name in _WITH_MEMBERS,
            self.report.place_of(heading.mark),
        )
        self.answers.headings[plain(heading)] = answer

    # columns

    def _decode_columns(self, columns: Fields) -> None:
        """Columns by their heading, or by table and then by heading."""
        for name, value in _filled(columns):
            if isinstance(value, Fields):
                for heading, words in _filled(value):
                    self._decode_column(name, heading, words)
            else:
                self._decode_column(None, name, value)

    def _decode_column(
        self, table: MarkedText | None, heading: MarkedText, words: Value
    ) -> None:
        role = self._role_in(words)
        if role is not None:
            place = self.report.place_of(heading.mark)
            answer = ColumnAnswer(table, heading, str(words), role, place)
            self.answers.columns.append(answer)

    def _role_in(self, words: Value) -> Role | None:
        """What words say that something is; words that say nothing are a problem."""
        if not isinstance(words, MarkedText):
            self._expect(
                words,
                Sentence("write here one word, such as doel or trekker."),
            )
            return None
        role = role_of(words) or in_network(words)
        if role is None or role.name == "other":
            self.report.add_problem(
                words.mark,
                Sentence(
                    "“{words}” is nothing that dinet knows; write a word such as doel, "
                    "inspanning, smart-doel, thema, trekker or budget.",
                    words=shorten_text(words),
                ),
                *did_you_mean(words, _words_for_kinds()),
            )
            return None
        return role

    # tables

    def _decode_table(self, table: MarkedText, fields: Value) -> None:
        """The shape of a table, as ``{vorm: matrix}`` or in one word."""
        if isinstance(fields, MarkedText):
            self._decode_shape(table, fields)
            return
        if not isinstance(fields, Fields):
            self._expect(fields, _SHAPE_FORM)
            return
        shape: MarkedText | None = None
        heads: dict[str, Kind | None] = {}
        for key, words in _filled(fields):
            if key in _HEAD_KEYS:
                heads[_HEAD_KEYS[key]] = self._kind_in(words)
            elif key not in _SHAPE_KEYS:
                self.report.add_problem(
                    key.mark,
                    Sentence("this key means nothing here."),
                    *did_you_mean(key, (*_SHAPE_KEYS, *_HEAD_KEYS)),
                )
            elif isinstance(words, MarkedText):
                shape = words
            else:
                self._expect(words, _SHAPE_FORM)
        if shape is not None:
            self._decode_shape(table, shape, **heads)
        elif heads:
            self._expect(fields, _SHAPE_FORM)

    def _kind_in(self, words: Value) -> Kind | None:
        """The kind of element that words name; words that name none are a problem."""
        role = self._role_in(words)
        kind = kind_of(role)
        if role is not None and kind is None:
            self._expect(
                words,
                Sentence(
                    "here stands a kind of element, such as doel or inspanning."
                ),
            )
        return kind

    def _decode_shape(
        self,
        table: MarkedText,
        words: MarkedText,
        rows: Kind | None = None,
        columns: Kind | None = None,
    ) -> None:
        shape = shape_called(words)
        if shape is None:
            names = [name_of_shape(shape, "nl") for shape in SHAPES.plugins]
            self.report.add_problem(
                words.mark,
                Sentence(
                    "“{words}” is no shape of a table; dinet knows {names}.",
                    words=shorten_text(words),
                    names=", ".join(names),
                ),
                *did_you_mean(words, all_shape_names()),
            )
            return
        place = self.report.place_of(table.mark)
        self.answers.shapes.append(
            ShapeAnswer(table, words, shape, place, rows, columns)
        )

    # sameness

    def _decode_sameness(self, name: MarkedText, value: Value) -> None:
        """Lists of elements, each of two or more."""
        if not isinstance(value, Series):
            self._expect(value, _SAMENESS_FORM)
            return
        for names in value:
            if not isinstance(names, LeftOpen):
                self._decode_names(name, names)

    def _decode_names(self, name: MarkedText, names: Value) -> None:
        """One list of elements; an empty one stays open."""
        if names == Series():
            return
        known = [
            member
            for member in values_of(names)
            if isinstance(member, MarkedText)
        ]
        whole = isinstance(names, Series) and len(known) == len(names)
        if not whole or len(known) < _LEAST_NAMES:
            self._expect(names, _SAMENESS_FORM)
            return
        place = self.report.place_of(names.mark)
        answer = SamenessAnswer(tuple(known), name == "zelfde", place)
        self.answers.sameness.append(answer)


_SHAPE_FORM = Sentence("write here: vorm: matrix.")
_SAMENESS_FORM = Sentence(
    "write here which elements, each group in brackets: [[I3, I7], [S1, S4]]."
)


def _words_for_kinds() -> list[str]:
    """The words for kinds of elements, which are nearly always meant."""
    dialect = active_dialect()
    return [
        word for word, name in dialect.words.items() if name in dialect.kinds
    ]


def _filled(fields: Fields) -> Iterator[tuple[MarkedText, Value]]:
    """The keys with a value; what was left open says nothing."""
    for key, value in fields.items():
        if not isinstance(value, LeftOpen):
            yield key, value
