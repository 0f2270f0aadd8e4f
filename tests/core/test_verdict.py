"""Verdicts before anything was checked."""

from inspector.core.verdict import NOT_JUDGED, UNKNOWN, Judgement, Verdict


def test_what_was_not_judged_is_unknown() -> None:
    """No provider, nothing that matched, nothing to search for."""
    assert NOT_JUDGED == Judgement()
    assert NOT_JUDGED.verdict is UNKNOWN
    assert (UNKNOWN.status, UNKNOWN.matches, UNKNOWN.cause, UNKNOWN.final) == ("unknown", None, None, True)
    assert UNKNOWN.explanation.endswith(".")


def test_a_provider_is_thought_to_retry() -> None:
    """Most do; the few that do not are marked."""
    assert Judgement(provider="stripe").retries
    assert Verdict().causes == ()
