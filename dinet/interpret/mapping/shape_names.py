"""The shapes of tables, and how people call them in a mapping form."""

from collections.abc import Mapping

from dinet.plugins import PluginFolder
from dinet.vocabulary.folding import fold_text

SHAPES = PluginFolder("dinet.interpret.shapes")


def name_of_shape(shape: str, lang: str) -> str:
    """How people call a shape in a language; the name of its file when that says nothing of it.

    Example:
        >>> name_of_shape("turned", "nl"), name_of_shape("turned", "en")
        ('gekanteld', 'turned')
    """
    names = _spoken_names(shape).get(lang, ())
    return names[0] if names else shape.replace("_", " ")


def shape_called(words: str) -> str | None:
    """The shape that words name in any language; None when no shape is called so.

    Example:
        >>> shape_called("Kruistabel"), shape_called("cards"), shape_called("driehoek")
        ('matrix', 'turned', None)
    """
    return _shapes_by_name().get(fold_text(words))


def all_shape_names() -> list[str]:
    """All names of all shapes, for hints."""
    return list(_shapes_by_name())


def _shapes_by_name() -> dict[str, str]:
    shapes: dict[str, str] = {}
    for shape in SHAPES.plugins:
        shapes[fold_text(shape)] = shape
        shapes[fold_text(shape.replace("_", " "))] = shape
        for names in _spoken_names(shape).values():
            shapes.update((fold_text(name), shape) for name in names)
    return shapes


def _spoken_names(shape: str) -> Mapping[str, tuple[str, ...]]:
    """The names of a shape by language, as the constant ``SPOKEN_NAMES`` of its file has them."""
    module = SHAPES.plugins[shape].module
    names: Mapping[str, tuple[str, ...]] = getattr(module, "SPOKEN_NAMES", {})
    return names
