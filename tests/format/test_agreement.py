"""The schema verdict on mutants of the founding briefs is that of check-jsonschema and of ajv.

Both read YAML in their own way: check-jsonschema with ruamel.yaml, ajv, as in editors, with the library `yaml`.
Where they differ from briefkit, the table says why.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

import pytest
import yaml

from mutations import field_faults, value_faults
from mutations.judge import Judge, file_kind, open_bytes
from mutations.kinds import pick, table

ROOT = Path(__file__).parents[2]
NODE_MODULES = Path(os.environ.get("BRIEFKIT_NODE_MODULES", ROOT / "node_modules"))
"""The folder in which npm has installed `ajv` and `yaml`."""

OF_THE_SCHEMA = {field_faults.__name__, value_faults.__name__}
"""Kinds of fault that the schema sees; the others are tried on one brief only."""
SMALLEST = "india"

BOTH = ("check-jsonschema", "ajv")
DIFFERENCES: dict[str, tuple[tuple[str, ...], str]] = {
    # A pattern cannot say these; the formats are our own, and other programs pass over them.
    "day-that-does-not-exist": (BOTH, "`partial-date` and `csl-date` look at the calendar"),
    "interval-that-ends-before-it-begins": (BOTH, "`csl-date` compares the two ends"),
    "wrong-digit-in-number-of-author": (BOTH, "`orcid` reckons the check digit"),
    "language-with-half-a-part": (BOTH, "`language-tag` knows the parts of BCP 47"),
    "address-without-a-port": (BOTH, "`web-address` takes the address apart"),
    # To JSON Schema 2015.0 is an integer; an author has typed a point.
    "whole-number-with-a-point": (BOTH, "a number with a point is no whole number"),
    # What briefkit does not read, it does not judge.
    "directive": (BOTH, "a directive is refused while reading"),
    "mark-inside": (BOTH, "a byte order mark inside the text is refused while reading"),
    "old-mac-line-ends": (
        ("check-jsonschema",),
        "lone carriage returns are refused while reading; ajv's reader agrees",
    ),
    "too-deep": (BOTH, "reading ends at the thirty-third level; to the others it is a list where text belongs"),
    "too-large": (BOTH, "two million blanks are no fault to the others"),
    "too-many-entries": (BOTH, "reading ends at the limit; to the others it is a list where text belongs"),
    # What briefkit reads on after, to judge the rest.
    "duplicate-key": (BOTH, "it has a finding of its own while reading, and the rest is judged; the others stop"),
    "merge-key": (("ajv",), "the same; to ajv's reader `<<` is a field like any other, which the schema does not know"),
}
"""By kind of fault, which programs have another verdict, and why.

Nothing here is about types: with YAML 1.2 on all sides, dates, `no` and `007` mean the same to all three.
"""

Verdict: TypeAlias = Literal["good", "bad", "unread"]
Program: TypeAlias = Callable[[Path, str], dict[str, Verdict]]


class Sample(NamedTuple):
    """A mutant as a file of its own, and the verdict of briefkit."""

    schema: str
    file: str
    kind: str
    ours: Verdict


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutants")


@pytest.fixture(scope="module")
def samples(folder: Path) -> list[Sample]:
    """Write the mutants that are YAML, those of briefs and of the volume in a folder each."""
    judge = Judge(ROOT / "briefs")
    found: list[Sample] = []
    for name in judge.documents:
        schema = file_kind(name)
        (folder / schema).mkdir(exist_ok=True)
        for kind, make in table(name).items():
            if make.__module__ not in OF_THE_SCHEMA and name not in (SMALLEST, "volume"):
                continue
            mutant = pick(judge.documents, name, kind)
            if mutant and is_yaml(mutant.data):
                file = f"{len(found):04}.yaml"
                (folder / schema / file).write_bytes(mutant.data)
                found.append(Sample(schema, file, kind, ours(name, mutant.data)))
    return found


def is_yaml(data: bytes) -> bool:
    """Tell whether PyYAML can read the bytes as one mapping."""
    try:
        return isinstance(yaml.compose(data.decode(), Loader=yaml.CSafeLoader), yaml.MappingNode)
    except (UnicodeDecodeError, yaml.YAMLError):
        return False


def ours(name: str, data: bytes) -> Verdict:
    opened = open_bytes(name, data)
    if opened.draft is None:
        return "unread"
    return "bad" if any(finding.code.startswith("BK1") for finding in opened.findings) else "good"


def check_jsonschema(folder: Path, schema: str) -> dict[str, Verdict]:
    """Return the verdicts of check-jsonschema by file; those that it does not name are good."""
    files = sorted(path.name for path in folder.glob("*.yaml"))
    command = [sys.executable, "-m", "check_jsonschema", "--output-format", "json", "--schemafile", schema, *files]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=folder, check=False)
    report = json.loads(run.stdout)
    verdicts: dict[str, Verdict] = dict.fromkeys(files, "good")
    verdicts |= {error["filename"]: "bad" for error in report["errors"]}
    verdicts |= {error["filename"]: "unread" for error in report.get("parse_errors", [])}
    return verdicts


def ajv(folder: Path, schema: str) -> dict[str, Verdict]:
    """Return the verdicts of ajv."""
    command = ["node", str(Path(__file__).parent / "ajv_verdicts.cjs"), str(NODE_MODULES), schema, str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return dict(json.loads(run.stdout))


def differing(samples: list[Sample], folder: Path, program: Program) -> set[str]:
    """Return the kinds of fault on which a program has another verdict."""
    theirs: dict[str, Verdict] = {}
    for schema in sorted({sample.schema for sample in samples}):
        theirs |= program(folder / schema, str(ROOT / "schema" / f"{schema}.schema.json"))
    return {sample.kind for sample in samples if sample.ours != theirs[sample.file]}


def explained(name: str) -> set[str]:
    return {kind for kind, (programs, _) in DIFFERENCES.items() if name in programs}


def is_installed(*packages: str) -> bool:
    return all((NODE_MODULES / package).is_dir() for package in packages)


def test_enough_mutants_are_compared(samples: list[Sample]) -> None:
    assert len(samples) > 400
    assert {sample.ours for sample in samples} == {"good", "bad", "unread"}


def test_check_jsonschema_agrees(samples: list[Sample], folder: Path) -> None:
    assert differing(samples, folder, check_jsonschema) == explained("check-jsonschema")


@pytest.mark.external
@pytest.mark.skipif(not shutil.which("node"), reason="needs node")
@pytest.mark.skipif(not is_installed("ajv", "yaml"), reason="needs npm install --no-save ajv yaml")
def test_ajv_agrees(samples: list[Sample], folder: Path) -> None:
    assert differing(samples, folder, ajv) == explained("ajv")
