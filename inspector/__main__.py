"""Starts the program. A spawned process imports this module again, so nothing may run on import."""

import multiprocessing
import sys

from inspector.cli.main import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
