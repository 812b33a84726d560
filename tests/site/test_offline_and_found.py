"""What the finishing adds to the real site: the worker's list, the manifest, files to carry."""

import base64
import hashlib
import json
from io import BytesIO
from pathlib import Path

import pytest
from lxml import html
from PIL import Image
from playwright.sync_api import Browser

from stretchbook.model.paper import EDITIONS
from tests.support.built import kept_offline
from tests.support.pseudo import ADDRESS

pytestmark = pytest.mark.site

ROUTINES = ("sciatica", "low-back-pain", "daily-warm-up")


def listed(site: Path) -> dict[str, dict[str, str]]:
    build = kept_offline(site)
    return {"files": build["files"], **build["languages"]}


LANGUAGES = ("es", "ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worker_has_a_list_for_each_other_language(site: Path, language: str) -> None:
    kept = listed(site)
    made = {p.relative_to(site).as_posix() for p in (site / language).rglob("*") if p.is_file()}
    needed = {p for p in made if p.endswith(("index.html", ".json"))}
    sheet = f"{language}/clinicians/links/index.html"
    assert needed - {sheet} <= kept[language].keys()
    assert {path.partition("/")[0] for path in kept[language]} == {language}
    assert not [path for path in kept["files"] if path.startswith(f"{language}/")]


def test_the_worker_keeps_every_page_and_picture(site: Path) -> None:
    first = listed(site)["files"]
    made = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    made = {path for path in made if path.partition("/")[0] not in LANGUAGES}
    needed = {p for p in made if p.endswith("index.html") or p.startswith(("figures/", "css/"))}
    sheet = "clinicians/links/index.html"  # grows with the library: kept once it was visited
    assert needed - {sheet} <= first.keys()
    assert sheet not in first
    assert (
        site / "service-worker.js"
    ).stat().st_size < 60_000  # browsers ask for it at every visit
    assert "offline.html" in first
    assert not [path for path in first if path.endswith(".map") or "404" in path]


def test_every_hash_in_the_list_is_true(site: Path) -> None:
    for files in listed(site).values():
        for path, digest in files.items():
            data = (site / path).read_bytes()
            assert base64.b64decode(digest) == hashlib.sha256(data).digest()[:12], path


def test_the_manifest_names_icons_of_the_right_size(site: Path) -> None:
    manifest = json.loads((site / "manifest.webmanifest").read_bytes())
    assert manifest["start_url"] == manifest["scope"] == "./"
    assert {"name", "short_name", "lang", "display", "theme_color"} <= manifest.keys()
    assert [icon["purpose"] for icon in manifest["icons"]] == ["any", "any", "maskable"]
    for icon in manifest["icons"]:
        width, height = map(int, icon["sizes"].split("x"))
        with Image.open(site / icon["src"]) as image:
            assert (image.format, image.size) == ("PNG", (width, height))
    with Image.open(site / "icons/apple-touch-icon.png") as image:
        assert image.size == (180, 180)
        alpha = image.convert("RGBA").getchannel("A").getextrema()
    assert alpha == (255, 255)  # iOS shows black in place of nothing


def test_a_maskable_icon_has_its_drawing_in_the_safe_circle(site: Path) -> None:
    with Image.open(site / "icons/maskable-512.png") as image:
        white = image.convert("L").point([255 if value > 200 else 0 for value in range(256)])
        box = white.getbbox()
    assert box is not None
    far = max(abs(edge - 256) for edge in box)
    assert far <= 0.4 * 512


@pytest.mark.parametrize("name", ["index", *ROUTINES])
def test_link_pictures_have_the_size_that_others_expect(site: Path, name: str) -> None:
    data = (site / f"social/{name}.png").read_bytes()
    assert len(data) < 300_000
    with Image.open(BytesIO(data)) as image:
        assert image.size == (1200, 630)


def test_without_an_address_nothing_claims_one(site: Path) -> None:
    page = (site / "sciatica/index.html").read_text("utf-8")
    assert "og:image" not in page
    assert "twitter:card" not in page
    assert "canonical" not in page
    assert not list(site.glob("sitemap.xml*"))
    assert (site / "robots.txt").read_text("utf-8").split() == ["User-agent:", "*", "Allow:", "/"]


def test_with_an_address_others_find_every_page(pseudo_site: Path) -> None:
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (pseudo_site / "robots.txt").read_text("utf-8")
    sitemap = html.fromstring((pseudo_site / "sitemap.xml").read_bytes())
    found = {element.text for element in sitemap.iter("loc")}
    moved = {p for p in pseudo_site.rglob("index.html") if 'http-equiv="refresh"' in p.read_text()}
    pages = {p.parent.relative_to(pseudo_site) for p in {*pseudo_site.rglob("index.html")} - moved}
    assert found == {f"{ADDRESS}{p.as_posix()}/".replace("/./", "/") for p in pages}


def test_with_an_address_links_have_a_picture(pseudo_site: Path) -> None:
    for page, name in (("index.html", "index"), ("sciatica/index.html", "sciatica")):
        source = html.fromstring((pseudo_site / page).read_bytes().decode("utf-8"))
        picture = source.xpath("string(//meta[@property='og:image']/@content)")
        assert picture == f"{ADDRESS}social/{name}.png"
        assert (pseudo_site / picture.removeprefix(ADDRESS)).exists()
        assert source.xpath("//meta[@name='twitter:card']/@content") == ["summary_large_image"]


def test_with_an_address_a_single_file_leads_back(pseudo_site: Path) -> None:
    source = html.fromstring((pseudo_site / "downloads/sciatica.html").read_bytes().decode("utf-8"))
    links = {str(link) for link in source.xpath("//a/@href")}
    assert f"{ADDRESS}low-back-pain/" in links
    assert all(link.startswith(("https://", "http://", "tel:", "#")) for link in links)


@pytest.mark.parametrize("name", ROUTINES)
def test_the_page_tells_the_size_of_each_file_to_take_away(site: Path, name: str) -> None:
    source = html.fromstring((site / name / "index.html").read_bytes().decode("utf-8"))
    sizes = source.xpath("//a[@data-size-of]/following-sibling::*[1][self::small]")
    told = {size.getprevious().get("data-size-of"): size.text for size in sizes}
    assert f"/downloads/{name}.html" in told
    assert len(told) == 1 + len(EDITIONS)
    for address, size in told.items():
        file = site / address.lstrip("/")
        assert file.stat().st_size < 400_000, address
        assert size == f"{round(file.stat().st_size / 1000)} KB", address


@pytest.mark.parametrize("name", ROUTINES)
def test_a_single_file_says_what_its_page_says(site: Path, name: str) -> None:
    single = html.fromstring((site / f"downloads/{name}.html").read_bytes().decode("utf-8"))
    page = html.fromstring((site / name / "index.html").read_bytes().decode("utf-8"))
    for path in ("//*[@class='disclaimer']", URGENT, "//details//ol", "//h3"):
        said = [e.text_content().split() for e in single.xpath(path)]
        assert said == [e.text_content().split() for e in page.xpath(f"//body{path}") if kept(e)]
        assert said
    assert not single.xpath("//script | //button | //form | //link[@rel='stylesheet']")


URGENT = "//*[contains(@class, 'urgent')]"


def kept(element: html.HtmlElement) -> bool:
    return not element.xpath("ancestor::header | ancestor::nav")


@pytest.mark.browser
@pytest.mark.parametrize("name", ROUTINES)
def test_a_single_file_needs_nothing_else(browser: Browser, site: Path, name: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, offline=True)
    page, asked, said = context.new_page(), list[str](), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto((site / f"downloads/{name}.html").as_uri())
    blocks = page.locator("details")
    assert blocks.count() >= 6
    for block in blocks.all():
        block.locator("summary").click()
        assert block.locator("li").first.is_visible()
    assert page.evaluate("[...document.images].every(image => image.naturalWidth > 0)")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".disclaimer").is_visible()
    assert page.locator(".urgent").is_visible()
    assert [url for url in asked if not url.startswith("data:")] == [page.url]
    assert said == []
    context.close()
