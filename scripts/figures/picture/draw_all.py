"""Draws many figures at once, on two processors."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

import shapely

from figures.picture.drawing import Drawing, draw
from figures.spec.figure_spec import FigureSpec
from stretchbook.problems import Problem

WORKERS = 2
ALONE = 2  # figures; for so few, starting helpers costs more than it saves

Result = tuple[Drawing | None, list[Problem]]


def draw_all(specs: Sequence[FigureSpec]) -> Iterator[Result]:
    """Draw every figure, in parallel; each is given when it is done, in no order."""
    if len(specs) <= ALONE:
        yield from map(drawn_or_told, specs)
        return
    # A fresh process each: forking a process that has threads can hang.
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        for future in as_completed([pool.submit(drawn_or_told, spec) for spec in specs]):
            yield future.result()


def drawn_or_told(spec: FigureSpec) -> Result:
    """One figure drawn; a shape the geometry library cannot handle is that figure's problem."""
    try:
        return draw(spec)
    except shapely.GEOSException as error:
        message = f"cannot be drawn: {str(error).splitlines()[0]}"
        hint = "change the pose or the camera a little, and report this to the project"
        return None, [Problem(path=spec.path, message=message, hint=hint)]
