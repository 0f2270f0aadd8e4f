"""Samples of boards, tasks, tables and pages."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "gist"),
    [
        ("airtable", r"app\w{14} · ach\w{14}"),
        ("asana", r"2 events · \d{16} · due_on"),
        ("clickup", r"86\w{7} · in progress → in review"),
        ("linear", r"SHOP-\d+ Totals differ by a cent in the mail · In Review · Amélie Renard"),
        ("monday", "Refund order 4711 · Status · Done"),
        ("notion", "[0-9a-f-]{36} · 2 fields · Tidewater Commerce"),
    ],
)
def test_its_own(provider: str, gist: str) -> None:
    """Known among all others as just this provider's, valid, and told in one line."""
    (told,) = check(provider).values()

    assert re.fullmatch(gist, told or "")
