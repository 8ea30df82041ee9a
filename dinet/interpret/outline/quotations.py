"""What is quoted, in a document that states goals of its own.

    ## Doelen
    - Sloten zijn schoon
    > Doel: ieder huis een eigen sloot, zei een bewoner.

Met in plans with the words of residents between the chapters. A quotation names no goal beside
those of the document; where it names none itself, its makers may set goals in such boxes.
"""

from collections.abc import Sequence

from dinet.document.content import Grid, Para
from dinet.interpret.form_answers import FormAnswers
from dinet.interpret.outline.others_and_earlier import kinds_held_in
from dinet.interpret.outline.sections import outline_document


def leave_quotations(
    parts: Sequence[Para | Grid], answers: FormAnswers
) -> Sequence[Para | Grid]:
    """The parts without quoted lines; all of them where no others are about goals.

    Args:
        parts: Of the document.
        answers: What a person says of its headings; a quoted line that is one stays.
    """
    own = [part for part in parts if not _is_quoted(part, answers)]
    if len(own) == len(parts):
        return parts
    _, sections = outline_document(own, answers)
    return own if "goal" in kinds_held_in(sections) else parts


def _is_quoted(part: Para | Grid, answers: FormAnswers) -> bool:
    if isinstance(part, Grid) or not part.quoted:
        return False
    return not answers.answer_for_heading(part.text)
