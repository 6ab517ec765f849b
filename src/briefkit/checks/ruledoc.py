"""The documentation of a rule, taken apart: one text makes `explain`, the reference page and two tests."""

import textwrap
from dataclasses import dataclass

from briefkit.source.finding import Rule
from briefkit.text.errors import UsageError


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """The parts of a rule's documentation. `bad` and `good` are YAML fragments, empty where none can show it.

    In a fragment `--- name.yaml` begins another file; what stands before the first such line belongs to `brief.yaml`.
    """

    summary: str
    what: str
    why: str
    bad: str
    good: str


def parse(rule: Rule) -> RuleDoc:
    """Take the documentation of a rule apart. Raises UsageError where Python has not kept it."""
    if not rule.doc:
        raise UsageError(
            "Python has been told to leave documentation out", hint="unset PYTHONOPTIMIZE, or leave out -OO"
        )
    summary, _, rest = rule.doc.partition("\n")
    parts: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in rest.splitlines():
        if line in ("What:", "Why:", "Bad:", "Good:"):
            lines = parts.setdefault(line[:-1].lower(), [])
        else:
            lines.append(line)
    text = {name: textwrap.dedent("\n".join(part)).strip("\n") for name, part in parts.items()}
    return RuleDoc(
        summary, _flow(text.get("what", "")), _flow(text.get("why", "")), text.get("bad", ""), text.get("good", "")
    )


def _flow(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def files(fragment: str) -> dict[str, str]:
    """Split a fragment into its files: text by file name."""
    found: dict[str, list[str]] = {}
    lines = found.setdefault("brief.yaml", [])
    for line in fragment.splitlines():
        if line.startswith("--- "):
            lines = found.setdefault(line.removeprefix("--- ").strip(), [])
        else:
            lines.append(line)
    return {name: "\n".join(lines) + "\n" for name, lines in found.items()}
