"""The search for the URL that a sender signed, where it is not the one that counts; only for schemes that sign one."""

from collections.abc import Iterable, Sequence

from inspector.core.body import Body
from inspector.core.secret import Secret
from inspector.providers.checking import check
from inspector.providers.payload import Payload
from inspector.providers.reading import read
from inspector.providers.scheme import Scheme
from inspector.providers.search import Budget, Explained
from inspector.providers.secret_variants import KeyVariant
from inspector.providers.urls import Url, counting_urls, other_urls


def search_url(
    scheme: Scheme,
    payload: Payload,
    body: bytes | Body,
    secrets: Sequence[Secret],
    trimmed: Iterable[KeyVariant],
    budget: Budget,
    public_url: str = "",
) -> tuple[Explained, Url] | None:
    """The URL with which a signature matches, with the secrets as they are, then with what was changed of them.

    Raises OSError when the file of a large body is gone.
    """
    if not scheme.signs_url:
        return None
    urls = other_urls(payload.request, public_url)
    variants = [(one, KeyVariant(one, one.value, (), ())) for one in secrets]
    variants += [(Secret(provider=v.secret.provider, name=v.secret.name, value=v.key), v) for v in trimmed]
    counting = next(iter(counting_urls(payload.request, public_url)), None)
    for secret, variant in variants:
        for url in urls:
            reading = read(scheme, payload, url)
            if reading is None or not budget.spend():
                return None
            if check(reading, (secret,), body).secret is not None:
                words = f"{url.text} is signed" + (f" instead of {counting.text}" if counting is not None else "")
                causes = (*variant.causes, "url-differs")
                return Explained(variant.secret, causes, variant.words, (words,)), url
    return None
