"""What YAML allows and a brief does not, in words for people."""

from briefkit.reading.text_fault import TextFault
from briefkit.text.printable import quoted


def directive(start: int, end: int) -> TextFault:
    """Refuse a line such as `%YAML 1.2`."""
    return _refused(
        start, end, "a line that begins with `%` is a directive, which a brief cannot have", "delete the line"
    )


def second_document(start: int) -> TextFault:
    """Refuse what stands after the end of the first document, from its `---` on."""
    message = "a second document begins here; a file holds one brief"
    return _refused(start, start + 3, message, "delete this line, or move what follows to a file of its own")


def anchor(start: int, name: str) -> TextFault:
    """Refuse `&name`; the end is that of the name."""
    message = f"{quoted(name)} is an anchor, which a brief cannot have"
    return _refused(
        start, start + len(name), message, "if it is text, put quotes around the whole value; else delete it"
    )


def tag(start: int, name: str) -> TextFault:
    """Refuse `!name`."""
    message = f"{quoted(name)} is a tag, which a brief cannot have"
    return _refused(
        start, start + len(name), message, "if it is text, put quotes around the whole value; else delete it"
    )


def alias(start: int, name: str) -> TextFault:
    """Refuse `*name`."""
    message = f"{quoted('*' + name)} is an alias, which a brief cannot have"
    hint = "if it is text, put quotes around the whole value; else write out what it repeats"
    return _refused(start, start + len(name) + 1, message, hint)


def merge_key(start: int, end: int) -> TextFault:
    """Refuse `<<:`."""
    return _refused(start, end, "`<<` merges another mapping, which a brief cannot do", "write the fields out")


def complex_key(start: int, kind: str) -> TextFault:
    """Refuse a list or a mapping as a key."""
    message = f"a {kind} cannot be the name of a field"
    return _refused(start, start + 1, message, "if the bracket begins a text, put quotes around the whole value")


def _refused(start: int, end: int, message: str, hint: str) -> TextFault:
    return TextFault("yaml-feature", start, end, message, hint)
