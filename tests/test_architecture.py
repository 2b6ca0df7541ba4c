"""Which way imports go, what core may import, and where text positions are converted."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "unspin_gui"
LOWER = sorted(
    path
    for path in [
        *PACKAGE.glob("core/*.py"),
        *PACKAGE.glob("language/*.py"),
        *PACKAGE.glob("store/*.py"),
        PACKAGE / "cli.py",
        PACKAGE / "paths.py",
        PACKAGE / "settings.py",
        PACKAGE / "loading.py",
        PACKAGE / "__main__.py",
    ]
    if path.is_file()
)
LAYERS = {"core": 0, "language": 1, "store": 1, "ui": 2}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imported(path: Path) -> set[str]:
    """Every module that a file imports, inside functions and for type checking too."""
    names = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def reader_modules() -> set[str]:
    """The context reader and what it is made of: the part of core that may import numpy."""
    found, pending = set[str](), ["context"]
    while pending:
        name = pending.pop()
        if name not in found and (PACKAGE / "core" / f"{name}.py").is_file():
            found.add(name)
            names = imported(PACKAGE / "core" / f"{name}.py")
            pending += [n.split(".")[2] for n in names if n.startswith("unspin_gui.core.")]
    return found


def test_modules_below_the_window_never_load_qt() -> None:
    """Each in a fresh state of sys.modules, all in one fresh interpreter."""
    program = """
import importlib, sys
before = set(sys.modules)
for name in sys.argv[1:]:
    importlib.import_module(name)
    loaded = [m for m in sys.modules if m.split(".")[0] in ("PySide6", "shiboken6")]
    loaded += [m for m in sys.modules if m.startswith(("unspin_gui.ui", "unspin_gui.app"))]
    if loaded:
        sys.exit(f"{name} loads {loaded}")
    for module in set(sys.modules) - before:
        if module.startswith("unspin_gui"):
            del sys.modules[module]
"""
    names = [module_name(path) for path in LOWER]
    done = subprocess.run(
        [sys.executable, "-c", program, *names], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=module_name)
def test_imports_go_one_way(path: Path) -> None:
    folder = path.relative_to(PACKAGE).parts[0]
    rank = LAYERS.get(folder, 3)
    for name in imported(path):
        if name.startswith("unspin_gui."):
            other = name.split(".")[1]
            if rank < 3:
                assert other in LAYERS or other in {"paths", "settings", "layers", "__version__"}, (
                    name
                )
                assert LAYERS.get(other, 0) < rank or other == folder, name


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("core/*.py")), ids=module_name)
def test_core_is_pure(path: Path) -> None:
    roots = {name.split(".")[0] for name in imported(path)}
    foreign = roots - sys.stdlib_module_names - {"unspin_gui"}
    if path.stem == "fuzzy":
        assert foreign <= {"numpy", "rapidfuzz"}
    else:
        assert foreign <= ({"numpy"} if path.stem in reader_modules() else set())
    assert not roots & {"os", "io", "pathlib", "time", "datetime", "logging", "subprocess"}
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\b(?:open|print|input)\(", text)


def test_detection_loads_numpy_and_rapidfuzz_only_when_it_needs_them() -> None:
    program = """
import sys
import unspin_gui.core.detector, unspin_gui.core.ranker, unspin_gui.__main__
sys.exit(",".join({"numpy", "rapidfuzz", "yaml", "lemminflect"} & set(sys.modules)) or 0)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "path",
    [p for p in sorted(PACKAGE.glob("ui/**/*.py")) if p.name != "positions.py"],
    ids=module_name,
)
def test_only_positions_knows_places_in_qt(path: Path) -> None:
    qt = r"(?<!event)\.(?:setPosition|position|positionInBlock|selectionStart|selectionEnd)\("
    assert re.findall(rf"{qt}|utf[-_]?16", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "path", sorted({*PACKAGE.rglob("*.py")} - {PACKAGE / "paths.py"}), ids=module_name
)
def test_only_paths_knows_the_names_of_the_users_files(path: Path) -> None:
    below = r"\b_?paths\.\w+(?: / |\.with_name\(|\.parent\b)"
    assert re.findall(below, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=module_name)
def test_lines_end_at_newline_only(path: Path) -> None:
    assert ".splitlines(" not in path.read_text(encoding="utf-8")


_WRITERS = {"store/atomic.py", "store/in_place.py", "store/journal.py", "language/arrays.py"}
"""What writes files: whole ones, into one that is there, a journal, and the cache of language."""


def test_files_are_written_in_few_places() -> None:
    writing = r"\.write_text\(|(?<!atomic)\.write_bytes\(|\bopen\([^)]*[\"'][wax]b?[\"']"
    opened = r"O_(?:RDWR|CREAT)|mkstemp|NamedTemporaryFile"
    for path in PACKAGE.rglob("*.py"):
        found = re.findall(f"{writing}|{opened}", path.read_text(encoding="utf-8"))
        assert found == [] or path.relative_to(PACKAGE).as_posix() in _WRITERS
