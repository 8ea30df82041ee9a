"""How dinet.html is put together, without what the registries give."""

import hashlib
import io
import re
import tomllib
import zipfile
from html import unescape
from pathlib import Path

import pytest

from dinet.application.read_portfolio import read_portfolio
from dinet.layout.style.profile import Profile
from dinet.model import Effort, Goal, Programme
from dinet.network import Network
from dinet.onefile.pinned_files import (
    PinnedFile,
    RegistryError,
    WrongFileError,
    fetch_files,
    pinned_files,
)
from dinet.onefile.site_archive import (
    is_left_out,
    library_files,
    licence_texts,
    own_files,
    stored_archive,
)
from dinet.onefile.whole_file import (
    EXAMPLE,
    FOLDER,
    BuiltParts,
    RuntimeChangedError,
    placed_runtime,
    text_of_bytes,
    whole_file,
    worker_source,
)
from dinet.report.portfolio.portfolio_page import portfolio_page
from dinet.writers import html

EXAMPLES = Path(__file__).parents[2] / "examples"

RUNTIME = (
    "async function _createPyodideModule() {"
    "var memoryBase=metadata.memorySize"
    "?alignMemory(getMemory(metadata.memorySize+memAlign),memAlign):0;"
    "var tableBase=metadata.tableSize?wasmTable.length:0;"
    "addOnPreRun(function setEmscriptenTrampoline(){});"
    " return [import.meta.url, import.meta.main]; }\n"
    "export default _createPyodideModule;"
)
STARTER = "async function a(){}export{a as loadPyodide,b as version};\n"
PIN = PinnedFile("plan", "1.0", "plan.whl", "", "MIT", packages=("plan",))


def wheel(**files: str) -> bytes:
    return stored_archive(
        (name.replace("__", "/"), text.encode())
        for name, text in files.items()
    )


def test_every_pin_names_its_hash_and_licence() -> None:
    pins = pinned_files()
    assert len({pin.file for pin in pins}) == len(pins)
    for pin in pins:
        assert re.fullmatch(r"[0-9a-f]{64}", pin.sha256), pin.name
        assert pin.licence, pin.name


def test_another_file_than_the_pinned_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.whl").write_bytes(b"another")
    with pytest.raises(WrongFileError, match=r"plan\.whl"):
        fetch_files([PIN], tmp_path)


def test_a_file_that_is_kept_is_not_asked_for(tmp_path: Path) -> None:
    (tmp_path / "plan.whl").write_bytes(b"kept")
    pin = PIN._replace(sha256=hashlib.sha256(b"kept").hexdigest())
    assert fetch_files([pin], tmp_path) == {pin: b"kept"}


@pytest.mark.no_cover
def test_files_are_fetched_into_a_folder_that_is_named_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the client of the registry, of which the registry is a folder here."""
    registry = tmp_path / "registry"
    registry.mkdir()
    pins = []
    for name in ("plan", "goal"):
        about = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
        data = wheel(
            **{
                f"{name}__a.py": name,
                f"{name}-1.0.dist-info__METADATA": about,
                f"{name}-1.0.dist-info__WHEEL": "Wheel-Version: 1.0\n",
            }
        )
        file = f"{name}-1.0-py3-none-any.whl"
        (registry / file).write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        pins.append(PIN._replace(name=name, file=file, sha256=digest))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(registry))
    monkeypatch.chdir(tmp_path)
    fetched = fetch_files(pins, Path("build", "kept"))
    assert list(fetched) == pins
    assert sorted(path.name for path in Path("build", "kept").iterdir()) == [
        "goal-1.0-py3-none-any.whl",
        "plan-1.0-py3-none-any.whl",
    ]
    with pytest.raises(RegistryError, match=r"plan==1\.1"):
        fetch_files([pins[0]._replace(version="1.1", file="x")], tmp_path)
    other = pins[0]._replace(sha256="0" * 64, file="x")
    with pytest.raises(WrongFileError, match="Expected sha256") as told:
        fetch_files([other], tmp_path)
    assert not isinstance(told.value, RegistryError)


def test_of_a_wheel_only_its_python_is_taken_and_its_licence() -> None:
    data = stored_archive(
        [
            ("plan/a.py", b"a = 1"),
            ("plan/fast.cpython-314-x86_64-linux-gnu.so", b"x"),
            ("plan/tests/test_a.py", b""),
            ("other/b.py", b""),
            ("plan-1.0.dist-info/licenses/LICENSE", b"MIT"),
        ]
    )
    assert list(library_files(PIN, data)) == [("plan/a.py", b"a = 1")]
    assert list(licence_texts(PIN, data)) == [("plan: LICENSE", "MIT")]


def test_code_for_the_browser_is_taken() -> None:
    assert not is_left_out("x/_x.cpython-314-wasm32-emscripten.so")
    assert not is_left_out("pypdfium2_raw/libpdfium.so")


def test_dinet_goes_in_without_what_needs_a_terminal() -> None:
    names = {name for name, _ in own_files()}
    assert {"dinet/api.py", "dinet/onefile/desk.py"} <= names
    assert "dinet/vocabulary/lexicon.toml" in names
    assert not [name for name in names if name.startswith("dinet/cli/")]


def test_an_archive_is_the_same_twice() -> None:
    files = [("a.txt", b"a"), ("b/c.txt", b"c")]
    assert stored_archive(files) == stored_archive(files)
    with zipfile.ZipFile(io.BytesIO(stored_archive(files))) as held:
        assert held.namelist() == ["a.txt", "b/c.txt"]


def test_the_worker_asks_for_no_module() -> None:
    script = worker_source(RUNTIME, STARTER, "{}").decode()
    assert "import.meta" not in script
    assert "export" not in script.replace("exports", "")
    assert "return a;" in script


def test_the_example_is_that_of_the_examples() -> None:
    assert EXAMPLE.read_bytes() == (EXAMPLES / "hoogeveen.docx").read_bytes()


def test_a_kept_memory_finds_its_libraries_where_they_were() -> None:
    """And the function that only newer engines add comes after these."""
    placed = placed_runtime(RUNTIME)
    assert "Module.keptPlaces?Module.keptPlaces[libName]:" in placed
    assert "Module.addTrampoline=function" in placed
    assert "addOnPreRun" not in placed
    with pytest.raises(RuntimeChangedError):
        placed_runtime(placed)


@pytest.mark.parametrize("size", [0, 1, 14, 15, 16, 1000, 200_000])
def test_bytes_are_told_in_signs_of_one_word_each(size: int) -> None:
    """Without controls, and without halves of signs, which only count in pairs."""
    data = bytes(number * number // 7 % 256 for number in range(size))
    told, _, signs = text_of_bytes(data).partition(" ")
    assert int(told) == size
    assert not [sign for sign in signs if ord(sign) < 0x800]
    assert signs.encode("utf-16-le").decode("utf-16-le") == signs
    bits = "".join(map(bits_of_sign, signs))
    assert len(bits) < (size + 4) * 8
    whole = bits[: size * 8]
    assert int(whole or "0", 2).to_bytes(size) == data


def bits_of_sign(sign: str) -> str:
    """The bits that a sign of a packed part stands for."""
    number = ord(sign)
    if 0x0800 <= number < 0x1000:
        return f"{number - 0x0800:015b}"
    if 0xD000 <= number < 0xD800:
        return f"{number - 0x6800:015b}"
    return f"{number:016b}"


@pytest.mark.parametrize("number", range(0, 2**16, 2**9))
def test_any_sixteen_bits_can_be_told(number: int) -> None:
    data = number.to_bytes(2) * 3
    signs = text_of_bytes(data).partition(" ")[2]
    bits = "".join(map(bits_of_sign, signs))
    assert int(bits[:48], 2).to_bytes(6) == data


def test_another_pyodide_is_noticed() -> None:
    with pytest.raises(RuntimeChangedError):
        worker_source(RUNTIME, "export default 1;", "{}")


@pytest.fixture(scope="module")
def made() -> str:
    parts = BuiltParts({"runtime": b"<script>", "site": b"b"}, pinned_files())
    return whole_file(parts, EXAMPLES / "hoogeveen.docx").decode("utf-16")


def test_the_file_lets_nothing_out(made: str) -> None:
    (policy,) = re.findall(r'Policy" content="([^"]*)"', made)
    assert "connect-src &#39;none&#39;" in policy
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy.replace("wasm-unsafe-eval", "")


def test_the_file_asks_for_nothing(made: str) -> None:
    assert not re.findall(r'(?:src|href)="https?:', made)


def test_the_file_allows_the_scripts_of_the_network_page(made: str) -> None:
    page = (EXAMPLES.parent / "output" / "hoogeveen.html").read_text("utf-8")
    assert "script-src" in page
    hashes = re.findall(r"sha256-[\w+/=]+", made[:20_000])
    assert len(hashes) >= 5


@pytest.mark.parametrize(
    ("goals", "owners", "source"),
    [
        (3, (), ""),
        (70, ("Team Sport",), "plan.md"),
        (210, (), "plan.md"),
    ],
)
def test_pages_of_every_size_and_content_may_run_in_the_file(
    made: str, goals: int, owners: tuple[str, ...], source: str
) -> None:
    aims = [
        Goal(id=f"D{number}", text=f"Rust {source and 'Đ'}")
        for number in range(goals)
    ]
    efforts = [
        Effort(id=f"I{number}", text="Les", owners=owners)
        for number in range(goals)
    ]
    network = Network(Programme(elements=(*aims, *efforts)))
    page = html.write(network, (), Profile("nl", source=source)).decode()
    for kind in ("script", "style"):
        needed = allowed_sources(page, kind)
        assert needed
        assert needed <= allowed_sources(made, kind)


def test_the_page_of_a_portfolio_keeps_its_style_in_the_file(
    made: str, tmp_path: Path
) -> None:
    for name in ("sport", "jeugd", "zorg"):
        plan = f"doelen:\n  - Rust in {name}\n"
        (tmp_path / f"{name}.din.yaml").write_text(plan, encoding="utf-8")
    read = read_portfolio([str(tmp_path)], "nl", {})
    page = portfolio_page(read.portfolio, read.notices, "nl")
    needed = allowed_sources(page, "style")
    assert needed
    assert needed <= allowed_sources(made, "style")


def allowed_sources(page: str, kind: str) -> set[str]:
    """The hashes of the scripts or styles that the policy of a page allows."""
    policy = unescape(page[: page.index("</title>")])
    (allowed,) = re.findall(rf"{kind}-src ([^;]*);", policy)
    return set(re.findall(r"sha256-[^']+", allowed))


def test_every_word_of_the_page_is_there_in_both_languages() -> None:
    words = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))
    scripts = "".join(
        path.read_text("utf-8") for path in (FOLDER / "scripts").glob("*.js")
    )
    asked = set(re.findall(r'\bsay\(\s*"([\w-]+)"', scripts))
    page = (FOLDER / "desk.html").read_text("utf-8")
    asked |= set(re.findall(r'said\("(\w+)"\)', page))
    assert asked <= set(words)
    for key, said in words.items():
        blanks = [set(re.findall(r"\{\w+\}", text)) for text in said.values()]
        assert set(said) == {"nl", "en"}, key
        assert blanks[0] == blanks[1], key
