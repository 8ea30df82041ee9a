"""One script of many modules: in the order of their imports, each once, or an error that says what does not fit."""

import re
from pathlib import Path

import pytest

from dinet.writers.page.script_modules import BrokenModulesError, bundle_modules
from dinet.writers.page.shell import SCRIPTS

PAGES = ("drawn_page", "large_page", "pyvis_page", "watch")


def bundled(folder: Path, **sources: str) -> str:
    for name, source in sources.items():
        (folder / f"{name}.js").write_text(source, encoding="utf-8")
    return bundle_modules(folder, "page")


def test_what_is_imported_stands_before_what_imports_it_and_only_once(tmp_path):
    made = bundled(
        tmp_path,
        page='import { left } from "./left.js";\nimport { right } from "./right.js";\nleft(right);\n',
        left='import { base } from "./base.js";\nexport const left = base + 1;\n',
        right='import { base } from "./base.js";\nexport const right = base + 2;\n',
        base="export const base = 1;\n",
    )
    assert [line for line in made.splitlines() if line] == [
        "(() => {",
        '"use strict";',
        "const base = 1;",
        "const left = base + 1;",
        "const right = base + 2;",
        "left(right);",
        "})();",
    ]


def test_names_may_stand_on_lines_of_their_own_and_a_module_may_be_imported_for_what_it_does(tmp_path):
    page = 'import "./done.js";\nimport {\n  one,\n  two,\n} from "./base.js";\none(two);\n'
    made = bundled(tmp_path, page=page, base="export const [one, two] = [1, 2];\n", done="done();\n")
    assert "import" not in made
    assert made.index("done()") < made.index("const [one, two] = [1, 2]") < made.index("one(two)")


def test_types_are_left_out_and_sentences_stay(tmp_path):
    made = bundled(
        tmp_path,
        page="""/**
 * Opens a view.
 * @param {string} name of it
 */
function open(name) {
  /** @type {string[]} */
  const found = [];
  return /** @type {HTMLElement} */ (found[name]); // as it is
}
/** Closes it. @param {string} name */
function close(name) {}
""",
    )
    assert "@" not in made
    assert "/* Opens a view. */\nfunction open(name) {\n  const found = [];\n  return (found[name]); // as it is\n" in made
    assert "/* Closes it. */\nfunction close(name) {}" in made


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        (
            {"page": 'import { a } from "./a.js";\n', "a": 'import { b } from "./b.js";\n', "b": 'import { a } from "./a.js";\n'},
            "in a loop: a imports b imports a",
        ),
        ({"page": 'import { a } from "./gone.js";\n'}, "there is no script gone.js, which page.js imports"),
        ({"page": 'import { a } from "./a.js";\n', "a": "const a = 1;\n"}, "page.js imports a, which a.js does not export"),
        (
            {"page": 'import { a } from "./a.js";\nlet b;\n', "a": "export const { a, c: b } = {};\n"},
            "b is defined twice: a.js and page.js",
        ),
        ({"page": "function a() {}\nasync function a() {}\n"}, "a is defined twice: page.js and page.js"),
        ({"page": 'import a from "./a.js";\n'}, 'page.js: this is not understood: import a from "./a.js";'),
        ({"page": "export default 1;\n"}, "page.js: this is not understood: export default 1;"),
        ({"page": 'import { a as b } from "./a.js";\n', "a": "export const a = 1;\n"}, "page.js imports a as b"),
    ],
)
def test_modules_that_do_not_fit_are_told(tmp_path, sources, told):
    with pytest.raises(BrokenModulesError, match=re.escape(told)):
        bundled(tmp_path, **sources)


def test_every_script_of_the_folder_is_in_a_page():
    shipped = "\n".join(bundle_modules(SCRIPTS, page) for page in PAGES)
    for path in SCRIPTS.glob("*.js"):
        names = re.findall(r"^export (?:function|const) (\w+)", path.read_text(encoding="utf-8"), re.M)
        assert path.stem in PAGES or names, f"{path.name} exports nothing"
        assert all(re.search(rf"^(?:function|const) {name}\b", shipped, re.M) for name in names), path.name
