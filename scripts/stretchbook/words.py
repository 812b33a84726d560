"""Every word of ours that a reader sees, in one place.

Whole sentences with named gaps, never pieces to be joined: another language orders them otherwise.
"""

from typing import Final, Literal

# Times
SECONDS: Final = ("{n} second", "{n} seconds")
MINUTES: Final = ("{n} minute", "{n} minutes")
MINUTES_AND_SECONDS: Final = "{minutes} {seconds}"
ABOUT_TIME: Final = "About {time}"
TIMES: Final = ("{n} time", "{n} times")

# Doses: what is timed, whether there are several sets, and whether each side gets the whole dose.
Timing = Literal["hold once", "hold", "hold and release", "movement", "clock", "count by clock"]
DOSE: Final[dict[tuple[Timing, bool, bool], str]] = {
    ("hold once", False, False): "Hold for {hold}",
    ("hold once", False, True): "Hold for {hold} on each side",
    ("hold once", True, False): "{sets} times: hold for {hold}",
    ("hold once", True, True): "{sets} times on each side: hold for {hold}",
    ("hold", False, False): "{times}: hold for {hold}",
    ("hold", False, True): "{times} on each side: hold for {hold}",
    ("hold", True, False): "{sets} sets of {n}: hold each for {hold}",
    ("hold", True, True): "{sets} sets of {n} on each side: hold each for {hold}",
    ("hold and release", False, False): "{times}: hold for {hold}, let go for {release}",
    ("hold and release", False, True): (
        "{times} on each side: hold for {hold}, let go for {release}"
    ),
    ("hold and release", True, False): "{sets} sets of {n}: hold for {hold}, let go for {release}",
    ("hold and release", True, True): (
        "{sets} sets of {n} on each side: hold for {hold}, let go for {release}"
    ),
    ("movement", False, False): "{times}, {movement} each",
    ("movement", False, True): "{times} on each side, {movement} each",
    ("movement", True, False): "{sets} sets of {n}, {movement} each",
    ("movement", True, True): "{sets} sets of {n} on each side, {movement} each",
    ("clock", False, False): "{clock} without a break",
    ("clock", False, True): "{clock} on each side",
    ("clock", True, False): "{sets} times {clock}",
    ("clock", True, True): "{sets} times {clock} on each side",
    ("count by clock", False, False): "{times} in {clock}",
    ("count by clock", False, True): "{times} in {clock} on each side",
    ("count by clock", True, False): "{sets} sets of {n}, {clock} each",
    ("count by clock", True, True): "{sets} sets of {n} on each side, {clock} each",
}
DOSE_NUMBERS: Final = {
    "sets": "Number of sets",
    "repetitions": "How many times",
    "hold_seconds": "How long to hold",
    "release_seconds": "How long to let go",
    "repetition_seconds": "How long one movement takes",
    "set_seconds": "How long it takes",
}
ORIGIN_SOURCE_PAGE: Final = "from the web page this routine began with"
ORIGIN_EDITOR: Final = "chosen by the editor of this site"
ORIGIN_LINE: Final = "{number}: {origin}."

# Positions and places
POSITIONS: Final = {
    "standing": "Standing",
    "sitting": "Sitting",
    "supine": "Lying on your back",
    "prone": "Lying face down",
    "side-lying": "Lying on your side",
    "all-fours": "On hands and knees",
    "kneeling": "Kneeling",
}
PLACE_FLOOR: Final = "Floor"
PLACE_STANDING: Final = "Standing"
NO_EQUIPMENT: Final = "Nothing"

# A stretch
STRETCH_COUNT: Final = ("{n} stretch", "{n} stretches")
HOW_TO: Final = "How to do it"
FEEL: Final = "Where you feel it"
WORKS_ON: Final = "What it works on"
CAUTIONS: Final = "Take care"
DOSE_LABEL: Final = "How much"
TIME_LABEL: Final = "Time"
POSITION_LABEL: Final = "Position"
NEEDS_LABEL: Final = "You need"
HELPFUL_LABEL: Final = "If you like"
AREAS_LABEL: Final = "Part of the body"
OTHER_NAMES_LABEL: Final = "Also called"
SELF_TEST_INTERVAL: Final = "Test again every {time}."
WHERE_NUMBERS_COME_FROM: Final = "Where the numbers come from"
SOURCES: Final = "Sources"
SOURCE_OF: Final = "Source: {source}"
SAYS: Final = "{title}. {says}"
USED_IN: Final = "Routines with this stretch"
USED_IN_NONE: Final = "No routine uses this stretch yet."
PERMANENT_LINK: Final = "Link to this page"
PERMANENT_LINK_TEXT: Final = "This address will not change. You can share it or print it."
FULL_PAGE: Final = "Page of this stretch, with sources"
COPY_LINK: Final = "Copy link"
LINK_COPIED: Final = "Link copied"
COPY_FAILED: Final = "Copy this link:"
SHOW_MOVEMENT: Final = "Show the movement"
STOP_MOVEMENT: Final = "Stop the movement"
PICTURE_TO_COME: Final = "Picture to come"
PICTURE_SHOWS: Final = "The picture shows: {alt}"
NOT_REVIEWED: Final = "Not yet reviewed by a clinician."
REVIEWED: Final = "Reviewed by {who} on {day}."
REVIEW_DATES: Final = "Written on {written}. Next review by {due}."

# A routine
STRETCHES_LABEL: Final = "Stretches"
WHERE_LABEL: Final = "Where"
FOR_WHOM: Final = "Who it is for"
GO_TO_STRETCHES: Final = "Go to the stretches"
URGENT_TITLE: Final = "Stop and get help first"
URGENT_EMERGENCY: Final = "Emergency: go now if any of these is true"
URGENT_DOCTOR: Final = "See a doctor before you start if any of these is true"
URGENT_SOMEONE: Final = "See a doctor or a physical therapist if any of these is true"
URGENT_SOURCES: Final = "These lists come from: {sources}."
URGENT_MORE: Final = "All the warning signs"
HOW_OFTEN: Final = "How often"
WHEN_TO_STOP: Final = "When to stop or skip"
AFTERWARDS: Final = "When you feel better"
EVIDENCE: Final = "What research says"
SECTION_TIME: Final = "Total time: {time}"
SECTION_TIME_BOTH: Final = "Total time: {stated}. Worked out from the doses below: {computed}."
SECTION_TIME_COMPUTED: Final = "Total time: {time}, worked out from the doses below."
CLOSED_AT_FIRST: Final = (
    "Each stretch is closed at first. Tap its arrow to see the picture and the steps. "
    "Do them in this order."
)
OPEN_ALL: Final = "Open all"
CLOSE_ALL: Final = "Close all"
ALL_OPEN: Final = "All stretches are open."
ALL_CLOSED: Final = "All stretches are closed."
STEP_TITLE: Final = "{number}. {name}"
ATTRIBUTED_EDITOR: Final = "Our own advice."
TAKE_WITH_YOU: Final = "Take it with you"
ONE_FILE: Final = "One file that works without the internet"
FILE_SIZE: Final = "{n} KB"
LINK_TO_ROUTINE: Final = "Go to {routine}"
MOVED_TITLE: Final = "This page has moved"
MOVED: Final = "This has moved. Go to its new place:"

# On paper
PRINT: Final = "Print"
PRINTED_FOOT: Final = "{state} {version}. {document}"
PAGE_OF: Final = ("Page ", " of ")
VERSION: Final = "Version {day}"
DOCUMENT: Final = "Document {id}"
EDITIONS: Final = {
    "": "Handout to print, {paper} (PDF)",
    "large": "Handout in large print, {paper} (PDF)",
}
HANDOUT: Final = {
    "page": "{n}".join(PAGE_OF) + "{m}",
    "scan": "This page online",
    "qr": "QR code that opens this page: {address}",
    "urgent_title": URGENT_TITLE,
    "urgent_emergency": URGENT_EMERGENCY,
    "urgent_doctor": URGENT_DOCTOR,
    "urgent_someone": URGENT_SOMEONE,
    "for_whom": FOR_WHOM,
    "how_often": HOW_OFTEN,
    "when_to_stop": WHEN_TO_STOP,
    "afterwards": AFTERWARDS,
    "evidence": EVIDENCE,
    "sources": SOURCES,
    "shortened": (
        "To fit on one sheet, this leaves out where you feel each stretch, what it works on, and "
        "the list of sources. You find them on the web page and in the large print."
    ),
    "feel": FEEL,
    "works_on": WORKS_ON,
    "cautions": CAUTIONS,
}

# Home and lists
ROUTINES: Final = "Routines"
ALL_STRETCHES: Final = "All stretches"
ALL_STRETCHES_SUMMARY: Final = "Find a stretch by position, by what you need, or by body part."
STRETCHES_DESCRIPTION: Final = (
    "All {count}, with pictures and steps. Choose by position, equipment or body part."
)
STRETCHES_PAGE_TITLE: Final = "All stretches, page {number}"
STRETCHES_PAGE_DESCRIPTION: Final = "Page {number} of {pages} of the list of all {count}."
FILTER_ANY: Final = "Any"
FILTER_POSITION: Final = "Position"
FILTER_EQUIPMENT: Final = "You need"
FILTER_AREA: Final = "Part of the body"
FILTER_ROUTINE: Final = "Routine"
FILTER_NOTHING: Final = "Nothing"
FILTER_WORDS: Final = {  # what overrides/stretches.html says; `one` and `other` are plural forms
    "any": FILTER_ANY,
    "reset": "Show all",
    "one": "{n} stretch",
    "other": "{n} stretches",
    "part": "The first {n} stretches; the rest is loading.",
    "failed": "Only the first {n} stretches could be loaded.",
    "none": "No stretch fits. Choose fewer filters.",
}
NEXT_PAGE: Final = "Next page"
PREVIOUS_PAGE: Final = "Previous page"
HOME_STEPS_TITLE: Final = "How it works"
HOME_STEPS: Final = (
    "Choose a routine and read the warning signs.",
    "Open a stretch, look at the picture, do the steps.",
    "If a stretch hurts, stop it and go on to the next one.",
)
HOME_NOT_REVIEWED: Final = (
    "The texts and doses come from public sources. No clinician has reviewed them yet."
)


# Parts of every page
MENU_HOME: Final = "Home"
HANDWRITTEN_TITLES: Final = {
    "clinicians.md": "For clinicians",
    "authors.md": "For authors",
    "plan-format.md": "Plans as links and files",
    "about.md": "About",
    "privacy.md": "Privacy",
}
LINKED_ONLY: Final = ("plan-format.md",)  # pages for few, which the menu leaves out
FRAME: Final = {
    "skip": "Skip to the text",
    "menu": "Menu",
    "close_menu": "Close the menu",
    "display": "Display",
    "close_display": "Close",
    "privacy": "What this device keeps",
    "search": "Search",
    "search_hint": "Find a stretch by name, body part or what you need",
    "close_search": "Close",
    "all_stretches": ALL_STRETCHES,
    "found_one": "{n} result",
    "found_other": "{n} results",
    "found_many": "The first {n} results. Add a word to see fewer.",
    "found_none": "Nothing found. Try another word, such as a part of the body.",
    "search_failed": "The search could not be loaded. The list of all stretches still works.",
}
BUTTONS: Final = {  # what the scripts of docs/js write on the buttons that they make
    "open_all": OPEN_ALL,
    "close_all": CLOSE_ALL,
    "all_open": ALL_OPEN,
    "all_closed": ALL_CLOSED,
    "copy_link": COPY_LINK,
    "link_copied": LINK_COPIED,
    "copy_failed": COPY_FAILED,
    "show_movement": SHOW_MOVEMENT,
    "stop_movement": STOP_MOVEMENT,
    "print": PRINT,
    "step_title": STEP_TITLE,
    "forget": "Forget everything on this device",
    "forgotten": "Done. Your choices, your diary and the copy of this site are gone.",
    "forget_failed": (
        "Your browser did not allow it. Clear the data of this site in your browser's settings."
    ),
}
PRINT_LABELS: Final = {
    "title": "Print",
    "prepared_for": "Prepared for",
    "prepared_by": "Prepared by",
    "names_hint": "These two lines go on the paper only. They are not kept and not sent.",
    "start": "Print now",
    "close": "Close",
    "diary": "My week",
    "diary_hint": "Tick a box each time you have done a stretch.",
    "stretch": "Stretch",
    "dose": "My dose",
    "notes": "Notes",
    "scan": "This page online",
    "page_before": PAGE_OF[0],
    "page_between": PAGE_OF[1],
}
PRINT_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
PRINT_CHOICES: Final = {  # as SETTINGS below
    "print-size": ("Print", {"normal": "Normal", "large": "Large"}),
    "print-pictures": ("Pictures", {"large": "Large", "small": "Small"}),
    "print-layout": (
        "Stretches",
        {
            "flow": "One after the other",
            "single": "One on each page",
            "compact": "Compact: the most important on few pages",
        },
    ),
    "print-diary": ("A week to tick off", {"no": "No", "yes": "Yes"}),
    "print-blanks": ("Blanks for dose and notes", {"no": "No", "yes": "Yes"}),
}
SETTINGS: Final = {  # name, label, and each value with its label; the first is the default
    "scheme": (
        "Colors",
        {"auto": "As on this device", "light": "Light", "dark": "Dark"},
    ),
    "text-size": (
        "Text size",
        {"100": "Normal", "125": "Large", "150": "Very large"},
    ),
}
FOOTER_EMERGENCY: Final = "In an emergency: {instruction}"
FOOTER_REPORT: Final = "Report a mistake"
FOOTER_LICENCE: Final = "How this site is made, and how you may use it"
NOT_FOUND_TITLE: Final = "This page is not here"
OFFLINE_TITLE: Final = "You are offline"
OFFLINE_TEXT: Final = (
    "There is no internet right now, and this page is not kept on your device. "
    "These pages are kept, unless your device made room for other things:"
)
NOT_FOUND_TEXT: Final = "The address may have a slip in it. These pages are here:"


def plural(forms: tuple[str, str], number: int) -> str:
    """The singular or plural form, with the number in it."""
    return forms[0 if number == 1 else 1].format(n=number)


def duration(seconds: int) -> str:
    """A time to read aloud: `40 seconds`, `5 minutes`, `1 minute 40 seconds`."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return plural(SECONDS, rest)
    if not rest:
        return plural(MINUTES, minutes)
    return MINUTES_AND_SECONDS.format(
        minutes=plural(MINUTES, minutes), seconds=plural(SECONDS, rest)
    )
