"""Errors that end a command: their text is written for the person at the keyboard."""


class BriefkitError(Exception):
    """What cannot go on, in plain words, with a hint on how to mend it.

    Problems inside a brief are findings, not errors of this kind.
    """

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        """Keep the message, and the hint if there is one."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(BriefkitError):
    """Something that was asked for does not exist or does not go together."""


class OutputError(BriefkitError):
    """An output that cannot be written."""


class InputError(BriefkitError):
    """A file that was to be taken in and cannot be: it is not what it should be, or it is dangerous."""
