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
    page.goto(f"{plain_pages}short-list/?area=hips")
    expect(page.locator("[data-filter-status]")).to_have_text("2 stretches")
    visits.expect_problem("blocks did not start")
    visits.problems.clear()  # a file that did not arrive is also reported by the browser


def test_pages_that_use_no_behaviour_are_left_alone(visits: Visits, plain_pages: str) -> None:
    page = visits.open(f"{plain_pages}stretches/page-3/")
    page.wait_for_load_state("networkidle")
    assert page.locator("[role=status]").count() == 0
