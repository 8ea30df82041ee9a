"""What tests look up in Word and PowerPoint files.

Their parts, and whether two programmes say the same.
"""

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from dinet.model import Goal, Programme

ROOT = Path(__file__).parent.parent.parent
Fact = tuple[object, ...]


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of an archive by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(data: bytes, part: str) -> Element:
    return fromstring(parts(data)[part])


def named(root: Element, name: str) -> list[Element]:
    """All elements of XML with a name, whatever their namespace."""
    return [
        each for each in root.iter() if each.tag.rpartition("}")[2] == name
    ]


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute, whatever its namespace."""
    attributes = element.attrib.items() if element is not None else ()
    return next(
        (said for key, said in attributes if key.rpartition("}")[2] == name),
        None,
    )


def words(element: Element) -> str:
    return "".join(each.text or "" for each in named(element, "t"))


def facts(programme: Programme) -> tuple[list[Fact], list[Fact]]:
    """The elements and the links of a programme, by what they say and not by their ids."""
    texts = {
        each.id: (each.kind, _plain(each.text)) for each in programme.elements
    }
    elements = [
        (
            *texts[each.id],
            each.sources,
            each.owners,
            each.joint_with,
            each.level if isinstance(each, Goal) else None,
        )
        for each in programme.elements
    ]
    links = {
        (texts[link.start], texts[link.end], link.kind)
        for link in programme.links
    }
    return sorted(elements, key=str), sorted(links, key=str)


def _plain(text: str) -> str:
    """A text; where a document repeats it, one of its places may have another end."""
    return " ".join(text.split()).rstrip(".")


def made_elsewhere(form: str, document: str, **environment: str) -> str:
    """A hash of what another process makes of a document.

    That process has another time zone or other hashes.
    """
    code = (
        "import dinet, hashlib, sys\n"
        f"network = dinet.Network(dinet.read({document!r}))\n"
        f"data = dinet.write(network, dinet.audit(network), {form!r}, dinet.Profile(paper='A4'))\n"
        "print(hashlib.sha256(data).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def fingerprint(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def traces(data: bytes) -> list[str]:
    """Words in the parts of a file that tell who made it, with what, where or when."""
    told = (
        "python-docx",
        "python-pptx",
        "Steve",
        "Canny",
        "Macintosh",
        "created",
        "modified",
        "thumbnail",
        "printerSettings",
    )
    whole = {
        name: part.decode("utf-8", "replace")
        for name, part in parts(data).items()
        if name.endswith((".xml", ".rels"))
    }
    places = (f"{ROOT / folder}" for folder in ("dinet", "tests", "examples"))
    return [
        f"{name}: {word}"
        for name, part in whole.items()
        for word in (*told, *places)
        if word in part
    ]
