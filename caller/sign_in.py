"""The question who opens the counter, in words: the hall's clerks in a useful order, and what becomes of a PIN."""

from caller import picture
from caller.actions import Action
from caller.parts import Choice, Message, SignIn
from caller.presses import Presses
from caller.words import Words
from wire.states import Catalog, ClerkInfo

NAMELESS = ""
"""The id of the choice to open without signing in."""


def sign_in(presses: Presses, words: Words, now: float) -> SignIn:
    """`now` in monotonic seconds."""
    catalog, signing = presses.catalog, presses.signing
    if catalog is None or not presses.asks_who:
        return SignIn()
    can = presses.can(Action.OPEN, now)
    who = next((c for c in catalog.clerks if c.id == signing.clerk), None)
    return SignIn(
        asks=True,
        who=words.named(who.name) if who is not None else "",
        typed=signing.typed,
        can_choose=can,
        can_type=who is not None and presses.can_type(now),
        can_enter=can and who is not None and signing.typed > 0,
        waits={clerk: words.wait(seconds) for clerk, seconds in signing.waits(now).items()},
        said=_said(presses, words, now),
    )


def clerks(presses: Presses, words: Words) -> tuple[Choice, ...]:
    """Who was here last first; then those who serve something here, in the hall file's order; last without a name."""
    catalog, last = presses.catalog, presses.signing.last
    if catalog is None:
        return ()
    here = {c.id for c in catalog.clerks if _serves_something(catalog, presses.counter, c)}
    order = sorted(catalog.clerks, key=lambda c: (c.id != last, c.id not in here))
    rows = [
        Choice(c.id, words.named(c.name), note=_note(words, is_last=c.id == last, serves=c.id in here))
        for c in order
    ]
    return (*rows, Choice(NAMELESS, words.without_name()))


def _note(words: Words, *, is_last: bool, serves: bool) -> str:
    if not serves:
        return words.serves_nothing_here()
    return words.signed_in_last() if is_last else ""


def _serves_something(catalog: Catalog, counter: str | None, clerk: ClerkInfo) -> bool:
    """Whether tickets can be called while this clerk is signed in at this counter."""
    served = next((c.services for c in catalog.counters if c.id == counter), None)
    return served is None or clerk.services is None or bool(set(served) & set(clerk.services))


def _said(presses: Presses, words: Words, now: float) -> Message:
    """What became of the last try; of the last press of any kind where it was not about a PIN."""
    trouble, wait = presses.signing.trouble, presses.signing.wait_s(now)
    if presses.busy(now):
        return Message()
    if wait:
        return Message(words.pin_must_wait(wait), trouble=True)
    if trouble is not None and trouble.tries_left is not None:
        return Message(words.wrong_pin(trouble.tries_left), trouble=True)
    if trouble is not None and trouble.wait_s is not None:
        return Message(words.pin_again())
    return picture.message(presses, words)
