"""Ways out and in: one module per format, writing and reading side by side; `registry` lists them.

Everything streams: a format is given captures one by one and gives pieces of bytes, or reads a file capture by capture.
"""
