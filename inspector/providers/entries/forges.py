"""Forges and registries of code beside GitHub and GitLab."""

from inspector.providers.layout import Single
from inspector.providers.message import BODY, Message, message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme

_REPO = "{repository.full_name, repository.name, sender.login}"

FORGE_GISTS = (
    ("push", "{repository.full_name} · {ref|branch} · {total_commits|number:commit}"),
    ("pull_request*", "{repository.full_name} · #{number, pull_request.number} {pull_request.title?} · {action}"),
    ("issue_comment", "{repository.full_name} · #{issue.number} {issue.title?} · comment {action}"),
    ("issues", "{repository.full_name} · #{issue.number} {issue.title?} · {action}"),
    ("release", "{repository.full_name} · {release.tag_name} · {action}"),
    ("create", "{repository.full_name} · {ref_type} {ref} created"),
    ("delete", "{repository.full_name} · {ref_type} {ref} deleted"),
    ("package", "{package.name} {package.version?} · {action}"),
    ("*", _REPO + " · {action} · {sender.login}"),
)
"""Gitea's payloads, which Forgejo's are descended from."""

_PUSHED = "{repository.full_name} · {push.changes.0.new.name, push.changes.0.old.name}"

BITBUCKET = Provider(
    id="bitbucket",
    name="Bitbucket",
    category="dev",
    monogram="BB",
    secret_words="the webhook’s secret",
    secret_where="Bitbucket shows it only when it is set: repository › Repository settings › Webhooks › Secret.",
    marks=(Mark(headers=("X-Event-Key",)), Mark(agent="Bitbucket-Webhooks/", precedence=42)),
    schemes=(
        Scheme(
            id="bitbucket-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-Hub-Signature"),
            layout=Single(prefix="sha256="),
        ),
    ),
    event=places("header:X-Event-Key"),
    # X-Hook-UUID is the webhook's own, the same on each delivery.
    delivery_id=places("header:X-Request-UUID"),
    retry_counter=places("header:X-Attempt-Number"),
    counts_from=1,
    gists=(
        ("repo:push", _PUSHED + " · {push.changes.0.commits|count:commit}"),
        (
            "pullrequest:comment*",
            "{repository.full_name} · #{pullrequest.id} {pullrequest.title?} · {actor.display_name}",
        ),
        ("pullrequest:*", "{repository.full_name} · #{pullrequest.id} {pullrequest.title?} · {pullrequest.state}"),
        ("issue:*", "{repository.full_name} · #{issue.id} {issue.title?} · {issue.state}"),
        ("repo:commit_status*", "{repository.full_name} · {commit_status.name} · {commit_status.state}"),
        ("*", "{repository.full_name} · {actor.display_name, actor.nickname}"),
    ),
    level="secondary",
    sources=("npm nuxt-webhook-validators 0.2.12", "npm n8n-nodes-base 2.41.2, trigger node"),
    doubts=(
        "the User-Agent Bitbucket-Webhooks/2.0 is not confirmed",
        "that X-Attempt-Number counts its attempts is not confirmed",
    ),
)


def _gitea(id: str, header: str, *, prefix: str = "", alongside: bool = True, signed: Message = BODY) -> Scheme:
    return Scheme(
        id=id,
        algorithm="hmac-sha1" if prefix == "sha1=" else "hmac-sha256",
        place=place(f"header:{header}"),
        layout=Single(prefix=prefix),
        message=signed,
        alongside=alongside,
        # Without a secret it sends the prefix alone.
        when=((place(f"header:{header}"), prefix + "?*"),) if prefix else (),
    )


def _of_a_form(at: str) -> Message:
    """Signed is the JSON inside a form's field or a parameter of the URL, not the body that holds it."""
    return message("{" + at + "}", covers_body=True)


GITEA = Provider(
    id="gitea",
    name="Gitea",
    category="dev",
    monogram="GT",
    secret_words="the webhook’s secret",
    secret_where="Gitea shows it under repository › Settings › Webhooks › your webhook › Secret.",
    marks=(Mark(headers=("X-Gitea-Event",), precedence=10), Mark(headers=("X-Gitea-Signature",), precedence=10)),
    schemes=(
        _gitea("gitea-sha256", "X-Gitea-Signature", alongside=False),
        _gitea("gitea-sha256-form", "X-Gitea-Signature", signed=_of_a_form("form:payload")),
        _gitea("gitea-sha256-query", "X-Gitea-Signature", signed=_of_a_form("query:payload")),
        _gitea("gitea-gogs-sha256", "X-Gogs-Signature"),
        _gitea("gitea-hub-sha256", "X-Hub-Signature-256", prefix="sha256="),
        _gitea("gitea-hub-sha1", "X-Hub-Signature", prefix="sha1="),
    ),
    decides="any",
    event=places("header:X-Gitea-Event"),
    delivery_id=places("header:X-Gitea-Delivery"),
    gists=FORGE_GISTS,
    retries=False,
    retry_policy="deliveries are sent again by hand",
    sources=("go-gitea/gitea services/webhook/deliver.go (05a2257a)",),
    doubts=("that it never tries again by itself is not in the sources that were read",),
)

FORGEJO = Provider(
    id="forgejo",
    name="Forgejo",
    category="dev",
    monogram="FJ",
    secret_words="the webhook’s secret",
    secret_where="Forgejo shows it under repository › Settings › Webhooks › your webhook › Secret.",
    marks=(Mark(headers=("X-Forgejo-Event",), precedence=5), Mark(headers=("X-Forgejo-Signature",), precedence=5)),
    schemes=(
        _gitea("forgejo-sha256", "X-Forgejo-Signature", alongside=False),
        _gitea("forgejo-sha256-form", "X-Forgejo-Signature", signed=_of_a_form("form:payload")),
        _gitea("forgejo-sha256-query", "X-Forgejo-Signature", signed=_of_a_form("query:payload")),
        _gitea("forgejo-gitea-sha256", "X-Gitea-Signature"),
    ),
    decides="any",
    event=places("header:X-Forgejo-Event"),
    delivery_id=places("header:X-Forgejo-Delivery", "header:X-Gitea-Delivery"),
    gists=FORGE_GISTS,
    retries=False,
    retry_policy="deliveries are sent again by hand",
    level="secondary",
    sources=("docs.rs vgi-forge-forgejo 0.18.2 webhook module", "ten public implementations"),
    doubts=(
        "that it never tries again by itself is not in the sources that were read",
        "that of a form or a query the JSON inside is signed, as by Gitea, is inferred",
    ),
)

NPM = Provider(
    id="npm",
    name="npm",
    category="dev",
    monogram="NP",
    secret_words="the hook’s shared secret",
    secret_where="It is the text that was given when the hook was made: npm hook add PACKAGE URL SECRET.",
    marks=(Mark(headers=("x-npm-signature",), precedence=25),),
    schemes=(
        Scheme(
            id="npm-sha256",
            algorithm="hmac-sha256",
            place=place("header:x-npm-signature"),
            layout=Single(prefix="sha256="),
        ),
    ),
    event=places("json:event"),
    gists=(
        ("*", "{name} {change.version?} · {change.dist-tag, change.user, change.maintainer} · {hookOwner.username}"),
    ),
    wrong_secrets=(("npm_", "an access token"),),
    level="secondary",
    sources=("a public table of providers (independent implementation)",),
)

FORGES = (BITBUCKET, FORGEJO, GITEA, NPM)
