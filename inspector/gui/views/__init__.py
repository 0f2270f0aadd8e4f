"""Widgets: a constructor lays out, `show_…` fills, wishes leave as signals."""
