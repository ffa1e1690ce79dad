"""Speech: what states, steps, acts and ways are called on the console."""

from __future__ import annotations

from typing import Final

from workshop.facts import Facts
from workshop.kinds import Step, Way
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
    Act.TURN_PAGE: mark("Next page"),
    Act.START_GROUPS: mark("Start the group work"),
    Act.SHOW_CLOSE: mark("Show the hands"),
    Act.COLLECT: mark("All questions are answered"),
    Act.REVEAL_ALL: mark("Reveal all votes"),
    Act.TALK_ABOUT: mark("Talk about {question}"),
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
    "start groups": mark("group work started"),
    "show close": mark("hands shown"),
    "collect": mark("votes collected"),
    "reveal together": mark("reveal of all questions"),
    "talk about": mark("talk about {question}"),
    "pick": mark("{question} picked"),
    "unpick": mark("{question} not picked"),
    "sort": mark("page sorted"),
    "reopen": mark("vote opened again"),
    "presence": mark("who is present"),
    "seat present": mark("{seat} present"),
    "seat late": mark("{seat} late"),
    "seat gone": mark("{seat} gone"),
    "seat observes": mark("{seat} observer"),
    "name seat": mark("name of a seat"),
    "add seat": mark("seat added to {team}"),
    "add question": mark("question added"),
    "add item": mark("{item} added"),
    "change item": mark("{item} changed"),
    "leave out": mark("what is left out"),
    "describe": mark("title, place and times"),
    "use framework": mark("framework {framework}"),
    "add session": mark("{item} added"),
    "add questions": mark("questions added to {item}"),
    "minutes": mark("minutes of {item}"),
    "move item": mark("{item} moved"),
    "remove item": mark("{item} taken away"),
    "edit question": mark("{question} changed"),
    "move question": mark("{question} moved"),
    "remove question": mark("{question} taken away"),
    "pace": mark("pace of {item}"),
    "add team": mark("{team} added"),
    "add teams": mark("{n} teams added"),
    "rename team": mark("name of {team}"),
    "people": mark("people of {team}"),
    "name seats": mark("names of {team}"),
    "move team": mark("{team} moved"),
    "remove team": mark("{team} taken away"),
    "voter": mark("who votes"),
    "ballot": mark("open or secret"),
    "minimum group": mark("smallest group shown"),
    "ways": mark("ways of voting"),
    "target": mark("target"),
    "closing": mark("the close"),
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
    "take action back": mark("action taken back"),
    "action status": mark("status of an action"),
    "review status": mark("status of an action"),
    "delete action": mark("action deleted"),
}

LONGEST_NAMED: Final = 60

WAY_COUNTS = {
    Way.HANDS: mark("{n} by hand"),
    Way.WALL: mark("{n} at the screen"),
    Way.PHONE: mark("{n} by phone"),
    Way.PAPER: mark("{n} on paper"),
    Way.FOR_SOMEONE: mark("{n} for someone"),
}

NOT_OFFERED = {
    Way.WALL: mark("Voting at the screen is switched off for this workshop, in Prepare."),
    Way.HANDS: mark("Counting hands is switched off for this workshop, in Prepare."),
    Way.PAPER: mark("Paper ballots are switched off for this workshop, in Prepare."),
}
"""Why a key does nothing whose way of voting is not offered."""

LEFT_TO_DISCUSS = mark("left to discuss")
TIMER_CAPTIONS = {
    State.OPEN: mark("left to vote"),
    State.PRACTICE_OPEN: mark("left to vote"),
    State.GROUPS: mark("left for the groups"),
    State.BREAK: mark("left of the break"),
}

LEADS = {
    State.LOBBY: mark("The wall welcomes the room. Start when everyone is in."),
    State.FINISHED: mark(
        "Everything is saved. Export the action plan, so that it leaves with you."
    ),
    State.PRACTICE_CLOSED: mark("The practice vote was not kept. From here on votes count."),
    State.READ_BACK: mark("Read each action aloud. Ask for what is missing: an owner, a date."),
    State.ACTION_PLANNING: mark(
        "Go through what was proposed: who owns it, by when, how you will know. Drop what nobody "
        "wants."
    ),
    State.REVIEW: mark(
        "Ask each owner what became of it. Arrows choose; 1 is not started, 2 under way, 3 done."
    ),
    State.COLLECTED: mark("All questions were voted on. The reveal shows them at once."),
    State.BREAK: mark("The wall says when it goes on. Next goes on earlier."),
    State.PROFILE: mark("Ask the room what surprises it, before anyone explains."),
    State.CLOSING: mark(
        "Ask for a show of fingers, one to five, and for one word each. H takes both."
    ),
    State.CLOSE_SHOWN: mark("Say when you meet again, and thank them."),
}

SIGNS = {
    State.LOBBY: mark("The room sees the welcome"),
    State.OPENING: mark("The room sees the opening"),
    State.PRACTICE_CLOSED: mark("The room sees how many voted"),
    State.REVIEW: mark("The room sees what became of the actions"),
    State.SESSION: mark("The room sees the session"),
    State.POSE: mark("The room sees the question"),
    State.DISCUSS: mark("The room sees the question"),
    State.REVEAL: mark("The room sees the result"),
    State.TALK: mark("The room sees the result"),
    State.RECORD: mark("The room sees the result"),
    State.ACT: mark("The room sees the result"),
    State.TOGETHER: mark("The room sees all results"),
    State.GROUP_WORK: mark("The room sees the task"),
    State.GROUPS: mark("The room sees the task"),
    State.BREAK: mark("The room sees the break"),
    State.PROFILE: mark("The room sees the profile"),
    State.ACTION_PLANNING: mark("The room sees the actions"),
    State.CLOSING: mark("The room sees the close"),
    State.CLOSE_SHOWN: mark("The room sees the hands"),
    State.READ_BACK: mark("The room sees the actions"),
    State.FINISHED: mark("The room sees the thanks"),
}


def named(text: str) -> str:
    """A text as an act names it: one line, cut behind the last word that ends within 60 letters."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_NAMED:
        return line
    start = line[: LONGEST_NAMED + 1].rpartition(" ")[0] or line[:LONGEST_NAMED]
    return start.rstrip(" ,;:–-") + "…"


def item_text(facts: Facts, here: State, words: Words) -> tuple[str, str]:
    """Heading and lead of the console's centre where there is no question."""
    titles = {
        State.LOBBY: facts.workshop.title,
        State.FINISHED: words.say("The day is done"),
        State.PRACTICE_CLOSED: words.say("Practice vote"),
        State.READ_BACK: words.say("What we will do"),
    }
    item = facts.item
    if here in LEADS:
        return titles.get(here, item.title if item else ""), words.say(LEADS[here])
    title = item.title if item else ""
    lead = facts.workshop.purpose if here is State.OPENING else (item.purpose if item else "")
    return title, lead
