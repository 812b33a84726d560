"""Who may import whom (design, section 4). A new room needs a line in the table below."""

import ast
from pathlib import Path

import pytest

from tests.support.content import ROOT

PACKAGE = ROOT / "scripts" / "stretchbook"
LEAVES = (
    *("problems", "markdown", "model"),
    *("addresses", "reading", "paper", "qr"),
)

# Room: the rooms it may import. Rooms that only wire others stand at the end.
ALLOWED: dict[str, set[str]] = {
    **{name: set() for name in LEAVES},
    "yaml_source": {"problems"},
    "words": {"problems", "yaml_source"},
    "explain": {"model"},
    "load": {"model", "problems", "yaml_source", "explain"},
    "plans": {"model"},
    "checks": {"model", "problems", "addresses", "reading"},
    "views": {"model", "words", "plans", "addresses", "paper"},
    "html": {"markdown"},
    "pages": {"views", "markdown", "words", "addresses"},
    "assets": {"views", "words"},
    "policy": set(),
    "config": {"policy", "views", "words"},
    "schema": {"load", "model", "figures"},
    "published": {"model", "problems", "addresses"},
    "output": {"problems"},
    "figures": {"problems", "yaml_source"},  # a wing of its own: no stretches
    "pictures": {"figures", "model"},
    "graphics": set(),  # SVG in, PNG out: no stretches either
    "installable": {"addresses", "figures", "graphics", "model"},
    "browser_libraries": set(),
    "branding": {"addresses", "figures", "model", "problems"},
    "handouts": {"addresses", "model", "paper", "problems", "qr", "views", "words"},
    "finish": {
        "qr",
        "views",
        "words",
    },  # knows files and links of the built site, not what they mean
    "renderer": {"finish", "views"},
    "render": {
        *("addresses", "assets", "config", "model", "pages", "policy", "schema", "views", "words"),
    },
    "build": {
        *(
            "branding",
            "browser_libraries",
            "checks",
            "figures",
            "handouts",
            "installable",
            "load",
            "model",
            "output",
            "pictures",
        ),
        *("problems", "published", "render", "views"),
    },
    "command": {"build", "output", "problems", "renderer"},
    "starter": {"addresses", "load", "model", "problems"},
    "plan_command": {"load", "model", "plans", "problems", "starter"},
    "serve": {"build", "config", "output", "problems", "published", "renderer"},
    "figure_preview": {"figures", "html", "problems"},
    "bench": {"build", "output", "problems", "renderer"},
}
# Nobody imports them, but the program that fills a starter from a plan imports the starter's.
PROGRAMS = {"command", "plan_command", "serve", "bench", "figure_preview"}


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


def test_the_table_names_every_room_and_no_other() -> None:
    assert set(ALLOWED) == {room_of(path) for path in FILES}


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_imports_only_those_it_may(room: str) -> None:
    assert rooms_imported(room) - ALLOWED[room] == set()


@pytest.mark.parametrize("room", ALLOWED)
def test_the_table_allows_nothing_that_is_not_used(room: str) -> None:
    assert ALLOWED[room] - rooms_imported(room) == set()


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
    # renderer moves the finished site into place, finish completes it before that; figures and
    # graphics and handouts keep a cache of what they drew; starter fills in starter files
    drawing = {"renderer", "finish", "figures", "graphics", "handouts"}
    assert writers <= {"output", "starter", *drawing, *PROGRAMS}
    assert "output" in writers


@pytest.mark.parametrize("room", ["pages", "markdown", "html"])
def test_what_writes_pages_sees_no_yaml_and_no_file(room: str) -> None:
    for path in FILES:
        if room_of(path) == room:
            outside = {name.split(".")[0] for name in imported(path)}
            assert not outside & {"yaml", "pathlib", "os", "io", "pydantic"}, path
