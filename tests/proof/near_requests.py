"""Near misses of the causes that lie in the rest of a request and its time, and of not knowing."""

import hashlib
from base64 import b64encode

from tests.proof.nearly import (
    FIELDS,
    NearMiss,
    altered,
    arrived,
    by_hand,
    changed,
    discord,
    form_of,
    github,
    good,
    mac,
    miss,
    of_airwallex,
    of_discord,
    of_slack,
    of_twilio,
    stripe,
    timed,
    twilio,
    two_signatures,
)
from tests.providers.made import BODY, MARKS, VALUES, request, secret, signed

REQUESTS: tuple[NearMiss, ...] = (
    miss("url-differs", "https, and another path", of_twilio("https://127.0.0.1:8765/other"), twilio()),
    miss("url-differs", "https, and a query that is nowhere", of_twilio("https://127.0.0.1:8765/hooks?a=1"), twilio()),
    miss("url-differs", "https, and another secret", of_twilio("https://127.0.0.1:8765/hooks", b"x" * 32), twilio()),
    miss(
        "url-differs",
        "https, and another value",
        of_twilio("https://127.0.0.1:8765/hooks", fields={**FIELDS, "Body": "x"}),
        twilio(),
    ),
    miss("url-differs", "the path in capitals", of_twilio("http://127.0.0.1:8765/HOOKS"), twilio()),
    good(
        "url-differs",
        "the public URL counts",
        of_twilio("https://x.example/hooks"),
        twilio(),
        public_url="https://x.example",
    ),
    miss(
        "algorithm-mismatch",
        "SHA-1, and another secret",
        by_hand(mac(key=b"x", name="sha1")),
        github(),
        says="header-malformed",
    ),
    miss("algorithm-mismatch", "SHA-512 cut to the length of SHA-256", by_hand(mac(name="sha512")[:32]), github()),
    miss("algorithm-mismatch", "a digest without a key", by_hand(hashlib.sha256(BODY).digest()), github()),
    miss(
        "algorithm-mismatch",
        "base64 of another digest",
        by_hand(b64encode(mac(b"x")).decode()),
        github(),
        says="header-malformed",
    ),
    miss("algorithm-mismatch", "the bytes the wrong way round", by_hand(mac()[::-1]), github()),
    miss("message-layout", "joined by a sign that nobody uses", timed("1700000000", b"1700000000;" + BODY), stripe()),
    miss("message-layout", "the body alone, and changed", timed("1700000000", changed()), stripe()),
    miss("message-layout", "the body alone, with another secret", timed("1700000000", BODY, b"whsec_other"), stripe()),
    miss("message-layout", "the body twice", timed("1700000000", BODY + BODY), stripe()),
    miss("message-layout", "the time without the body", timed("1700000000", b"1700000000."), stripe()),
    miss("header-malformed", "well formed, and wrong", by_hand("0" * 64), github()),
    miss(
        "header-malformed",
        "base64 of the right digest",
        by_hand(b64encode(mac()).decode()),
        github(),
        says="algorithm-mismatch",
    ),
    miss(
        "header-malformed", "the right digest in SHA-1", by_hand(mac(name="sha1")), github(), says="algorithm-mismatch"
    ),
    miss(
        "header-malformed",
        "both signatures are of another body",
        signed("github", b"{}", scheme="github-sha256"),
        github(b"x"),
    ),
    miss(
        "header-malformed",
        "milliseconds for seconds can be read",
        timed("1700000000000", b"1700000000." + BODY, b"whsec_other"),
        stripe(),
    ),
    miss(
        "header-malformed",
        "microseconds for seconds can be read",
        of_slack("1700000000000000", b"v0:1700000000000000:" + BODY),
        secret("slack"),
        says="timestamp-unit",
    ),
    good("header-malformed", "one of two signatures is for another key", two_signatures(), stripe()),
)
TIMES: tuple[NearMiss, ...] = (
    good("timestamp-stale", "as old as it may be", arrived(signed("stripe"), 300), stripe()),
    good("timestamp-stale", "no time is signed", arrived(signed("github"), 86_400 * 400), github()),
    miss("timestamp-stale", "old, and of another secret", arrived(signed("stripe"), 86_400), stripe(b"whsec_other")),
    miss(
        "timestamp-stale",
        "a time that was not signed says that it is old",
        timed("1600000000", b"1700000000." + BODY),
        stripe(),
    ),
    good("timestamp-future", "as early as it may be", arrived(signed("slack"), -300), secret("slack")),
    good("timestamp-future", "a library that lets the future pass", arrived(signed("stripe"), -86_400), stripe()),
    miss(
        "timestamp-future",
        "early, and of another secret",
        arrived(signed("slack"), -86_400),
        secret("slack", VALUES["slack"][::-1]),
    ),
    miss(
        "timestamp-future",
        "a time that was not signed says that it is early",
        of_slack("1800000000", b"v0:1700000000:" + BODY),
        secret("slack"),
    ),
    miss("timestamp-unit", "milliseconds of another second", timed("1700000001123", b"1700000000." + BODY), stripe()),
    miss(
        "timestamp-unit",
        "milliseconds, and another secret",
        timed("1700000000000", b"1700000000." + BODY, b"whsec_other"),
        stripe(),
    ),
    miss(
        "timestamp-unit", "milliseconds, and another body", timed("1700000000000", b"1700000000." + changed()), stripe()
    ),
    miss("timestamp-unit", "a second too many", timed("1700000001", b"1700000000." + BODY), stripe()),
    good("timestamp-unit", "its provider counts milliseconds", of_airwallex(), secret("airwallex", b"hush-hush")),
)
REST: tuple[NearMiss, ...] = (
    good("key-unavailable", "the key is there", of_discord(), discord()),
    miss("key-unavailable", "another key is there", of_discord(), discord("p256")),
    miss(
        "key-unavailable",
        "there is no signature to check",
        request({"User-Agent": "Discord-Interactions/1.0"}),
        discord(),
        says=(),
        status="unsigned",
    ),
    miss("key-unavailable", "a shared secret is missing, no key", signed("stripe"), says=(), status="no-secret"),
    miss(
        "unexplained",
        "two things at once",
        altered(b'{"a":1}', b'{ "a": 1 }'),
        stripe(b"'whsec_test_secret'"),
        says=("secret-whitespace", "body-reserialised"),
    ),
    miss("unexplained", "it matches, and is old", arrived(signed("stripe"), 301), stripe(), says="timestamp-stale"),
    miss("unexplained", "nothing to check it with", signed("github"), says=(), status="no-secret"),
    miss("unexplained", "nothing to check", request(MARKS["github"]), github(), says=(), status="unsigned"),
    miss("unexplained", "a form's document instead of the form", form_of(BODY), github(), says="body-decoded"),
    good("unexplained", "the third secret is right", signed("stripe"), stripe(b"a", "a"), stripe(b"b", "b"), stripe()),
)
