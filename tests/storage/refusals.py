"""What every refusal must be: a known code whose sentence can be made from the parameters, in one or two sentences."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kbdesk.errors import UserError
from kbdesk.texts.sentences import SENTENCES


def sentence_of(error: UserError) -> str:
    """The English sentence, with every place filled."""
    return SENTENCES[error.code].format(**error.parameters)


@contextmanager
def no_traceback() -> Iterator[None]:
    """The block works, or it is refused with a sentence."""
    try:
        yield
    except UserError as error:
        if not sentence_of(error):
            raise


@contextmanager
def refused(code: str, *named: str) -> Iterator[None]:
    """The block is refused with this code; its sentence names what is given and is no traceback."""
    with pytest.raises(UserError) as caught:
        yield
    assert caught.value.code == code
    sentence = sentence_of(caught.value)
    for name in named:
        assert name in sentence
    assert "\n" not in sentence
    assert "Traceback" not in sentence
    assert not re.search(r"[{}]", sentence)
