"""The checks, one file each: the folder is their list.

Each declares a RULE. A FileRule has `check(parsed)`, which yields the faults of one file. A LibraryRule has
`collect(parsed)`, which returns what it needs to know of one file, and `combine(files, volume)`, which yields the
faults that all files show together.
"""
