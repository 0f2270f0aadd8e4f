"""Requests by which providers test an endpoint, each with its documented answer; `registry.HANDSHAKES` has them all."""
