"""What a guided session, the diary and the reminders say. They read it from data/session.json.

Whole sentences with named gaps, as in words.py; kept apart because no page carries them.
"""

from typing import Final

SESSION: Final = {
    "title": "Guided session: {name}",
    "close": "Close",
    "start": "Start now",
    "resume": "Go on where you stopped",
    "resume-text": "You stopped at stretch {number} of {count}: {name}.",
    "restart": "Start from the beginning",
    "length": "About {time} with the changes, {stretches}.",
    "length-waits": "{time} of stretching. You say when you are ready for each one.",
    "nothing-chosen": "Choose at least one stretch.",
    "care-title": "Before you start",
    "care": (
        "Have you read the warning signs? If a stretch hurts, stop it and go on to the next one."
    ),
    "care-link": "Read the warning signs",
    "need-title": "You need",
    "need-nothing": "Nothing but yourself.",
    "stretches": "Stretches",
    "bring-back": "You left this out because it hurt. Tick it to bring it back.",
    "short-title": "Short of time or room?",
    "three-minutes": "I have three minutes",
    "standing": "Only standing",
    "no-floor": "No floor today",
    "missing-title": "Tick what you do not have",
    "left-out-position": "Left out: {name}. It is not done standing.",
    "left-out-floor": "Left out: {name}. It is done on the floor.",
    "left-out-equipment": "Left out: {name}. It needs what you do not have.",
    "left-out-time": "Left out: {name}. There is no time for it.",
    "left-out-hurt": "Left out: {name}. It hurt last time.",
    "cues-title": "How to tell you when to change",
    "speech": "Voice",
    "sound": "Sounds",
    "vibration": "Vibration",
    "flash": "Light up the screen",
    "speech-none": "This device has no voice for this language.",
    "speech-reader": "Do you use a screen reader? Then turn the voice off here.",
    "pace-title": "Time to change position",
    "pace-1": "Normal",
    "pace-1.5": "Half as long again",
    "pace-2": "Twice as long",
    "pace-waits": "Wait until I say I am ready",
    "pain-before": "Pain now, if you like to note it",
    "pain-after": "Pain after it, if you like to note it",
    "pain-not": "Not noted",
    "pain-0": "0, no pain",
    "pain-10": "10, the worst pain",
    # While it runs
    "pause": "Pause",
    "go-on": "Go on",
    "back": "Back",
    "next": "Next",
    "ready": "I am ready",
    "skip": "This hurts: skip it",
    "skipped": "Skipped: {name}. Leave it out for now.",
    "paused": "Paused",
    "at-top": "I feel it at the top: change sides",
    "at-top-last": "I feel it at the top: done",
    "more-time": "3 more minutes",
    "stretch-of": "Stretch {number} of {count}",
    "time-left": "{time} left",
    "progress": "Progress of the session",
    "set-of": "Set {set} of {sets}",
    "repetition-of": "Repeat {repetition} of {repetitions}",
    "side-1": "First side",
    "side-2": "Other side",
    "take-care": "Take care",
    "feel": "Where you feel it",
    "how-to": "How to do it",
    "then": "Then: {what}",
    "then-end": "Then you are done",
    "then-stretch": "{name}, {position}",
    "awake-failed": (
        "Your browser cannot keep the screen on. You can make it stay on longer in the settings of "
        "your device."
    ),
    "cannot-keep": "This device does not let the site keep anything. It runs all the same.",
    # The name of each phase on the screen, and what the voice says as it begins
    "do-change-over": "Get into position",
    "do-ready": "Get ready",
    "do-hold": "Hold",
    "do-release": "Let go",
    "do-again": "Let go, then again",
    "do-move": "Keep moving",
    "do-test": "Hold, and test",
    "do-change-side": "Change sides",
    "do-rest": "Rest",
    "say-first": "First: {name}. {position}.",
    "say-change-over": "Next: {name}. {position}.",
    "say-ready": "Get ready. {dose}.",
    "say-hold": "Hold for {time}.",
    "say-hold-short": "Hold.",
    "say-hold-count": "{repetition}. Hold.",
    "say-release": "Let go.",
    "say-again": "Let go, then again.",
    "say-move": "Start. {time}.",
    "say-move-count": "{repetition}.",
    "say-test": "Hold. Rest and breathe. You have {time}.",
    "say-test-now": "Time to test. {step}",
    "say-change-side": "Change sides.",
    "say-rest": "Rest. Then set {set} of {sets}.",
    "say-half": "Half of it is done.",
    "say-side": "{side}. {what}",
    "say-five": "5 seconds left.",
    "say-over": "That was all. Well done.",
    "say-paused": "Paused.",
    # The end
    "end-title": "Well done",
    "end-done": "You did {done} of {count} stretches.",
    "end-skipped": (
        "Skipped because it hurt: {names}. Leave it out for now. Next time you can bring it back."
    ),
    "end-rule": "How often",
    "end-after": "When you feel better",
    "kept": "This session is in your diary, on this device only.",
    "not-kept": "This session could not be kept on this device.",
    "diary": "Open the diary",
    "reminders": "Set a reminder",
}

DIARY: Final = {
    "none": "There is no session in the diary yet.",
    "month-before": "Month before",
    "month-after": "Month after",
    "when": "When",
    "what": "What",
    "done": "Stretches done",
    "skipped": "Skipped because it hurt",
    "before": "Pain before",
    "after": "Pain after",
    "none-month": "No session in this month.",
    "done-line": "{done} of {count} stretches.",
    "before-line": "Pain before: {pain}.",
    "after-line": "Pain after: {pain}.",
    "skipped-line": "Skipped because it hurt: {names}.",
    "done-of": "{done} of {count}",
    "remove": "Remove",
    "remove-named": "Remove the session of {when}",
    "removed": "Removed.",
    "imported": "New sessions that came in: {n}.",
    "import-failed": "This is not a diary file of this site. Nothing was changed.",
    "erase-sure": "Erase the whole diary? This cannot be undone.",
    "erased": "The diary is empty.",
    "full": "The device has no room for it. Nothing was changed.",
    "corrupt": "What was kept here cannot be read. A new session starts a new diary.",
}

REMINDERS: Final = {
    "event": "{name}",
    "description": "Your stretches are here: {address}",
    "day-missing": "Choose at least one day.",
    "time-missing": "Give at least one time.",
    "made": "The file is made. Open it to put it into your calendar.",
}

PLURALS: Final = {
    "second": ("{n} second", "{n} seconds"),
    "minute": ("{n} minute", "{n} minutes"),
    "stretch": ("{n} stretch", "{n} stretches"),
    "session": ("{n} session", "{n} sessions"),
}

# On the pages themselves
START_SESSION: Final = "Start guided session"
START_FAILED: Final = "The session could not be loaded. The stretches on the page still work."
START_TIME: Final = "It counts the time for you: about {time} with the changes."

# The page of the diary
DIARY_TITLE: Final = "Diary and reminders"
DIARY_MENU: Final = "Diary"
DIARY_DESCRIPTION: Final = "Your sessions, on this device only, and reminders for your calendar."
DIARY_LEAD: Final = "What you note here stays on this device. Nobody else can see it."
DIARY_NO_SCRIPT: Final = "The diary and the reminders need script, and it is off in your browser."
DIARY_SESSIONS: Final = "Your sessions"
DIARY_RULES: Final = "How often, and when you feel better"
REMINDERS_TITLE: Final = "Reminders"
REMINDERS_TEXT: Final = (
    "This makes a calendar file on your device. Open it with the calendar you use. No account is "
    "needed, and nothing is sent."
)
DIARY_PAGE: Final = {  # what overrides/diary.html says
    "hurt": "Left out because it hurt",
    "hurt_text": (
        "The guided session leaves these out for now. You can bring each one back when you start "
        "it."
    ),
    "take": "Take your diary with you",
    "print": "Print the diary",
    "csv": "Save as a table (CSV)",
    "json": "Save as a copy (JSON)",
    "import": "Bring in a copy",
    "erase": "Erase the diary",
    "routine": "Remind me of",
    "days": "On these days",
    "times": "At these times",
    "count": "How many times a day",
    "make": "Make the calendar file",
}
REMINDERS_TIME: Final = "Time {number}"
DAYS: Final = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
