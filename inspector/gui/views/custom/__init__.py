"""Describing a provider of the user's own, and searching how an unknown sender signs."""
