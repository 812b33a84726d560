"""Who may import whom (design, section 4). A new room needs a line in the table below."""

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.support.content import ROOT

SCRIPTS = ROOT / "scripts"
PACKAGE = SCRIPTS / "stretchbook"
ENGINE = SCRIPTS / "figures"
LEAVES = ("problems", "model", "addresses", "whole_files")

# Room: the rooms it may import. Rooms that only wire others stand at the end.
ALLOWED: dict[str, set[str]] = {
    **{name: set() for name in LEAVES},
    "keeping": {"whole_files"},
    "reading": {"addresses", "keeping", "model", "problems"},
    "words": {"keeping", "model", "problems", "reading"},
    "translating": {"keeping", "model", "problems", "reading", "words"},
    "plans": {"model"},
    "checks": {"keeping", "model", "problems", "addresses"},
    "views": {"model", "words", "plans", "addresses"},
    "pages": {"keeping", "views", "words", "addresses"},
    "assets": {"keeping", "views", "words"},
    "published": {"model", "problems", "addresses"},
    "output": {"addresses", "problems", "whole_files"},
    "pictures": {"addresses", "graphics", "model", "problems", "reading", "whole_files"},
    "graphics": {"whole_files"},  # SVG in, PNG out: no stretches either
    "handouts": {"addresses", "graphics", "model", "views", "whole_files"},
    # knows files and links of the built site, not what they mean
    "finish": {"addresses", "graphics", "keeping", "problems", "views"},
    "preview": {"problems"},
    "rendering": {"addresses", "finish", "graphics", "model", "views", "words"},
    "render": {
        *("addresses", "assets", "keeping", "model", "pages", "reading", "rendering", "views"),
        "words",
    },
    "reserved": {
        "checks",
        "keeping",
        "model",
        "reading",
        "render",
    },  # asks what the pages would hold
    "prepare": {
        *("addresses", "checks", "graphics", "handouts", "model", "output", "pictures"),
        *("problems", "published", "reading", "render", "rendering", "reserved", "translating"),
        *("views", "words"),
    },
    "commands": {
        *("addresses", "keeping", "model", "output", "pictures", "plans", "prepare", "preview"),
        *("problems", "published", "reading", "rendering", "translating", "whole_files", "words"),
    },
}
PROGRAMS = {"commands"}  # nobody imports them

# The same for the drawing engine, a package of its own. What a pose file may name is known only
# where things and persons are made, so what reads the files stands above the rooms.
ENGINE_ALLOWED: dict[str, set[str]] = {
    "spec": set(),
    "body": {"spec"},
    "outline": {"body"},
    "layers": {"spec", "body", "outline"},
    "picture": {"spec", "body", "outline", "layers", "stretchbook.problems"},
    "known_names": {"spec", "body", "layers"},
    "pose_files": {"spec", "known_names", "stretchbook.problems", "stretchbook.reading"},
}
DRAWING = {"commands"}  # the room that may import the engine: to draw, and to show drawings
LIBRARIES = {"numpy", "shapely", "openpyxl"}  # that only the engine and the exchange need


def room_of(path: Path) -> str:
    """The module or folder of the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Full names of all modules that a file imports, wherever in the file it does so."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative imports hide whom it imports"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def rooms_imported(room: str) -> set[str]:
    files = [path for path in FILES if room_of(path) == room]
    names = {name for path in files for name in imported(path)}
    ours = {name.split(".")[1] for name in names if name.startswith("stretchbook.")}
    return ours - {room}


FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")
ENGINE_FILES = sorted(path for path in ENGINE.rglob("*.py") if path != ENGINE / "__init__.py")


def test_the_table_names_every_room_and_no_other() -> None:
    assert set(ALLOWED) == {room_of(path) for path in FILES}


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_imports_only_those_it_may(room: str) -> None:
    assert rooms_imported(room) - ALLOWED[room] == set()


@pytest.mark.parametrize("room", ALLOWED)
def test_the_table_allows_nothing_that_is_not_used(room: str) -> None:
    assert ALLOWED[room] - rooms_imported(room) == set()


def engine_room_of(path: Path) -> str:
    """The module or folder of the engine that a file belongs to."""
    return path.relative_to(ENGINE).parts[0].removesuffix(".py")


def engine_rooms_imported(room: str) -> set[str]:
    files = [path for path in ENGINE_FILES if engine_room_of(path) == room]
    parts = [name.split(".") for path in files for name in imported(path)]
    inside = {names[1] for names in parts if names[0] == "figures"}
    return inside - {room} | {".".join(names[:2]) for names in parts if names[0] == "stretchbook"}


def test_the_engines_table_names_every_room_and_no_other() -> None:
    assert set(ENGINE_ALLOWED) == {engine_room_of(path) for path in ENGINE_FILES}


@pytest.mark.parametrize("room", ENGINE_ALLOWED)
def test_a_room_of_the_engine_imports_exactly_those_it_may(room: str) -> None:
    assert engine_rooms_imported(room) == ENGINE_ALLOWED[room]


def test_only_what_draws_imports_the_engine_and_nothing_else_its_libraries() -> None:
    outside = {(room_of(path), name.split(".")[0]) for path in FILES for name in imported(path)}
    assert {room for room, name in outside if name == "figures"} == DRAWING
    assert {room for room, name in outside if name == "exchange"} == set()
    assert {room for room, name in outside if name in LIBRARIES} == set()


def test_a_build_runs_without_the_engine_and_its_libraries() -> None:
    program = "import sys; import stretchbook.commands.build_site; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=SCRIPTS, check=True, capture_output=True, text=True
    )
    assert not {"figures", "exchange", *LIBRARIES} & set(done.stdout.split())


def test_no_two_modules_share_a_name() -> None:
    """Of the generator, the engine and what stands beside them: a name says what one means."""
    files = [path for path in SCRIPTS.rglob("*.py") if path.stem != "__init__"]
    rooms = {path.parent for path in files} - {SCRIPTS}
    names = Counter([*(path.stem for path in files), *(room.name for room in rooms)])
    assert {name: count for name, count in names.items() if count > 1} == {}


def test_few_modules_stand_outside_the_rooms() -> None:
    loose = [path.stem for path in PACKAGE.glob("*.py") if path.stem != "__init__"]
    assert len(loose) <= 8, loose


def test_nobody_imports_a_program() -> None:
    for room in ALLOWED:
        assert not rooms_imported(room) & PROGRAMS, room


# A program of its own, which knows nothing else of ours: MkDocs that renders what has changed.
READER = "stretchbook.rendering.quick_markdown"
RENDERER = [PACKAGE / f"rendering/{name}.py" for name in ("mkdocs_program", "quick_markdown")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_imports_the_renderer(path: Path) -> None:
    names = imported(path)
    if path in RENDERER:
        assert all(name.startswith(READER) for name in names if name.startswith("stretchbook"))
        return
    outside = {name.split(".")[0] for name in names}
    assert not outside & {"mkdocs", "material", "zensical", "markdown", "pymdownx"}
    assert not any(name.startswith(READER) for name in names)


def test_only_the_writer_and_the_programs_write_files() -> None:
    writing = {"write_bytes", "write_text", "unlink", "rmdir", "rmtree", "mkdir", "rename"}
    writers = {
        room_of(path)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in writing
    }
    # rendering moves the finished site into place, finish completes it before that; handouts give
    # Typst its files in a folder of their own; commands write starters and content/pictures/
    assert writers <= {"output", "whole_files", "rendering", "finish", "handouts", "commands"}
    assert "output" in writers


def test_what_writes_pages_sees_no_yaml_and_no_file() -> None:
    for path in FILES:
        if room_of(path) == "pages":
            outside = {name.split(".")[0] for name in imported(path)}
            assert not outside & {"yaml", "pathlib", "os", "io", "pydantic"}, path
