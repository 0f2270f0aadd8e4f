"""Providers that the user described: a recipe of plain texts becomes an entry like ours, or an error in plain words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from inspector.core.recipe import Recipe, RecipeError
from inspector.providers.custom_message import Names, message_of, read_place
from inspector.providers.custom_words import DIGESTS, ENCODINGS, FORMS, KEY_FORMS, UNITS, UPPER, chosen
from inspector.providers.digests import ASYMMETRIC, Encoding
from inspector.providers.layout import Basic, Layout, Listed, Pairs, Single, WebToken
from inspector.providers.message import BODY
from inspector.providers.place import Place
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp
from inspector.providers.web_token import TokenClaims

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
LONGEST = 500
"""Characters of any text of a recipe."""
MOST_CONDITIONS = 10
SIGNED_IN: tuple[str, ...] = ("header", "json", "form", "query")
TOLERANCE = 366 * 86_400
SHARED = ("HS256", "HS384", "HS512")
PUBLIC = ("RS256", "RS384", "RS512", "ES256", "ES384", "EdDSA")


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """The providers of a file, and a sentence for each entry that cannot be used."""

    recipes: tuple[Recipe, ...] = ()
    providers: tuple[Provider, ...] = ()
    problems: tuple[str, ...] = ()


def describe_all(recipes: Iterable[Recipe], problems: Iterable[str] = ()) -> Described:
    """Every recipe that can be used; of two with one name the first."""
    good: dict[str, tuple[Recipe, Provider]] = {}
    wrong = list(problems)
    for recipe in recipes:
        try:
            provider = provider_of(recipe)
        except RecipeError as error:
            wrong.append(f"The provider “{recipe.name}” cannot be used: {error}")
            continue
        if provider.id in good:
            wrong.append(f"There are two providers “{recipe.name}”; the second is left out.")
            continue
        good[provider.id] = (recipe, provider)
    kept = good.values()
    return Described(
        recipes=tuple(one for one, _ in kept), providers=tuple(one for _, one in kept), problems=tuple(wrong)
    )


def provider_of(recipe: Recipe) -> Provider:
    """The entry of a recipe. Raises RecipeError, which names the field and says what was expected there."""
    _check_lengths(recipe)
    if not NAME.fullmatch(recipe.name):
        raise RecipeError(
            "name", "A name has 1 to 40 letters, digits, dots, dashes or underscores and begins with a letter or digit."
        )
    form = chosen("form", recipe.form, FORMS)
    signs = bool(recipe.signature.strip())
    if form == "basic" and not signs:
        raise RecipeError("signature", "Basic stands in a header field, for example header:Authorization.")
    schemes: tuple[Scheme, ...] = (_scheme(recipe, form),) if signs else ()
    secret_itself = bool(schemes) and schemes[0].algorithm == "token"
    return Provider(
        id=recipe.id,
        name=recipe.name,
        category="generic",
        marks=(_mark(recipe, schemes),),
        schemes=schemes,
        event=_optional("event", recipe.event),
        delivery_id=_optional("delivery_id", recipe.delivery_id),
        sensitive=(schemes[0].place,) if secret_itself else (),
        level="unverified",
    )


def _check_lengths(recipe: Recipe) -> None:
    texts = [(name, getattr(recipe, name)) for name in Recipe.__dataclass_fields__]
    for name, text in (*texts, *(("recognise", one) for one in recipe.recognise)):
        if isinstance(text, str) and len(text) > LONGEST:
            raise RecipeError(name, f"This is longer than {LONGEST} characters.")


def _mark(recipe: Recipe, schemes: tuple[Scheme, ...]) -> Mark:
    conditions = [text.strip() for text in recipe.recognise if text.strip()]
    if len(conditions) > MOST_CONDITIONS:
        raise RecipeError("recognise", f"At most {MOST_CONDITIONS} conditions can be given.")
    headers: list[str] = []
    shows: list[tuple[Place, str]] = []
    for text in conditions:
        where, equals, wildcards = text.partition("=")
        found = read_place("recognise", "path:text" if where.strip() == "path" else where)
        if found.kind == "header":
            headers.append(found.name)
        if not equals and found.kind != "header":
            wildcards = "*"
        if equals and not wildcards.strip():
            raise RecipeError("recognise", f"“{text}” says no value; expected for example {where.strip()}=acme*.")
        if wildcards.strip():
            shows.append((found, wildcards.strip()))
    if not conditions:
        if not schemes:
            raise RecipeError("recognise", "Nothing says how to recognise it; expected for example path=/hooks/acme*.")
        where_signed = schemes[0].place
        if where_signed.kind == "header":
            headers.append(where_signed.name)
        else:
            shows.append((where_signed, "*"))
    return Mark(headers=tuple(dict.fromkeys(headers)), shows=tuple(shows))


def _scheme(recipe: Recipe, form: str) -> Scheme:
    where = read_place("signature", recipe.signature, SIGNED_IN)
    algorithm = DIGESTS[chosen("digest", recipe.digest, DIGESTS)]
    encoding: Encoding = ENCODINGS[chosen("encoding", recipe.encoding, ENCODINGS)]
    keys = KEY_FORMS[chosen("key", recipe.key, KEY_FORMS)]
    if form == "jwt":
        # The token names its own algorithm.
        algorithm, encoding = "jwt", "plain"
    if algorithm in ASYMMETRIC:
        keys = ("public",)
    if form == "basic":
        algorithm = "token"
    if algorithm == "token":
        encoding, keys = "plain", ("utf-8",)
    if form in ("pairs", "list") and _in_capitals(recipe):
        raise RecipeError("encoding", "Hexadecimal in capitals is read where the signature stands alone.")
    names = Names.of(recipe, form)
    message = message_of(recipe, names) if algorithm not in ("token", "jwt") else BODY
    claims = TokenClaims(algorithms=PUBLIC if keys == ("public",) else SHARED) if form == "jwt" else None
    return Scheme(
        id=recipe.id,
        algorithm=algorithm,
        place=where,
        layout=_layout(recipe, form, names),
        message=message,
        encoding=encoding,
        keys=keys,
        timestamp=_timestamp(recipe, form, names),
        claims=claims,
    )


def _layout(recipe: Recipe, form: str, names: Names) -> Layout:
    if form == "pairs":
        if not recipe.field.strip():
            raise RecipeError("field", "Pairs need the name of the one that is the signature, for example v1.")
        return Pairs(name=recipe.field.strip(), fields=names.pairs, separator=recipe.separator or ",")
    if form == "list":
        return Listed(prefix=recipe.prefix, separator=recipe.separator or " ", bare=not recipe.prefix)
    if form == "basic":
        return Basic()
    if form == "jwt":
        return WebToken(prefix=recipe.prefix)
    return Single(prefix=recipe.prefix, upper=_in_capitals(recipe))


def _in_capitals(recipe: Recipe) -> bool:
    return recipe.encoding.strip().lower() == UPPER


def _timestamp(recipe: Recipe, form: str, names: Names) -> Timestamp | None:
    unit = UNITS[chosen("unit", recipe.unit, UNITS)]
    if not 0 <= recipe.tolerance <= TOLERANCE:
        raise RecipeError("tolerance", "The tolerance is a number of seconds from 0 to a year; 0 looks at no age.")
    tolerance = recipe.tolerance or None
    if form == "jwt":
        return Timestamp(part="iat", until="exp", tolerance_s=tolerance)
    if not names.timestamp:
        if tolerance is not None:
            raise RecipeError("timestamp", "A tolerance needs the place of the time, for example header:X-Timestamp.")
        return None
    return Timestamp(part=names.timestamp, place=names.timestamp_place, unit=unit, tolerance_s=tolerance)


def _optional(field: str, text: str) -> tuple[Place, ...]:
    return (read_place(field, text),) if text.strip() else ()
