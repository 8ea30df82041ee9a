"""Elements of a page that hold a Mermaid diagram: ``<pre class="mermaid">``, as its scripts ask."""

from dinet.readers.markdown.code_blocks import CodeBlock
from dinet.readers.web.page_tree import PageElement

_CLASSES = frozenset(("mermaid", "language-mermaid"))


def take_diagrams(root: PageElement) -> list[CodeBlock]:
    """The diagrams of a page, in order; what held them is empty after this.

    Lines are counted from 0; a parser that does not know them gives the first.
    """
    diagrams = []
    for element in root.iter():
        if not _CLASSES.isdisjoint((element.get("class") or "").split()):
            text = element.text or ""
            line = max((getattr(element, "sourceline", 1) or 1) - 1, 0)
            first = line if text.startswith("\n") else max(line - 1, 0)
            end = line + text.count("\n") + 1
            diagrams.append(
                CodeBlock("mermaid", first, end, text.removeprefix("\n"))
            )
            element.text = ""
    return diagrams
