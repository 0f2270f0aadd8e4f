"""Issues, errors, feature flags and secrets of software in the making."""

from inspector.providers.layout import Single
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

DOPPLER = Provider(
    id="doppler",
    name="Doppler",
    category="dev",
    monogram="DP",
    secret_words="the webhook’s secret",
    secret_where="It is the text that was set with the webhook: project › Webhooks › Secret.",
    marks=(Mark(headers=("X-Doppler-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="doppler-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-Doppler-Signature"),
            layout=Single(prefix="sha256="),
        ),
    ),
    event=places("json:type"),
    gists=(("*", "{project.name, project.slug} · {config.name, config.slug} · {workplace.name}"),),
    wrong_secrets=(("dp.st.", "a service token"), ("dp.pt.", "a personal token"), ("dp.ct.", "a token of its CLI")),
    level="secondary",
    sources=("npm @hookflo/tern 4.1.0 dist/platforms/algorithms.js",),
)

_JIRA_EVENTS = ("jira:*", "comment_*", "sprint_*", "project_*", "worklog_*", "issuelink_*", "board_*")

JIRA = Provider(
    id="jira",
    name="Jira",
    category="dev",
    monogram="JI",
    secret_words="the webhook’s secret",
    secret_where="It is the text that was set with the webhook: Settings › System › WebHooks › Secret.",
    marks=(
        Mark(headers=("X-Atlassian-Webhook-Identifier",)),
        *(Mark(shows=((place("json:webhookEvent"), kind),)) for kind in _JIRA_EVENTS),
        # Before GitHub, Meta and Intercom, which sign in the same field.
        *(Mark(headers=("X-Hub-Signature",), shows=((place("json:webhookEvent"), kind),)) for kind in _JIRA_EVENTS),
        Mark(agent="Atlassian Webhook", precedence=42),
        Mark(agent="Atlassian HttpClient", precedence=42),
    ),
    schemes=(
        Scheme(
            id="jira-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-Hub-Signature"),
            layout=Single(prefix="sha256="),
        ),
    ),
    event=places("json:webhookEvent"),
    delivery_id=places("header:X-Atlassian-Webhook-Identifier"),
    retry_counter=places("header:X-Atlassian-Webhook-Retry"),
    gists=(
        ("jira:issue_*", "{issue.key} {issue.fields.summary?} · {issue.fields.status.name} · {user.displayName}"),
        ("comment_*", "{issue.key} {issue.fields.summary?} · {comment.author.displayName}"),
        ("sprint_*", "{sprint.name} · {sprint.state}"),
        ("jira:version_*", "{version.name}"),
        ("project_*", "{project.key} {project.name?}"),
        ("*", "{issue.key, project.key, worklog.issueId} · {user.displayName}"),
    ),
    level="secondary",
    sources=("hookdeck/webhook-skills providers.yaml (00ad8d05)", "a public table of providers"),
    doubts=(
        "the names of X-Atlassian-Webhook-Identifier and -Retry are not confirmed",
        "apps of Connect are told by a token in Authorization (JWT with a qsh claim) instead; it is not checked",
        "webhooks that were made in its pages are unsigned unless a secret was set",
    ),
)

LAUNCHDARKLY = Provider(
    id="launchdarkly",
    name="LaunchDarkly",
    category="dev",
    monogram="LD",
    secret_words="the webhook’s secret",
    secret_where="LaunchDarkly shows it under Integrations › Webhooks › your webhook › Sign this webhook.",
    marks=(Mark(headers=("X-LD-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="launchdarkly-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-LD-Signature"),
            layout=Single(),
        ),
    ),
    event=places("json:kind"),
    delivery_id=places("json:_id"),
    gists=(("*", "{name, target.name} · {titleVerb} · {member.email, subject.name}"),),
    wrong_secrets=(("sdk-", "an SDK key"), ("api-", "an access token"), ("mob-", "a mobile key")),
    level="secondary",
    sources=("a public table of providers (independent implementation)",),
    doubts=("where the event and its id stand in the body is not confirmed",),
)

SENTRY = Provider(
    id="sentry",
    name="Sentry",
    category="dev",
    monogram="SE",
    secret_words="the integration’s client secret",
    secret_where="Sentry shows it under Settings › Developer Settings › your integration › Client Secret.",
    marks=(Mark(headers=("Sentry-Hook-Resource",)), Mark(headers=("Sentry-Hook-Signature",))),
    schemes=(
        Scheme(
            id="sentry-sha256",
            algorithm="hmac-sha256",
            place=place("header:Sentry-Hook-Signature"),
            layout=Single(),
            # Told beside the signature, not signed.
            timestamp=Timestamp(part="Sentry-Hook-Timestamp", place=place("header:Sentry-Hook-Timestamp")),
        ),
    ),
    event=places("header:Sentry-Hook-Resource"),
    delivery_id=places("header:Request-ID"),
    gists=(
        ("issue", "{data.issue.shortId} {data.issue.title} · {action}"),
        ("error", "{data.error.title} · {data.error.environment?} · {action}"),
        ("event_alert", "{data.triggered_rule} · {data.event.title}"),
        ("metric_alert", "{data.description_title} · {action}"),
        ("comment", "{data.project_slug} · {data.comment} · {action}"),
        ("installation", "{data.installation.app.slug} · {data.installation.organization.slug} · {action}"),
        ("*", "{data.issue.title, data.project_slug} · {action} · {actor.name}"),
    ),
    deadline_s=1.0,
    wrong_secrets=(("sntrys_", "an organisation’s auth token"), ("sntryu_", "a user’s auth token")),
    level="secondary",
    sources=("npm @hookflo/tern 4.1.0 dist/platforms/algorithms.js", "ten public implementations"),
    doubts=("that it waits 1 s is not confirmed",),
)

TRACKING = (DOPPLER, JIRA, LAUNCHDARKLY, SENTRY)
