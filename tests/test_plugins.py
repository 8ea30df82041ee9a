"""A folder is a registry, and a file in it a plug-in."""

import pytest

from dinet.errors import MissingLibraryError, UnknownNameError
from dinet.plugins import Plugin, PluginFolder, plugin_folder


def test_the_longest_suffix_of_a_file_chooses_its_plugin() -> None:
    found = plugin_folder("readers").for_file("Plan.DIN.YAML")
    assert found is not None
    assert found.name == "yaml"
    assert plugin_folder("readers").for_file("plan.onbekend") is None


def test_an_unknown_name_gets_the_nearest_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean json"):
        plugin_folder("writers").plugin_named("jsn")


def test_a_package_that_is_not_there_has_no_plugins() -> None:
    assert PluginFolder("dinet.nothing").plugins == {}


def test_a_missing_library_is_one_line_that_says_what_to_install(
    tmp_path, monkeypatch
) -> None:
    (tmp_path / "odd_format.py").write_text(
        '"""Odd."""\nimport library_that_nobody_has\n', encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    plugin = Plugin("odd_format", tmp_path / "odd_format.py")
    assert (plugin.summary, plugin.suffixes) == ("Odd.", (".odd_format",))
    with pytest.raises(
        MissingLibraryError, match="pip install library_that_nobody_has"
    ):
        assert plugin.module


def test_a_broken_plugin_of_our_own_is_a_defect(tmp_path, monkeypatch) -> None:
    (tmp_path / "broken_format.py").write_text(
        '"""Broken."""\nimport dinet.no_such_room\n', encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError):
        assert Plugin("broken_format", tmp_path / "broken_format.py").module


def test_a_library_that_cannot_be_loaded_is_one_line_too(
    tmp_path, monkeypatch
) -> None:
    (tmp_path / "full_format.py").write_text(
        '"""Full."""\nraise ImportError("failed to map segment")\n',
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(
        MissingLibraryError, match="cannot be loaded: failed to map segment"
    ):
        assert Plugin("full_format", tmp_path / "full_format.py").module
