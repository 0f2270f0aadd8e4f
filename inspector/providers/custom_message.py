"""The message of a recipe: names that people use become the places that they stand for."""

import re
from dataclasses import dataclass

from inspector.core.recipe import Recipe, RecipeError
from inspector.providers.message import Message, message
from inspector.providers.place import Place, place
from inspector.providers.subject import COMPUTED

_NAME = re.compile(r"\{([^{}]*)\}")
PAIR = "field:"
"""How the place of a value begins that stands beside the signature."""
HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What names mean in one recipe."""

    timestamp: str = ""
    """The name of the time as a part of the message; empty where there is none."""
    timestamp_place: Place | None = None
    id: str = ""
    pairs: tuple[str, ...] = ()
    """Names of pairs beside the signature, in the order in which they are written."""
    has_pairs: bool = False

    @classmethod
    def of(cls, recipe: Recipe, form: str) -> "Names":
        """Read time and id. Raises RecipeError."""
        timestamp, where, pairs = "", None, list[str]()
        has_pairs = form == "pairs"
        told = recipe.timestamp.strip()
        if told.startswith(PAIR):
            timestamp = told.removeprefix(PAIR).strip()
            if not has_pairs or not timestamp:
                raise RecipeError("timestamp", "field:… names a pair beside the signature; its form has to be pairs.")
            pairs.append(timestamp)
        elif told:
            where = read_place("timestamp", told)
            timestamp = _named(where, pairs=has_pairs)
        id = ""
        if recipe.delivery_id.strip():
            id = _named(read_place("delivery_id", recipe.delivery_id), pairs=has_pairs)
        if has_pairs:
            names = [name.strip() for name in _NAME.findall(recipe.message)]
            pairs += [name for name in names if _is_pair(name)]
        return cls(
            timestamp=timestamp,
            timestamp_place=where,
            id=id,
            pairs=tuple(dict.fromkeys(name.removeprefix(PAIR) for name in pairs)),
            has_pairs=has_pairs,
        )


def message_of(recipe: Recipe, names: Names) -> Message:
    """The message that is signed. Raises RecipeError."""
    text = recipe.message.replace("\\n", "\n")
    if not text.strip():
        raise RecipeError("message", "The message is empty; expected for example {timestamp}.{body}.")
    between = _NAME.sub("", text)
    if "{" in between or "}" in between:
        raise RecipeError("message", "A brace has no partner; names stand in braces, as in {timestamp}.{body}.")
    if text.count("{body}") > 1:
        raise RecipeError("message", "{body} stands there twice; a message holds the body once.")
    resolved = _NAME.sub(lambda match: "{" + _resolve(match.group(1).strip(), names) + "}", text)
    if "{" not in resolved:
        raise RecipeError("message", "The message is the same for every request; expected for example {body}.")
    return message(resolved, fields=names.pairs)


def _resolve(name: str, names: Names) -> str:
    if name == "body" or name in COMPUTED or name in names.pairs:
        return name
    if name == "timestamp":
        if not names.timestamp:
            raise RecipeError("message", "{timestamp} needs the place of the time, for example header:X-Timestamp.")
        return names.timestamp
    if name == "id":
        if not names.id:
            raise RecipeError("message", "{id} needs the place of the delivery id, for example header:X-Request-Id.")
        return names.id
    if name.startswith(PAIR) and names.has_pairs:
        return name.removeprefix(PAIR)
    if not name:
        raise RecipeError("message", "{} names nothing; expected {body}, {timestamp}, {id} or a header field.")
    found = read_place("message", name if ":" in name else f"header:{name}")
    return _named(found, pairs=names.has_pairs)


def _is_pair(name: str) -> bool:
    if name.startswith(PAIR):
        return len(name) > len(PAIR)
    return bool(name) and ":" not in name and name not in ("body", "timestamp", "id") and name not in COMPUTED


def _named(found: Place, *, pairs: bool) -> str:
    """How a place is called in a message: a header field by its name alone, where that cannot mean something else."""
    taken = pairs or found.name in COMPUTED or found.name == "body"
    return found.name if found.kind == "header" and not taken else str(found)


def read_place(field: str, text: str, kinds: tuple[str, ...] = ()) -> Place:
    """A place of a recipe. Raises RecipeError."""
    text = text.strip()
    try:
        found = place(text)
    except ValueError:
        wanted = ", ".join(f"{kind}:…" for kind in kinds or ("header", "json", "form", "query"))
        raise RecipeError(field, f"“{text}” is no place; expected {wanted}, for example header:X-Acme-Id.") from None
    if kinds and found.kind not in kinds:
        raise RecipeError(field, f"“{text}” cannot be that; expected {', '.join(f'{kind}:…' for kind in kinds)}.")
    if found.kind == "header" and not HEADER.fullmatch(found.name):
        raise RecipeError(field, f"“{found.name}” is no name of a header field.")
    return found
