"""After one visit the site is there without a network, and every page is of one build."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from stretchbook.finish import built_pages, worker
from tests.conftest import ROOT
from tests.support.built import kept_offline
from tests.support.static_server import serving
from tests.support.visit import Visits, wait_until

pytestmark = pytest.mark.browser


ROUTINES = ("sciatica", "low-back-pain", "daily-warm-up")
ALL_LOADED = "() => [...document.images].every(i => i.complete && i.naturalWidth > 0)"
EAGER = "() => document.querySelectorAll('img').forEach(i => { i.loading = 'eager' })"
Cut = Callable[[Page], None]
Host = tuple[str, Path, Cut]


@pytest.fixture(autouse=True)
def with_worker(visits: Visits) -> None:
    visits.service_workers = "allow"


@pytest.fixture
def prefix() -> str:
    """Below a sub-path, as on GitHub Pages, is the harder case."""
    return "/repo/"


@pytest.fixture
def host(prefix: str, site: Path, tmp_path: Path) -> Iterator[Host]:
    """The address and folder of a copy of the site, and a way to cut the network."""
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    with ExitStack() as server:

        def cut(page: Page) -> None:
            server.close()
            page.context.set_offline(True)  # connections that are open would still be answered

        yield server.enter_context(serving(folder, prefix)), folder, cut


def visit(visits: Visits, address: str) -> Page:
    """A first visit, until the worker has everything."""
    page = visits.open(address)
    page.evaluate("navigator.serviceWorker.ready.then(r => r.active.state)")
    return page


def rebuild(folder: Path) -> None:
    """Make the worker's list anew, after something was changed."""
    shutil.copy(ROOT / "overrides/service-worker.js", folder)
    worker.make(folder, built_pages.read(folder))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


KEPT_IN = """async (home) => {
  const cache = await caches.open((await caches.keys())[0])
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname)
  return paths.filter((path) => path.includes(`/${home}/`)).length
}"""

LACKING = """async (paths) => {
  const cache = await caches.open((await caches.keys())[0])
  const kept = (await cache.keys()).map(({ url }) => url)
  return paths.filter((path) => !kept.some((url) => url.includes(`/${path}?hash=`)))
}"""


def wait_for_language(page: Page, folder: Path, language: str) -> None:
    """Until all that this language has besides is kept."""
    paths = list(kept_offline(folder)["languages"][language])
    wait_until(page, f"async (paths) => !(await ({LACKING})(paths)).length", paths)


def test_a_first_visit_fetches_no_other_language(visits: Visits, host: Host) -> None:
    address, _, _ = host
    page = visit(visits, address)
    assert page.evaluate(KEPT_IN, "sciatica") == 1
    assert page.evaluate(KEPT_IN, "es") == 0
    assert page.evaluate(KEPT_IN, "ar") == 0


@pytest.mark.parametrize("first", ["es/", "es/plan/#1/bridge/knee-rolls/end:0000", ""])
def test_a_language_opens_without_a_network_after_one_visit(
    visits: Visits, host: Host, first: str
) -> None:
    """As the very first page, or after an English one."""
    address, folder, cut = host
    page = visit(visits, address + first)
    if not first:
        page.goto(f"{address}es/sciatica/")
    pages = sorted(path.parent for path in (folder / "es/stretches").glob("*/index.html"))
    assert len(pages) >= 20
    wait_for_language(page, folder, "es")
    assert page.evaluate(KEPT_IN, "ar") == 0
    cut(page)
    for path in ("es/", "es/sciatica/", *(f"es/stretches/{p.name}/" for p in pages[:3])):
        page.goto(address + path)
        page.evaluate(EAGER)
        wait_until(page, ALL_LOADED)
        expect(page.locator(".disclaimer")).to_be_visible()
    page.goto(f"{address}es/plan/#1/bridge/knee-rolls/end:0000")
    expect(page.locator("details.stretch").first).to_contain_text("Puente")
    page.get_by_role("button", name="Empezar la sesión guiada").click()
    expect(page.locator("dialog.session")).to_contain_text("Puente")


def test_a_new_build_keeps_the_languages_that_were_opened(visits: Visits, host: Host) -> None:
    address, folder, cut = host
    page = visit(visits, f"{address}es/")
    wait_for_language(page, folder, "es")
    change(folder / "es/sciatica/index.html", "</h1>", " (nuevo)</h1>")
    rebuild(folder)
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())")
    wait_for_build(page, kept_offline(folder)["version"])
    cut(page)
    page.goto(f"{address}es/sciatica/")
    expect(page.locator("h1")).to_contain_text("(nuevo)")


@pytest.mark.parametrize("prefix", ["/", "/repo/"])
def test_everything_opens_without_a_network(visits: Visits, host: Host) -> None:
    address, folder, cut = host
    page = visit(visits, address)
    cut(page)
    stretches = sorted(p.parent.name for p in (folder / "stretches").glob("*/index.html"))
    assert len(stretches) > 10
    for path in ("", *(f"{r}/" for r in ROUTINES), *(f"stretches/{s}/" for s in stretches)):
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        page.evaluate(EAGER)
        wait_until(page, ALL_LOADED)
        expect(page.locator(".disclaimer")).to_be_visible()
    page.goto(f"{address}sciatica/#standing-quad-stretch")
    assert page.locator("#standing-quad-stretch").evaluate("d => d.open")
    page.goto(f"{address}plan/#1/bridge.2x8h5/knee-rolls/end:3cb8")
    expect(page.locator("details.stretch")).to_have_count(2)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    wait_until(page, ALL_LOADED)
    page.get_by_role("button", name="Change this plan").click()
    page.get_by_role("button", name="QR code").click()
    expect(page.get_by_role("img", name="QR code of this plan")).to_be_visible()
    page.goto(f"{address}stretches/?area=hips")
    expect(page.locator("[data-filter-status]")).not_to_be_empty()


def test_what_is_not_kept_says_so(visits: Visits, host: Host) -> None:
    address, _folder, cut = host
    page = visit(visits, address)
    cut(page)
    answer = page.goto(f"{address}a/page/of/another/day/")
    assert answer is not None
    assert answer.status == 503
    expect(page.locator("h1")).to_have_text("You are offline")
    page.get_by_role("article").get_by_role("link", name="Sciatica stretches").click()
    page.wait_for_url(f"{address}sciatica/")
    visits.problems.clear()  # the browser reports the 503


def test_a_picture_that_fails_is_an_error_not_a_page(visits: Visits, host: Host) -> None:
    address, _folder, cut = host
    page = visit(visits, address)
    page.goto(f"{address}sciatica/")
    cut(page)
    failed = page.evaluate("fetch('../figures/none.svg').then(r => r.status, () => 'error')")
    assert failed == "error"
    visits.problems.clear()


def test_a_folder_without_its_slash_leads_to_the_page(visits: Visits, host: Host) -> None:
    address, _folder, cut = host
    page = visit(visits, address)
    cut(page)
    page.goto(f"{address}sciatica")
    assert page.url == f"{address}sciatica/"


def sheet(folder: Path) -> Path:
    """What all pages ask for."""
    (found,) = (folder / "css").glob("theme-*.css")
    return found


def test_a_new_build_arrives_whole_at_the_next_visit(visits: Visits, host: Host) -> None:
    address, folder, _cut = host
    page = visit(visits, address)
    page.goto(f"{address}sciatica/")
    change(folder / "sciatica/index.html", "<h1", "<p id=second>second build</p><h1")
    change(sheet(folder), ":root {", "h1 { border-top: 7px solid !important } :root {")
    rebuild(folder)
    page.goto(f"{address}sciatica/")  # this visit learns of it
    assert page.locator("#second").count() == 0
    assert border(page) == "0px"
    wait_for_build(page, kept_offline(folder)["version"])
    assert border(page) == "0px"  # an open page stays as it was,
    old = page.evaluate(f"fetch('../css/{sheet(folder).name}').then(r => r.text())")
    assert "border-top: 7px" not in old  # and so does what it asks for only now
    page.goto(f"{address}sciatica/")
    assert page.locator("#second").count() == 1
    assert border(page) == "7px"


def test_a_half_uploaded_build_is_not_kept(visits: Visits, host: Host) -> None:
    address, folder, cut = host
    page = visit(visits, address)
    first = (sheet(folder)).read_bytes()
    change(folder / "sciatica/index.html", "<h1", "<p id=second>second build</p><h1")
    change(sheet(folder), ":root {", "h1 { border-top: 7px solid !important } :root {")
    rebuild(folder)
    (sheet(folder)).write_bytes(first)
    page.goto(f"{address}sciatica/")
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update()).catch(() => {})")
    wait_until(
        page, "navigator.serviceWorker.getRegistration().then(r => !r.installing && !r.waiting)"
    )
    cut(page)
    page.goto(f"{address}sciatica/")
    assert page.locator("#second").count() == 0
    visits.problems.clear()


OLD_COPY = "This is the copy that your device kept on"
HOUR = 3_700_000  # milliseconds


def rebuild_without_a_file(folder: Path) -> None:
    """A second build, of which the host has lost a new picture."""
    change(folder / "sciatica/index.html", "<h1", "<p id=second>second build</p><h1")
    (folder / "figures/bridge.svg").write_text("<svg/>")
    rebuild(folder)
    (folder / "figures/bridge.svg").unlink()


def find_newer(page: Page) -> None:
    """Have the browser look for a newer build, and wait until it has taken or refused it."""
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update()).catch(() => {})")
    wait_until(
        page, "navigator.serviceWorker.getRegistration().then(r => !r.installing && !r.waiting)"
    )


def test_text_of_a_build_that_is_on_its_way_is_read_at_once(visits: Visits, host: Host) -> None:
    """While a file of it is lost, pages come from the network; without one they say their age."""
    address, folder, cut = host
    page = visit(visits, address)
    rebuild_without_a_file(folder)
    find_newer(page)
    page.goto(f"{address}sciatica/")
    assert page.locator("#second").count() == 1
    expect(page.get_by_text(OLD_COPY)).to_have_count(0)
    page.goto(f"{address}low-back-pain/")
    cut(page)
    page.goto(f"{address}daily-warm-up/")
    expect(page.get_by_text(OLD_COPY)).to_be_visible()
    expect(page.locator(".disclaimer")).to_be_visible()
    visits.problems.clear()


def test_a_build_that_stays_without_a_file_is_taken_after_an_hour(
    visits: Visits, host: Host
) -> None:
    address, folder, cut = host
    page = visit(visits, address)
    rebuild_without_a_file(folder)
    find_newer(page)
    script = folder / "service-worker.js"  # its clock cannot be set from outside
    late = f"const today = Date.now; Date.now = () => today() + {HOUR}\n"
    script.write_text(script.read_text("utf-8") + late, "utf-8")
    later = time.time() + 9  # a host tells files apart by the second
    os.utime(script, (later, later))
    find_newer(page)
    wait_for_build(page, kept_offline(folder)["version"])
    cut(page)
    page.goto(f"{address}sciatica/")
    assert page.locator("#second").count() == 1
    expect(page.get_by_text(OLD_COPY)).to_have_count(0)
    visits.problems.clear()


def test_a_lost_file_does_not_take_all_the_rest_away(visits: Visits, host: Host) -> None:
    address, folder, cut = host
    (folder / "figures/bridge.svg").unlink()
    (folder / "stretches/knee-rolls/index.html").unlink()
    page = visit(visits, address)
    cut(page)
    for routine in ROUTINES:
        page.goto(f"{address}{routine}/")
        expect(page.locator("details.stretch").first).to_be_visible()
    page.goto(f"{address}stretches/knee-rolls/")
    expect(page.locator("h1")).to_have_text("You are offline")
    visits.problems.clear()


def test_pages_that_a_host_changes_on_the_way_are_kept_as_they_are_opened(
    visits: Visits, host: Host
) -> None:
    address, folder, cut = host
    for path in folder.rglob("*.html"):
        change(path, "</body>", "<!-- a host's own mark --></body>")
    page = visit(visits, address)
    page.goto(f"{address}sciatica/")
    expect(page.get_by_text(OLD_COPY)).to_have_count(0)
    wait_until(page, f"async () => (await ({KEPT_IN})('sciatica')) > 0")
    cut(page)
    page.goto(f"{address}sciatica/")
    expect(page.locator("details.stretch").first).to_be_visible()
    expect(page.get_by_text(OLD_COPY)).to_be_visible()
    assert border(page) == "0px"  # its style has come along
    page.goto(f"{address}low-back-pain/")
    expect(page.locator("h1")).to_have_text("You are offline")
    visits.problems.clear()


def test_a_page_that_is_not_in_the_list_is_kept_once_it_was_opened(
    visits: Visits, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, folder, cut = host
    monkeypatch.setattr(worker, "FIRST_FILES", 130)
    rebuild(folder)
    page = visit(visits, address)
    far = f"{address}stretches/side-bend/"
    assert page.evaluate(KEPT_IN, "side-bend") == 0
    page.goto(far)
    page.evaluate(EAGER)
    wait_until(page, ALL_LOADED)
    wait_until(page, f"async () => (await ({KEPT_IN})('side-bend')) === 1")
    cut(page)
    page.goto(far)
    page.evaluate(EAGER)
    wait_until(page, ALL_LOADED)
    expect(page.get_by_text(OLD_COPY)).to_be_visible()
    page.goto(f"{address}sciatica/")
    expect(page.get_by_text(OLD_COPY)).to_have_count(0)


def test_old_files_are_removed_once_no_page_needs_them(visits: Visits, host: Host) -> None:
    address, folder, _cut = host
    page = visit(visits, address)
    change(sheet(folder), ":root {", "h1 { border-top: 7px solid !important } :root {")
    rebuild(folder)
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())")
    wait_for_build(page, kept_offline(folder)["version"])
    # The page was opened without the worker, so nothing of the first build is needed.
    wait_until(
        page,
        """() => caches.keys()
          .then(names => caches.open(names[0]))
          .then(cache => cache.keys())
          .then(keys => keys.filter(key => key.url.includes('css/theme-')).length === 1)""",
    )


def test_nothing_breaks_where_workers_are_blocked(visits: Visits, host: Host) -> None:
    address, _folder, _cut = host
    page = visits.blank()
    page.add_init_script(
        "navigator.serviceWorker.register = () => Promise.reject(new DOMException('no'))"
    )
    page.goto(f"{address}sciatica/")
    page.wait_for_load_state("networkidle")
    page.locator("#standing-quad-stretch summary").click()
    assert page.locator("#standing-quad-stretch").evaluate("d => d.open")


def test_a_preview_is_never_kept(visits: Visits, plain_pages: str) -> None:
    page = visits.open(f"{plain_pages}short-list/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(r => r.length)") == 0


def test_the_reader_can_remove_the_copy(visits: Visits, host: Host) -> None:
    address, _folder, _cut = host
    page = visit(visits, address)
    page.goto(f"{address}privacy/")
    page.get_by_role("button", name="Forget everything").click()
    expect(page.get_by_text("Done.")).to_be_visible()
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(r => r.length)") == 0


def border(page: Page) -> str:
    return str(page.locator("h1").evaluate("h => getComputedStyle(h).borderTopWidth"))


AT_WORK = """async version => {
  const cache = await caches.open((await caches.keys())[0])
  const kept = (await cache.keys()).some(key => key.url.endsWith(`?build=${version}`))
  const worker = await navigator.serviceWorker.getRegistration()
  return kept && !worker.installing && !worker.waiting && worker.active.state === "activated"
}"""


def wait_for_build(page: Page, version: str) -> None:
    """Until the worker of this build is the one at work."""
    wait_until(page, AT_WORK, version)
