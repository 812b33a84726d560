"""data/session.json: what docs/js/session and docs/js/diary say, fetched when a reader starts."""

import json
from dataclasses import asdict

from stretchbook.views.session import SessionData

FILE = "docs/data/session.json"


def write_session_data(data: SessionData) -> bytes:
    """The words and the times."""
    return (json.dumps(asdict(data), ensure_ascii=False, separators=(",", ":")) + "\n").encode()
