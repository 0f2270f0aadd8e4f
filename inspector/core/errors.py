"""The errors of the user's world. The text of each is a full sentence that says what is wrong and what to do."""


class InspectorError(Exception):
    """Something the user can understand and mend; `exit_code` follows the list of the command line."""

    exit_code = 1


class UsageError(InspectorError):
    """Bad input: an option, a filter, a file that cannot be read."""

    exit_code = 2


class StoreError(InspectorError):
    """A store that cannot be used: newer, locked by another, not a database."""

    exit_code = 2


class NothingError(InspectorError):
    """Nothing to answer about: no such capture, unsigned, no secret."""

    exit_code = 3


class TimeLimitError(InspectorError):
    """A time limit passed."""

    exit_code = 4


class ResourceError(InspectorError):
    """Could not: a taken port, a full disk, a network that does not answer."""

    exit_code = 5


class StoreFullError(ResourceError):
    """The disk has no room for another capture."""


class StoreBusyError(ResourceError):
    """Another process has been writing for longer than the busy time-out."""
