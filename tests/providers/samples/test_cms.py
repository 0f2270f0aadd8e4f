"""Samples of content."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "event", "gist"),
    [
        ("contentful", "ContentManagement.Entry.publish", r"Winter timetable · page · master · \w{12}"),
        ("sanity", "update", r"Winter timetable · post · production"),
        ("webflow", "form_submission", r"Contact form · lena\.brandt@example\.com"),
        ("hygraph", "publish", r"Winter timetable · Post · PUBLISHED"),
    ],
)
def test_its_own(provider: str, event: str, gist: str) -> None:
    """Known among all others as just this provider's, verified, and told in one line."""
    assert re.fullmatch(gist, check(provider)[event] or "")
