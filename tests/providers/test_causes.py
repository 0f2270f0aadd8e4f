"""The order of the search over all readings of a request."""

import time

from inspector.core.secret import Secret
from inspector.providers.basis import Basis
from inspector.providers.causes import Case, search_causes
from inspector.providers.payload import Payload
from inspector.providers.registry import BY_ID
from inspector.providers.search import Budget
from tests.providers.made import BODY, STRIPE, basis, secret, signed, with_body


def case(*own: Secret, body: bytes = BODY) -> Case:
    """A request of Stripe's, with another body than was signed."""
    made = with_body(signed("stripe"), body)
    return Case(provider=BY_ID["stripe"], payload=Payload(made, body), basis=basis(*own))


def budget(left: int = 20_000) -> Budget:
    """Time enough."""
    return Budget(until=time.monotonic() + 30, left=left)


def test_how_many_there_are_in_all() -> None:
    """When everything was tried the numbers agree; when the search stops, it is known what was left."""
    wrong = secret("stripe", b"wrong")
    whole, part = budget(), budget(700)
    searched = search_causes(case(wrong), whole)
    stopped = search_causes(case(wrong), part)

    assert searched.found is None
    assert searched.of == whole.tried
    assert part.is_spent
    assert stopped.of == whole.tried > part.tried == 700


def test_nothing_is_known_of_what_was_not_begun() -> None:
    """Where the search stops among the first changes, the bodies are not counted."""
    assert search_causes(case(secret("stripe", b"wrong")), budget(40)).of is None


def test_one_change_comes_before_two_over_all_secrets() -> None:
    """The good secret with one change of the body wins over any pair; the reading and the secret are named."""
    searched = search_causes(
        case(secret("stripe", b"wrong", "a"), secret("stripe", STRIPE, "b"), body=BODY + b"\n"), budget()
    )

    assert searched.found is not None
    assert searched.found.explained.secret.name == "b"
    assert searched.found.explained.causes == ("body-trailing-newline",)
    assert searched.found.reading.scheme.id == "stripe-v1"


def test_foreign_secrets_and_those_of_tests() -> None:
    """Secrets of other providers are tried for this one; a provider's published one comes first."""
    both = Basis(secrets={"slack": (secret("slack"),), "zendesk": (secret("zendesk", b"x"),)})
    made = Payload(signed("stripe"), BODY)

    assert [one.provider for one in Case(provider=BY_ID["stripe"], payload=made, basis=both).foreign] == [
        "slack",
        "zendesk",
    ]
    assert next(one.name for one in Case(provider=BY_ID["zendesk"], payload=made, basis=both).foreign) == "test events"
