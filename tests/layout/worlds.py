"""Networks of any size for tests of geometry: the same seed gives the same network."""

from random import Random

from dinet.model import (
    Aim,
    Capability,
    Effort,
    Goal,
    Identity,
    Link,
    LinkKind,
    Programme,
    Target,
    Theme,
)
from dinet.network import Network

WORDS = """samen met partners in de wijk werken wij aan een gezonde start voor alle kinderen
door inzet van buurtsportcoaches jeugdgezondheidszorg preventie ondersteuning gezinnen armoede
talentontwikkeling ondersteuningsstructuur samenwerkingsverband
onderwijs/zorg welzijn cultuur""".split()
SHARES = {"theme": 0.04, "goal": 0.12, "target": 0.2, "effort": 0.64}
BASES = ("same row", "merged cell", "inherited", "inferred")


class World:
    """A network in the making."""

    def __init__(self, size: int, seed: int) -> None:
        self.random = Random(seed)
        self.counts = {
            kind: max(1, round(size * share)) for kind, share in SHARES.items()
        }
        self.links: dict[tuple[str, str], Link] = {}

    def sentence(self) -> str:
        return (
            " ".join(
                self.random.choices(WORDS, k=self.random.randint(2, 24))
            ).capitalize()
            + "."
        )

    def one(self, prefix: str, kind: str) -> str:
        return f"{prefix}{self.random.randint(1, self.counts[kind])}"

    def link(
        self, start: str, end: str, kind: LinkKind = "contributes_to"
    ) -> None:
        self.links[start, end] = Link(
            start=start, end=end, kind=kind, basis=self.random.choice(BASES)
        )

    def join(self) -> None:
        """Most goals have a theme, most targets a goal, most efforts a target or goal or both.

        Some things cross.
        """
        for number in range(1, self.counts["goal"] + 1):
            if self.random.random() < 0.9:
                self.link(f"D{number}", self.one("T", "theme"), "part_of")
            if self.random.random() < 0.15:
                self.link(f"D{number}", self.one("D", "goal"))
        for number in range(1, self.counts["target"] + 1):
            for _ in range(self.random.choice((0, 1, 1, 1, 1, 2))):
                self.link(f"S{number}", self.one("D", "goal"), "measures")
        for number in range(1, self.counts["effort"] + 1):
            self.effort(f"I{number}", number)

    def effort(self, effort: str, number: int) -> None:
        for _ in range(self.random.choice((0, 1, 1, 2))):
            self.link(effort, self.one("S", "target"))
        if self.random.random() < 0.3:
            self.link(effort, self.one("D", "goal"))
        if self.random.random() < 0.1 and number > 1:
            self.link(effort, f"I{number - 1}", "part_of")
        if self.random.random() < 0.05:
            self.link(
                effort,
                self.one("I", "effort"),
                self.random.choice(("depends_on", "conflicts_with")),
            )
        if self.random.random() < 0.05:
            self.link(self.one("D", "goal"), effort, "refers_to")


def grown(size: int, seed: int = 1) -> Network:
    """A network of about so many elements, with everything in it that makes a picture hard."""
    world = World(size, seed)
    world.join()
    classes = {
        "theme": ("T", Theme),
        "goal": ("D", Goal),
        "target": ("S", Target),
        "effort": ("I", Effort),
    }
    elements = []
    for kind, (prefix, made) in classes.items():
        for number in range(1, world.counts[kind] + 1):
            more = (
                {"target": Aim(year="2028"), "sources": ("CBS",)}
                if kind == "target"
                else {}
            )
            elements.append(
                made(id=f"{prefix}{number}", text=world.sentence(), **more)
            )
    elements.append(Capability(id="V1", text="Kunnen samenwerken"))
    world.link("I1", "V1")
    world.link("V1", "D1")
    identity = Identity(
        title="Proef", organisation="Gemeente Voorbeeld", period="2025-2028"
    )
    return Network(
        Programme(
            identity=identity,
            elements=tuple(elements),
            links=tuple(world.links.values()),
        )
    )
