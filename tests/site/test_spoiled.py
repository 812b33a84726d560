"""What an author's page has wrong stops the whole build, and the site of before stays."""

from dataclasses import replace
from pathlib import Path

import pytest

from stretchbook.checks.ids import free_ids
from stretchbook.model import Library
from stretchbook.reserved import reserved_ids
from tests.support.built import Page
from tests.support.content import ROOT, with_exercises
from tests.support.project import copy_project, run

pytestmark = pytest.mark.site

SPOILED = """\
# About

<a href="../sciatika/">Sciatica</a>, <a href="../sciatica/#mian">in order</a>
and <a href="#nowhere">nowhere</a>.

<img src="../img/logo.png" alt="The logo">

## Menu
"""
SAID = """\
content/pages/about.md:3: links to ../sciatica/#mian, and that page has no place #mian
    hint: did you mean ../sciatica/#main?
content/pages/about.md:3: links to ../sciatika/, which is no page of this site
    hint: did you mean ../sciatica/?
content/pages/about.md:4: links to #nowhere, and that page has no place #nowhere
    hint: name the place: `## Heading { #nowhere }`; or leave out what follows the page
content/pages/about.md:6: asks for ../img/logo.png, which is no file of this site
    hint: did you mean ../img/logo.svg?
content/pages/about.md:8: has the id "menu" 2 times, allowed is once
    hint: give the heading another id: `## Heading { #another-menu }`
5 errors, 0 warnings
The site was not built; the old one is untouched.
"""


def test_raw_links_and_pictures_of_an_author_stop_the_build(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    (project / "content/pages/about.md").write_text(SPOILED, "utf-8")
    (project / "site").mkdir()
    (project / "site/old").write_text("the site of before", "utf-8")
    done = run(project, "scripts/build.py", "--site")
    assert done.stderr == SAID
    assert done.returncode == 1
    assert [path.name for path in (project / "site").iterdir()] == ["old"]
    assert not (project / "site.new").exists()


def test_a_stretch_with_any_id_of_the_frame_of_a_page_is_refused(
    pages: dict[str, Page], library: Library
) -> None:
    """Asked of the pages as they are built, whatever templates and scripts say."""
    taken = reserved_ids.ids(ROOT)
    sections = {s.id for routine in library.routines.values() for s in routine.sections}
    tests = {test.id for e in library.exercises.values() if (test := e.self_test)}
    for routine in library.routines:
        page = pages[f"/{routine}/"]
        # The renderer names other headings by their words, and where taken by another number.
        nameless = {e.get("id") for e in page.select("//article//*[self::h1|self::h3|self::h4]")}
        for name in set(page.ids) - library.exercises.keys() - sections - tests - nameless:
            bridge = library.exercises["bridge"]
            spoiled = with_exercises(library, replace(bridge, id=name))
            found = [finding.path for finding in free_ids(spoiled, taken)]
            assert found == [f"exercises/{name}.yml"], name
