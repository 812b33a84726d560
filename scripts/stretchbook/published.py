"""Every address that was ever published, so that no build can lose one.

The addresses stand in content/addresses.txt, one a line, in order. `make publish` writes them: what
was only built at home is known to nobody. The file only grows; an address that moved stays in it
and has a line in content/redirects.yml.
"""

from collections.abc import Collection, Iterable, Iterator

from stretchbook import addresses
from stretchbook.model import Library
from stretchbook.problems import Finding, Problem, Severity, count, first_of

RECORD = "addresses.txt"
FILE = f"content/{RECORD}"
HEADER = "# Published addresses. They work for ever: never edit this file by hand.\n"


def current(library: Library, handwritten: Iterable[str], home: str = addresses.HOME) -> set[str]:
    """The addresses that this library makes; `handwritten` are Markdown files below docs/.

    home: where the pages of its language begin.
    """
    found = {f"{home[:-1]}{address}" for address in _of_language(library)}
    return found | {addresses.address_of_file(path) for path in handwritten}


def _of_language(library: Library) -> set[str]:
    found = {addresses.HOME, addresses.STRETCHES, addresses.PLAN, addresses.LINKS}
    found |= {addresses.of_stretch(name) for name in library.exercises}
    for routine in library.routines.values():
        page = addresses.of_routine(routine.id)
        found.add(page)
        for section in routine.sections:
            found.add(addresses.with_anchor(page, section.id))
            for step in section.steps:
                found.add(addresses.with_anchor(page, step.exercise))
                if test := library.exercises[step.exercise].self_test:
                    found.add(addresses.with_anchor(page, test.id))
    for exercise in library.exercises.values():
        if exercise.self_test:
            page = addresses.of_stretch(exercise.id)
            found.add(addresses.with_anchor(page, exercise.self_test.id))
    return found


def read(text: str) -> set[str]:
    """The addresses of the committed file."""
    return {line for line in text.splitlines() if line.startswith("/")}


def write(known: Collection[str]) -> bytes:
    """The committed file."""
    return (HEADER + "".join(f"{address}\n" for address in sorted(known))).encode()


def untranslated(now: Collection[str], before: Collection[str], homes: Iterable[str]) -> set[str]:
    """The pages that were published in a language and are not there in it today.

    homes: where the pages of each language begin, whether or not it is shown.
    """
    gone = {addresses.page_of(address) for address in set(before) - set(now)}
    return {page for page in gone if page.startswith(tuple(homes))} - set(now)


def withheld(pages: Collection[str], content: str) -> Iterator[Problem]:
    """What an author must know: which pages only say that their English has changed."""
    for code in sorted({page.split("/")[1] for page in pages}):
        those = sorted(page for page in pages if page.startswith(f"/{code}/"))
        yield Problem(
            path=f"{content}/translations/{code}",
            message=f"{count(len(those), 'page')} only say that the English has changed:"
            f" {first_of(those)}",
            hint="run `make translations`, and translate what it marks or leaves empty; where a"
            " marked translation still holds, take only its mark away",
            severity=Severity.WARNING,
            rule="translations",
        )


def lost(library: Library, now: Collection[str], before: Collection[str]) -> Iterator[Problem]:
    """A problem for every published address that would stop working."""
    moved = {redirect.old for redirect in library.redirects}
    for address in sorted(set(before) - set(now) - moved):
        if addresses.page_of(address) in moved:
            continue
        hint = (
            f"add to content/redirects.yml: `- {{from: {address}, to: /the-new-address/}}`; "
            f"if it was never online, remove its line from {FILE}"
        )
        message = f"the published address {address} would be lost"
        yield Problem(path=FILE, message=message, hint=hint, rule="published-addresses")


def misled(library: Library, now: Collection[str]) -> Iterator[Finding]:
    """Every redirect that starts at a living address or ends nowhere."""
    pages = {addresses.of_routine(name) for name in library.routines}
    pages |= {addresses.of_stretch(name) for name in library.exercises}
    for index, redirect in enumerate(library.redirects):
        if redirect.old in now:
            message = f"redirects {redirect.old}, which is in use"
            yield _of_redirect(index, "from", message, "remove this redirect")
        if "#" in redirect.old and addresses.page_of(redirect.old) not in pages:
            message = f"starts at {redirect.old}, which is on no page of a routine or stretch"
            hint = "redirect the page; the part after # goes along, and may be redirected there"
            yield _of_redirect(index, "from", message, hint)
        if redirect.new not in now:
            message = f"leads to {redirect.new}, which does not exist"
            yield _of_redirect(index, "to", message, "lead it straight to an address of today")


def _of_redirect(index: int, field: str, message: str, hint: str) -> Finding:
    keys = ("redirects", index, field)
    return Finding(path="redirects.yml", keys=keys, message=message, hint=hint)
