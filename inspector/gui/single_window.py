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
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))

    def _hear(self, socket: QLocalSocket) -> None:
        if RAISE in bytes(socket.readAll().data()):
            socket.write(ANSWER)
            socket.flush()
            self.raised.emit()
