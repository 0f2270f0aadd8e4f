"""Makes of a capture what is sent of it: as it came, changed, signed now, or signed badly on purpose."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from inspector.core import clock
from inspector.core.alteration import NO_ALTERATION, Alteration, alter, changes
from inspector.core.capture import Capture
from inspector.core.dispatch import As
from inspector.core.errors import NothingError, UsageError
from inspector.core.head import write_head
from inspector.core.recipe import OWN
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.sending_wishes import Break
from inspector.dispatch.outgoing import captured_target, target_of
from inspector.dispatch.targets import parse, target_url
from inspector.engine.secret_keeping import SecretKeeping
from inspector.providers.breaking import Signer, base_of, shown_schemes, sign_badly, sign_now
from inspector.providers.checking import keys_and_settings
from inspector.providers.provider import Provider
from inspector.providers.registry import find
from inspector.providers.samples.secret import NAME
from inspector.providers.unsigned import without_signature
from inspector.providers.verdicts import SAMPLE_SETTING

BROKEN = "broken on purpose: "
"""Among what a dispatch says was changed, before the way in which its signature is bad."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How captures are sent again."""

    signed: bool = False
    sign_with: str = ""
    """Name of a secret; empty for the one that verified the capture, else the provider's only one."""
    broken: Break | None = None
    alteration: Alteration = NO_ALTERATION


AS_RECEIVED = Manner()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A request that is ready to be sent, and what its dispatch says of it."""

    request: Request
    url: str
    """The whole one."""
    as_: As = "received"
    changed: tuple[str, ...] = ()


class Preparing:
    """Finds the secret of a capture and signs with it. Slow where a body is large: called on a thread."""

    def __init__(
        self, secrets: Callable[[], SecretKeeping], *, custom: Callable[[], tuple[Provider, ...]] = lambda: ()
    ) -> None:
        """`secrets` is asked when something is signed; `custom` gives the providers that the user described."""
        self._secrets = secrets
        self._custom = custom

    def prepare(self, capture: Capture, target: str, manner: Manner) -> Prepared:
        """What is sent of a capture to a target.

        Raises UsageError where it cannot be changed or signed in that manner, NothingError where there is no secret.
        """
        request = alter(capture.request, manner.alteration) if manner.alteration else capture.request
        url = target_url(target, request.target)
        as_: As = "edited" if manner.alteration else "received"
        before = capture.request
        if manner.signed or manner.broken:
            as_ = "signed"
            signer = self.signer_for(capture, manner.sign_with)
            before = aimed(before, target_url(target, before.target))
            request = signed(signer, request, url, manner.broken)
            url = address(request, url)
        changed = changes(before, request) if request is not capture.request else ()
        if manner.broken:
            changed = (*changed, f"{BROKEN}{manner.broken}")
        return Prepared(request=request, url=url, as_=as_, changed=changed)

    def signer_for(self, capture: Capture, name: str = "") -> Signer:
        """With what a capture is signed again: the secret of that name, else the one that verified it, else the only
        one. Raises UsageError, or NothingError, which names those that there are.
        """
        provider = find(capture.judgement.provider or "", self._custom())
        if provider is None:
            raise UsageError(f"Capture {capture.id} is of no provider that is known, so it cannot be signed.")
        if not provider.schemes:
            raise UsageError(f"{provider.name} signs nothing, so there is nothing to sign capture {capture.id} with.")
        verdict = capture.judgement.verdict
        signer = self._signer(provider, name, verdict.secret or "")
        verified = verdict.scheme if verdict.matches else None
        return replace(signer, schemes=shown_schemes(provider, capture.request, signer.secret, verified))

    def signer_of(self, provider_id: str, name: str = "") -> Signer:
        """With what a sample is signed: the secret of that name, or the sample secret for none. Raises NothingError.

        Of a provider that the user described the only one that is kept for it signs, else its sample secret.
        """
        provider = find(provider_id, self._custom())
        if provider is None:
            raise UsageError(f"There is no provider “{provider_id}”.")
        if not provider.schemes and not name:
            return Signer(provider=provider, secret=Secret(provider=provider.id, name=NAME, value=b""))
        if name or provider.id.startswith(OWN):
            return self._signer(provider, name, "" if self._known(provider)[0] else NAME)
        secret = Secret(provider=provider.id, name=NAME, value=self._secrets().signing(provider.id, ""))
        return Signer(provider=provider, secret=secret, setting=SAMPLE_SETTING, custom=self._custom())

    def _signer(self, provider: Provider, name: str, verified: str) -> Signer:
        keys, settings = self._known(provider)
        known = {secret.name: secret for secret in keys}
        stored = tuple(known)
        sample = self._secrets().samples.get(provider.id)
        if sample is not None:
            known.setdefault(NAME, sample)
        chosen = known.get(name or verified)
        if chosen is None and not name and len(stored) == 1:
            chosen = known[stored[0]]
        if chosen is None:
            raise NothingError(self._no_secret(provider, name, stored))
        setting = SAMPLE_SETTING if chosen is sample else settings[0].value.strip() if settings else b""
        return Signer(provider=provider, secret=chosen, setting=setting, custom=self._custom())

    def _known(self, provider: Provider) -> tuple[list[Secret], list[Secret]]:
        """The secrets that are keys, and those that are values of a setting."""
        # What was fetched checks signatures, and makes none.
        secrets = tuple(one for one in self._secrets().current.get(provider.id, ()) if not one.source)
        with_setting = next((scheme for scheme in provider.schemes if scheme.setting), None)
        return (list(secrets), []) if with_setting is None else keys_and_settings(with_setting, secrets)

    def _no_secret(self, provider: Provider, name: str, stored: tuple[str, ...]) -> str:
        listed = ", ".join(f"“{one}”" for one in stored)
        if name in [one.name for one in self._known(provider)[1]]:
            what = provider.schemes[0].setting.replace("_", " ")
            return (
                f"“{name}” is a {what} of {provider.name}: it checks signatures "
                f"and cannot make one. `trigger {provider.id}` signs with a key pair made for the purpose."
            )
        if name in [one.name for one in self._secrets().names() if one.provider == provider.id]:
            return f"The secret “{name}” of {provider.name} cannot be read now. {self._secrets().vault.describe()}"
        if name and listed:
            return f"There is no secret “{name}” of {provider.name}; there is {listed}."
        if listed:
            return f"None of the secrets of {provider.name} verified this; choose one to sign it with: {listed}."
        return f"There is no secret of {provider.name} to sign with; add one (Preferences › Secrets, `secrets add`)."


def signed(signer: Signer, request: Request, url: str, broken: Break | None = None) -> Request:
    """The request as its provider would sign it now for a URL, or badly; of one that signs nothing as it is.

    Its path and query are those that go out to that URL. Raises UsageError where it cannot be signed so.
    """
    now = clock.now()
    request = aimed(request, url)
    url = address(request, url)
    if broken is None and not signer.provider.schemes:
        return replace(request, received_at=now)
    if broken is None:
        return sign_now(signer, request, now, url)
    if broken == "unsigned":
        return without_signature(signer, sign_now(signer, request, now, url))
    return sign_badly(signer, request, now, url, broken)


def aimed(request: Request, url: str) -> Request:
    """The request with the path and query that go out to a URL, as what is signed of them must be what arrives."""
    target = target_of(request, parse(url))
    if target == captured_target(request):
        return request
    written = target.decode("latin-1")
    return replace(request, target=written, head=write_head(request.method, written, request.headers))


def address(request: Request, url: str) -> str:
    """The whole URL of a request that was signed for one: what signing put into its query goes out, too."""
    return base_of(url) + request.target if request.target.startswith("/") else url
