"""One script of many modules: in the order of their imports, or an error that says why not."""

import re
from pathlib import Path

import pytest

from dinet.report.style_sheets import drop_layout
from dinet.writers.page.page_template import SCRIPTS_FOLDER, page_script
from dinet.writers.page.script_modules import (
    BrokenModulesError,
    bundle_modules,
    parse_module,
)

PAGES = (
    "drawn_page",
    "parted_page",
    "large_page",
    "owners",
    "pyvis_page",
    "judging_drawn_page",
    "judging_large_page",
    "judging_parted_page",
    "settling_drawn_page",
    "settling_large_page",
    "settling_parted_page",
    "watch",
)


LONE_ARGUMENTS = re.compile(r"\((\w+)\)=>")
"""An arrow needs no brackets around the only thing that it takes."""
NEEDLESS_ENDS = re.compile(r",(?=[)\]}])|;(?=\})")
SPACES_AND_NOTES = re.compile(r"\s+|^[ ]*//.*\n|[ ]*//[ ].*", re.M)


def take(name: str) -> str:
    """The import of a name from the module that is called so."""
    return f'import {{ {name} }} from "./{name}.js";\n'


def bundled(folder: Path, **sources: str) -> str:
    for name, source in sources.items():
        (folder / f"{name}.js").write_text(source, encoding="utf-8")
    return bundle_modules(folder, "page")


def test_what_is_imported_stands_before_what_imports_it_and_only_once(
    tmp_path,
):
    made = bundled(
        tmp_path,
        page=f"{take('left')}{take('right')}left(right);\n",
        left=f"{take('base')}export const left = base + 1;\n",
        right=f"{take('base')}export const right = base + 2;\n",
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


def test_imports_may_take_lines_of_their_own_or_no_names_at_all(tmp_path):
    page = 'import "./done.js";\nimport {\n  one,\n  two,\n} from "./base.js";\none(two);\n'
    base = "export const [one, two] = [1, 2];\n"
    made = bundled(tmp_path, page=page, base=base, done="done();\n")
    assert "import" not in made
    assert (
        made.index("done()")
        < made.index("const [one, two] = [1, 2]")
        < made.index("one(two)")
    )


def test_documentation_and_types_are_left_out_and_comments_stay(tmp_path):
    made = bundled(
        tmp_path,
        page="""/* What opens. */

/**
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
    body = "  const found = [];\n  return (found[name]); // as it is\n"
    assert (
        f"/* What opens. */\n\nfunction open(name) {{\n{body}}}\nfunction close(name) {{}}"
        in made
    )


ONE = "export const a = 1;\n"


@pytest.mark.parametrize(
    ("page", "a", "told"),
    [
        (
            "take a",
            'import { page } from "./page.js";\n',
            "in a loop: page imports a imports page",
        ),
        (
            'import { b } from "./b.js";\n',
            ONE,
            "there is no script b.js, which page.js imports",
        ),
        (
            "take a",
            "const a = 1;\n",
            "page.js imports a, which a.js does not export",
        ),
        (
            "take a\nlet b;\n",
            "export const { a, c: b } = {};\n",
            "b is defined twice: a.js and page",
        ),
        (
            "function a() {}\nasync function a() {}\n",
            "",
            "a is defined twice: page.js and page.js",
        ),
        (
            'import a from "./a.js";\n',
            ONE,
            'this is not understood: import a from "./a.js";',
        ),
        (
            "export default 1;\n",
            "",
            "page.js: this is not understood: export default 1;",
        ),
        (
            'import { a as b } from "./a.js";\n',
            ONE,
            "page.js imports a as b, which a.js does not",
        ),
    ],
)
def test_modules_that_do_not_fit_are_told(tmp_path, page, a, told):
    with pytest.raises(BrokenModulesError, match=re.escape(told)):
        bundled(tmp_path, page=page.replace("take a", take("a")), a=a)


def test_every_script_of_the_folder_is_in_a_page():
    sources = [(SCRIPTS_FOLDER / f"{page}.js").read_text() for page in PAGES]
    shipped = "\n".join(bundle_modules(SCRIPTS_FOLDER, page) for page in PAGES)
    for path in SCRIPTS_FOLDER.glob("*.js"):
        module = parse_module(path.stem, path.read_text(encoding="utf-8"))
        taken_whole = f'import "./{path.name}";'
        assert (
            path.stem in PAGES
            or module.exports
            or any(taken_whole in source for source in sources)
        ), f"{path.name} exports nothing"
        assert module.body in shipped, path.name


@pytest.mark.parametrize("page", PAGES)
def test_scripts_of_a_page_lose_only_spaces_notes_and_needless_signs(
    page,
):
    whole = drop_layout(bundle_modules(SCRIPTS_FOLDER, page))
    short = page_script(page).replace("<\\/", "</")
    signs = [
        NEEDLESS_ENDS.sub("", SPACES_AND_NOTES.sub("", source))
        for source in (whole, short)
    ]
    bare = [LONE_ARGUMENTS.sub(r"\1=>", source) for source in signs]
    assert bare[0] == bare[1]
    assert len(short) < 0.97 * len(whole)
    texts = [
        re.findall(r'"(?:\\.|[^"\\\n])*"', re.sub(" // .*", "", source))
        for source in (whole, short)
    ]
    assert texts[0] == texts[1]


def test_every_page_can_have_the_view_of_owners():
    for page in ("drawn_page", "large_page", "pyvis_page"):
        script = bundle_modules(SCRIPTS_FOLDER, page, first="owners")
        assert script.count("function createOwners(") == 1
        assert script.index("createOwners") < script.index("startPage(create")
