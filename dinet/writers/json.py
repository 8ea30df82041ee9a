"""JSON: everything that was read, for other programs; dinet reads it back unchanged."""

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.network import Network


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The programme of a network as the JSON contract has it.

    The findings and the profile play no part.
    """
    return f"{network.programme.model_dump_json(by_alias=True, indent=2)}\n".encode()


DUTCH = {
    "JSON: everything that was read, for other programs; dinet reads it back unchanged.": (
        "JSON: alles wat gelezen is, voor andere programma's; dinet leest het "
        "ongewijzigd terug."
    ),
}
