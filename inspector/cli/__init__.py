"""The command line: one module per command, results on standard output, notices on standard error."""
