"""Strings that break pages, tables and diagrams.

And a network that has one of them in every field.
"""

from itertools import pairwise

from dinet.api import Network
from dinet.finding import Finding, Severity
from dinet.language import Sentence
from dinet.model import (
    ELEMENT_OF,
    Aim,
    Element,
    Identity,
    Kind,
    Link,
    Note,
    Place,
    Programme,
    Step,
)

MARKUP = [
    *(
        f"<{tag} onload=alert(1) onerror=alert(1) src=x>"
        for tag in ("img", "svg", "body", "iframe", "video", "input", "object")
    ),
    *(
        f"</{tag}><script>alert(1)</script>"
        for tag in (
            "script",
            "style",
            "title",
            "textarea",
            "svg",
            "select",
            "table",
            "a",
        )
    ),
    *(
        f"{quote}><script>alert(1)</script>"
        for quote in ('"', "'", "`", '\\"', "-->", "]]>", "*/", "")
    ),
    *(
        f'<a href="{scheme}">klik</a>'
        for scheme in (
            "javascript:alert(1)",
            "data:text/html,x",
            "//x.test",
            "vbscript:x",
        )
    ),
    *(
        f"<b {event}='alert(1)'>b</b>"
        for event in (
            "onclick",
            "onmouseover",
            "onfocus",
            "style",
            "onpointerenter",
        )
    ),
    *(
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?xml?>",
        "<!DOCTYPE html>",
        "<",
        ">",
        "<>",
        "< b >",
        "<base href=//x.test>",
    ),
    *(
        "&",
        "&amp;",
        "&lt;b&gt;",
        "&#60;b&#62;",
        "&#x3c;b&#x3e;",
        "&nbsp",
        "&notanentity;",
        "href",
        "a href=x",
    ),
    *(
        "<math><mtext></script>",
        "<template><img src=x>",
        "<noscript><p title='</noscript>'>",
        "<form action=//x.test><button>",
    ),
]
CODE = [
    *(
        "{{7*7}}",
        "{% include 'x' %}",
        "{# x #}",
        "${alert(1)}",
        "`alert(1)`",
        "#{7*7}",
        "<%= 7*7 %>",
        "';alert(1);//",
        '";x="',
    ),
    *(
        "\\",
        "a\\",
        "\\n",
        "\\u003cscript\\u003e",
        "\\x3cb\\x3e",
        "$$x$$",
        "%s",
        "%(x)s",
        "{0}",
        "{target}",
        "{",
        "}",
        "%",
        "%41",
    ),
    *(
        "__proto__",
        "constructor",
        "toString",
        "hasOwnProperty",
        "length",
        "null",
        "undefined",
        "NaN",
        "true",
        "0",
        "-1",
    ),
    *(
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "|cmd",
        "DDE()",
        "../../etc",
        "C:\\temp\\x",
        "a/b?c#d",
        "%2F..",
        "a b",
        "view-table",
    ),
]
MARKDOWN = [
    *(
        "1. lijst",
        "1) lijst",
        "12. lijst",
        "- lijst",
        "+ lijst",
        "* ster",
        "# kop",
        "> citaat",
        "---",
        "===",
        "~~~",
        "```",
    ),
    *(
        "| pijp | tabel |",
        "a|b",
        "\\|",
        "**vet**",
        "_cursief_",
        "~~door~~",
        "[x](javascript:alert(1))",
        "![x](http://x.test/y)",
    ),
    *(
        "http://voorbeeld.test/",
        "www.voorbeeld.test",
        "naam@voorbeeld.test",
        ":smile:",
        "<http://voorbeeld.test>",
        "[^1]",
        "[x]: /y",
    ),
]
DIAGRAM = [
    *(
        '%%{init: {"theme":"dark"}}%%',
        "%% comment",
        "end",
        "subgraph x",
        "style n1 fill:#f00;",
        "classDef x fill:#f00;",
        "a:#b;",
    ),
    *(
        'click n1 "javascript:alert(1)"',
        "style a:#fff;",
        "x;y;z",
        '"quoted"',
        "n1 --> n2",
        'x"]',
        "linkStyle 0 stroke:red",
        "@{shape: x}",
    ),
]
WRITING = [
    *(
        "عربى نص",
        "שלום",
        "𝕬 😀",
        "é e\u0301",
        "regel 1\nregel 2",
        "\t tab",
        "  spaties  ",
        "\u2028x\u2029",
        "\u00ad",
        "\u200b",
        "\ufeff",
    ),
    *(
        "x" * 400,
        "woord " * 200,
        "ondersteuningsvraagstukken" * 4,
        "“aanhaling”",
        "'s-Hertogenbosch",
        "€ 1.000,-",
        "½ ≤ ¾",
        "",
        " ",
    ),
    *(
        "a\u00a0b",
        "\u202egnirts",
        "\x00",
        "\ud800",
        "\x85",
        "\ufffe",
        "NULL",
        "İstanbul",
        "ﬁ",
        "日本語",
        "ไทย",
        "हिन्दी",
    ),
]
STRINGS = tuple(dict.fromkeys([*MARKUP, *CODE, *MARKDOWN, *DIAGRAM, *WRITING]))
ORDER: tuple[Kind, ...] = (
    "theme",
    "goal",
    "target",
    "effort",
    "benefit",
    "capability",
    "result",
    "programme",
)


def network(strings: tuple[str, ...] = STRINGS) -> Network:
    """One element for every string, with that string in each of its fields.

    They are linked in rows, of one of each kind.
    """
    elements = [_element(number, each) for number, each in enumerate(strings)]
    links = [
        _link(lower, upper)
        for upper, lower in pairwise(elements)
        if lower.kind != ORDER[0]
    ]
    notes = [
        Note(
            code=each,
            message=each,
            place=Place(file=each, heading=each, column=1),
        )
        for each in strings
    ]
    said = strings[0]
    identity = Identity(
        title=said, vision=said, organisation=said, period=said, date=said
    )
    return Network(
        Programme(
            identity=identity, elements=elements, links=links, notes=notes
        )
    )


def findings(of: Network) -> tuple[Finding, ...]:
    """A finding about every element, with its text as code, rule and sentence."""
    return tuple(
        Finding(
            each.text,
            each.text,
            Severity.ERROR,
            each,
            Sentence("{text}", text=each.text),
        )
        for each in of
    )


def _element(number: int, text: str) -> Element:
    kind = ORDER[number % len(ORDER)]
    one = dict.fromkeys(
        (
            "text",
            "title",
            "vacant",
            "group",
            "phase",
            "period",
            "budget",
            "status",
            "remark",
        ),
        text,
    )
    many = dict.fromkeys(
        ("wordings", "sources", "owners", "joint_with", "partners"), (text,)
    )
    own = (
        {"target": Aim(indicator=text, value=text, unit=text, year=text)}
        if kind == "target"
        else {}
    )
    places = (
        Place(file=text, sheet=text, heading=text, column=1, row=number),
    )
    identity = text if text.strip() else f"leeg{number}"
    return ELEMENT_OF[kind](
        id=identity,
        planning=(Step(period=text, phase=text),),
        places=places,
        **one,
        **many,
        **own,
    )


def _link(lower: Element, upper: Element) -> Link:
    kind = "measures" if lower.kind == "target" else "contributes_to"
    return Link(
        start=lower.id,
        end=upper.id,
        kind=kind,
        basis="inferred",
        places=lower.places,
    )
