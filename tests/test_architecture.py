"""Which way imports go, what core may import, and where text positions are converted."""

import ast
import re
import subprocess
import sys
from collections import defaultdict
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "unspin_gui"
LAYERS = (
    "core.text core.errors",
    "core.glossary",
    "core.reasons",
    "core.suspects",
    "core.document core.mining core.noisy_channel",
    "core.detection",
    "paths settings",
    "language store.files",
    "store.formats store.glossary store.models",
    "store.review store.exchange store.report",
    "application",
    "cli",
    "display ui.widgets",
    "ui.base",
    "ui.actions",
    "ui.session",
    "ui.panes ui.suspects ui.batch ui.glossary.editor",
    "ui.popup ui.glossary.exchange ui.files ui.preferences",
    "ui.glossary ui.help ui.queue",
    "ui.window",
    "app",
    "__main__",
)
"""The rooms, lowest first: each may use those in lines before its own, and itself."""
RANKS = {room: rank for rank, line in enumerate(LAYERS) for room in line.split()}
SHARED = {"Layer", "Place", "Places", "Wording"}
"""Class names that a language model and the rest of the program each have a use for."""
MODULES = sorted(PACKAGE.rglob("*.py"))
WITHOUT_QT = [
    path
    for path in MODULES
    if not path.is_relative_to(PACKAGE / "ui") and path.name not in {"app.py", "display.py"}
]


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


NAMES = {module_name(path): path for path in MODULES}


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """The syntax tree of a file, flat."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@cache
def imported(path: Path) -> frozenset[str]:
    """Every module that a file imports, inside functions and for type checking too."""
    names = set[str]()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            full = {f"{node.module}.{alias.name}" for alias in node.names}
            modules = full & NAMES.keys()
            names |= modules
            if not modules or len(modules) < len(full):
                names.add(node.module or "")
    return frozenset(names)


def room_of(module: str) -> str:
    """The room of LAYERS in which a module of the package lies."""
    name = module.removeprefix("unspin_gui").lstrip(".")
    while name and name not in RANKS:
        name = name.rpartition(".")[0]
    return name


def test_modules_below_the_window_never_load_qt() -> None:
    """All in one fresh interpreter: without circles the order of imports changes nothing."""
    program = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
    loaded = [m for m in sys.modules if m.split(".")[0] in ("PySide6", "shiboken6")]
    loaded += [m for m in sys.modules if f"{m}.".startswith(("unspin_gui.ui.", "unspin_gui.app."))]
    if loaded:
        sys.exit(f"{name} loads {loaded}")
"""
    names = [module_name(path) for path in WITHOUT_QT]
    done = subprocess.run(
        [sys.executable, "-c", program, *names], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_go_one_way(path: Path) -> None:
    own = module_name(path)
    room = room_of(own)
    assert room or path.name == "__init__.py", f"{own} has no room"
    for name in imported(path):
        if name.startswith("unspin_gui.") and room_of(name) != room:
            assert RANKS[room_of(name)] < RANKS[room], name


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Counted with deferred imports and those that only types need."""
    graph = {name: imported(path) & NAMES.keys() - {name} for name, path in NAMES.items()}
    order = tuple(TopologicalSorter(graph).static_order())  # raises CycleError
    assert set(order) == NAMES.keys()


def test_no_folder_holds_more_modules_than_one_can_look_over() -> None:
    for folder in {path.parent for path in MODULES}:
        assert len(list(folder.glob("*.py"))) <= 25, folder


def test_modules_and_functions_are_short() -> None:
    for path in MODULES:
        lines = path.read_bytes().count(b"\n")
        assert lines <= 300, path
        for node in nodes(path):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 50, f"{path}: {node.name}"


def test_a_class_name_means_one_thing() -> None:
    """All but a few do; of those each meaning lies in a room that does not know the other."""
    meanings = defaultdict[str, set[Path]](set)
    for path in MODULES:
        for node in nodes(path):
            if isinstance(node, ast.ClassDef):
                meanings[node.name].add(path)
    shared = {name for name, places in meanings.items() if len(places) > 1}
    assert {name for name in shared if not name.startswith("_")} <= SHARED
    assert len(shared) <= 10


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("core/**/*.py")), ids=module_name)
def test_core_is_pure(path: Path) -> None:
    roots = {name.split(".")[0] for name in imported(path)}
    foreign = roots - sys.stdlib_module_names - {"unspin_gui"}
    if path.stem == "fuzzy_index":
        assert foreign <= {"numpy", "rapidfuzz"}
    else:
        assert foreign <= ({"numpy"} if "noisy_channel" in path.parts else set())
    assert not roots & {"os", "io", "pathlib", "time", "datetime", "logging", "subprocess"}
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\b(?:open|print|input)\(", text)


def test_detection_loads_numpy_and_rapidfuzz_only_when_it_needs_them() -> None:
    program = """
import sys
import unspin_gui.core.detection.detector, unspin_gui.core.detection.ranker, unspin_gui.__main__
sys.exit(",".join({"numpy", "rapidfuzz", "yaml", "lzma"} & set(sys.modules)) or 0)
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


_WRITERS = {
    "store/files/atomic.py",
    "store/files/in_place.py",
    "store/files/streamed.py",
    "store/review/journal.py",
    "language/arrays.py",
}
"""What writes files: whole ones, into one that is there, large ones, a journal, and the cache of
language.
"""


def test_files_are_written_in_few_places() -> None:
    writing = r"\.write_text\(|(?<!atomic)\.write_bytes\(|\bopen\([^)]*[\"'][wax]b?[\"']"
    opened = r"O_(?:RDWR|CREAT)|mkstemp|NamedTemporaryFile"
    for path in PACKAGE.rglob("*.py"):
        found = re.findall(f"{writing}|{opened}", path.read_text(encoding="utf-8"))
        assert found == [] or path.relative_to(PACKAGE).as_posix() in _WRITERS
