"""The JSON Schema of figure files, made from the same model that checks them."""

from typing import Any

from pydantic import TypeAdapter

from figures.spec.figure_spec import SceneSpec

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """What an editor needs to complete and check a pose file while it is written."""
    made = TypeAdapter(SceneSpec).json_schema()
    made["required"].remove("id")  # the file's name
    made["$defs"]["Panel"]["properties"]["like"] = {
        "type": "integer",
        "minimum": 1,
        "description": "start from an earlier panel's pose, things, camera and style",
    }
    return {"$schema": DIALECT} | made
