"""What judging goes by beside the request itself: plain data, which crosses to the worker process as it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from inspector.core.secret import Secret
from inspector.providers.provider import Provider

Secrets: TypeAlias = Mapping[str, tuple[Secret, ...]]
"""Secrets by the id of their provider, in the order in which they are tried; public keys are among them."""

Samples: TypeAlias = Mapping[str, Secret]
"""The secrets of our own sample events by the id of their provider: tried last, of requests from this machine alone."""

NO_SAMPLES: Samples = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Everything that a verdict depends on. The same basis and request always give the same verdict."""

    secrets: Secrets = field(default_factory=dict)
    samples: Samples = field(default_factory=dict)
    public_url: str = ""
    """Under which senders reach the endpoint, without a path; empty where that is not known."""
    expected: str = ""
    """Id of the provider that the endpoint is for; it decides where several could have sent a request."""
    custom: tuple[Provider, ...] = ()
    """Providers that the user described, which are looked for before ours."""


NOTHING = Basis()
