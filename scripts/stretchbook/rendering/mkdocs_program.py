"""A MkDocs that renders only what has changed. A program of its own: no module imports it.

A line on its standard input asks for a build: the folder of the site, and whether somebody waits
for it, as JSON. A line on its standard output tells what MkDocs warned of, or the machine refused.

It is MkDocs' own `--dirty` build with another question: not which file is newer, but whether a page
was rendered from the same text by the same settings and templates. What it knows of that stands
beside the site in one file, which is away while it works, so a run that is killed at any moment
leaves nothing that is believed.
"""

import fcntl
import hashlib
import json
import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

import jinja2
import markdown
import mkdocs.commands.build
import mkdocs.config
import mkdocs.exceptions
import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from stretchbook.rendering.quick_markdown import ALONE, QuickMarkdown

LIBRARIES = "mkdocs mkdocs-material Markdown pymdown-extensions Pygments Jinja2 PyYAML"
TEMPLATES = Path(".cache/templates")  # compiled, since that takes as long as twenty pages
PROGRAM = [Path(__file__).with_name(f"{name}.py") for name in ("mkdocs_program", "quick_markdown")]
AS_IT_COMES: Callable[..., Any] = markdown.Markdown
DIRTY = "A 'dirty' build"  # MkDocs' own warning that it goes by times


yaml.SafeLoader = yaml.CSafeLoader  # type: ignore[misc, assignment] # the same in C


class Warnings(logging.Handler):
    """Keeps what MkDocs says of the pages of this build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one."""
        if not record.getMessage().startswith(DIRTY):
            self.said.append(record.getMessage())


class Unchanged(BasePlugin):  # type: ignore[type-arg, no-untyped-call] # it has no settings
    """Lets pages stand that would become the same again; all else in the folder is made anew."""

    def __init__(self, site: Path, *, warm: bool) -> None:
        super().__init__()
        self.record, self.warm = site.with_name(f"{site.name}.json"), warm
        self.now: dict[str, str] = {}
        self.kept: set[str] = set()
        self.naming: set[str] = set()

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> None:
        """Remove what must not stay: MkDocs makes again what is missing."""
        pages = files.documentation_pages()
        self.now = {file.src_uri: _hash(file.content_bytes) for file in pages}
        if self.warm:
            self.now |= {
                one.src_uri: _edition(one) for one in files if not one.is_documentation_page()
            }
        self.naming = {page.file.src_uri for page in nav.pages if page.title is None}
        self.now[""] = _around(config, nav)
        before = self._before() if self.now[""] else {}
        same = before.get("") == self.now[""]
        self.kept = {file.abs_dest_path for file in files if same and self._stays(file, before)}
        self.record.unlink(missing_ok=True)
        for folder, _, names in os.walk(config.site_dir, topdown=False):
            for path in (Path(folder, name) for name in names):
                if str(path) in self.kept:
                    os.utime(path)  # so MkDocs takes it for newer
                else:
                    path.unlink()
            with suppress(OSError):  # it is not empty
                Path(folder).rmdir()

    def _before(self) -> dict[str, str]:
        try:
            found: dict[str, str] = json.loads(self.record.read_bytes())
        except (OSError, ValueError):
            return {}
        return found

    def _stays(self, file: File, before: dict[str, str]) -> bool:
        """A page by its text; other files by their bytes, or by their edition where somebody waits.

        A page that names itself, in the menu of all pages, is read for that.
        """
        uri = file.src_uri
        if uri in self.now:
            return before.get(uri) == self.now[uri] and uri not in self.naming
        kept = Path(file.abs_dest_path)
        return kept.is_file() and kept.read_bytes() == file.content_bytes

    def on_page_read_source(self, /, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """The text of a page that is rendered, and a note of just this text: it may change."""
        data = page.file.content_bytes
        if page.file.abs_dest_path not in self.kept:
            self.now[page.file.src_uri] = _hash(data)
        return data.decode("utf-8-sig")

    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> None:
        """The list of all pages for search engines asks each of them what its head says."""
        TEMPLATES.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = jinja2.FileSystemBytecodeCache(str(TEMPLATES))
        for file in files.documentation_pages():
            if file.page and file.page.markdown is None and config.site_url:
                file.page.read_source(config)

    def keep(self) -> None:
        """Write down what all pages were made of, once they are there and nothing is wrong."""
        self.record.write_text(json.dumps(self.now), "utf-8")


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _edition(file: File) -> str:
    """Another one where a file was written anew, whatever the clock said then."""
    about = Path(str(file.abs_src_path)).stat()
    return f"{about.st_ino} {about.st_size} {about.st_mtime_ns} {about.st_ctime_ns}"


def _around(config: MkDocsConfig, nav: Navigation) -> str:
    """Another one where any page might become another; empty where nobody can say."""
    if not _alone(config):
        return ""
    for page in (page for page in nav.pages if page.title is None):
        page.read_source(config)
    titles = [page.title for page in nav.pages]
    versions = [(name, version(name)) for name in LIBRARIES.split()]
    said = [config.user_configs, titles, versions, *map(Path.read_text, PROGRAM)]
    templates = (path for path in Path(config.theme.dirs[0]).rglob("*") if path.is_file())
    said += [[path.name, _hash(path.read_bytes())] for path in sorted(templates)]
    return _hash(json.dumps(said, sort_keys=True, default=lambda one: one.__qualname__).encode())


def _alone(config: MkDocsConfig) -> bool:
    """Whether a page depends on its own text, and on nothing that others bring along."""
    extensions = {*config.markdown_extensions} - ALONE
    return len(config.plugins) <= 1 and not config.hooks and not extensions


def _parser(config: MkDocsConfig) -> Callable[..., Any]:
    """What MkDocs calls for each page: the same quick parser again, where each is for itself."""
    if not _alone(config):
        return AS_IT_COMES
    parser = QuickMarkdown(
        extensions=config.markdown_extensions, extension_configs=config.mdx_configs
    )
    return lambda **_: parser.reset()


def build(site: str, *, warm: bool) -> list[str]:
    """Render what has changed; what is wrong with it."""
    warnings = Warnings()
    log = logging.getLogger("mkdocs")
    log.addHandler(warnings)
    try:
        settings = mkdocs.config.load_config("mkdocs.yml", site_dir=site)
        unchanged = settings.plugins["unchanged"] = Unchanged(Path(site), warm=warm)
        markdown.Markdown = _parser(settings)
        mkdocs.commands.build.build(settings, dirty=True)
        if warm or not warnings.said:
            unchanged.keep()
    except mkdocs.exceptions.MkDocsException as error:
        warnings.said.append(str(error))
    finally:
        markdown.Markdown = AS_IT_COMES  # the next settings are checked by it
        log.removeHandler(warnings)
    return warnings.said


for line in sys.stdin:
    asked = json.loads(line)
    try:
        lock = Path(f"{asked['site']}.lock")
        lock.parent.mkdir(parents=True, exist_ok=True)
        with lock.open("a") as held:  # one whose parent was killed goes on
            fcntl.flock(held, fcntl.LOCK_EX)
            told: dict[str, object] = {"warnings": build(asked["site"], warm=asked["warm"])}
    except OSError as error:  # such as a full disk
        told = {"refused": [error.errno, error.strerror, error.filename]}
    print(json.dumps(told), flush=True)
