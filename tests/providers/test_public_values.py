"""What need not be hidden."""

from inspector.providers.public_values import is_public

JWK = '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}'


def test_a_public_key_is_not_hidden() -> None:
    """Whatever holds a private half or a shared key is."""
    assert is_public("\n-----BEGIN CERTIFICATE-----\nMIIB")
    assert is_public(JWK)
    assert not is_public("-----BEGIN PRIVATE KEY-----\nMIIB")
    assert not is_public('{"kty":"OKP","x":"a","d":"b"}')
    assert not is_public('{"kty":"oct","k":"b"}')
    assert not is_public("whsec_abc")
