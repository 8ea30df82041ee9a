"""What the user lays on the desk besides documents: settings of audits, a house style, its logo."""

from collections.abc import Iterable
from pathlib import Path
from shutil import copyfile

from dinet.application.files.folder_settings import TOML_FILE, read_settings
from dinet.application.picture_profile import find_style
from dinet.errors import DinetError, MissingInputError, UsageError
from dinet.language import Sentence
from dinet.layout.style.palette import PictureStyle

AUDIT, STYLE, LOGO = "audit", "style", "logo"
"""What a file is used for."""
_NO_FOLDERS = str.maketrans("/\\\0", "___")
"""What would make a name lead elsewhere."""
_LONGEST_NAME = 200
"""In characters, of a file in a folder of the desk."""


def plain_name(name: str) -> str:
    """The name of a file, as far as it is one name and not a way to elsewhere.

    Example:
        >>> plain_name("../plan.docx"), plain_name("")
        ('_plan.docx', 'document')
    """
    plain = name.translate(_NO_FOLDERS)
    return plain[-_LONGEST_NAME:].lstrip(".") or "document"


class DroppedSettings:
    """Files that hold for all documents on the desk.

    ``dinet.toml`` says how documents are audited, as it does in a folder; any other TOML file is
    a house style; everything else is a logo that a style may name, and so comes before it.

    Args:
        folder: Where they stand while the desk lives.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.style: PictureStyle | None = None

    def take_file(self, name: str, data: bytes) -> str:
        """Keep a file; what it is used for.

        Raises:
            DinetError: It cannot be understood; then it is not kept.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._folder / plain_name(name)
        before = file.read_bytes() if file.is_file() else None
        file.write_bytes(data)
        try:
            return self._use_file(file)
        except DinetError:
            file.unlink()
            if before is not None:
                file.write_bytes(before)
            raise

    def _use_file(self, file: Path) -> str:
        if file.name == TOML_FILE:
            read_settings(self._folder)
            return AUDIT
        if file.suffix.lower() == ".toml":
            self.style = _style_of(file)
            return STYLE
        return LOGO

    def lay_beside(self, folder: Path) -> None:
        """Have a document in a folder be audited by what was taken."""
        file = self._folder / TOML_FILE
        if file.is_file():
            copyfile(file, folder / TOML_FILE)

    def forget_all(self, folders: Iterable[Path]) -> None:
        """Forget every file, also where it was laid beside documents."""
        self.style = None
        for folder in (self._folder, *folders):
            for file in folder.glob("*.toml"):
                file.unlink()


def _style_of(file: Path) -> PictureStyle:
    try:
        return find_style(str(file))
    except MissingInputError as error:
        what = Sentence(
            "this house style names a logo: lay down both at once."
        )
        raise UsageError(what, where=file.name) from error
