"""What lists show: ids and a cache of summaries, never a million objects."""
