"""Who may import whom (design, section 4). A new room needs a line in the table below."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.content import ROOT

SCRIPTS = ROOT / "scripts"
PACKAGE = SCRIPTS / "stretchbook"
ENGINE = SCRIPTS / "figures"
LEAVES = (
    *("problems", "markdown", "model"),
    *("addresses", "reading", "paper", "qr", "html"),
)

# Room: the rooms it may import. Rooms that only wire others stand at the end.
ALLOWED: dict[str, set[str]] = {
    **{name: set() for name in LEAVES},
    "yaml_source": {"problems"},
    "words": {"problems", "yaml_source"},
    "explain": {"model"},
    "front_matter": {"problems", "yaml_source"},
    "load": {"model", "problems", "yaml_source", "explain"},
    "plans": {"model"},
    "checks": {"model", "problems", "addresses", "reading"},
    "views": {"model", "words", "plans", "addresses", "paper"},
    "pages": {"views", "markdown", "words", "addresses"},
    "assets": {"views", "words"},
    "policy": set(),
    "config": {"policy", "views", "words"},
    "schema": {"load", "model"},
    "published": {"model", "problems", "addresses"},
    "output": {"problems"},
    "pictures": {"load", "model", "problems", "yaml_source"},
    "draw_pictures": {"pictures", "problems"},
    "graphics": set(),  # SVG in, PNG out: no stretches either
    "installable": {"addresses", "graphics", "model"},
    "browser_libraries": set(),
    "frame_ids": set(),  # reads templates and scripts, as text
    "reserved": {"checks", "frame_ids", "load", "model", "render"},
    "branding": {"addresses", "model", "pictures", "problems"},
    "handouts": {"addresses", "model", "paper", "problems", "qr", "views", "words"},
    # knows files and links of the built site, not what they mean
    "finish": {"addresses", "browser_libraries", "problems", "qr", "views", "words"},
    "renderer": {"finish", "views"},
    "render": {
        *("addresses", "assets", "config", "model", "pages", "policy", "schema", "views", "words"),
    },
    "build": {
        *(
            "branding",
            "browser_libraries",
            "checks",
            "front_matter",
            "handouts",
            "installable",
            "load",
            "model",
            "output",
            "pictures",
        ),
        *("problems", "published", "render", "reserved", "views"),
    },
    "command": {"build", "draw_pictures", "output", "problems", "renderer"},
    "starter": {"addresses", "load", "model", "problems"},
    "plan_command": {"load", "model", "plans", "problems", "starter"},
    "serve": {
        *("build", "config", "draw_pictures", "output", "problems", "published"),
    },
    "figure_preview": {"draw_pictures", "html", "pictures", "problems"},
    "bench": {"build", "output", "problems"},
}
# Nobody imports them, but the program that fills a starter from a plan imports the starter's.
PROGRAMS = {"command", "plan_command", "serve", "bench", "figure_preview"}

# The same for the drawing engine, a package of its own. What a pose file may name is known only
# where things and persons are made, so what reads the files stands above the rooms.
ENGINE_ALLOWED: dict[str, set[str]] = {
    "spec": set(),
    "body": {"spec"},
    "outline": {"body"},
    "layers": {"spec", "body", "outline"},
    "picture": {"spec", "body", "outline", "layers", "stretchbook.problems"},
    "known_names": {"spec", "body", "layers"},
    "pose_files": {"spec", "known_names", "stretchbook.problems", "stretchbook.yaml_source"},
}
DRAWING = {"draw_pictures", "figure_preview"}  # the rooms that may import the engine
LIBRARIES = {"numpy", "shapely"}  # that only the engine needs


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
    assert {room for room, name in outside if name in LIBRARIES} == set()


def test_a_build_runs_without_the_engine_and_its_libraries() -> None:
    program = "import sys; import stretchbook.command; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=SCRIPTS, check=True, capture_output=True, text=True
    )
    assert not {"figures", *LIBRARIES} & set(done.stdout.split())


def test_no_two_modules_share_a_name() -> None:
    """The engine's among themselves and with the generator's: a name says what one means."""
    names = [path.stem for path in ENGINE_FILES if path.stem != "__init__"]
    rooms = [path.name for path in ENGINE.iterdir() if path.is_dir() and path.name[0] != "_"]
    theirs = {part for path in FILES for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert len({*names, *rooms}) == len(names) + len(rooms)
    assert {*names, *rooms} & theirs == set()


def test_nobody_imports_a_program() -> None:
    for room in ALLOWED:
        assert not rooms_imported(room) & PROGRAMS, room


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_imports_the_renderer(path: Path) -> None:
    outside = {name.split(".")[0] for name in imported(path)}
    assert not outside & {"mkdocs", "material", "zensical", "markdown", "pymdownx"}


def test_only_the_writer_and_the_programs_write_files() -> None:
    writing = {"write_bytes", "write_text", "unlink", "rmdir", "rmtree", "mkdir", "rename"}
    writers = {
        room_of(path)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in writing
    }
    # renderer moves the finished site into place, finish completes it before that; graphics and
    # handouts keep a cache of what they made; starter fills in starter files, draw_pictures writes
    # content/pictures/
    drawing = {"renderer", "finish", "graphics", "handouts"}
    assert writers <= {"output", "starter", "draw_pictures", *drawing, *PROGRAMS}
    assert "output" in writers


@pytest.mark.parametrize("room", ["pages", "markdown", "html"])
def test_what_writes_pages_sees_no_yaml_and_no_file(room: str) -> None:
    for path in FILES:
        if room_of(path) == room:
            outside = {name.split(".")[0] for name in imported(path)}
            assert not outside & {"yaml", "pathlib", "os", "io", "pydantic"}, path
