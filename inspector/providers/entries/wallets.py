"""Payments: accounts that people pay from and to."""

from inspector.providers.layout import Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

_PAYPAL_AMOUNT = (
    "{resource.amount.value, resource.amount.total, resource.purchase_units.0.amount.value"
    "|major:resource.amount.currency_code}"
)

PAYPAL = Provider(
    id="paypal",
    name="PayPal",
    category="payments",
    marks=(Mark(headers=("PAYPAL-TRANSMISSION-SIG",)), Mark(headers=("PAYPAL-TRANSMISSION-ID",))),
    schemes=(
        Scheme(
            id="paypal",
            algorithm="rsa-sha256",
            place=place("header:PAYPAL-TRANSMISSION-SIG"),
            layout=Single(),
            message=message("{PAYPAL-TRANSMISSION-ID}|{PAYPAL-TRANSMISSION-TIME}|{webhook_id}|{crc32(body)}"),
            encoding="base64",
            keys=("public",),
            timestamp=Timestamp(part="PAYPAL-TRANSMISSION-TIME", unit="iso8601"),
            setting="webhook_id",
        ),
    ),
    event=places("json:event_type"),
    delivery_id=places("header:PAYPAL-TRANSMISSION-ID"),
    event_key=places("json:id"),
    gists=(
        ("PAYMENT.CAPTURE.*", _PAYPAL_AMOUNT + " · {resource.id} · {resource.status}"),
        (
            "CHECKOUT.ORDER.*",
            (
                "{resource.purchase_units.0.amount.value|major:resource.purchase_units.0.amount.currency_code} · "
                "{resource.payer.email_address, resource.id} · {resource.status}"
            ),
        ),
        (
            "BILLING.SUBSCRIPTION.*",
            "{resource.subscriber.email_address, resource.id} · {resource.plan_id} · {resource.status}",
        ),
        ("PAYMENT.SALE.*", "{resource.amount.total|major:resource.amount.currency} · {resource.id} · {resource.state}"),
        (
            "CUSTOMER.DISPUTE.*",
            (
                "{resource.dispute_amount.value|major:resource.dispute_amount.currency_code} · "
                "{resource.dispute_id} · {resource.reason} · {resource.status}"
            ),
        ),
        (
            "INVOICING.INVOICE.*",
            (
                "{resource.invoice.amount.value|major:resource.invoice.amount.currency_code} · "
                "{resource.invoice.detail.invoice_number, resource.invoice.id} · {resource.invoice.status}"
            ),
        ),
        (
            "PAYMENT.PAYOUTS-ITEM.*",
            (
                "{resource.payout_item.amount.value|major:resource.payout_item.amount.currency} · "
                "{resource.payout_item.receiver} · {resource.transaction_status}"
            ),
        ),
        ("VAULT.*", "{resource.payment_source.paypal.email_address} · {resource.id}"),
        ("*", _PAYPAL_AMOUNT + " · {resource.id, id} · {resource.status, summary}"),
    ),
    key_sources=(
        "https://api.paypal.com/v1/notifications/certs/*",
        "https://api.sandbox.paypal.com/v1/notifications/certs/*",
        "https://api-m.paypal.com/v1/notifications/certs/*",
        "https://api-m.sandbox.paypal.com/v1/notifications/certs/*",
    ),
    key_place=places("header:PAYPAL-CERT-URL"),
    key_names=("*.paypal.com", "*.sandbox.paypal.com"),
    key_chain=True,
    level="secondary",
    monogram="PP",
    secret_words="PayPal’s certificate and the webhook’s id",
    secret_where="PayPal shows the id under developer.paypal.com › Apps & Credentials › your app › Webhooks.",
    secret_hint="WH-… or 8PT597110X687430LKGECATA",
    sources=("docs.paypal.ai, verify-webhook-signature", "n8n-nodes-base 2.41.2", "nuxt-webhook-validators 0.2.12"),
    doubts=(
        "events of the simulator are signed with the id WEBHOOK_ID",
        "tries 25 times over 3 days",
    ),
)

SQUARE = Provider(
    id="square",
    name="Square",
    category="payments",
    marks=(
        Mark(headers=("x-square-hmacsha256-signature",)),
        Mark(headers=("x-square-signature",)),
    ),
    schemes=(
        Scheme(
            id="square",
            algorithm="hmac-sha256",
            place=place("header:x-square-hmacsha256-signature"),
            layout=Single(),
            message=message("{url}{body}"),
            encoding="base64",
        ),
        Scheme(
            id="square-sha1",
            algorithm="hmac-sha1",
            place=place("header:x-square-signature"),
            layout=Single(),
            message=message("{url}{body}"),
            encoding="base64",
            alongside=True,
        ),
    ),
    event=places("json:type"),
    delivery_id=places("json:event_id"),
    retry_counter=places("header:square-retry-number"),
    gists=(
        (
            "payment.*",
            (
                "{data.object.payment.amount_money.amount|minor:data.object.payment.amount_money.currency} · "
                "{data.id} · {data.object.payment.status}"
            ),
        ),
        (
            "refund.*",
            (
                "{data.object.refund.amount_money.amount|minor:data.object.refund.amount_money.currency} · "
                "{data.id} · {data.object.refund.status}"
            ),
        ),
        ("order.*", "{data.id} · {data.object.order_created.state, data.object.order_updated.state}"),
        ("*", "{data.type} {data.id} · {merchant_id}"),
    ),
    evidence="published vector",
    monogram="SQ",
    secret_words="the subscription’s signature key",
    secret_where="Square shows it under Developer Console › your app › Webhooks › Subscriptions › Signature key.",
    sources=("squareup 46.0.0, webhooks_helper.py", "square/square-python-sdk, test_webhooks_helper.py"),
    doubts=(
        "square-retry-number counts the retries",
        "x-square-signature is an older signature, with SHA-1",
    ),
)

WECHAT_PAY = Provider(
    id="wechat-pay",
    name="WeChat Pay v3",
    category="payments",
    marks=(Mark(headers=("Wechatpay-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="wechat-pay",
            algorithm="rsa-sha256",
            place=place("header:Wechatpay-Signature"),
            layout=Single(),
            message=message("{Wechatpay-Timestamp}\n{Wechatpay-Nonce}\n{body}\n"),
            encoding="base64",
            keys=("public",),
            timestamp=Timestamp(part="Wechatpay-Timestamp", tolerance_s=300),
        ),
    ),
    event=places("json:event_type"),
    delivery_id=places("json:id"),
    gists=(("*", "{summary} · {resource.original_type} · {id}"),),
    key_place=places("header:Wechatpay-Serial"),
    level="secondary",
    monogram="WP",
    secret_words="the platform’s public key",
    secret_where="WeChat Pay shows it in the merchant platform under Account center › API security.",
    sources=("a table of providers by hookdeck",),
)

WALLETS = (PAYPAL, SQUARE, WECHAT_PAY)
