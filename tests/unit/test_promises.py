"""A built page that lost a stretch or a warning stops the build, whatever made it lose them."""

from pathlib import Path

import pytest

from stretchbook.finish import Unfinished, built_pages, outermost, promises, sheets
from stretchbook.views.promise_view import Promise, view_promises
from tests.support.content import sample_library

DISCLAIMER = '<p class="disclaimer">Please read first.</p>'
URGENT = '<div class="admonition danger urgent"><h2>Stop</h2></div>'
CARE = '<div class="admonition warning"><h4>Take care</h4></div>'
PROMISE = Promise(stretches=("bridge",), boxes={"urgent": 1, "warning": 1, "tip": 0})
GOOD = f'{URGENT}<details class="stretch" id="bridge"><summary>Bridge</summary>{CARE}</details>'

BROKEN = {
    f"{GOOD}<p>/// admonition | ## Stop</p>": "shows a block as text: /// admonition | ## Stop",
    f"{GOOD}<p>text</p>\n<p>///</p>": "shows a block as text: ///",
    f'{GOOD}<details class="stretch" id="more"></details>': (
        "shows the stretches bridge, more, not bridge"
    ),
    f"{URGENT}{CARE}": "shows the stretches none, not bridge",
    GOOD.replace(CARE, ""): "shows 0 boxes of the kind warning, not 1",
    GOOD.replace(URGENT, ""): "shows 0 boxes of the kind urgent, not 1",
    GOOD + URGENT: "shows 2 boxes of the kind urgent, not 1",
    GOOD.replace(URGENT, f"<details>{URGENT}</details>"): (
        "hides urgent signs in a block that can be closed"
    ),
}


def site_of(folder: Path, article: str, before: str = DISCLAIMER) -> Path:
    page = folder / "sciatica" / "index.html"
    page.parent.mkdir(exist_ok=True)
    page.write_text(f"<html><body>{before}<article>{article}</article></body></html>", "utf-8")
    return folder


def keep(site: Path, promised: dict[str, Promise]) -> None:
    pages = built_pages.read(site)
    promises.keep({file: page.seen for file, page in pages.items()}, promised)


@pytest.mark.parametrize(("article", "message"), BROKEN.items(), ids=BROKEN.values())
def test_a_page_that_does_not_show_what_its_view_said_stops_the_build(
    tmp_path: Path, article: str, message: str
) -> None:
    with pytest.raises(Unfinished) as stopped:
        keep(site_of(tmp_path, article), {"/sciatica/": PROMISE})
    assert str(stopped.value) == f"/sciatica/: {message}\n1 fault in the built pages."


def test_all_faults_are_told_and_counted(tmp_path: Path) -> None:
    with pytest.raises(Unfinished) as stopped:
        keep(site_of(tmp_path, "<p>///</p>", before=""), {"/sciatica/": PROMISE})
    *lines, last = str(stopped.value).splitlines()
    assert "/sciatica/: does not show the disclaimer" in lines
    assert last == f"{len(lines)} faults in the built pages."
    assert len(lines) == 5


@pytest.mark.parametrize("text", ["a /// b", "file:///tmp", "//// four", "/// other words"])
def test_slashes_that_are_no_fence_may_stand_in_a_page(tmp_path: Path, text: str) -> None:
    keep(site_of(tmp_path, f"{GOOD}<p>{text}</p>"), {"/sciatica/": PROMISE})


def test_a_fence_in_code_is_meant(tmp_path: Path) -> None:
    example = "<pre><code>/// details | Title\n///</code></pre>"
    keep(site_of(tmp_path, f"{GOOD}{example}"), {"/sciatica/": PROMISE})


def test_every_page_with_urgent_signs_or_stretches_has_a_promise() -> None:
    library = sample_library()
    found = view_promises(library)
    routines = [f"/{name}/" for name in library.routines]
    stretches = [f"/stretches/{name}/" for name in library.exercises]
    assert set(found) == {"/", "/plan/", *routines, *stretches}
    assert all(promise.boxes["urgent"] == 1 for promise in found.values())
    assert len(found["/sciatica/"].stretches) == 6
    assert found["/sciatica/"].boxes["tip"] == 1


def test_the_boxes_of_the_themes_own_menu_go_and_the_paper_s_texts_move_to_the_root() -> None:
    box = outermost.BOX.format("drawer")
    meta = '<meta name="paper" content="" data-print-name="A &gt; B">'
    page = f'<!doctype html>\n<html lang="en"><head>{meta}<title>x</title></head><body>{box}</body>'
    wanted = '<html data-print-name="A &gt; B" lang="en"><head><title>x</title></head><body></body>'
    assert outermost.settled(page) == f"<!doctype html>\n{wanted}"


def test_a_sheet_keeps_its_rules_and_loses_what_only_its_authors_read() -> None:
    first = "/* Why.\n   More. */\n.a {\n  color: red; /* AAA */\n}\n\n"
    css = first + '@media print {\n  .b::after {\n    content: "a  b";\n  }\n}\n'
    wanted = '.a {\ncolor: red;\n}\n@media print {\n.b::after {\ncontent: "a  b";\n}\n}\n'
    assert sheets.lightened(css) == wanted
