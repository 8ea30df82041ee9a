"""What a person checks before a programme is published: what was left out, and who is still named.

Neither says what was left out: the pack may be passed on as it is.
"""

from dinet.application.opened_document import OpenedDocument
from dinet.language import Sentence
from dinet.redaction.redact import RedactionWishes, redact_programme
from dinet.report.redaction.persons_form import persons_form
from dinet.report.redaction.redaction_log import published_log

FOLDER = Sentence("not-for-publication")
LOG, PERSONS = Sentence("left-out.txt"), Sentence("persons.txt")


def enclose_checks(opened: OpenedDocument) -> OpenedDocument:
    """A document of which the pack has these checks.

    Args:
        opened: The document, redacted or not.
    """
    lang = opened.lang
    folder = FOLDER.in_language(lang)
    log = Sentence(
        "Nothing was asked to be left out: see dinet write --help, --redact."
    )
    lines = [log.in_language(lang)]
    if opened.redacted:
        lines = list(published_log(opened.redacted, lang))
    texts = {LOG: lines, PERSONS: _persons_left(opened)}
    enclosed = tuple(
        (f"{folder}/{name.in_language(lang)}", "\n".join(told) + "\n")
        for name, told in texts.items()
    )
    profile = opened.profile._replace(enclosed=enclosed)
    return opened._replace(profile=profile)


def _persons_left(opened: OpenedDocument) -> list[str]:
    """Who would still be left out by the strictest wish, as a list to tick."""
    wishes = RedactionWishes(owners=True, everywhere=True)
    left = redact_programme(
        opened.programme, wishes, opened.lang, [opened.name]
    )
    return list(persons_form(left, opened.name, opened.lang))
