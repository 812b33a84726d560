"""Pages that an author writes stand beside the content, and join the pages of the site."""

from dataclasses import replace
from pathlib import Path

import pytest

from stretchbook import output
from stretchbook.model import Library
from stretchbook.prepare import prepare
from stretchbook.problems import report
from tests.support.content import TODAY, copy_project, file_of, sample_library, swap

HOURS = "---\ntitle: Opening hours\n---\n\n# Opening hours\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = copy_project(tmp_path)
    (project / "content/pages").mkdir(exist_ok=True)
    return project


def test_a_page_and_its_pictures_stand_in_docs_and_in_the_menu(project: Path) -> None:
    (project / "content/pages/hours.md").write_text(HOURS)
    (project / "content/pages/img").mkdir()
    (project / "content/pages/img/door.png").write_bytes(b"a picture")
    (project / "content/pages/.DS_Store").write_bytes(b"of the system")
    result = prepare(project, TODAY, paper=False)
    assert report(result.problems) == "0 errors, 0 warnings"
    assert result.files["docs/hours.md"] == HOURS.encode()
    assert result.files["docs/img/door.png"] == b"a picture"
    assert "docs/.DS_Store" not in result.files
    assert b"hours.md" in result.files["mkdocs.generated.yml"]
    assert "/hours/\n" in result.record["content/addresses.txt"].decode()
    output.write(project, result.files)
    again = prepare(project, TODAY, paper=False)
    assert again.files == result.files


def test_pages_in_a_language_that_is_not_shown_are_left_out_and_named(project: Path) -> None:
    for folder in ("pl", "img"):
        (project / f"content/pages/{folder}").mkdir()
        (project / f"content/pages/{folder}/hours.md").write_text(HOURS)
    result = prepare(project, TODAY, paper=False)
    assert report(result.problems) == (
        "content/pages/pl: warning: is left out, for the site is not shown in this language\n"
        "    hint: see content/translations/; if it is no language, rename the folder\n"
        "0 errors, 1 warning"
    )
    assert "docs/img/hours.md" in result.files
    assert "docs/pl/hours.md" not in result.files


WRONG = {
    "index.md": "would take the place of docs/index.md, which is made for the site\n",
    "Sciatica.md": "would take the place of docs/Sciatica.md, which is made for the site\n",
}


@pytest.mark.parametrize(("name", "said"), WRONG.items())
def test_a_page_does_not_take_the_place_of_another(project: Path, name: str, said: str) -> None:
    (project / f"content/pages/{name}").write_text(HOURS)
    problems = report(prepare(project, TODAY, paper=False).problems)
    assert f"content/pages/{name}: {said}    hint: rename this file" in problems


def test_a_page_that_is_in_docs_already_is_named(project: Path) -> None:
    (project / "content/pages/privacy.md").write_text(HOURS)
    problems = report(prepare(project, TODAY, paper=False).problems)
    assert problems.startswith("docs/privacy.md: was written by hand, and a page from content/")


def test_what_stands_above_a_page_is_read_as_in_docs(project: Path) -> None:
    (project / "content/pages/hours.md").write_text("---\ntitle: [Opening\n---\n")
    problems = report(prepare(project, TODAY, paper=False).problems)
    assert problems.startswith("content/pages/hours.md:3: front matter: ")


def drafted(project: Path, *files: str) -> None:
    for file in files:
        path = project / f"content/{file}"
        path.write_text(f"draft: true\n{path.read_text('utf-8')}", "utf-8")


def test_a_draft_is_nowhere_on_the_site_and_marked_in_the_preview(project: Path) -> None:
    stretch, routine = "exercises/bridge.yml", "routines/low-back-pain.yml"
    drafted(project, stretch, routine)
    for name in ("daily-warm-up", "sciatica"):  # they lead to that routine
        path = project / f"content/routines/{name}.yml"
        path.write_text(path.read_text("utf-8").replace(": low-back-pain\n", ": daily-warm-up\n"))
    (project / "content/addresses.txt").unlink()
    result = prepare(project, TODAY, paper=False)
    assert report(result.problems) == "0 errors, 0 warnings"
    for file, data in result.files.items():
        assert "bridge" not in file.split("/"), file
        if file.endswith((".md", "search.json", "session.json")):
            assert b"stretches/bridge/" not in data, file
            assert b"](../low-back-pain/" not in data, file
    assert "bridge" not in result.record["content/addresses.txt"].decode()

    seen = prepare(project, TODAY, paper=False, drafts=True)
    page = seen.files[file_of("/stretches/bridge/")].decode()
    assert "# Bridge (draft)" in page
    assert "Low back pain exercises (draft)" in seen.files[file_of("/")].decode()


def library_with(draft: str) -> Library:
    library = sample_library()
    item = replace(library.exercises[draft], draft=True)
    return replace(library, exercises={**library.exercises, draft: item})


def test_no_stretch_leads_to_a_draft() -> None:
    others = [
        (exercise, name)
        for exercise in sample_library().exercises.values()
        for name in (*exercise.easier, *exercise.harder)
    ]
    assert others
    for exercise, name in others:
        published = library_with(name).published()
        assert name not in published.exercises
        left = published.exercises[exercise.id]
        assert name not in (*left.easier, *left.harder)


def test_a_published_stretch_that_becomes_a_draft_would_lose_its_address(project: Path) -> None:
    swap(
        project / "content/routines/low-back-pain.yml",
        "- exercise: bridge\n",
        "- exercise: heel-digs\n",
    )
    drafted(project, "exercises/bridge.yml")
    problems = report(prepare(project, TODAY, paper=False).problems)
    assert "the published address /stretches/bridge/ would be lost" in problems
