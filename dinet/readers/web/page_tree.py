"""What turns the text of a page into a tree: lxml, or ``plain_tree`` where there is none."""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from dinet.limits import Limits, current_limits, limit_error

HAS_LXML = find_spec("lxml") is not None
if TYPE_CHECKING or HAS_LXML:
    from lxml.html import HtmlElement as PageElement
else:
    from dinet.readers.web.plain_tree import PlainElement as PageElement

__all__ = ["PageElement", "parse_markup", "parse_page_tree"]


def parse_page_tree(text: str, name: str) -> PageElement | None:
    """The root of a page; None when there is nothing in it.

    Args:
        text: The page.
        name: The file's name, for messages.

    Raises:
        DocumentError: It is nested so deeply that the parser gives up.
    """
    if not HAS_LXML:
        return _plain_root(text, name) if text.strip() else None
    from lxml import etree, html

    deep = current_limits().depth > Limits().depth
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=deep
    )
    try:
        root = html.document_fromstring(
            text.encode("utf-8", errors="replace"), parser=parser
        )
    except etree.ParserError:
        return None
    if any(
        error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log
    ):
        raise limit_error("depth", current_limits().depth + 1, name)
    return root


def parse_markup(markup: str) -> PageElement:
    """The root of a page around a piece of HTML that is not empty."""
    if not HAS_LXML:
        return _plain_root(markup, "")
    from lxml import html

    return html.document_fromstring(markup)


def _plain_root(text: str, name: str) -> PageElement:
    from dinet.readers.web.plain_tree import parse_plain_tree

    root: PageElement = parse_plain_tree(text, name)
    return root
