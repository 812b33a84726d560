"""An old page leads on to the new one, with the part after the # where there is a script."""

import pytest

from tests.support.visit import Visits

pytestmark = pytest.mark.browser


def test_an_old_page_takes_the_block_along(visits: Visits, plain_pages: str) -> None:
    page = visits.look(f"{plain_pages}old-address/#calf-stretch")
    page.wait_for_url(f"{plain_pages}moved/#calf-stretch")


def test_without_script_an_old_page_leads_on_too(visits: Visits, plain_pages: str) -> None:
    page = visits.open(f"{plain_pages}old-address/", java_script=False)
    page.wait_for_url(f"{plain_pages}moved/")
