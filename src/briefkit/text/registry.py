"""A folder is a registry: one plug-in is one module, found by its place."""

import pkgutil
from importlib import import_module
from types import ModuleType


def names(package: str) -> list[str]:
    """Return the names of the modules of the package without importing them, in alphabetical order."""
    return sorted(info.name for info in pkgutil.iter_modules(import_module(package).__path__))


def module(package: str, name: str) -> ModuleType:
    """Import and return one module of the package; the name must be one of `names`."""
    return import_module(f"{package}.{name}")


def modules(package: str) -> dict[str, ModuleType]:
    """Import every module of the package and return them by name, in alphabetical order."""
    return {name: module(package, name) for name in names(package)}
