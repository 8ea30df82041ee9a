"""A network in any format that a writer makes."""

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.plugins import plugin_folder


def write_network(
    network: Network,
    findings: tuple[Finding, ...],
    format_name: str,
    profile: Profile | None = None,
) -> bytes:
    """A network in a format.

    Args:
        network: What to write.
        findings: What the audit found, for the formats that show it; may be empty.
        format_name: The name of a writer, such as ``html`` or ``pdf``.
        profile: The reader's wishes; by default Dutch, A3.

    Raises:
        UnknownNameError: There is no writer with this name.
        MissingLibraryError: The format needs a library or program that is not there.
    """
    writer = plugin_folder("writers").plugin_named(format_name).module
    written: bytes = writer.write(network, findings, profile or Profile())
    return written
