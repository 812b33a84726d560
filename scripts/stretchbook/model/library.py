"""All the content together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, TypeVar

from stretchbook.model.dose import Dose
from stretchbook.model.exercise import Exercise, Reference
from stretchbook.model.fields import text_fields
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


# Names, and words that only a search sees: a reader may type them in either way
KEPT = frozenset(
    {"clinic", "review", "credit", "video", "made_by", "source", "also", "search_words"}
)
PUBLISHED = {Reference: "title", UrgentSigns: "sources"}


def _changed(value: Any, change: Callable[[str], str], *, is_text: bool = False) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return change(value) if is_text else value
    if isinstance(value, tuple):
        return tuple(_changed(part, change, is_text=is_text) for part in value)
    if isinstance(value, dict):
        return {key: _changed(part, change, is_text=is_text) for key, part in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    kept, texts = {*KEPT, PUBLISHED.get(type(value), "")}, text_fields(type(value))
    parts = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in kept}
    new = {name: _changed(part, change, is_text=name in texts) for name, part in parts.items()}
    different = {name: part for name, part in new.items() if part != parts[name]}
    return replace(value, **different) if different else value


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

    def with_texts(self, change: Callable[[str], str]) -> "Library":
        """The same with every text changed, but for names of people and of what they published."""

        def changed(items: Mapping[str, Any]) -> dict[str, Any]:
            return {name: _changed(item, change) for name, item in items.items()}

        return replace(
            self,
            site=_changed(self.site, change),
            vocabulary=_changed(self.vocabulary, change),
            urgent_signs=changed(self.urgent_signs),
            exercises=changed(self.exercises),
            routines=changed(self.routines),
            plans=changed(self.plans),
            figures={
                name: replace(figure, description=change(figure.description))
                for name, figure in self.figures.items()
            },
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
