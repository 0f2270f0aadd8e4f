"""The secrets of our own sample events, those of key pairs among them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from inspector.core.secret import Secret
from inspector.providers.samples.secret import NAME, PairKind, pair_kinds
from inspector.secrets import sample_pair


class SampleSecrets(Mapping[str, Secret]):
    """By provider. A key pair is read from its file when it is first asked for, and made by `make` alone.

    So a program that only listens makes none, and one that was made meanwhile by another process is known all the same.
    Crosses to the worker process as it is.
    """

    def __init__(self, shared: Mapping[str, Secret], pairs: Path, kinds: Mapping[str, PairKind] | None = None) -> None:
        """`pairs` is the folder of the key pairs; `kinds` says who uses which, in place of all providers of ours."""
        self._shared = dict(shared)
        self._pairs = pairs
        self._kinds = pair_kinds() if kinds is None else kinds
        self._read: dict[PairKind, bytes] = {}

    def make(self, provider: str) -> Secret | None:
        """The secret of a provider; its key pair is made where there is none yet. None of an unknown provider.

        Raises ResourceError where the key can be neither read nor made.
        """
        kind = self._kinds.get(provider)
        if kind is None:
            return self._shared.get(provider)
        self._read[kind] = sample_pair.read_or_make(self._pairs, kind)
        return self[provider]

    def __getitem__(self, provider: str) -> Secret:
        kind = self._kinds.get(provider)
        if kind is None:
            return self._shared[provider]
        key = self._read.get(kind) or sample_pair.read(self._pairs, kind)
        if key is None:
            raise KeyError(provider)
        self._read[kind] = key
        return Secret(provider=provider, name=NAME, value=key)

    def __iter__(self) -> Iterator[str]:
        yield from self._shared
        yield from (provider for provider in self._kinds if self.get(provider) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)
