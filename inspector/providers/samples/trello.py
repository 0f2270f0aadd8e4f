"""Samples of Trello."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _values(fresh: Fresh) -> Values:
    return {
        "object": _id(fresh),
        "card": _id(fresh),
        "list": _id(fresh),
        "attachment": _id(fresh),
        "preview": _id(fresh),
        "checklist": _id(fresh),
        "check_item": _id(fresh),
        "short_number": fresh.number(30, 480),
        "link": fresh.alnum(8),
        "exact": fresh.utc_millis(),
    }


def _id(fresh: Fresh) -> str:
    """An ObjectId of MongoDB: when it was made, then random."""
    return f"{fresh.seconds(1):08x}{fresh.hex(16)}"


def _event(event: str, title: str) -> Sample:
    return Sample(
        provider="trello",
        event=event,
        title=title,
        file=event,
        headers=(("Content-Type", "application/json"),),
        values=_values,
    )


TRELLO = (
    _event("updateCard", "Card moved to another list"),
    _event("createCard", "Card created"),
    _event("commentCard", "Comment on a card"),
    _event("addMemberToCard", "Member added to a card"),
    _event("addLabelToCard", "Label added to a card"),
    _event("addAttachmentToCard", "File attached to a card"),
    _event("addChecklistToCard", "Checklist added to a card"),
    _event("updateCheckItemStateOnCard", "Item of a checklist done"),
    _event("deleteCard", "Card deleted"),
    _event("createList", "List created"),
    _event("updateList", "List archived"),
    _event("addMemberToBoard", "Member added to the board"),
)
