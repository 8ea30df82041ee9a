"""What the package does: read a document, audit a network, write it in a format, and show it.

The functions stand in ``application``, under names that say what they act on; here they have the
short names by which notebooks and scripts call them.
"""

from typing import TYPE_CHECKING, Any

from dinet.application.auditing.audit_network import (
    NO_WISHES,
    AuditWishes,
    audit_network,
    locate_findings,
)
from dinet.application.read_document import add_mapping as with_mapping
from dinet.application.read_document import in_dialect
from dinet.application.read_document import read_document as read
from dinet.application.read_document import read_document_bytes as read_bytes
from dinet.application.write_network import write_network as write
from dinet.layout.style.profile import Profile
from dinet.model import Programme
from dinet.network import Network as ProgrammeNetwork
from dinet.notebook import ShownFindings, frame_around, register_tables
from dinet.plugins import plugin_folder

if TYPE_CHECKING:
    from dinet.question.answer import Answer

__all__ = [
    "Network",
    "audit",
    "in_dialect",
    "locate_findings",
    "read",
    "read_bytes",
    "with_mapping",
    "write",
]


register_tables()


def audit(
    network: ProgrammeNetwork | Programme, wishes: AuditWishes = NO_WISHES
) -> ShownFindings:
    """What the rules find in a network, which a notebook shows as a table.

    Args:
        network: It, or its programme.
        wishes: The date of reference, and rules that are off by default.

    Returns:
        Findings, the worst first, then by code, then in reading order of what they are about.
        Empty: nothing found.

    Example:
        >>> findings = audit(read("examples/hoogeveen.docx"))
        >>> [finding.rule for finding in findings if finding.severity.name == "ERROR"]
        []
    """
    return ShownFindings(audit_network(network, wishes))


class Network(ProgrammeNetwork):
    """A programme as a graph, that a notebook shows as its page and pyvis can take over.

    Args:
        programme: As ``dinet.network.Network`` takes it, where all questions stand.

    Example:
        >>> network = Network(read("examples/hoogeveen.docx"))
        >>> network["D4"].text
        'Beter worden in het bieden van kansen aan onze kinderen.'
    """

    def to_pyvis(self) -> Any:
        """The same network as a ``pyvis.network.Network``, every element at its fixed place.

        Raises:
            MissingLibraryError: pyvis is not installed.
        """
        return (
            plugin_folder("writers")
            .plugin_named("pyvis")
            .module.build_pyvis(self)
        )

    def ask(self, question: str) -> "Answer":
        """The answer to a question in Dutch or English words; the README has the grammar.

        Raises:
            QuestionError: It cannot be understood; with the column, and what was expected there.

        Example:
            >>> network = Network(read("examples/hoogeveen.docx"))
            >>> [each.element.id for each in network.ask("doelen zonder SMART-doel").elements]
            ['D4']
        """
        # the language of questions is loaded by who asks one
        from dinet.question.answer import ask_network

        return ask_network(self, question, self.programme.lang)

    def _repr_html_(self) -> str:  # how a notebook shows it
        lang = self.programme.lang
        page = write(self, audit(self), "html", Profile(lang))
        return frame_around(page, self.programme.title, lang)
