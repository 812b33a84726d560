"""What others wrote and our pages use, from npm packages into docs/js/vendor/.

package-lock.json pins them by hash and scripts/set-up.sh installs them; they are copied as they
are, with their licence in front, so that no page ever asks another host.
"""

from importlib.resources import files
from pathlib import Path
from typing import Final

from stretchbook.graphics.fonts import PACKAGES

FOLDER = "docs/js/vendor"

MODULES: Final = {
    "js-yaml.js": "js-yaml/dist/browser/js-yaml.esm.min.mjs",
    "lean-qr.js": "lean-qr/index.mjs",
    "stemmer.js": "stemmer/index.js",
    "stemmer-es.js": "@orama/stemmers/dist/es.js",
}
"""The file in docs/js/vendor, and the module of a package that becomes it."""


FONTS: Final = ("SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf", "LICENSE.txt")
"""Files of the package font_source_sans_pro: handouts are set in it, and so is chosen print."""


def files_of(packages: Path = PACKAGES) -> dict[str, bytes]:
    """Path relative to the project, and content, of every library."""
    modules = {f"{FOLDER}/{name}": _copy(packages / module) for name, module in MODULES.items()}
    fonts = files("font_source_sans_pro") / "files"
    return modules | {f"docs/fonts/{name}": (fonts / name).read_bytes() for name in FONTS}


def _licence(module: Path) -> Path:
    """The licence of the package: beside the module, or above it."""
    texts = (path for folder in module.parents for path in sorted(folder.iterdir()))
    return next(path for path in texts if path.stem.lower() == "license")


def _copy(module: Path) -> bytes:
    """The module with its licence; our checkers leave it alone."""
    licence = _licence(module).read_text("utf-8").strip().replace("*/", "* /")
    return b"// @ts-nocheck\n/*!\n" + licence.encode() + b"\n*/\n" + module.read_bytes()
