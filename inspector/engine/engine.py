"""The engine: builds the parts, starts and stops them, and says how it is. No Qt; runs in any asyncio loop."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace

from inspector import settings_file
from inspector.core.channel import Channel
from inspector.core.errors import InspectorError, ResourceError, StoreFullError
from inspector.core.messages import Captured, Changed, Fact, Health
from inspector.core.paths import Paths
from inspector.core.response import DEFAULT_RESPONSE, Response
from inspector.core.secret import Secret
from inspector.core.settings import DEFAULT_HOST, Settings
from inspector.core.tasks import Tasks
from inspector.engine.asking_outside import AskingOutside
from inspector.engine.describing import Describing
from inspector.engine.diagnosing import Diagnosing
from inspector.engine.drafting import Drafting
from inspector.engine.finding import Finding
from inspector.engine.handshaking import Handshaking
from inspector.engine.housekeeping import Housekeeping
from inspector.engine.importing import Importing
from inspector.engine.limiting import limits_of
from inspector.engine.preparing import Preparing
from inspector.engine.reading import Reading, plain
from inspector.engine.receiver_checking import ReceiverChecking
from inspector.engine.receiving import Receiving
from inspector.engine.rejudging import Rejudging
from inspector.engine.resending import Resending
from inspector.engine.sampling import Sampling
from inspector.engine.secret_keeping import SecretKeeping, open_samples, open_vault
from inspector.engine.watching import watch
from inspector.engine.whereabouts import Whereabouts
from inspector.listener.binding import PortTakenError
from inspector.listener.listener import Listener
from inspector.providers.basis import Basis
from inspector.store.group_commit import GroupCommit
from inspector.store.jobs import JobsLock
from inspector.store.store import Store
from inspector.worker import Worker

FULL = (
    "The disk is full: senders are told 503, and what is stored is safe. "
    "Make room on the disk; capturing then goes on by itself."
)


class Engine:
    """Everything that captures, judges, keeps and sends. Raises StoreError over a store that cannot be used."""

    def __init__(self, paths: Paths, *, secrets: Iterable[Secret] = ()) -> None:
        self.paths = paths
        self.settings: Settings = settings_file.read(paths.settings)
        self.facts: Channel[Fact] = Channel()
        self.health = Health()
        self._whereabouts = Whereabouts(paths.store)
        self.facts.subscribe(self._whereabouts.hear)
        self.tasks = Tasks()
        self.store = Store.open(paths.store, synchronous=self.settings.synchronous, decode=plain)
        store, reading, worker = self.store, Reading(paths.store), Worker()
        self.reading, self.worker = reading, worker
        self.secrets = SecretKeeping(open_vault(paths), secrets, open_samples(paths))
        self._basis = Basis()
        self.public_url = ""
        """The address that senders call, for this run; empty for that of the settings."""
        self.handshaking = Handshaking(settings=lambda: self.settings, basis=self.basis)
        self.preparing = Preparing(lambda: self.secrets, custom=lambda: self.basis().custom)
        self.sampling = Sampling(store=self.store, preparing=self.preparing, paths=paths)
        self.commit = GroupCommit(self.store)
        self.commit.on_batch = lambda last_id, count: self.publish(Captured(last_id=last_id, count=count))
        self.diagnosing = Diagnosing(
            store=store, reading=reading, worker=worker, basis=self.basis, on_explained=self._on_explained
        )
        self.rejudging = Rejudging(
            store=store, reading=reading, basis=self.basis, on_changed=self.publish, on_unexplained=self.diagnosing.add
        )
        self.describing = Describing(paths.custom_providers, reading=self.reading, rejudging=self.rejudging, be=self.be)
        self.finding = Finding(reading=reading, worker=worker, tasks=self.tasks, basis=self.basis)
        self.asking = AskingOutside(
            paths.fetched_keys, self.secrets, self.rejudging, self.store, self.reading, self.publish
        )
        self.importing = Importing(
            store=store, worker=worker, basis=self.basis, on_captured=self.publish, on_unexplained=self.diagnosing.add
        )
        self.resending = Resending(store=store, reading=reading, publish=self.publish, preparing=self.preparing)
        self.receiver_checking = ReceiverChecking(self.reading, self.resending, self.sampling, self.preparing)
        self.drafting = Drafting(folder=paths.drafts, reading=self.reading, resending=self.resending)
        self.receiving = Receiving(
            self.commit,
            basis=self.basis,
            handshaking=self.handshaking,
            on_unexplained=self.diagnosing.add,
            on_keyless=self.asking.look_at,
            on_refused=self._on_refused,
            on_stored=self._on_stored,
        )
        self.listener = self._new_listener()
        self.follows_settings = False
        """Whether the listener moves when its address in the settings changes."""
        self._unsettled: str | None = None
        """Why the settings that somebody wrote are not in force."""
        self._lock = JobsLock(paths.store)
        self._closed_because: str | None = None
        """Why the port could not be opened when that was tried last."""

    def basis(self) -> Basis:
        """What to judge by now."""
        known, basis = self.secrets.current, self._basis
        url, expected, custom = (
            self.public_url or self.settings.public_url,
            self.handshaking.expected,
            self.describing.custom,
        )
        same = basis.secrets is known and basis.custom is custom
        if not same or basis.public_url != url or basis.expected != expected:
            if basis.custom is not custom:
                self.secrets.samples = open_samples(self.paths, custom)
            samples = self.secrets.samples
            basis = Basis(secrets=known, samples=samples, public_url=url, expected=expected, custom=custom)
            self._basis = basis
        return basis

    def publish(self, fact: Fact) -> None:
        """Tell every subscriber."""
        self.facts.publish(fact)

    def be(self, **changes: object) -> None:
        """Change the state that is shown to the user, and publish it if it differs."""
        health = replace(self.health, **changes)  # type: ignore[arg-type]
        if health != self.health:
            self.health = health
            self.publish(health)

    async def start(self) -> None:
        """Begin the background work; the port is opened by `listen`."""
        if self.store.damaged is not None:
            self.be(
                problem="The store was damaged and could not be read. It was set aside whole as "
                f"{self.store.damaged}, nothing of it was deleted, and a new one was begun."
            )
        self.tasks.spawn(self._load_secrets(), name="loading secrets")
        self.tasks.spawn(self.secrets.watch(self._load_secrets), name="watching a locked keyring")
        self.tasks.spawn(self.drafting.sweep(), name="sweeping drafts")
        self.tasks.spawn(self.diagnosing.run(), name="diagnosis")
        self.asking.settings_allow = self.settings.fetch_keys
        self.tasks.spawn(self.asking.run(), name="asking outside")
        settings_seq = await self.reading.run(lambda reader: reader.settings_seq())
        self.settings = settings_file.read(self.paths.settings)
        housekeeping = Housekeeping(
            store=self.store,
            reading=self.reading,
            lock=self._lock,
            on_settings=self.follow_settings,
            diagnosing=self.diagnosing,
            settings_seq=settings_seq,
        )
        self.tasks.spawn(housekeeping.run(), name="housekeeping")
        self.tasks.spawn(watch(self.paths.settings, self.follow_settings), name="watching the settings")
        self.tasks.spawn(self.describing.follow(self.basis), name="following the providers")

    async def listen(self, host: str | None = None, port: int | None = None) -> tuple[str, ...]:
        """Open the port; without one that was asked for, that of the settings or the next free one.

        Returns the base addresses, the main one first. Raises ResourceError when the port is taken.
        """
        if self.health.listening:
            return self.health.listening
        wanted = self.settings.port if port is None else port
        addresses = await self.listener.start(
            host or self.settings.host or DEFAULT_HOST, wanted, next_free=port is None
        )
        # Why another port could not be opened is no news any more.
        solved = self.health.problem is not None and self.health.problem == self._closed_because
        problem = None if solved else self.health.problem
        self.be(listening=addresses, exposed=self.listener.exposed, problem=problem)
        return addresses

    async def try_to_listen(self, host: str | None = None, port: int | None = None) -> tuple[str, ...]:
        """The same for the window: why it cannot be done stands in the health too, until a port is open."""
        try:
            return await self.listen(host, port)
        except InspectorError as error:
            self._closed_because = f"{error.fact}." if isinstance(error, PortTakenError) else str(error)
            self.be(problem=self._closed_because)
            raise

    async def stop_listening(self) -> None:
        """Close the port; what has been accepted is answered first."""
        await self.listener.stop()
        self.be(listening=())

    def respond_with(self, response: Response | None) -> None:
        """Tell senders this from now on; None is the default response."""
        self.receiving.response = response or DEFAULT_RESPONSE
        self.be(response=response)

    async def move(self, host: str, port: int) -> None:
        """Listen at another address, if it listens; where that cannot be had, raises ResourceError and stays."""
        if not self.health.listening:
            return
        try:
            addresses = await self.listener.move(host or DEFAULT_HOST, port)
        except ResourceError as error:
            fact = error.fact if isinstance(error, PortTakenError) else str(error).partition(";")[0]
            if not self.listener.is_open:
                self._closed_because = f"{fact}, and the port that was open before is taken too; nothing listens."
                self.be(listening=(), exposed=False, problem=self._closed_because)
                raise ResourceError(self._closed_because) from error
            raise ResourceError(f"{fact}. It goes on listening at {self.health.listening[0]}.") from error
        self.settings = replace(self.settings, host=host, port=port)
        self.be(listening=addresses, exposed=self.listener.exposed)

    async def take_settings(self) -> None:
        """Read settings and secrets again after somebody changed them, and put them into force.

        A listener that stands where the settings said goes where they say now. Raises UsageError for a file that
        cannot be read, and ResourceError for an address that cannot be had; the rest is in force then all the same.
        """
        before, self.settings = self.settings, settings_file.read(self.paths.settings)
        now = self.settings
        self.listener.set_limits(limits_of(now))
        self.asking.follow(allowed=now.fetch_keys)
        if now.synchronous != before.synchronous:
            self.store.set_synchronous(now.synchronous)
        await self._load_secrets()
        if self.follows_settings and (now.host, now.port) != (before.host, before.port):
            await self.move(now.host, now.port)

    async def follow_settings(self) -> None:
        """Take settings that somebody else wrote; what is wrong with them stands in the health until it is mended."""
        try:
            await self.take_settings()
        except InspectorError as error:
            self._unsettled = str(error)
            self.be(problem=self._unsettled)
        else:
            if self._unsettled is not None and self.health.problem == self._unsettled:
                self.be(problem=None)
            self._unsettled = None

    def tell_secrets(self) -> None:
        """Publish which secrets there are, by name."""
        self.be(
            secrets=self.secrets.names(),
            keyring=self.secrets.where,
            keeping=self.secrets.keeping,
            settings_seq=self.health.settings_seq + 1,
        )

    async def stop(self) -> None:
        """Stop listening, finish the writes, end every part, in this order."""
        await self.listener.stop()
        await self.commit.drain()
        await self.tasks.cancel()
        await self.resending.close()
        await self.sampling.close()
        self._whereabouts.leave()
        await asyncio.to_thread(self.worker.kill)
        self.reading.close()
        self._lock.release()
        self.store.close()

    def _new_listener(self) -> Listener:
        return Listener(
            on_request=self.receiving.receive,
            limits=limits_of(self.settings),
            bodies=lambda: self.paths.bodies,
            on_trouble=lambda problem: self.be(problem=problem),
        )

    async def _load_secrets(self) -> None:
        before = self.basis().secrets
        await self.secrets.load()
        self.tell_secrets()
        for provider, now in self.basis().secrets.items():
            if now != before.get(provider, ()):
                await self.rejudging.run(await self.rejudging.judgeable(provider))

    def _on_explained(self, id: int) -> None:
        self.publish(Changed(ids=(id,)))

    def _on_refused(self, error: InspectorError) -> None:
        problem = FULL if isinstance(error, StoreFullError) else str(error)
        self.be(problem=problem, refused=self.health.refused + 1)

    def _on_stored(self) -> None:
        if self.health.problem == FULL:
            self.be(problem=None)
