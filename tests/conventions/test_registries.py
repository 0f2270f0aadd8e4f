"""What stands in a file of its own stands in its registry too."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import click
import pytest

import inspector.bodies
import inspector.cli
import inspector.formats
import inspector.providers
import inspector.providers.samples
from inspector.bodies.registry import VIEWS
from inspector.formats.registry import FORMATS
from inspector.providers.registry import PROVIDERS
from inspector.providers.samples.registry import SAMPLES

REGISTRIES: tuple[tuple[ModuleType, tuple[object, ...]], ...] = (
    (inspector.bodies, VIEWS),
    (inspector.formats, FORMATS),
    (inspector.providers, PROVIDERS),
    (inspector.providers.samples, SAMPLES),
)


@pytest.mark.parametrize(("package", "registry"), REGISTRIES, ids=lambda part: getattr(part, "__name__", ""))
def test_every_entry_is_registered(package: ModuleType, registry: tuple[object, ...]) -> None:
    """An entry that somebody wrote and forgot to name in the tuple is found."""
    kind = type(registry[0])
    entries = [(name, entry) for name, entry in _values(package) if isinstance(entry, kind)]
    forgotten = {name for name, entry in entries if not any(entry is known for known in registry)}

    assert entries
    assert forgotten == set()


def test_every_command_can_be_called() -> None:
    """A command's module that the program does not offer is found."""
    root = _main_group()
    commands = [(name, value) for name, value in _values(inspector.cli) if isinstance(value, click.Command)]
    offered = list(_offered(root))

    assert {name for name, value in commands if not any(value is known for known in offered)} == set()


def _values(package: ModuleType) -> Iterator[tuple[str, object]]:
    """Every value of every module of the package, with its name; the members of tuples one by one."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        for name, value in vars(importlib.import_module(found.name)).items():
            members = value if isinstance(value, tuple) else (value,)
            yield from ((f"{found.name}.{name}", member) for member in members)


def _main_group() -> click.Group:
    """The group that no other group offers and that offers most."""
    groups = {id(value): value for _, value in _values(inspector.cli) if isinstance(value, click.Group)}
    return max(groups.values(), key=lambda group: len(group.list_commands(click.Context(group))))


def _offered(command: click.Command) -> Iterator[click.Command]:
    yield command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from _offered(below)
