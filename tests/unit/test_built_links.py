"""Raw links, pictures and places of built pages, told by their Markdown file and line."""

from pathlib import Path

import pytest

from stretchbook.finish import Unfinished, links
from stretchbook.finish.built_pages import parse, read, target_of

HOME = '<html><body><h1 id="home">Home</h1></body></html>'
PLAN = '<html><body id="plan"></body></html>'
SCIATICA = '<html><body><h2 id="main">In order</h2><a name="old"></a></body></html>'
NO_PAGE = "which is no page of this site"
NO_FILE = "which is no file of this site"
MEANT = "did you mean ../sciatica/?"
LISTED = "content/addresses.txt lists the addresses of all pages"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A built site without faults, and the Markdown of its pages."""
    for name, text in {
        "site/index.html": HOME,
        "site/sciatica/index.html": SCIATICA,
        "site/stretches/bridge/index.html": SCIATICA,
        "site/plan/index.html": PLAN,
        "site/404.html": '<html><body><a href="/sciatica/">S</a><a href="/.">H</a></body></html>',
        "site/img/knee.svg": "<svg/>",
        "site/handouts/sciatica-a4.pdf": "",
        "site/css/a.css": "",
        "docs/index.md": "# Home\n",
        "docs/sciatica/index.md": "# Sciatica\n",
    }.items():
        put(tmp_path / name, text)
    return tmp_path


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def about(project: Path, html: str, markdown: str = "") -> None:
    """A page written by hand: what is built, and what stands in its file."""
    put(project / "site/about/index.html", f"<html><body>{html}</body></html>")
    put(project / "docs/about.md", markdown or f"# About\n\n{html}\n")


def said(project: Path) -> list[str]:
    """What stops the build, line by line, without the count."""
    try:
        links.check(project / "site", project / "docs", read(project / "site"))
    except Unfinished as why:
        *lines, count = str(why).splitlines()
        assert count.endswith("0 warnings")
        return [line.replace("    hint: ", "-> ") for line in lines]
    return []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../sciatica/">x</a>',
        '<a href="../sciatica/#main">x</a>',
        '<a href="../sciatica/#old">x</a>',
        '<a href="../sciatica/index.html?day=1#main">x</a>',
        '<a href=" ../sciatica/ ">x</a>',
        '<a href="..">x</a>',
        '<a href="../">x</a>',
        '<a href="./">x</a>',
        '<a href="">x</a>',
        '<a href="#">x</a>',
        '<a href="#top">x</a>',
        '<a href="#:~:text=word">x</a>',
        '<p id="here"></p><a href="#here">x</a>',
        '<p id="über"></p><a href="#%C3%BCber">x</a>',
        '<a href="../plan/#1.bridge">a plan</a>',
        '<a href="../plan/#plan">x</a>',
        '<a href="../handouts/sciatica-a4.pdf#page=2">x</a>',
        '<a href="https://example.org/none/">x</a>',
        '<a href="//example.org/none/">x</a>',
        '<a href="mailto:a@example.org">x</a><a href="tel:911">x</a>',
        '<img src="../img/knee.svg" alt="">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
        '<img srcset="../img/knee.svg 1x, ../img/knee.svg 2.5x" src="../img/knee.svg" alt="">',
        '<img srcset="../img/knee.svg" src="../img/knee.svg" alt="">',
        '<link rel="canonical" href="https://example.org/none/">',
        "<pre>&lt;a href='none/'&gt;</pre>",
    ],
)
def test_what_leads_somewhere_passes(project: Path, html: str) -> None:
    about(project, html)
    assert said(project) == []


@pytest.mark.parametrize(
    ("html", "message", "hint"),
    [
        (
            '<a href="../sciatika/">x</a>',
            f"links to ../sciatika/, {NO_PAGE}",
            MEANT,
        ),
        (
            '<a href="../sciatica">x</a>',
            f"links to ../sciatica, {NO_PAGE}",
            MEANT,
        ),
        (
            '<a href="../sciatica/index.md">x</a>',
            f"links to ../sciatica/index.md, {NO_PAGE}",
            MEANT,
        ),
        (
            '<a href="sciatica.md">x</a>',
            f"links to sciatica.md, {NO_PAGE}",
            MEANT,
        ),
        (
            '<a href="../stretches/brige/">x</a>',
            f"links to ../stretches/brige/, {NO_PAGE}",
            "did you mean ../stretches/bridge/?",
        ),
        ('<a href="../xyzzy/">x</a>', f"links to ../xyzzy/, {NO_PAGE}", LISTED),
        (
            '<a href="../../sciatica/">x</a>',
            f"links to ../../sciatica/, {NO_PAGE}",
            MEANT,
        ),
        (
            '<a href="/sciatica/">x</a>',
            "links to /sciatica/, which fails where the site stands in a folder of its host",
            "write ../sciatica/",
        ),
        (
            '<area href="../sciatika/">',
            f"links to ../sciatika/, {NO_PAGE}",
            MEANT,
        ),
        (
            '<a href="../sciatica/#mian">x</a>',
            "links to ../sciatica/#mian, and that page has no place #mian",
            "did you mean ../sciatica/#main?",
        ),
        (
            '<h2 id="visits">V</h2><a href="#visit">x</a>',
            "links to #visit, and that page has no place #visit",
            "did you mean #visits?",
        ),
        (
            '<a href="#xyzzy">x</a>',
            "links to #xyzzy, and that page has no place #xyzzy",
            "name the place: `## Heading { #xyzzy }`; or leave out what follows the page",
        ),
        (
            '<a href="../#1.bridge">x</a>',
            "links to ../#1.bridge, and that page has no place #1.bridge",
            "name the place: `## Heading { #1.bridge }`; or leave out what follows the page",
        ),
        (
            '<a href="../plan/#plam">x</a>',
            "links to ../plan/#plam, and that page has no place #plam",
            "did you mean ../plan/#plan?",
        ),
        (
            '<img src="../img/knees.svg" alt="">',
            f"asks for ../img/knees.svg, {NO_FILE}",
            "did you mean ../img/knee.svg?",
        ),
        (
            '<img src="xyzzy.png" alt="">',
            f"asks for xyzzy.png, {NO_FILE}",
            "put the file into docs/; small and capital letters differ",
        ),
        (
            '<img src="../img/Knee.svg" alt="">',
            f"asks for ../img/Knee.svg, {NO_FILE}",
            "did you mean ../img/knee.svg?",
        ),
        (
            '<img src="../img/knee.svg" srcset="../img/knee2.svg 2x" alt="">',
            f"asks for ../img/knee2.svg, {NO_FILE}",
            "did you mean ../img/knee.svg?",
        ),
        (
            '<video poster="../img/kne.svg"></video>',
            f"asks for ../img/kne.svg, {NO_FILE}",
            "did you mean ../img/knee.svg?",
        ),
        (
            '<link rel="stylesheet" href="../css/b.css">',
            f"asks for ../css/b.css, {NO_FILE}",
            "did you mean ../css/a.css?",
        ),
        (
            '<a href="../handouts/sciatica-a5.pdf">x</a>',
            f"links to ../handouts/sciatica-a5.pdf, {NO_FILE}",
            "did you mean ../handouts/sciatica-a4.pdf?",
        ),
        ('<a href="http://[x">x</a>', "links to http://[x, which is no address", "write it anew"),
        (
            '<p id="a">A</p><p id="a">B</p>',
            'has the id "a" 2 times, allowed is once',
            "give the heading another id: `## Heading { #another-a }`",
        ),
    ],
)
def test_what_leads_nowhere_is_told_with_its_file_line_and_a_cure(
    project: Path, html: str, message: str, hint: str
) -> None:
    about(project, html)
    assert said(project) == [f"docs/about.md:3: {message}", f"-> {hint}"]


def test_every_line_is_told_and_no_other_address_is_taken_for_it(project: Path) -> None:
    link = '<a href="../x/?a=1&amp;b=2">x</a>'
    lines = ["# About", link, "../x/?a=1&amp;b=22 and a../x/?a=1&amp;b=2", link, "(../x/?a=1&b=2)"]
    about(project, link, "\n".join(lines))
    told = [line.partition(" ")[0] for line in said(project)]
    assert told == ["docs/about.md:2:", "->", "docs/about.md:4:", "->", "docs/about.md:5:", "->"]


def test_everything_is_told_at_once_in_order_and_counted(project: Path) -> None:
    about(project, '<a href="../b/">x</a>\n<a href="../a/">x</a>')
    put(project / "site/sciatica/index.html", '<html><body><img src="c.png"></body></html>')
    put(project / "docs/sciatica/index.md", '# S\n<img src="c.png">\n')
    with pytest.raises(Unfinished) as stopped:
        links.check(project / "site", project / "docs", read(project / "site"))
    assert str(stopped.value) == (
        f"docs/about.md:3: links to ../b/, {NO_PAGE}\n    hint: {LISTED}\n"
        f"docs/about.md:4: links to ../a/, {NO_PAGE}\n    hint: {LISTED}\n"
        f"docs/sciatica/index.md:2: asks for c.png, {NO_FILE}\n"
        "    hint: put the file into docs/; small and capital letters differ\n"
        "3 errors, 0 warnings"
    )


def test_what_a_template_has_wrong_on_every_page_is_told_once(project: Path) -> None:
    about(project, '<a href="../gone/">x</a>', "# About\n")
    for name in ("sciatica", "plan"):
        put(
            project / f"site/{name}/index.html", '<html><body><a href="../gone/"></a></body></html>'
        )
    put(project / "site/index.html", '<html><body><a href="gone/"></a></body></html>')
    assert said(project) == [
        f"docs/about.md: links to ../gone/, {NO_PAGE}; 3 more pages too",
        f"-> {LISTED}",
    ]


def test_a_heading_with_the_id_of_the_menu_is_found_by_its_words(project: Path) -> None:
    html = '<nav id="print-it"></nav><h2 id="print-it">Print it!</h2>'
    about(project, html, "# About\n\nPrint it now.\n\n## Print it!\n\n[Print it](#print-it)\n")
    assert said(project) == [
        'docs/about.md:5: has the id "print-it" 2 times, allowed is once',
        "-> give the heading another id: `## Heading { #another-print-it }`",
    ]


def test_the_404_page_starts_where_the_site_stands(project: Path) -> None:
    canonical = '<link rel="canonical" href="https://a.example/repo/">'
    put(project / "site/index.html", f"<html><head>{canonical}</head><body></body></html>")
    assert [line for line in said(project) if line.startswith("404")] == [
        f"404.html: links to /., {NO_PAGE}",
        f"404.html: links to /sciatica/, {NO_PAGE}",
    ]
    html = '<html><body><a href="/repo/sciatica/#main">S</a><a href="/repo/">H</a></body></html>'
    put(project / "site/404.html", html)
    assert said(project) == []


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("../b/", ("b/index.html", "")),
        ("b%20c.png", ("a/b c.png", "")),
        ("../../b/", ("../b/index.html", "")),
        ("/b/", ("/b/index.html", "")),
        ("?x", ("a/index.html", "")),
        ("#p", ("a/index.html", "p")),
        ("javascript:alert(1)", None),
        ("//host/b/", None),
    ],
)
def test_where_an_address_leads(address: str, target: tuple[str, str] | None) -> None:
    assert target_of("a/index.html", address) == target


def test_a_page_is_read_whole() -> None:
    page = parse(
        "index.html",
        b'<html><head><link rel="canonical" href="https://a.example/"></head><body>'
        b'<p id="b"></p><p id="b"></p><img src="c.png" srcset="d.png, e.png 2x">'
        b'<button data-movement="f.svg"></button><a href="g/">x</a></body></html>',
    )
    assert page.canonical == "https://a.example/"
    assert page.ids == ("b", "b")
    assert page.shown == ("c.png", "f.svg")
    assert page.links == ("g/",)
    assert page.more == ("d.png", "e.png")
