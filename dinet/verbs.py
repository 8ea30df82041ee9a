"""What the package does, in three verbs: read a document, audit a network, write it in a format."""

from dinet.application.audit_network import audit_network as audit
from dinet.application.audit_network import locate_findings as located
from dinet.application.read_document import add_mapping as with_mapping
from dinet.application.read_document import in_dialect
from dinet.application.read_document import read_document as read
from dinet.application.read_document import read_document_bytes as read_bytes
from dinet.application.write_network import write_network as write

__all__ = ["audit", "in_dialect", "located", "read", "read_bytes", "with_mapping", "write"]
