"""What the whole site shares: its names, its warnings and its words for things."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from stretchbook.model.exercise import Position
from stretchbook.model.fields import STRICT, Id, Name, Text, Url, both_or_neither

# Whatever somebody's own page may be called: /FAQ/, /my_page/, /v1.2/. No name begins with a dot.
SITE_ADDRESS = r"^/([^/#?%\s.\\<>\"'`|*:][^/#?%\s\\<>\"'`|*:]*/)*(#[a-z0-9-]+)?$"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclaimer:
    """The banner on every page."""

    __pydantic_config__ = STRICT

    title: Name
    """A few words in bold."""
    lines: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The sentences that follow, one thought a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinic:
    """Who hands out this site."""

    __pydantic_config__ = STRICT

    name: Name
    """Name of the clinic."""
    phone: Name | None = None
    """Telephone number as people write it."""
    address: Text | None = None
    """Postal address in one line."""
    url: Url | None = None
    """The clinic's own web site."""
    logo: Annotated[str, Field(pattern=r"^[a-z0-9-]+\.(png|svg)$")] | None = None
    """A picture file in content/, such as logo.svg, on handouts and at the foot of pages."""
    color: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")] | None = None
    """Color of the headings on handouts, in quotes, such as "#0b5162"; dark enough to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """content/site.yml."""

    __pydantic_config__ = STRICT

    name: Name
    """Name of the site, in the header and in the browser's tab."""
    tagline: Name
    """A few words under the name on the home page."""
    description: Text
    """What the site is, for search engines and link previews."""
    for_whom: Text
    """Who it is for, on the home page."""
    language: Annotated[str, Field(pattern=r"^en$")]
    """Language of the content: English. Other languages are in translations/."""
    emergency: Id
    """Which emergency numbers to show: a file in content/emergency/, such as us, uk or eu."""
    urgent_signs: Id
    """Which list of urgent signs the home page sums up: a file in content/urgent-signs/."""
    disclaimer: Disclaimer
    """The banner on every page; it cannot be dismissed."""
    report_mistakes: Text
    """How a reader can report a mistake."""
    report_url: Url | None = None
    """A web page for reporting mistakes."""
    clinic: Clinic | None = None
    """Who hands out this site; leave out if nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneNumber:
    """One number to call."""

    __pydantic_config__ = STRICT

    number: Annotated[str, Field(pattern=r"^\+?[0-9][0-9 ]*$", max_length=20)]
    """The number in quotes, such as "911"."""
    label: Name
    """When to call it, in a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyService:
    """content/emergency/<id>.yml: whom to call in one country."""

    __pydantic_config__ = STRICT

    id: Id
    """Taken from the file name; do not write it into the file."""
    country: Name
    """Where these numbers work."""
    english: Literal["us", "uk"] | None = None
    """Whose English the site is in: us or uk. Words of the other one are written as in this."""
    instruction: Text
    """What to do in an emergency, in one sentence with the number in it."""
    advice: Text
    """Whom to ask when it is not an emergency."""
    numbers: Annotated[tuple[PhoneNumber, ...], Field(min_length=1)]
    """The numbers, most urgent first; on a phone they can be tapped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentSigns:
    """content/urgent-signs/<id>.yml: signs that mean stop and get help."""

    __pydantic_config__ = STRICT

    id: Id
    """Taken from the file name; do not write it into the file."""
    in_short: Text
    """One or two sentences for the home page."""
    emergency: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Signs that mean: go now."""
    see_doctor_first: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Signs that mean: see a doctor before exercising."""
    see_someone: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Signs that mean: make an appointment."""
    sources: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Where the lists come from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of the vocabulary."""

    __pydantic_config__ = STRICT

    name: Name
    """As shown to the reader, starting with a capital."""
    also: tuple[Name, ...] = ()
    """Other words people search for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What a reader may have, or cannot do, that rules stretches out or changes them."""

    __pydantic_config__ = STRICT

    name: Name
    """As shown to the reader, starting with a capital."""
    also: tuple[Name, ...] = ()
    """Other words people search for."""
    rules_out: tuple[Position, ...] = ()
    """Positions of the body that are impossible with it; other stretches say it in a caution."""
    unless: tuple[Id, ...] = ()
    """Things that make such a stretch possible all the same, such as `bed` for the floor."""
    because: Text | None = None
    """Why a stretch in such a position is left out, in one sentence."""

    def __post_init__(self) -> None:
        """A stretch that is left out without a reason would look like a fault."""
        hint = "give both, or neither where only cautions name the condition"
        both_or_neither(hint, rules_out=self.rules_out, because=self.because)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """content/vocabulary.yml: the words stretches are sorted by."""

    __pydantic_config__ = STRICT

    equipment: dict[Id, Term]
    """Things used in a stretch."""
    areas: dict[Id, Term]
    """Parts of the body."""
    conditions: dict[Id, Condition] = field(default_factory=dict)
    """What rules stretches out or changes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """An old address and where it leads now."""

    __pydantic_config__ = STRICT

    old: Annotated[str, Field(alias="from", pattern=SITE_ADDRESS)]
    """The address that was published, such as /sciatica/#old-name."""
    new: Annotated[str, Field(alias="to", pattern=SITE_ADDRESS)]
    """Where it leads now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirects:
    """content/redirects.yml: every address that moved."""

    __pydantic_config__ = STRICT

    redirects: tuple[Redirect, ...] = ()
    """One entry for each address that moved."""
