"""The window: the only Qt. `application` puts it together, `bridge` speaks to the engine, `reader` reads the store."""
