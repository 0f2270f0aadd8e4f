"""A list without the repeats that stand under their first arrival, as a condition in SQL."""

from inspector.core.filter.tree import All
from inspector.store.filter_sql import Where

_REPEAT = "captures.duplicate_of IS NOT NULL AND captures.repeat IS NOT 'same-event'"


def folded(where: Where | None) -> Where:
    """What matches, but for repeats of a delivery whose first arrival is there and matches, too.

    Another delivery that looks like the same event is no repeat of a delivery, and stays.
    """
    sql, parameters = ("1", ()) if where is None else (where.sql, where.parameters)
    # The condition of the filter again, over the first arrival: names without a table mean the inner one anyway.
    of_first = sql.replace("captures.", "first.")
    there = (
        "EXISTS (SELECT 1 FROM captures AS first WHERE first.id = captures.duplicate_of "
        f"AND +first.removed_at IS NULL AND ({of_first}))"
    )
    return Where(
        sql=f"({sql}) AND NOT ({_REPEAT} AND {there})",
        parameters=(*parameters, *parameters),
        tree=All() if where is None else where.tree,
    )
