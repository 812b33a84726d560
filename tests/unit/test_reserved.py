"""Ids that pages have themselves: found in templates, scripts and generated pages, then refused."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from stretchbook import checks
from stretchbook.checks.ids import Reserved, free_ids
from stretchbook.model import Library
from stretchbook.model.fields import ID_PATTERN
from stretchbook.reserved import frame_ids, reserved_ids
from tests.support.content import ROOT, sample_library, with_exercises


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ('<nav id="menu">', ["menu"]),
        ("<nav class='x' ID = 'menu'>", ["menu"]),
        ("<nav id=menu>", ["menu"]),
        ('<p id="a">{% if x %}<b id="b">{% endif %}', ["a", "b"]),
        ('<p {% if x %}id="a"{% endif %}>', ["a"]),
        ('<p id="tab-{{ loop.index }}">', ["tab-*"]),
        ('<p id="{{ path }}">', []),
        ('<p id="">', []),
        ('<p data-id="a" aria-labelledby="b" for="c" popovertarget="d">', []),
        ('{# <p id="a"> #}<!-- <p id="b"> -->', []),
        ('{{ macro("<p id=x>") }}', []),
    ],
)
def test_the_ids_of_a_template(template: str, found: list[str]) -> None:
    assert list(frame_ids.of_template(template)) == found


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ('make("h2", { id: "plan-choose" })', ["plan-choose"]),
        ("heading.id = 'title'", ["title"]),
        ('dialog.setAttribute("id", "box")', ["box"]),
        ("document.getElementById(`menu`)", ["menu"]),
        ('document.querySelector("#menu > a, #print")', ["menu", "print"]),
        ('box.closest("#menu")', ["menu"]),
        ("make('p', { id: `tab-${number}` })", ["tab-*"]),
        ("make('p', { id: `${name}` })", []),
        ("open({ id: `${source}#${section}` })", []),
        ("/** @typedef {{ id: string }} */ list.find((x) => x.id === id)", []),
        ('document.querySelector("[data-menu]")', []),
        ('{ grid: "a", color: "#fff" }', []),
    ],
)
def test_the_ids_of_a_script(script: str, found: list[str]) -> None:
    assert list(frame_ids.of_script(script)) == found


@pytest.mark.parametrize(
    "markdown",
    [
        "## Sources { #sources }",
        "## Sources {#sources .wide}",
        "## Sources {: .wide #sources }",
        '<h2 id="sources">',
        "/// details | Sources\n    attrs: {id: sources}\n///",
        '/// details | Sources\n    attrs: {"id": "sources"}\n///',
    ],
)
def test_the_ids_of_a_generated_page(markdown: str) -> None:
    assert reserved_ids.in_markdown(markdown) == {"sources"}


@pytest.mark.parametrize(
    "markdown", ["{{ a }}", '{"@id": "x"}', '<p data-id="x">', "A # b", "{ x }"]
)
def test_what_is_no_id_of_a_generated_page(markdown: str) -> None:
    assert reserved_ids.in_markdown(markdown) == frozenset()


def project(folder: Path, **files: str) -> Path:
    (folder / "mkdocs.yml").write_text(
        "site_url: !ENV [A, '']\ntheme:\n  name: material\n", "utf-8"
    )
    for name, text in files.items():
        path = folder / "overrides" / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_a_template_of_the_theme_counts_where_one_of_ours_extends_it(tmp_path: Path) -> None:
    found = frame_ids.of_frame(project(tmp_path, main='{% extends "base.html" %}'))
    assert {"__drawer", "__search", "__toc", "__palette_*"} <= found


def test_a_template_of_the_theme_that_ours_replaces_does_not_count(tmp_path: Path) -> None:
    files = {
        "main": '{%- extends "base.html" -%}',
        "base": "{% include 'partials/' ~ x ~ '.html' %}",
    }
    files["partials__a"] = '<p id="a">'
    found = frame_ids.of_frame(project(tmp_path, **files))
    assert "a" in found
    assert "__drawer" not in found


def test_a_project_without_templates_reserves_nothing(tmp_path: Path) -> None:
    assert frame_ids.of_frame(tmp_path) == frozenset()


def test_no_template_of_ours_decides_within_an_id() -> None:
    """There only both ends would be known: say each id whole."""
    for path in (ROOT / "overrides").rglob("*.html"):
        assert not re.search(r'\bid="[^"]*\{%', path.read_text("utf-8")), path.name


def test_a_stretch_section_and_test_of_every_reserved_name_is_refused() -> None:
    taken = reserved_ids.ids(ROOT)
    names = {*taken.everywhere, *taken.routine, *taken.stretch}
    names = {name for name in names if re.fullmatch(ID_PATTERN, name)}
    assert {"menu", "print", "display", "search-dialog", "urgent-signs", "for-whom"} <= names
    for name in names:
        refused = {finding.path for finding in free_ids(named(name), taken)}
        alone = {"exercises/bridge.yml"}  # its test; the others are on the page of a routine
        assert refused >= alone, name
        if name not in set(taken.stretch) - {*taken.everywhere, *taken.routine}:
            assert refused == {f"exercises/{name}.yml", "routines/sciatica.yml", *alone}, name


def named(name: str) -> Library:
    """The real library with a stretch, a section and a test of this id."""
    library = sample_library()
    test = library.exercises["legs-up-groin-stretch"].self_test
    assert test
    bridge = library.exercises["bridge"]
    tested = replace(bridge, self_test=replace(test, id=name))
    library = with_exercises(library, tested, replace(bridge, id=name))
    sciatica = library.routines["sciatica"]
    sections = (replace(sciatica.sections[0], id=name), *sciatica.sections[1:])
    routines = {**library.routines, "sciatica": replace(sciatica, sections=sections)}
    return replace(library, routines=routines)


def test_a_star_stands_for_any_letters() -> None:
    taken = Reserved(everywhere={"tab-*"})
    assert taken.by_frame("tab-2")
    assert not taken.by_frame("table")


def test_the_real_content_takes_no_reserved_id() -> None:
    assert list(free_ids(sample_library(), reserved_ids.ids(ROOT))) == []
    assert checks.Reserved is Reserved
