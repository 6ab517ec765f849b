"""The checks, one file each: the folder is their list.

A rule over one file has `check(parsed)`. A rule over the library has `collect(parsed)`, which returns what it needs to
know of one file, and `check(facts, volume)`.
"""
