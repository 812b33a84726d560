"""A build that leaves unchanged pages alone gives what MkDocs gives by itself."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from stretchbook.rendering.renderer import Renderer, rendering

SETTINGS = """\
site_name: Example
site_url: https://example.org/
theme: {name: mkdocs, custom_dir: own}
plugins: []
nav: [index.md, about.md]
validation: {omitted_files: ignore, anchors: warn}
"""
PAGES = {
    "index.md": "# Home\n\n[One](one/index.md), [Two](two/index.md)\n",
    "about.md": "# About us\n\nWords.\n",
    "one/index.md": "---\ntitle: One\n---\n\n# One\n\n[Home](../index.md)\n",
    "two/index.md": "---\ntitle: Two\n---\n\n# Two\n\n## Place\n",
}
TIME = re.compile(b"Build Date UTC : .*")  # the theme of MkDocs writes it on the first page
Edit = Callable[[Path], object]


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write(tmp_path / "mkdocs.yml", SETTINGS)
    write(tmp_path / "own/main.html", '{% extends "base.html" %}\n')
    write(tmp_path / "docs/data.json", "{}\n")
    for name, text in PAGES.items():
        write(tmp_path / "docs" / name, text)
    return tmp_path


@pytest.fixture
def renderer(project: Path) -> Iterator[Renderer]:
    with rendering(project, project / "kept", warm=False) as started:
        assert started.render() == []
        yield started


def files_in(site: Path) -> dict[str, bytes]:
    found = {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    return {name: TIME.sub(b"", data) for name, data in found.items()}


def by_mkdocs(project: Path) -> dict[str, bytes]:
    """What MkDocs makes by itself."""
    shutil.rmtree(project / "site", ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    return files_in(project / "site")


def edited(name: str, old: str, new: str) -> Edit:
    def edit(project: Path) -> None:
        file = project / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    return edit


def aged(project: Path) -> None:
    """The clock has jumped, and an edit is older than what was made of the text before."""
    write(project / "docs/two/index.md", PAGES["two/index.md"] + "\nMore.\n")
    os.utime(project / "docs/two/index.md", (1, 1))


def moved(project: Path) -> None:
    (project / "docs/two").rename(project / "docs/three")
    edited("docs/index.md", "two/", "three/")(project)


def gone(project: Path) -> None:
    (project / "docs/one/index.md").unlink()
    edited("docs/index.md", "[One](one/index.md), ", "")(project)


def written(name: str, text: str) -> Edit:
    return lambda project: write(project / name, text)


def killed(project: Path) -> None:
    """A run that did not come to its end: the record is away, and a page is half there."""
    (project / "kept.json").unlink()
    write(project / "kept/one/index.html", "half")


EDITS: dict[str, Edit] = {
    "nothing": lambda _: None,
    "a page": edited("docs/one/index.md", "# One", "# Another one"),
    "an older page": aged,
    "a title in the menu": edited("docs/about.md", "# About us", "# About others"),
    "a template": edited("own/main.html", "\n", "<p>Around</p>\n"),
    "the settings": edited("mkdocs.yml", "Example", "Another example"),
    "another file": edited("docs/data.json", "{}", "[]"),
    "a page that moves": moved,
    "a page that comes": written("docs/new.md", "# New\n"),
    "a page that goes": gone,
    "a kept page that is lost": lambda project: (project / "kept/one/index.html").unlink(),
    "a stray file": written("kept/stray/index.html", "stray"),
    "a run that was killed": killed,
    "a record that breaks off": written("kept.json", '{"": "'),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_it_gives_what_mkdocs_gives(project: Path, renderer: Renderer, edit: Edit) -> None:
    edit(project)
    assert renderer.render() == []
    assert files_in(project / "kept") == by_mkdocs(project)


def test_it_renders_only_what_changed(project: Path, renderer: Renderer) -> None:
    for page in (project / "kept").rglob("*.html"):
        page.write_text(f"kept {page.parent.name}")
    edited("docs/one/index.md", "# One", "# Another one")(project)
    renderer.render()
    assert "Another one" in (project / "kept/one/index.html").read_text()
    assert (project / "kept/two/index.html").read_text() == "kept two"


def test_a_page_with_a_fault_is_not_taken_for_good_the_next_time(
    project: Path, renderer: Renderer
) -> None:
    edited("docs/one/index.md", "../index.md", "../missing.md")(project)
    assert "missing.md" in "".join(renderer.render())
    assert "missing.md" in "".join(renderer.render())


@pytest.mark.parametrize("more", ["plugins: [search]", "markdown_extensions: [pymdownx.snippets]"])
def test_where_a_page_may_depend_on_more_all_are_rendered(project: Path, more: str) -> None:
    write(project / "mkdocs.yml", SETTINGS.replace("plugins: []", more))
    with rendering(project, project / "kept", warm=False) as renderer:
        renderer.render()
        (project / "kept/one/index.html").write_text("kept")
        renderer.render()
    assert (project / "kept/one/index.html").read_text() != "kept"


def test_a_preview_leaves_other_files_alone_and_copies_newer_ones(project: Path) -> None:
    with rendering(project, project / "kept", warm=True) as renderer:
        renderer.render()
        (project / "kept/css/base.css").write_text("kept")
        write(project / "docs/data.json", "[]")
        renderer.render()
    assert (project / "kept/css/base.css").read_text() == "kept"
    assert (project / "kept/data.json").read_text() == "[]"
