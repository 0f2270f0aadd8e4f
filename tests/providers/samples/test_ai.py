"""Samples of models."""

import re

from tests.providers.samples.sent import check


def test_those_of_openai() -> None:
    """Each names the thing that is done, and is not taken for just any Standard Webhook."""
    gists = check("openai")

    assert re.fullmatch(r"batch_[0-9a-f]{34}", gists["batch.completed"] or "")
    assert re.fullmatch(r"resp_[0-9a-f]{34}", gists["response.completed"] or "")
    assert re.fullmatch(r"ftjob-\w{24}", gists["fine_tuning.job.succeeded"] or "")
