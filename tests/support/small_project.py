"""A small project with a file of every kind: one routine with seven stretches, a plan, a clinic."""

import re
import shutil
from pathlib import Path

from stretchbook import output
from tests.support.content import ROOT, SAMPLE
from tests.support.project import link_packages

ROUTINE = "low-back-pain"
EASIER = "legs-up-groin-stretch", "standing-quad-stretch"  # each names the other
REDIRECTS = """\
redirects:
  - from: /old-routine/
    to: /low-back-pain/
  - from: "/low-back-pain/#old-stretch"
    to: "/low-back-pain/#bridge"
"""
CLINIC = """
report_url: https://example.org/report
clinic:
  name: Example Back Clinic
  phone: "555 0100"
  address: 1 Example Street, Example Town
  url: https://example.org
  logo: our-logo.svg
  color: "#7a1f3d"
"""
PICTURE = """\
alt: A person lies with bent knees and rolls them to one side.
licence: CC BY 4.0
credit: A. Person
"""
PAGE = "# About {name}\n\nWords of the clinic.\n"
PAGES = "about", "authors", "clinicians"


def make_content(content: Path) -> None:
    """Write its content; every part of it is in order and shown somewhere."""
    for name in ("exercises", "routines", "plans", "urgent-signs", "emergency"):
        (content / name).mkdir(parents=True)
    for name in ("plans/first-week.yml", "urgent-signs/back.yml", "emergency/us.yml"):
        shutil.copy(SAMPLE / name, content / name)
    (content / "redirects.yml").write_text(REDIRECTS, "utf-8")
    site = (SAMPLE / "site.yml").read_text("utf-8").partition("# A web page where")[0]
    (content / "site.yml").write_text(site.rstrip() + CLINIC, "utf-8")
    shutil.copy(ROOT / "docs/img/logo.svg", content / "our-logo.svg")
    _write_routine(content)
    _write_vocabulary(content)
    _write_pictures(content)
    (content / "pages").mkdir()
    for name in PAGES:
        (content / f"pages/{name}.md").write_text(PAGE.format(name=name), "utf-8")


def _write_routine(content: Path) -> None:
    text = (SAMPLE / f"routines/{ROUTINE}.yml").read_text("utf-8")
    text = re.sub(r"(?m)^related:\n(  .*\n)+", "", text)
    text = text.replace("    routine: daily-warm-up\n", "")
    last = "      - exercise: prone-elbow-prop\n"
    text = text.replace(last, last + "".join(f"      - exercise: {name}\n" for name in EASIER))
    (content / f"routines/{ROUTINE}.yml").write_text(text, "utf-8")
    for name in re.findall(r"exercise: ([a-z-]+)", text):
        shutil.copy(SAMPLE / f"exercises/{name}.yml", content / "exercises")


def _write_vocabulary(content: Path) -> None:
    """The words that a stretch uses, and the conditions."""
    files = (content / "exercises").iterdir()
    lists = (
        re.findall(r"(?m)^(?:\w*equipment|areas): (.*)", path.read_text("utf-8")) for path in files
    )
    used = {*re.findall("[a-z-]+", str([*lists])), "bed"}
    words, conditions, rest = (
        (SAMPLE / "vocabulary.yml").read_text("utf-8").partition("conditions:")
    )
    kept = re.sub(
        r"(?m)^  ([a-z-]+):\n(?:    .*\n)+", lambda one: one[0] if one[1] in used else "", words
    )
    (content / "vocabulary.yml").write_text(kept + conditions + rest, "utf-8")


def _write_pictures(content: Path) -> None:
    """One that is drawn from a pose, and one that somebody has brought."""
    (content / "figures").mkdir()
    (content / "pictures").mkdir()
    shutil.copy(ROOT / "content/figures/bridge.yml", content / "figures")
    for path in (ROOT / "content/pictures").glob("bridge*.svg"):
        shutil.copy(path, content / "pictures")
    brought = (ROOT / "content/pictures/knee-rolls.svg").read_text("utf-8")
    brought = re.sub(' data-pose="[^"]*"', "", brought, count=1)
    (content / "pictures/knee-rolls.svg").write_text(brought, "utf-8")
    (content / "pictures/knee-rolls.yml").write_text(PICTURE, "utf-8")


def make_project(root: Path) -> Path:
    """All of it, with a program of its own, ready to be built; nothing is generated yet."""
    for name in ("docs", "overrides", "scripts"):
        ignore = shutil.ignore_patterns("__pycache__", "*.half-written")
        shutil.copytree(ROOT / name, root / name, ignore=ignore)
    shutil.copy(ROOT / "mkdocs.yml", root)
    link_packages(root)
    output.clean(root)
    make_content(root / "content")
    return root


def keep_two_stretches(content: Path) -> None:
    """The least that makes a site with a file of every kind: for tests that build it often."""
    routine = content / f"routines/{ROUTINE}.yml"
    text = routine.read_text("utf-8")
    routine.write_text(re.sub(r"      - exercise: (?!bridge|knee-rolls).*\n", "", text), "utf-8")
    for path in (content / "exercises").iterdir():
        if path.stem not in {"bridge", "knee-rolls"}:
            path.unlink()
    shutil.rmtree(content / "plans")
