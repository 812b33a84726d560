"""A behaviour that breaks, or never arrives, takes no other with it."""

import pytest
from playwright.sync_api import Route, expect

from tests.support.visit import Visits

pytestmark = pytest.mark.browser


def fail_to_start(route: Route) -> None:
    body = "export function start() { throw new Error('broken') }"
    route.fulfill(body=body, content_type="text/javascript")


def fail_to_arrive(route: Route) -> None:
    route.abort()


@pytest.mark.parametrize("fail", [fail_to_start, fail_to_arrive])
def test_a_behaviour_fails_alone(visits: Visits, plain_pages: str, fail: object) -> None:
    page = visits.blank()
    page.route("**/js/blocks.js", fail)  # type: ignore[arg-type]  # one of the two above
    page.goto(plain_pages)
    expect(page.locator("[data-copy-link] button").first).to_be_attached()
    page.evaluate("document.querySelector('details').open = true")
    expect(page.locator("[data-copy-link] button").first).to_be_visible()
    visits.expect_problem("blocks did not start")
    visits.problems.clear()  # a file that did not arrive is also reported by the browser


def test_a_page_fetches_only_what_it_has_something_for(visits: Visits, plain_pages: str) -> None:
    page = visits.blank()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.goto(plain_pages)
    page.wait_for_load_state("networkidle")
    assert "blocks.js" in fetched
    assert not {"filters.js", "search.js", "forget.js", "moved.js"} & set(fetched)


def test_pages_that_use_no_behaviour_are_left_alone(visits: Visits, plain_pages: str) -> None:
    page = visits.open(f"{plain_pages}stretches/page-3/")
    page.wait_for_load_state("networkidle")
    assert page.locator("[role=status]").count() == 0
