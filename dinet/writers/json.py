"""JSON: everything that was read, for other programs; dinet reads it back unchanged."""

from pydantic_core import to_json

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.model import Target
from dinet.network import Network
from dinet.targets.contract import target_data
from dinet.targets.known_target import know_target, know_targets


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The programme of a network as the JSON contract has it.

    Every target has under ``target`` what its fields and its sentence say. The findings and the
    profile play no part.
    """
    programme = network.programme
    data = programme.model_dump(mode="json", by_alias=True)
    known_by_id = {known.element.id: known for known in know_targets(network)}
    pairs = zip(data["elements"], programme.elements, strict=True)
    for fields, element in pairs:
        if isinstance(element, Target):
            known = known_by_id.get(element.id)
            # a second element with one id, which the network does not hold
            if known is None or known.element is not element:
                known = know_target(element, programme.lang)
            fields["target"] = target_data(known)
    return to_json(data, indent=2) + b"\n"


DUTCH = {
    "JSON: everything that was read, for other programs; dinet reads it back unchanged.": (
        "JSON: alles wat gelezen is, voor andere programma's; dinet leest het "
        "ongewijzigd terug."
    ),
}
