"""All the content together."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stretchbook.model.dose import Dose
from stretchbook.model.exercise import Exercise
from stretchbook.model.figure import Figure
from stretchbook.model.routine import Routine, Section, Step
from stretchbook.model.site import EmergencyService, Redirect, Site, UrgentSigns, Vocabulary


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
    figures: Mapping[str, Figure] = field(default_factory=dict)

    def routines_in_order(self) -> list[Routine]:
        """Routines as the menu lists them."""
        return sorted(self.routines.values(), key=lambda r: (r.place_in_menu, r.id))

    def dose_of(self, step: Step) -> Dose:
        """The routine's own dose, or else that of the stretch."""
        return step.dose or self.exercises[step.exercise].dose

    def seconds_of(self, section: Section) -> int:
        """How long its doses take together, without changing position."""
        return sum(self.dose_of(step).total_seconds for step in section.steps)
