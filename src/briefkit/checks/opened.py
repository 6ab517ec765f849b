"""A file as far as it could be opened: read, held against its schema, and what of it conforms as a model."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath

from briefkit.checks.hidden import Hidden
from briefkit.checks.parsed import ParsedBrief
from briefkit.checks.picture import Picture
from briefkit.format.build import build_brief, build_volume
from briefkit.format.conform import BAD_QUESTION_SET, Conformity, conform
from briefkit.format.model import Brief, Volume
from briefkit.format.questions import QuestionSet
from briefkit.format.schema import FileKind, Form
from briefkit.reading import Reading
from briefkit.source.draft import Draft, Path
from briefkit.source.finding import Finding, Severity, sort_findings
from briefkit.source.locate import locate


class Opened:
    """A file as far as it could be opened.

    `draft` is there if it is YAML, `partial` has what of it conforms to the schema, `findings` are those of reading
    and of the schema, `hidden` what these faults keep from being seen.
    """

    def __init__(self, reading: Reading, name: str, form: Form, *, guest: bool = False) -> None:
        """Hold a reading against the schema of its form; `guest` says that it lies outside the library's folder."""
        self.file = name
        self.form = form
        self.guest = guest
        self.draft = reading.draft
        self.partial: Brief | Volume | QuestionSet | None = None
        self.hidden = Hidden()
        conformity = conform(reading.draft, form) if reading.draft else Conformity()
        self.findings = _without_doubts(reading.findings, conformity.findings) + conformity.findings
        self.is_sound = reading.draft is not None and not any(map(_is_error, self.findings))
        self._parsed: ParsedBrief | None = None
        if reading.draft and conformity.is_complete:
            self._build(reading.draft, conformity, reading.findings)

    @property
    def name(self) -> str:
        """The name of the brief: the file's stem."""
        return PurePath(self.file).stem

    @property
    def kind(self) -> FileKind:
        """What the file is."""
        return self.form.kind

    @property
    def subject(self) -> Brief | Volume | QuestionSet | None:
        """What the file holds, if nothing in it is wrong with its YAML or its format."""
        return self.partial if self.is_sound else None

    @property
    def brief(self) -> Brief | None:
        """The subject, if it is a brief."""
        return self.subject if isinstance(self.subject, Brief) else None

    @property
    def volume(self) -> Volume | None:
        """The subject, if it is a volume."""
        return self.subject if isinstance(self.subject, Volume) else None

    @property
    def questions(self) -> QuestionSet | None:
        """The subject, if it is a question set."""
        return self.subject if isinstance(self.subject, QuestionSet) else None

    def refuse(self, finding: Finding) -> None:
        """Take the file as one of which nothing but this is known."""
        self.findings, self.is_sound, self.partial = (finding,), False, None

    def parsed(self, volume: Volume | None, pictures: Mapping[str, Picture] | None = None) -> ParsedBrief | None:
        """Return the file with its prose parsed, within a volume; None when nothing of it could be built.

        `pictures` are those beside it; None where they are not looked at.
        """
        if self.draft is None or self.partial is None or isinstance(self.partial, QuestionSet):
            return None
        known = self._parsed
        if known is None or known.volume is not volume or known.pictures is not pictures:
            known = self._parsed = ParsedBrief(
                self.draft, self.partial, volume, guest=self.guest, hidden=self.hidden, pictures=pictures
            )
        return known

    def _build(self, draft: Draft, conformity: Conformity, findings: tuple[Finding, ...]) -> None:
        if self.kind == "questions":
            self._build_questions(draft)
            return
        build = build_brief if self.kind == "brief" else build_volume
        if self.is_sound:
            self.partial = build(draft, self.form.questions)
            return
        from briefkit.format.prune import prune  # only files with a fault need it

        pruned = prune(draft.data, self.form, conformity.refused)
        paths = conformity.hidden | frozenset(_hidden_by_reading(draft, findings))
        gone = (path for path in pruned.dropped if _covered((*path, "id"), paths))
        answered_by = {question.key: question.answered_by for question in self.form.questions.served}
        self.hidden = Hidden(paths, pruned.dropped, pruned.names, (*pruned.nameless, *gone), answered_by)
        self.partial = build(replace(draft, data=pruned.data), self.form.questions)

    def _build_questions(self, draft: Draft) -> None:
        """Build the set if it keeps to the schema and does not contradict itself."""
        if not self.is_sound:
            return
        from briefkit.format.build_questions import build_questions
        from briefkit.format.contradictions import contradictions

        found = build_questions(draft)
        faults = [locate(draft, BAD_QUESTION_SET, fault) for fault in contradictions(found)]
        self.findings += sort_findings(faults)
        self.is_sound = not faults
        self.partial = found


def _is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


def _without_doubts(found: tuple[Finding, ...], faults: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Leave out doubts about what a value means, and numbers like `.nan`, where the schema refuses the value.

    One fault is one finding.
    """
    refused = {(fault.line, fault.column) for fault in faults}
    return tuple(one for one in found if (one.line, one.column) not in refused or _lasts(one))


def _lasts(finding: Finding) -> bool:
    return _is_error(finding) and finding.rule != "yaml-feature"


def _covered(path: Path, hidden: Collection[Path]) -> bool:
    return path in hidden or (*path[:-1], "*") in hidden


def _hidden_by_reading(draft: Draft, findings: tuple[Finding, ...]) -> Iterator[Path]:
    """Yield what the errors of reading hide: a key that stands twice anything beside it, and an entry after it."""
    for finding in filter(_is_error, findings):
        path = draft.path_at(draft.source.offset(finding.line, finding.column))
        if isinstance(draft.node(path).children, dict):
            yield (*path, "*")
            if path and isinstance(path[-1], int):
                yield path[:-1]
        else:
            yield path
