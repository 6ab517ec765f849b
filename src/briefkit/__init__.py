"""Policy briefs as data: check, compare, trace and publish them."""

TYPE_CHECKING = False  # typing.TYPE_CHECKING to type checkers; importing typing costs as much as Python's own start
if TYPE_CHECKING:
    from briefkit.api import (
        compare,
        diff,
        explain,
        export,
        fix,
        import_bibliography,
        import_word,
        list_items,
        open_library,
        rename,
        render,
        search,
        show,
        trace,
        validate,
        volume,
    )

__version__ = "0.1.0"

__all__ = [
    "__version__",
    "compare",
    "diff",
    "explain",
    "export",
    "fix",
    "import_bibliography",
    "import_word",
    "list_items",
    "open_library",
    "rename",
    "render",
    "search",
    "show",
    "trace",
    "validate",
    "volume",
]


def __getattr__(name: str) -> object:
    """Load the public functions when they are first asked for, so that importing the package costs nothing."""
    if name in __all__:
        from importlib import import_module

        value: object = getattr(import_module("briefkit.api"), name)
        return value
    raise AttributeError(f"module 'briefkit' has no attribute {name!r}")
