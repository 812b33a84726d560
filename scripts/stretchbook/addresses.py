"""Where things stand on the site. An address never changes once it is published.

An address starts with a slash and is relative to the site's root: `/sciatica/`, or with an anchor
`/sciatica/#standing-quad-stretch`.
"""

import re

HOME = "/"
STRETCHES = "/stretches/"
DIARY = "/diary/"
ABOUT = "/about/"
CLINICIANS = "/clinicians/"
LINKS = f"{CLINICIANS}links/"
AUTHORS = "/authors/"
PLAN = "/plan/"
UNTRANSLATED = "/untranslated/"
MANIFEST = "/manifest.webmanifest"
SIGNS, TAKE_AWAY, REMINDERS = "urgent-signs", "take-it-with-you", "reminders"  # on their pages

LISTING = re.compile(r"index|page-[0-9]+")  # the pages of a list, by their names in its folder


def of_routine(routine_id: str) -> str:
    """The page of a routine."""
    return f"/{routine_id}/"


def of_stretch(exercise_id: str) -> str:
    """The page of one stretch."""
    return f"{STRETCHES}{exercise_id}/"


def stretch_of(page: str) -> str:
    """The id in the address of a stretch's page; empty for every other address."""
    name = page.removeprefix(STRETCHES).removesuffix("/")
    return name if page == of_stretch(name) and name and "#" not in name else ""


def of_figure(file: str) -> str:
    """A picture."""
    return f"/figures/{file}"


def of_logo(file: str) -> str:
    """The logo of the clinic."""
    return f"/img/clinic-{file}"


def of_icon(file: str) -> str:
    """A picture for a home screen."""
    return f"/icons/{file}"


def of_link_picture(page: str) -> str:
    """The picture that goes with links to the home page or a routine."""
    return f"/social/{page.strip('/') or 'index'}.png"


def of_download(page: str) -> str:
    """A routine as one file that needs nothing else."""
    return f"/downloads/{page.strip('/')}.html"


def of_handout(name: str, edition_id: str) -> str:
    """What is printed, on one size of paper and in one size of print; name: a routine's id."""
    return f"/handouts/{name}-{edition_id}.pdf"


def plan_on_paper(plan_id: str) -> str:
    """The name of a ready-made plan where it stands beside those of routines."""
    return f"plans/{plan_id}"


def of_home_page(number: int) -> str:
    """The pages of the routines, counted from 1: the first is the home page."""
    return HOME if number == 1 else f"{HOME}page-{number}/"


def of_list_page(number: int) -> str:
    """The pages of the list of all stretches, counted from 1."""
    return STRETCHES if number == 1 else f"{STRETCHES}page-{number}/"


def of_links_page(number: int) -> str:
    """The pages of the sheet of links, counted from 1."""
    return LINKS if number == 1 else f"{LINKS}page-{number}/"


def of_phone(number: str) -> str:
    """What a telephone calls when it is tapped."""
    return f"tel:{number.replace(' ', '')}"


def with_anchor(page: str, anchor: str) -> str:
    """A place within a page."""
    return f"{page}#{anchor}"


def page_of(address: str) -> str:
    """The page of an address, without the anchor."""
    return address.partition("#")[0]


def markdown_file(page: str) -> str:
    """The Markdown file, relative to docs/, that MkDocs turns into this page.

    Each page has a folder of its own, as on the finished site: then a relative link is the same
    seen from the file and from the page, which is how MkDocs' successor reads it.
    """
    return f"{page[1:]}index.md"


def address_of_file(markdown_file_path: str) -> str:
    """The page that MkDocs makes of a Markdown file, given relative to docs/."""
    stem = markdown_file_path.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"/{stem}/" if stem else HOME


def place_of_file(path: str) -> str:
    """What two files share that would become one page, or one file on a disk without case."""
    return path.casefold().removesuffix(".md").removesuffix("/index")


def relative(page: str, target: str) -> str:
    """The link from one page to an address, so that the site also works below a sub-path.

    `relative("/sciatica/", "/stretches/bridge/")` is `../stretches/bridge/`.
    """
    target_page, mark, anchor = target.partition("#")
    if target_page == page:
        return mark + anchor or "./"
    return "../" * (page.count("/") - 1) + target_page[1:] + mark + anchor or "./"


def in_markdown(page: str, target: str) -> str:
    """The same link as Markdown has it: to a page's own file, so that MkDocs checks it.

    `in_markdown("/sciatica/", "/stretches/bridge/")` is `../stretches/bridge/index.md`.
    """
    target_page, mark, anchor = target.partition("#")
    if target_page == page and mark:
        return mark + anchor
    file = markdown_file(target_page) if target_page.endswith("/") else target_page[1:]
    return "../" * (page.count("/") - 1) + file + mark + anchor


def _first_name(address: str) -> str:
    return address.strip("/").partition("/")[0]


def is_reserved(page: str) -> bool:
    """Whether the site needs this address itself, so that no routine or stretch may take it."""
    *folders, name = page.strip("/").split("/")
    return bool(LISTING.fullmatch(name)) or (not folders and name in RESERVED)


# What no routine may be called. The first of these names stand in no function above: files that the
# renderer or an author puts there, and names that are kept for what is to come.
RESERVED = frozenset(
    {"404", "assets", "css", "data", "fonts", "img", "js", "offline"}
    | {"search", "session", "tags"}
    | {_first_name(page) for page in (STRETCHES, DIARY, PLAN, LINKS, of_figure(""), of_icon(""))}
    | {_first_name(file) for file in (of_link_picture(HOME), of_download(HOME))}
    | {_first_name(of_handout("", ""))}
)
