"""Twilio's own library, for both digests, for forms and for other bodies."""

import json
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import ClassVar
from urllib.parse import parse_qsl

from twilio.request_validator import RequestValidator, get_signature_algorithm

from inspector.core.body import Body
from inspector.core.head import write_head
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.providers.signing import url_of
from tests.oracles.comparing import SigningComparison, with_field

FORM = "application/x-www-form-urlencoded"
FIELD = "X-Twilio-Signature"
SETTINGS = "X-Twilio-Webhooks-Signature-Settings"
KEY = "key=webhooks_sharedkey_1,algorithm=HMAC_SHA256"


class Fields(dict[str, list[str]]):
    """The fields of a form as frameworks hand them over."""

    def getlist(self, name: str) -> list[str]:
        """All values of one name."""
        return self[name]


def fields_of(body: bytes) -> Fields:
    """A form's fields, the empty ones too."""
    fields = Fields()
    for name, value in parse_qsl(body.decode(), keep_blank_values=True):
        fields.setdefault(name, []).append(value)
    return fields


class Twilio(SigningComparison):
    """`RequestValidator`, which gets fields or text."""

    provider = "twilio"
    settings: ClassVar[str] = ""

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Says yes or no."""
        body = request.body.read()
        params = fields_of(body) if request.content_type == FORM else body.decode()
        algorithm = get_signature_algorithm(request.headers.get(SETTINGS))
        signature = request.headers.get(FIELD) or ""
        return bool(RequestValidator(secret.decode()).validate(url_of(request), params, signature, algorithm))

    def sign(self, sample: Request, secret: bytes) -> Request:
        """Its signature, and what tells the digest."""
        params = fields_of(sample.body.read()) if sample.content_type == FORM else {}
        algorithm = get_signature_algorithm(self.settings)
        signature = RequestValidator(secret.decode()).compute_signature(url_of(sample), params, algorithm)
        return with_field(sample, FIELD, signature)

    def samples(self, now: datetime) -> list[Request]:
        """Ours are forms; one is called with a query, and one is JSON."""
        forms = super().samples(now)
        text = json.dumps({"type": "com.twilio.messaging.message.sent", "n": 1}).encode()
        target = f"/hooks/twilio?x=1&bodySHA256={sha256(text).hexdigest()}"
        headers = Headers.of(("Host", forms[0].headers.get("Host") or ""), ("Content-Type", "application/json"))
        other = replace(forms[0], target=target, headers=headers, body=Body.of(text))
        asked = replace(forms[0], target="/hooks/twilio?x=1&y=%20")
        both = [replace(one, head=write_head(one.method, one.target, one.headers)) for one in (asked, other)]
        made = [*forms, *both]
        return [with_field(one, SETTINGS, self.settings) for one in made] if self.settings else made

    def places(self, request: Request) -> range:
        """A separator of fields that changes may leave the same text to sign: the values of one field are looked at."""
        if request.content_type != FORM:
            return super().places(request)
        start = request.body.read().index(b"AccountSid=") + len(b"AccountSid=")
        return range(start, start + 34)

    def test_another_url_is_refused_by_both(self) -> None:
        """A path or a query that differs in one character, and another host."""
        for sample in self.samples(datetime.now().astimezone()):
            request = self.sign(sample, self.secret())
            for changed in (
                request.target.replace("hooks", "hookt"),
                request.target + ("&z" if "?" in request.target else "?z"),
            ):
                other = replace(request, target=changed, head=write_head(request.method, changed, request.headers))
                assert self.both(other, self.secret()) == (False, False), changed


class TestAuthToken(Twilio):
    """HMAC-SHA1 with the account's token."""

    scheme = "twilio-sha1"


class TestSharedKey(Twilio):
    """HMAC-SHA256 with a shared key, as a header says."""

    scheme, settings = "twilio-sha256", KEY
