"""The languages of snippets, in the order in which they are offered."""

from inspector.providers.snippets.go import GO
from inspector.providers.snippets.javascript import JAVASCRIPT
from inspector.providers.snippets.language import Language
from inspector.providers.snippets.php import PHP
from inspector.providers.snippets.python import PYTHON
from inspector.providers.snippets.ruby import RUBY

LANGUAGES: tuple[Language, ...] = (PYTHON, JAVASCRIPT, GO, PHP, RUBY)


def find_language(id: str) -> Language | None:
    """The language with this id."""
    return next((one for one in LANGUAGES if one.id == id), None)
