"""Amazon SNS signs names and values of the document in an order of its own, with the key of a certificate."""

from inspector.providers.digests import Algorithm
from inspector.providers.layout import Single
from inspector.providers.message import Message, message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp
from inspector.providers.subject import Subject

NOTIFICATION = ("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type")
CONFIRMATION = ("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type")
"""What is signed, in this order; of a notification the subject only where there is one."""

VERSION = place("json:SignatureVersion")


def signed_fields(subject: Subject) -> bytes | None:
    """Each name and its value with a line break behind it; None where one is missing, or the body is another."""
    document = subject.payload.document
    if not isinstance(document, dict):
        return None
    notification = document.get("Type") == "Notification"
    lines: list[str] = []
    for name in NOTIFICATION if notification else CONFIRMATION:
        value = document.get(name)
        if isinstance(value, str):
            lines += (name, value)
        elif name != "Subject":
            return None
    return "".join(line + "\n" for line in lines).encode("utf-8", "replace")


LIMIT = (
    f"It protects only {', '.join(NOTIFICATION[:-1])} and {NOTIFICATION[-1]}, and of a subscription SubscribeURL and "
    "Token: anything else, as UnsubscribeURL, could be changed and it would still match."
)
FIELDS: Message = message("{signed fields}", computed={"signed fields": signed_fields}, covers_body=True, limit=LIMIT)
VERSIONS: tuple[tuple[str, Algorithm], ...] = (("1", "rsa-sha1"), ("2", "rsa-sha256"))
TIMESTAMP = Timestamp(part="Timestamp", place=place("json:Timestamp"), unit="iso8601", tolerance_s=3600)

AWS_SNS = Provider(
    id="aws-sns",
    name="AWS SNS",
    category="cloud",
    monogram="SN",
    secret_words="the certificate",
    secret_where="Each message names it in SigningCertURL.",
    marks=(
        Mark(headers=("x-amz-sns-message-type",)),
        Mark(headers=("x-amz-sns-rawdelivery",)),
        Mark(agent="Amazon Simple Notification Service Agent"),
        # Behind a queue or a proxy that drops the fields of the head.
        Mark(
            shows=((place("json:SigningCertURL"), "https://sns.*"), (place("json:TopicArn"), "arn:aws*")), precedence=80
        ),
    ),
    schemes=tuple(
        Scheme(
            id=f"aws-sns-v{version}",
            algorithm=algorithm,
            place=place("json:Signature"),
            layout=Single(),
            message=FIELDS,
            encoding="base64",
            keys=("public",),
            timestamp=TIMESTAMP,
            when=((VERSION, version),),
        )
        for version, algorithm in VERSIONS
    ),
    decides="any",
    event=places("header:x-amz-sns-message-type", "json:Type"),
    delivery_id=places("header:x-amz-sns-message-id", "json:MessageId"),
    gists=(
        ("SubscriptionConfirmation", "{TopicArn} · {MessageId}"),
        ("*", "{Subject, Message} · {TopicArn, header:x-amz-sns-topic-arn}"),
    ),
    sensitive=places("json:Token"),
    deadline_s=15.0,
    retry_policy="about 50 times in 4 phases",
    sources=("npm sns-validator 0.3.5 index.js", "hookdeck/webhook-skills providers.yaml (00ad8d05)"),
    doubts=("that a message is too old after an hour is a convention, not a rule of AWS",),
    key_sources=("https://sns.*.amazonaws.com/*.pem", "https://sns.*.amazonaws.com.cn/*.pem"),
    key_place=places("json:SigningCertURL", "json:SigningCertUrl"),
    key_names=("sns.amazonaws.com", "sns.*.amazonaws.com", "sns.amazonaws.com.cn", "sns.*.amazonaws.com.cn"),
)
