"""The figures of the project: each measured by a module of its own, all printed by `python -m tests.bench`."""
