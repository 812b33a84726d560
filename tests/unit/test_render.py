"""Same library, same bytes; a change shows exactly where it must; no page grows with the rest."""

import hashlib
import json
import os
import random
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar
from urllib.parse import urljoin

import pytest
import yaml

from stretchbook.model import Dose, Library, Redirect
from stretchbook.render import Files, render
from stretchbook.rendering import config
from stretchbook.views.common import Fact
from stretchbook.views.filter_view import MOST_ROUTINES
from stretchbook.views.frame_view import view_frame
from stretchbook.views.routine_view import view_routine
from stretchbook.views.stretch_list_view import PAGE_SIZE
from stretchbook.words import our_words
from tests.support.content import (
    HANDWRITTEN,
    ROOT,
    file_of,
    sample_library,
    with_exercises,
    with_routines,
)
from tests.support.rendered import Element, front_matter, tree_of_page

T = TypeVar("T")


@cache
def real_files() -> Files:
    return render(sample_library(), HANDWRITTEN)


def digest(files: Files) -> str:
    parts = [f"{name} {hashlib.sha256(files[name]).hexdigest()}" for name in sorted(files)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def test_the_same_library_gives_the_same_bytes_twice() -> None:
    assert digest(render(sample_library(), HANDWRITTEN)) == digest(real_files())


def shuffled(values: Mapping[str, T], seed: int) -> dict[str, T]:
    names = list(values)
    random.Random(seed).shuffle(names)  # noqa: S311 - any order will do
    return {name: values[name] for name in names}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_in_which_files_were_read_changes_nothing(seed: int) -> None:
    library = sample_library()
    mixed = replace(
        library,
        exercises=shuffled(library.exercises, seed),
        routines=shuffled(library.routines, seed),
        emergency=shuffled(library.emergency, seed),
        urgent_signs=shuffled(library.urgent_signs, seed),
    )
    assert list(mixed.exercises) != list(library.exercises)
    files = render(mixed, HANDWRITTEN)
    assert {name for name in files if files[name] != real_files()[name]} == set()


PRINT_DIGEST = """
from tests.unit.test_render import digest, real_files
print(digest(real_files()))
"""


def test_another_machine_gives_the_same_bytes() -> None:
    surroundings = {"PYTHONHASHSEED": "77", "LC_ALL": "C", "PYTHONUTF8": "0", "TZ": "Asia/Tokyo"}
    path = os.pathsep.join([str(ROOT / "scripts"), str(ROOT), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", PRINT_DIGEST],
        cwd="/",
        env={**os.environ, **surroundings, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.strip() == digest(real_files())


def changed(library: Library) -> set[str]:
    """Names of the files that differ from those of the real content."""
    files = render(library, HANDWRITTEN)
    assert set(files) == set(real_files())
    return {name for name in files if files[name] != real_files()[name]}


def pages_that_show(exercise: str) -> set[str]:
    """Where the dose of a stretch is told: its own page, the list, and routines that use it."""
    routines = {
        file_of(f"/{routine.id}/")
        for routine in sample_library().routines.values()
        if exercise in [step.exercise for section in routine.sections for step in section.steps]
    }
    assert routines, f"{exercise} is in no routine"
    pages = {file_of(f"/stretches/{exercise}/"), file_of("/stretches/"), *routines}
    return (
        pages
        | {"docs/data/search.json"}
        | data_of(exercise)
        | {data_of_routine(page) for page in routines}
    )


def data_of(exercise: str) -> set[str]:
    """What browser modules fetch about one stretch."""
    return {f"docs/data/stretches/{exercise}.json"}


def data_of_routine(page: str) -> str:
    """What browser modules fetch about the routine of this page."""
    return f"docs/data/routines/{page.split('/')[1]}.json"


@pytest.mark.parametrize("name", sorted(sample_library().exercises))
def test_a_changed_dose_changes_exactly_the_pages_that_show_it(name: str) -> None:
    exercise = sample_library().exercises[name]
    dose: Dose = replace(exercise.dose, sets=exercise.dose.sets + 1)
    library = with_exercises(sample_library(), replace(exercise, dose=dose))
    expected = pages_that_show(name)
    if told_at_home(sample_library()) != told_at_home(library):
        expected |= {file_of("/")}
    assert changed(library) == expected


def told_at_home(library: Library) -> list[tuple[Fact, ...]]:
    """What the home page says of each routine: how long it takes, in whole minutes."""
    routines = library.routines_in_order()
    return [view_routine(our_words(), library, routine).facts for routine in routines]


def test_a_dose_that_makes_a_routine_minutes_longer_changes_the_home_page_too() -> None:
    exercise = sample_library().exercises["bridge"]
    dose = replace(exercise.dose, sets=5)
    library = with_exercises(sample_library(), replace(exercise, dose=dose))
    assert changed(library) == {*pages_that_show("bridge"), file_of("/")}


def test_a_changed_caution_changes_the_page_of_the_stretch_and_its_routine() -> None:
    exercise = sample_library().exercises["bridge"]
    caution = replace(exercise.cautions[0], text="Take it slowly.")
    library = with_exercises(sample_library(), replace(exercise, cautions=(caution,)))
    assert changed(library) == {
        *data_of("bridge"),
        file_of("/stretches/bridge/"),
        file_of("/low-back-pain/"),
    }


def test_a_changed_source_changes_only_the_page_of_the_stretch() -> None:
    exercise = sample_library().exercises["bridge"]
    source = replace(exercise.sources[0], says="Something else.")
    library = with_exercises(sample_library(), replace(exercise, sources=(source,)))
    assert changed(library) == {file_of("/stretches/bridge/")}


def test_a_changed_word_of_the_disclaimer_changes_only_the_settings() -> None:
    site = sample_library().site
    disclaimer = replace(site.disclaimer, title="Please read this")
    library = replace(sample_library(), site=replace(site, disclaimer=disclaimer))
    assert changed(library) == {"mkdocs.generated.yml"}


def test_the_country_changes_every_page_with_numbers_to_call() -> None:
    library = replace(sample_library(), site=replace(sample_library().site, emergency="eu"))
    with_numbers = {name for name, data in real_files().items() if b"tel:911" in data}
    assert {file_of("/"), file_of("/sciatica/")} <= with_numbers
    assert changed(library) == {*with_numbers, "mkdocs.generated.yml"}


def test_a_new_stretch_changes_only_the_lists_and_the_search() -> None:
    new = replace(sample_library().exercises["bridge"], id="new", name="New", summary="New.")
    files = render(with_exercises(sample_library(), new), HANDWRITTEN)
    assert set(files) - set(real_files()) == {file_of("/stretches/new/"), *data_of("new")}
    differ = {name for name in real_files() if files[name] != real_files()[name]}
    lists = {f"docs/data/{name}.json" for name in ("search", "plan")}
    assert differ == {file_of("/stretches/"), file_of("/clinicians/links/"), *lists}


def test_redirects_make_a_page_for_an_old_page_and_a_mark_for_an_old_place() -> None:
    pairs = (
        ("/old/", "/sciatica/"),
        ("/stretches/old-bridge/", "/stretches/bridge/"),
        ("/sciatica/#old", "/sciatica/#standing-quad-stretch"),
        ("/stretches/bridge/#old", "/low-back-pain/#bridge"),
    )
    redirects = tuple(Redirect(old=old, new=new) for old, new in pairs)
    files = render(replace(sample_library(), redirects=redirects), HANDWRITTEN)
    assert front_matter(files[file_of("/old/")])["moved_to"] == "../sciatica/"
    assert front_matter(files[file_of("/old/")])["template"] == "moved.html"
    moved_to = front_matter(files[file_of("/stretches/old-bridge/")])["moved_to"]
    assert moved_to == "../../stretches/bridge/"
    mark = tree_of_page(files[file_of("/sciatica/")]).by_id("old")
    assert mark.attributes["data-moved-to"] == "#standing-quad-stretch"
    mark = tree_of_page(files[file_of("/stretches/bridge/")]).by_id("old")
    assert mark.attributes["data-moved-to"] == "../../low-back-pain/#bridge"
    differ = {name for name in real_files() if files[name] != real_files()[name]}
    pages = {file_of("/sciatica/"), file_of("/stretches/bridge/")}
    assert differ == {*pages, "docs/data/plan.json"}
    moved = json.loads(files["docs/data/plan.json"])["moved"]
    assert moved == {"old-bridge": "bridge"}  # old links to a plan follow too


def test_every_link_within_the_site_leads_to_a_page_and_a_place_that_is_there() -> None:
    pages = {
        name.removeprefix("docs/"): tree_of_page(data)
        for name, data in real_files().items()
        if name.endswith(".md")
    }
    ids = {
        file: {str(element.attributes.get("id")) for element in page.walk()}
        for file, page in pages.items()
    }
    links = 0
    for file, page in pages.items():
        for link in page.find("a"):
            target = str(link.attributes["href"])
            if target.startswith(("https://", "http://", "tel:", "../downloads/", "../handouts/")):
                continue  # downloads are made of the built pages; the tests of the site open them
            path, _, anchor = target.partition("#")
            found = urljoin(file, path)
            assert found in pages, f"{file} links to {target}"
            assert not anchor or anchor in ids[found], f"{file} links to {target}"
            links += 1
    assert links > 100


def with_many(number: int) -> Library:
    """The real library and so many copies of one of its stretches, in routines of ten."""
    library = sample_library()
    bridge = library.exercises["bridge"]
    copies = [
        replace(bridge, id=f"copy-{n:04}", name=f"Copy {n:04}", summary=f"Copy {n:04}.")
        for n in range(number)
    ]
    model = library.routines["low-back-pain"]
    section = model.sections[0]
    routines = []
    for first in range(0, number, 10):
        chosen = copies[first : first + 10]
        steps = tuple(replace(section.steps[0], exercise=e.id, note=None) for e in chosen)
        name = f"Set {first // 10:03}"
        routines.append(
            replace(
                model,
                id=f"set-{first // 10:03}",
                name=name,
                sections=(replace(section, steps=steps),),
            )
        )
    return with_routines(with_exercises(library, *copies), *routines)


@cache
def files_of_many() -> Files:
    return render(with_many(500), HANDWRITTEN)


def test_no_page_grows_with_the_number_of_stretches() -> None:
    many = files_of_many()
    pages = [name for name in real_files() if name.endswith(".md")]
    listing = ("/", "/stretches/", "/diary/", "/clinicians/links/")  # what there is to choose
    for name in set(pages) - set(map(file_of, listing)):
        assert many[name] == real_files()[name], name
    sizes = {len(data) for name, data in many.items() if name.startswith("docs/stretches/copy-")}
    assert max(sizes) == min(sizes)


def test_the_list_is_split_into_pages_of_equal_length_that_lead_to_each_other() -> None:
    many = files_of_many()
    names = [file_of("/stretches/"), file_of("/stretches/page-2/"), file_of("/stretches/page-3/")]
    assert [name for name in many if "docs/stretches/page-" in name] == names[1:]
    shown: list[str] = []
    for name in names:
        (listed,) = with_class(tree_of_page(many[name]), "stretch-list")
        shown += [found.text for found in listed.find("strong")]
    assert PAGE_SIZE == 200
    assert len(shown) == 520
    assert shown == sorted(shown, key=str.casefold)
    pagers = [with_class(tree_of_page(many[name]), "pager") for name in names]
    links = [[link.attributes["href"] for link in pager.find("a")] for (pager,) in pagers]
    assert links == [
        ["../stretches/page-2/index.md"],
        ["../../stretches/index.md", "../../stretches/page-3/index.md"],
        ["../../stretches/page-2/index.md"],
    ]
    following = [pager.attributes["data-next-list"] for (pager,) in pagers]
    assert following == ["../stretches/page-2/", "../../stretches/page-3/", ""]


def test_the_sheet_of_links_is_split_alike_and_has_the_routines_first() -> None:
    many = files_of_many()
    numbered = [f"/clinicians/links/page-{number}/" for number in (2, 3)]
    assert [name for name in many if "/links/page-" in name] == [file_of(one) for one in numbered]
    shown: list[list[str]] = []
    for address in ("/clinicians/links/", *numbered):
        (sheet,) = with_class(tree_of_page(many[file_of(address)]), "link-sheet")
        shown.append([found.text for found in with_class(sheet, "address")])
        up = "../" * (address.count("/") - 1)
        pictures = {item.attributes.get("data-picture") or "" for item in with_class(sheet, "card")}
        assert {picture.rpartition("/")[0] for picture in pictures if picture} <= {
            *(f"{up}figures", f"{up}social")
        }
    routines = [f"/{routine.id}/" for routine in with_many(500).routines_in_order()]
    assert shown[0][: len(routines)] == routines
    assert [len(addresses) for addresses in shown] == [200 + len(routines), 200, 120]
    assert all(address.startswith("/stretches/") for address in shown[1] + shown[2])


def with_class(page: Element, name: str) -> list[Element]:
    return [e for e in page.walk() if name in (e.attributes.get("class") or "").split()]


def test_a_list_page_is_no_longer_for_eight_hundred_stretches_than_for_four_hundred() -> None:
    few = render(with_exercises(sample_library(), *with_many(400).exercises.values()))
    more = render(with_exercises(sample_library(), *with_many(800).exercises.values()))
    second = file_of("/stretches/page-2/")
    assert abs(len(more[second]) - len(few[second])) < 100


def with_many_routines(number: int) -> Library:
    """So many routines, each of one stretch of its own."""
    library = with_many(number)
    several = [routine for name, routine in library.routines.items() if name.startswith("set-")]
    steps = [step for routine in several for step in routine.sections[0].steps]
    return with_routines(
        replace(library, routines=sample_library().routines),
        *(
            replace(
                several[0],
                id=f"one-{number:04}",
                name=f"One {number:04}",
                sections=(replace(several[0].sections[0], steps=(step,)),),
            )
            for number, step in enumerate(steps)
        ),
    )


def largest(files: Files) -> dict[str, int]:
    """The bytes of the largest file of each kind, where kinds differ in numbers only."""
    found = defaultdict[str, int](int)
    for name, data in files.items():
        kind = re.sub(r"\d+", "N", name)
        found[kind] = max(found[kind], len(data))
    return found


def test_nothing_but_the_search_grows_with_the_number_of_routines() -> None:
    few, more = (largest(render(with_many_routines(count), HANDWRITTEN)) for count in (500, 1000))
    grown = {kind: size - few[kind] for kind, size in more.items() if size > few[kind] + 100}
    index = {"vocabulary", "words-N"}  # the words of all names, and a part that is not full yet
    assert grown.keys() <= {f"docs/data/search/{part}.json" for part in index}


def test_a_long_list_of_routines_goes_on_on_pages_of_its_own() -> None:
    library = with_many_routines(300)
    many = render(library, HANDWRITTEN)
    pages = ["/", *(f"/page-{number}/" for number in range(2, 9))]
    assert {name for name in many if name.startswith("docs/page-")} == set(map(file_of, pages[1:]))
    shown = [tree_of_page(many[file_of(page)]) for page in pages]
    names = [
        e.text for page in shown for cards in with_class(page, "cards") for e in cards.find("h3")
    ]
    assert names == [routine.name for routine in library.routines_in_order()]
    for at, page in enumerate(shown):
        (pager,) = with_class(page, "pager")
        found = {urljoin(pages[at], link.attributes["href"] or "") for link in pager.find("a")}
        beside = pages[max(at - 1, 0) : at] + pages[at + 1 : at + 2]
        assert found == {f"{address}index.md" for address in beside}
        assert with_class(page, "urgent")
    sheets = ["/clinicians/links/", "/clinicians/links/page-2/"]
    listed = [
        e.text for page in sheets for e in with_class(tree_of_page(many[file_of(page)]), "kind")
    ]
    assert len(listed) == 303


def test_a_diary_with_room_for_some_routines_says_that_there_are_more() -> None:
    said = our_words()["diary_more_routines"].encode()
    many = render(with_many_routines(300), HANDWRITTEN)[file_of("/diary/")]
    rules = [h.text for h in tree_of_page(many).find("h3")]
    assert len(rules) == len(front_matter(many)["routines"]) == MOST_ROUTINES
    assert said in b" ".join(many.split())
    assert said not in real_files()[file_of("/diary/")]


def test_the_settings_are_read_back_as_written() -> None:
    view = view_frame(our_words(), sample_library(), HANDWRITTEN)
    settings: dict[str, Any] = yaml.safe_load(real_files()[config.FILE])
    assert settings["site_name"] == view.site.name
    assert settings["theme"]["language"] == "en"
    frame = settings["extra"]["frame"]
    assert frame["disclaimer_lines"] == list(view.site.disclaimer.lines)
    assert frame["emergency"] == view.emergency
    assert settings["nav"][0] == {"Home": "index.md"}
    assert [list(entry) for entry in settings["nav"][4:]] == [
        ["All stretches"],
        ["Diary"],
        ["More"],
    ]
    assert len(settings["nav"][-1]["More"]) == len(HANDWRITTEN)  # and the plan, without its format


def test_the_dose_in_the_structured_data_is_that_of_the_page() -> None:
    for name, exercise in sample_library().exercises.items():
        page = real_files()[file_of(f"/stretches/{name}/")]
        plan = front_matter(page)["structured"]["mainEntity"]
        assert plan["activityDuration"] == f"PT{exercise.dose.total_seconds}S"
        assert plan["additionalVariable"] in tree_of_page(page).text
    assert sample_library().exercises
