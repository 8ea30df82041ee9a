"""One A4 for everyone who answers for efforts, in a zip with a list of them.

Suffixes: .council.zip

Each has tags, and tells the goals that these efforts serve, the efforts, and what was found of
them. Owners are those of ``dinet coverage --by owner``: portfolio holders, departments, partners,
each role apart. Names of people follow ``--redact``.
"""

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.wording.deadlines import day_of_reference
from dinet.writers.office.archive import pack_archive
from dinet.writers.one_page.owner_sheets import (
    contents_list,
    owner_files,
    owner_page,
)


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The archive: the same bytes for the same network.

    Args:
        network: Whose owners have a page.
        findings: Those on the efforts of an owner and their goals stand on his page.
        profile: The language of all but the document's own words, the look, and what is asked.

    Raises:
        DocumentError: The document names nobody who answers for an effort.
        MissingLibraryError: typst could not set a page.
    """
    owners = owner_files(network)
    name = Sentence("contents").in_language(profile.lang)
    listed = contents_list(owners, network, profile)
    parts = {f"0-{name}.txt": listed.encode()}
    for owner in owners:
        parts[owner.name] = owner_page(owner, network, findings, profile)
    stated = network.programme.identity.date or ""
    return pack_archive(parts, day_of_reference(stated))


DUTCH = {
    "One A4 for everyone who answers for efforts, in a zip with a list of them.": (
        "Eén A4 voor ieder die voor inspanningen staat, in een zip met een lijst ervan."
    ),
}
