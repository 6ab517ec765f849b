"""The files of a new library, by their paths in its folder."""

from typing import NamedTuple

from briefkit.format.questions import DEFAULT, QuestionSet
from briefkit.format.schema import Form, schema_text
from briefkit.scaffold.brief import Scaffold, new_brief

STARTER = "first-brief"
"""The name of the brief that a new library has."""

_VOLUME = """\
# yaml-language-server: $schema=../schema/volume.schema.json
#
# What is common to all briefs of this folder. Only the title must be here.

title: "TODO: title of the collection"
# subtitle: a second line
{question_set}editors:
  - name: "TODO: who puts it together"
    # affiliation: an institute
# publisher: an institute
date: {date}

# The order of the briefs; without it they stand by the alphabet, and all belong to the volume.
# briefs: [{starter}]

# The terms under which points are compared. A point names them by id: `themes: [trade]`.
# themes:
#   trade:
#     name: Trade and investment
#     description: Goods, services, tariffs and those who invest.

# Those who are asked to act; names that are not here are found as errors of typing.
# actors:
#   Japan:
#     kind: state  # or office, organisation, group
#   Ministry of Trade:
#     kind: office
#     part_of: Japan

# Text around the briefs, in Markdown.
# preface: |
#   Why these briefs were written.
# introduction: |
#   What they have in common.

# Findings may be made more or less severe, or be turned off: `briefkit explain` lists them.
# checks:
#   severity:
#     point-without-horizon: off
"""

_IGNORED = """\
# what briefkit export writes
/out/
# a virtual environment
/.venv/
"""

_GITHUB = """\
# Checks the briefs at each push and shows the findings in the changed lines.
name: briefs
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      - run: pip install briefkit
      - run: briefkit validate --format github
"""

_GITLAB = """\
# Checks the briefs at each push and shows the findings in the merge request.
briefs:
  image: python:3.13
  script:
    - pip install briefkit
    - briefkit validate --format gitlab > code-quality.json
  artifacts:
    when: always
    reports:
      codequality: code-quality.json
"""


class Service(NamedTuple):
    """What checks each push: its name, and the file by which it is told to."""

    name: str
    path: str
    text: str


SERVICES = {
    service.name: service
    for service in (
        Service("github", ".github/workflows/briefs.yml", _GITHUB),
        Service("gitlab", ".gitlab-ci.yml", _GITLAB),
    )
}


class NewFile(NamedTuple):
    """A file to write: its path in the folder, with slashes, and its text."""

    path: str
    text: str
    is_shared: bool = False
    """Whether a folder may well have one already, which then stays as it is."""


def new_library(questions: QuestionSet, *, named: str, date: str, service: str | None = None) -> list[NewFile]:
    """Return the files of a library whose briefs answer these questions.

    `named` is how its volume.yaml names the set, `date` a partial date, `service` the one whose configuration is added.
    """
    question_set = "" if named == DEFAULT else f"question_set:\n  name: {named}\n  version: {questions.version}\n"
    volume = _VOLUME.format(date=date, question_set=question_set, starter=STARTER)
    brief = new_brief(questions, Scaffold(STARTER, date, "../schema/brief.schema.json"))
    files = [
        NewFile("briefs/volume.yaml", volume),
        NewFile(f"briefs/{STARTER}.yaml", brief),
        NewFile("schema/brief.schema.json", schema_text(Form("brief", questions))),
        NewFile("schema/volume.schema.json", schema_text(Form("volume", questions))),
        NewFile(".gitignore", _IGNORED, is_shared=True),
    ]
    return [*files, *([NewFile(SERVICES[service].path, SERVICES[service].text, is_shared=True)] if service else [])]
