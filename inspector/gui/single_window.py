"""One window for each store: a second start raises the first, passes on what it was asked, and ends."""

import json
from dataclasses import asdict, dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QAbstractSocket, QLocalServer, QLocalSocket

PATIENCE = 1000
"""Milliseconds that the first window gets to answer the second."""
ANSWER = b"raised\n"
LONGEST = 1024 * 1024
"""Bytes that a start may say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a start of the program was asked to do, besides being there."""

    files: tuple[str, ...] = ()
    """Whole paths of files to import."""
    filter: str = ""
    token: str = ""
    """What a Wayland compositor wants to see before a window may come to the front."""


NOTHING = Asked()


class SingleWindow(QObject):
    """`raised` asks the window to come to the front, and says what the second start was asked."""

    raised = Signal(object)
    """An Asked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._guests: dict[QLocalSocket, bytes] = {}
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self, asked: Asked = NOTHING) -> bool:
        """Be the window of this store. False where there is one already: it comes to the front and does that."""
        if self._ask_other(asked):
            return False
        if not self._server.listen(self._name) and self._is_taken():
            # Nobody answers at this name: what is there was left behind by a process that was killed.
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Let the next start have the name."""
        for guest in self._guests:
            guest.readyRead.disconnect(self._hear)
        self._guests.clear()
        self._server.close()

    def _is_taken(self) -> bool:
        return self._server.serverError() == QAbstractSocket.SocketError.AddressInUseError

    def _ask_other(self, asked: Asked) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE):
            return False
        socket.write(json.dumps(asdict(asked)).encode() + b"\n")
        socket.waitForBytesWritten(PATIENCE)
        # One that hangs keeps the name all the same: two windows of one store would be worse than none.
        socket.waitForReadyRead(PATIENCE)
        socket.disconnectFromServer()
        return True

    def _greet(self) -> None:
        while (guest := self._server.nextPendingConnection()) is not None:
            self._guests[guest] = b""
            guest.readyRead.connect(self._hear)
            # A second start may have written and gone before this one looked.
            self._hear()

    def _hear(self) -> None:
        for guest in list(self._guests):
            said = self._guests[guest] + bytes(guest.readAll().data())
            self._guests[guest] = said
            if said.endswith(b"\n"):
                self._guests[guest] = b""
                guest.write(ANSWER)
                guest.flush()
                self.raised.emit(read_asked(said))
            elif len(said) > LONGEST:
                guest.abort()
        for guest in [one for one in self._guests if one.state() == QLocalSocket.LocalSocketState.UnconnectedState]:
            del self._guests[guest]
            guest.deleteLater()


def read_asked(said: bytes) -> Asked:
    """What a start said; nothing where it cannot be read, such as that of another version."""
    try:
        values = json.loads(said)
        return Asked(
            files=tuple(str(file) for file in values.get("files", ())),
            filter=str(values.get("filter", "")),
            token=str(values.get("token", "")),
        )
    except (ValueError, AttributeError, TypeError):
        return NOTHING
