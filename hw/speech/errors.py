"""What can go wrong on the way from words to sound."""


class SpeechError(Exception):
    """Something could not be said. `code` is the fault a station shows; the text says what and what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
