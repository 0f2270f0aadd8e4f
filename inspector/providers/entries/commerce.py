"""Shops, orders, parcels."""

from inspector.providers.layout import Single
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme

_SHOP = "{header:X-Shopify-Shop-Domain, header:shopify-shop-domain, domain}"
_ORDER = "{name, order_number, id} · {total_price, current_total_price|major:currency}"

SHOPIFY = Provider(
    id="shopify",
    name="Shopify",
    category="commerce",
    evidence="official library",
    monogram="SH",
    secret_words="the app’s client secret",
    secret_hint="shpss_…",
    secret_where="Shopify shows it under Settings › Apps › Develop apps › API credentials.",
    marks=(
        Mark(headers=("X-Shopify-Topic",)),
        Mark(headers=("X-Shopify-Hmac-Sha256",)),
        Mark(headers=("shopify-hmac-sha256",)),
        Mark(headers=("shopify-topic",)),
        Mark(agent="Shopify-Captain-Hook", precedence=42),
    ),
    schemes=(
        Scheme(
            id="shopify",
            algorithm="hmac-sha256",
            place=place("header:X-Shopify-Hmac-Sha256"),
            layout=Single(),
            encoding="base64",
        ),
        Scheme(
            id="shopify-events",
            algorithm="hmac-sha256",
            place=place("header:shopify-hmac-sha256"),
            layout=Single(),
            encoding="base64",
        ),
    ),
    event=places("header:X-Shopify-Topic", "header:shopify-topic"),
    delivery_id=places(
        "header:X-Shopify-Webhook-Id",
        "header:X-Shopify-Event-Id",
        "header:shopify-webhook-id",
        "header:shopify-event-id",
    ),
    event_key=places("header:X-Shopify-Event-Id", "header:shopify-event-id"),
    gists=(
        ("orders/*", _ORDER),
        ("draft_orders/*", _ORDER),
        ("checkouts/*", "{name, id} · {total_price|major:currency}"),
        ("carts/*", "{id} · {line_items|count:item}"),
        ("refunds/*", "order {order_id} · {transactions.0.amount|major:transactions.0.currency}"),
        ("fulfillments/*", "{name, order_id} · {status} · {tracking_company}"),
        ("order_transactions/*", "order {order_id} · {amount|major:currency} · {status}"),
        ("products/*", "{title} · {status} · {variants|count:variant}"),
        ("customers/data_request", "{customer.email, customer.id} · {shop_domain}"),
        ("customers/redact", "{customer.email, customer.id} · {shop_domain}"),
        ("customers/*", "{first_name?} {last_name?} · {email, phone, id}"),
        ("inventory_levels/*", "item {inventory_item_id} · {available} available"),
        ("disputes/*", "{amount|major:currency} · {reason} · {status} · order {order_id}"),
        ("returns/*", "{name, id} · {status} · order {order.id, order_id}"),
        ("fulfillment_orders/*", "{fulfillment_order.id} · {fulfillment_order.status}"),
        ("fulfillment_events/*", "order {order_id} · {status} · {message}"),
        ("tender_transactions/*", "order {order_id} · {amount|major:currency} · {payment_method}"),
        ("subscription_contracts/*", "{customer_id} · {status} · {currency_code}"),
        ("subscription_billing_attempts/*", "order {order_id} · {error_message, id}"),
        ("inventory_items/*", "{sku, id} · {cost}"),
        ("locations/*", "{name} · {city, country_name}"),
        ("collections/*", "{title} · {handle}"),
        ("themes/*", "{name} · {role}"),
        ("bulk_operations/*", "{type} · {status} · {error_code}"),
        ("companies/*", "{name} · {external_id, admin_graphql_api_id}"),
        ("discounts/*", "{title} · {status}"),
        ("app/*", "{myshopify_domain, domain, name}"),
        ("shop/*", "{name, domain} · {myshopify_domain, shop_domain}"),
        ("*", "{title, name, id, admin_graphql_api_id} · " + _SHOP),
    ),
    deadline_s=5.0,
    retry_policy="8 times over 4 hours",
    wrong_secrets=(
        ("shpat_", "an Admin API access token"),
        ("shpca_", "a custom app's access token"),
        ("shppa_", "a private app's password"),
        ("shpua_", "a user's access token"),
    ),
    sources=("npm @shopify/shopify-api 13.1.0 lib/webhooks",),
    doubts=(
        "waits 5 s and tries 8 times over 4 hours (not in the sources that were read)",
        "webhooks made under Settings, Notifications are signed with another secret than the app's",
        "the User-Agent is not confirmed",
    ),
)

COMMERCE = (SHOPIFY,)
