"""Sending captures: `wire` writes HTTP/1.1 byte for byte and reads what comes back, `sender` keeps connections."""
