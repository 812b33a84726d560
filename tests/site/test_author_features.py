"""What an author writes as Material's documentation shows is what it gives, in both renderers."""

import re
import subprocess
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from stretchbook.finish import outermost
from tests.site.test_html import validate
from tests.support.built import Page, links, loaded_resources, pages_of, target_of, words
from tests.support.project import run
from tests.support.renderers import PAGE, build_with_page
from tests.support.variant import build_once, shared_folder

pytestmark = pytest.mark.site

# docs/authors.md says that these do nothing here: each needs the theme's own script or search.
WITHOUT_EFFECT = (
    *("navigation.instant", "navigation.instant.prefetch", "navigation.instant.progress"),
    *("navigation.tracking", "navigation.tabs", "navigation.tabs.sticky", "navigation.sections"),
    *("navigation.expand", "navigation.prune", "navigation.indexes", "navigation.top"),
    "navigation.instant.preview",
    *("search.suggest", "search.highlight", "search.share", "header.autohide"),
    *("announce.dismiss", "toc.follow", "toc.integrate", "content.code.copy"),
    *("content.code.annotate", "content.code.select", "content.tabs.link", "content.tooltips"),
)


@pytest.fixture(scope="module")
def project(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the clinic's page, and both sites."""
    assert site
    return build_once(shared_folder(tmp_path_factory.getbasetemp()), "features", build_with_page)


@pytest.fixture(params=["by-mkdocs", "site"], ids=["mkdocs", "zensical"])
def built(request: pytest.FixtureRequest, project: Path) -> Path:
    folder: Path = project / request.param
    return folder


@pytest.fixture
def page(built: Path) -> Page:
    return pages_of(built)[PAGE]


def part(page: Page, heading: str) -> HtmlElement:
    """What stands between a heading and the next of its level, in one element."""
    whole = html.Element("div")
    element = page.tree.get_element_by_id(heading).getnext()
    while element is not None and element.tag != "h2":
        whole.append(html.fromstring(html.tostring(element)))
        element = page.tree.xpath(f"//*[@id='{heading}']/following-sibling::*")[len(whole)]
    assert len(whole)
    return whole


def test_boxes_have_their_kind_their_title_and_what_is_in_them(page: Page) -> None:
    boxes = part(page, "boxes").find_class("admonition")
    said = [(box.get("class"), words(box.find_class("admonition-title")[0])) for box in boxes]
    assert said == [
        ("admonition note", "Note"),
        ("admonition warning", "Mind the step"),
        ("admonition danger", "Closed on Sunday"),
    ]
    assert [item.text for item in boxes[1].iter("li")] == ["once for the door", "twice for help"]
    assert [words(strong) for strong in boxes[1].iter("strong")] == ["two steps"]


def test_blocks_that_open_are_those_of_the_browser(page: Page) -> None:
    blocks = list(part(page, "boxes").iter("details"))
    assert [(b.get("class"), b.get("open") is not None) for b in blocks] == [
        ("question", False),
        ("tip", True),
    ]
    assert [words(block[0]) for block in blocks] == ["Can I park here?", "Open at first"]
    assert all(block[0].tag == "summary" for block in blocks)


def test_tabs_work_without_script(page: Page) -> None:
    (tabs,) = part(page, "tabs").find_class("tabbed-set")
    choices = tabs.xpath("./input[@type='radio']")
    labels = tabs.xpath("./div[@class='tabbed-labels']/label")
    assert [words(label) for label in labels] == ["By bus", "By car", "On foot"]
    assert [label.get("for") for label in labels] == [choice.get("id") for choice in choices]
    assert len({choice.get("name") for choice in choices}) == 1
    assert [choice.get("checked") is not None for choice in choices] == [True, False, False]
    bodies = tabs.xpath("./div[@class='tabbed-content']/div[@class='tabbed-block']")
    assert len(bodies) == 3
    assert [words(cell) for cell in bodies[1].iter("td")] == ["Monday", "free", "Saturday", "paid"]


def test_a_table_is_a_table_and_keeps_its_columns_to_the_right(page: Page) -> None:
    table = part(page, "table").find("table")
    assert table is not None
    assert [words(cell) for cell in table.iter("th")] == ["Day", "Opens", "Closes"]
    rows = [[words(cell) for cell in row] for row in table.xpath("./tbody/tr")]
    assert len(rows) == 2
    assert rows[0] == ["Monday", "8 in the morning", "6 in the evening"]
    assert [cell.get("align") for cell in table.iter("th")] == [None, None, "right"]


def test_icons_are_drawn_in_the_page_itself(page: Page) -> None:
    icons = page.article().find_class("twemoji")
    assert len(icons) == 3
    for icon in icons:
        (svg,) = icon
        assert svg.tag == "svg"
        assert svg.get("viewbox") == "0 0 24 24"
        assert len(svg.findall("path")) == 1
    assert page.article().find_class("loved"), "an attribute list after an icon"


def test_a_footnote_leads_there_and_back(page: Page) -> None:
    (mark,) = page.article().find_class("footnote-ref")
    (back,) = page.article().find_class("footnote-backref")
    note = page.tree.get_element_by_id(mark.get("href", "").removeprefix("#"))
    assert "From the station it is ten minutes." in words(note)
    assert back in list(note.iter())
    assert mark.xpath("../@id") == [back.get("href", "").removeprefix("#")]


def test_lists_of_terms_attributes_and_buttons(page: Page) -> None:
    marks = part(page, "marks")
    (terms,) = marks.findall("dl")
    assert [(e.tag, words(e)) for e in terms] == [
        ("dt", "Physical therapist"),
        ("dd", "Helps you move."),
        ("dt", "Occupational therapist"),
        ("dd", "Helps you with your day."),
    ]
    assert page.article().find_class("our-own")[0].tag == "p"
    assert marks.find_class("a-list")[0].tag in {"li", "ul"}
    buttons = marks.find_class("md-button")
    assert [target_of(PAGE, b.get("href", "")).path for b in buttons] == ["/plan/", "/stretches/"]
    assert "md-button--primary" in buttons[0].get("class", "")


def test_cards_are_a_list_in_a_grid(page: Page) -> None:
    (grid,) = page.article().find_class("grid")
    assert grid.get("class") == "grid cards"
    assert grid.get("markdown") is None
    assert [words(item.find(".//strong")) for item in grid.xpath("./ul/li")] == ["Hours", "Place"]


def test_code_has_its_title_and_its_colors(page: Page) -> None:
    (box,) = page.article().find_class("highlight")
    assert "language-python" in box.get("class", "")
    assert words(box.find_class("filename")[0]) == "greet.py"
    assert {span.get("class") for span in box.iter("span")} >= {"k", "nf", "hll", "c1"}
    assert "def greet(name: str) -> str:" in box.text_content()


LEFT_OVER = re.compile(r"!!!|\?\?\?|===|///|\{ [.#]|\[\^|:material-|\|--|\]\(|```|\*\*")


def test_nothing_is_shown_as_it_was_typed(page: Page) -> None:
    assert LEFT_OVER.findall(words(page.article())) == []
    typed = (Path(__file__).parents[1] / "support/features/features.md").read_text("utf-8")
    assert len(set(LEFT_OVER.findall(typed))) > 8, "the page has them all"


def test_the_page_brings_no_style_no_script_and_asks_nobody(page: Page) -> None:
    assert page.select("//*[@style] | //style | //*[@*[starts-with(name(), 'on')]]") == []
    inline = page.select("//script[not(@src)]")
    assert {script.get("type") for script in inline} == {"application/json"}
    asked = [*loaded_resources(page), *links(page)]
    assert [address for address in asked if target_of(PAGE, address).host] == []


def test_the_menu_and_the_style_sheet_are_the_authors(page: Page, built: Path) -> None:
    menu = [words(link) for link in page.select("//nav[@id='menu']//a")]
    assert menu[-2:] == ["Start", "Visiting us"]
    if built.name == "by-mkdocs":  # Zensical joins lists that are inherited; MkDocs replaces them
        assert len(menu) == 2
    sheets = [
        target_of(PAGE, e.get("href", "")).path for e in page.select("//link[@rel='stylesheet']")
    ]
    texts = [(built / sheet[1:]).read_text("utf-8") for sheet in sheets]
    places = [number for number, text in enumerate(texts) if ".our-own {" in text]
    theme = [sheet for sheet in sheets if sheet.startswith("/assets/")]
    assert places
    assert min(places) > sheets.index(theme[0]), "it can change what the theme says"


def test_the_page_is_valid(page: Page, tmp_path: Path) -> None:
    """Columns set to the right aside: the other way to write them is a style in the page."""
    source, count = re.subn(r' align="right"', "", page.source)
    assert count == 3
    (tmp_path / "page.html").write_text(source, "utf-8")
    done: subprocess.CompletedProcess[str] = validate(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_both_renderers_make_the_same_of_it(project: Path) -> None:
    articles = [pages_of(project / name)[PAGE].article() for name in ("by-mkdocs", "site")]
    elements = [
        [(e.tag, dict(e.attrib)) for e in article.iter() if isinstance(e.tag, str)]
        for article in articles
    ]
    assert [one for one in elements[1] if one[1].get("id") != "__skip"] == elements[0]
    assert words(articles[0]) == words(articles[1])


def test_features_that_need_the_themes_script_change_nothing(project: Path) -> None:
    """So an author is told: docs/authors.md names them."""
    settings = project / "mkdocs.yml"
    before = settings.read_text("utf-8")
    named = "".join(f"    - {name}\n" for name in WITHOUT_EFFECT)
    plain = project / "plain.yml"
    plain.write_text(before, "utf-8")
    with_all = project / "with-features.yml"
    with_all.write_text(before.replace("theme:\n", f"theme:\n  features:\n{named}", 1), "utf-8")
    found = []
    for file in (plain, with_all):
        done = run(project, "-m", "mkdocs", "build", "-f", file.name, "--site-dir", file.stem)
        assert done.returncode == 0, done.stdout + done.stderr
        pages = (project / file.stem).rglob("*.html")
        found.append({p.relative_to(project / file.stem): finished(p) for p in pages})
    assert len(found[0]) > 30
    assert found[0] == found[1]


def finished(page: Path) -> list[str]:
    return outermost.settled(page.read_text("utf-8")).split()


def test_the_authors_page_names_what_has_no_effect(pages: dict[str, Page]) -> None:
    said = words(part(pages["/authors/"], "pages"))
    for name in WITHOUT_EFFECT:
        group = f"{name.split('.', maxsplit=1)[0]}."
        assert name in said or f" {group}" in said, name
