"""Code that verifies one capture: a module a language, written from the scheme; standard libraries only.

`plan` says what is to be computed, `registry` holds the languages.
"""
