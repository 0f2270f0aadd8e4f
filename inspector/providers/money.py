"""Amounts with the right number of decimals (ISO 4217), without ever passing through a float."""

from functools import lru_cache

ZERO_DECIMALS = frozenset(
    ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"]
)
"""Stripe's list of currencies without a minor unit; ISK and UGX have none in life, but Stripe counts hundredths."""

THREE_DECIMALS = frozenset(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"])
LONGEST = 30
"""Digits of the longest number that is taken for an amount."""


@lru_cache(maxsize=256)
def currency_of(text: str) -> tuple[str, int] | None:
    """A currency's code in capitals and how many decimals its amounts have; None where it is no code.

    The decimals are those of amounts that count the currency's smallest unit.
    """
    if len(text) != 3 or not text.isascii() or not text.isalpha():
        return None
    code = text.upper()
    return code, 0 if code in ZERO_DECIMALS else 3 if code in THREE_DECIMALS else 2


def from_minor(amount: str, currency: str) -> str | None:
    """`4900`, `eur` becomes `49.00 EUR`; None where these are no whole amount and no currency code."""
    digits = amount.removeprefix("-")
    known = currency_of(currency)
    if known is None or not (digits.isascii() and digits.isdigit()) or len(digits) > LONGEST:
        return None
    code, places = known
    if not places:
        return f"{amount} {code}"
    digits = digits.zfill(places + 1)
    return f"{'-' if amount[0] == '-' else ''}{digits[:-places]}.{digits[-places:]} {code}"


def from_major(amount: str, currency: str) -> str | None:
    """`199.00`, `eur` becomes `199.00 EUR`, the digits as they came; None where these are no amount and no code."""
    whole, _, fraction = amount.removeprefix("-").partition(".")
    digits = whole + fraction
    known = currency_of(currency)
    if known is None or not (whole and digits.isascii() and digits.isdigit()) or len(digits) > LONGEST:
        return None
    return f"{amount} {known[0]}"
