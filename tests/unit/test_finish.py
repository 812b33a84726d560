"""The finishing step over small sites made by hand."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from develop import node_tools
from stretchbook.finish import Unfinished, downloads, finish, rewriting, scripts, sheets, worker
from stretchbook.finish import built_pages as built
from stretchbook.finish.set_apart import marked_up
from stretchbook.rendering import browser_libraries
from tests.conftest import ROOT
from tests.support.built import kept_offline

PAGE = """\
<!doctype html><html lang="en"><head><title>Hips</title>
<link rel="stylesheet" href="../css/a.css"></head><body class="dark">
<header><nav><a href="..">Home</a></nav></header>
<aside><div class="letterhead"></div><p class="disclaimer">Not advice.</p></aside>
<main><article><h1>Hips</h1><button>Copy</button><script>alert(1)</script>
<p>See <a href="../about/">About</a> and <a href="https://nhs.uk/">NHS</a>.</p>
<p><a href="../about/">Only a link</a></p><p id="end"><a href="#end">End</a></p>
<img src="../img/a.svg" alt="a" loading="lazy">
<section class="one-file" data-size="? KB">
<a href="../downloads/hips.html" data-size-of="/downloads/hips.html">One
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


def single(site: Path) -> str:
    downloads.make(site)
    return (site / "downloads/hips.html").read_text("utf-8")


def finished(site: Path) -> None:
    """A rendered site becomes a finished one."""
    rendered = site.with_name(f"{site.name}-rendered")
    shutil.rmtree(rendered, ignore_errors=True)
    site.rename(rendered)
    finish(rendered, site, DOCS, {})


def lighten(site: Path) -> None:
    """The sheets of a site, and in place the pages that ask for them."""
    styles = sheets.Sheets(site)
    rewriting.rewrite(site, site, [styles.join])
    styles.tidy()


SET_APART = "\u2068Home, \u20662026-11-26\u2069\u2069"


@pytest.mark.parametrize(
    ("page", "marked"),
    [
        (
            f"<p>Inicio: {SET_APART}.</p>",
            '<p>Inicio: <bdi lang="en">Home, <bdi dir="ltr">2026-11-26</bdi></bdi>.</p>',
        ),
        (
            f'<a title="{SET_APART}">\u2068x\u2069</a>',
            f'<a title="{SET_APART}"><bdi lang="en">x</bdi></a>',
        ),
        (f"<title>{SET_APART}</title>", f"<title>{SET_APART}</title>"),
        (
            f'<script id="a">["{SET_APART}<p>"]</script>',
            f'<script id="a">["{SET_APART}<p>"]</script>',
        ),
        (f"<option>{SET_APART}</option>", f"<option>{SET_APART}</option>"),
        ("<p>Plain.</p>", "<p>Plain.</p>"),
    ],
)
def test_words_set_apart_name_their_language_where_markup_can(page: str, marked: str) -> None:
    assert marked_up(page) == marked


def test_the_list_has_what_a_reader_needs_and_no_more(site: Path) -> None:
    finished(site)
    assert (site / "service-worker.js").read_text("utf-8").endswith("};\n// the worker\n")
    assert sorted(kept_offline(site)["files"]) == [
        "about/index.html",
        "css/a.css",
        "hips/index.html",
        "img/a.svg",
        "index.html",
        "offline.html",
    ]
    assert (site / "downloads/hips.html").exists()  # kept once somebody asks for it


def test_the_same_files_give_the_same_list(site: Path) -> None:
    assert listed(site) == listed(site)


@pytest.mark.parametrize("path", ["img/a.svg", "about/index.html", "css/a.css"])
def test_a_changed_file_changes_its_hash_and_the_version(site: Path, path: str) -> None:
    before = json.loads(listed(site).removeprefix(b"self.BUILD = ")[:-2])
    (site / path).write_text(f"{(site / path).read_text()} ", "utf-8")
    after = json.loads(listed(site).removeprefix(b"self.BUILD = ")[:-2])
    assert before["version"] != after["version"]
    changed = {p for p in before["files"] if before["files"][p] != after["files"][p]}
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
    for path in ("data/hips.json", "data/routines/far.json"):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text("{}", "utf-8")
    whole = worker.choose(site, built.read(site)).files
    assert {"far/index.html", "data/routines/far.json"} < {*whole}
    assert whole.index("data/hips.json") < whole.index("about/index.html")
    needed = sum((site / path).stat().st_size for path in whole)
    for limit, value in (("FIRST_BYTES", needed - 5), ("FIRST_FILES", len(whole) - 1)):
        with monkeypatch.context() as limited:
            limited.setattr(worker, limit, value)
            assert {*whole} - {*worker.choose(site, built.read(site)).files} == {whole[-1]}


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
        finished(site)
    assert said in str(stopped.value)


@pytest.mark.parametrize(
    "css", ["a{background:url(b.png)}", "@import 'b.css';", "a{}</style><script>"]
)
def test_styles_that_ask_for_more_stop_the_build(site: Path, css: str) -> None:
    (site / "css/a.css").write_text(css, "utf-8")
    with pytest.raises(Unfinished, match=r"a\.css"):
        finished(site)


def test_a_site_without_a_worker_stops_the_build(site: Path) -> None:
    (site / "service-worker.js").unlink()
    with pytest.raises(Unfinished, match="has none"):
        finished(site)


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
    lighten(site)
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
        lighten(site)
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
    lighten(site)
    assert sheets_of(site, "index.html") == hrefs
    linked(site, "index.html", "css/b.css", "css/c.css", "css/a.css")
    lighten(site)
    assert len(sheets_of(site, "index.html")) == 2
    assert sheets_of(site, "index.html")[1] == "css/a.css"


def test_a_sheet_that_is_missing_is_left_to_the_check_of_links(site: Path) -> None:
    linked(site, "index.html", "css/none.css", "css/a.css")
    lighten(site)
    assert sheets_of(site, "index.html") == ["css/none.css", "css/a.css"]


MODULES = {
    "js/main.js": """
        /** Told to nobody. */
        import("./show.js").then((one) => one.start())
        if (globalThis.withPlan) import("./plan/plan.js").then((one) => one.start())
    """,
    "js/show.js": """
        import { say } from "./words.js"
        export const start = () => say("shown")
    """,
    "js/words.js": """
        const said = []
        export const ROOT = new URL("..", import.meta.url).pathname
        export const say = (word) => globalThis.tell(said.push(word), word, ROOT)
    """,
    "js/plan/plan.js": """
        import { say } from "../words.js"
        import { list } from "./list.js"
        export async function start() {
            say(list)
            say((await import("../vendor/code.js")).draw())
            const { more } = await import("./more.js")
            more()
        }
    """,
    "js/plan/list.js": "export const list = 'listed'",
    "js/plan/more.js": """
        import { say } from "../words.js"
        export const more = () => say("more")
    """,
    "js/vendor/code.js": "/*! Licence of the code */ export const draw = () => 'drawn'",
}
RUN = """
    const told = []
    globalThis.withPlan = true
    globalThis.tell = (...words) => told.push(words)
    await import(process.argv[1])
    await new Promise((done) => setTimeout(done, 100))
    console.log(JSON.stringify(told))
"""


def add(site: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8")


def scripts_of(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in (site / "js").rglob("*.js"))


def run(site: Path) -> list[list[str]]:
    """What the site's scripts tell, as a browser would run them."""
    (site / "package.json").write_text('{"type": "module"}', "utf-8")
    command = node_tools.command("--input-type=module", "-e", RUN, str(site / "js/main.js"))
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return list(json.loads(done.stdout))


def test_modules_become_one_script_and_one_for_each_program(site: Path) -> None:
    add(site, MODULES)
    before = run(site)
    assert [word for _, word, _ in before] == ["shown", "listed", "drawn", "more"]
    scripts.bundle(site)
    assert scripts_of(site) == ["js/main.js", "js/plan/plan.js", "js/vendor/code.js"]
    assert run(site) == before  # one list of what was said, one root: no module is there twice
    assert "Told to nobody" not in (site / "js/main.js").read_text("utf-8")
    assert "Licence of the code" in (site / "js/vendor/code.js").read_text("utf-8")


def test_scripts_of_an_author_stay_and_find_what_they_ask_for(site: Path) -> None:
    own = """import { say } from "./words.js"; say("mine")"""
    add(site, {**MODULES, "js/own.js": own, "own/classic.js": "var a = 1"})
    page = (site / "about/index.html").read_text("utf-8")
    add(
        site,
        {"about/index.html": f'{page}<script src="../js/plan/more.js" type="module"></script>'},
    )
    scripts.bundle(site)
    assert (site / "js/own.js").read_text("utf-8") == own
    assert (site / "own/classic.js").exists()
    kept = {"js/own.js", "js/words.js", "js/plan/more.js"}
    assert {*scripts_of(site)} == {"js/main.js", "js/plan/plan.js", "js/vendor/code.js"} | kept


def test_scripts_that_do_not_fit_together_stop_the_build(site: Path) -> None:
    add(site, {**MODULES, "js/show.js": 'export { start } from "./none.js"'})
    with pytest.raises(Unfinished, match=r"js/show\.js[\s\S]*none\.js|none\.js[\s\S]*js/show\.js"):
        finished(site)
    whole = 'import * as words from "../words.js"; export const start = () => words.say(words)'
    add(site, {**MODULES, "js/plan/plan.js": whole})
    with pytest.raises(Unfinished, match=r"plan\.js: import what it needs of js/words\.js by name"):
        finished(site)


def test_a_missing_esbuild_stops_the_build(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(site, MODULES)
    monkeypatch.setattr(scripts, "PACKAGES", site / "node_modules")
    with pytest.raises(Unfinished, match="run make again"):
        finished(site)


def test_what_is_in_several_of_our_programs_keeps_nothing(tmp_path: Path) -> None:
    """Each would keep its own; a module that main.js holds too is there once."""
    shutil.copytree(ROOT / "docs/js", tmp_path / "js", ignore=shutil.ignore_patterns("vendor"))
    for path, data in browser_libraries.files_of().items():
        target = tmp_path / Path(path).relative_to("docs")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    graph = scripts.read(tmp_path)
    parts = scripts.divide(graph)
    several = [one for one in graph if sum(one in modules for modules in parts.values()) > 1]
    assert several
    keeping = re.compile(  # a pattern keeps nothing, nor does a list in capitals: nobody changes it
        r"^(?:export )?(?:let|var)\b"
        r"|^(?:export )?const .*= (?:new (?!RegExp)|\{\})"
        r"|^(?:export )?const \[?[a-z].*= \[",
        re.M,
    )
    texts = {one: (tmp_path / one).read_text("utf-8") for one in several}
    assert {one: keeping.findall(text) for one, text in texts.items() if keeping.search(text)} == {}
