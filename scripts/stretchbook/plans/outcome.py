"""What reading a link gives: as much of the plan as can be read, and what is wrong."""

from dataclasses import dataclass, field, replace
from typing import Any, Final

from stretchbook.model import Plan
from stretchbook.plans.texts import clean

LONGEST_QUOTE: Final = 40
MOST_PROBLEMS: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingProblem:
    """What is wrong with a link: a word of docs/plan-format.md.

    found: the part of the link that is meant; may be empty.
    step: the stretch that is meant, counted from 0; None where it is not about one.
    """

    code: str
    found: str = ""
    step: int | None = None


@dataclass(slots=True)
class Reading:
    """As much of a plan as can be read, and what is wrong with its link.

    dated: when it was made and until when and on which days it holds, before it is known whether
    these agree.
    """

    plan: Plan = field(
        default_factory=lambda: Plan(id="", title="", about="", made_by="", steps=())
    )
    problems: list[ReadingProblem] = field(default_factory=list)
    dated: dict[str, Any] = field(default_factory=dict)

    def note(self, code: str, found: str = "", step: int | None = None) -> None:
        """Add a problem, unless there are very many already."""
        if len(self.problems) < MOST_PROBLEMS:
            found = clean(found, LONGEST_QUOTE)
            self.problems.append(ReadingProblem(code=code, found=found, step=step))

    def change(self, **values: Any) -> None:  # noqa: ANN401 - fields of the plan
        """Set fields of the plan."""
        self.plan = replace(self.plan, **values)
