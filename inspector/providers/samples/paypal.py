"""What PayPal posts: payments and refunds, orders, subscriptions, disputes, invoices, payouts, saved ways to pay."""

from inspector.providers.samples.fresh import Fresh, money
from inspector.providers.samples.sample import Sample, Values

CENTS = ("1900", "2900", "4900", "7900", "12900", "24900")
"""Amounts in cents."""

HEADERS = (
    ("Accept", "*/*"),
    ("Content-Type", "application/json"),
    ("User-Agent", "PayPal/AUHD-214.0-58663431"),
    ("PAYPAL-AUTH-ALGO", "SHA256withRSA"),
    ("PAYPAL-AUTH-VERSION", "v2"),
    ("PAYPAL-CERT-URL", "https://api.paypal.com/v1/notifications/certs/CERT-${certificate}"),
    ("PAYPAL-TRANSMISSION-ID", "${transmission}"),
    ("PAYPAL-TRANSMISSION-TIME", "${now}"),
    ("CORRELATION-ID", "${correlation}"),
)

DAY = 86_400


def _paypal(fresh: Fresh) -> Values:
    cents = int(fresh.pick(CENTS))
    return {
        "certificate": f"{fresh.hex(8)}-{fresh.hex(8)}",
        "transmission": f"{fresh.hex(8)}-c842-11f0-{fresh.hex(4)}-{fresh.hex(12)}",
        "correlation": f"f{fresh.hex(12)}",
        "event": f"WH-{fresh.upper(17)}-{fresh.upper(17)}",
        "now": fresh.utc(2),
        "now_millis": fresh.utc_millis(4),
        "earlier": fresh.utc(9),
        "ordered": fresh.utc(412),
        "ordered_millis": fresh.utc_millis(412),
        "begun": fresh.utc(93 * DAY),
        "month_ago": fresh.utc(31 * DAY),
        "retried": fresh.utc(-5 * DAY),
        "next": fresh.utc(-30 * DAY),
        "day": fresh.utc()[:10],
        "capture": fresh.upper(17),
        "refund": fresh.upper(17),
        "order": fresh.upper(17),
        "subscription": fresh.upper(12),
        "plan": fresh.upper(24),
        "dispute": f"PP-R-{fresh.upper(3)}-{fresh.number(10_000_000, 99_999_999)}",
        "invoice": f"INV-{fresh.number(10_000, 99_999)}",
        "invoice_id": "-".join(fresh.upper(4) for _ in range(4)),
        "item": fresh.upper(17),
        "item_number": fresh.number(10_000, 99_999),
        "vaulted": fresh.alnum(8).lower(),
        "customer": fresh.alnum(10),
        "amount": money(cents),
        "fee": money(cents * 3 // 100 + 35),
        "net": money(cents - cents * 3 // 100 - 35),
    }


def _posted(event: str, title: str) -> Sample:
    return Sample(provider="paypal", event=event, title=title, file=event, headers=HEADERS, values=_paypal)


PAYPAL = (
    _posted("PAYMENT.CAPTURE.COMPLETED", "Payment completed"),
    _posted("PAYMENT.CAPTURE.PENDING", "Payment pending"),
    _posted("PAYMENT.CAPTURE.DENIED", "Payment denied"),
    _posted("PAYMENT.CAPTURE.REFUNDED", "Payment refunded"),
    _posted("CHECKOUT.ORDER.APPROVED", "Order approved by the buyer"),
    _posted("CHECKOUT.ORDER.COMPLETED", "Order completed"),
    _posted("BILLING.SUBSCRIPTION.ACTIVATED", "Subscription activated"),
    _posted("BILLING.SUBSCRIPTION.CANCELLED", "Subscription cancelled"),
    _posted("BILLING.SUBSCRIPTION.PAYMENT.FAILED", "Payment of a subscription failed"),
    _posted("PAYMENT.SALE.COMPLETED", "Subscription paid"),
    _posted("CUSTOMER.DISPUTE.CREATED", "Dispute opened"),
    _posted("CUSTOMER.DISPUTE.RESOLVED", "Dispute resolved"),
    _posted("INVOICING.INVOICE.PAID", "Invoice paid"),
    _posted("PAYMENT.PAYOUTS-ITEM.SUCCEEDED", "Payout arrived"),
    _posted("VAULT.PAYMENT-TOKEN.CREATED", "Way to pay saved"),
)
