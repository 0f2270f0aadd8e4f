"""One window for each store: a second start raises the first and ends."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QAbstractSocket, QLocalServer, QLocalSocket

PATIENCE = 1000
"""Milliseconds that the first window gets to answer the second."""
RAISE = b"raise\n"
ANSWER = b"raised\n"


class SingleWindow(QObject):
    """`raised` asks the window to come to the front."""

    raised = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._guests: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self) -> bool:
        """Be the window of this store. False where there is one already, which comes to the front."""
        if self._ask_other():
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

    def _ask_other(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE):
            return False
        socket.write(RAISE)
        socket.waitForBytesWritten(PATIENCE)
        # One that hangs keeps the name all the same: two windows of one store would be worse than none.
        socket.waitForReadyRead(PATIENCE)
        socket.disconnectFromServer()
        return True

    def _greet(self) -> None:
        while (guest := self._server.nextPendingConnection()) is not None:
            self._guests.append(guest)
            guest.readyRead.connect(self._hear)
            # A second start may have written and gone before this one looked.
            self._hear()

    def _hear(self) -> None:
        for guest in self._guests:
            if RAISE in bytes(guest.readAll().data()):
                guest.write(ANSWER)
                guest.flush()
                self.raised.emit()
        gone = [guest for guest in self._guests if guest.state() == QLocalSocket.LocalSocketState.UnconnectedState]
        for guest in gone:
            self._guests.remove(guest)
            guest.deleteLater()
