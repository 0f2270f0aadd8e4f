"""All providers, in the order in which they are listed."""

from collections.abc import Iterable

from inspector.providers.entries.accounting import ACCOUNTING
from inspector.providers.entries.ai import AI
from inspector.providers.entries.auth import AUTH
from inspector.providers.entries.billing import BILLING
from inspector.providers.entries.cloud import CLOUD
from inspector.providers.entries.cms import CMS
from inspector.providers.entries.commerce import COMMERCE
from inspector.providers.entries.comms import COMMS
from inspector.providers.entries.crm import CRM
from inspector.providers.entries.deploys import DEPLOYS
from inspector.providers.entries.dev import DEV
from inspector.providers.entries.documents import DOCUMENTS
from inspector.providers.entries.email import EMAIL
from inspector.providers.entries.fintech import FINTECH
from inspector.providers.entries.forges import FORGES
from inspector.providers.entries.forms import FORMS
from inspector.providers.entries.gateways import GATEWAYS
from inspector.providers.entries.generic import GENERIC
from inspector.providers.entries.identity import IDENTITY
from inspector.providers.entries.logistics import LOGISTICS
from inspector.providers.entries.marketing import MARKETING
from inspector.providers.entries.payments import PAYMENTS
from inspector.providers.entries.productivity import PRODUCTIVITY
from inspector.providers.entries.scheduling import SCHEDULING
from inspector.providers.entries.sellers import SELLERS
from inspector.providers.entries.services import SERVICES
from inspector.providers.entries.shops import SHOPS
from inspector.providers.entries.social import SOCIAL
from inspector.providers.entries.storage import STORAGE
from inspector.providers.entries.tracking import TRACKING
from inspector.providers.entries.video import VIDEO
from inspector.providers.entries.voice import VOICE
from inspector.providers.entries.wallets import WALLETS
from inspector.providers.entries.web3 import WEB3
from inspector.providers.provider import Provider
from inspector.providers.scheme import Scheme

PROVIDERS: tuple[Provider, ...] = (
    *DEV,
    *FORGES,
    *DEPLOYS,
    *TRACKING,
    *PAYMENTS,
    *GATEWAYS,
    *WALLETS,
    *BILLING,
    *SELLERS,
    *FINTECH,
    *ACCOUNTING,
    *COMMS,
    *SOCIAL,
    *EMAIL,
    *CRM,
    *MARKETING,
    *COMMERCE,
    *SHOPS,
    *WEB3,
    *AI,
    *VOICE,
    *AUTH,
    *CLOUD,
    *CMS,
    *DOCUMENTS,
    *FORMS,
    *SCHEDULING,
    *LOGISTICS,
    *VIDEO,
    *IDENTITY,
    *PRODUCTIVITY,
    *STORAGE,
    *SERVICES,
    *GENERIC,
)

BY_ID: dict[str, Provider] = {provider.id: provider for provider in PROVIDERS}

SCHEMES: dict[str, Scheme] = {scheme.id: scheme for provider in PROVIDERS for scheme in provider.schemes}


def find(provider_id: str, custom: Iterable[Provider] = ()) -> Provider | None:
    """The provider with an id, among ours and those that the user described, or None."""
    return BY_ID.get(provider_id) or next((provider for provider in custom if provider.id == provider_id), None)
