"""What may have been done to a body, and what makes such a body."""

from collections.abc import Callable
from typing import Literal, TypeAlias

Kind = Literal[
    "empty", "object", "undefined", "null", "json-python", "json-python-unicode", "json-python-compact",
    "json-python-sorted", "json-python-sorted-compact", "json-flask", "json-python-indent", "json-bare",
    "json-javascript", "json-javascript-indent", "json-php", "json-php-plain", "json-ruby", "json-rails", "json-go",
    "json-python-sorted-unicode", "json-javascript-sorted", "json-javascript-picked", "json-ruby-pretty",
    "json-ruby-sorted", "json-php-pretty", "json-php-sorted", "json-php-trimmed", "json-php-nulled",
    "json-php-middled", "json-go-indent", "json-go-plain", "json-go-raw", "repr-ruby", "repr-json", "repr-bytes",
    "repr-form", "repr-querydict", "repr-formdata", "json-text", "base64", "form-json", "form-json-python",
    "form-python", "rewritten", "form", "form-lists", "form-sorted", "newline", "endings", "charset", "decoded",
    "cut",
]  # fmt: skip
"""What was done to the body."""

Make: TypeAlias = Callable[[bytes], str]
"""Raises ValueError, OverflowError or RecursionError for a body of which it makes nothing."""
