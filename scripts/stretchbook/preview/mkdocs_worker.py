"""A MkDocs that is started once and renders often. A program of its own: no module imports it.

A line on its standard input asks for a build: the folder of the site and whether all of it is to be
made, as JSON. A line on its standard output tells what MkDocs warned of.
"""

import json
import logging
import sys

import mkdocs.commands.build
import mkdocs.config
import mkdocs.exceptions


class Warnings(logging.Handler):
    """Keeps what MkDocs says of the pages of this build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one."""
        self.said.append(record.getMessage())


def build(site: str, *, whole: bool) -> list[str]:
    """Render what has changed, or all; what is wrong with it."""
    warnings = Warnings()
    log = logging.getLogger("mkdocs")
    log.addHandler(warnings)
    try:
        settings = mkdocs.config.load_config("mkdocs.yml", site_dir=site)
        mkdocs.commands.build.build(settings, dirty=not whole)
    except mkdocs.exceptions.MkDocsException as error:
        warnings.said.append(str(error))
    finally:
        log.removeHandler(warnings)
    return [said for said in warnings.said if not said.startswith("A 'dirty' build")]


for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps(build(asked["site"], whole=asked["whole"])), flush=True)
