"""What the package does: read a document, audit a network, write it in a format, and show it in a notebook."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dinet.document.content import Document
from dinet.errors import (
    DinetError,
    DocumentError,
    MissingInputError,
    UnknownFormatError,
)
from dinet.finding import Finding, Rule
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.limits import Limits, current_limits, limit_error, use_limits
from dinet.model import Place, Programme
from dinet.network import Network as ProgrammeNetwork
from dinet.notebook import frame_around
from dinet.plugins import plugin_folder


class Network(ProgrammeNetwork):
    """A programme as a graph of typed elements, that a notebook shows as its page and pyvis can take over.

    Args:
        programme: As ``dinet.network.Network`` takes it, where all questions stand.

    Example:
        >>> network = Network(read("examples/hoogeveen.docx"))
        >>> network["D4"].text
        'Beter worden in het bieden van kansen aan onze kinderen.'
    """

    def to_pyvis(self) -> Any:
        """The same network as a ``pyvis.network.Network`` with every element at its fixed place, physics off.

        Raises:
            MissingLibraryError: pyvis is not installed.
        """
        return plugin_folder("writers").plugin_named("pyvis").module.build_pyvis(self)

    def _repr_html_(self) -> str:  # how a notebook shows it
        lang = self.programme.lang
        page = write(self, audit(self), "html", Profile(lang))
        return frame_around(page, self.programme.title, lang)


def read(
    path: str | Path, limits: Limits | None = None, dialect: str | Path | None = None
) -> Programme:
    """The programme that a document describes.

    Args:
        path: A file; its suffix says how it is read.
        limits: Guards with other values than the usual ones; None for those that are in force.
        dialect: A TOML file with the words of the document's own; None for the built-in ones.

    Returns:
        The programme. Its notes say what was joined, merged, inferred and not understood.

    Raises:
        MissingInputError: There is no such file, or it may not be read.
        UnknownFormatError: No reader knows this suffix.
        InputError: The file is not what its suffix says, or holds no goals, targets or efforts.

    Example:
        >>> read("examples/coevorden.txt").title
        'Kansrijk opgroeien'
    """
    with use_limits(limits):
        return read_bytes(_read_file(Path(path)), Path(path).name, dialect)


@contextmanager
def in_dialect(path: str | Path | None) -> Iterator[None]:
    """Read documents in the dialect of a TOML file, as long as the context lasts.

    Args:
        path: The file, which extends the built-in dialect; None changes nothing.

    Raises:
        MissingInputError: There is no such file, or it may not be read.
        UsageError: It is no dialect; all its problems with their lines.
    """
    if path is None:
        yield
        return
    from dinet.document.dialects import dialect_in, speaking

    with speaking(dialect_in(_read_file(Path(path)), Path(path).name)):
        yield


def _read_file(path: Path) -> bytes:
    try:
        _check_size(path.stat().st_size, path.name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise MissingInputError(
            Sentence("there is no such file."), where=str(path)
        ) from error
    except IsADirectoryError as error:
        raise MissingInputError(
            Sentence("this is a folder, not a document."), where=str(path)
        ) from error
    except PermissionError as error:
        raise MissingInputError(
            Sentence("this file may not be read by you."), where=str(path)
        ) from error
    except (OSError, ValueError) as error:
        raise MissingInputError(
            Sentence("this file cannot be read."), where=str(path)
        ) from error


def _check_size(size: int, name: str) -> None:
    if size > current_limits().file:
        raise limit_error("file", size, name)


def read_bytes(data: bytes, name: str, dialect: str | Path | None = None) -> Programme:
    """The programme in a document that is already in memory.

    Args:
        data: The whole file.
        name: The file's name; its suffix says how it is read.
        dialect: See ``read``.

    Raises:
        UnknownFormatError: No reader knows this suffix.
        InputError: The file is not what its suffix says, is empty, or holds no goals, targets
            or efforts.
    """
    plugin = plugin_folder("readers").for_file(name)
    if plugin is None:
        known = ", ".join(
            suffix
            for each in plugin_folder("readers").plugins.values()
            for suffix in each.suffixes
        )
        what = Sentence(
            "dinet does not read files of this kind. It reads {known}.", known=known
        )
        raise UnknownFormatError(
            what,
            Sentence("Save it as .docx or .xlsx, or as PDF, and give that."),
            where=name,
        )
    _check_size(len(data), name)
    if not data.strip():
        raise DocumentError(Sentence("this file is empty."), where=name)
    try:
        with in_dialect(dialect):
            found = plugin.module.read(data, name)
            return (
                _interpret_document(found)
                if isinstance(found, Document)
                else Programme.model_validate(found)
            )
    except DinetError:
        raise
    except (RecursionError, MemoryError) as error:
        raise DocumentError(
            Sentence("this file is nested more deeply or larger than dinet reads."),
            where=name,
        ) from error


def _interpret_document(document: Document) -> Programme:
    # native formats do not need these, and they take a tenth of their time
    from dinet.document.size_check import check_sizes
    from dinet.interpret.interpret import interpret_document

    return interpret_document(check_sizes(document))


def with_mapping(programme: Programme, path: str | Path) -> Programme:
    """The programme with the links that a person states in a mapping file.

    Args:
        programme: As it was read from its document.
        path: The file that ``dinet read`` made, filled in.

    Raises:
        MissingInputError: There is no such file, or it may not be read.
        DocumentError: It is no mapping file, or does not fit the document.
    """
    from dinet.interpret.resolve.mapping_form import apply_mapping
    from dinet.native import ProblemReport

    report = ProblemReport(Path(path).name)
    return apply_mapping(
        programme,
        plugin_folder("readers")
        .plugin_named("yaml")
        .module.parse_file(_read_file(Path(path)), report),
        report,
    )


def audit(network: ProgrammeNetwork | Programme) -> tuple[Finding, ...]:
    """What the rules find in a network.

    Returns:
        Findings, the worst first, then by code, then in reading order of what they are about.
        Empty: nothing found.

    Example:
        >>> [finding.rule for finding in audit(read("examples/hoogeveen.docx")) if finding.severity.name == "ERROR"]
        []
    """
    network = ProgrammeNetwork(network) if isinstance(network, Programme) else network
    findings = []
    for plugin in plugin_folder("rules").plugins.values():
        rule: Rule = plugin.module.check
        findings += [
            Finding(rule.code, plugin.name, rule.severity, about, said)
            for about, said in rule.check(network)
        ]
    return tuple(
        sorted(findings, key=lambda finding: (-finding.severity, finding.code))
    )


def locate_findings(
    findings: tuple[Finding, ...], path: str | Path, name: str = ""
) -> tuple[Finding, ...]:
    """The findings on a file of dinet's own form; those that have no place get the file, and the line or row.

    Args:
        findings: What ``audit`` found.
        path: The file that was read: YAML or a workbook. In other files everything has a place
            already.
        name: How the file is called in places; by default as it is.
    """
    plugin = plugin_folder("readers").for_file(Path(path).name)
    if (
        plugin is None
        or all(finding.places for finding in findings)
        or not hasattr(plugin.module, "places")
    ):
        return findings
    places: dict[str, Place] = plugin.module.places(
        _read_file(Path(path)), name or Path(path).name
    )

    def with_place(finding: Finding) -> Finding:
        place = places.get(finding.ids[0])
        if finding.places or place is None:
            return finding
        return finding._replace(
            about=finding.about.model_copy(update={"places": (place,)})
        )

    return tuple(map(with_place, findings))


def write(
    network: ProgrammeNetwork,
    findings: tuple[Finding, ...],
    format_name: str,
    profile: Profile | None = None,
) -> bytes:
    """A network in a format.

    Args:
        network: What to write.
        findings: What ``audit`` found, for the formats that show it; may be empty.
        format_name: The name of a writer, such as ``html`` or ``pdf``.
        profile: The reader's wishes; by default Dutch, A3.

    Raises:
        UnknownNameError: There is no writer with this name.
        MissingLibraryError: The format needs a library or program that is not there.
    """
    written: bytes = (
        plugin_folder("writers")
        .plugin_named(format_name)
        .module.write(network, findings, profile or Profile())
    )
    return written
