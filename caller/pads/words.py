"""The faults of pads in words, Chinese and English: the console shows them to whoever looks after the hall."""

from caller.pads.faults import NO_EVALUATOR, UNPLUGGED, Complaint
from hw.keypad import FaultKind
from ui.languages import Texts
from wire.states import Fault


def fault(texts: Texts, complaint: Complaint) -> Fault:
    """As the presence says it."""
    both = (_words(texts, language, complaint) for language in ("zh", "en"))
    return Fault(code=complaint.code, text=" / ".join(both))


def _words(t: Texts, lang: str, complaint: Complaint) -> str:
    address, line = complaint.address, complaint.line
    match complaint.code:
        case str(code) if code == UNPLUGGED:
            return t.get(lang, "Pads", "Keypads at {line} are unplugged; look at plug and power", line=line)
        case str(code) if code == NO_EVALUATOR:
            return t.get(lang, "Pads", "Evaluator {address} is heard, but not set up", address=address)
        case FaultKind.UNKNOWN_PAD:
            return t.get(lang, "Pads", "Keypad {address} is not in the hall file", address=address)
        case FaultKind.SAME_ADDRESS:
            return t.get(lang, "Pads", "Two keypads go by address {address}; change one", address=address)
        case FaultKind.UNKNOWN_KEY:
            return t.get(lang, "Pads", "Keypad {address} has a key that the key map lacks", address=address)
        case FaultKind.NOISE:
            return t.get(lang, "Pads", "Noise on {line}; look at cable, speed and termination", line=line)
    return t.get(lang, "Pads", "Presses of keypad {address} come too late; set its clock", address=address)
