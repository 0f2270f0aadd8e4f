"""What the user can do: one file for each group, every command data and a function."""
