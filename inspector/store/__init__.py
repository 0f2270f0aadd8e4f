"""The only SQL: one file of captures, written by one `Store` a process and read by any number of `Reader`s.

`store` keeps and changes, `group_commit` puts it behind an event loop, `reader` reads, `filter_sql` turns a filter into
SQL, `jobs` says which process does the work in the background, `overview` describes the file.
"""
