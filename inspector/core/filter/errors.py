"""What a filter that cannot be read says about itself."""

from inspector.core.errors import UsageError


class FilterError(UsageError):
    """A filter that cannot be read: where, and what was expected there."""

    def __init__(self, position: int, problem: str) -> None:
        """`position` counts characters from 0, for marking the place; the sentence counts from 1."""
        super().__init__(f"At position {position + 1}: {problem}")
        self.position = position
        self.expected = problem
