"""What is odd about a secret."""

from base64 import b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from inspector.providers.layout import Single
from inspector.providers.place import place
from inspector.providers.provider import Provider
from inspector.providers.registry import BY_ID
from inspector.providers.scheme import Scheme
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
        ("stripe", "whsec_...", "a placeholder"),
        ("stripe", "whsec_xxxxxxxx", "a placeholder"),
        ("stripe", "<your secret>", "a placeholder"),
        ("github", "your_signing_secret", "a placeholder"),
        ("github", "changeme", "a placeholder"),
        ("github", "exchange_mess", None),
        ("github", "$GITHUB_SECRET", "the name of a variable"),
        ("github", "${HOOK}", "the name of a variable"),
        ("stripe", "STRIPE_SECRET", "the name of a variable"),
        ("github", "ABC_DEF", None),
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
        ("github", "AC0123456789abcdef0123456789abcdef", "an Account SID of Twilio"),
        ("github", "SG.abcdefgh.ijklmnop", "an API key of SendGrid"),
        ("github", "xoxb-123-456", "a token of Slack"),
        ("github", "ntn_123456", "an API token of Notion"),
        ("github", "pdl_live_apikey_01h", "an API key of Paddle"),
        ("github", "sk_live_51Habc", "a secret API key"),
        ("github", "ACCOUNT is what I called it", None),
        ("slack", "-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----", "a key or certificate"),
        ("slack", '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}', "a key"),
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
    pasted = [wrong_kind(BY_ID["svix"], secret("svix", one)) for one in (STANDARD + b"\n", b'"%s"' % STANDARD)]

    assert kind == "“prod”: this is an API key, not a signing secret; that begins with “whsec_”."
    assert pasted == [None, None]
    assert "“prod”: this looks like a placeholder" in str(
        wrong_kind(BY_ID["svix"], secret("svix", b"whsec_...", "prod"))
    )
    assert no_key == "“prod” cannot be a signing secret of Svix: that is base64, usually behind “whsec_”."


JWK = '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}'


def test_what_is_checked_with_a_public_key_wants_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """In any form that can be read; a line break behind it is no remark, a private half is one."""
    scheme = Scheme(id="x", algorithm="ed25519", place=place("header:X-Sig"), layout=Single(), keys=("public",))
    provider = Provider(id="x", name="Ex", category="dev", marks=(), schemes=(scheme,))
    monkeypatch.setitem(BY_ID, "x", provider)
    private = Ed25519PrivateKey.generate()
    written = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    der = private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    pem = private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()

    for good in (pem, JWK, b64encode(der).decode()):
        assert remark("x", good) is None
    assert "its public half" in str(remark("x", written))
    assert "No public key can be read" in str(remark("x", "-----BEGIN PUBLIC KEY-----"))
    assert "64 hexadecimal digits, PEM" in str(remark("x", "whatever"))


@pytest.mark.parametrize("provider", ["paddle-classic", "plaid", "ebay", "wix", "wechat-pay"])
def test_what_can_be_no_public_key(provider: str) -> None:
    """The sentence says what is wanted in place of it, and never repeats the value."""
    told = wrong_kind(BY_ID[provider], secret(provider, b"a password", "prod")) or ""

    assert told.startswith("“prod” cannot be")
    assert "public key: PEM, a certificate" in told
    assert "a password" not in told
