"""Errors a user can do something about: a code and parameters, never a sentence.

The sentence is made in ``kbdesk.texts``. Everything that is not a ``UserError`` is a bug.
"""


class UserError(Exception):
    """Something the user can mend; ``code`` selects the sentence, ``parameters`` fill it."""

    def __init__(self, code: str, /, **parameters: object) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters
