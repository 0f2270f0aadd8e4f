"""Braintree sends XML in base64, in a field of a form."""

from base64 import encodebytes

from inspector.providers.samples.fresh import Fresh, money
from inspector.providers.samples.sample import Sample, Values

NOTIFICATION = """<?xml version="1.0" encoding="UTF-8"?>
<notification>
  <kind>subscription_charged_successfully</kind>
  <timestamp type="datetime">{now}</timestamp>
  <subject>
    <subscription>
      <id>{subscription}</id>
      <status>Active</status>
      <plan-id>tidewater-pro-monthly</plan-id>
      <price>{amount}</price>
      <current-billing-cycle type="integer">{cycle}</current-billing-cycle>
      <next-billing-date type="date">{next_date}</next-billing-date>
      <payment-method-token>{token}</payment-method-token>
      <merchant-account-id>harbour_roasters_eur</merchant-account-id>
      <transactions type="array">
        <transaction>
          <id>{transaction}</id>
          <status>submitted_for_settlement</status>
          <type>sale</type>
          <amount>{amount}</amount>
          <currency-iso-code>EUR</currency-iso-code>
          <order-id>{order}</order-id>
          <customer>
            <id>{customer}</id>
            <first-name>Lena</first-name>
            <last-name>Brandt</last-name>
            <email>lena.brandt@example.com</email>
          </customer>
        </transaction>
      </transactions>
      <add-ons type="array"/>
      <discounts type="array"/>
    </subscription>
  </subject>
</notification>
"""


def _braintree(fresh: Fresh) -> Values:
    text = NOTIFICATION.format(
        now=fresh.utc(2),
        subscription=fresh.alnum(6).lower(),
        amount=money(int(fresh.pick(("1900", "2900", "4900", "7900")))),
        cycle=fresh.number(1, 24),
        next_date=fresh.utc(-2_592_000)[:10],
        token=fresh.alnum(8).lower(),
        transaction=fresh.alnum(8).lower(),
        order=fresh.number(4_000, 9_999),
        customer=fresh.number(100_000_000, 999_999_999),
    )
    return {"payload": encodebytes(text.encode()).decode()}


BRAINTREE = Sample(
    provider="braintree",
    event="subscription_charged_successfully",
    title="Subscription charged",
    file="subscription_charged_successfully",
    headers=(("Accept", "*/*"), ("Content-Type", "application/x-www-form-urlencoded")),
    values=_braintree,
    written="form",
)
