"""What our checking and signing have in common with a provider's own library: each takes what the other signs.

A comparison is a class of tests for one library; those below say what every library is asked.
"""

import re
from abc import ABC, abstractmethod
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from inspector.core.body import Body
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.providers.registry import BY_ID
from inspector.providers.samples.making import make
from inspector.providers.samples.registry import events_of
from inspector.providers.samples.secret import sample_secrets
from inspector.providers.scheme import Scheme
from inspector.providers.signing import sign_request, url_of

HOST = "hooks.example.com:8443"
ODD = '{"note":"Zoë 東京",'.encode()
PLACES = 24
"""Places of a body whose lowest bit is turned, one after another."""

SECRETS = {id: secret.value for id, secret in sample_secrets(b"o" * 32).items()}
MARGIN_S = 2.5
"""How far from its limit a time is at least: the library looks at the clock by itself, and a little later.

A time is written in whole seconds, so a second of it is lost."""
TIME = re.compile(rb"(?<![0-9A-Za-z])1[0-9]{9}(?:[0-9]{3})?(?![0-9A-Za-z])")
"""A time in a header: seconds or milliseconds since 1970."""


class Comparison(ABC):
    """A library that checks signatures."""

    provider: ClassVar[str]
    """Whose samples are compared."""
    scheme: ClassVar[str] = ""
    """The scheme, where it is not the one that our samples are signed by."""

    @abstractmethod
    def accepts(self, request: Request, secret: bytes) -> bool:
        """Whether the library takes a request for genuine."""

    def secret(self) -> bytes:
        """With what the provider signs."""
        return SECRETS[self.provider]

    def public(self, secret: bytes) -> bytes:
        """What a receiver checks with."""
        return secret

    def samples(self, now: datetime) -> list[Request]:
        """Our events of the provider, not signed yet, and one with what is easily lost: other letters, a line's end."""
        made = [make(self.provider, sample.event, now=now) for sample in events_of(self.provider)]
        if self.deciding().message.takes_body and made[0].content_type == "application/json":
            made.append(replace(made[0], body=Body.of(made[0].body.read().replace(b"{", ODD, 1) + b"\r\n")))
        return [replace(one, headers=Headers([(b"Host", HOST.encode()), *one.headers])) for one in made]

    def signed(self, sample: Request, *, secret: bytes | None = None, late: float = 0.0) -> Request:
        """The event as we sign it, that many seconds before it arrives."""
        then = sample.received_at - timedelta(seconds=late)
        key = self.secret() if secret is None else secret
        made = sign_request(
            self.provider, sample, secret=key, now=then, url=url_of(sample), scheme_id=self.scheme or None
        )
        return replace(made, received_at=sample.received_at)

    def places(self, request: Request) -> range:
        """The bytes of the body that are signed: all of it, for most."""
        return range(request.body.size)

    def both(self, request: Request, secret: bytes) -> tuple[bool, bool]:
        """What the library says, and what we say."""
        known = Secret(provider=self.provider, name="known", value=self.public(secret))
        judgement = judge(request, Basis(secrets={self.provider: (known,)}, expected=self.provider))
        return self.accepts(request, secret), judgement.verdict.status == "valid"

    def test_it_accepts_what_we_sign(self) -> None:
        """Every event that we have of the provider, signed now, is genuine to both."""
        for sample in self.samples(datetime.now(UTC)):
            assert self.both(self.signed(sample), self.secret()) == (True, True), sample.body.read()

    def test_one_changed_bit_of_the_body_is_refused_by_both(self) -> None:
        """Wherever it is, among the bytes that are signed."""
        for sample in self.samples(datetime.now(UTC)):
            request = self.signed(sample)
            for changed in with_other_bits(request, self.places(request)):
                assert self.both(changed, self.secret()) == (False, False), changed.body.read()

    def test_one_changed_bit_of_the_secret_is_refused_by_both(self) -> None:
        """At its receiver, and at its sender."""
        sample = self.samples(datetime.now(UTC))[0]
        other = self.other_secret()

        assert other != self.secret()
        assert self.both(self.signed(sample), other) == (False, False)
        assert self.both(self.signed(sample, secret=other), self.secret()) == (False, False)
        assert self.both(self.signed(sample, secret=other), other) == (True, True)

    def other_secret(self) -> bytes:
        """The secret with one other bit in what it stands for."""
        return one_bit_off(self.secret(), self.deciding())

    def deciding(self) -> Scheme:
        """The scheme that is compared."""
        schemes = BY_ID[self.provider].schemes
        return next(one for one in schemes if not self.scheme or one.id == self.scheme)


class SigningComparison(Comparison):
    """A library that signs as well."""

    @abstractmethod
    def sign(self, sample: Request, secret: bytes) -> Request:
        """The event as the library signs it at the time of its arrival."""

    def test_we_accept_what_it_signs(self) -> None:
        """And so does the library itself; neither does when one bit of it is another."""
        for sample in self.samples(datetime.now(UTC)):
            request = self.sign(sample, self.secret())
            assert self.both(request, self.secret()) == (True, True), sample.body.read()
            assert self.both(request, self.other_secret()) == (False, False)
            for changed in with_other_bits(request, self.places(request)):
                assert self.both(changed, self.secret()) == (False, False), changed.body.read()

    def test_we_sign_as_it_signs(self) -> None:
        """The same event at the same time has the same signature, to the byte."""
        for sample in self.samples(datetime.now(UTC)):
            ours, theirs = self.signed(sample), self.sign(sample, self.secret())
            assert sorted(ours.headers) == sorted(theirs.headers)
            assert ours.body.read() == theirs.body.read()


class TimedComparison(Comparison):
    """A library of a provider that signs the time."""

    checks_age: ClassVar[bool] = True
    """Whether the library looks at the age by itself."""

    def test_another_time_is_refused_by_both(self) -> None:
        """A second or a millisecond more or less, which is no question of age."""
        for sample in self.samples(datetime.now(UTC)):
            request = self.signed(sample)
            changed = replace(
                request, headers=Headers((name, TIME.sub(_next, value)) for name, value in request.headers)
            )
            assert changed.headers != request.headers
            assert self.both(changed, self.secret()) == (False, False)

    def test_both_draw_the_same_line_in_age(self) -> None:
        """A little within the limit and a little beyond, in the past and in the future, they say the same."""
        timestamp = self.deciding().timestamp
        limit = None if timestamp is None else timestamp.tolerance_s
        assert self.checks_age is (limit is not None)
        if limit is None or timestamp is None:
            return
        within, beyond = limit - max(MARGIN_S, limit / 10), limit + max(MARGIN_S, limit / 10)
        for late, taken in ((within, True), (beyond, False), (-within, True), (-beyond, not timestamp.future)):
            sample = self.samples(datetime.now(UTC))[0]
            assert (late, *self.both(self.signed(sample, late=late), self.secret())) == (late, taken, taken)


def with_field(request: Request, name: str, value: str) -> Request:
    """The request with one more header field."""
    return replace(request, headers=Headers([*request.headers, (name.encode(), value.encode())]))


def with_other_bits(request: Request, places: range) -> Iterator[Request]:
    """The request with its lowest bit turned at one place of the body, and at another; text stays text."""
    body = request.body.read()
    for place in places[:: max(1, len(places) // PLACES)]:
        if body[place] < 128:
            yield replace(request, body=Body.of(body[:place] + bytes((body[place] ^ 1,)) + body[place + 1 :]))


def one_bit_off(secret: bytes, scheme: Scheme) -> bytes:
    """A secret whose key differs in one bit, in the same form."""
    if scheme.keys[0].startswith("whsec"):
        raw = b64decode(secret.removeprefix(b"whsec_"))
        return b"whsec_" + b64encode(raw[:-1] + bytes((raw[-1] ^ 1,)))
    if scheme.keys[0] == "hex":
        raw = bytes.fromhex(secret.decode())
        return (raw[:-1] + bytes((raw[-1] ^ 1,))).hex().encode()
    return secret[:-1] + bytes((secret[-1] ^ 1,))


def _next(found: re.Match[bytes]) -> bytes:
    return str(int(found[0]) ^ 1).encode()
