"""Forms and surveys."""

from inspector.providers.layout import Single
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme

TYPEFORM = Provider(
    id="typeform",
    name="Typeform",
    category="forms",
    monogram="TF",
    secret_words="the webhook’s secret",
    secret_where="It is what you typed under Connect › Webhooks › your webhook › Edit › Secret.",
    marks=(
        Mark(headers=("Typeform-Signature",)),
        Mark(shows=((place("json:form_response.token"), "*"), (place("json:event_id"), "*")), precedence=80),
    ),
    # Base64, although the prefix looks like that of others who write hexadecimal.
    schemes=(
        Scheme(
            id="typeform",
            algorithm="hmac-sha256",
            place=place("header:Typeform-Signature"),
            layout=Single(prefix="sha256="),
            encoding="base64",
        ),
    ),
    event=places("json:event_type"),
    delivery_id=places("json:event_id"),
    event_key=places("json:form_response.token"),
    gists=(
        (
            "*",
            (
                "{form_response.definition.title, form_response.form_id} · {form_response.answers|count:answer} · "
                "{form_response.hidden.email, form_response.answers.0.text, form_response.answers.0.email} · "
                "{form_response.outcome.title} · {form_response.calculated.score|number:point}"
            ),
        ),
    ),
    retry_policy="after 408, 423, 429, 503 every 2 to 3 minutes for 10 hours; else about 5 times; 404, 410: off",
    wrong_secrets=(("tfp_", "a personal access token"),),
    level="secondary",
    sources=("npm n8n-nodes-base 2.41.2 TypeformTriggerHelpers", "hookdeck/webhook-skills providers.yaml (00ad8d05)"),
)

TALLY = Provider(
    id="tally",
    name="Tally",
    category="forms",
    monogram="TA",
    secret_where="Tally shows it under Integrations › Webhooks › your webhook › Signing secret.",
    marks=(
        Mark(headers=("Tally-Signature",)),
        Mark(shows=((place("json:eventType"), "FORM_RESPONSE"), (place("json:data.formId"), "*")), precedence=80),
    ),
    schemes=(
        Scheme(
            id="tally",
            algorithm="hmac-sha256",
            place=place("header:Tally-Signature"),
            layout=Single(),
            encoding="base64",
        ),
    ),
    event=places("json:eventType"),
    delivery_id=places("json:eventId"),
    event_key=places("json:data.responseId"),
    gists=(("*", "{data.formName, data.formId} · {data.fields|count:field} · {data.fields.0.value}"),),
    deadline_s=10.0,
    retry_policy="after 5 and 30 minutes, 1 and 6 hours, 1 day",
    level="secondary",
    sources=("hookdeck/webhook-skills providers.yaml (00ad8d05)",),
    doubts=(
        "the fields eventId and eventType are not confirmed",
        "its documentation signs the document written anew, not the bytes that are sent",
    ),
)

SURVEYMONKEY = Provider(
    id="surveymonkey",
    name="SurveyMonkey",
    category="forms",
    monogram="SM",
    secret_words="the app’s client id and client secret with & between them",
    secret_hint="client_id&client_secret",
    secret_where="SurveyMonkey shows both under developer.surveymonkey.com › My Apps › your app › Settings.",
    marks=(Mark(headers=("Sm-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="surveymonkey",
            algorithm="hmac-sha1",
            place=place("header:Sm-Signature"),
            layout=Single(),
            encoding="base64",
        ),
    ),
    event=places("json:event_type"),
    delivery_id=places("json:event_id"),
    gists=(("*", "{name} · {object_type} {object_id} · survey {resources.survey_id, filter_id}"),),
    level="secondary",
    sources=("npm n8n-nodes-base 2.41.2",),
    doubts=("the fields event_type and event_id are not confirmed",),
)

JOTFORM = Provider(
    id="jotform",
    name="Jotform",
    category="forms",
    monogram="JF",
    marks=(
        Mark(
            shows=((place("form:rawRequest"), "*"), (place("form:formID"), "*"), (place("form:submissionID"), "*")),
            precedence=70,
        ),
    ),
    # Nothing is signed: a secret can stand in the URL.
    schemes=(),
    delivery_id=places("form:submissionID"),
    gists=(("*", "{form:formTitle, form:formID} · {form:pretty}"),),
    level="unverified",
    sources=("general knowledge; n8n has a trigger for it that verifies nothing",),
    doubts=("everything about it, the names of its fields included, is general knowledge",),
)

FORMS = (TYPEFORM, JOTFORM, TALLY, SURVEYMONKEY)
