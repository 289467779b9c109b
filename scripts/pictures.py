"""python -m scripts.pictures FOLDER: chooses from what the galleries drew for docs/gallery/, and writes its page.
`--names kiosk` instead of the folder: the pictures that are chosen of those, so that no others need be drawn."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from hw.panel import Arrow, StripContent, Tone
from hw.panel.matrix import Matrix
from hw.sim.strip_picture import led_picture

GALLERY, PAGE, README = Path("docs/gallery"), Path("docs/gallery.md"), Path("docs/images")
TONGUES = ("zh", "en")
TALL, WIDE, SMALL, NARROW = "1080x1920", "1920x1080", "1024x768", "480x800"
COLOURS = 64
"""Of a picture's palette: flat colours and the edges of letters need no more."""


class Shown(NamedTuple):
    """One place on the page: what it shows, and its pictures as (folder, name) in their order."""

    caption: str
    files: tuple[tuple[str, str], ...]


KIOSK = {
    "starting": "Before the hall is known", "offline": "No connection", "closed": "The hall is closed",
    "welcome": "Welcome, each language in its own words", "welcome-paperless": "Welcome, no paper",
    "attract": "Nobody comes: a picture that moves", "attract-closed": "Nobody comes, and the hall is closed",
    "still-there": "Somebody left",
    "categories": "What is it about?", "categories-last": "The last page", "services": "Which errand?",
    "services-full": "Numbers all given out",
    "services-last": "The last page", "services-offline": "The connection is lost in the middle",
    "search": "Search by name, pinyin or initials", "search-found": "What is found as one types",
    "search-nothing": "Nothing is found", "checklist": "What to bring, before there is a number",
    "checklist-printed": "Printed without a number", "checklist-failed": "The list could not be printed",
    "priority": "May you go first?", "confirm": "Is this right?", "confirm-many": "Five errands on one ticket",
    "appointment": "An appointment, by its code", "appointment-phone": "… by a phone's last digits",
    "appointment-letters": "… where codes have letters", "booking": "Is it yours?",
    "booking-ticket": "The number of an appointment",
    "no-check-in-unknown-code": "No such appointment", "no-check-in-another-day": "Not today",
    "no-check-in-several": "Several with these digits",
    "issuing": "The request is under way", "issuing-stuck": "It takes long",
    "ticket-printing": "The number, while it is printed", "ticket-printed": "Take your ticket",
    "ticket-next": "Nobody ahead", "ticket-unconfirmed": "A printer that can't tell",
    "ticket-failed": "Out of paper", "ticket-unknown": "After a power cut",
    "trouble-hall_closed": "Closed meanwhile", "trouble-service_full": "No numbers left",
    "trouble-one-full": "No numbers left for one of two errands",
    "trouble-unknown_service": "No longer offered", "trouble-expired": "No answer in time",
    "trouble-not_allowed": "A kiosk without the right",
}  # fmt: skip
MODES = {
    "elder": "easy mode", "contrast": "high contrast", "lowered": "lowered", "all": "all of these at once",
}  # fmt: skip
MAIN = ("welcome", "categories", "services", "priority", "confirm", "ticket-printed", "ticket-failed")
PAD = {
    "connecting": "Before the hall is known", "closed": "Closed", "idle": "Idle", "empty": "Nobody waits",
    "called": "Called", "serving": "Being served", "crowded": "All there can be at once",
    "guided": "Help in somebody's own words", "help-wanted": "A resident calls for staff at a kiosk",
    "closing": "The hall closes soon", "paused": "Paused",
    "refused": "A refusal", "no-answer": "No answer", "waiting-answer": "A press under way",
    "offline": "Offline", "not-in-hall-file": "Taken out of the hall file",
    "keypad-away": "The keypad beside it is unplugged",
    "who": "Who opens the counter?", "pin": "A clerk's PIN", "pin-wrong": "A wrong PIN",
    "pin-wait": "Wrong too often", "who-waits": "Meanwhile others can sign in",
    "transfer": "Transfer", "pause": "Why a pause?", "queue": "Who waits",
    "held": "Held", "missed": "Missed", "papers": "Papers for who is here",
}  # fmt: skip
PAD_MAIN = ("idle", "called", "serving", "crowded", "offline", "transfer", "queue")
DISPLAY = {
    "busy": "A busy morning", "busy-en": "English first", "large-hall": "An area of a large hall",
    "last-call": "Nobody is being called", "closing": "The hall closes soon",
    "missed": "Many missed numbers", "words": "An announcement", "quiet": "Before the first call",
    "start": "Before the hall is known", "offline": "No connection", "closed": "Closed",
    "closed-but-busy": "Closed, the last are served",
}  # fmt: skip
TICKETS = {
    "zh-576": "80 mm paper", "en-576": "In English", "ug-576": "In Uyghur: from right to left",
    "reprint-576": "A reprint", "three-needs-576": "Three errands", "priority-576": "Goes first, nobody ahead",
    "rare-576": "Rare Hanzi, and a Tibetan name", "own-576": "A logo, words and an order of the hall's own",
    "zh-384": "58 mm paper", "zh-text-576": "As a text, for a slow line", "zh-text-384": "As a text on 58 mm paper",
    "ug-text-384": "In Uyghur as a text: what the printer has no letters for is drawn",
}  # fmt: skip
SHEETS = {
    "checklist-576": "What to bring, without a ticket", "checklist-en-384": "On 58 mm paper, in English",
    "checklist-ug-576": "In Uyghur", "checklist-text-384": "What to bring, as a text",
    "follow-up-576": "What comes next", "follow-up-en-384": "On 58 mm paper, in English",
    "follow-up-own-576": "With the hall's logo and last words", "follow-up-text-384": "What comes next, as a text",
    "contact-576": "Whom to ask", "contact-ug-384": "On 58 mm paper, in Uyghur",
    "contact-text-576": "Whom to ask, as a text",
}  # fmt: skip
STRIPS = {
    "call": ("A call", StripContent("A012", Arrow.DOWN, ("请到本窗口", "Please come"), Tone.CALL)),
    "open": ("Open", StripContent(lines=("1 号窗口 等候叫号", "Counter 1 open"))),
}
README_PICTURES = {
    "display": "display-busy-1920x1080", "kiosk": "kiosk-categories-zh-1080x1920",
    "pad": "pad-called-1024x768-zh", "ticket": "ticket-zh-576",
}  # fmt: skip


def sections() -> Iterator[tuple[str, int, list[Shown]]]:
    """Heading, width of a picture on the page, and what is shown."""
    for size, names, width in ((TALL, tuple(KIOSK), 240), (WIDE, MAIN, 420), (SMALL, MAIN, 380)):
        yield (
            f"Kiosk, {size}",
            width,
            [Shown(KIOSK[n], tuple(("kiosk", f"{n}-{t}-{size}") for t in TONGUES)) for n in names],
        )
    for mode, words in MODES.items():
        yield (
            f"Kiosk, {words}",
            240,
            [
                Shown(KIOSK[n], tuple(("kiosk", f"{n}-{t}-{TALL}-{mode}") for t in ("zh", "en", "ug")))
                for n in MAIN
            ],
        )
    yield (
        "Kiosk, from right to left",
        240,
        [Shown(KIOSK[n], (("kiosk", f"{n}-ug-{TALL}"),)) for n in KIOSK],
    )
    for size, pads, width in (
        (SMALL, tuple(PAD), 380),
        (WIDE, PAD_MAIN, 420),
        (NARROW, ("called", "pin", "transfer"), 240),
    ):
        yield (
            f"Pad, {size}",
            width,
            [Shown(PAD[n], tuple(("pad", f"{n}-{size}-{t}") for t in TONGUES)) for n in pads],
        )
    for size, width in ((WIDE, 620), (TALL, 300), (SMALL, 480)):
        yield (
            f"Hall screen, {size}",
            width,
            [Shown(c, (("display", f"{n}-{size}"),)) for n, c in DISPLAY.items()],
        )
    yield "Ticket", 288, [Shown(c, (("ticket", n),)) for n, c in TICKETS.items()]
    yield "Other papers", 288, [Shown(c, (("ticket", n),)) for n, c in SHEETS.items()]
    yield "Window strip", 620, [Shown(c, (("strip", n),)) for n, (c, _) in STRIPS.items()]


def chosen() -> Iterator[tuple[str, str]]:
    """Folder and name of every picture on the page, in its order."""
    return (file for _, _, shown in sections() for one in shown for file in one.files)


def draw_strips(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, (_, content) in STRIPS.items():
        led_picture(Matrix().draw(content), content.tone).save(folder / f"{name}.png")


def keep(source: Path, target: Path) -> None:
    """As small a file as shows the same."""
    with Image.open(source) as picture:
        small = (
            picture
            if picture.mode == "1"
            else picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        )
        small.save(target, optimize=True)


def page() -> Iterator[str]:
    yield "# What it looks like\n"
    yield "Made by `make gallery` from fixed sample data. Where there are several: Chinese, English, Uyghur.\n"
    for heading, width, shown in sections():
        yield f"## {heading}\n"
        for one in shown:
            images = " ".join(
                f'<img src="gallery/{f}-{n}.png" width="{width}" alt="{one.caption}">' for f, n in one.files
            )
            yield f"{one.caption}\n\n{images}\n"


def main(folder: Path) -> None:
    draw_strips(folder / "strip")
    GALLERY.mkdir(parents=True, exist_ok=True)
    for old in GALLERY.glob("*.png"):
        old.unlink()
    for kind, name in chosen():
        keep(folder / kind / f"{name}.png", GALLERY / f"{kind}-{name}.png")
    for name, source in README_PICTURES.items():
        (README / f"{name}.png").write_bytes((GALLERY / f"{source}.png").read_bytes())
    PAGE.write_text("\n".join(page()), encoding="utf-8")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--names", wanted]:
            print("\n".join(name for kind, name in chosen() if kind == wanted))
        case [place]:
            main(Path(place))
        case _:
            sys.exit("usage: python -m scripts.pictures FOLDER | --names KIND")
