"""The finishing step over small sites made by hand."""

import json
import re
from pathlib import Path

import pytest

from stretchbook.finish import Unfinished, downloads, finish, sheets, worker
from stretchbook.finish import built_pages as built

PAGE = """\
<!doctype html><html lang="en"><head><title>Hips</title>
<link rel="stylesheet" href="../css/a.css"></head><body class="dark">
<header><nav><a href="..">Home</a></nav></header>
<aside><p class="disclaimer">Not advice.</p></aside>
<main><article><h1>Hips</h1><button>Copy</button><script>alert(1)</script>
<p>See <a href="../about/">About</a> and <a href="https://nhs.uk/">NHS</a>.</p>
<p><a href="../about/">Only a link</a></p><p id="end"><a href="#end">End</a></p>
<img src="../img/a.svg" alt="a" loading="lazy">
<section class="one-file"><a href="../downloads/hips.html" data-size-of="/downloads/hips.html">One
file</a></section></article></main>
<footer class="md-footer">Foot</footer></body></html>
"""
OTHER = '<html><body><p class="disclaimer">Not advice.</p>{}</body></html>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><path fill="#f00"/></svg>'


DOCS = Path("no such folder")


def listed(site: Path) -> bytes:
    return worker._list(site, built.read(site))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in {
        "index.html": OTHER.format('<a href="hips/">Hips</a>'),
        "hips/index.html": PAGE,
        "about/index.html": OTHER.format("About"),
        "offline.html": OTHER.format(""),
        "css/a.css": "h1{color:red}\n/*# sourceMappingURL=a.css.map */",
        "css/a.css.map": "{}",
        "img/a.svg": SVG,
        "404.html": OTHER.format(""),
        "service-worker.js": "// the worker\n",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def build_of(site: Path) -> dict[str, dict[str, str]]:
    text = (site / "service-worker.js").read_text("utf-8")
    assert text.endswith("};\n// the worker\n")
    told, _end = json.JSONDecoder().raw_decode(text.removeprefix("self.BUILD = "))
    return dict(told)


def single(site: Path) -> str:
    downloads.make(site)
    return (site / "downloads/hips.html").read_text("utf-8")


def test_the_list_has_what_a_reader_needs_and_no_more(site: Path) -> None:
    finish(site, DOCS, {})
    build = build_of(site)
    assert sorted(build["first"]) == [
        "about/index.html",
        "css/a.css",
        "hips/index.html",
        "img/a.svg",
        "index.html",
        "offline.html",
    ]
    assert list(build["later"]) == ["downloads/hips.html"]


def test_the_same_files_give_the_same_list(site: Path) -> None:
    assert listed(site) == listed(site)


@pytest.mark.parametrize("path", ["img/a.svg", "about/index.html", "css/a.css"])
def test_a_changed_file_changes_its_hash_and_the_version(site: Path, path: str) -> None:
    before = json.loads(listed(site).removeprefix(b"self.BUILD = ")[:-2])
    (site / path).write_text(f"{(site / path).read_text()} ", "utf-8")
    after = json.loads(listed(site).removeprefix(b"self.BUILD = ")[:-2])
    assert before["version"] != after["version"]
    changed = {p for p in before["first"] if before["first"][p] != after["first"][p]}
    assert changed == {path}


def test_a_file_that_is_never_kept_changes_nothing(site: Path) -> None:
    before = listed(site)
    (site / "404.html").write_text("changed", "utf-8")
    (site / "css/a.css.map").write_text("changed", "utf-8")
    assert listed(site) == before


def test_a_large_library_keeps_first_what_is_nearest(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "far").mkdir()
    (site / "far/index.html").write_text("<html><body>far</body></html>", "utf-8")
    needed = sum((site / path).stat().st_size for path in worker.choose(site, built.read(site))[0])
    monkeypatch.setattr(worker, "FIRST_BYTES", needed - 5)
    monkeypatch.setattr(worker, "LATER_FILES", 1)
    first, later = worker.choose(site, built.read(site))
    assert "hips/index.html" in first
    assert "far/index.html" not in first
    assert len(later) == 1


def test_links_are_those_of_the_site(site: Path) -> None:
    pages = built.read(site)
    page, files = pages["hips/index.html"], {*pages, "css/a.css", "img/a.svg"}
    assert built.files_shown(page, files) == ["css/a.css", "img/a.svg"]
    assert built.pages_linked(page, files) == ["index.html", "about/index.html", "hips/index.html"]


def test_a_single_file_has_everything_in_it(site: Path) -> None:
    text = single(site)
    assert "h1{color:red}" in text
    assert "sourceMappingURL" not in text
    assert 'src="data:image/svg+xml,%3Csvg' in text
    assert "Not advice." in text
    assert "Foot" in text
    assert '<body class="dark">' in text
    assert '<meta name="referrer" content="no-referrer">' in text


@pytest.mark.parametrize(
    "gone", ["<script", "<button", "<nav", "Only a link", "one-file", "loading=", "../"]
)
def test_a_single_file_has_nothing_that_needs_the_site(site: Path, gone: str) -> None:
    assert gone not in single(site)


def test_links_that_lead_nowhere_from_a_single_file_become_words(site: Path) -> None:
    text = single(site)
    assert 'See About and <a href="https://nhs.uk/">NHS</a>.' in text
    assert '<a href="#end">End</a>' in text


def test_links_of_a_site_that_knows_its_address_become_whole(site: Path) -> None:
    page = site / "hips/index.html"
    canonical = '<link rel="canonical" href="https://a.example/x/hips/"></head>'
    page.write_text(PAGE.replace("</head>", canonical), "utf-8")
    text = single(site)
    assert 'See <a href="https://a.example/x/about/">About</a>' in text
    assert '<link rel="canonical" href="https://a.example/x/hips/">' in text


def test_the_page_is_told_the_size(site: Path) -> None:
    size = round(len(single(site).encode()) / 1000)
    page = (site / "hips/index.html").read_text("utf-8")
    assert page == PAGE.replace("file</a>", f"file</a> <small>{size} KB</small>")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<article>", "<article></article><article>", "expected one element for //article"),
        ('class="disclaimer"', 'class="note"', "/hips/: does not show the disclaimer"),
        ("a.svg", "a.tiff", "a.tiff"),
        ("</article>", '<a data-size-of="/a.html">A</a></article>', "promises 2 files"),
    ],
)
def test_a_page_that_is_not_as_expected_stops_the_build(
    site: Path, old: str, new: str, said: str
) -> None:
    (site / "img/a.tiff").write_bytes(b"tiff")
    page = site / "hips/index.html"
    page.write_text(PAGE.replace(old, new), "utf-8")
    with pytest.raises(Unfinished) as stopped:
        finish(site, DOCS, {})
    assert said in str(stopped.value)


@pytest.mark.parametrize(
    "css", ["a{background:url(b.png)}", "@import 'b.css';", "a{}</style><script>"]
)
def test_styles_that_ask_for_more_stop_the_build(site: Path, css: str) -> None:
    (site / "css/a.css").write_text(css, "utf-8")
    with pytest.raises(Unfinished, match=r"a\.css"):
        finish(site, DOCS, {})


def test_a_site_without_a_worker_stops_the_build(site: Path) -> None:
    (site / "service-worker.js").unlink()
    with pytest.raises(Unfinished, match="has none"):
        finish(site, DOCS, {})


LINK = '<link rel="stylesheet" href="{}">'


def linked(site: Path, page: str, *hrefs: str) -> None:
    """Give a page these sheets, one after the other."""
    links = "\n  ".join(map(LINK.format, hrefs))
    (site / page).write_text(f"<html><head>{links}</head><body></body></html>", "utf-8")


def sheets_of(site: Path, page: str) -> list[str]:
    return re.findall(r'rel="stylesheet" href="(.*?)"', (site / page).read_text("utf-8"))


def styles(site: Path, **sheets: str) -> None:
    for name, css in sheets.items():
        (site / f"css/{name}.css").write_text(css, "utf-8")


def test_sheets_that_follow_each_other_become_one(site: Path) -> None:
    styles(site, a="h1 { /* loud */\n  color: red }", b="p { margin: 0 }", c="a { top: 0 }")
    linked(site, "index.html", "assets/theme.css", "css/a.css", "css/b.css")
    linked(site, "hips/index.html", "../css/a.css", "../css/b.css")
    linked(site, "about/index.html", "../css/c.css", "../css/b.css")
    linked(site, "404.html", "/css/c.css")
    sheets.lighten(site)
    theme, joined = sheets_of(site, "index.html")
    assert theme == "assets/theme.css"
    assert sheets_of(site, "hips/index.html") == [f"../{joined}"]
    assert (site / joined).read_text("utf-8") == "h1 {\ncolor: red }\np { margin: 0 }\n"
    (other,) = sheets_of(site, "about/index.html")
    assert (site / "about" / other).read_text("utf-8") == "a { top: 0 }\np { margin: 0 }\n"
    assert not (site / "css/a.css").exists()  # nobody asks for it any more,
    assert (site / "css/c.css").exists()  # and for this one page does


def test_a_joined_sheet_keeps_its_name_when_its_rules_change(site: Path) -> None:
    names = []
    for color in ("red", "blue"):
        styles(site, a=f"h1 {{ color: {color} }}", b="p { margin: 0 }")
        linked(site, "index.html", "css/a.css", "css/b.css")
        linked(site, "hips/index.html", "../about/")
        sheets.lighten(site)
        (name,) = sheets_of(site, "index.html")
        names.append(name)
    assert names[0] == names[1]


@pytest.mark.parametrize(
    "css", ["@import url(b.css);", '@charset "utf-8";', "@namespace x url(y);"]
)
def test_a_sheet_that_must_begin_a_file_stays_one(site: Path, css: str) -> None:
    styles(site, a=css, b="p { margin: 0 }", c="h1 { margin: 0 }")
    hrefs = ["css/a.css", "css/b.css"]
    linked(site, "index.html", *hrefs)
    sheets.lighten(site)
    assert sheets_of(site, "index.html") == hrefs
    linked(site, "index.html", "css/b.css", "css/c.css", "css/a.css")
    sheets.lighten(site)
    assert len(sheets_of(site, "index.html")) == 2
    assert sheets_of(site, "index.html")[1] == "css/a.css"


def test_a_sheet_that_is_missing_is_left_to_the_check_of_links(site: Path) -> None:
    linked(site, "index.html", "css/none.css", "css/a.css")
    sheets.lighten(site)
    assert sheets_of(site, "index.html") == ["css/none.css", "css/a.css"]
