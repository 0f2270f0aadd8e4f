"""Builds, deployments and hosting."""

from inspector.providers.layout import Pairs, Single, WebToken
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp
from inspector.providers.web_token import HashClaim, TokenClaims

BUILDKITE = Provider(
    id="buildkite",
    name="Buildkite",
    category="dev",
    monogram="BK",
    secret_words="the notification service’s token",
    secret_where="Buildkite shows it under Settings › Notification Services › your webhook › Token.",
    marks=(
        Mark(headers=("X-Buildkite-Event",), precedence=25),
        Mark(headers=("X-Buildkite-Signature",), precedence=25),
        Mark(headers=("X-Buildkite-Token",), precedence=25),
    ),
    schemes=(
        Scheme(
            id="buildkite-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-Buildkite-Signature"),
            layout=Pairs(name="signature", fields=("timestamp",)),
            message=message("{timestamp}.{body}", fields=("timestamp",)),
            timestamp=Timestamp(part="timestamp", tolerance_s=300),
        ),
        Scheme(
            id="buildkite-token",
            algorithm="token",
            place=place("header:X-Buildkite-Token"),
            layout=Single(),
            encoding="plain",
        ),
    ),
    event=places("header:X-Buildkite-Event"),
    gists=(
        ("build.*", "{pipeline.slug, pipeline.name} #{build.number} · {build.branch} · {build.state}"),
        ("job.*", "{pipeline.slug} #{build.number?} · {job.name, job.type} · {job.state}"),
        ("agent.*", "{agent.name} · {agent.connection_state}"),
        ("ping", "{organization.name, organization.slug} · {service.id}"),
        ("*", "{pipeline.slug, organization.slug, agent.name} · {sender.name}"),
    ),
    sensitive=places("header:X-Buildkite-Token"),
    wrong_secrets=(("bkua_", "an API access token"),),
    level="secondary",
    sources=("a public table of providers (independent implementation)",),
    doubts=("the names X-Buildkite-Event and X-Buildkite-Token are not confirmed",),
)

CIRCLECI = Provider(
    id="circleci",
    name="CircleCI",
    category="dev",
    monogram="CI",
    secret_words="the webhook’s secret token",
    secret_where="CircleCI shows it under Project Settings › Webhooks › Edit › Secret token.",
    marks=(
        Mark(headers=("circleci-event-type",)),
        Mark(headers=("circleci-signature",)),
        Mark(agent="CircleCI-Webhook/", precedence=42),
    ),
    schemes=(
        Scheme(
            id="circleci-v1",
            algorithm="hmac-sha256",
            place=place("header:circleci-signature"),
            layout=Pairs(name="v1", fields=()),
        ),
    ),
    event=places("header:circleci-event-type", "json:type"),
    delivery_id=places("json:id"),
    gists=(
        ("workflow-*", "{project.slug, project.name} · {workflow.name} · {workflow.status}"),
        ("job-*", "{project.slug, project.name} · {job.name} · {job.status}"),
        ("ping", "{webhook.name}"),
        ("*", "{project.slug, project.name} · {pipeline.number?}"),
    ),
    deadline_s=5.0,
    retry_policy="it tries again, but does not say when",
    sources=("circleci/circleci-docs jekyll/_cci2/webhooks.md (015d9ffd)",),
)

HEROKU = Provider(
    id="heroku",
    name="Heroku",
    category="dev",
    monogram="HK",
    secret_words="the webhook’s signing secret",
    secret_where="Heroku shows it once, in Heroku-Webhook-Secret of the answer that made the webhook.",
    marks=(Mark(headers=("Heroku-Webhook-Hmac-SHA256",)),),
    schemes=(
        Scheme(
            id="heroku-sha256",
            algorithm="hmac-sha256",
            place=place("header:Heroku-Webhook-Hmac-SHA256"),
            layout=Single(),
            encoding="base64",
        ),
    ),
    event=places("json:webhook_metadata.event.include"),
    delivery_id=places("json:webhook_metadata.event.id"),
    retry_counter=places("json:webhook_metadata.attempt.id"),
    gists=(
        ("api:release", "{data.app.name} · v{data.version} · {data.description, data.status}"),
        ("api:build", "{data.app.name} · build {data.status}"),
        ("dyno", "{data.app.name} · {data.name} · {data.state}"),
        ("*", "{data.app.name, data.name} · {action} · {actor.email}"),
    ),
    level="secondary",
    sources=("npm nuxt-webhook-validators 0.2.12",),
    doubts=("where the event and its id stand in the body is not confirmed",),
)

NETLIFY = Provider(
    id="netlify",
    name="Netlify",
    category="dev",
    monogram="NF",
    secret_words="the notification’s JWS secret token",
    secret_where="It is the text that was set with the notification: Site configuration › Notifications › JWS secret.",
    marks=(
        Mark(headers=("X-Netlify-Event",), precedence=30),
        # Cursor and bridge.xyz sign in the same field; Netlify's value is a token in three parts.
        Mark(
            headers=("X-Webhook-Signature",),
            shows=((place("header:X-Webhook-Signature"), "eyJ*.*.*"),),
            precedence=30,
        ),
    ),
    schemes=(
        Scheme(
            id="netlify-jws",
            algorithm="jwt",
            place=place("header:X-Webhook-Signature"),
            layout=WebToken(),
            claims=TokenClaims(hashes=(HashClaim(name="sha256"),), issuers=("netlify",)),
        ),
    ),
    event=places("header:X-Netlify-Event"),
    gists=(
        ("deploy_*", "{name} · {branch} · {context} · {state}"),
        ("submission_created", "{form_name} · {site_url, name}"),
        ("*", "{name, site_url} · {state}"),
    ),
    level="secondary",
    sources=("npm nuxt-webhook-validators 0.2.12 validators/netlify.js", "n8n NetlifyTrigger"),
    doubts=("that X-Netlify-Event names the event is not confirmed",),
)

VERCEL = Provider(
    id="vercel",
    name="Vercel",
    category="dev",
    monogram="VC",
    secret_words="the webhook’s secret",
    secret_where="Vercel shows it once, when the webhook is made; of an integration it is the client secret.",
    marks=(Mark(headers=("x-vercel-signature",), precedence=30),),
    schemes=(
        Scheme(
            id="vercel-sha1",
            algorithm="hmac-sha1",
            place=place("header:x-vercel-signature"),
            layout=Single(),
        ),
    ),
    event=places("json:type"),
    delivery_id=places("json:id"),
    gists=(
        (
            "deployment.*",
            (
                "{payload.name, payload.deployment.name} · {payload.target, payload.deployment.meta.githubCommitRef} · "
                "{payload.deployment.url, payload.url}"
            ),
        ),
        ("project.*", "{payload.project.name, payload.name}"),
        ("*", "{payload.project.name, payload.project.id, payload.team.id, payload.user.id}"),
    ),
    level="secondary",
    sources=("npm nuxt-webhook-validators 0.2.12", "hookdeck/webhook-skills vercel-webhooks (f8a48018)"),
    doubts=(
        "that its id is the delivery’s is not confirmed",
        "Log Drains use the same header field; their lists carry neither event nor id",
    ),
)

DEPLOYS = (BUILDKITE, CIRCLECI, HEROKU, NETLIFY, VERCEL)
