"""How a document fared, in the words of the command: read, stored, passed or only warned of."""

from collections.abc import Callable
from typing import NamedTuple

from dinet.corpus.document_result import DocumentResult, Verdict
from dinet.language import Sentence

_CHECK = Sentence("check the reading")
_REFUSED = Sentence("refused")
_LOST = Sentence("skipped")
_FAILS = Sentence("does not pass")
_NOTHING_FOUND = Sentence("nothing found")
_BY_LEVEL = (
    Sentence("errors, allowed"),
    Sentence("warnings"),
    Sentence("notices"),
)
"""Of an audit that is passed, by the worst that it found: errors only where the user lets them."""
_EQUAL = Sentence("no changes")
_CHANGED = Sentence("changes")


class FaredWords(NamedTuple):
    """The words of one command.

    Args:
        fine: Of a document that was done, with nothing that counts for the exit status.
        in_order: All words that it may say, from good to bad.
        fails: Of a document in which something counts for the exit status.
    """

    fine: Callable[[DocumentResult], Sentence]
    in_order: tuple[Sentence, ...]
    fails: Sentence = _FAILS

    def words_of(self, result: DocumentResult) -> Sentence:
        """How a document fared."""
        others = {
            Verdict.CHECK: _CHECK,
            Verdict.FAILS: self.fails,
            Verdict.REFUSED: _REFUSED,
            Verdict.LOST: _LOST,
        }
        return others.get(result.verdict) or self.fine(result)


def words_when_done(done: Sentence, not_done: Sentence = _FAILS) -> FaredWords:
    """The words of a command that does one thing with each document.

    Args:
        done: That it was done: "read", "stored".
        not_done: That it went wrong.
    """
    in_order = (done, _CHECK, not_done, _REFUSED, _LOST)
    return FaredWords(lambda _: done, in_order, not_done)


def _audit_words(result: DocumentResult) -> Sentence:
    """The worst that an audit found and that was passed."""
    for words, number in zip(_BY_LEVEL, result.findings, strict=True):
        if number:
            return words
    return _NOTHING_FOUND


def _comparison_words(result: DocumentResult) -> Sentence:
    """Whether two versions differ in anything."""
    differing = (
        number for name, number in result.facts.items() if name != "same"
    )
    return _CHANGED if any(differing) else _EQUAL


AUDITED = FaredWords(
    _audit_words,
    (
        _NOTHING_FOUND,
        *reversed(_BY_LEVEL),
        _CHECK,
        _FAILS,
        _REFUSED,
        _LOST,
    ),
)
"""Of ``audit``: no errors is not in order, so the worst that was found is named."""
COMPARED = FaredWords(
    _comparison_words, (_EQUAL, _CHANGED, _FAILS, _REFUSED, _LOST)
)
"""Of ``compare``: by what differs, and by what the user asked to fail on."""
READ = words_when_done(Sentence("read"))
"""Of ``read``."""
BUILT = words_when_done(Sentence("made"), Sentence("not all made"))
"""Of ``build``."""
ANSWERED = words_when_done(Sentence("answered"))
"""Of ``query``."""
STORED = words_when_done(Sentence("stored"))
"""Of ``corpus add``: what the audit found stands in the column before it."""
