"""What a library of stretches is: frozen values, checked when they are made.

The JSON Schemas in content/schema/ are made from these classes; the docstring under a field is the
help an author's editor shows.
"""

from stretchbook.model.dose import Dose, DoseNumber
from stretchbook.model.exercise import (
    Caution,
    Credit,
    Exercise,
    Picture,
    Position,
    Reference,
    Remark,
    SelfTest,
    Video,
)
from stretchbook.model.fields import ImpossibleError, Review
from stretchbook.model.figure import Figure
from stretchbook.model.language import ENGLISH, Language, TranslationCheck
from stretchbook.model.library import Library
from stretchbook.model.plan import Plan, PlanStep
from stretchbook.model.routine import Advice, RelatedRoutine, Routine, Section, Step
from stretchbook.model.site import (
    Clinic,
    Condition,
    Disclaimer,
    EmergencyService,
    PhoneNumber,
    Redirect,
    Redirects,
    Site,
    Term,
    UrgentSigns,
    Vocabulary,
)
from stretchbook.model.supplied_picture import SuppliedPicture

__all__ = [
    "ENGLISH",
    "Advice",
    "Caution",
    "Clinic",
    "Condition",
    "Credit",
    "Disclaimer",
    "Dose",
    "DoseNumber",
    "EmergencyService",
    "Exercise",
    "Figure",
    "ImpossibleError",
    "Language",
    "Library",
    "PhoneNumber",
    "Picture",
    "Plan",
    "PlanStep",
    "Position",
    "Redirect",
    "Redirects",
    "Reference",
    "RelatedRoutine",
    "Remark",
    "Review",
    "Routine",
    "Section",
    "SelfTest",
    "Site",
    "Step",
    "SuppliedPicture",
    "Term",
    "TranslationCheck",
    "UrgentSigns",
    "Video",
    "Vocabulary",
]
