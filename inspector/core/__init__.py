"""Plain data and rules of their own; standard library and `regex` only. Every other package may import it."""
