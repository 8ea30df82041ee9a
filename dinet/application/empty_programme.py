"""An empty programme to fill in: a commented text file, or a workbook with lists to choose from."""

from dinet.application.write_network import write_network
from dinet.layout.style.profile import Profile
from dinet.model import Identity, Programme
from dinet.network import Network

_TEXT = {
    "nl": """# Een doelen-inspanningen-netwerk. Codes (id) zijn alleen nodig om naar te verwijzen.
dinet: 1
programma: Naam van het programma

focuspunten:
  - id: T1
    naam: Naam van het focuspunt

smart-doelen:                # wat onder meer doelen staat, staat hier één keer
  - id: S1
    tekst: In 2028 ...
    bron:

doelen:
  - id: D1
    tekst: Meer ...
    focuspunt: T1
    smart: [S1]
    inspanningen:
      - tekst: Bouwen van ...
        voor: [S1]
        trekker:
""",
    "en": """# A goals-efforts network. Ids are needed only to refer.
dinet: 1
programme: Name of the programme
language: en

themes:
  - id: T1
    name: Name of the theme

targets:                     # what stands under several goals stands here once
  - id: S1
    text: In 2028 ...
    source:

goals:
  - id: D1
    text: More ...
    theme: T1
    targets: [S1]
    efforts:
      - text: Building ...
        for: [S1]
        owner:
""",
}


def build_empty_programme(form: str, lang: str) -> bytes:
    """An empty programme as a file.

    Args:
        form: ``yaml`` or ``xlsx``.
        lang: The language of its keys and headings.
    """
    if form == "yaml":
        return _TEXT[lang].encode()
    identity = Identity(lang="nl" if lang == "nl" else "en")
    network = Network(Programme(identity=identity))
    return write_network(network, (), "xlsx", Profile(lang))
