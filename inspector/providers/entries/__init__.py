"""One entry for each provider, a module for each kind of business; providers that need code have a module each."""
