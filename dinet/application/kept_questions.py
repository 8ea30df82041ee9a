"""A question asked of an opened document: in words, or by the name under which it is kept."""

from dinet.application.files.folder_settings import settings_beside
from dinet.application.opened_document import OpenedDocument
from dinet.question.answer import Answer, ask_network
from dinet.question.question_error import QuestionError


def ask_document(opened: OpenedDocument, words: str) -> Answer:
    """The answer of a document to a question.

    Args:
        opened: The document.
        words: The question; or the name of a kept question, or the code of a rule of one's own,
            in the settings of the folder.

    Raises:
        QuestionError: The question cannot be understood; of a kept one with the file.
        UsageError: The settings cannot be understood.
    """
    settings = settings_beside(opened.given[0])
    kept = {rule.code: rule.question for rule in settings.rules}
    kept |= settings.questions
    if words not in kept:
        return ask_network(opened.network, words, opened.lang)
    try:
        return ask_network(opened.network, kept[words], "nl")
    except QuestionError as error:
        error.where = f"{settings.file}, {words}"
        raise
