"""Who turns a finished drawing into a picture of dots.

An installed dinet asks Graphviz, in a process of its own. Who embeds dinet where there is no
Graphviz hands in a ``DotsEngine``, which gets the same drawing as SVG.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple, Protocol

from dinet.layout.plan import Layout
from dinet.layout.render.dot import to_dot
from dinet.layout.render.graphviz import LOGO_FILE, render_pictures
from dinet.layout.style.palette import COLOUR_STYLE, PictureStyle


class Drawing(NamedTuple):
    """A drawing that is to become dots.

    Args:
        layout: What it shows.
        dpi: Dots per inch.
        make_svg: The same drawing as SVG; it is made only for who asks.
    """

    layout: Layout
    dpi: int
    make_svg: Callable[[], str]


class DotsEngine(Protocol):
    """Turns drawings into pictures of dots."""

    def __call__(
        self,
        drawings: Sequence[Drawing],
        engine: str,
        style: PictureStyle,
        /,
    ) -> list[bytes]:
        """A PNG for each drawing, in their order.

        Args:
            drawings: The pages.
            engine: What the user wants to draw them, as in ``Profile``.
            style: Whose logo and letters they have.

        Raises:
            MissingLibraryError: It is not there or failed.
            UsageError: It cannot draw the logo.
        """


def draw_with_graphviz(
    drawings: Sequence[Drawing], engine: str, style: PictureStyle
) -> list[bytes]:
    """Pictures by Graphviz, as ``DotsEngine`` says: what an installed dinet uses."""
    sources = [
        to_dot(drawing.layout, drawing.dpi, LOGO_FILE) for drawing in drawings
    ]
    return render_pictures(sources, "png", engine, style)


_ENGINE: ContextVar[DotsEngine] = ContextVar(
    "dots_engine", default=draw_with_graphviz
)


@contextmanager
def use_dots_engine(engine: DotsEngine) -> Iterator[None]:
    """Within this another engine makes the dots; afterwards again that of before."""
    before = _ENGINE.set(engine)
    try:
        yield
    finally:
        _ENGINE.reset(before)


def draws_as_usual() -> bool:
    """Whether nobody has handed in an engine of their own."""
    return _ENGINE.get() is draw_with_graphviz


def render_dots(
    drawings: Sequence[Drawing],
    engine: str,
    style: PictureStyle = COLOUR_STYLE,
) -> list[bytes]:
    """A PNG for each drawing, by the engine that is in force; see ``DotsEngine``."""
    return _ENGINE.get()(drawings, engine, style)
