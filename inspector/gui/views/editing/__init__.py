"""Editing a request before it is sent: its fields, its body, and what differs from the capture."""
