"""Draws pelvis, legs and feet."""

from shapely.geometry.base import BaseGeometry

from figures.body.ellipsoids import Volume, row
from figures.body.geometry import vector
from figures.body.hands_and_feet import toe_lines
from figures.body.skeleton import SIDES, cm
from figures.layers.layer import Body, Layer, Paint
from figures.outline.camera import mean_depth
from figures.outline.path_data import line_of
from figures.outline.shapes import (
    EMPTY,
    capsule,
    closed,
    disc,
    edge,
    lines,
    opened,
    steady,
    union,
)

HEM = 0.60  # leggings end here on the shank, so that the bare foot tells left from right
PELVIS_CLOSE = 6.0  # cm
LEG_CLOSE = 2.2
BOTH_CLOSE = 0.45  # more would fuse the legs into a skirt in a view from the side
LONGEST_LOST = 7.0  # cm; a shorter overlap line of the legs is a stray tick


def leg_layers(body: Body) -> list[Layer]:
    """Feet, legs that are painted on their own, and the pelvis with the others."""
    return _Legs(body).layers()


class _Legs:
    def __init__(self, body: Body) -> None:
        self.body = body
        self.pelvis = Layer("pelvis", "body")
        self.hips = self._hips()
        self.merged: BaseGeometry = self.hips
        self.so_far: BaseGeometry = EMPTY
        self.found: list[Layer] = []

    def layers(self) -> list[Layer]:
        body = self.body
        parts = body.parts
        self.pelvis.volume = row([parts["pelvis"], parts["gluteL"], parts["gluteR"]])
        farthest_first = sorted(
            SIDES,
            key=lambda side: round(
                mean_depth(body.camera, [parts["thigh" + side], parts["shank" + side]]), 5
            ),
        )
        for side in farthest_first:
            self._one(side)
        self.pelvis.paints.append(Paint(closed(self.merged, BOTH_CLOSE), "p"))
        if body.style.folds:
            self.pelvis.creases += self._folds()
        return [*self.found, self.pelvis]

    def _hips(self) -> BaseGeometry:
        body, parts = self.body, self.body.parts
        shapes = [body.outline("pelvis", "gluteL", "gluteR")]
        for side in SIDES:
            thigh = parts["thigh" + side]
            shapes.append(body.camera.outline(row([parts["glute" + side], thigh[:1]])))
            shapes.append(body.camera.outline(row([parts["pelvis"][:1], thigh[1:2]])))
        return closed(union(shapes), PELVIS_CLOSE)

    def _one(self, side: str) -> None:
        body, parts = self.body, self.body.parts
        shank = parts["shank" + side]
        hem = round(len(shank) * HEM)
        covered, bare = shank[: hem + 1], shank[hem - 1 :]
        calf = body.camera.outline(covered)
        leg = closed(union([body.outline("thigh" + side, "knee" + side), calf]), LEG_CLOSE)
        foot = self._foot(side, bare)
        self.found.append(foot)
        crease = self._knee_crease(side, covered, calf)
        if not foot.shape.is_empty:  # the trousers draw their own hem
            crease = crease.difference(body.camera.outline(covered[-1:]).buffer(1.2))
        volume = row([parts["thigh" + side], covered])
        if body.far_leg(side) or body.style.separate_legs:
            self.found.append(self._apart(side, leg, calf, crease, volume))
        else:
            self._joined(side, leg, crease, volume)

    def _foot(self, side: str, bare: Volume) -> Layer:
        body, parts = self.body, self.body.parts
        toes = parts["toes" + side]
        shapes = [body.camera.outline(bare), body.outline("foot" + side)]
        shapes += [body.camera.outline(toes[at : at + 2]) for at in range(0, 10, 2)]
        shapes.append(body.outline("ank" + side, "heel" + side))
        outline = opened(closed(union(shapes), 0.22 if body.style.toes else 1.6), 0.2)
        layer = Layer("foot" + side, "foot", bias=-1.2)
        layer.paints.append(Paint(outline, "kf" if body.far_leg(side) else "k"))
        layer.volume = row([bare[1:], parts["foot" + side].denser(), parts["ank" + side].denser()])
        if body.style.toes and body.camera.faces(body.bones.frames["foot" + side][:, 1]) > 0.3:  # noqa: PLR2004
            toe_places = toe_lines(body.bones, side)
            layer.creases += [
                line_of([body.camera.flat(place) for place in places]) for places in toe_places
            ]
        return layer

    def _knee_crease(self, side: str, covered: Volume, calf: BaseGeometry) -> BaseGeometry:
        """The edge of whichever of thigh and calf lies in front, where they overlap."""
        body = self.body
        thigh = body.outline("thigh" + side)
        knee = disc(body.joint("knee" + side), cm(0.055))
        thigh_near = mean_depth(body.camera, [body.parts["thigh" + side][6:]])
        if thigh_near - mean_depth(body.camera, [covered]) > 2.5:  # noqa: PLR2004
            hip = disc(body.joint("hip" + side), cm(0.075))
            return edge(thigh).intersection(calf.buffer(-0.5)).difference(union([knee, hip]))
        own = body.far_leg(side) or body.style.separate_legs
        under = thigh if own else union([thigh, self.hips])
        return edge(calf).intersection(under.buffer(-0.5)).difference(knee)

    def _apart(
        self, side: str, leg: BaseGeometry, calf: BaseGeometry, crease: BaseGeometry, volume: Volume
    ) -> Layer:
        far = self.body.far_leg(side)
        layer = Layer("leg" + side, "body", volume=volume, creases=[crease])
        layer.paints.append(Paint(leg, "pf" if far else "p"))
        if not far:
            layer.patch = Paint(self._hip_seam(side, leg, calf), "p n")
        return layer

    def _hip_seam(self, side: str, leg: BaseGeometry, calf: BaseGeometry) -> BaseGeometry:
        """A patch over the near leg's outline at the hip, where cloth has no seam."""
        body = self.body
        hip, knee, middle = (body.joint(name) for name in ("hip" + side, "knee" + side, "hips"))
        glute = body.camera.flat(body.parts["glute" + side].centres[0])
        around = capsule([hip, glute, middle, hip + (hip - knee) * 0.12], cm(0.058))
        zone = around.convex_hull
        inside = union([self.hips, leg]).buffer(-0.55).intersection(zone)
        seam = inside.intersection(edge(leg).buffer(0.8)).difference(calf.buffer(0.7))
        return steady(seam)

    def _joined(self, side: str, leg: BaseGeometry, crease: BaseGeometry, volume: Volume) -> None:
        if self.pelvis.volume is not None:
            self.pelvis.volume = row([self.pelvis.volume, volume])
        if not self.so_far.is_empty:
            # The nearer leg's edge shows wherever it crosses the other leg.
            hip = disc(self.body.joint("hip" + side), cm(0.075))
            lap = edge(leg).intersection(self.so_far.buffer(0.15))
            lap = lap.difference(self.hips.buffer(-1.5)).difference(hip)
            self.pelvis.creases += [line for line in lines(lap) if line.length > LONGEST_LOST]
        self.pelvis.creases.append(crease)
        self.so_far = union([self.so_far, leg])
        self.merged = union([self.merged, leg])

    def _folds(self) -> list[BaseGeometry]:
        """The cleft and the folds below the buttocks, where the back is seen."""
        body = self.body
        pelvis, hips = body.bones.frames["pelvis"], body.bones.joints["hips"]
        if body.camera.faces(-pelvis[:, 2]) <= 0.35:  # noqa: PLR2004 - too oblique to be seen
            return []
        cleft = [(0.0, -0.052 + 0.0124 * step, -0.07) for step in range(6)]
        drawn = [cleft]
        for sign in (1, -1):
            across = [0.014 + 0.00725 * step for step in range(9)]
            arc = [(sign * x, -0.060 + 0.010 * ((x - 0.042) / 0.030) ** 2, -0.060) for x in across]
            drawn.append(arc)
        return [
            line_of([body.camera.flat(hips + pelvis @ (vector(place) * cm(1))) for place in places])
            for places in drawn
        ]
