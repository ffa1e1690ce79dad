"""Workshops that are hard to set: long words everywhere, a full hall, sixty teams."""

from __future__ import annotations

import random
from typing import Final

from frameworks.model import Activity, ActivityKind, Framework, Question, Scale, Session, Source
from frameworks.theme import Theme
from tests.exports.truth.day_rows import DayRows
from tests.exports.truth.made import DAY
from workshop.creation import NewItem, NewTeam, NewWorkshop, create_workshop
from workshop.kinds import Ballot, ItemKind
from workshop.library import Library
from workshop.words import Words

LONG: Final = (
    "When somebody comes with a request that belongs to none of our teams, the first of us who "
    "hears of it stays with them until a colleague has really taken it over, says so in words, and "
    "tells them by when to expect an answer.",
    "عندما يأتي شخص بطلب لا يخص أي فريق من فرقنا، يبقى معه أول من يسمع به حتى يتولاه زميل بالفعل "
    "ويقول ذلك بكلمات واضحة ويخبره متى يمكنه أن يتوقع جواباً، مهما كان عدد الزملاء الذين يجب سؤالهم "
    "قبل ذلك في service desk أو غيره.",
    "כאשר מישהו פונה בבקשה שאינה שייכת לאף צוות, הראשון ששומע עליה נשאר איתו עד שעמית לקח אותה "
    "באמת, אומר זאת במילים, ומספר מתי לצפות לתשובה, גם אם צריך לשאול עוד שלושה עמיתים בדרך.",
    "Thanks 🎉 for 👍🏽 and Donaudampfschifffahrtsgesellschaftskapitänsmützenhersteller 谢谢 🙏 "
    "in one question that goes on and on until nobody at the back of the room can still say how it "
    "began, whom it was about, or what the five steps below it were meant to tell apart 🤷.",
)
"""Questions of about forty words."""
LABELS: Final = (
    "Never, not even when asked to",
    "Now and then, on a good day",
    "مرة من كل مرتين تقريباً",
    "As a rule, with exceptions",
    "Every time, without exception",
)
NAMES: Final = (
    "Front desk and switchboard crew",
    "فريق الاستقبال وخدمة الزوار",
    "צוות הקבלה ושירות המבקרים",
    "Küche, Saal & Veranstaltungen 🎉",
    "Donaudampfschifffahrtsgesellsch",
)
ROOMS: Final[dict[str, tuple[int, int]]] = {"sixty teams": (60, 3), "full hall": (5, 40)}
"""How many teams, and seats of each."""


def make_extreme(library: Library, seed: int, teams: int, seats: int, ballot: Ballot) -> str:
    """A workshop with rows as random as its seed, all its texts as long as they may be."""
    rng = random.Random(seed)
    names = [f"{NAMES[n % len(NAMES)][:27]} {n + 1}" for n in range(teams)]
    items = (
        (ItemKind.GROUP_WORK, 1),
        (ItemKind.BREAK, 1),
        (ItemKind.PROFILE, 2),
        (ItemKind.CLOSE, 3),
    )
    new = NewWorkshop(
        title=LONG[0],
        organisation=LONG[3],
        held_on=DAY,
        starts_at=9 * 60,
        teams=tuple(NewTeam(name, seats) for name in names),
        purpose=LONG[1],
        promise=LONG[2],
        items=tuple(NewItem(kind, LONG[0][:60], 15, after, LONG[0]) for kind, after in items),
        ballot=ballot,
    )
    workshop_id = create_workshop(library, _framework(), new, Words())
    with library.transaction() as transaction:
        DayRows(transaction, workshop_id, rng, 40, LONG).write()
    return workshop_id


def _framework() -> Framework:
    """Three sessions of long questions on long steps, one of them a checklist."""
    kinds = (ActivityKind.RATE, ActivityKind.CHECKLIST, ActivityKind.RATE)
    return Framework(
        id="extreme",
        version="1.0",
        language="en",
        title=LONG[0],
        summary=LONG[0],
        minimum_group=3,
        sources=(Source("own", LONG[0], LONG[1]),),
        scale=Scale(LABELS),
        sessions=tuple(
            Session(f"s{n}", LONG[n][:60], list(Theme)[n], 45, LONG[n], (_activity(kind),))
            for n, kind in enumerate(kinds)
        ),
    )


def _activity(kind: ActivityKind) -> Activity:
    questions = tuple(Question(f"q{n}", text[:28], text, ("own",)) for n, text in enumerate(LONG))
    return Activity("a", kind, questions)
