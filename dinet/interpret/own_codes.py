"""The codes that a document gives its elements, found before anything is read.

A short text such as ``B2``, ``M3`` or ``A`` is a code only where the document calls something by
a code of that form: in a column of codes, or before texts. It may do so further on, so this pass
goes over the whole document first.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from string import ascii_uppercase
from typing import NamedTuple

from dinet.document.content import Cell, Row
from dinet.interpret.columns.table_columns import TableHeader
from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.rows.sum_rows import is_sum_row
from dinet.interpret.texts.element_labels import (
    label_keys,
    listed_codes,
    names_kind,
    only_labels,
    split_label,
)
from dinet.model import KINDS, Kind
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import kind_of, role_of
from dinet.vocabulary.time_headings import is_period
from dinet.wording.element_codes import (
    LETTERS_AND_NUMBERS,
    LONGEST_CODE,
    folded_code,
    form_of_code,
    letters_of_code,
)

_CODED_TEXT = re.compile(
    # A1 Busbaan, OPG-04: Busbaan, [A1] Busbaan, 1a Busbaan; 2e stands for "second"
    rf"[(\[]?(?P<code>{LETTERS_AND_NUMBERS}|\d{{1,2}}[a-df-z])"
    r"(?P<sign> ?[:.)\]] ?| [-–—] | )(?P<rest>\S.*)",
    re.DOTALL,
)
_LETTERED_TEXT = re.compile(
    r"(?P<letter>[A-Z])[.):] (?P<rest>\S.*)", re.DOTALL
)
_COUNTED_TEXT = re.compile(
    r"(?P<number>[1-9]\d?) (?P<rest>[^\W\d_].*)", re.DOTALL
)
"""``1 Veilige scholen``: a number without any sign behind it."""
_FIRST_NUMBER = re.compile(r"\d+")
_SMALL_CODE = re.compile(r"\b[a-z]{1,3}[.-]?\d{1,4}\b")
_DECIMAL = re.compile(r"\d{1,2},\d{1,2}")
_COUNTED_WORD = re.compile(r"[^\W\d_][\w-]+ \d")
_LEAST_CODED = 2
"""In texts: one cell that begins with ``A1`` may as well be about a road."""
_HIGHEST_LONE = 9
"""A number: ``B1`` may be the only one after ``A1`` to ``A4``, but ``N35`` there is a road."""
_MOST_LETTERS = 3
"""In a column of codes: a longer word without a number is a remark, such as ``nieuw``."""
_MOST_PIECES = 2
"""A code may have a space in it: ``SD 3``."""
_ROWS_TO_LOOK = 4
"""As far down as a row of headings may stand."""


@dataclass(frozen=True)
class OwnCodes:
    """What codes a document gives, and where.

    Attributes:
        codes: All that something is called by, folded.
        letters: Those with which these codes begin.
        before_texts: By kind the letters of codes that stand before texts of that kind.
        numbered: The kinds of which something is called by a number.
        lettered: The kinds of which texts are counted by ``A.`` or ``A:``, ``B.`` and so on.
        uncapitalised: The kinds of which texts after codes begin with a small letter.
        counted: The kinds of which texts are counted by a bare number from 1 on.
    """

    codes: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    before_texts: Mapping[Kind, frozenset[str]] = field(default_factory=dict)
    numbered: frozenset[Kind] = frozenset()
    lettered: frozenset[Kind] = frozenset()
    uncapitalised: frozenset[Kind] = frozenset()
    counted: frozenset[Kind] = frozenset()

    def split_code(self, text: str, kind: Kind) -> tuple[str, str]:
        """The code or label before a text, and the text without it; empty when there is none.

        Args:
            text: A statement, on one line.
            kind: What it is.
        """
        coded = _coded_text(text)
        if coded and self._is_before_text(coded, kind):
            return coded.code, coded.rest
        if kind in self.lettered:
            lettered = _LETTERED_TEXT.fullmatch(text)
            if lettered:
                return lettered["letter"], lettered["rest"]
        if kind in self.counted:
            counted = _COUNTED_TEXT.fullmatch(text)
            if counted:
                return counted["number"], counted["rest"]
        return split_label(text, kind)

    def _is_before_text(self, coded: "_CodedText", kind: Kind) -> bool:
        """What stands before a text is a code as others of its kind have: no road among them."""
        known = self.before_texts.get(kind, frozenset())
        if letters_of_code(coded.code) not in known:
            return False
        return kind in self.uncapitalised or not coded.goes_on

    def codes_alone(self, text: str, kind: Kind) -> tuple[str, ...]:
        """The codes that a text consists of; empty when it says anything else.

        Codes of a form that nothing in the document is called by are a text like others.

        Args:
            text: Of a cell.
            kind: What its column holds.
        """
        labels = self.codes_named(text, kind)
        if not labels:
            return ()
        counted = _COUNTED_WORD.match(text) is not None
        carried = any(
            self._is_carried(label, kind, counted=counted) for label in labels
        )
        return labels if carried else ()

    def codes_named(self, text: str, kind: Kind) -> tuple[str, ...]:
        """The codes that a text consists of where it can hold nothing but codes.

        ``1,1`` in a cell of numbers is 1.1 when something is called so.
        """
        if len(text) <= LONGEST_CODE and self._is_called(text):
            if form_of_code(text) == "letters" and not names_kind(text, kind):
                return (text,)
            if _DECIMAL.fullmatch(text):
                return (_with_full_stop(text),)
        return only_labels(text, kind) or self._called_list(text)

    def _called_list(self, text: str) -> tuple[str, ...]:
        """The codes of a list or range, when something is called by each: ``W1 t/m W3``."""
        if not self.codes:  # as in many a document
            return ()
        # met in lower case: `m1, m2` under a column `Nr` with `m1`
        codes = listed_codes(
            _SMALL_CODE.sub(lambda found: found[0].upper(), text)
        )
        return codes if all(map(self._is_called, codes)) else ()

    def _is_called(self, text: str) -> bool:
        """Something in the document is called so."""
        return folded_code(_with_full_stop(text)) in self.codes

    def are_codes(
        self, texts: Sequence[str], kind: Kind, *, beside_texts: bool
    ) -> bool:
        """Whether the texts of a column are all codes; False when there are none.

        Half of them has to be of a form by which something in the document is called: ``D1``
        makes ``K2`` under it a code that nothing has, but ``B2`` above ``5G`` is a text. No text
        is ``D1, D2``: a column with such a list has codes.

        Args:
            texts: Of its cells that state something.
            kind: What the column holds.
            beside_texts: Another column holds texts of the kind, so that codes refer.
        """
        named = [self.codes_named(text, kind) for text in texts]
        if not named or not all(named):
            return False
        if any(map(_lists_codes, named)):
            return True
        carried = sum(bool(self.codes_alone(text, kind)) for text in texts)
        return beside_texts or 2 * carried >= len(texts)

    def _is_carried(self, label: str, kind: Kind, *, counted: bool) -> bool:
        """Something in the document is called by a code of the form of this one.

        Args:
            label: The code.
            kind: Of what it would be the code.
            counted: It is a number after a word, as in ``Doel 7``.
        """
        if form_of_code(label) == "letters":
            return letters_of_code(label) in self.letters
        if form_of_code(label) == "letter":
            return label.casefold() in self.codes
        if not counted:
            return True
        keys = {key for _, key in label_keys(kind, label)}
        return kind in self.numbered or not keys.isdisjoint(self.codes)


def _lists_codes(codes: Sequence[str]) -> bool:
    """A cell names several elements by codes that have letters: ``D1, D2`` but not ``1,1``."""
    return len(codes) > 1 and all(
        form_of_code(code) == "letters" for code in codes
    )


def code_in_cell(text: str, kind: Kind) -> str:
    """The code that a cell in a column of codes holds; empty when it holds none.

    Example:
        >>> code_in_cell("OPG-04", "goal"), code_in_cell("1,1", "target")
        ('OPG-04', '1.1')
        >>> code_in_cell("Doel 3", "goal"), code_in_cell("n.v.t.", "goal")
        ('3', '')
    """
    bare = _with_full_stop(text.strip("() ")).rstrip(".:)")
    labels = only_labels(bare, kind)
    if names_kind(bare, kind) and len(labels) == 1:
        return labels[0]
    if _is_one_code(bare):
        return bare
    return labels[0] if labels else ""


def _is_one_code(text: str) -> bool:
    """The text of a cell in a column of codes is one code, of whatever form."""
    if len(text) > LONGEST_CODE or not {",", ";"}.isdisjoint(text):
        return False
    if any(map(str.isdigit, text)):
        return len(text.split()) <= _MOST_PIECES
    return text.isalpha() and len(text) <= _MOST_LETTERS


def _with_full_stop(text: str) -> str:
    """A number with a comma in the way of the codes that spreadsheets take for numbers."""
    return text.replace(",", ".") if _DECIMAL.fullmatch(text) else text


def find_own_codes(
    headers: Iterable[TableHeader], sections: Iterable[DocumentSection]
) -> OwnCodes:
    """The codes that the tables, lists and headings of a document carry.

    Args:
        headers: Of all tables that have one.
        sections: The whole document.
    """
    finder = _CodeFinder()
    headed: set[int] = set()
    for header in headers:
        finder.read_table(header)
        headed.update(map(id, header.rows))
    headings: dict[int | None, list[str]] = defaultdict(list)
    for section in sections:
        finder.read_section(section)
        for grid in section.grids:
            finder.read_bare_rows(
                [row for row in grid.rows if id(row) not in headed]
            )
        if section.heading:
            text = section.text or section.heading.text
            headings[section.heading.heading].append(text)
            finder.read_heading(section)
    for texts in headings.values():
        finder.read_texts(texts, KINDS)
    return finder.own_codes()


class _CodedText(NamedTuple):
    """A code before a text, and the rest of that text.

    Args:
        code: The code.
        sign: What stands between them, without spaces.
        rest: The text after the code.
    """

    code: str
    sign: str
    rest: str

    @property
    def goes_on(self) -> bool:
        """The text goes on in small letters right after it, as in ``A1 verbreden``."""
        return not self.sign and self.rest[:1].islower()

    @property
    def number(self) -> int:
        """Its first number."""
        found = _FIRST_NUMBER.search(self.code)
        return int(found[0]) if found else 0


class _CodeFinder:
    """What has been found so far."""

    def __init__(self) -> None:
        self.codes: set[str] = set()
        self.letters: set[str] = set()
        self.before_texts: dict[Kind, set[str]] = defaultdict(set)
        self.numbered: set[Kind] = set()
        self.lettered: set[Kind] = set()
        self.uncapitalised: set[Kind] = set()
        self.counted: set[Kind] = set()

    def own_codes(self) -> OwnCodes:
        """All that was found."""
        before = {
            kind: frozenset(letters)
            for kind, letters in self.before_texts.items()
        }
        return OwnCodes(
            frozenset(self.codes),
            frozenset(self.letters),
            before,
            frozenset(self.numbered),
            frozenset(self.lettered),
            frozenset(self.uncapitalised),
            frozenset(self.counted),
        )

    def read_table(self, header: TableHeader) -> None:
        """Find the codes in a table with headings."""
        for column in header.columns_named("number"):
            kind = _kind_beside(header, column.number)
            for row in header.rows:
                self._add_code(row[column.number], kind)
        all_texts: list[str] = []
        rows = [row for row in header.rows if not is_sum_row(row)]
        for column, kind in header.element_columns:
            texts = list(_texts_of(row[column.number] for row in rows))
            self.read_texts(texts, (kind,))
            all_texts += texts
        self._read_colons(header, all_texts)

    def _read_colons(
        self, header: TableHeader, all_texts: Sequence[str]
    ) -> None:
        """Find the codes of what dinet writes: a code and a colon before the text of every cell."""
        coded = [text for text in all_texts if _has_colon(text)]
        if 2 * len(coded) <= len(all_texts):
            return
        for column, kind in header.element_columns:
            cells = (row[column.number] for row in header.rows)
            self._read_lone(filter(_has_colon, _texts_of(cells)), kind)

    def _read_lone(self, texts: Iterable[str], kind: Kind) -> None:
        """Find the codes of a column in which there may be one alone."""
        coded = list(filter(None, map(_coded_text, dict.fromkeys(texts))))
        letters = Counter(letters_of_code(text.code) for text in coded)
        if len(letters) == 1:
            self._remember_before(coded, kind)

    def read_section(self, section: DocumentSection) -> None:
        """Find the codes before the paragraphs and list items of a section."""
        kind = kind_of(section.role)
        texts = [para.text for para in section.paras]
        self.read_texts(texts, (kind,) if kind else KINDS)

    def read_heading(self, section: DocumentSection) -> None:
        """Find the number of a heading such as ``Doel 2: Meer sport``."""
        kind = kind_of(section.role)
        if kind and section.number:
            self._remember_code(section.number, kind)

    def read_bare_rows(self, rows: Sequence[Row]) -> None:
        """Find the codes in rows of which no heading says what they hold."""
        if not rows:
            return
        for number in range(len(rows[0])):
            cells = [row[number] for row in rows]
            if any(map(_heads_codes, cells[:_ROWS_TO_LOOK])):
                for cell in cells:
                    self._add_code(cell, None)
            self.read_texts(list(_texts_of(cells)), KINDS)
        self._read_lettered_heads(rows[0])

    def _read_lettered_heads(self, row: Row) -> None:
        """Find the letters before the heads of a matrix: ``A. Iedereen doet mee``, ``B. …``.

        Columns for owners and sums may stand behind these.
        """
        texts = list(_texts_of(row[1:]))
        lettered = list(takewhile(_LETTERED_TEXT.fullmatch, texts))
        if _are_lettered(lettered):
            self.lettered.update(KINDS)
            self.codes.update(text[0].casefold() for text in lettered)

    def read_texts(self, texts: Iterable[str], kinds: Iterable[Kind]) -> None:
        """Find the codes before texts that stand in one column or list."""
        distinct = list(dict.fromkeys(texts))
        coded = list(filter(None, map(_coded_text, distinct)))
        for kind in kinds:
            if _are_codes(coded, len(distinct)):
                self._remember_before(_without_strays(coded), kind)
            if _are_lettered(distinct):
                self.lettered.add(kind)
                self.codes.update(text[0].casefold() for text in distinct)
            if _are_counted(distinct):
                self._remember_counted(distinct, kind)
        for text in distinct:
            for kind in kinds:
                self._read_label(text, kind)

    def _remember_counted(self, texts: Sequence[str], kind: Kind) -> None:
        """Remember the bare numbers before texts of a kind."""
        self.counted.add(kind)
        for number in range(1, len(texts) + 1):
            self._remember_code(str(number), kind)

    def _remember_before(
        self, coded: Sequence[_CodedText], kind: Kind
    ) -> None:
        """Remember codes that stand before texts of a kind."""
        for text in coded:
            self._remember_code(text.code, None)
            self.before_texts[kind].add(letters_of_code(text.code))
        if _goes_on_mostly(coded):
            self.uncapitalised.add(kind)

    def _read_label(self, text: str, kind: Kind) -> None:
        """Remember the label that a text has by itself, such as ``D3:`` or ``Doel 2 –``."""
        starts_short = text[:4].strip("(")[:2]
        may_be_coded = any(map(str.isdigit, text[:10]))
        if may_be_coded or starts_short[1:] in (".", ")", ":"):
            label, _ = split_label(text, kind)
            if label:
                self._remember_code(label, kind)

    def _add_code(self, cell: Cell, kind: Kind | None) -> None:
        """Remember the code in a cell of a column of codes."""
        if cell.has_words and not _heads_codes(cell):
            code = code_in_cell(cell.text, kind or "goal")
            if code:
                self._remember_code(code, kind)

    def _remember_code(self, code: str, kind: Kind | None) -> None:
        self.codes.add(folded_code(code))
        if form_of_code(code) == "numbers":
            self.numbered.update((kind,) if kind else KINDS)
        elif form_of_code(code) == "letters":
            self.letters.add(letters_of_code(code))


def _kind_beside(header: TableHeader, number: int) -> Kind | None:
    """The kind in the first column of elements to the right of a column, or else in any."""
    by_column = {
        column.number: kind for column, kind in header.element_columns
    }
    right = [column for column in by_column if column > number]
    first = min(right or by_column, default=None)
    return None if first is None else by_column[first]


def _heads_codes(cell: Cell) -> bool:
    """The cell is the heading of a column of codes."""
    role = role_of(cell.text) if cell.has_words else None
    return role is not None and role.name == "number"


def _texts_of(cells: Iterable[Cell]) -> Iterator[str]:
    """The paragraphs of some cells; what a merged cell covers is not told again."""
    for cell in cells:
        if not cell.covered:
            yield from (block.text for block in cell.blocks if block.text)


def _has_colon(text: str) -> bool:
    coded = _coded_text(text) if ":" in text else None
    return coded is not None and coded.sign == ":"


def _coded_text(text: str) -> _CodedText | None:
    """The code before a text, and the rest; None when there is no code, or only a period."""
    found = _CODED_TEXT.fullmatch(text)
    if found is None or is_period(found["code"]):
        return None
    return _CodedText(found["code"], found["sign"].strip(), found["rest"])


def _are_codes(coded: Sequence[_CodedText], count: int) -> bool:
    """Most texts begin with a code, each with another one and before other words.

    So ``A1 verbreden`` and ``A2 verbreden`` are about roads: without the code they would say the
    same. Where this is wrong, a code stays in the text.

    Args:
        coded: The texts that begin as a code does.
        count: Of all texts among which they stand.
    """
    if len(coded) < _LEAST_CODED or 2 * len(coded) <= count:
        return False
    if _goes_on_mostly(coded) and not _count_up(coded):
        return False
    codes = Counter(folded_code(text.code) for text in coded)
    rests = {fold_text(text.rest) for text in coded}
    return 2 * len(codes) > len(coded) and 2 * len(rests) > len(coded)


def _goes_on_mostly(coded: Sequence[_CodedText]) -> bool:
    """Most texts go on in small letters after what may be a code."""
    return 2 * sum(text.goes_on for text in coded) > len(coded)


def _count_up(coded: Sequence[_CodedText]) -> bool:
    """The codes of each letter count from 1 on, without a gap, as roads do not."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for text in coded:
        numbers[letters_of_code(text.code)].add(text.number)
    return all(
        found == set(range(1, len(found) + 1)) for found in numbers.values()
    )


def _without_strays(coded: Sequence[_CodedText]) -> list[_CodedText]:
    """Codes without those that share their letters with no other and have a high number."""
    letters = Counter(letters_of_code(text.code) for text in coded)
    if max(letters.values()) == 1:
        return list(coded)
    return [
        text
        for text in coded
        if letters[letters_of_code(text.code)] > 1
        or text.number <= _HIGHEST_LONE
    ]


def _are_lettered(texts: Sequence[str]) -> bool:
    """All texts are counted by letters: ``A.``, ``B.`` and so on."""
    if not _LEAST_CODED <= len(texts) <= len(ascii_uppercase):
        return False
    found = list(filter(None, map(_LETTERED_TEXT.fullmatch, texts)))
    letters = "".join(text["letter"] for text in found)
    return letters == ascii_uppercase[: len(texts)]


def _are_counted(texts: Sequence[str]) -> bool:
    """All texts begin with a bare number that counts from 1 on: ``1 Veilige scholen``, ``2 …``.

    Met in sheets, where the number of each goal stood before it. In ``3 Nieuwe scholen`` and
    ``1 Nieuwe hal`` the numbers say how many, and do not count up.
    """
    if len(texts) < _LEAST_CODED:
        return False
    found = list(filter(None, map(_COUNTED_TEXT.fullmatch, texts)))
    if len(found) < len(texts) or not all(
        text["rest"][0].isupper() for text in found
    ):
        return False
    numbers = [int(text["number"]) for text in found]
    return numbers == list(range(1, len(texts) + 1))
