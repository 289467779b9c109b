"""Every refusal in the clerk's language: what is wrong and what to do."""

from ui.languages import Texts
from wire.errors import ErrorCode


def refusal(texts: Texts, lang: str, code: ErrorCode) -> str:
    """Words for a code. The dispatcher's own message is English and goes to the log."""
    t = texts
    words = {
        ErrorCode.BAD_MESSAGE: t.get(
            lang,
            "Refusal",
            "The hall's system did not understand this pad. Ask whoever looks after the hall.",
        ),
        ErrorCode.TOO_LARGE: t.get(lang, "Refusal", "Too long. Shorten the text and press again."),
        ErrorCode.UNKNOWN_DEVICE: t.get(
            lang, "Refusal", "This pad is no longer in the hall file. Ask whoever looks after the hall."
        ),
        ErrorCode.NOT_ALLOWED: t.get(
            lang, "Refusal", "Not from this counter: another counter must do it, or ask the supervisor."
        ),
        ErrorCode.EXPIRED: t.get(lang, "Refusal", "The press came too late and did nothing. Press again."),
        ErrorCode.UNKNOWN_SERVICE: t.get(
            lang, "Refusal", "That service is no longer in the hall file. Choose another."
        ),
        ErrorCode.UNKNOWN_COUNTER: t.get(
            lang, "Refusal", "That counter is no longer in the hall file. Choose another."
        ),
        ErrorCode.UNKNOWN_TICKET: t.get(
            lang, "Refusal", "No such number today. Compare it with the ticket and type it again."
        ),
        ErrorCode.UNKNOWN_APPOINTMENT: t.get(
            lang, "Refusal", "No such booking. Ask the resident to take a ticket."
        ),
        ErrorCode.UNKNOWN_CLERK: t.get(
            lang, "Refusal", "That clerk is not in the hall file. Sign in with another number."
        ),
        ErrorCode.HALL_CLOSED: t.get(lang, "Refusal", "The hall is closed now. Try again in opening hours."),
        ErrorCode.SERVICE_FULL: t.get(
            lang, "Refusal", "No more tickets for that service today. Choose another service."
        ),
        ErrorCode.COUNTER_CLOSED: t.get(
            lang, "Refusal", "The counter is closed. Open it first, or choose another one."
        ),
        ErrorCode.COUNTER_PAUSED: t.get(lang, "Refusal", "The counter is paused. Press Resume first."),
        ErrorCode.COUNTER_BUSY: t.get(
            lang, "Refusal", "There is still a number at the counter. Press Done, Hold or No-show first."
        ),
        ErrorCode.NO_CURRENT_TICKET: t.get(
            lang, "Refusal", "There is no number at the counter. Press Next first."
        ),
        ErrorCode.WRONG_STATE: t.get(
            lang,
            "Refusal",
            "Not possible any more: things have changed. Look at the screen and choose again.",
        ),
        ErrorCode.WRONG_PIN: t.get(
            lang, "Refusal", "Wrong PIN. Type it again; after five wrong ones there is a minute's wait."
        ),
        ErrorCode.ALREADY_RATED: t.get(lang, "Refusal", "This ticket has its rating already. Nothing to do."),
        ErrorCode.BUSY: t.get(lang, "Refusal", "The hall's system is busy. Wait a moment and press again."),
    }
    return words[code]
