"""The whole program as one pure function: a library in, the files of the site out."""

from collections.abc import Mapping, Sequence

from stretchbook import addresses, config, policy, schema
from stretchbook.assets import search
from stretchbook.assets import session as session_file
from stretchbook.assets.device import write_device_data
from stretchbook.assets.plan import write_plan_data
from stretchbook.model import Library
from stretchbook.pages.diary import write_diary_page
from stretchbook.pages.home import write_home_page
from stretchbook.pages.moved import write_moved_page
from stretchbook.pages.plan import write_plan_page
from stretchbook.pages.routine import write_routine_page
from stretchbook.pages.stretch import write_stretch_page
from stretchbook.pages.stretches import write_stretch_list
from stretchbook.views.device import view_routine_data, view_stretch_data
from stretchbook.views.diary import view_diary
from stretchbook.views.document import view_document
from stretchbook.views.frame import view_frame
from stretchbook.views.home import view_home
from stretchbook.views.moved import moved_anchors, moved_pages
from stretchbook.views.plan import view_choices, view_plan_data, view_plan_page
from stretchbook.views.routine import view_routine
from stretchbook.views.search import view_search
from stretchbook.views.session import view_session_data
from stretchbook.views.stretch import routines_by_stretch, view_stretch_page
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
    return {
        **{_docs(page): data for page, data in pages_of(library).items()},
        **schemas,
        search.FILE: search.write_search_index(view_search(library, frame.menu)),
        **_device_data(library),
        **_plan_data(library, schemas[schema.PLAN]),
        session_file.FILE: session_file.write_session_data(view_session_data(library)),
        policy.HEADERS_FILE: policy.write_headers(),
        config.FILE: config.write_config(frame),
    }


def _plan_data(library: Library, plan_schema: bytes) -> Files:
    """What the plan page fetches, and the schema of a plan file for others."""
    return write_plan_data(view_plan_data(library), view_choices(library), plan_schema)


def pages_of(library: Library) -> dict[str, bytes]:
    """The Markdown of every page, by its address."""
    routines = routines_by_stretch(library)
    warning = view_short_warning(library)
    pages = {addresses.HOME: write_home_page(view_home(library))}
    pages[addresses.PLAN] = write_plan_page(view_plan_page(library))
    for routine in library.routines_in_order():
        view = view_routine(library, routine)
        document = view_document(routine.id, view, routine.review)
        moved = moved_anchors(view.address, library.redirects)
        pages[view.address] = write_routine_page(view, document, moved)
    for exercise in library.exercises.values():
        stretch = view_stretch_page(library, exercise, routines[exercise.id], warning)
        document = view_document(exercise.id, stretch, exercise.review)
        moved = moved_anchors(stretch.stretch.address, library.redirects)
        pages[stretch.stretch.address] = write_stretch_page(stretch, document, moved)
    for stretch_list in view_stretch_lists(library, routines):
        pages[stretch_list.address] = write_stretch_list(stretch_list)
    pages[addresses.DIARY] = write_diary_page(view_diary(library))
    for moved_page in moved_pages(library.redirects):
        pages[moved_page.address] = write_moved_page(moved_page)
    return pages


def _device_data(library: Library) -> dict[str, bytes]:
    stretches = (view_stretch_data(library, exercise) for exercise in library.exercises.values())
    routines = (view_routine_data(library, routine) for routine in library.routines.values())
    return write_device_data(stretches, routines)


def _docs(page: str) -> str:
    return f"docs/{addresses.markdown_file(page)}"
