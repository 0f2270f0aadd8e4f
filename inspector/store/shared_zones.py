"""Zone maps as several processes keep them: what one has written down stands in the table until another renews a block."""

import sqlite3

from inspector.store.zones import Zones


class SharedZones(Zones):
    """Starts over when another process took values back; without that it would not write them again."""

    def __init__(self) -> None:
        super().__init__()
        self._seq = -1

    def see(self, seq: int) -> None:
        """The counter of renewals as it stands in this transaction."""
        if seq != self._seq:
            self.forget()
            self._seq = seq

    def tell_renewed(self, connection: sqlite3.Connection) -> None:
        """Values were taken back in this transaction: everybody starts over."""
        connection.execute("UPDATE counters SET value = value + 1 WHERE name = 'zones_seq'")
        self.see(zones_seq(connection))


def zones_seq(connection: sqlite3.Connection) -> int:
    """How often values were taken back."""
    (seq,) = connection.execute("SELECT value FROM counters WHERE name = 'zones_seq'").fetchone()
    return int(seq)
