"""What a finished drawing shows to be wrong: reach, floor, joints, ink, size."""

from collections.abc import Iterator, Mapping, Sequence

from figures.body.geometry import angle_between
from figures.body.skeleton import SIDES, Skeleton
from figures.body.volumes import body_volumes
from figures.layers.palette import UNIT
from figures.outline.path_data import ends
from figures.picture.layout import Placed, main_panels
from figures.spec.figure_spec import FigureSpec
from stretchbook.problems import Problem, Severity

SINKING = 1.6  # cm under the floor; flesh that gives way may be that deep
BENDS = (
    ("knee", "thigh", "shank", 161.0),
    ("ankle", "shank", "foot", 80.0),
    ("elbow", "uarm", "farm", 156.0),
)
ONE_SCENE, TWO_SCENES = 8192, 10240  # bytes
LIMB_OF = {
    **dict.fromkeys(("foot", "toes", "ank", "heel"), "foot"),
    **dict.fromkeys(("palm", "fing", "thumb"), "hand"),
    "shank": "lower leg",
    "thigh": "thigh",
    "uarm": "upper arm",
    "farm": "forearm",
    "shirt": "chest",
    "pelvis": "pelvis",
    "head": "head",
}


def inspect(spec: FigureSpec, placed: Sequence[Placed], svg: str) -> list[Problem]:
    """All problems of one drawn figure, with the lines of its file."""
    found: list[Problem] = []
    for number, one in enumerate(placed):
        panel = f"panels[{number + 1}]"
        bones = one.scene.bones
        for field, message in one.scene.complaints:
            cure = "move the target nearer, or move the body with `ground: at`"
            found.append(_problem(spec, f"{panel}.pose.{field}", message, cure))
        for message in _bent_too_far(bones):
            cure = "move the hand or foot, or turn `knee_to`, `elbow_to` or `foot_dir`"
            found.append(_problem(spec, f"{panel}.pose", message, cure))
        for message in _under_floor(bones, one.panel.floor):
            cure = "raise the target, or let the body rest on that part with `ground: by`"
            found.append(_problem(spec, f"{panel}.pose", message, cure))
    found += _ink_outside(spec, svg)
    found += _too_large(spec, placed, svg)
    return found


def _problem(
    spec: FigureSpec, field: str, message: str, hint: str, severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(
        path=spec.path,
        line=line_of(spec.lines, field),
        field=field,
        message=message,
        hint=hint,
        severity=severity,
    )


def line_of(lines: Mapping[str, int], field: str) -> int:
    """The line of a field, or of the nearest field around it; 0 where none is known."""
    while field:
        if field in lines:
            return lines[field]
        field = field.rpartition(".")[0] if "." in field else ""
    return 0


def _bent_too_far(bones: Skeleton) -> Iterator[str]:
    for joint, upper, lower, limit in BENDS:
        for side in SIDES:
            first, second = bones.frames[upper + side], bones.frames[lower + side]
            angle = angle_between(first[:, 1], second[:, 1])
            if angle > limit:
                yield f"{joint} {side} is bent {angle:.0f} degrees, allowed are {limit:.0f}"


def _under_floor(bones: Skeleton, floor: float) -> Iterator[str]:
    """Each limb once, by its deepest part."""
    deepest: dict[str, float] = {}
    for name, volume in body_volumes(bones).items():
        stem, side = (name[:-1], f" {name[-1]}") if name[-1] in SIDES else (name, "")
        if stem in LIMB_OF:
            limb = LIMB_OF[stem] + side
            deepest[limb] = max(deepest.get(limb, 0.0), floor - volume.lowest())
    for limb, depth in sorted(deepest.items()):
        if depth > SINKING:
            yield f"{limb} is {depth:.1f} cm under the floor"


def _ink_outside(spec: FigureSpec, svg: str) -> list[Problem]:
    """Ends of strokes beyond the picture's edge; one message says how far and where."""
    width, height = 1000.0, spec.scene.height
    worst, where = 0.0, ""
    for data in _paths(svg):
        for x, y in ends(data):
            over = {
                "left": -x / UNIT,
                "right": x / UNIT - width,
                "top": -y / UNIT,
                "bottom": y / UNIT - height,
            }
            edge, far = max(over.items(), key=lambda item: item[1])
            if far > worst:
                worst, where = far, edge
    if worst <= 3:  # noqa: PLR2004 - units; a rounded curve may end there
        return []
    message = f"ink is {worst:.0f} units outside the picture at the {where}"
    return [_problem(spec, "panels", message, "make the panel's `box` smaller, or move the arrow")]


def _paths(svg: str) -> Iterator[str]:
    """The path data outside inset windows, which cut their own."""
    for part in svg.split("</g>"):
        outside = part.split("<g clip-path")[0]
        for piece in outside.split(' d="')[1:]:
            yield piece.partition('"')[0]


def allowed_bytes(placed: Sequence[Placed]) -> int:
    """How large a still picture's file may be: insets are no scenes of their own."""
    scenes = main_panels([one.panel for one in placed])
    return ONE_SCENE if len(scenes) == 1 else TWO_SCENES


def _too_large(spec: FigureSpec, placed: Sequence[Placed], svg: str) -> list[Problem]:
    allowed = allowed_bytes(placed)
    size = len(svg.encode())
    if size <= allowed:
        return []
    message = f"the picture is {size:,} bytes, allowed are {allowed:,}"
    hint = "leave out a thing, or draw the shade away with `style: {shade: false}`"
    return [_problem(spec, "", message, hint, Severity.WARNING)]
