"""Checks of words, wherever a reader sees them: numbers to call, claims, signs, starter text."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache

from stretchbook.checks import walk
from stretchbook.checks.walk import Keys
from stretchbook.model import Library
from stretchbook.problems import LONGEST_SHOWN, Finding

Fault = tuple[str, str]  # message, hint

KNOWN_NUMBERS = ("911", "999", "112", "111")  # besides those in content/emergency/
IN_WORDS = (
    r"\b(?:nine[ -]one[ -]one|nine[ -]nine[ -]nine|one[ -]one[ -]two|one[ -]one[ -]one"
    r"|(?:triple|treble)[ -](?:nine|zero|one|[019]))\b"
)
A_NUMBER = re.compile(r"\d|nine|one[ -]|tr(?:eb|ip)le", re.IGNORECASE)  # quick, and rare
# What makes of `112` a size or a count; a longer number than one to call goes on with digits
COUNTED = (
    r"cm|mm|km|m|kg|g|mg|ml|lbs?|inch(?:es)?|feet|foot|degrees?|percent|%|°|s|seconds?|times|points"
    r"|people|persons|adults|patients|participants|men|women|trials|studies"
)
CALLING = re.compile(r"\b(?:call|calls|calling|dial|ring|phone|telephone|text)\b", re.IGNORECASE)
# `NHS 111 Wales` is a publisher, `111 of 200 walked` is what it found
CITED = frozenset({"source", "sources", "evidence", "reason", "attribution"})

UNTRUE = r"(?<!\bnot )(?<!\bno )(?<!\bnever )(?<!\bwithout )(?<!n't )"
PROMISES = re.compile(
    UNTRUE + r"\b(cures?|cured|curing|heals? (?:your|the|all|any)|proven|guarantee[sd]?|miracles?"
    r"|pain[- ]free for life|(?:100 ?%|completely|totally|perfectly) (?:safe|effective|sure)"
    r"|safe for everyone|risk[- ]free|no risks?|no side effects|works? (?:for everyone|every time)"
    r"|always works)(?!\w)",
    re.IGNORECASE,
)
CLINICIANS = (
    r"(?:doctors?|Dr\.?|clinicians?|physicians?|therapists?|physios?|physiotherapists?|surgeons?|experts?"
    r"|specialists?|nurses?|professionals?|the NHS|NHS|FDA)"
)
REVIEWED = re.compile(
    UNTRUE + r"\b(?:(?:(?:reviewed|approved|endorsed|recommended|certified|designed|written) by"
    rf"|(?:checked|tested) by(?! your| an?\b)) (?:[\w-]+ ){{0,3}}{CLINICIANS}(?!\w)"
    rf"|(?:doctor|clinician|physio|expert|FDA)[- ]approved|{CLINICIANS} (?:recommend|approve)"
    r"|(?:clinically|medically|scientifically)[ -](?:tested|reviewed|approved|proven))(?!\w)",
    re.IGNORECASE,
)
# Quick: one of these is in whatever the two above find
CLAIMS = (
    *("cur", "heal", "prove", "guarant", "miracle", "free", "safe", "risk", "side eff", "works"),
    *("always", "work ", "reviewed", "approve", "checked", "endorse", "recommend", "effective"),
    *("certified", "tested", "designed", "written by"),
)
SIGNS = re.compile(r"[<&\[*_`#]|^[-+] ")
MARKUP = re.compile(
    r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z][a-zA-Z0-9]+|#\d+|#x[0-9a-fA-F]+);|!?\[[^\[\]]*\]\([^()]*\)"
    r"|\*\*.*?(?:\*\*|$)|(?<![\w_])__(?=\w).*?(?:__|$)|`[^`]+`"
    r"|(?<![\w*])\*[^\s*][^*]*\*(?![\w*])|(?<![\w_])_[^\s_][^_]*_(?![\w_])|^#{1,6} |^[-*+] "
)
STARTER = re.compile(r"\bWrite here\b|\bWrite the (?:first|second|third|next) step here\b")


def emergency_numbers(library: Library, _: date) -> Iterator[Finding]:
    """Emergency numbers are a setting of the site and never stand in other text."""
    known = numbers_to_call(library)
    for path, keys, text in walk.found_in_texts(library, _with_a_number):
        own: Collection[str] = ()
        if path.startswith("emergency/"):
            service = library.emergency[path.removeprefix("emergency/").removesuffix(".yml")]
            own = [_digits(number.number) for number in service.numbers]
        if path == "site.yml" and keys[0] == "clinic":  # a telephone number, a house number
            continue
        if CITED & {*keys} and not CALLING.search(text):
            continue
        if found := number_in(text, tuple(name for name in known if name not in own)):
            message = f'holds the emergency number "{found}"'
            hint = "leave it out: the page shows the numbers of the country set in site.yml"
            if own:
                message, hint = f"{message} of another country", "leave it out"
            yield Finding(path=path, keys=keys, message=message, hint=hint)


def _with_a_number(_: Keys, text: str) -> str:
    return text if A_NUMBER.search(text) else ""


def numbers_to_call(library: Library) -> tuple[str, ...]:
    """Every emergency number that is known, as digits."""
    packs = (number.number for pack in library.emergency.values() for number in pack.numbers)
    return tuple(sorted({*KNOWN_NUMBERS, *map(_digits, packs)}))


def number_in(text: str, known: tuple[str, ...]) -> str:
    """The first emergency number in a text, as it is written there; empty where there is none."""
    found = _pattern(known).search(text) if known and A_NUMBER.search(text) else None
    return found[0] if found else ""


@cache
def _pattern(known: tuple[str, ...]) -> re.Pattern[str]:
    spaced = "|".join("(?: ?[- ] ?)?".join(number) for number in known)
    return re.compile(
        rf"(?<!\d)(?<!\d[.,:-])(?<!\d\d )(?:{spaced})(?![.,:]?\d)(?![ -]\d\d\d)"
        rf"(?!\s?(?:{COUNTED})(?!\w))|{IN_WORDS}",
        re.IGNORECASE,
    )


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def no_promises(library: Library, _: date) -> Iterator[Finding]:
    """The site promises nothing: a stretch may ease pain, it does not cure."""
    for path, keys, (message, hint) in walk.found_in_texts(library, _promise):
        yield Finding(path=path, keys=keys, message=message, hint=hint)


def _promise(keys: Keys, text: str) -> Fault | None:
    return None if _is_title(keys) else promise_in(text)


def promise_in(text: str) -> Fault | None:
    """What a text claims and nobody can stand for."""
    small = text.lower()
    if not any(stem in small for stem in CLAIMS):
        return None
    if found := PROMISES.search(text):
        return f'promises too much with "{found[0]}"', "write `may ease`"
    if found := REVIEWED.search(text):
        hint = "say who reviewed it, and when, under `review:` of each stretch; leave it out here"
        return f'claims a review with "{found[0]}"', hint
    return None


def plain_text(library: Library, _: date) -> Iterator[Finding]:
    """Text is plain: signs of Markdown or HTML would be shown as they are written."""
    for path, keys, markup in walk.found_in_texts(library, _markup):
        message = f"holds `{markup.strip()[:LONGEST_SHOWN]}`, which readers would see as it is"
        hint = "write plain words, and letters and spaces as they are; emphasis is not possible"
        yield Finding(path=path, keys=keys, message=message, hint=hint)


def _markup(_: Keys, text: str) -> str:
    found = MARKUP.search(text) if SIGNS.search(text) else None
    return found[0] if found else ""


def starter_text(library: Library, _: date) -> Iterator[Finding]:
    """Nothing of the starter files is left where readers see it."""
    yield from _left_to_write(library, draft=False)


def starter_text_of_drafts(library: Library, _: date) -> Iterator[Finding]:
    """A draft may have text that is still to be written."""
    yield from _left_to_write(library, draft=True)


def _left_to_write(library: Library, *, draft: bool) -> Iterator[Finding]:
    drafts = set(walk.drafts(library))
    for path, keys, text in walk.found_in_texts(library, _of_a_starter):
        if (path in drafts) is draft:
            message = f'is still the starter text, found "{text[:LONGEST_SHOWN]}"'
            hint = "write your own words in its place, or remove the line"
            yield Finding(path=path, keys=keys, message=message, hint=hint)


def _of_a_starter(_: Keys, text: str) -> str:
    return text if "Write " in text and STARTER.search(text) else ""


def _is_title(keys: Keys) -> bool:
    """Whether it is what somebody else published: its title is not our claim."""
    return keys[-1] == "source" or (keys[0] == "sources" and keys[-1] != "says")
