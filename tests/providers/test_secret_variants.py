"""Keys that a secret may have meant."""

import base64

import pytest

from inspector.core.secret import Secret
from inspector.providers.registry import SCHEMES
from inspector.providers.secret_variants import apart, describe, key_variants, plain_keys, trimmed
from tests.providers.made import STANDARD, STRIPE, diagnosed, secret, signed

WRONG = b"whsec_another"


@pytest.mark.parametrize(
    ("value", "part", "words"),
    [
        (b"a\n", b"a", "without its last character, a line break"),
        (b"a\r\n", b"a", "without its last 2 characters, a carriage return and a line break"),
        (b"\ta", b"a", "without its first character, a tab"),
        (b"a   ", b"a", "without its last 3 characters, white space"),
        (b" a ", b"a", "without the white space around it"),
        (b"'a'", b"a", "without the quotation marks around it"),
        (b'a"', b"a", "without its last character, a quotation mark"),
        (b"a\xe2\x80\x8bb", b"ab", "without the invisible characters in it"),
        (b"a\xe2\x80\x8b", b"a", "without its last character, which is invisible"),
        (b"\xef\xbb\xbf\xe2\x80\x8ba", b"a", "without its first 2 characters, which are invisible"),
        (b"a\xc2\xa0", b"a", "without its last character, a no-break space"),
        (b"<a>", b"a", "without the angle brackets around it"),
        (b"a>", b"a", "without its last character, an angle bracket"),
        (b' "a"\n', b"a", "without the quotation marks and white space around it"),
    ],
)
def test_what_is_left_out(value: bytes, part: bytes, words: str) -> None:
    """Said by place, number and name, and not a character of the secret is told."""
    assert describe(value, part) == words


def test_trimming() -> None:
    """What belongs to no secret is taken off, and what the sender may have is put on."""
    found = {value: words for words, value in trimmed(b' export KEY="hush"\n')}

    assert found[b"hush"] == "without the name and the “=” before it"
    assert b"Bearer x"[7:] in {value for _, value in trimmed(b"Bearer x")}
    assert {b"x\n", b"x\r\n", b"x ", b'"x"'} <= {value for _, value in trimmed(b"x")}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (b"v1,hush", "without “v1,” before it"),
        (b"v1,other|v1,hush", "without what stands beside it: it is part 2 of 2"),
        (b"hush, other", "without what stands beside it: it is part 1 of 2"),
        (b"secret: hush", "without what stands beside it: it is part 2 of 2"),
        (b"hu\n  sh", "without the white space inside it"),
    ],
)
def test_what_was_kept_with_the_secret(value: bytes, words: str) -> None:
    """One of several, one behind a version or a name, and one that was broken into lines are found."""
    assert {value: words for words, value in apart(value)}[b"hush"] == words


def test_keys_are_found_once_and_single_changes_first() -> None:
    """No key twice, none that the scheme makes anyway."""
    scheme = SCHEMES["standard-webhooks-v1"]
    own, other = secret("standard-webhooks", STANDARD + b"\n"), secret("svix", b"whsec_b3RoZXI=", "other")
    plain = {variant.key for variant in plain_keys([own, secret("standard-webhooks")], scheme)}
    found = key_variants([own], [other], scheme)
    keys = [variant.key for variant in found]

    assert len(plain) == 1
    assert len(set(keys)) == len(keys)
    assert [len(variant.causes) for variant in found] == sorted(len(variant.causes) for variant in found)
    assert next(v for v in found if v.key in plain).causes == ("secret-whitespace",)
    assert next(v for v in found if v.key == b"other").causes == ("other-provider-secret",)


def test_unknown_prefixes_are_not_told() -> None:
    """What stands before an underscore may be half a password."""
    found = key_variants([secret("github", b"correcthorse_battery")], [], SCHEMES["github-sha256"])

    assert all("correct" not in " ".join(variant.words) for variant in found)
    assert any("behind its first underscore" in " ".join(variant.words) for variant in found)


def test_tokens_have_no_encodings() -> None:
    """A token is compared as it is; it has no key."""
    found = key_variants([secret("gitlab", b"abcd")], [], SCHEMES["gitlab-token"])

    assert {variant.causes for variant in found} == {("secret-whitespace",)}


@pytest.mark.parametrize(
    ("stored", "sentence"),
    [
        (STRIPE + b"\n", "“production” is used without its last character, a line break."),
        (STRIPE + b"\r\n", "without its last 2 characters, a carriage return and a line break."),
        (b" " + STRIPE, "without its first character, a blank."),
        (b"\t" + STRIPE + b"  ", "without the white space around it."),
        (b'"' + STRIPE + b'"', "without the quotation marks around it."),
        (STRIPE + b"\\n", "without its last 2 characters, “\\n”."),
        (b"STRIPE_SECRET=" + STRIPE, "without the name and the “=” before it."),
        (STRIPE.removeprefix(b"whsec_"), "with “whsec_” before it."),
        (STRIPE[:-1], None),
        (STRIPE.capitalize(), None),
        (STRIPE + b"x", None),
    ],
)
def test_white_space_and_quotes_around_a_secret(stored: bytes, sentence: str | None) -> None:
    """A secret that was pasted with too much is named; one that differs in itself is not excused."""
    verdict = diagnosed(signed("stripe"), _stripe(stored)).verdict

    assert verdict.final
    assert verdict.cause == ("secret-whitespace" if sentence else "unexplained")
    assert verdict.secret == ("production" if sentence else None)
    assert sentence is None or sentence in verdict.explanation


def test_white_space_that_the_sender_has() -> None:
    """A secret that was saved with a line break at the sender is named too."""
    verdict = diagnosed(signed("github", secret=b"hush\n"), secret("github", b"hush")).verdict

    assert verdict.cause == "secret-whitespace"
    assert "with a line break behind it" in verdict.explanation


@pytest.mark.parametrize(
    ("provider", "used", "stored"),
    [
        ("stripe", base64.b64decode(STANDARD[6:]), STANDARD),
        ("standard-webhooks", b"whsec_" + base64.b64encode(STANDARD), STANDARD),
        ("github", b"\x01\x02hush", b"0102" + b"hush".hex().encode()),
    ],
)
def test_a_secret_that_becomes_a_key_another_way(provider: str, used: bytes, stored: bytes) -> None:
    """Base64 that was decoded, or was not, and hexadecimal."""
    verdict = diagnosed(signed(provider, secret=used), secret(provider, stored)).verdict

    assert (verdict.cause, verdict.secret) == ("secret-encoding", "production")


def test_the_secret_of_another_provider() -> None:
    """It is named with its owner; a secret that fits nothing is not."""
    made = signed("stripe")
    found = diagnosed(made, _stripe(WRONG), secret("svix", STRIPE, "live")).verdict
    trimmed = diagnosed(made, _stripe(WRONG), secret("svix", STRIPE + b"\n", "live")).verdict
    near = diagnosed(made, _stripe(WRONG), secret("svix", STRIPE[:-1], "live")).verdict

    assert (found.cause, found.secret, found.matches) == ("other-provider-secret", "live", False)
    assert found.explanation == (
        "The signature matches with “live”, which is stored as a secret of Svix, not of Stripe. Keep it as a secret of "
        "this sender too, or see whether the sender has the right one."
    )
    assert trimmed.causes == ("other-provider-secret", "secret-whitespace")
    assert near.cause == "unexplained"


def _stripe(value: bytes, name: str = "production") -> Secret:
    return secret("stripe", value, name)
