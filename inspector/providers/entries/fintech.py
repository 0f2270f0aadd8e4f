"""Banks, cards and accounts."""

from dataclasses import replace

from inspector.providers.entries.generic import STANDARD_WEBHOOKS
from inspector.providers.layout import Pairs, WebToken
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp
from inspector.providers.web_token import HashClaim, TokenClaims

LITHIC = Provider(
    id="lithic",
    name="Lithic",
    category="fintech",
    marks=tuple(
        Mark(headers=("webhook-id",), shows=((place("event_type"), f"{kind}*"),), precedence=69)
        for kind in (
            "account_holder",
            "auth_rules.",
            "book_transfer_transaction.",
            "card.",
            "card_authorization.",
            "card_transaction.",
            "digital_wallet.",
            "dispute.",
            "external_bank_account.",
            "external_payment.",
            "financial_account.",
            "funding_event.",
            "internal_transaction.",
            "loan_tape.",
            "management_operation.",
            "payment_transaction.",
            "settlement_report.",
            "statements.",
            "three_ds_authentication.",
            "tokenization.",
        )
    ),
    schemes=(replace(STANDARD_WEBHOOKS.schemes[0], id="lithic-v1"),),
    event=places("json:event_type"),
    delivery_id=places("header:webhook-id"),
    gists=(
        (
            "card_transaction.*",
            "{amounts.cardholder.amount|minor:amounts.cardholder.currency} · {merchant.descriptor} · {result, status}",
        ),
        ("card.*", "{card_token, token} · {replacement_for, state}"),
        ("*", "{descriptor, token, card_token, account_token} · {status, result}"),
    ),
    secret_forms=("whsec_",),
    level="secondary",
    evidence="official library",
    monogram="LI",
    secret_words="the subscription’s secret",
    secret_where="Lithic shows it under Developers › Webhooks, and its API gives it.",
    sources=("lithic 0.133.0", "a table of providers by hookdeck"),
    doubts=("its events begin in one of twenty known ways, by which it is told from others",),
)

PLAID = Provider(
    id="plaid",
    name="Plaid",
    category="fintech",
    marks=(Mark(headers=("Plaid-Verification",)),),
    schemes=(
        Scheme(
            id="plaid",
            algorithm="jwt",
            place=place("header:Plaid-Verification"),
            layout=WebToken(),
            encoding="plain",
            keys=("public",),
            timestamp=Timestamp(part="iat", tolerance_s=300, future=False),
            claims=TokenClaims(algorithms=("ES256",), hashes=(HashClaim(name="request_body_sha256"),)),
        ),
    ),
    event=places("json:webhook_code"),
    event_parts=places("json:webhook_type", "json:webhook_code"),
    gists=(
        ("TRANSACTIONS.*", "item {item_id} · {new_transactions|number:new transaction} · {environment}"),
        ("*", "item {item_id} · {error.error_code, asset_report_id, transfer_id} · {environment}"),
    ),
    sensitive=places("header:Plaid-Verification"),
    level="secondary",
    monogram="PA",
    secret_words="Plaid’s public key (a JSON Web Key)",
    secret_where="Plaid’s API gives it: /webhook_verification_key/get with the kid of the token.",
    sources=("plaid-python 46.0.0", "an independent implementation in Java"),
    doubts=(
        "a token counts for 5 minutes",
        "its JSON is written with indents of two blanks",
        "it tries again for up to 24 hours",
    ),
)

REVOLUT = Provider(
    id="revolut",
    name="Revolut",
    category="fintech",
    marks=(Mark(headers=("Revolut-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="revolut-v1",
            algorithm="hmac-sha256",
            place=place("header:Revolut-Signature"),
            layout=Pairs(name="v1", fields=()),
            message=message("v1.{Revolut-Request-Timestamp}.{body}"),
            timestamp=Timestamp(part="Revolut-Request-Timestamp", unit="ms", tolerance_s=300),
        ),
    ),
    event=places("json:event"),
    gists=(
        ("ORDER_*", "{order_id} · {merchant_order_ext_ref}"),
        (
            "Transaction*",
            (
                "{data.legs.0.amount|major:data.legs.0.currency} · {data.reference, data.id} · "
                "{data.state, data.new_state}"
            ),
        ),
        ("*", "{order_id, data.id} · {data.state, data.new_state}"),
    ),
    retry_policy="3 times, every 10 minutes",
    secret_forms=("wsk_",),
    level="secondary",
    monogram="RV",
    secret_words="the webhook’s signing secret",
    secret_where="Revolut’s API gives it when the webhook is made.",
    sources=("a table of providers by hookdeck",),
)

FINTECH = (LITHIC, PLAID, REVOLUT)
