"""The filter language: text to tree (`parser`), tree to answer (`matcher`), what may be written next (`completion`).

`terms` holds one entry for each term; the store turns the same tree into SQL.
"""
