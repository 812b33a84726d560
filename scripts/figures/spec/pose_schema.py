"""The JSON Schema of figure files, made from the same model that checks them."""

from typing import Any

from pydantic import TypeAdapter

from figures.spec.figure_spec import PhotoSpec, SceneSpec

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """What an editor needs to complete and check a figure file while it is written."""
    both: TypeAdapter[Any] = TypeAdapter(SceneSpec | PhotoSpec)
    made = both.json_schema()
    scene = made["$defs"]["SceneSpec"]
    scene["required"] = [key for key in scene["required"] if key != "id"]  # the file's name
    panel = made["$defs"]["Panel"]
    panel["properties"]["like"] = {
        "type": "integer",
        "minimum": 1,
        "description": "start from an earlier panel's pose, things, camera and style",
    }
    return {"$schema": DIALECT, "title": "A figure of Stretchbook"} | made
