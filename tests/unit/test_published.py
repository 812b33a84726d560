"""No build loses an address; a redirect keeps it, and leads where something is."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from stretchbook import addresses, output, published
from stretchbook.model import Library, Redirect
from stretchbook.prepare import prepare
from stretchbook.problems import Finding, Problem
from stretchbook.reading.yaml_source import field_name
from tests.support.content import HANDWRITTEN, ROOT, TODAY, copy_project, sample_library


def real_addresses() -> set[str]:
    return published.current(sample_library(), HANDWRITTEN)


def with_redirects(*pairs: tuple[str, str]) -> Library:
    redirects = tuple(Redirect(old=old, new=new) for old, new in pairs)
    return replace(sample_library(), redirects=redirects)


def printed(problems: Iterable[Problem]) -> list[str]:
    return [str(problem) for problem in problems]


def printed_with_field(findings: Iterable[Finding]) -> list[str]:
    """As they are printed, but for the line, which is looked up in the file."""
    return printed(
        Problem(
            path=f"content/{one.path}",
            field=field_name(one.keys),
            message=one.message,
            hint=one.hint,
            rule="redirects",
        )
        for one in findings
    )


def lost(address: str) -> str:
    return (
        f"content/addresses.txt: the published address {address} would be lost"
        " [published-addresses]\n"
        f"    hint: add to content/redirects.yml: `- {{from: {address}, to: /the-new-address/}}`;"
        " if it was never online, remove its line from content/addresses.txt"
    )


def test_the_committed_file_is_as_the_program_writes_it() -> None:
    committed = (ROOT / published.FILE).read_bytes()
    assert committed == published.write(published.read(committed.decode()))
    assert published.read(committed.decode()) >= {"/", "/about/", "/stretches/bridge/"}


def test_every_page_and_every_place_on_it_is_recorded() -> None:
    found = real_addresses()
    assert {
        "/",
        "/about/",
        "/plan/",
        "/stretches/",
        "/stretches/bridge/",
        "/sciatica/",
        "/sciatica/#main",
        "/sciatica/#when-resting",
        "/sciatica/#standing-quad-stretch",
        "/sciatica/#thigh-test",
        "/stretches/legs-up-groin-stretch/#thigh-test",
    } <= found
    assert len(found) == 4 + len(HANDWRITTEN) + 20 + 3 + 4 + 20 + 2


def test_nothing_is_lost_while_nothing_changes() -> None:
    assert list(published.lost(sample_library(), real_addresses(), real_addresses())) == []


@pytest.mark.parametrize("gone", ["/old-routine/", "/sciatica/#old-stretch", "/stretches/old/"])
def test_a_lost_address_is_an_error_with_the_line_to_add(gone: str) -> None:
    found = published.lost(sample_library(), real_addresses(), real_addresses() | {gone})
    assert printed(found) == [lost(gone)]


def test_every_lost_address_is_named_in_order() -> None:
    before = real_addresses() | {"/b/", "/a/", "/a/#main"}
    found = published.lost(sample_library(), real_addresses(), before)
    assert printed(found) == [lost("/a/"), lost("/a/#main"), lost("/b/")]


def test_a_redirect_keeps_a_page_with_all_places_on_it() -> None:
    library = with_redirects(("/old/", "/sciatica/"))
    before = real_addresses() | {"/old/", "/old/#main", "/old/#bridge"}
    assert list(published.lost(library, real_addresses(), before)) == []
    assert list(published.misled(library, real_addresses())) == []


def test_a_redirect_keeps_one_place_and_not_its_neighbour() -> None:
    library = with_redirects(("/sciatica/#old", "/sciatica/#main"))
    before = real_addresses() | {"/sciatica/#old", "/sciatica/#older"}
    assert printed(published.lost(library, real_addresses(), before)) == [lost("/sciatica/#older")]
    assert list(published.misled(library, real_addresses())) == []


MISLED = {
    "to a page that is not there": (
        ("/old/", "/nowhere/"),
        "leads to /nowhere/, which does not exist [redirects]\n"
        "    hint: lead it straight to an address of today",
    ),
    "to a place that is not there": (
        ("/old/", "/sciatica/#nowhere"),
        "leads to /sciatica/#nowhere, which does not exist [redirects]\n"
        "    hint: lead it straight to an address of today",
    ),
    "from a living page": (
        ("/sciatica/", "/low-back-pain/"),
        "redirects /sciatica/, which is in use [redirects]\n    hint: remove this redirect",
    ),
    "from a living place": (
        ("/sciatica/#main", "/low-back-pain/"),
        "redirects /sciatica/#main, which is in use [redirects]\n    hint: remove this redirect",
    ),
    "from a handwritten page": (
        ("/about/", "/low-back-pain/"),
        "redirects /about/, which is in use [redirects]\n    hint: remove this redirect",
    ),
    "from the home page": (
        ("/", "/sciatica/"),
        "redirects /, which is in use [redirects]\n    hint: remove this redirect",
    ),
    "from a place on a page that is gone": (
        ("/old/#a", "/sciatica/#main"),
        "starts at /old/#a, which is on no page of a routine or stretch [redirects]\n"
        "    hint: redirect the page; the part after # goes along, and may be redirected there",
    ),
    "from a place on a handwritten page": (
        ("/about/#a", "/sciatica/#main"),
        "starts at /about/#a, which is on no page of a routine or stretch [redirects]\n"
        "    hint: redirect the page; the part after # goes along, and may be redirected there",
    ),
}


@pytest.mark.parametrize(("pair", "message"), MISLED.values(), ids=MISLED.keys())
def test_a_redirect_that_could_not_work_is_an_error(pair: tuple[str, str], message: str) -> None:
    found = published.misled(with_redirects(pair), real_addresses())
    field = "to" if message.startswith("leads") else "from"
    assert printed_with_field(found) == [f"content/redirects.yml: redirects[1].{field}: {message}"]


def test_a_chain_of_redirects_must_be_made_straight() -> None:
    library = with_redirects(("/older/", "/old/"), ("/old/", "/sciatica/"))
    assert printed_with_field(published.misled(library, real_addresses())) == [
        "content/redirects.yml: redirects[1].to: leads to /old/, which does not exist [redirects]\n"
        "    hint: lead it straight to an address of today"
    ]


def test_the_record_survives_comments_blank_lines_and_a_half_merged_file() -> None:
    text = f"{published.HEADER}\n/\n<<<<<<< ours\n/a/\n=======\n/b/#c\n>>>>>>> theirs\n"
    assert published.read(text) == {"/", "/a/", "/b/#c"}
    assert published.read(published.write({"/b/", "/a/"}).decode()) == {"/a/", "/b/"}
    assert published.write({"/b/", "/a/"}) == f"{published.HEADER}/a/\n/b/\n".encode()


def test_a_lost_address_stops_the_build_and_a_moved_one_stays_recorded(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    result = prepare(project, TODAY)
    assert not result.stopped
    before = published.read((project / published.FILE).read_text("utf-8"))
    assert dict(result.record) == {published.FILE: published.write(before | real_addresses())}
    assert published.FILE not in result.files  # what was only built is known to nobody

    (project / "docs" / "about.md").unlink()  # a page of the author's own counts too
    result = prepare(project, TODAY)
    assert result.stopped
    assert result.files == {}
    assert printed(result.problems) == [lost("/about/")]


ROUND_TRIPS = (
    *("/", "/sciatica/", "/stretches/", "/stretches/bridge/", "/stretches/page-2/"),
    *("/index/", "/stretches/index/"),
)


@pytest.mark.parametrize("address", ROUND_TRIPS)
def test_a_page_and_its_file_belong_together(address: str) -> None:
    assert addresses.address_of_file(addresses.markdown_file(address)) == address


RELATIVE = {
    ("/", "/"): "./",
    ("/", "/sciatica/"): "sciatica/",
    ("/", "/sciatica/#main"): "sciatica/#main",
    ("/", "/#top"): "#top",
    ("/sciatica/", "/"): "../",
    ("/sciatica/", "/sciatica/"): "./",
    ("/sciatica/", "/sciatica/#main"): "#main",
    ("/sciatica/", "/stretches/bridge/"): "../stretches/bridge/",
    ("/stretches/bridge/", "/sciatica/#bridge"): "../../sciatica/#bridge",
    ("/stretches/bridge/", "/stretches/"): "../../stretches/",
    ("/stretches/bridge/", "/figures/bridge.svg"): "../../figures/bridge.svg",
}


@pytest.mark.parametrize(("pair", "link"), RELATIVE.items(), ids=str)
def test_links_are_relative_so_that_a_sub_path_works(pair: tuple[str, str], link: str) -> None:
    assert addresses.relative(*pair) == link


def test_a_collision_with_a_handwritten_page_stops_the_build(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    (project / "docs" / "Sciatica.md").write_text("# By hand")
    result = prepare(project, TODAY)
    assert result.stopped
    assert printed(result.problems) == printed(
        output.collisions(project, ["docs/sciatica/index.md"])
    )
