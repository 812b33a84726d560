"""Timetables of guided sessions, as docs/js/session lays them out."""

import json
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from develop import node_tools
from tests.conftest import ROOT

DRIVER = "tests/support/print-timetable.js"
SLOWEST_VOICE = 130  # words a minute


@cache
def printed(data: Path, language: str = "en") -> dict[str, Any]:
    """Every timetable of a folder of data, by its place, such as `routines/sciatica#main`."""
    command = node_tools.command(DRIVER, str(data), language)
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    found = map(json.loads, done.stdout.splitlines())
    return {timetable["where"]: timetable for timetable in found}


def cut_off(data: Path) -> list[str]:
    """Everything said that a slow voice would not end in time, with its place."""
    return [
        f"{where}: {said['kind']} {said['seconds']}: {said['text']}"
        for where, timetable in printed(data).items()
        for said in timetable["said"]
        if 60 * len(re.findall(r"[^\s-]+", said["text"])) / SLOWEST_VOICE > said["seconds"]
    ]
