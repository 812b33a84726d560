"""That each picture is seen, in its box, by day, at night and on paper."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from figures import Drawing, draw
from tests.figures.samples import sample

PAGE = """<!doctype html><style>body{margin:0;background:%s}img{width:400px;%s}
@media print{body{background:#fff}img{color-scheme:light}}</style>
<img src="%s" alt="">"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=["holding-on", "kneeling"])
def drawing(request: pytest.FixtureRequest) -> Drawing:
    made, _ = draw(sample(request.param))
    return made


def seen(
    browser: Browser, folder: Path, text: str, css: str = "", media: str = "screen"
) -> Image.Image:
    (folder / "figure.svg").write_text(text, "utf-8")
    ground = "#12181b" if "dark" in css and media == "screen" else "#fff"
    (folder / "page.html").write_text(PAGE % (ground, css, "figure.svg"), "utf-8")
    page = browser.new_page(viewport={"width": 400, "height": 400})
    page.emulate_media(media="print" if media == "print" else "screen")
    page.goto((folder / "page.html").as_uri())
    shot = page.screenshot(clip={"x": 0, "y": 0, "width": 400, "height": 300})
    page.close()
    return Image.open(BytesIO(shot)).convert("RGB")


def colours(picture: Image.Image) -> set[tuple[int, int, int]]:
    found = picture.getcolors(400 * 400) or []
    return {(r, g, b) for _, (r, g, b) in found}  # type: ignore[misc]


def inked(picture: Image.Image) -> float:
    ground = picture.getpixel((1, 1))
    pixels = [picture.getpixel((x, y)) for x in range(400) for y in range(300)]
    return sum(pixel != ground for pixel in pixels) / len(pixels)


def test_by_day(browser: Browser, drawing: Drawing, tmp_path: Path) -> None:
    picture = seen(browser, tmp_path, drawing.svg)
    assert 0.05 < inked(picture) < 0.9
    assert (0x14, 0x26, 0x2E) in colours(picture)


def test_at_night_by_the_pages_own_switch(
    browser: Browser, drawing: Drawing, tmp_path: Path
) -> None:
    day = seen(browser, tmp_path, drawing.svg)
    night = seen(browser, tmp_path, drawing.svg, "color-scheme:dark")
    assert 0.05 < inked(night) < 0.9
    assert (0x07, 0x0C, 0x0E) in colours(night)
    assert colours(day) != colours(night)


def test_on_paper_it_is_day(browser: Browser, drawing: Drawing, tmp_path: Path) -> None:
    picture = seen(browser, tmp_path, drawing.svg, "color-scheme:dark", "print")
    assert (0x14, 0x26, 0x2E) in colours(picture)


def test_the_thumbnail_fills_its_square(browser: Browser, drawing: Drawing, tmp_path: Path) -> None:
    assert inked(seen(browser, tmp_path, drawing.thumbnail)) > 0.05


def test_the_moving_picture_is_complete_on_paper(
    browser: Browser, drawing: Drawing, tmp_path: Path
) -> None:
    if drawing.moving is None:
        pytest.skip("it does not move")
    assert inked(seen(browser, tmp_path, drawing.moving, media="print")) > 0.05
