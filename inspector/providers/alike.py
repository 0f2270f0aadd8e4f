"""Other text of the same form: digits stay digits, letters letters of their case, everything else as it is."""

import random
import string

_ALPHABETS = (string.digits, "abcdef", string.ascii_lowercase, "ABCDEF", string.ascii_uppercase)
"""The letters of hexadecimal digits stay such."""
_RANDOM = random.SystemRandom()


def alike(text: str) -> str:
    """Random text of the form of this one."""
    return "".join(map(_other, text))


def _other(character: str) -> str:
    alphabet = next((one for one in _ALPHABETS if character in one), character)
    return _RANDOM.choice(alphabet)
