"""Every figure, in the order in which they are printed."""

from tests.bench.captured import CAPTURED
from tests.bench.diagnosing import DIAGNOSING
from tests.bench.figure import Figure
from tests.bench.following import FOLLOWING, WAITS
from tests.bench.handling import HANDLING
from tests.bench.judging import JUDGING
from tests.bench.kill import KILL
from tests.bench.large_store import LARGE_STORE
from tests.bench.resend import RESEND
from tests.bench.starting import IDLE, STARTING

FIGURES: tuple[Figure, ...] = (
    CAPTURED,
    FOLLOWING,
    WAITS,
    HANDLING,
    LARGE_STORE,
    STARTING,
    IDLE,
    RESEND,
    JUDGING,
    DIAGNOSING,
    KILL,
)
