"""Reads pose files: the only code that sees raw YAML values."""

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from figures.known_names import Keys, Named, names_in
from figures.spec.figure_spec import FigureSpec, SceneSpec
from figures.spec.mistakes import explain
from stretchbook.problems import Problem
from stretchbook.reading.yaml_source import Source, field_name, read

SCENE = TypeAdapter(SceneSpec)


def load_figure(path: Path, shown: str) -> tuple[FigureSpec | None, list[Problem]]:
    """One figure, or all that is wrong with its file."""
    source, problems = read(path, shown)
    if source is None:
        return None, problems
    if not isinstance(source.value, dict):
        message = "is not a mapping of fields to values"
        return None, [Problem(path=shown, line=1, message=message, hint="start with `title:`")]
    return _load_scene(path, source)


def _load_scene(path: Path, source: Source) -> tuple[FigureSpec | None, list[Problem]]:
    value = {"id": path.stem, **source.value}
    value, problems = _with_likes(value, source)
    if problems:
        return None, problems
    try:
        scene = SCENE.validate_python(value)
    except ValidationError as error:
        return None, list(_explain(error, source))
    unknown = list(_unknown_names(scene, source))
    if scene.id != path.stem:
        message = f"is not the file's name, found `{scene.id}`, expected `{path.stem}`"
        unknown.append(_problem(source, ("id",), message, "leave `id` out, or rename the file"))
    if unknown:
        return None, unknown
    return FigureSpec(id=path.stem, path=source.path, scene=scene, lines=_lines(source)), []


def _with_likes(value: dict[str, Any], source: Source) -> tuple[dict[str, Any], list[Problem]]:
    """`like: 1` in a panel: it starts from panel 1's pose, things, camera and style."""
    panels = value.get("panels")
    if not isinstance(panels, list):
        return value, []
    full: list[Any] = []
    problems: list[Problem] = []
    for index, panel in enumerate(panels):
        if not isinstance(panel, dict) or "like" not in panel:
            full.append(panel)
            continue
        wanted = panel["like"]
        if not isinstance(wanted, int) or not 1 <= wanted <= index:
            keys: Keys = ("panels", index, "like")
            message = f"names no earlier panel, found {wanted}, allowed are 1 to {index}"
            problems.append(_problem(source, keys, message, "panels are counted from 1"))
            continue
        full.append(_like(full[wanted - 1], panel))
    return {**value, "panels": full}, problems


def _like(base: Any, panel: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - raw YAML
    shared = {key: base[key] for key in ("pose", "props", "view", "style") if key in base}
    own = {key: item for key, item in panel.items() if key != "like"}
    pose = own.get("pose")
    if isinstance(pose, dict) and isinstance(shared.get("pose"), dict):
        own["pose"] = {**shared["pose"], **pose}
    return {**shared, **own}


def _problem(source: Source, keys: Sequence[str | int], message: str, hint: str) -> Problem:
    line, field = source.line_of(keys), field_name(keys)
    return Problem(path=source.path, line=line, field=field, message=message, hint=hint)


def _lines(source: Source) -> dict[str, int]:
    """The line of every field down to a limb's target, for problems that only drawing finds."""
    return {field_name(keys): source.line_of(keys) for keys in _keys(source.value, ())}


def _keys(value: Any, keys: Keys) -> Iterator[Keys]:  # noqa: ANN401 - raw YAML
    items: Any = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list) and len(keys) == 1:
        items = enumerate(value)
    for key, item in items:
        yield (*keys, key)
        yield from _keys(item, (*keys, key))


def _explain(error: ValidationError, source: Source) -> Iterator[Problem]:
    for each in error.errors(include_url=False):
        keys = tuple(each["loc"])
        message, hint = explain(each, keys, SCENE)
        yield _problem(source, keys, message, hint)


def _unknown_names(scene: SceneSpec, source: Source) -> Iterator[Problem]:
    """Joints, anchors, parts and layers that nothing has."""
    for each in names_in(scene):
        if each.name not in each.known:
            yield _unknown_name(source, each)


def _unknown_name(source: Source, named: Named) -> Problem:
    near = difflib.get_close_matches(named.name, sorted(named.known), 1)
    hint = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(sorted(named.known))}"
    message = f"names an unknown {named.what}, found `{named.name}`"
    return _problem(source, named.keys, message, hint)
