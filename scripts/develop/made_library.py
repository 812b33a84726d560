"""A library of any size, made of ours: each stretch again and again, by another name."""

import re
import shutil
from datetime import date
from pathlib import Path

import yaml

from develop import ROOT
from stretchbook.words import our_words

STRETCHES_A_ROUTINE = 10
TODAY = date(2027, 6, 1)  # after the content was written, and before its reviews are due
OF_OURS = (
    "addresses.txt",
    "figures",
    "pages",
    "pictures",
    "plans",
    "translations",
)  # of stretches that are gone


def make(root: Path, size: int) -> None:
    """Copy the project and multiply its stretches; each copy has a name and words of its own."""
    root.mkdir(exist_ok=True)
    for name in ("mkdocs.yml", "overrides", "content"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, root / name)
    for name in ("css", "js", "img"):
        shutil.copytree(ROOT / "docs" / name, root / "docs" / name)
    content = root / "content"
    originals = sorted((content / "exercises").glob("*.yml"))
    texts = [path.read_text("utf-8") for path in originals]
    for path in originals:
        path.unlink()
    for name in OF_OURS:
        target = content / name
        shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)
    for number in range(size):
        text = re.sub(r"\n(easier|harder): .*", "", texts[number % len(texts)])  # these are gone
        for field in ("name", "summary"):  # five digits, so that no 911 stands in a text
            text = text.replace(f"\n{field}: ", f"\n{field}: N{number:05} ", 1)
        (content / "exercises" / f"stretch-{number}.yml").write_text(text, encoding="utf-8")
    _make_routines(content / "routines", size)
    for name, title in our_words().group("handwritten").items():
        (root / f"docs/{name}.md").write_text(f"# {title}\n", encoding="utf-8")


def _make_routines(folder: Path, size: int) -> None:
    """One routine for every ten stretches, made from the first real one."""
    originals = sorted(folder.glob("*.yml"))
    value = yaml.safe_load((folder / "daily-warm-up.yml").read_text("utf-8"))
    for path in originals:
        path.unlink()
    for first in range(0, size, STRETCHES_A_ROUTINE):
        numbers = range(first, min(first + STRETCHES_A_ROUTINE, size))
        steps = [{"exercise": f"stretch-{number}"} for number in numbers]
        routine = {k: v for k, v in value.items() if k not in ("related", "afterwards")}
        routine |= {"name": f"Routine {first:05}", "summary": f"Routine {first:05}."}
        routine["sections"] = [{"id": "main", "title": "In order", "steps": steps}]
        for advice in [*routine["how_often"], *routine["when_to_stop"], *routine["evidence"]]:
            advice.pop("routine", None)
        text = yaml.safe_dump(routine, sort_keys=False, allow_unicode=True)
        (folder / f"routine-{first}.yml").write_text(text, encoding="utf-8")


def make_paper(root: Path) -> None:
    """A file in the place of each handout that pages of routines link to."""
    for page in (root / "docs").glob("routine-*/index.md"):
        for name in re.findall(r"handouts/[\w-]+\.pdf", page.read_text("utf-8")):
            (root / "docs" / name).parent.mkdir(exist_ok=True)
            (root / "docs" / name).write_bytes(b"%PDF-1.7\n")
