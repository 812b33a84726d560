"""The same project built by MkDocs and by its successor, Zensical, and a clinic's page in it."""

import shutil
from pathlib import Path

from stretchbook.finish import built_pages, codes, downloads, outermost, promises
from stretchbook.finish.rewriting import rewrite
from stretchbook.finish.set_apart import marked_up
from stretchbook.rendering.run_mkdocs import build_site
from stretchbook.views.promise_view import view_promises
from tests.support.content import real_library
from tests.support.project import ROOT, change, run

FEATURES = Path(__file__).parent / "features"  # one of each thing that an author may use
PAGE = "/features/"
SHEET = "css/own.css"
NAV = """
nav:
  - Start: index.md
  - Visiting us: features.md
"""


def rendered_project(folder: Path) -> Path:
    """A copy of what renderers read. The real site must have been built: that makes the pages."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "mkdocs.generated.yml"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def project_with_page(folder: Path) -> Path:
    """The same with the clinic's page in the menu, and a style sheet of its own."""
    project = rendered_project(folder)
    shutil.copy(FEATURES / "features.md", project / "docs/features.md")
    shutil.copy(FEATURES / "own.css", project / "docs" / SHEET)
    settings = project / "mkdocs.yml"
    change(settings, "\nextra_javascript:\n", f"\n  - {SHEET}\nextra_javascript:\n")
    settings.write_text(settings.read_text("utf-8") + NAV, "utf-8")
    return project


def build_by_mkdocs(project: Path) -> Path:
    """The finished site, as `make` builds it."""
    site = project / "by-mkdocs"
    built = build_site(project, site, view_promises(real_library()))
    assert built.ok, built.log
    return site


def build_by_zensical(project: Path) -> Path:
    """The site by MkDocs' successor, with what our finishing adds to any renderer's pages.

    It renders no offline.html, so there is nothing to make a worker's list of.
    """
    command = ("-m", "zensical", "build", "--strict", "--clean")
    done = run(project, *command, environment={"STRETCHBOOK_FINISHED": "true"})
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr
    site = project / "site"
    pages = built_pages.read(site)
    promises.keep({file: page.seen for file, page in pages.items()}, view_promises(real_library()))
    rewrite(site, site, [outermost.settled, marked_up])
    codes.make(site)
    downloads.make(site)
    return site


def build_with_page(folder: Path) -> Path:
    """The project with both sites in it: by-mkdocs and site."""
    project = project_with_page(folder)
    build_by_mkdocs(project)
    build_by_zensical(project)
    return project
