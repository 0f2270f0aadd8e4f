"""A provider that the user described, as it stands in `providers.toml`: plain texts, not judged yet."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import TypeAlias

from inspector.core.errors import UsageError

OWN = "custom:"
"""How the ids of providers begin that the user described."""

Values: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How to recognise a provider, and how it signs. What may stand in each text is read by `providers.custom`."""

    name: str = ""
    """Its id is `custom:` and this."""
    recognise: tuple[str, ...] = ()
    """Conditions that all hold: `header:X-Acme-Signature`, `header:User-Agent=Acme/*`, `path=/hooks/acme*`,
    `json:type=acme.*`. With none, the signature's place has to be there."""
    signature: str = ""
    """The place of the signature: `header:X-Acme-Signature`; empty where the provider signs nothing."""
    form: str = "single"
    """How it stands there: `single`, `pairs` (`t=…,v1=…`), `list` (`v1,… v1,…`), `basic` or `jwt`."""
    prefix: str = ""
    """What stands before a single signature, or before each of a list."""
    field: str = ""
    """Of pairs: the name of the one that is the signature."""
    separator: str = ""
    """Between pairs, or the entries of a list; empty for a comma and a blank."""
    message: str = "{body}"
    """What is signed, with `{body}`, `{timestamp}`, `{id}`, the names of pairs, header fields and places."""
    digest: str = "hmac-sha256"
    encoding: str = "hex"
    key: str = "utf-8"
    """How the secret becomes a key."""
    timestamp: str = ""
    """The place of the time: `header:X-Acme-Timestamp`, or `field:t` for a pair beside the signature."""
    unit: str = "s"
    tolerance: float = 0.0
    """Seconds that the time may be away from the arrival; 0 where the age is not looked at."""
    event: str = ""
    delivery_id: str = ""

    @property
    def id(self) -> str:
        """What a capture's provider is called."""
        return OWN + self.name


NO_RECIPE = Recipe()
FIELDS: tuple[str, ...] = tuple(field.name for field in fields(Recipe))


class RecipeError(UsageError):
    """What is wrong with a recipe, and in which of its fields."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def read_recipe(values: Values) -> Recipe:
    """The recipe of a table of a file. Raises RecipeError for keys that are not ours and values of another type."""
    found: dict[str, object] = {}
    for key, value in values.items():
        if key not in FIELDS:
            raise RecipeError(key, f"There is no “{key}” in a provider; expected {', '.join(FIELDS)}.")
        found[key] = _value(key, value)
    return Recipe(**found)  # type: ignore[arg-type]


def _value(key: str, value: object) -> object:
    if key == "recognise":
        texts = [value] if isinstance(value, str) else value
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise RecipeError(key, '“recognise” is a list of conditions, for example ["header:X-Acme-Signature"].')
        return tuple(texts)
    if key == "tolerance":
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise RecipeError(key, "“tolerance” is a number of seconds, for example 300.")
        return float(value)
    if not isinstance(value, str):
        raise RecipeError(key, f"“{key}” is a text in quotation marks.")
    return value


def as_table(recipe: Recipe) -> dict[str, object]:
    """The recipe as a table of a file: what differs from the default, and the name first."""
    table: dict[str, object] = {"name": recipe.name}
    for key, value in asdict(recipe).items():
        if key != "name" and value != getattr(NO_RECIPE, key):
            table[key] = list(value) if isinstance(value, tuple) else value
    return table
