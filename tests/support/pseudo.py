"""Languages that nobody speaks, made by machine: they find what was never given to a translator.

One has accents in every word, so that a plain English word on a page is one that stands there
for good; its texts are longer, as those of most languages are. Its twin is the same from right to
left. They need codes that Babel knows, and the forms of sentences that count come from those.
"""

import gettext
import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

import yaml
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po, write_po

from tests.support.project import copy_project, run

LONG, MIRRORED = "el", "ar-eg"
# Greek, whose months the browser names without an English letter, and Arabic, with six forms
ADDRESS = "https://example.org/stretches/"
ENGLISH_ONLY = ("routines/low-back-pain /", "routines/daily-warm-up /")  # less paper to set
ENGLISH_YET = ("plan_lead", "plan.choose", "plan.shown", "menu_home")  # words, in the mirrored one
KEPT = re.compile(r"(\{[a-z_]+\})")
PLAIN: Final = "abcdefghijklmnopqrstuvwxyz"
ACCENTED = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")  # which every font has
ARABIC = str.maketrans(PLAIN, "ابصدهفجحيزكلمنوبقرستعطشخغظ")
SIDES: Final = {"left": "يسر", "right": "يمن"}  # which every translation must say


def build_pseudo(folder: Path) -> Path:
    """The site of our content, in English and in both."""
    project = copy_project(folder / "languages")
    translations = project / "content/translations"
    for name in ("es", "ar"):
        for path in (translations / name).iterdir():
            path.unlink()
        (translations / name).rmdir()
    _done(run(project, "scripts/build.py", "translations", LONG, MIRRORED))
    _fill(translations / LONG, "ltr", accented, ENGLISH_ONLY)
    yet = tuple(f"words / {key}" for key in ENGLISH_YET)
    _fill(translations / MIRRORED, "rtl", mirrored, (*ENGLISH_ONLY, *yet))
    _done(run(project, "scripts/build.py", "--site", environment={"SITE_URL": ADDRESS}))
    return project / "site"


def _done(result: "subprocess.CompletedProcess[str]") -> None:
    assert result.returncode == 0, (result.stdout + result.stderr)[-2000:]


def accented(text: str, longest: int = 0) -> str:
    """`{n} steps` as `{n} stééps`: no longer than `longest`, where somebody counts."""
    return _spoken(text, longest, lambda part: part.translate(ACCENTED), "áéíóúÁÉÍÓÚ")


def mirrored(text: str, longest: int = 0) -> str:
    """The same in Arabic letters."""
    return _spoken(text, longest, _arabic, "اهيوع")


def _arabic(part: str) -> str:
    for english, arabic in SIDES.items():
        part = re.sub(rf"\b{english}\b", arabic, part, flags=re.IGNORECASE)
    return part.lower().translate(ARABIC)


def _spoken(text: str, longest: int, say: Callable[[str], str], doubled: str) -> str:
    parts = KEPT.split(text)
    said = [part if KEPT.fullmatch(part) else say(part) for part in parts]
    longer = re.compile(f"([{doubled}])")
    long = [part if KEPT.fullmatch(part) else longer.sub(r"\1\1", part) for part in said]
    whole = "".join(long)
    return "".join(said) if longest and len(whole) > longest else whole


def _fill(
    folder: Path, direction: str, say: Callable[[str, int], str], empty: tuple[str, ...]
) -> None:
    """Every catalogue, and who made it; texts whose context begins with one of `empty` stay so."""
    name = say("Pseudo", 0)
    review = {"name": name, "english_name": "Pseudo", "direction": direction, "translated_by": name}
    (folder / "review.yml").write_text(yaml.safe_dump(review, allow_unicode=True), "utf-8")
    for path in sorted(folder.glob("*.po")):
        catalog = read_po(BytesIO(path.read_bytes()), locale=folder.name.replace("-", "_"))
        for message in catalog:
            if message.id and not (message.context or "").startswith(empty):
                message.string = _said(catalog, message, say)
        with path.open("wb") as file:
            write_po(file, catalog)


def _said(
    catalog: Catalog, message: Message, say: Callable[[str, int], str]
) -> str | tuple[str, ...]:
    if isinstance(message.id, str):
        return say(message.id, 0)
    one, other = message.id
    of_one = gettext.c2py(catalog.plural_expr)(1)
    return tuple(
        say(one if form == of_one and KEPT.findall(one) == KEPT.findall(other) else other, 0)
        for form in range(catalog.num_plurals)
    )
