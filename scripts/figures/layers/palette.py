"""Colours: for every role a light and a dark value, and for every person their own.

Measured on the light page: outlines have at least 4.3 to 1 against skin, shirt and near trousers.
At night the outlines stay dark and the fills get lighter; pale outlines looked like a negative.
"""

from collections.abc import Mapping

from figures.spec.figure_spec import Person

UNIT = 2  # whole output units in one unit of the picture's 1000
OUTLINE = 4.2  # units; 0.25 mm in a picture 6 cm wide
INNER = 2.8
LETTER = 58  # units, of a scene's letter; 9 points in a picture 56 mm wide

Colours = Mapping[str, str]

# near and far tone by day, near and far tone by night
SKINS = {
    1: ("#ecbd9b", "#d09a78", "#e0ad89", "#b98562"),
    2: ("#d9a47c", "#b9835c", "#cf9a72", "#a5714d"),
    3: ("#b57c54", "#94603c", "#b57c54", "#8f5d3b"),
    4: ("#8d5a3c", "#6f4329", "#9a6748", "#774a30"),
}
SHIRTS = {
    "light": ("#e3edf2", "#b9cdd6", "#e9f0f3", "#9fb4bd"),
    "cream": ("#f3ebd8", "#d5c9ae", "#efe6d0", "#b5a98c"),
    "mint": ("#d9ebdf", "#b0cabb", "#d6e8dc", "#97b3a3"),
    "yellow": ("#f6e6a8", "#d8c57f", "#eedd9c", "#b3a263"),
    "pink": ("#f6dcdc", "#d9b6b8", "#efd4d4", "#b79698"),
    "grey": ("#dcdfe3", "#b5bac1", "#d9dde2", "#959ca5"),
}
TROUSERS = {
    "teal": ("#4590aa", "#316a82", "#4f9db6", "#2f6f88"),
    "plum": ("#8e74ae", "#67508a", "#9b82bb", "#6a538c"),
    "navy": ("#5f7fb4", "#425f90", "#6f90c4", "#45639a"),
    "slate": ("#71889a", "#536878", "#8097a9", "#53697a"),
    "rust": ("#a8716a", "#80504a", "#b67f77", "#82524c"),
    "green": ("#619070", "#456d53", "#6e9f7e", "#476f55"),
}
HAIR = {
    "dark": ("#2e2725", "#6b5a52"),
    "brown": ("#4b352b", "#7d5c4a"),
    "red": ("#8a4a2b", "#a45f3c"),
    "grey": ("#9aa1a6", "#a9b0b5"),
    "white": ("#e4e6e7", "#dfe2e4"),
}
SCARVES = {
    "dark": ("#3d4b63", "#60708c"),
    "brown": ("#8a6a54", "#a3826b"),
    "red": ("#b3564e", "#c06a61"),
    "grey": ("#8b98a3", "#98a5b0"),
    "white": ("#eceae4", "#dedbd3"),
}
# wood, bedding, mat and cloth in three tones, and a dark strap
THINGS = {
    "w1": ("#eedfc6", "#d9c39b"),
    "w2": ("#dcc5a0", "#bb9f72"),
    "w3": ("#c4a87e", "#947a52"),
    "b1": ("#f3f1ec", "#c9c6be"),
    "b2": ("#d9d5cc", "#a29e95"),
    "b3": ("#c2bdb1", "#84817a"),
    "m1": ("#d3e4da", "#2c4238"),
    "m2": ("#aecbbd", "#22342c"),
    "m3": ("#aecbbd", "#22342c"),
    "c1": ("#fffaf0", "#f0e8d4"),
    "c2": ("#fdf4d6", "#e8dcb4"),
    "c3": ("#e8dcb4", "#c9bc92"),
    "x": ("#3c4a52", "#8b9ba4"),
}
LINE, NIGHT_LINE = "#14262e", "#070c0e"
PAGE, NIGHT_PAGE = "#fff", "#12181b"
ARROW, NIGHT_ARROW = "#c4380c", "#ff8152"


def day(person: Person) -> dict[str, str]:
    """Fill by role, by day."""
    return _person(person, 0) | {role: pair[0] for role, pair in THINGS.items()}


def night(person: Person) -> dict[str, str]:
    """Fill by role, at night."""
    return _person(person, 1) | {role: pair[1] for role, pair in THINGS.items()}


def _person(person: Person, when: int) -> dict[str, str]:
    skin, shirt = SKINS[person.skin], SHIRTS[person.shirt]
    trousers, hair = TROUSERS[person.trousers], person.hair.colour
    return {
        "k": skin[2 * when],
        "kf": skin[2 * when + 1],
        "t": shirt[2 * when],
        "tf": shirt[2 * when + 1],
        "p": trousers[2 * when],
        "pf": trousers[2 * when + 1],
        "h": HAIR[hair][when],
        "hs": SCARVES[hair][when],
    }


def stylesheet(used: set[str], person: Person, weight: float = 1.0) -> str:
    """The CSS of one picture: only the classes it uses, by day and by night.

    weight: factor on all strokes; a thumbnail needs thicker ones.
    """
    fills = {role: f"fill:{colour}" for role, colour in day(person).items()}
    rules = fills | _fixed(weight)
    stroke = f"stroke:{LINE};stroke-width:{_width(OUTLINE * weight)}"
    css = f"path{{{stroke};stroke-linejoin:round;stroke-linecap:round}}"
    css += "".join(f".{role}{{{rule}}}" for role, rule in rules.items() if role in used)
    dark = {role: f"fill:{colour}" for role, colour in night(person).items()} | NIGHT
    css += f"@media(prefers-color-scheme:dark){{path{{stroke:{NIGHT_LINE}}}"
    css += "".join(f".{role}{{{rule}}}" for role, rule in dark.items() if role in used)
    bare = [f".{role}" for role in ("n", "s", "sh") if role in used]
    css += (",".join(bare) + "{stroke:none}" if bare else "") + "}"
    return css


NIGHT = {
    "a": f"fill:{NIGHT_ARROW};stroke:{NIGHT_PAGE}",
    "z": f"stroke:{PAGE}",
    "zh": "stroke:#a32d05",
    "sh": "fill:#000;opacity:.35",
    "c": "fill:#dfe8eb",
    "ct": f"fill:{NIGHT_PAGE}",
    "fr": "fill:#1b2429;stroke:#3a474e",
}


def _fixed(weight: float) -> dict[str, str]:
    """Rules that are not a person's or a thing's colour."""
    inner = _width(INNER * weight)
    numeral = f"font:700 {LETTER * UNIT}px system-ui,sans-serif;text-anchor:middle"
    return {
        "s": "fill:#0b2a3a;opacity:.15;stroke:none",
        "sh": "fill:#0b2a3a;opacity:.13;stroke:none",
        "n": "stroke:none",
        "i": f"fill:none;stroke-width:{inner}",
        "d": f"fill:{LINE}",
        "a": f"fill:{ARROW};stroke:{PAGE};stroke-width:{_width(5.5)};paint-order:stroke",
        "z": f"fill:#ffa36b;stroke:{PAGE};stroke-width:{_width(2.5 * weight)}",
        "zh": f"fill:none;stroke:#a32d05;stroke-width:{inner}",
        "c": f"fill:{LINE}",
        "ct": f"fill:{PAGE};{numeral}",
        "fr": f"fill:#f4f7f8;stroke:#c8d3d8;stroke-width:{_width(3)}",
    }


def _width(units: float) -> str:
    return f"{units * UNIT:.3g}"
