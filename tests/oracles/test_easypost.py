"""EasyPost's own library, which checks and does not sign."""

from easypost.errors import SignatureVerificationError
from easypost.util import validate_webhook

from inspector.core.request import Request
from tests.oracles.comparing import Comparison


class TestEasypost(Comparison):
    """`validate_webhook`."""

    provider = "easypost"

    def secret(self) -> bytes:
        """Of letters that Unicode writes in more than one way."""
        return "Zoë’s ﬁrst secret Ⅸ of №1".encode()

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Raises for whatever is wrong."""
        try:
            validate_webhook(request.body.read(), dict(request.headers.texts()), secret.decode())
        except SignatureVerificationError:
            return False
        return True
