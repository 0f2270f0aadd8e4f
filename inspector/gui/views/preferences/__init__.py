"""The preferences: a table of what can be set, fields for each kind of value, and the dialog that shows them."""
