"""Which elements a person says are one, or are not, in a mapping form."""

from collections.abc import Iterator, Mapping

from dinet.document.notes import shorten_text
from dinet.errors import did_you_mean
from dinet.interpret.form_answers import FormAnswers, SamenessAnswer
from dinet.interpret.reading import ProgrammeReading
from dinet.language import Sentence
from dinet.native.tree import MarkedText
from dinet.vocabulary.folding import fold_text

Pair = frozenset[str]
"""Two texts, folded."""


def pairs_apart(answers: FormAnswers) -> frozenset[Pair]:
    """The pairs of texts that a person says are not the same element."""
    return frozenset(
        frozenset((fold_text(one), fold_text(other)))
        for answer in answers.sameness
        if not answer.are_same
        for one in answer.names
        for other in answer.names
        if fold_text(one) != fold_text(other)
    )


class StatedSameness:
    """What a form says of the elements of one reading.

    Args:
        answers: The form.
        draft: What was read.
        ids: The id of each element, by the number of its first mention.
    """

    def __init__(
        self,
        answers: FormAnswers,
        draft: ProgrammeReading,
        ids: Mapping[int, str],
    ) -> None:
        self.answers = answers
        self.draft = draft
        self.heads = {element_id: head for head, element_id in ids.items()}
        self.settled: set[Pair] = set()
        """The pairs of texts of which the form says whether they are one."""

    def join_elements(self) -> dict[int, int]:
        """For each first mention of an element that is another one, the first mention of that.

        Raises:
            DocumentError: The form names what is no element, or says that two kinds are one.
        """
        joined: dict[int, int] = {}
        for answer in self.answers.sameness:
            heads = sorted(set(self._heads_in(answer)))
            if answer.are_same and self._are_one_kind(answer, heads):
                _join_heads(heads, joined)
            self._note_answer(answer)
        self.answers.report.raise_problems()
        self._drop_settled_notes()
        return {head: _last_of(head, joined) for head in joined}

    def _heads_in(self, answer: SamenessAnswer) -> Iterator[int]:
        """The elements that an answer names; a name that is none is a problem."""
        heads = []
        for name in answer.names:
            head = self._head_of(name)
            if head is not None:
                heads.append(head)
                yield head
        texts = {fold_text(name) for name in answer.names}
        texts |= {fold_text(self.draft.mentions[head].text) for head in heads}
        self.settled |= {
            frozenset((one, other))
            for one in texts
            for other in texts
            if one != other
        }

    def _head_of(self, name: MarkedText) -> int | None:
        """The element with an id, or the first one with these words."""
        head = self.heads.get(name)
        if head is not None:
            mention = self.draft.mentions[head]
            report_moved_id(self.answers, name, mention.kind, mention.text)
            return head
        words = fold_text(name)
        for other in self.heads.values():
            if fold_text(self.draft.mentions[other].text) == words:
                return other
        self.answers.report.add_problem(
            name.mark,
            Sentence(
                "there is no element {id} in this programme.",
                id=shorten_text(name),
            ),
            *did_you_mean(name, self.heads),
        )
        return None

    def _are_one_kind(self, answer: SamenessAnswer, heads: list[int]) -> bool:
        """Elements of one kind can be one; others are a problem."""
        kinds = {self.draft.mentions[head].kind for head in heads}
        if len(kinds) > 1:
            self.answers.report.add_problem(
                answer.names[0].mark,
                Sentence(
                    "{ids} cannot be one: they are of different kinds.",
                    ids=", ".join(answer.names),
                ),
            )
        return len(kinds) == 1

    def _note_answer(self, answer: SamenessAnswer) -> None:
        self.draft.add_note(
            "same_stated" if answer.are_same else "apart_stated",
            answer.place,
            ids=", ".join(answer.names),
        )

    def _drop_settled_notes(self) -> None:
        """Drop the notes on pairs of which the form says whether they are one."""
        self.draft.notes = [
            note
            for note in self.draft.notes
            if note.code not in ("possible_duplicate", "merged_near")
            or _pair_of(note.values) not in self.settled
        ]


def _pair_of(values: Mapping[str, str]) -> Pair:
    return frozenset(
        fold_text(values.get(name, "")) for name in ("text", "known")
    )


def _join_heads(heads: list[int], joined: dict[int, int]) -> None:
    """Let some elements, and all that were joined with them before, be the first of them."""
    firsts = {_last_of(head, joined) for head in heads}
    first = min(firsts)
    joined.update(dict.fromkeys(firsts - {first}, first))


def _last_of(head: int, joined: Mapping[int, int]) -> int:
    """The element that a chain of joined ones ends in; each link of it goes to an earlier one."""
    while head in joined:
        head = joined[head]
    return head


def report_moved_id(
    answers: FormAnswers, name: MarkedText, kind: str, text: str
) -> None:
    """Report an id that is another element by what the same form says of headings and tables.

    Args:
        answers: The form.
        name: The id.
        kind: Of the element that has it now.
        text: Likewise.
    """
    before = answers.elements_before.get(name)
    if before is None or (before.kind, fold_text(before.text)) == (
        kind,
        fold_text(text),
    ):
        return
    answers.report.add_problem(
        name.mark,
        Sentence(
            "{id} is “{before}” without this form and “{after}” with it: say first what headings, "
            "columns and tables are, read again with -o, and name ids in the new form.",
            id=name,
            before=shorten_text(before.text, 40),
            after=shorten_text(text, 40),
        ),
    )
