"""The words that Mermaid shows of a label.

Entities as signs, line breaks as spaces, without marks of style.
"""

import re
from html import unescape

_TAG = re.compile(
    r"</?(?:br|b|i|em|strong|u|s|small|sub|sup|span|div|p|code|center)\b[^<>]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"[#&](#?\w{1,31});")
_ICON = re.compile(r"\bfa[bsrl]?:fa-[\w-]+")


def shown_label(label: str) -> str:
    """A label as it is read, on one line.

    Example:
        >>> shown_label("90% #quot;van#quot;<br/>de &amp; het"), shown_label("`**Meer** sport`")
        ('90% "van" de & het', 'Meer sport')
    """
    label = label.strip()
    if len(label) > 1 and label.startswith("`") and label.endswith("`"):
        label = label[1:-1].replace("**", "")
    words = _ICON.sub(" ", _TAG.sub(" ", label))
    return " ".join(_ENTITY.sub(_entity_sign, words).split())


def _entity_sign(found: re.Match[str]) -> str:
    name = found[1] if not found[1].isdecimal() else f"#{found[1]}"
    sign = unescape(f"&{name};")
    return found[0] if sign == f"&{name};" else sign
