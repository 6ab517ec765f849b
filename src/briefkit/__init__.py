"""Policy briefs as data: check, compare, trace and publish them."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefkit.api import compare, explain, export, list_briefs, open_library, render, show, validate, volume

__version__ = "0.1.0"

__all__ = ["__version__", "compare", "explain", "export", "list_briefs", "open_library", "render", "show", "validate", "volume"]


def __getattr__(name: str) -> object:
    """Load the public functions when they are first asked for, so that importing the package costs nothing."""
    if name in __all__:
        value: object = getattr(import_module("briefkit.api"), name)
        return value
    raise AttributeError(f"module 'briefkit' has no attribute {name!r}")
