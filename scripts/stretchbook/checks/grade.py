"""The reading grade of a stretch or routine."""

from collections.abc import Iterator

from stretchbook.checks import reading_level, walk
from stretchbook.keeping import remembered
from stretchbook.model import Exercise, Library, Routine
from stretchbook.problems import Finding

GRADE_WANTED = 6.0  # school grade; health leaflets aim at 6 or lower
GRADE_ALLOWED = 8.0


def too_hard(library: Library, *, above: float, up_to: float) -> Iterator[Finding]:
    """A finding for every item whose school grade lies between the two."""
    for item in walk.items(library):
        grade = _grade(item)
        if above < grade <= up_to:
            pairs = walk.texts_of(item)
            keys, hardest = max(pairs, key=lambda pair: reading_level.grade([pair[1]]))
            message = f"reads at school grade {grade:.1f}, wanted is {GRADE_WANTED:.0f} or lower"
            hint = f'use shorter sentences and words; the hardest is "{hardest[:60]}"'
            yield Finding(path=walk.file_of(item), keys=keys, message=message, hint=hint)


@remembered
def _grade(item: Exercise | Routine) -> float:
    return reading_level.grade(text for _, text in walk.texts_of(item))
