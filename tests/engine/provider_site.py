"""A provider's own site on this machine: TLS with a certificate for its hosts, which a resolver of ours leads to."""

import contextlib
import socket
import socketserver
import ssl
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import trustme
from aiohttp.abc import AbstractResolver, ResolveResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from inspector.engine.outside import Outside

SNS_HOST = "sns.eu-central-1.amazonaws.com"
SNS_KEY = f"https://{SNS_HOST}/SimpleNotificationService-0a1b2c.pem"
USAGES = (
    "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
    "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
)  # fmt: skip
AUTHORITY = trustme.CA(key_type=trustme.KeyType.ECDSA)


def answer(body: bytes, status: str = "200 OK", *fields: str) -> bytes:
    """The bytes of a response."""
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *fields, "Connection: close"]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


@dataclass(frozen=True, kw_only=True)
class Authority:
    """Vouches for certificates."""

    root: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def der(self) -> bytes:
        """As machines keep it."""
        return self.root.public_bytes(serialization.Encoding.DER)


def authority(name: str) -> Authority:
    """One as the rules for browsers want it (RFC 5280, CA/Browser Forum)."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    usage = dict.fromkeys(USAGES, False)
    root = (
        x509.CertificateBuilder(who, who, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=30))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**usage | {"key_cert_sign": True, "crl_sign": True}), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Authority(root=root, key=key)


VOUCHING = authority("Vouches for keys")
"""Trusted by whoever asks a site, for certificates that hold keys."""


@dataclass
class Site:
    """`answers` holds whole responses by target; `asked` is what came, host and target. A pause comes before each."""

    answers: dict[str, bytes] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    connections: int = 0
    pause: float = 0.0
    port: int = 0


class Names(AbstractResolver):
    """Leads the hosts of a site to it, and knows no others."""

    def __init__(self, site: Site, hosts: tuple[str, ...]) -> None:
        self._site = site
        self._hosts = hosts

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The address of the site."""
        if host not in self._hosts:
            raise OSError(f"{host} is not known here")
        return [
            ResolveResult(
                hostname=host, host="127.0.0.1", port=self._site.port, family=socket.AF_INET, proto=0,
                flags=socket.AI_NUMERICHOST,
            )
        ]  # fmt: skip

    async def close(self) -> None:
        """Nothing is open."""


@contextlib.contextmanager
def site(*hosts: str, shown: tuple[str, ...] = ()) -> Iterator[tuple[Site, Outside]]:
    """A site of these hosts and the way to it; `shown` are the hosts of its certificate where that is another's."""
    made = Site()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert(*(shown or hosts)).configure_cert(tls)

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            made.connections += 1
            with contextlib.suppress(OSError), tls.wrap_socket(self.request, server_side=True) as secured:
                secured.settimeout(5)
                head = b""
                while b"\r\n\r\n" not in head and (chunk := secured.recv(65536)):
                    head += chunk
                lines = head.decode("latin-1").split("\r\n")
                host = next((line[6:] for line in lines if line.lower().startswith("host: ")), "")
                target = lines[0].split(" ")[1] if " " in lines[0] else ""
                made.asked.append((host, target))
                time.sleep(made.pause)
                secured.sendall(made.answers.get(target, answer(b"not here", "404 Not Found")))

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False

    with Server(("127.0.0.1", 0), Handler) as server:
        made.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        trusted = ssl.create_default_context(cafile=None)
        AUTHORITY.configure_trust(trusted)
        trusted.load_verify_locations(cadata=VOUCHING.der)
        yield made, Outside(resolver=Names(made, hosts), tls=trusted)
        server.shutdown()
        thread.join(5)


def certificate(
    key: bytes, *names: str, begins: timedelta = timedelta(days=-30), ends: timedelta = timedelta(days=30)
) -> bytes:
    """A certificate of a private key in PEM, signed by itself, in PEM."""
    private = load_pem_private_key(key, password=None)
    assert isinstance(private, rsa.RSAPrivateKey)
    now = datetime.now(UTC)
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + begins)
        .not_valid_after(now + ends)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name) for name in names]), critical=False)
        .sign(private, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.PEM)


def vouched(by: Authority, key: bytes, name: str) -> bytes:
    """A certificate of a private RSA key in PEM for a host, and that of who vouches for it, in PEM."""
    private = load_pem_private_key(key, password=None)
    assert isinstance(private, rsa.RSAPrivateKey)
    now = datetime.now(UTC)
    leaf = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(by.root.subject)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=30))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.key.public_key()), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(by.key, hashes.SHA256())
    )
    return b"".join(one.public_bytes(serialization.Encoding.PEM) for one in (leaf, by.root))
