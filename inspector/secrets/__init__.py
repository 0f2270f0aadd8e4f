"""Where signing secrets live: the system's keyring, a file encrypted with a passphrase, or this session only."""
