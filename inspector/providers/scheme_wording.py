"""What a search for a scheme gave, in words."""

from inspector.core.custom_wishes import SchemesFound


def sentence_of(answer: SchemesFound, secrets: int) -> str:
    """How it ended."""
    if not secrets:
        return "There is no secret to search with; give the one that the sender signs with."
    tried = f"{answer.tried:,} ways were tried" if answer.tried != 1 else "1 way was tried"
    with_what = f"{secrets} secrets" if secrets != 1 else "the secret"
    if answer.found:
        more = "" if answer.found[0].covers_body else " It does not protect the body."
        return f"Found: {answer.found[0].words}. It was computed and matches; {tried}.{more}"
    if not answer.places:
        return (
            "Nothing on this request has the size of a SHA-1, SHA-256 or SHA-512 digest, and no header field holds "
            f"{with_what} itself. It may be unsigned, or signed with a public key."
        )
    ends = "" if answer.whole else " The search ended at its limit, so not all was tried."
    where = ", ".join(place.partition(":")[2] for place in answer.places[:4])
    return (
        f"No match: {tried} with {with_what} against {where}, and none gives what stands there.{ends} "
        "The secret may be another one, the body may have changed on its way, or the sender signs in an unusual way."
    )
