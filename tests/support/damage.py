"""Links to a plan as they arrive: dressed up by programs on their way, cut, or spoiled."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from stretchbook.plans.undress import checksum

PLAN = "plan/"
# Texts with a `/`, a dash and a full stop at the end, doses, a name that begins another one.
BODY = (
    "1/title:After_your_visit/about:Twice_%E2%80%93_am%2Fpm/often:d2w5/bridge.2x8h5p30"
    "/note:Lift_slowly./cat-stretch/knee-to-chest.h20e.d3"
)
LINK = f"{BODY}/end:{checksum(BODY)}"
# No capital letters, and no text with a mark that a program could mean.
SHORT = "1/often:d2/bridge.2x8h5/note:slowly/cat-stretch"
PLAIN = f"{SHORT}/end:{checksum(SHORT)}"


class Damaged(NamedTuple):
    """A link below the root of the site, what was done to it, and whether everything is there."""

    name: str
    address: str
    whole: str = ""  # the link that was meant

    @property
    def on_plan_page(self) -> str:
        """The address with which the plan page is opened: docs/js/seldom leads there."""
        lost = r"^plan/?(?:%(?:25)*23)*(?![#?])(?=.)(?!/)"
        return "https://example.org/" + re.sub(lost, f"{PLAN}#", self.address)


def encoded(text: str, times: int = 1) -> str:
    for _ in range(times):
        text = quote(text, safe="")
    return text


def broken(mark: str) -> Callable[[str], str]:
    """A mark in the middle, within a stretch and between two parts."""
    return lambda link: link.replace("bridge", f"bri{mark}dge").replace("/cat", f"/{mark}cat")


BEHIND = (
    *(">", ")", ".", ",", '"', "'", "/", ";", "]", "*", "&gt;", "&nbsp;", "&amp;", "&quot;"),
    *("%3E", "%22", "%C2%A0", "%20", "%2E", ">.", ").", "%3E%2C", "</a>", "%0D%0A"),
    *("?utm_source=mail&utm_medium=email", "&utm_source=mail", "&amp;utm_source=mail"),
    *("?fbclid=IwAR0abc_1", "&fbclid=IwAR0abc_1", "/?utm_source=mail", "#urgent-signs"),
    *("%E2%80%8B", "%C2%AD", "%20Please%20open%20it.", " Please open it."),
)
BEFORE = ("<", "%3C", "#", "%23", '"', "%E2%80%8B", "%20")
WITHIN = {
    "a line break": "\r\n",
    "an encoded line break": "%0D%0A",
    "a soft line break": "=\r\n",
    "an encoded soft line break": "%3D%0D%0A",
    "a line break and a quote mark": "\r\n> ",
    "an encoded line break and quote mark": "%0D%0A%3E%20",
    "quote marks of two answers": "%0D%0A%3E%20%3E%20",
    "a space": " ",
    "an encoded space": "%20",
    "a space that does not break": "%C2%A0",
    "a space without width": "%E2%80%8B",
    "a joiner without width": "%E2%80%8D",
    "a soft hyphen": "%C2%AD",
    "a word joiner": "%E2%81%A0",
    "a mark of byte order": "%EF%BB%BF",
}
# What changes a link as a whole, and whether it is then clear what a text of its own says.
CHANGED: dict[str, tuple[Callable[[str], str], bool]] = {
    "%3A for :": (lambda link: link.replace(":", "%3A"), True),
    "encoded once": (encoded, True),
    "encoded twice": (lambda link: encoded(link, 2), True),
    "encoded three times": (lambda link: encoded(link, 3), True),
    "only % encoded once more": (lambda link: link.replace("%", "%25"), True),
    "only / encoded": (lambda link: link.replace("/", "%2F"), False),
    "only / and : encoded": (lambda link: link.replace("/", "%2F").replace(":", "%3A"), False),
    "small letters after %": (lambda link: re.sub("%..", lambda m: m[0].lower(), link), True),
    "decoded where it does not mislead": (lambda link: link.replace("%E2%80%93", "\u2013"), True),
    "backslashes for slashes": (lambda link: link.replace("/", "\\"), True),
    "/ as HTML writes it": (lambda link: link.replace("/", "&#x2F;"), True),
    "/ as HTML writes it, twice": (lambda link: link.replace("/", "&amp;#47;"), True),
    "capital letters": (str.upper, False),
}


def dressed() -> Iterator[Damaged]:
    """Links that hold everything, each for a long plan and a plain one."""
    for link in (LINK, PLAIN):
        for mark in BEHIND:
            yield Damaged(f"{mark!r} behind it", f"{PLAN}#{link}{mark}", link)
        for mark in BEFORE:
            yield Damaged(f"{mark!r} before it", f"{PLAN}#{mark}{link}", link)
        for name, mark in WITHIN.items():
            yield Damaged(f"{name} within", f"{PLAN}#{broken(mark)(link)}", link)
        for name, (change, always) in CHANGED.items():
            if always or link == PLAIN:
                yield Damaged(name, f"{PLAN}#{change(link)}", link)
        yield Damaged("a question before the #", f"{PLAN}?utm_source=mail#{link}", link)
        yield Damaged("%23 for #, in the path", f"{PLAN}%23{link}", link)
        yield Damaged("%2523 for #, in the path", f"{PLAN}%2523{encoded(link)}", link)
        yield Damaged("%23 for #, all encoded", f"{PLAN}%23{encoded(link)}", link)
        yield Damaged("%23, and the last slash lost", f"plan%23{link}", link)
        yield Damaged("no #", f"{PLAN}{link}", link)


def spoiled() -> Iterator[Damaged]:
    """Links where something is missing: what was meant is not known for certain."""
    for length in range(1, len(LINK)):
        yield Damaged(f"the first {length}", f"{PLAN}#{LINK[:length]}", LINK)
    for name, mark in {"lost": "", "a hyphen": "-", "a colon": ":", "a space": "%20"}.items():
        yield Damaged(f"every slash: {name}", f"{PLAN}#{LINK.replace('/', mark)}", LINK)
    cut = LINK[: LINK.index("chest") + 2]
    yield Damaged("cut, then encoded", f"{PLAN}#{encoded(cut)}", LINK)
    yield Damaged("cut, %23 for #, in the path", f"{PLAN}%23{cut}", LINK)
    yield Damaged("cut, with a mark without width", f"{PLAN}#{broken('%E2%80%8B')(cut)}", LINK)
    yield Damaged("cut, and counted", f"{PLAN}#{cut}?utm_source=mail", LINK)
    yield Damaged("its start cut", f"{PLAN}#{LINK[20:]}", LINK)
    yield Damaged("a digit changed", f"{PLAN}#{LINK.replace('2x8', '2x9')}", LINK)
    yield Damaged("a stretch taken out", f"{PLAN}#{LINK.replace('/cat-stretch', '')}", LINK)
    yield Damaged("a stretch put behind it", f"{PLAN}#{LINK}/bridge", LINK)
    yield Damaged("changed, with a mark behind it", f"{PLAN}#{LINK.replace('2x8', '2x9')}%3E", LINK)
    yield Damaged("in capital letters", f"{PLAN}#{LINK.upper()}", LINK)
