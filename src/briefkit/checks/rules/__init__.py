"""The checks, one file each: the folder is their list.

A rule over one file has `check(case)`. A rule over the library has `collect(case)`, which returns what it needs to
know of one file, and `check(facts, volume)`.
"""
