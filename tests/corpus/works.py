"""What tests do with documents in other processes: reading them, and what goes wrong at it."""

import os
import time

from dinet.corpus.document_result import (
    DocumentResult,
    DocumentTask,
    WorkSettings,
)
from dinet.errors import DocumentError
from dinet.language import Sentence


def measure_name(task: DocumentTask, settings: WorkSettings) -> DocumentResult:
    """The length of a name; some names bring down, hold up or break what reads them."""
    if "dood" in task.name:
        os._exit(9)
    if "hangt" in task.name:
        time.sleep(600)
    if "geweigerd" in task.name:
        raise DocumentError(Sentence("this file is empty."), where=task.name)
    if "kapot" in task.name:
        raise ValueError(task.name)
    if settings.asked:  # somebody counts how often it is done
        with open(settings.asked, "a", encoding="utf-8") as counted:
            counted.write(f"{task.name}\n")
    return DocumentResult(task.name, elements=len(task.name))
