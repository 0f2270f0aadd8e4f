"""Another client of a display: `python -m tests.proof.onlooker clipboard | grab FILE | hold TEXT`.

It prints what is on the clipboard, keeps a picture of the screen, or puts a text on the clipboard and stays until it is
ended, as the program stays from which somebody copied.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication


def say() -> None:
    """The text can be pasted from now on."""
    sys.stdout.write("held\n")
    sys.stdout.flush()


def main() -> int:
    """Do one thing."""
    app = QGuiApplication(sys.argv[:1])
    match sys.argv[1:]:
        case ["clipboard"]:
            sys.stdout.write(app.clipboard().text())
            return 0
        case ["grab", file]:
            return int(not app.primaryScreen().grabWindow(0).save(file))
        case ["hold", text]:
            app.clipboard().setText(text)
            QTimer.singleShot(0, say)
            return app.exec()
    return 2


if __name__ == "__main__":
    sys.exit(main())
