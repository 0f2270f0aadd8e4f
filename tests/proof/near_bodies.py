"""Near misses of the causes that lie in a secret or a body."""

from base64 import b64encode
from dataclasses import replace

from tests.proof.nearly import (
    CHANGED,
    GITHUB,
    OF_PAYSTACK,
    OF_ZENDESK,
    NearMiss,
    altered,
    changed,
    form_of,
    github,
    good,
    miss,
    packed,
    reserialised,
    stripe,
    zipped,
)
from tests.providers.made import BODY, STANDARD, STRIPE, secret, signed, with_body

OTHER = STANDARD.replace(b"9", b"8")
"""Another secret in base64."""

SECRETS: tuple[NearMiss, ...] = (
    miss("secret-whitespace", "a wrong secret that also has a line break", signed("stripe"), stripe(b"whsec_other\n")),
    miss(
        "secret-whitespace", "the right one, a character of it lost", signed("stripe"), stripe(b' "whsec_test_secre" ')
    ),
    miss("secret-whitespace", "a blank inside", signed("stripe"), stripe(b"whsec_test secret")),
    miss("secret-whitespace", "a line break, and a word of the body changed", CHANGED, stripe(STRIPE + b"\n")),
    good(
        "secret-whitespace",
        "the sender signs with the line break too",
        signed("stripe", secret=b"ab\n"),
        stripe(b"ab\n"),
    ),
    miss(
        "secret-encoding",
        "base64 without its first character",
        signed("svix"),
        secret("svix", b"whsec_" + STANDARD[7:]),
    ),
    miss("secret-encoding", "the base64 of another secret", signed("github"), github(b64encode(b"It's no Secret"))),
    miss(
        "secret-encoding",
        "its base64 by name, and another body",
        with_body(signed("github"), changed()),
        github(b64encode(GITHUB)),
    ),
    miss(
        "secret-encoding",
        "hexadecimal in the other case",
        signed("github", secret=b"c0ffee" * 5),
        github(b"C0FFEE" * 5),
    ),
    good(
        "secret-encoding",
        "a text that could be base64 is meant as it is",
        signed("github", secret=STANDARD),
        github(STANDARD),
    ),
    miss(
        "other-provider-secret",
        "of another provider, and no better",
        signed("stripe"),
        stripe(b"whsec_x"),
        secret("slack"),
    ),
    miss(
        "other-provider-secret",
        "the right one in capitals",
        signed("stripe"),
        stripe(b"x"),
        secret("slack", STRIPE.upper()),
    ),
    miss("other-provider-secret", "Zendesk's of its tests does not match", OF_ZENDESK, secret("zendesk", b"x")),
    miss(
        "other-provider-secret",
        "ours matches without its line break",
        signed("stripe"),
        stripe(STRIPE + b"\n"),
        secret("slack", STRIPE),
        says="secret-whitespace",
    ),
    good("other-provider-secret", "both have the same", signed("stripe"), stripe(), secret("slack", STRIPE)),
    miss(
        "secret-kind",
        "an API key that matches without its line break",
        signed("stripe", secret=b"sk_live_1"),
        stripe(b"sk_live_1\n"),
        says="secret-whitespace",
    ),
    miss(
        "secret-kind",
        "an API key beside a signing secret",
        signed("stripe"),
        stripe(b"sk_live_12345678"),
        stripe(b"whsec_x", "b"),
    ),
    miss("secret-kind", "Paystack signs with its API key", OF_PAYSTACK, secret("paystack", b"sk_live_another1")),
    miss(
        "secret-kind",
        "a publishable key, and the body lost its line break",
        with_body(signed("stripe", BODY + b"\n", secret=b"pk_live_1"), BODY),
        stripe(b"pk_live_1"),
        says="body-trailing-newline",
    ),
    miss("secret-kind", "base64 with a line break, and another secret", signed("svix"), secret("svix", OTHER + b"\n")),
    miss(
        "secret-kind", "base64 in quotation marks, and another secret", signed("svix"), secret("svix", b"'%s'" % OTHER)
    ),
    good("secret-kind", "a placeholder is the secret", signed("github", secret=b"x" * 32), github(b"x" * 32)),
    good(
        "secret-kind",
        "what looks like a token of Slack is the secret",
        signed("github", secret=b"xoxb-12345"),
        github(b"xoxb-12345"),
    ),
)
BODIES: tuple[NearMiss, ...] = (
    miss("body-reserialised", "written anew, and one value is another", reserialised(n=151), stripe()),
    miss("body-reserialised", "written anew, and a value has another type", reserialised(n="150"), stripe()),
    miss("body-reserialised", "written anew, and one field is lost", reserialised("paid"), stripe()),
    miss("body-reserialised", "written anew, and signed with another secret", reserialised(), stripe(b"whsec_other")),
    miss(
        "body-reserialised",
        "two fields have changed their places",
        altered(b'{"b":1,"c":2,"a":3}', b'{"c":2,"b":1,"a":3}'),
        stripe(),
    ),
    miss(
        "body-trailing-newline",
        "the line break is lost, and a character changed",
        altered(BODY + b"\n", changed()),
        stripe(),
    ),
    miss(
        "body-trailing-newline",
        "the last bracket is lost with it",
        altered(b"[[1]]\n", b"[[1]"),
        stripe(),
        says="body-truncated",
    ),
    miss("body-trailing-newline", "a line break inside is lost", altered(b"a\nb", b"ab"), stripe()),
    miss(
        "body-trailing-newline",
        "the line break is there, the secret is another",
        signed("stripe", BODY + b"\n"),
        stripe(b"whsec_other"),
    ),
    good("body-trailing-newline", "the line break is signed", signed("stripe", BODY + b"\n"), stripe()),
    miss(
        "body-line-endings",
        "LF for CRLF, and a word changed",
        altered(b"a\r\nb", b"a\nc"),
        stripe(),
    ),
    miss(
        "body-line-endings",
        "one of two line breaks is another",
        altered(b"a\r\nb\nc\r\n", b"a\r\nb\nc\n"),
        stripe(),
    ),
    miss("body-line-endings", "a lone CR became LF", altered(b"a\rb", b"a\nb"), stripe()),
    miss(
        "body-line-endings",
        "only the last line break is lost",
        altered(b"a\nb\n", b"a\nb"),
        stripe(),
        says="body-trailing-newline",
    ),
    miss("body-charset", "the accents are lost", altered("Zoë".encode(), b"Zoe"), stripe()),
    miss(
        "body-charset",
        "in Latin-1, and a letter is another",
        altered("Zoë b".encode(), "Zoë c".encode("latin-1")),
        stripe(),
    ),
    miss(
        "body-charset",
        "a byte order mark is lost, and a digit changed",
        altered(b"\xef\xbb\xbf[1]", b"[2]"),
        stripe(),
    ),
    miss(
        "body-charset",
        "the letter beyond ASCII is escaped",
        altered('{"a":"ë"}'.encode(), b'{"a":"\\u00eb"}'),
        stripe(),
        says="body-reserialised",
    ),
    miss("body-decoded", "unpacked, and a character changed", altered(packed(), changed()), stripe()),
    miss("body-decoded", "called gzip, and none", zipped(signed("stripe", packed()), BODY), stripe(b"whsec_other")),
    miss("body-decoded", "another document in the gzip", zipped(signed("stripe"), packed(changed())), stripe()),
    miss("body-decoded", "the form's document, and a value of it changed", form_of(changed()), github()),
    good("body-decoded", "what was signed is the gzip", zipped(signed("stripe", packed()), packed()), stripe()),
    miss("body-truncated", "no JSON, and not cut off", altered(BODY, b'{"a": }'), stripe()),
    miss("body-truncated", "shorter, and whole", altered(BODY, b"{}"), stripe()),
    miss("body-truncated", "more stands behind the document", altered(BODY, BODY + b"}"), stripe()),
    miss("body-truncated", "nothing at all arrived", altered(BODY, b""), stripe()),
    miss(
        "body-truncated",
        "cut off, and a line break explains it",
        replace(altered(BODY + b"\n", BODY), complete=False),
        stripe(),
        says="body-trailing-newline",
    ),
    good("body-truncated", "half a document is what was signed", signed("stripe", BODY[:-9]), stripe()),
)
