"""An earlier audit, by which a later one knows what was found already."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dinet.application.files.input_files import read_input_file
from dinet.errors import InputError
from dinet.language import Sentence
from dinet.report.findings.audit_result import JudgedFinding, Standing


class Baseline(NamedTuple):
    """What an earlier audit found.

    Args:
        name: Of its file.
        known: How often each fingerprint was found, by the name of the document.
    """

    name: str
    known: dict[str, Counter[str]]

    def prints_of(self, document: str, *, alone: bool) -> Counter[str]:
        """What was found in a document.

        Args:
            document: Its name.
            alone: No other document is audited now. When the earlier audit was of one document
                too, it is that one: a new version of a plan often has another name.
        """
        found = self.known.get(document)
        if found is None and alone and len(self.known) == 1:
            found = next(iter(self.known.values()))
        return Counter(found or ())


def read_baseline(path: str) -> Baseline:
    """The result of an earlier audit, as ``--format json`` wrote it.

    Raises:
        InputError: It is no such result.
        MissingInputError: The file is not there, or may not be read.
    """
    name = Path(path).name
    try:
        data = json.loads(read_input_file(path))
        documents = data if isinstance(data, list) else [data]
        known = {
            str(each["document"]): Counter(_prints_in(each))
            for each in documents
        }
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        what = Sentence(
            "this is not the result of an audit, as --format json writes it."
        )
        raise InputError(what, where=name) from error
    return Baseline(name, known)


def _prints_in(document: dict[str, object]) -> Iterator[str]:
    """The fingerprints of the findings on a document; none of one that could not be read."""
    if "refused" in document:
        return
    findings = document["findings"]
    if not isinstance(findings, list):
        raise TypeError
    for finding in findings:
        yield str(finding["fingerprint"])


def mark_known(
    judged: Iterable[JudgedFinding], known: Counter[str]
) -> Iterator[JudgedFinding]:
    """The findings in their order; of those that are new as many are known as there were before.

    Args:
        judged: What was found now.
        known: What was found before.
    """
    left = Counter(known)
    for each in judged:
        if each.standing is Standing.NEW and left[each.fingerprint] > 0:
            left[each.fingerprint] -= 1
            yield each._replace(standing=Standing.KNOWN)
        else:
            yield each
