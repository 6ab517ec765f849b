"""Print the lowest versions of the run-time dependencies that `pyproject.toml` allows, as constraints for pip."""

import re
import sys
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
for dependency in project["dependencies"]:
    lowest = re.fullmatch(r"([\w-]+)>=([\w.]+)(,<[\w.]+)?", dependency)
    if lowest is None:
        sys.exit(f"pyproject.toml: {dependency} has no lowest version")
    sys.stdout.write(f"{lowest[1]}=={lowest[2]}\n")
