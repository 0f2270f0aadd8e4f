"""No cause is named that is only nearly the one."""

import gzip
from collections import Counter
from typing import get_args

import pytest

from inspector.core.verdict import Cause
from inspector.providers.basis import Basis
from inspector.providers.diagnosis import diagnose
from inspector.providers.judging import judge
from tests.proof.near_bodies import BODIES, SECRETS
from tests.proof.near_requests import REQUESTS, REST, TIMES
from tests.proof.nearly import NearMiss
from tests.providers.made import secrets

NEAR_MISSES = (*SECRETS, *BODIES, *REQUESTS, *TIMES, *REST)


def unpack(content: bytes, encoding: str) -> bytes:
    """What the engine passes in to undo content encodings."""
    if encoding != "gzip":
        raise ValueError(encoding)
    return gzip.decompress(content)


@pytest.mark.parametrize("one", NEAR_MISSES, ids=lambda one: f"{one.cause}: {one.why}")
def test_the_cause_is_not_named(one: NearMiss) -> None:
    """What is said is the true cause, or that none was found, and nothing beside it."""
    basis = Basis(secrets=secrets(*one.secrets), public_url=one.public_url)
    verdict = diagnose(one.request, judge(one.request, basis), basis, seconds=20, decode=unpack).verdict

    assert (verdict.status, verdict.causes, verdict.final) == (one.status, one.says, True)
    assert verdict.cause == (one.says[0] if one.says else None)
    assert one.cause not in verdict.causes


def test_every_cause_has_three() -> None:
    """A cause that is added brings its near misses with it, and none stands in the table twice."""
    number = Counter(one.cause for one in NEAR_MISSES)

    assert {cause: number[cause] for cause in get_args(Cause) if number[cause] < 3} == {}
    assert len({(one.cause, one.why) for one in NEAR_MISSES}) == len(NEAR_MISSES)
