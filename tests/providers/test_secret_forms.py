"""What is odd about a secret."""

import pytest

from inspector.providers.registry import BY_ID
from inspector.providers.secret_forms import remark, wrong_kind
from tests.providers.made import STANDARD, VALUES, secret


@pytest.mark.parametrize("provider", sorted(VALUES))
def test_good_secrets_are_not_remarked_on(provider: str) -> None:
    """What the providers hand out passes in silence."""
    assert remark(provider, VALUES[provider].decode()) is None
    assert wrong_kind(BY_ID[provider], secret(provider)) is None


@pytest.mark.parametrize(
    ("provider", "value", "part"),
    [
        ("stripe", "", "is empty"),
        ("stripe", " \n", "nothing but white space"),
        ("stripe", "whsec_abc\n", "without its last character, a line break"),
        ("stripe", '"whsec_abc"', "quotation marks"),
        ("stripe", "whsec_abc\\n", "“\\n”"),
        ("stripe", "Bearer whsec_abc", "Bearer"),
        ("stripe", "sk_live_abc", "This is an API key"),
        ("stripe", "pk_test_abc", "a publishable key"),
        ("stripe", "we_123", "the id of an endpoint"),
        ("stripe", "hello", "begin with “whsec_”"),
        ("stripe", "whsec_abcde", None),
        ("slack", "xoxb-1", "a bot token"),
        ("github", "ghp_1", "a personal access token"),
        ("gitlab", "glpat-1", "a personal access token"),
        ("shopify", "shpat_1", "an Admin API access token"),
        ("openai", "sk-proj-1", "an API key"),
        ("standard-webhooks", f"v1,{STANDARD.decode()}", "begins behind “v1,”"),
        ("standard-webhooks", "whsec_not base64", "cannot be a signing secret"),
        ("standard-webhooks", "whsec_" + "A" * 31, "lacks its padding"),
        ("svix", "whsec_QUJD", "only 3 bytes"),
        ("nobody", "https://x.de", None),
        ("slack", "https://x.de", "an address"),
    ],
)
def test_remarks(provider: str, value: str, part: str | None) -> None:
    """A sentence for each wrong form, which never repeats the value."""
    sentence = remark(provider, value)

    assert (sentence is None) == (part is None)
    assert part is None or part in str(sentence)
    assert len(value.strip()) < 9 or value.strip() not in str(sentence)


def test_another_kind_is_named_with_the_secret() -> None:
    """For a verdict, which names the secret and never its value."""
    kind = wrong_kind(BY_ID["stripe"], secret("stripe", b"sk_live_abc", "prod"))
    no_key = wrong_kind(BY_ID["svix"], secret("svix", b"not base64!", "prod"))

    assert kind == "“prod”: this is an API key, not a signing secret; that begins with “whsec_”."
    assert no_key == "“prod” cannot be a signing secret of Svix: that is base64, usually behind “whsec_”."
