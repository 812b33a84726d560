"""All the content together."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeVar

from stretchbook.model.dose import Dose
from stretchbook.model.exercise import Exercise
from stretchbook.model.figure import Figure
from stretchbook.model.plan import Plan
from stretchbook.model.routine import Routine, Section, Step
from stretchbook.model.site import EmergencyService, Redirect, Site, UrgentSigns, Vocabulary
from stretchbook.model.wording import NEVER_SHOWN, Keys, changed

Item = TypeVar("Item", Exercise, Routine, Plan)


def _finished(items: Mapping[str, Item]) -> dict[str, Item]:
    return {name: item for name, item in items.items() if not item.draft}


def _leading_to(routines: Collection[str], routine: Routine) -> Routine:
    """The same routine; its advice stays where the routine that it names is not there."""
    fields = ("how_often", "when_to_stop", "afterwards", "evidence")
    if all(name in routines for name in routine.leads_to):
        return routine
    advice: dict[str, Any] = {
        field: tuple(
            one if one.routine in (None, *routines) else replace(one, routine=None)
            for one in getattr(routine, field)
        )
        for field in fields
    }
    related = tuple(one for one in routine.related if one.routine in routines)
    return replace(routine, related=related, **advice)


def _marked(items: Mapping[str, Item], field: str, mark: Callable[[str], str]) -> dict[str, Item]:
    drafts = {name: item for name, item in items.items() if item.draft}
    changes: dict[str, dict[str, Any]] = {
        name: {field: mark(getattr(item, field))} for name, item in drafts.items()
    }
    return {**items, **{name: replace(drafts[name], **changes[name]) for name in drafts}}


def texts_changed(path: str, part: Any, change: Callable[[str, Keys, str], str]) -> Any:  # noqa: ANN401 - any part of the model
    """What one file holds with every text changed, but for names of people and what they published.

    change: is told the file as well, the place in it, and the text.
    """
    if isinstance(part, Figure):
        said = change(path, ("description",), part.description)
        return part if said == part.description else replace(part, description=said)
    return changed(part, partial(change, path))


def shown_texts_changed(part: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - as above
    """The same with every text changed that is shown somewhere."""
    return texts_changed(
        "", part, lambda _, keys, text: text if NEVER_SHOWN & {*keys} else change(text)
    )


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
        return self.only(_finished(self.exercises), _finished(self.routines), _finished(self.plans))

    def only(
        self, exercises: Collection[str], routines: Collection[str], plans: Collection[str]
    ) -> "Library":
        """The same with no other stretches, routines and plans than these, and no way to others."""

        def leading(item: Exercise) -> Exercise:
            ways = (item.easier, item.harder)
            easier, harder = (tuple(name for name in names if name in exercises) for names in ways)
            return replace(item, easier=easier, harder=harder) if (easier, harder) != ways else item

        return replace(
            self,
            exercises={
                name: leading(item) for name, item in self.exercises.items() if name in exercises
            },
            routines={
                name: _leading_to(routines, item)
                for name, item in self.routines.items()
                if name in routines
            },
            plans={name: item for name, item in self.plans.items() if name in plans},
        )

    def around(self) -> "Library":
        """All but the stretches, their pictures, the routines, the plans and old addresses."""
        return replace(self, exercises={}, routines={}, plans={}, figures={}, redirects=())

    def holding(
        self,
        exercises: Iterable[Exercise],
        routines: Iterable[Routine] = (),
        figures: Iterable[Figure | None] = (),
    ) -> "Library":
        """The same with these, and no others; a way to one that is not there fails."""
        return replace(
            self,
            exercises={one.id: one for one in exercises},
            routines={one.id: one for one in routines},
            figures={one.id: one for one in figures if one},
        )

    def with_drafts_marked(self, mark: Callable[[str], str]) -> "Library":
        """The same, and the name of each draft says on every surface that it is one."""
        return replace(
            self,
            exercises=_marked(self.exercises, "name", mark),
            routines=_marked(self.routines, "name", mark),
            plans=_marked(self.plans, "title", mark),
        )

    def with_parts(self, change: Callable[[str, Any], Any]) -> "Library":
        """The same with what each file holds changed.

        change: is told the file below content/, without its ending, and what it holds.
        """

        def all_of(folder: str, items: Mapping[str, Any]) -> dict[str, Any]:
            return {name: change(f"{folder}/{name}", item) for name, item in items.items()}

        return replace(
            self,
            site=change("site", self.site),
            vocabulary=change("vocabulary", self.vocabulary),
            emergency=all_of("emergency", self.emergency),
            urgent_signs=all_of("urgent-signs", self.urgent_signs),
            exercises=all_of("exercises", self.exercises),
            routines=all_of("routines", self.routines),
            plans=all_of("plans", self.plans),
            figures=all_of("pictures", self.figures),
        )

    def routines_in_order(self) -> list[Routine]:
        """Routines as the menu lists them."""
        return sorted(self.routines.values(), key=lambda r: (r.place_in_menu, r.id))

    def dose_of(self, step: Step) -> Dose:
        """The routine's own dose, or else that of the stretch."""
        return step.dose or self.exercises[step.exercise].dose

    def seconds_of(self, section: Section) -> float:
        """How long its timed doses take together, without changing position."""
        return sum(self.dose_of(step).total_seconds for step in section.steps)
