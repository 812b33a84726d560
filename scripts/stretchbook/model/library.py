"""All the content together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from stretchbook.model.dose import Dose
from stretchbook.model.exercise import Exercise
from stretchbook.model.figure import Figure
from stretchbook.model.plan import Plan
from stretchbook.model.routine import Routine, Section, Step
from stretchbook.model.site import EmergencyService, Redirect, Site, UrgentSigns, Vocabulary

Item = TypeVar("Item", Exercise, Routine, Plan)


def _finished(items: Mapping[str, Item]) -> dict[str, Item]:
    return {name: item for name, item in items.items() if not item.draft}


def _marked(items: Mapping[str, Item], field: str, mark: Callable[[str], str]) -> dict[str, Item]:
    drafts = {name: item for name, item in items.items() if item.draft}
    changes: dict[str, dict[str, Any]] = {
        name: {field: mark(getattr(item, field))} for name, item in drafts.items()
    }
    return {**items, **{name: replace(drafts[name], **changes[name]) for name in drafts}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything in content/, each mapping in the order of its ids.

    A library that passed the checks has no reference that leads nowhere.
    """

    site: Site
    vocabulary: Vocabulary
    emergency: Mapping[str, EmergencyService]
    urgent_signs: Mapping[str, UrgentSigns]
    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    redirects: tuple[Redirect, ...]
    plans: Mapping[str, Plan] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)

    def published(self) -> "Library":
        """The same without drafts, and without ways to them."""
        return replace(
            self,
            exercises={
                name: replace(
                    item, easier=self._shown(item.easier), harder=self._shown(item.harder)
                )
                for name, item in _finished(self.exercises).items()
            },
            routines=_finished(self.routines),
            plans=_finished(self.plans),
        )

    def _shown(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if not self.exercises[name].draft)

    def with_drafts_marked(self, mark: Callable[[str], str]) -> "Library":
        """The same, and the name of each draft says on every surface that it is one."""
        return replace(
            self,
            exercises=_marked(self.exercises, "name", mark),
            routines=_marked(self.routines, "name", mark),
            plans=_marked(self.plans, "title", mark),
        )

    def routines_in_order(self) -> list[Routine]:
        """Routines as the menu lists them."""
        return sorted(self.routines.values(), key=lambda r: (r.place_in_menu, r.id))

    def dose_of(self, step: Step) -> Dose:
        """The routine's own dose, or else that of the stretch."""
        return step.dose or self.exercises[step.exercise].dose

    def seconds_of(self, section: Section) -> int:
        """How long its doses take together, without changing position."""
        return sum(self.dose_of(step).total_seconds for step in section.steps)
