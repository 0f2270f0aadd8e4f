"""The writing side of a store: one per process, used from one thread but for what says otherwise."""

import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from inspector.core.capture import Arrival
from inspector.core.dispatch import Dispatch
from inspector.core.errors import StoreBusyError, StoreError
from inspector.core.paths import bodies_of
from inspector.core.response import Response
from inspector.core.verdict import Judgement
from inspector.store import changes, purging, removal, sending, write_ahead_log
from inspector.store.body_files import BodyFiles
from inspector.store.checkpoints import Checkpointer
from inspector.store.connection import BUSY_SECONDS, connect_writer, is_damage, set_synchronous, transaction
from inspector.store.damage import mark
from inspector.store.filter_sql import Where
from inspector.store.keeping import Keeper
from inspector.store.kept import Kept
from inspector.store.opening import Opened, open_store
from inspector.store.purging import Purger
from inspector.store.reader import Reader
from inspector.store.shared_zones import SharedZones

ROW_BYTES = 1000
"""About what a capture writes beside its body; only for saying when the log is due to be copied."""


class Store:
    """Keeps arrivals and changes captures. `remove`, `restore` and `mark_read` take long and may run in any thread.

    Every method raises StoreFullError, StoreBusyError or StoreError where the file cannot be written.
    """

    def __init__(
        self, path: Path, opened: Opened, *, synchronous: str, decode: Callable[[bytes, str], bytes] | None
    ) -> None:
        self.path = path
        self.damaged = opened.damaged
        """Where a damaged store was set aside when this one was opened."""
        self._connection = opened.connection
        self._lock = opened.lock
        self._decode = decode
        self._bodies = BodyFiles(bodies_of(path), durable=synchronous == "full")
        self._zones = SharedZones()
        self._keeper = Keeper(self._connection, self._bodies, self._zones)
        self._checkpointer = Checkpointer(path)
        self._purger = Purger(self._connection, path, self._bodies, self._zones, self._checkpointer)

    @classmethod
    def open(
        cls, path: Path, *, synchronous: str = "normal", decode: Callable[[bytes, str], bytes] | None = None
    ) -> "Store":
        """Open or make a store. `synchronous` `full` also survives the loss of power; `decode` as for `Reader`.

        Raises StoreError when it is newer, not ours, or in use while it has to be changed; ResourceError without room.
        """
        return cls(path, open_store(path, synchronous=synchronous), synchronous=synchronous, decode=decode)

    def keep(self, arrivals: Sequence[Arrival], *, patience: float = BUSY_SECONDS) -> list[Kept]:
        """Store a batch in one transaction; waits `patience` seconds, blocking, while another process writes."""
        if self._checkpointer.holds:
            self._hold(patience)
        try:
            kept = self._keeper.keep(arrivals, patience=patience)
        except StoreError as error:
            if isinstance(error.__cause__, sqlite3.Error) and is_damage(error.__cause__):
                mark(self.path)
            raise
        self._checkpointer.note(sum([arrival.request.body.size + ROW_BYTES for arrival in arrivals]))
        return kept

    def record_responses(self, responses: Sequence[tuple[int, Response]]) -> None:
        """Write down what senders were told, behind the response."""
        changes.record_responses(self._connection, self._zones, responses)
        self._checkpointer.note(ROW_BYTES * len(responses))

    def record_judgements(self, judgements: Sequence[tuple[int, Judgement]]) -> None:
        """Replace judgements, after a secret came or a cause was found."""
        changes.record_judgements(self._connection, self._zones, judgements)
        self._checkpointer.note(ROW_BYTES * len(judgements))

    def record_sending(
        self,
        *,
        begun: Sequence[tuple[str, int]] = (),
        ended: Sequence[str] = (),
        dispatches: Sequence[Dispatch] = (),
    ) -> list[int | None]:
        """Before bytes go out: which of our addresses sends which capture, so that its arrival is known as a resend.

        Afterwards: which have ended, and what came back. Gives the ids of the dispatches, None where a capture is gone.
        """
        ids = sending.record_sending(self._connection, self._zones, begun=begun, ended=ended, dispatches=dispatches)
        self._checkpointer.note(sum(len(dispatch.body) + ROW_BYTES for dispatch in dispatches))
        return ids

    def remove(self, where: Where | None, ids: Sequence[int] | None, *, keep_pinned: bool = False) -> tuple[int, int]:
        """Remove captures by id, or those that match, or with neither all; gives a token for undo and how many went."""
        if ids is None:
            with closing(Reader(self.path, decode=self._decode)) as reader:
                ids = reader.ids(where)
        with closing(connect_writer(self.path)) as connection:
            return removal.remove(connection, ids, keep_pinned=keep_pinned, wrote=self._checkpointer.note)

    def restore(self, token: int) -> int:
        """Undo a removal; gives how many came back."""
        with closing(connect_writer(self.path)) as connection:
            return removal.restore(connection, token, wrote=self._checkpointer.note)

    def pin(self, ids: Sequence[int], pinned: bool) -> None:
        """Set or clear the pin."""
        changes.pin(self._connection, self._zones, ids, pinned)

    def set_note(self, id: int, note: str) -> None:
        """Write the user's note of a capture; empty removes it. Raises NothingError."""
        changes.set_note(self._connection, self._zones, id, note)

    def mark_read(self, ids: Sequence[int] | None, *, with_repeats: bool = False) -> None:
        """These captures have been seen, with the later arrivals of their deliveries; None is all."""
        with closing(connect_writer(self.path)) as connection:
            removal.mark_read(connection, ids, with_repeats=with_repeats)

    def purge_step(self, *, all: bool = False) -> bool:  # noqa: A002 - reads as it is meant where it is called
        """Delete a little of what was removed and is due, with `all` of all that was; True while there is more.

        With `all` the last step empties the log itself, which may take a second; else a thread does that.
        """
        return self._purger.step(everything=all)

    def sweep_bodies(self) -> int:
        """Delete body files without a row that are older than an hour; gives how many."""
        return purging.sweep(self._connection, self._bodies)

    def checkpoint(self) -> None:
        """Copy the log into the store now, as far as nobody reads it. Any thread; nobody waits for it."""
        with closing(write_ahead_log.connect(self.path)) as connection:
            write_ahead_log.copy(connection, self.path)

    @property
    def synchronous(self) -> str:
        """`full` where a commit survives the loss of power, else `normal`."""
        (level,) = self._connection.execute("PRAGMA synchronous").fetchone()
        return "full" if level == 2 else "normal"

    def set_synchronous(self, synchronous: str) -> None:
        """From the next transaction on `full` survives the loss of power, `normal` the end of a process."""
        set_synchronous(self._connection, synchronous)
        self._bodies.durable = synchronous == "full"

    def bump_settings(self) -> int:
        """Tell other processes that settings or secrets changed; gives the new number."""
        with transaction(self._connection):
            return changes.next_change(self._connection, "settings_seq")

    def close(self) -> None:
        """Finish the copy of the log and let go of the file. Calling it twice is harmless."""
        self._checkpointer.close()
        self._connection.close()
        self._lock.close()

    def _hold(self, patience: float) -> None:
        until = time.monotonic() + patience
        while self._checkpointer.holds:
            if time.monotonic() >= until:
                raise StoreBusyError("The store is being brought in order. Try again.")
            time.sleep(0.001)
