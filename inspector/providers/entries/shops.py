"""Shops other than Shopify."""

from dataclasses import replace

from inspector.providers.chosen_field import CHOSEN, put_token
from inspector.providers.entries.ebay import EBAY
from inspector.providers.entries.generic import STANDARD_WEBHOOKS
from inspector.providers.entries.wix import WIX
from inspector.providers.layout import Single
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme

_BIGCOMMERCE = ((place("scope"), "store/*"), (place("producer"), "stores/*"))

BIGCOMMERCE = Provider(
    id="bigcommerce",
    name="BigCommerce",
    category="commerce",
    marks=(
        Mark(headers=("webhook-signature",), shows=_BIGCOMMERCE, precedence=60),
        Mark(shows=_BIGCOMMERCE, precedence=60),
    ),
    schemes=(
        replace(STANDARD_WEBHOOKS.schemes[0], id="bigcommerce-v1", keys=("utf-8", "whsec")),
        # Whoever makes a webhook may choose header fields that come with every event; it decides where nothing is
        # signed.
        Scheme(
            id="bigcommerce-token",
            algorithm="token",
            place=CHOSEN,
            layout=Single(),
            encoding="plain",
            put=put_token,
        ),
    ),
    event=places("json:scope"),
    delivery_id=places("json:hash", "header:webhook-id"),
    gists=(
        ("store/order/*", "order {data.id, data.orderId} · {producer}"),
        ("*", "{data.type} {data.id} · {producer}"),
    ),
    sensitive=(CHOSEN,),
    retry_policy="for about 48 hours, then the webhook is switched off",
    level="secondary",
    monogram="BC",
    secret_words="the app’s client secret, or the value of the header field that was given with the webhook",
    secret_where="BigCommerce shows it in the developer portal: My Apps › your app › View Client ID.",
    sources=("a table of providers by hookdeck",),
    doubts=("the client secret is the key as it stands (as base64 it is tried, too)",),
)

WOOCOMMERCE = Provider(
    id="woocommerce",
    name="WooCommerce",
    category="commerce",
    marks=(
        Mark(headers=("X-WC-Webhook-Topic",)),
        Mark(headers=("X-WC-Webhook-Signature",)),
        Mark(agent="WooCommerce/", precedence=42),
    ),
    schemes=(
        Scheme(
            id="woocommerce",
            algorithm="hmac-sha256",
            place=place("header:X-WC-Webhook-Signature"),
            layout=Single(),
            encoding="base64",
            keys=("html",),
        ),
    ),
    event=places("header:X-WC-Webhook-Topic"),
    delivery_id=places("header:X-WC-Webhook-Delivery-ID"),
    gists=(
        ("order.*", "#{number, id} · {total|major:currency} · {billing.email} · {status}"),
        ("product.*", "{name} · {sku, id} · {status}"),
        ("customer.*", "{email, username} · {id}"),
        ("coupon.*", "{code} · {amount} · {discount_type}"),
        ("*", "{name, number, id, form:webhook_id} · {status}"),
    ),
    deadline_s=60.0,
    retries=False,
    retry_policy="switched off after more than 5 failures in a row",
    monogram="WC",
    secret_words="the webhook’s secret",
    secret_where="WooCommerce shows it under Settings › Advanced › Webhooks › your webhook.",
    sources=("woocommerce/woocommerce, class-wc-webhook.php",),
)

SHOPS = (BIGCOMMERCE, EBAY, WIX, WOOCOMMERCE)
