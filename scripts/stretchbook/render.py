"""The whole program as one pure function: a library in, the files of the site out."""

from collections.abc import Mapping, Sequence

from stretchbook import addresses, assets, config, policy, schema
from stretchbook.model import Library
from stretchbook.pages.diary import write_diary_page
from stretchbook.pages.home import write_home_page
from stretchbook.pages.moved import write_moved_page
from stretchbook.pages.plan import write_plan_page
from stretchbook.pages.routine import write_routine_page
from stretchbook.pages.stretch import write_stretch_page
from stretchbook.pages.stretches import write_stretch_list
from stretchbook.views.diary import view_diary
from stretchbook.views.document import view_document
from stretchbook.views.frame import FrameView, view_frame
from stretchbook.views.home import view_home
from stretchbook.views.moved import moved_anchors, moved_pages
from stretchbook.views.plan import view_choices, view_plan_data, view_plan_page
from stretchbook.views.routine import RoutineView, view_routine
from stretchbook.views.search import view_search
from stretchbook.views.session import view_session_data
from stretchbook.views.stretch import (
    StretchView,
    routines_by_stretch,
    view_stretch,
    view_stretch_page,
)
from stretchbook.views.stretches import view_stretch_lists
from stretchbook.views.warning import view_short_warning

Files = Mapping[str, bytes]


def render(library: Library, handwritten: Sequence[str] = ()) -> Files:
    """Path relative to the project, and its whole content, for every generated file.

    handwritten: Markdown files of docs/ that are not made from content, for the menu.
    Same library, same bytes.
    """
    frame = view_frame(library, handwritten)
    schemas = schema.write_schemas(library)
    stretches = [view_stretch(library, exercise) for exercise in library.exercises.values()]
    routines = [view_routine(library, routine) for routine in library.routines_in_order()]
    pages = _pages(library, stretches, routines)
    return {
        **{f"docs/{addresses.markdown_file(page)}": data for page, data in pages.items()},
        **schemas,
        **_assets(library, stretches, routines, frame),
        assets.PLAN_SCHEMA: schemas[schema.PLAN],
        policy.HEADERS_FILE: policy.write_headers(),
        config.FILE: config.write_config(frame),
    }


def _assets(
    library: Library,
    stretches: Sequence[StretchView],
    routines: Sequence[RoutineView],
    frame: FrameView,
) -> Files:
    return assets.write_assets(
        stretches=stretches,
        routines=routines,
        search=view_search(library, stretches, frame.menu),
        choices=view_choices(library, stretches),
        plan=view_plan_data(library),
        session=view_session_data(library),
    )


def _pages(
    library: Library, stretches: Sequence[StretchView], routines: Sequence[RoutineView]
) -> Files:
    """The Markdown of every page, by its address."""
    used_in = routines_by_stretch(library)
    warning = view_short_warning(library)
    pages = {addresses.HOME: write_home_page(view_home(library))}
    pages[addresses.PLAN] = write_plan_page(view_plan_page(library))
    for routine in routines:
        document = view_document(routine.id, routine, library.routines[routine.id].review)
        moved = moved_anchors(routine.address, library.redirects)
        pages[routine.address] = write_routine_page(routine, document, moved)
    for stretch in stretches:
        exercise = library.exercises[stretch.id]
        view = view_stretch_page(library, stretch, used_in[stretch.id], warning)
        document = view_document(stretch.id, view, exercise.review)
        moved = moved_anchors(stretch.address, library.redirects)
        pages[stretch.address] = write_stretch_page(view, document, moved)
    for stretch_list in view_stretch_lists(library, stretches, used_in):
        pages[stretch_list.address] = write_stretch_list(stretch_list)
    pages[addresses.DIARY] = write_diary_page(view_diary(library))
    for moved_page in moved_pages(library.redirects):
        pages[moved_page.address] = write_moved_page(moved_page)
    return pages
