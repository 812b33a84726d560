"""Views as pages and data, a pure function: a library in, files for MkDocs and browsers out."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from stretchbook import addresses, assets
from stretchbook.keeping import remembered, same
from stretchbook.model import ENGLISH, Exercise, Figure, Library, Routine
from stretchbook.pages.diary_page import write_diary_page
from stretchbook.pages.home_page import write_home_page
from stretchbook.pages.link_sheet_page import write_link_sheet
from stretchbook.pages.markdown import with_more
from stretchbook.pages.moved_page import write_moved_page
from stretchbook.pages.plan_page import write_plan_page
from stretchbook.pages.routine_page import write_routine_page
from stretchbook.pages.stretch_list_page import write_stretch_list
from stretchbook.pages.stretch_page import write_stretch_page
from stretchbook.pages.untranslated_page import write_untranslated_page
from stretchbook.reading import schema
from stretchbook.rendering import config, policy
from stretchbook.views.alternate_view import Alternates, view_alternates
from stretchbook.views.document_view import texts_version, view_document
from stretchbook.views.filter_view import FilterView, filter_values, view_filters
from stretchbook.views.frame_view import FrameView, view_frame
from stretchbook.views.home_view import view_homes
from stretchbook.views.moved_view import Moved, moved_anchors, moved_pages, moved_stretches
from stretchbook.views.routine_view import RoutineView, view_routine
from stretchbook.views.search_view import view_search
from stretchbook.views.stretch_list_view import view_stretch_lists
from stretchbook.views.stretch_view import (
    StretchView,
    routines_by_stretch,
    view_stretch,
    view_stretch_page,
)
from stretchbook.views.translation_view import view_states, view_untranslated
from stretchbook.views.warning_view import ShortWarning, view_short_warning, view_warning
from stretchbook.words import InLanguage, Words, our_words

Files = Mapping[str, bytes]


def render(library: Library, handwritten: Sequence[str] = (), words: Words | None = None) -> Files:
    """Path relative to the project, and its whole content, for every generated file.

    handwritten: Markdown files of docs/ that are not made from content, for the menu.
    words: those of the library's language; where none are given, ours.
    Same library and words, same bytes.
    """
    return render_all([InLanguage(words=words or our_words(), library=library)], handwritten)


def render_all(
    languages: Sequence[InLanguage], handwritten: Sequence[str] = (), gone: Iterable[str] = ()
) -> Files:
    """The same in several languages; that of the content comes first.

    gone: addresses of pages that were there in a language and are not today.
    """
    frames = [view_frame(one.words, one.library, handwritten) for one in languages]
    source = languages[0].library
    made = [_in_one(one, frame, source) for one, frame in zip(languages, frames, strict=True)]
    pages = [pages for pages, _ in made]
    alternates = view_alternates([one.words.language for one in languages], pages)
    stood = _gone(languages, pages[0], gone)
    schemas = schema.write_schemas(source)
    return {
        **{
            f"docs/{addresses.markdown_file(page)}": with_more(text, alternates.get(page, {}))
            for of_language in (*pages, stood)
            for page, text in of_language.items()
        },
        **schemas,
        **{path: text for _, data in made for path, text in data.items()},
        assets.PLAN_SCHEMA: schemas[schema.PLAN],
        policy.HEADERS_FILE: policy.write_headers(),
        config.FILE: config.write_config(
            [one.words for one in languages], frames, _by_hand(languages, handwritten)
        ),
    }


def _by_hand(
    languages: Sequence[InLanguage], handwritten: Iterable[str]
) -> Mapping[str, Alternates]:
    """Of pages that people write: `es/about.md` is `about.md` in the language es."""
    pages = {addresses.address_of_file(file) for file in handwritten}
    homes = [one.words.language.home for one in languages[1:]]
    theirs = [{page for page in pages if page.startswith(home)} for home in homes]
    each = [sorted(those) for those in (pages.difference(*theirs), *theirs)]  # in one order
    found = view_alternates([one.words.language for one in languages], each)
    return {
        page: {**_of_language(one), **found[page]}
        for one, those in zip(languages, each, strict=True)
        for page in those
        if page in found  # nothing is, where all is in one language
    }


def _of_language(one: InLanguage) -> Alternates:
    """What each of its pages says of itself: its language, and how far that is checked."""
    said = {"translation": one.states[""]} if one.states else {}
    return {"language": one.words.language.code, **said}


def _in_one(one: InLanguage, frame: FrameView, source: Library) -> tuple[Files, Files]:
    """The pages of one language by their addresses, and its data by their paths.

    source: the library in the language of the content, which may have more.
    """
    words, library = same(one.words), one.library
    exercises, routines = library.exercises.values(), library.routines_in_order()
    around = same(library.around())
    stretch_views = [_stretch_view(words, around, x, _beside(library, x)) for x in exercises]
    routine_views = [_routine_view(words, around, x, _within(library, x)) for x in routines]
    filters, used_in = view_filters(words, library), routines_by_stretch(library)
    data = assets.write_assets(
        words,
        stretches=stretch_views,
        routines=routine_views,
        search=view_search(words, library, stretch_views, (*frame.menu, *frame.apart)),
        filters=filters,
        found_by={x.address: filter_values(x, used_in[x.id]) for x in stretch_views},
        names={exercise.id: exercise.name for exercise in source.exercises.values()},
        moved=moved_stretches(source),
        version=texts_version(words, library),
        made_by=library.site.clinic.name if library.site.clinic else "",
    )
    pages = _pages(words, library, stretch_views, routine_views, filters, used_in=used_in)
    if one.states:
        states = view_states(words, library, one.states)
        pages = {
            page: with_more(text, {"translation": states.get(page, states[""])})
            for page, text in pages.items()
        }
    return pages, data


def _pages(  # noqa: PLR0913 - what all pages are made of
    words: Words,
    library: Library,
    stretches: Sequence[StretchView],
    routines: Sequence[RoutineView],
    filters: tuple[FilterView, ...],
    *,
    used_in: Mapping[str, Sequence[Routine]],
) -> Files:
    """The Markdown of every page, by its address."""
    site, around = library.site, same(library.around())
    short, moved = same(view_short_warning(words, library)), moved_anchors(words, library)
    whole = view_warning(words, library, site.urgent_signs)
    lists = view_stretch_lists(words, stretches, used_in, filters)
    sheets = view_stretch_lists(words, stretches, used_in, filters, routines)
    homes = view_homes(words, library, routines, short)
    return {
        **{view.pages[view.number - 1]: write_home_page(words, view) for view in homes},
        words.at(addresses.PLAN): write_plan_page(words, whole, site.report_mistakes),
        words.at(addresses.DIARY): write_diary_page(words, routines),
        **_untranslated(words),
        **{
            x.address: _routine_page(words, x, library.routines[x.id], moved.get(x.address, ()))
            for x in routines
        },
        **{
            x.address: _stretch_page(
                *(words, around, x, library.exercises[x.id], tuple(used_in[x.id])),
                *(short, moved.get(x.address, ())),
            )
            for x in stretches
        },
        **{view.address: write_stretch_list(words, view) for view in lists},
        **{view.address: write_link_sheet(words, view) for view in sheets},
        **{
            old: write_moved_page(words, old, new)
            for old, new in moved_pages(words, library).items()
        },
    }


def _untranslated(words: Words) -> Files:
    """Where the list of languages leads from a page that this one does not have."""
    page = words.at(addresses.UNTRANSLATED)
    if words.language == ENGLISH:
        return {}
    return {page: write_untranslated_page(words, view_untranslated(words, page))}


def _gone(languages: Sequence[InLanguage], english: Collection[str], gone: Iterable[str]) -> Files:
    """What stands where a translation no longer holds."""
    known = {one.words.language.home: one for one in languages[1:]}
    pages = dict[str, bytes]()
    for page in gone:
        home, _, rest = page[1:].partition("/")
        one = known.get(f"/{home}/", languages[0])
        instead = f"/{rest}" if f"/{rest}" in english else addresses.HOME
        view = view_untranslated(one.words, page, instead, had=True)
        pages[page] = with_more(write_untranslated_page(one.words, view), _of_language(one))
    return pages


Beside = tuple[tuple[Exercise, ...], tuple[Routine, ...], tuple[Figure | None, ...]]
"""What else a view tells of: stretches, routines and pictures."""


def _beside(library: Library, exercise: Exercise) -> Beside:
    """Of a stretch its picture, and what it names as easier and harder."""
    named = tuple(library.exercises[name] for name in (*exercise.easier, *exercise.harder))
    return (exercise, *named), (), (same(library.figures.get(exercise.id)),)


def _within(library: Library, routine: Routine) -> Beside:
    """Of a routine its stretches with all that is beside them, and the routines it leads to."""
    used = (step.exercise for section in routine.sections for step in section.steps)
    beside = [_beside(library, library.exercises[name]) for name in used]
    named = tuple(library.routines[name] for name in routine.leads_to)
    exercises = tuple(one for exercises, _, _ in beside for one in exercises)
    return exercises, (routine, *named), tuple(one for _, _, figures in beside for one in figures)


@remembered
def _stretch_view(words: Words, around: Library, exercise: Exercise, beside: Beside) -> StretchView:
    return view_stretch(words, around.holding(*beside), exercise)


@remembered
def _routine_view(words: Words, around: Library, routine: Routine, beside: Beside) -> RoutineView:
    return view_routine(words, around.holding(*beside), routine)


@remembered
def _routine_page(words: Words, view: RoutineView, routine: Routine, moved: Moved) -> bytes:
    document = view_document(words, view.id, view, routine.review)
    return write_routine_page(words, view, document, dict(moved))


@remembered
def _stretch_page(  # noqa: PLR0913, PLR0917 - all that the page depends on
    words: Words,
    around: Library,
    stretch: StretchView,
    exercise: Exercise,
    routines: tuple[Routine, ...],
    warning: ShortWarning,
    moved: Moved,
) -> bytes:
    library = around.holding([exercise])
    view = view_stretch_page(words, library, stretch, routines, warning)
    document = view_document(words, stretch.id, view, exercise.review)
    return write_stretch_page(words, view, document, dict(moved))
