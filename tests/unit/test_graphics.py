"""Pictures for home screens and links."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from stretchbook.graphics import SIZE, icons, letters, link_picture, png
from stretchbook.rendering import installable
from tests.support.content import ROOT

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4">'
    '<rect width="4" height="4" rx="1" fill="#102030"/></svg>'
)
COLORS = {"ground": "#fff", "card": "#fff", "line": "#ccc", "text": "#000", "accent": "#036"}


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGBA")


def test_icons_have_their_sizes_and_grounds() -> None:
    made = {name: opened(data) for name, data in icons(LOGO, "#ffffff").items()}
    assert {name: image.width for name, image in made.items()} == {
        "icon-192.png": 192,
        "icon-512.png": 512,
        "maskable-512.png": 512,
        "apple-touch-icon.png": 180,
    }
    assert made["icon-192.png"].getpixel((0, 0)) == (0, 0, 0, 0)
    assert made["maskable-512.png"].getpixel((0, 0)) == (16, 32, 48, 255)
    assert made["apple-touch-icon.png"].getpixel((0, 0)) == (16, 32, 48, 255)


def test_a_logo_without_a_ground_gets_the_one_given() -> None:
    logo = LOGO.replace("<rect", '<circle cx="2" cy="2" r="1"')
    assert opened(icons(logo, "#ff0000")["maskable-512.png"]).getpixel((0, 0)) == (255, 0, 0, 255)


def test_the_same_picture_is_the_same_bytes_and_drawn_once(tmp_path: Path) -> None:
    first = png(LOGO, 64, tmp_path)
    assert png(LOGO, 64) == first
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"from the cache")
    assert png(LOGO, 64, tmp_path) == b"from the cache"
    assert png(LOGO, 65, tmp_path) != b"from the cache"


@pytest.mark.parametrize(
    "name",
    [
        "Hips",
        "Stretches for a very stiff lower back and both of the hips",
        "Ä é ß",
    ],
)
def test_a_name_stays_inside_the_picture(name: str) -> None:
    image = opened(link_picture(name, "Site", [], COLORS))
    assert image.size == SIZE
    left, _top, right, _bottom = image.crop((0, 20, *SIZE)).convert("L").point(
        lambda value: 255 if value < 128 else 0
    ).getbbox() or (0, 0, 0, 0)
    assert 50 < left < right < SIZE[0] - 50


def test_letters_that_cannot_be_written_well_are_left_out() -> None:
    assert letters.can_write("Café")
    assert not letters.can_write("تمارين")
    image = opened(link_picture("تمارين", "Site", [], COLORS))
    assert image.crop((0, 20, *SIZE)).getcolors() == [(SIZE[0] * (SIZE[1] - 20), (255,) * 4)]


def test_words_wrap_where_they_no_longer_fit() -> None:
    assert letters.wrap("one two three", 10, letters.width_of("one two", 10)) == [
        "one two",
        "three",
    ]
    assert letters.wrap("", 10, 50) == []


@pytest.mark.parametrize("name", installable.COLORS)
def test_what_phones_show_has_the_colors_of_the_light_page(name: str) -> None:
    theme = (ROOT / "docs/css/theme.css").read_text("utf-8")
    assert f"--sb-{name}: light-dark({installable.COLORS[name]}, " in theme
