"""The figures of a large library are taken from one that is just large enough to come in parts."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from develop import phone
from stretchbook import assets

pytestmark = pytest.mark.browser

MOST_KILOBYTES = 130  # for one step, its page and pictures among them


def test_every_step_is_answered_and_fetches_little(browser: Browser, tmp_path: Path) -> None:
    site = phone.build(tmp_path / "library", assets.WHOLE + 20)
    assert (site / "data/search/vocabulary.json").is_file()
    found = list(phone.measure(browser, site))
    assert [name for name, *_ in found] == [name for name, _ in phone.STEPS]
    assert [name for name, took, *_ in found if took >= phone.PATIENCE] == []
    assert [name for name, _, size, _ in found if size > MOST_KILOBYTES] == []
