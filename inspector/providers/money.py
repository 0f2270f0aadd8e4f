"""Amounts with the right number of decimals (ISO 4217), without ever passing through a float."""

ZERO_DECIMALS = frozenset(
    ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"]
)
"""Stripe's list of currencies without a minor unit; ISK and UGX have none in life, but Stripe counts hundredths."""

THREE_DECIMALS = frozenset(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"])
LONGEST = 30
"""Digits of the longest number that is taken for an amount."""


def decimals(code: str) -> int:
    """How many decimals amounts of a currency, given in capitals, have where they count its smallest unit."""
    return 0 if code in ZERO_DECIMALS else 3 if code in THREE_DECIMALS else 2


def from_minor(amount: str, currency: str) -> str | None:
    """`4900`, `eur` becomes `49.00 EUR`; None where these are no whole amount and no currency code."""
    digits = amount.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= LONGEST and _is_code(currency)):
        return None
    code = currency.upper()
    places = decimals(code)
    if not places:
        return f"{amount} {code}"
    digits = digits.zfill(places + 1)
    return f"{'-' if amount[0] == '-' else ''}{digits[:-places]}.{digits[-places:]} {code}"


def from_major(amount: str, currency: str) -> str | None:
    """`199.00`, `eur` becomes `199.00 EUR`, the digits as they came; None where these are no amount and no code."""
    whole, _, fraction = amount.removeprefix("-").partition(".")
    digits = whole + fraction
    if not (whole and digits.isascii() and digits.isdigit() and len(digits) <= LONGEST and _is_code(currency)):
        return None
    return f"{amount} {currency.upper()}"


def _is_code(currency: str) -> bool:
    return len(currency) == 3 and currency.isascii() and currency.isalpha()
