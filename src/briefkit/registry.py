"""A folder is a registry: one plug-in is one module, found by its place."""

import pkgutil
from importlib import import_module
from types import ModuleType


def modules(package: str) -> dict[str, ModuleType]:
    """Import every module of the package and return them by name, in alphabetical order."""
    return {name: import_module(f"{package}.{name}") for name in names(package)}


def names(package: str) -> list[str]:
    """Return the names of the modules of the package without importing them."""
    return sorted(info.name for info in pkgutil.iter_modules(import_module(package).__path__))
