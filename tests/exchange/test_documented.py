"""What content/README.md says of bringing and taking away is so."""

import re
from pathlib import Path

from exchange.columns import COLUMNS, read_map
from exchange.export_command import files_of
from exchange.records import Word
from tests.conftest import ROOT
from tests.support.content import sample_library

TEXT = (ROOT / "content/README.md").read_text("utf-8")
BRING, _, TAKE = TEXT.partition("## Bring what you have\n")[2].partition("## Take it away\n")


def first_words(text: str) -> set[str]:
    """What stands in the first column of its tables, as code or plain."""
    cells = re.findall(r"^\| ([^|]*) \|", text, re.MULTILINE)
    return {word.strip("`") for cell in cells for word in cell.split(", ")}


def test_every_column_and_every_word_of_the_report_is_explained() -> None:
    words = first_words(BRING)
    assert set(COLUMNS) - words == {"id"}, "the id stands beside the name"
    assert set(Word) <= words


def test_the_map_that_is_shown_can_be_read(tmp_path: Path) -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", BRING, re.DOTALL)
    (tmp_path / "columns.yml").write_text(block, "utf-8")
    shown = read_map(tmp_path / "columns.yml")
    assert shown.field_of("Übung") == "name"
    assert shown.every_row["position"] == "standing"


def test_every_file_of_an_export_is_named() -> None:
    made = {name.partition("/")[0] for name, _ in files_of(sample_library(), "")}
    named = {word.rstrip("/") for word in first_words(TAKE.partition("\n## ")[0])}
    assert made <= named
