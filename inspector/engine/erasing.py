"""Removes what the program keeps: captures, secrets, settings, each for itself."""

from collections.abc import Callable
from pathlib import Path

from inspector import settings_file
from inspector.core.errors import InspectorError, ResourceError
from inspector.core.messages import Erase
from inspector.core.paths import Paths
from inspector.core.settings import Settings
from inspector.engine.secret_keeping import open_vault
from inspector.store import erasing


def erase(paths: Paths, wanted: Erase) -> None:
    """Remove what is wanted, as far as it can be; nothing else may use the store of these paths.

    Raises InspectorError after the last part, with a sentence for each part that could not be removed.
    """
    # Secrets come first: which there are stands in the settings.
    parts: tuple[tuple[bool, Callable[[], None]], ...] = (
        (wanted.secrets, lambda: open_vault(paths).remove_all()),
        (wanted.secrets, lambda: erase_sample_key(paths.sample_key)),
        (wanted.captures, lambda: erasing.erase(paths.store)),
        (wanted.settings, lambda: erase_settings(paths)),
    )
    failed: list[InspectorError] = []
    for is_wanted, remove in parts:
        try:
            if is_wanted:
                remove()
        except InspectorError as error:
            failed.append(error)
    if failed:
        whole = InspectorError(" ".join(str(one) for one in failed))
        whole.exit_code = failed[0].exit_code
        raise whole


def erase_sample_key(key: Path) -> None:
    """The key of the sample secrets; a new one is made when it is needed."""
    try:
        key.unlink(missing_ok=True)
    except OSError as error:
        raise ResourceError(f"{key} cannot be removed: {error.strerror}.") from error


def erase_settings(paths: Paths) -> None:
    """Back to the usual values. Names of secrets that are still kept stay: a keyring cannot list them."""
    file = paths.settings
    try:
        secrets = settings_file.read(file).secrets
    except InspectorError:
        secrets = ()
    with_locks = (path for one in (paths.fetched_keys, paths.custom_providers) for path in (one, lock_of(one)))
    try:
        for one in (paths.shape, file, *with_locks):
            one.unlink(missing_ok=True)
        if secrets:
            settings_file.change(file, lambda _: Settings(secrets=secrets))
        else:
            lock_of(file).unlink(missing_ok=True)
    except OSError as error:
        raise ResourceError(f"{error.filename or file} cannot be removed: {error.strerror}.") from error


def lock_of(file: Path) -> Path:
    """The file that is held while another is read and replaced."""
    return file.with_name(file.name + ".lock")
