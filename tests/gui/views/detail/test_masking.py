"""Captured secrets are hidden in text."""

import pytest

from inspector.core.verdict import Judgement
from inspector.gui.views.detail.masking import hide_head, hide_values, secret_headers, secret_keys

JUDGEMENT = Judgement(sensitive=("header:X-Gitlab-Token", "json:event.Token", "form:code"))


def test_reads_the_places() -> None:
    """Headers and keys are told apart, in lower case."""
    assert frozenset({"x-gitlab-token"}) == secret_headers(JUDGEMENT)
    assert ("code", "token") == secret_keys(JUDGEMENT)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('"token": "abc"', '"token": "•••"'),
        ('"Token":"a\\"c"', '"Token":"••••"'),
        ('"other": "token"', '"other": "token"'),
        ("a=1&token=abc&b=2", "a=1&token=•••&b=2"),
        ("token=abc", "token=•••"),
        ("xtoken=abc", "xtoken=abc"),
        ('"token": "unfinished', '"token": "••••••••••'),
        (r'{"a\"b":"x","tok\u0065n" : "a\"c"}', r'{"a\"b":"x","tok\u0065n" : "••••"}'),
        (r'{"\u0054OKEN":"abc', r'{"\u0054OKEN":"•••'),
        (r'{"a":"tok\u0065n","b":"x"}', r'{"a":"tok\u0065n","b":"x"}'),
        (r'{"tok\u0065n":1}', r'{"tok\u0065n":1}'),
        (r'"\ud800\u' + '"' + ':"tok', r'"\ud800\u' + '"' + ':"tok'),
    ],
)
def test_hides_character_for_character(text: str, shown: str) -> None:
    """Only the value becomes dots, and the length stays, so that columns do."""
    assert shown == hide_values(text, ("token",))
    assert len(text) == len(shown)


def test_hides_in_a_head() -> None:
    """The value of a secret field and its folded lines are dots; the others stay as they came."""
    head = b"POST /?code=1 HTTP/1.1\r\nX-GITLAB-token: s3cret\r\n more\r\nHost: x\r\n\r\n"

    assert "POST /?code=•••••••• HTTP/1.1\r\nX-GITLAB-token: ••••••••\r\nHost: x\r\n\r\n" == hide_head(
        head, secret_headers(JUDGEMENT), frozenset({"code"})
    )


def test_a_hostile_body_is_hidden_in_one_pass() -> None:
    """Escaped quotation marks without end are no work without end."""
    text = '"' + '\\"' * 500_000

    assert hide_values(text, ("token",)) == text
