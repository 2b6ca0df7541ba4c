"""The wheel, as pip would install it, carries the program's data and finds it."""

import json
import os
import shlex
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]

ASK = """
import json, sys
import unspin_gui
from unspin_gui import paths
from unspin_gui.store.glossary import glossary_file
print(json.dumps({
    "package": unspin_gui.__file__,
    "version": unspin_gui.__version__,
    "resources": str(paths.resources()),
    "sample": (paths.resources() / "samples" / "sample.txt").is_file(),
    "entries": [len(glossary_file.read(p).glossary) for p in paths.starter_glossaries()],
}))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*command, "--directory", target], cwd=ROOT, check=True, capture_output=True)
    return next(target.glob("*.whl"))


def test_an_installed_wheel_finds_its_data(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site packages"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", site, wheel], check=True, capture_output=True)
    environment = {**os.environ, "PYTHONPATH": str(site)}
    answer = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(answer.stdout)
    assert Path(found["package"]).is_relative_to(site)
    assert Path(found["resources"]).is_relative_to(site)
    assert found["sample"]
    assert len(found["entries"]) == 2
    assert min(found["entries"]) > 3000


def test_the_wheel_has_licence_notice_and_nothing_of_the_workshop(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/NOTICE") for name in names)
    assert "unspin_gui/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "tools/"))]


def test_the_commands_are_installed(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        entry_points = next(n for n in archive.namelist() if n.endswith("entry_points.txt"))
        scripts, windows = archive.read(entry_points).decode().split("[gui_scripts]")
    assert "unspin-gui = unspin_gui.__main__:main" in scripts
    assert "unspin-window = unspin_gui.__main__:main" in windows


def test_the_wheel_is_small_and_nothing_large_is_in_it_twice(wheel: Path) -> None:
    assert wheel.stat().st_size <= 32_000_000
    with zipfile.ZipFile(wheel) as archive:
        sums = [member.CRC for member in archive.infolist() if member.file_size > 1000]
    assert len(sums) == len(set(sums))


def test_the_wheel_has_every_resource_that_the_program_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    inside = {name.partition("/_data/")[2] for name in names if "/_data/" in name}
    folders = [ROOT / "resources", ROOT / "glossaries"]
    wanted = {path.relative_to(ROOT).as_posix() for f in folders for path in f.rglob("*.*")}
    left_out = wanted - inside
    assert inside <= wanted
    assert {Path(name).suffix for name in left_out if "translations" in name} == {".ts"}
    assert {Path(name).parts[1] for name in left_out} <= {*WORKSHOP, "translations"}


WORKSHOP = {"desktop", "screenshots", "shell"}
"""Folders of resources that are not read at run time."""


def test_the_files_for_installing_without_the_window_are_current() -> None:
    tool = [sys.executable, "tools/headless.py", "--check"]
    done = subprocess.run(tool, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_the_commands_need_needs_nothing_else() -> None:
    lines = (ROOT / "requirements-headless.txt").read_text(encoding="utf-8").splitlines()
    needed = [Requirement(line) for line in lines if line[0] not in "#."]
    names = {canonicalize_name(each.name) for each in needed}
    # An environment that was made for an older pyproject.toml lacks what is new in it.
    installed = {canonicalize_name(each.name) for each in metadata.distributions() if each.name}
    assert {"numpy", "rapidfuzz", "pyyaml"} <= names & installed
    for name in names & installed:
        further = [Requirement(line) for line in metadata.requires(name) or ()]
        always = {
            canonicalize_name(each.name)
            for each in further
            if each.marker is None or each.marker.evaluate({"extra": ""})
        }
        assert always <= names, name


def test_the_window_without_qt_says_what_to_type(tmp_path: Path) -> None:
    (tmp_path / "PySide6.py").write_text("raise ModuleNotFoundError(name='PySide6')")
    path = f"{tmp_path}{os.pathsep}{ROOT}"
    environment = {**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "unspin_gui", ROOT / "README.md"]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    typed = shlex.split(line.partition("run: ")[2])
    assert typed[:4] == [sys.executable, "-m", "pip", "install"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (here,) = [
        each
        for each in map(Requirement, project["dependencies"])
        if each.name.startswith("PySide6") and (each.marker is None or each.marker.evaluate())
    ]
    assert Requirement(typed[4]).specifier == here.specifier


def test_desktops_and_shells_find_what_is_theirs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        shared = {name.partition(".data/data/")[2] for name in archive.namelist()} - {""}
    folders = {str(Path(name).parent) for name in shared}
    assert folders == {
        *("share/applications", "share/metainfo", "share/mime/packages"),
        *("share/icons/hicolor/scalable/apps", "share/man/man1"),
        *("share/bash-completion/completions", "share/zsh/site-functions"),
        "share/fish/vendor_completions.d",
    }


def test_every_supported_python_is_told_one_range_of_each_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    label = "Programming Language :: Python :: "
    pythons = [line.removeprefix(label) for line in project["classifiers"] if label in line]
    needed = [Requirement(line) for line in project["dependencies"]]
    names = sorted({each.name for each in needed})
    assert {"3.11", "3.12", "3.13"} <= set(pythons)
    for python in pythons:
        valid = [
            each.name
            for each in needed
            if each.marker is None or each.marker.evaluate({"python_version": python})
        ]
        assert sorted(valid) == names
