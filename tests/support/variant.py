"""A clinic's copy of the project: renamed stretch, own numbers, own address; built once for all."""

import fcntl
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.support.project import change, copy_project, run

ADDRESS = "https://example.org/repo/"
OLD, NEW = "bridge", "hip-bridge"
# Everything that Markdown, HTML, templates and JSON give a meaning to.
NAME = """Hip "lift" & <b>bridge</b> *a* [b](c) {{d}} </script>"""
CLINIC = """
report_url: https://example.org/report?page=1&kind=slip
clinic:
  name: Back & Neck <Clinic>
  phone: "020 7946 0000"
  address: 1 Example Street, Example Town
  url: https://example.org
  logo: our-logo.svg
  color: "#7a1f3d"
"""
REDIRECTS = f"""redirects:
  - from: /stretches/{OLD}/
    to: /stretches/{NEW}/
  - from: "/low-back-pain/#{OLD}"
    to: "/low-back-pain/#{NEW}"
"""


def build_once(shared: Path, name: str, build: Callable[[Path], Path]) -> Path:
    """What `build` makes in a folder of this name: whoever comes first builds, the others wait.

    shared: a folder that all test workers have in common.
    """
    folder = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = shared / f"{name}.done"
        if not done.exists():
            done.write_text(str(build(folder)), "utf-8")
        return Path(done.read_text("utf-8"))


def shared_folder(own: Path) -> Path:
    """The folder that all workers of this run share, from the one that is a worker's own."""
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def build_variant(folder: Path) -> Path:
    """The site of the clinic's copy."""
    project = copy_project(folder / "a clinic's copy")
    rename_stretch(project)
    site = project / "content/site.yml"
    change(site, "\nemergency: us\n", "\nemergency: uk\n")
    site.write_text(site.read_text("utf-8") + CLINIC, "utf-8")
    shutil.copy(project / "docs/img/logo.svg", project / "content/our-logo.svg")
    redirects = project / "content/redirects.yml"
    change(redirects, "\nredirects: []", f"\n{REDIRECTS}")
    done = run(project, "scripts/build.py", "publish", environment={"SITE_URL": ADDRESS})
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def rename_stretch(project: Path) -> None:
    """Give a stretch another id and a name that is hard to write; its picture is to come."""
    content = project / "content"
    (content / f"exercises/{OLD}.yml").rename(content / f"exercises/{NEW}.yml")
    for path in (content / f"figures/{OLD}.yml", *(content / "pictures").glob(f"{OLD}*.svg")):
        path.unlink()
    change(content / f"exercises/{NEW}.yml", "\nname: Bridge\n", f"\nname: '{NAME}'\n")
    for folder in ("routines", "plans"):
        for path in (content / folder).glob("*.yml"):
            named = path.read_text("utf-8").replace(f"exercise: {OLD}\n", f"exercise: {NEW}\n")
            path.write_text(named, "utf-8")
    for path in (content / "exercises").glob("*.yml"):
        lines = rf"(?m)^(easier|harder): (.*)\b{OLD}\b"
        text = re.sub(lines, rf"\1: \2{NEW}", path.read_text("utf-8"))
        path.write_text(text, "utf-8")
