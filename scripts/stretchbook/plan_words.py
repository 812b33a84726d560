"""The words of the plan page, a part of the catalogue in words.py.

Whole sentences with named gaps. The browser gets them as data/plan.json, and puts them in as text;
a pair is the singular and the plural form.
"""

from typing import Final

Sentence = str | tuple[str, str]

PAGE_TITLE: Final = "Make a plan"
PAGE_DESCRIPTION: Final = (
    "Choose stretches, set how much of each, and hand all of it over as a link, a QR code or a "
    "sheet of paper. No account, nothing stored."
)
WITHOUT_SCRIPT: Final = (
    "This page needs script, and your browser runs none. Without it you can choose in the list of "
    "all stretches, and link or print each one."
)
FAILED: Final = "The stretches could not be loaded. Check your internet, then try again."
AGAIN: Final = "Try again"
READY_TITLE: Final = "Ready-made plans"
READY_INTRO: Final = "Open one, change what you like, and hand over your own version."

SENTENCES: Final[dict[str, Sentence]] = {
    # Both faces
    "times_a_day": ("Once a day", "{n} times a day"),
    "days_a_week": ("On {n} day a week", "On {n} days a week"),
    "every_day": "Every day",
    "times_and_days": ("{times}, on {n} day a week", "{times}, on {n} days a week"),
    "times_every_day": "{times}, every day",
    "pause_label": "Rest between sets",
    "untitled": "Your plan",
    # The patient's face
    "how_often": "How often",
    "time": "Time each round",
    "changes": "The time is worked out from the doses. Allow a little more for changing position.",
    "stored_nowhere": (
        "This plan is in the link itself and is stored nowhere else. Keep the link, or print the "
        "plan. Whoever has the link can read it. The diary of a guided session stays on "
        "this device."
    ),
    "in_order": "Do these in order",
    "closed_at_first": (
        "Each stretch is closed at first. Tap its arrow to see the picture and the steps."
    ),
    "from_clinician": "Note for you",
    "your_dose": "Your plan sets this dose. Follow it where the steps name other numbers.",
    "dose_unreadable": (
        "The dose in the link cannot be read. The usual dose is shown. Ask whoever gave you this "
        "plan before you start."
    ),
    "gone": (
        "This stretch is not on this site, or no longer. Leave it out, and ask your clinician what "
        "to do instead."
    ),
    "change": "Change this plan",
    "qr_paper": "Scan this to open the plan on a phone.",
    # What is wrong with a link
    "problems_title": "Something is wrong with this link",
    "problems_advice": (
        "What could still be read is shown below. Ask whoever gave you the link before you start."
    ),
    "truncated": "The end of the link is missing. Stretches may be missing too.",
    "altered": "The link was changed on its way or by hand.",
    "newer": "The link was made by a newer version of this site. Some of it may be missing.",
    "no-version": "The start of the link is missing.",
    "too-long": "The link is too long. Only its first part was read.",
    "too-many": "The link holds more than {most} stretches. Only the first {most} are shown.",
    "shortened": "A text was too long and was cut: “{found}”",
    "unknown-part": "This part could not be read: “{found}”",
    "dose": "The dose of stretch {number} could not be read: “{found}”",
    "no-stretch": "No stretch could be read.",
    # The builder
    "builder_lead": (
        "Choose stretches and set how much of each. The plan goes into a link: no account, and "
        "nothing is stored. Do not write a patient's name into it."
    ),
    "choose": "Choose stretches",
    "find": "Find by name, body part or what you need",
    "none_fits": "No stretch fits. Choose fewer filters or another word.",
    "shown": ("{n} stretch to choose from", "{n} stretches to choose from"),
    "start_with": "Start from a routine",
    "start_choose": "Choose a routine",
    "started": "The plan now holds the stretches of {name}.",
    "plan": "Your plan",
    "empty": "Nothing chosen yet. Press a stretch to add it.",
    "added": "{name} added.",
    "removed": "{name} removed.",
    "full": "A plan holds at most {most} stretches.",
    "moved": "{name} is now number {number} of {count}.",
    "undo": "Undo",
    "undone": "Undone.",
    "clear": "Start again",
    "cleared": "The plan is empty. Undo brings it back.",
    "title_label": "Title",
    "title_hint": "For example: Morning stretches",
    "about_label": "Note above the stretches",
    "note_label": "Note for this stretch",
    "up": "Move {name} up",
    "down": "Move {name} down",
    "remove": "Remove {name}",
    "drag": "Drag {name}, or move it with the arrow keys",
    "set_dose": "Dose and note",
    "to_usual": "Back to the usual dose",
    "sets": "Sets",
    "repetitions": "Times in each set",
    "hold_seconds": "Hold, seconds",
    "release_seconds": "Let go, seconds",
    "repetition_seconds": "One movement, seconds",
    "set_seconds": "One set, seconds",
    "pause_seconds": "Rest between sets, seconds",
    "times_a_day_label": "Times a day",
    "days_a_week_label": "Days a week",
    "each_side": "On each side",
    "less": "{label}: less",
    "more": "{label}: more",
    "too_long_dose": "A dose may last up to 30 minutes.",
    "round_time": "{count}, {time} each round",
    "go_to_plan": "Show the plan",
    "hand_over": "Hand it over",
    "nothing_yet": "As soon as the plan holds a stretch, you can hand it over here.",
    "qr": "QR code",
    "qr_label": "QR code of this plan",
    "qr_hint": "Scan it with the camera of a phone. It holds the whole plan.",
    "qr_too_long": "This plan is too long for a QR code. Shorten the notes, or use the link.",
    "close": "Close",
    "mail": "E-mail",
    "message": "Text message",
    "mail_text": "Here are your stretches. Read the warning signs on the page first.",
    "message_text": "Your stretches: {link}",
    "as_patient": "See it as your patient does",
    "files": "Files",
    "download_json": "Download as JSON",
    "download_yaml": "Download as YAML",
    "open_file": "Open a plan file",
    "opened": "The plan of the file is shown.",
    "file_unreadable": "This file could not be read as a plan: {why}",
    "file_too_large": "it is larger than a plan can be",
    "file_no_steps": "it has no list of steps",
    "file_name": "plan",
}
