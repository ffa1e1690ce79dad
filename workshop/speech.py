"""Speech: what states, steps, acts and ways are called on the console."""

from __future__ import annotations

from workshop.facts import Facts, Step, Way
from workshop.steps import Act, State
from workshop.words import Words, mark

STEP_NAMES = {
    Step.POSE: mark("Pose"),
    Step.DISCUSS: mark("Discuss"),
    Step.VOTE: mark("Vote"),
    Step.REVEAL: mark("Reveal"),
    Step.TALK: mark("Talk"),
    Step.RECORD: mark("Record"),
    Step.ACT: mark("Act"),
}

NEXT_LABELS = {
    Act.UNBLANK: mark("Show the wall again"),
    Act.RETURN: mark("Back to now"),
    Act.START: mark("Start the workshop"),
    Act.OPEN_PRACTICE: mark("Open a practice vote"),
    Act.CLOSE_PRACTICE: mark("Close the practice vote"),
    Act.POSE: mark("Next question"),
    Act.DISCUSS: mark("Discuss it"),
    Act.OPEN: mark("Open the vote"),
    Act.CLOSE: mark("Close the vote"),
    Act.REVEAL: mark("Reveal the votes"),
    Act.TALK: mark("Talk about it"),
    Act.RECORD: mark("Record the score"),
    Act.AGREE: mark("Agree on {score}"),
    Act.ACT: mark("On to actions"),
    Act.SKIP: mark("Skip this question"),
    Act.NEXT_ITEM: mark("Go on"),
    Act.TURN_PAGE: mark("More actions"),
    Act.FINISH: mark("End the workshop"),
    Act.NOTHING: mark("The workshop is over"),
}

ACT_NAMES = {
    "start": mark("workshop started"),
    "open practice": mark("practice vote opened"),
    "close practice": mark("practice vote closed"),
    "pose": mark("question posed"),
    "discuss": mark("discussion"),
    "open": mark("vote opened"),
    "vote again": mark("another round"),
    "close": mark("vote closed"),
    "reveal": mark("reveal"),
    "talk": mark("talk"),
    "record": mark("step to Record"),
    "act": mark("step to Act"),
    "skip": mark("{what} skipped"),
    "next item": mark("step to {item}"),
    "turn page": mark("page turned"),
    "finish": mark("end of the workshop"),
    "jump": mark("jump to {item}"),
    "time": mark("change of the timer"),
    "agree": mark("score {score}"),
    "differ": mark("agree to differ"),
    "one score": mark("back to one score"),
    "evidence": mark("evidence"),
    "mark": mark("where it is shown"),
    "note": mark("note"),
    "remove note": mark("note removed"),
    "photo": mark("photo added"),
    "photo caption": mark("caption of a photo"),
    "remove photo": mark("photo taken off"),
    "park": mark("thought parked"),
    "unpark": mark("thought taken off"),
    "propose": mark("action proposed"),
    "change action": mark("action changed"),
    "agree action": mark("action agreed"),
    "drop action": mark("action dropped"),
}

WAY_COUNTS = {
    Way.HANDS: mark("{n} by hand"),
    Way.WALL: mark("{n} at the screen"),
    Way.PHONE: mark("{n} by phone"),
    Way.PAPER: mark("{n} on paper"),
    Way.FOR_SOMEONE: mark("{n} for someone"),
}

SIGNS = {
    State.LOBBY: mark("The room sees the welcome"),
    State.OPENING: mark("The room sees the opening"),
    State.PRACTICE_CLOSED: mark("The room sees how many voted"),
    State.SESSION: mark("The room sees the session"),
    State.POSE: mark("The room sees the question"),
    State.DISCUSS: mark("The room sees the question"),
    State.REVEAL: mark("The room sees the result"),
    State.TALK: mark("The room sees the result"),
    State.RECORD: mark("The room sees the result"),
    State.ACT: mark("The room sees the result"),
    State.READ_BACK: mark("The room sees the actions"),
    State.FINISHED: mark("The room sees the thanks"),
}


def item_text(facts: Facts, here: State, words: Words) -> tuple[str, str]:
    """Heading and lead of the console's centre where there is no question."""
    if here is State.LOBBY:
        lead = words.say("The wall welcomes the room. Start when everyone is in.")
        return facts.workshop.title, lead
    if here is State.FINISHED:
        lead = words.say("Everything is saved. Export the action plan, so that it leaves with you.")
        return words.say("The day is done"), lead
    if here is State.PRACTICE_CLOSED:
        lead = words.say("The practice vote was not kept. From here on votes count.")
        return words.say("Practice vote"), lead
    if here is State.READ_BACK:
        lead = words.say("Read each action aloud. Ask for what is missing: an owner, a date.")
        return words.say("What we will do"), lead
    item = facts.item
    title = item.title if item else ""
    lead = facts.workshop.purpose if here is State.OPENING else (item.purpose if item else "")
    return title, lead
