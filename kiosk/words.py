"""The words for every trouble: what is the matter, and what to do now."""

from ui.languages import Texts


def trouble_words(
    texts: Texts, language: str, trouble: str, *, opens: str = "", full: str = "", slot: str = ""
) -> tuple[str, str]:
    """A headline and what to do, in the language. `opens` says when the closed hall opens, `full` the names of the
    errands whose numbers are all given out, `slot` when the appointment is; '' when it isn't known."""
    return _check_in_words(texts, language, trouble, slot) or _words(texts, language, trouble, opens, full)


def _words(texts: Texts, language: str, trouble: str, opens: str, full: str) -> tuple[str, str]:
    match trouble:
        case "starting":
            return (
                texts.get(language, "Trouble", "One moment, please"),
                texts.get(language, "Trouble", "The ticket machine is connecting to the hall."),
            )
        case "offline":
            return (
                texts.get(language, "Trouble", "No connection to the hall's system"),
                texts.get(
                    language, "Trouble", "We keep trying. If it takes long, please ask at the service desk."
                ),
            )
        case "twice" | "unlisted":
            return (
                texts.get(language, "Trouble", "This ticket machine is out of order"),
                _why_out_of_order(texts, language, trouble),
            )
        case "not-saving":
            return (
                texts.get(language, "Trouble", "No numbers just now"),
                texts.get(
                    language, "Trouble", "A number you have stays good. Please ask at the service desk."
                ),
            )
        case "closed" | "hall_closed":
            return (
                texts.get(language, "Trouble", "The hall is closed"),
                opens or texts.get(language, "Trouble", "Please come back during opening hours."),
            )
        case "service_full" if full:
            return (
                texts.get(language, "Trouble", "No more numbers today:\n{errands}", errands=full),
                texts.get(language, "Trouble", "Start again without it, or ask at the service desk."),
            )
        case "service_full":
            return (
                texts.get(language, "Trouble", "No more numbers for this today"),
                texts.get(language, "Trouble", "Please ask at the service desk, or come another day."),
            )
        case "gone":
            return (
                texts.get(language, "Trouble", "This errand is no longer offered"),
                texts.get(language, "Trouble", "Please choose again, or ask at the service desk."),
            )
        case "no_answer":
            return (
                texts.get(language, "Trouble", "We could not get a number for you"),
                texts.get(
                    language, "Trouble", "The hall's system did not answer. Please ask at the service desk."
                ),
            )
    return (
        texts.get(language, "Trouble", "We could not get a number for you"),
        texts.get(language, "Trouble", "Please ask at the service desk."),
    )


def _check_in_words(texts: Texts, language: str, trouble: str, slot: str) -> tuple[str, str] | None:
    match trouble:
        case "unknown_code":
            return (
                texts.get(language, "Trouble", "We could not find this appointment"),
                texts.get(
                    language, "Trouble",
                    "Please look at the code once more, or take a number without an appointment.",
                ),
            )  # fmt: skip
        case "unknown_phone":
            return (
                texts.get(language, "Trouble", "No appointment of today has these digits"),
                texts.get(
                    language, "Trouble",
                    "Please try the phone number you gave when booking, or your appointment code.",
                ),
            )  # fmt: skip
        case "several":
            return (
                texts.get(language, "Trouble", "Several appointments have these digits"),
                texts.get(language, "Trouble", "Please type your appointment code instead."),
            )
        case "guessed":
            return (
                texts.get(language, "Trouble", "Please wait a minute"),
                texts.get(
                    language, "Trouble",
                    "The digits did not fit several times. You can use your appointment code right away.",
                ),
            )  # fmt: skip
        case "another_day":
            return (
                texts.get(language, "Trouble", "This appointment is not for today"),
                slot or texts.get(language, "Trouble", "Please ask at the service desk."),
            )
        case "used":
            return (
                texts.get(language, "Trouble", "This appointment has been used already"),
                texts.get(language, "Trouble", "You can take a new number, or ask at the service desk."),
            )
    return None


def _why_out_of_order(texts: Texts, language: str, trouble: str) -> str:
    """Where to go instead; and for staff, what is to be put right."""
    if trouble == "twice":
        return texts.get(
            language,
            "Trouble",
            "Please go to another ticket machine or to the service desk. "
            "Staff: another machine goes by its name; please stop one of the two.",
        )
    return texts.get(
        language,
        "Trouble",
        "Please go to another ticket machine or to the service desk. "
        "Staff: it is no longer in the hall file; please tell whoever looks after the hall.",
    )
