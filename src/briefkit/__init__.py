"""Policy briefs as data: check, compare, trace and publish them."""

__version__ = "0.1.0"
