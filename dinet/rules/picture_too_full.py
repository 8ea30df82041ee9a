"""A network of which nobody can read the whole on one sheet of paper.

Why it matters: a picture on A3 with letters below six points hangs on walls and is read by
nobody. One theme a page, shorter texts or larger paper helps.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen: [
          werk 1, werk 2, werk 3, werk 4, werk 5, werk 6, werk 7, werk 8, werk 9, werk 10,
          werk 11, werk 12, werk 13, werk 14, werk 15, werk 16, werk 17, werk 18, werk 19,
          werk 20, werk 21, werk 22, werk 23, werk 24, werk 25, werk 26, werk 27, werk 28,
          werk 29, werk 30, werk 31, werk 32, werk 33, werk 34, werk 35, werk 36, werk 37,
          werk 38, werk 39, werk 40, werk 41, werk 42, werk 43, werk 44, werk 45, werk 46,
          werk 47, werk 48, werk 49, werk 50, werk 51, werk 52, werk 53, werk 54, werk 55]

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Bouwen van een sporthal.

Source: what practitioners ask of tools that draw: hints for the size of the page.
"""

from dinet.errors import DinetError
from dinet.finding import (
    USUAL_SETTINGS,
    RuleRemarks,
    RuleSettings,
    Severity,
    Threshold,
    WholeProgramme,
    rule,
)
from dinet.language import Sentence
from dinet.network import Network

_LETTERS = Threshold(Sentence("points"), 6)
"""The smallest letters that are read on paper."""
_PAPER = "A3-landscape"
"""The largest that an office prints."""


@rule("DX906", Severity.WARNING, by_default=False, thresholds=(_LETTERS,))
def check(
    network: Network, settings: RuleSettings = USUAL_SETTINGS
) -> RuleRemarks:
    """One finding, where the whole is drawn smaller than was set, or cannot be drawn.

    It draws the network to know, so it waits till somebody asks. PDF and Word take as many
    pages as are needed: this is of the one picture.
    """
    if not len(network):
        return
    least = settings.number_of(_LETTERS)
    size = _size_of_letters(network)
    if size is None:
        yield (
            WholeProgramme(),
            Sentence(
                "The network has {n} elements, too many for one picture: draw a theme a page.",
                n=len(network),
            ),
        )
    elif size < least:
        yield (
            WholeProgramme(),
            Sentence(
                "On one sheet of A3 the letters are {size} points, less than {least}: draw a "
                "theme a page, shorter texts or larger paper.",
                size=f"{size:.1f}",
                least=least,
            ),
        )


def _size_of_letters(network: Network) -> float | None:
    """Of the whole on one sheet, in points; None for more elements than dinet draws."""
    # drawing takes long to load, and few audits ask for it
    from dinet.layout.pages import lay_out_picture
    from dinet.layout.style.profile import Profile

    try:
        return lay_out_picture(network, (), Profile(paper=_PAPER)).size
    except DinetError:
        return None


DUTCH = {
    "A network of which nobody can read the whole on one sheet of paper.": (
        "Een netwerk dat niemand in zijn geheel op één vel papier kan lezen."
    ),
    (
        "a picture on A3 with letters below six points hangs on walls and is read by nobody. One "
        "theme a page, shorter texts or larger paper helps."
    ): (
        "een plaat op A3 met letters onder de zes punten hangt aan de muur en wordt door niemand "
        "gelezen. Eén thema per bladzijde, kortere teksten of groter papier helpt."
    ),
    "what practitioners ask of tools that draw: hints for the size of the page.": (
        "wat gebruikers vragen van gereedschap dat tekent: raad over de maat van de bladzijde."
    ),
    "The network has {n} elements, too many for one picture: draw a theme a page.": (
        "Het netwerk heeft {n} elementen, te veel voor één plaat: teken een thema per bladzijde."
    ),
    (
        "On one sheet of A3 the letters are {size} points, less than {least}: draw a theme a "
        "page, shorter texts or larger paper."
    ): (
        "Op één vel A3 zijn de letters {size} punten, minder dan {least}: teken een thema per "
        "bladzijde, kortere teksten of groter papier."
    ),
}
