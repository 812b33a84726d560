"""What tests share: the built site, a static host for it, and a browser that tolerates nothing."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from develop import browsers
from stretchbook import keeping
from tests.support.pseudo import build_pseudo
from tests.support.static_server import serving
from tests.support.variant import build_once, shared_folder
from tests.support.visit import ReusedPage, Visits

# A busy machine is slow, not wrong: no test fails for the time one example took. On a build machine
# the same examples are tried each time, so that a failure there can be repeated here.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")

ROOT = Path(__file__).resolve().parent.parent
# Tests of the program look at the example, whichever content a clinic has chosen for its site.
# Those marked `any_content` are run once more for hers: `make test` says so here.
os.environ.setdefault("STRETCHBOOK_CONTENT", "content")

ServeSite = Callable[..., str]

# What a browser draws round its pages costs more than our pages do: a process in reserve, and two
# pages of its own below the address bar of each window. Only the last of these flags counts, so
# what Playwright switches off and our pages can meet stands here again.
LEAN = "--disable-features=" + ",".join(
    [
        *("SpareRendererForSitePerProcess", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
        *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "PaintHolding"),
        *("HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "ThirdPartyStoragePartitioning"),
        *("OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"),
    ]
)


@pytest.fixture(scope="module", autouse=True)
def _forgetting() -> Iterator[None]:
    """What the generator keeps serves one module, or it would hold what all tests have made."""
    yield
    keeping.forget()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site. `make test` builds it once for everyone; a lone pytest builds its own."""
    given = os.environ.get("STRETCHBOOK_SITE")
    built = Path(given) if given else _build(tmp_path_factory.mktemp("site"))
    if not (built / "index.html").exists():
        pytest.fail("the site was not built; see why in the site build")
    return built


def _build(target: Path) -> Path:
    command = [sys.executable, "scripts/build.py", "--site", "--site-dir", str(target)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        pytest.fail(f"the site was not built:\n{done.stdout}{done.stderr}")
    return target


@pytest.fixture(scope="session")
def serve_site() -> Iterator[ServeSite]:
    """`serve_site(folder, prefix="/")` gives the address; one server for each folder and prefix."""
    with ExitStack() as servers:

        @cache
        def serve(folder: Path, prefix: str = "/") -> str:
            return servers.enter_context(serving(folder, prefix))

        yield serve


@pytest.fixture(scope="session")
def site_url(site: Path, serve_site: ServeSite) -> str:
    """The address of the real site, served from the root."""
    return serve_site(site)


@pytest.fixture(scope="session")
def pseudo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in English and in two languages that a machine has made of it."""
    if given := os.environ.get("STRETCHBOOK_PSEUDO_SITE"):
        return Path(given)
    return build_once(shared_folder(tmp_path_factory.getbasetemp()), "pseudo", build_pseudo)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests of a worker."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browsers.CHROMIUM.find(),
            args=[*browsers.launch_arguments(), LEAN],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def reused_page(browser: Browser) -> Callable[[], ReusedPage]:
    """The page of a worker's tests that only look; there is none before one asks."""
    return cache(lambda: ReusedPage(browser))


@pytest.fixture
def visits(browser: Browser, reused_page: Callable[[], ReusedPage]) -> Iterator[Visits]:
    """Opens pages; the test fails on a console error, a page error or a third-party request."""
    visits = Visits(browser, reused_page)
    yield visits
    visits.close()
    assert not visits.problems
