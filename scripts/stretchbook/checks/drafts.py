"""What is on the site must not lead to what is not."""

from collections.abc import Iterator
from datetime import date

from stretchbook.checks import walk
from stretchbook.model import Library
from stretchbook.problems import Finding

FOLDERS = {"stretch": "exercises", "routine": "routines"}
LEFT_OUT = ("easier", "harder")  # ways on that may be missing for a while
HINT = "finish it and remove its line `draft: true`, or take it out here"


def leads_to_no_draft(library: Library, _: date) -> Iterator[Finding]:
    """A routine or plan that is no draft holds no stretch that is one."""
    drafts = set(walk.drafts(library))
    for path, keys, name, _known, noun in walk.references(library):
        leads_to = f"{FOLDERS.get(noun)}/{name}.yml"
        if leads_to in drafts and path not in drafts and keys[0] not in LEFT_OUT:
            message = f'names the {noun} "{name}", which is a draft'
            yield Finding(path=path, keys=keys, message=message, hint=HINT)
