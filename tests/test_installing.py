"""What the two commands of the README install has one version each, and is told of in NOTICE.md."""

import re
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8")
LINES = re.findall(r"^[^\s#].*", CONSTRAINTS, re.MULTILINE)
LOCKED = [Requirement(line) for line in LINES]


def asked_for(section: str, key: str) -> list[Requirement]:
    settings = ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    return [
        Requirement(line)
        for line in settings[section][key].strip().splitlines()
    ]


NEEDED = asked_for("options", "install_requires")
TESTING = asked_for("options.extras_require", "test")


def locked_versions(name: str, python: str) -> list[str]:
    """The versions that Python on Linux gets of a package."""
    machine = {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "platform_machine": "x86_64",
        "sys_platform": "linux",
    }
    named = [
        each
        for each in LOCKED
        if canonicalize_name(each.name) == canonicalize_name(name)
    ]
    fitting = [
        each
        for each in named
        if each.marker is None or each.marker.evaluate(machine)
    ]
    return [str(each.specifier).removeprefix("==") for each in fitting]


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize(
    "needed", [*NEEDED, *TESTING], ids=lambda needed: needed.name
)
def test_what_is_installed_has_one_version_that_fits(
    needed: Requirement, python: str
) -> None:
    (version,) = locked_versions(needed.name, python)
    assert needed.specifier.contains(version)


def test_every_line_of_the_lock_is_one_version_and_no_address() -> None:
    assert {str(each.specifier)[:2] for each in LOCKED} == {"=="}
    assert [each.name for each in LOCKED if each.url or each.extras] == []
    assert (
        re.findall(
            r"://|^-|file:|/(?:home|root|tmp|opt|usr)/",
            CONSTRAINTS,
            re.MULTILINE,
        )
        == []
    )


def test_both_commands_of_the_readme_use_the_lock() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^python3 -m venv .*$", readme, re.MULTILINE)
    assert [
        command.count("pip install -c constraints.txt ")
        for command in commands
    ] == [1, 1]


def test_what_builds_dinet_has_one_version_too() -> None:
    project = tomllib.loads(
        (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )
    (builder,) = map(Requirement, project["build-system"]["requires"])
    assert (builder.name, str(builder.specifier)[:2]) == ("setuptools", "==")


def test_the_notices_name_everything_that_dinet_uses() -> None:
    notices = (ROOT / "NOTICE.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| ([a-z0-9-]+) \| \S", notices, re.MULTILINE))
    assert {canonicalize_name(each.name) for each in NEEDED} - told == set()
