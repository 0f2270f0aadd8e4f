"""Samples of boards, tasks, tables and pages."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values

JSON = ("Content-Type", "application/json")


def _values(fresh: Fresh) -> Values:
    return {
        "base": fresh.alnum(14),
        "webhook": fresh.alnum(14),
        "exact": fresh.utc_exact()[:-4] + "Z",
        "seconds": fresh.seconds(),
        "millis": fresh.seconds() * 1000,
        "millis_text": str(fresh.seconds() * 1000),
        "task": str(fresh.number(12 * 10**14, 13 * 10**14)),
        "story": str(fresh.number(12 * 10**14, 13 * 10**14)),
        "history": str(fresh.number(4 * 10**18, 5 * 10**18)),
        "task_id": f"86{fresh.upper(7).lower()}",
        "number": fresh.number(212, 3_900),
        "uuid": fresh.uuid(),
        "delivery": fresh.uuid(),
        "page": fresh.uuid(),
        "board": fresh.number(1_400_000_000, 1_900_000_000),
        "pulse": fresh.number(1_400_000_000, 1_900_000_000),
        "hex32": fresh.hex(32),
    }


AIRTABLE_PING = Sample(
    provider="airtable",
    event="notification",
    title="Something changed in a base",
    file="notification",
    headers=(JSON,),
    values=_values,
)
ASANA_TASK = Sample(
    provider="asana",
    event="task.changed",
    title="Due date changed",
    file="task_changed",
    headers=(JSON,),
    values=_values,
)
CLICKUP_STATUS = Sample(
    provider="clickup",
    event="taskStatusUpdated",
    title="Task moved to review",
    file="taskStatusUpdated",
    headers=(JSON,),
    values=_values,
)
LINEAR_ISSUE = Sample(
    provider="linear",
    event="Issue.update",
    title="Issue moved to review",
    file="issue_update",
    headers=(
        ("Content-Type", "application/json; charset=utf-8"),
        ("Linear-Delivery", "${delivery}"),
        ("Linear-Event", "Issue"),
        ("User-Agent", "Linear-Webhook"),
    ),
    values=_values,
)
MONDAY_STATUS = Sample(
    provider="monday",
    event="update_column_value",
    title="Status set to Done",
    file="update_column_value",
    headers=(JSON,),
    values=_values,
)
NOTION_PAGE = Sample(
    provider="notion",
    event="page.properties_updated",
    title="Properties of a page changed",
    file="page.properties_updated",
    headers=(("User-Agent", "notion-api"), JSON),
    values=_values,
)
PRODUCTIVITY = (
    AIRTABLE_PING,
    ASANA_TASK,
    CLICKUP_STATUS,
    LINEAR_ISSUE,
    MONDAY_STATUS,
    NOTION_PAGE,
)
