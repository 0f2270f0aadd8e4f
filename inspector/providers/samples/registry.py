"""All samples; those of a provider in the order in which they are offered."""

from inspector.core import clock
from inspector.core.errors import UsageError
from inspector.core.headers import Headers
from inspector.core.sending_wishes import Seed
from inspector.providers.samples.accounting import ACCOUNTING
from inspector.providers.samples.ai import AI
from inspector.providers.samples.ai_jobs import AI_JOBS
from inspector.providers.samples.auth import AUTH
from inspector.providers.samples.billing import BILLING
from inspector.providers.samples.cloud import CLOUD
from inspector.providers.samples.cms import CMS
from inspector.providers.samples.commerce import COMMERCE
from inspector.providers.samples.comms import COMMS
from inspector.providers.samples.crm import CRM
from inspector.providers.samples.deploys import DEPLOYS
from inspector.providers.samples.documents import DOCUMENTS
from inspector.providers.samples.email import EMAIL
from inspector.providers.samples.fintech import FINTECH
from inspector.providers.samples.forges import FORGES
from inspector.providers.samples.forms import FORMS
from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.gateways import GATEWAYS
from inspector.providers.samples.generic import GENERIC
from inspector.providers.samples.github import GITHUB
from inspector.providers.samples.gitlab import GITLAB
from inspector.providers.samples.identity import IDENTITY
from inspector.providers.samples.logistics import LOGISTICS
from inspector.providers.samples.marketing import MARKETING
from inspector.providers.samples.payments import PAYMENTS
from inspector.providers.samples.productivity import PRODUCTIVITY
from inspector.providers.samples.sample import Sample, Written
from inspector.providers.samples.scheduling import SCHEDULING
from inspector.providers.samples.sellers import SELLERS
from inspector.providers.samples.services import SERVICES
from inspector.providers.samples.shops import SHOPS
from inspector.providers.samples.social import SOCIAL
from inspector.providers.samples.storage import STORAGE
from inspector.providers.samples.template import body_of, headers_of
from inspector.providers.samples.tracking import TRACKING
from inspector.providers.samples.trello import TRELLO
from inspector.providers.samples.video import VIDEO
from inspector.providers.samples.voice import VOICE
from inspector.providers.samples.wallets import WALLETS
from inspector.providers.samples.web3 import WEB3

SAMPLES: tuple[Sample, ...] = (
    *GITHUB,
    *GITLAB,
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
    *AI_JOBS,
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
    *TRELLO,
    *STORAGE,
    *SERVICES,
    *GENERIC,
)


def events_of(provider: str) -> tuple[Sample, ...]:
    """The samples of a provider, the first offered first."""
    return tuple(sample for sample in SAMPLES if sample.provider == provider)


def find_sample(provider: str, event: str) -> Sample | None:
    """The sample of that event, whatever its case."""
    wanted = event.strip().lower()
    return next((sample for sample in events_of(provider) if sample.event.lower() == wanted), None)


def sample_body(provider: str, event: str, seed: Seed | None = None) -> bytes:
    """The body of a sample as an editor shows it: JSON indented, others as they are sent. Raises UsageError."""
    sample = named(provider, event)
    written: Written = sample.written if sample.written in ("form", "multipart", "text") else "indented"
    fresh = Fresh(clock.now()) if seed is None else Fresh(seed.at, seed.number)
    return body_of(sample, sample.values(fresh), written)


def sample_headers(provider: str, event: str) -> Headers:
    """The header fields of a sample but for Host, Content-Length and the signature. Raises UsageError."""
    sample = named(provider, event)
    return headers_of(sample, sample.values(Fresh(clock.now())))


def no_samples(provider: str) -> str:
    """The sentence for a provider of which there are none."""
    return f"There are no sample events of “{provider}”; make one of a capture (the window's “Make a sample of this…”)."


def named(provider: str, event: str) -> Sample:
    """The sample of that provider and event, in any case. Raises UsageError that names those that there are."""
    sample = find_sample(provider, event)
    if sample is None:
        known = ", ".join(f"“{one.event}”" for one in events_of(provider))
        if not known:
            raise UsageError(no_samples(provider))
        raise UsageError(f"There is no sample “{event}” of {provider}; there is {known}.")
    return sample
