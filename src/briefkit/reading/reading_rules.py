"""The rules of reading: what can be wrong with a file before anyone looks at its fields."""

from briefkit.source.finding import Rule, Severity

_UNREADABLE_FILE = """\
The file is missing, or it cannot be opened.

What:
    There is no file of this name, the name is that of a folder, or the file may not be opened.

Why:
    What cannot be read cannot be checked, and a volume must not lose a brief unnoticed.
"""

_FILE_TOO_LARGE = """\
The file is larger than 2 MB.

What:
    A brief is plain text; a long one has 50 kB. A file of more than 2 MB is not read at all.

Why:
    It is most likely another file, such as a Word document or a picture with the wrong ending.
"""

_BAD_ENCODING = """\
The file is not plain text in UTF-8.

What:
    The file holds bytes that mean nothing in UTF-8, or it is UTF-16 text, a Word document or a PDF. Of bad bytes the
    first is shown, with the character that it stands for in old Windows files.

Why:
    Without a common encoding, the dashes, quotation marks and accents of one author are question marks for the next.
    In Word, use "Save As", "Plain Text" and then "Unicode (UTF-8)".
"""

_FORBIDDEN_CHARACTER = r"""The text holds a control character or a line separator.

What:
    Control characters other than tab and the end of a line, a carriage return alone, the separators U+2028, U+2029
    and U+0085, and a byte order mark inside the text; also as escapes in double quotes.

Why:
    They come unseen from Word, InDesign or a web page, break lines in one program and not in the next, and may even
    give commands to a terminal. Delete the character, and press Enter where a line should end.

Bad:
    subtitle: "Toward regional\x0border-building"

Good:
    subtitle: Toward regional order-building
"""

_INVALID_YAML = """\
The file is not valid YAML.

What:
    A colon with a blank inside a value, no blank after a colon, text that is indented less than the rest of its
    block, a quote or a bracket that is never closed, text after a closing quote, a value that begins with one of
    `* & ! @ % > |` or a backtick, a tab as indentation, the markers of a merge conflict, and the like. Of such errors
    the first in the file is shown: what follows it cannot be told.

Why:
    A program reads the file by its colons, blanks and quotes. The safe form for any text is a `|` after the colon and
    the text in the next line, indented by two blanks.

Bad:
    title: Japan and Australia: toward regional order

Good:
    title: "Japan and Australia: toward regional order"
"""

_DUPLICATE_KEY = """\
The same key stands twice in one mapping.

What:
    Two fields of one name beside each other. The second is reported, the first is read.

Why:
    Most programs silently take one of the two, so that a text vanishes without notice.

Bad:
    title: Japan–Australia relations
    title: Relations between Japan and Australia

Good:
    title: Japan–Australia relations
"""

_YAML_FEATURE = """\
The file uses a feature of YAML that briefs do without.

What:
    Anchors (`&name`), aliases (`*name`), tags (`!name`), merge keys (`<<`), directives (`%YAML`), a second document
    after `---`, a list or mapping as the name of a field, and numbers that are endless or longer than 15 digits.

Why:
    Nearly always it is text that needs quotes. Where it is meant, other programs read it otherwise or not at all, and
    a few lines of aliases can grow to fill the memory of a computer.

Bad:
    subject: &country Japan

Good:
    subject: Japan
"""

_TOO_DEEP = f"""\
Lists and mappings are nested more than 32 deep.

What:
    A list in a list in a list, and so on. Reading stops at the thirty-third.

Why:
    A brief has six levels at most. More is a slip in the brackets, or an attempt to make a program crash.

Bad:
    audience: {"[" * 32}Government of Japan{"]" * 32}

Good:
    audience: [Government of Japan]
"""

_TOO_MANY_NODES = """\
The file has more than 50,000 entries.

What:
    All values, lists and mappings are counted. Reading stops at the limit.

Why:
    A long brief has a thousand. It is most likely another file, or an attempt to keep a program busy.
"""

_AMBIGUOUS_SCALAR = """\
A value without quotes means something else to other programs.

What:
    `yes`, `no`, `on` in any case, `Off` and `OFF`, numbers with leading zeros or in another base (`007`, `0x1F`), times
    such as `12:30`, and text that is cut off by a `#` with a blank before and none after it.

Why:
    `no` is the language code of Norwegian, and false to many programs; the issue `007` becomes 7; of `Goal #1` only
    `Goal` is left. Quotes make all of them text.

Bad:
    language: no

Good:
    language: "no"
"""


RULES: tuple[Rule, ...] = (
    Rule("unreadable-file", "BK001", Severity.ERROR, _UNREADABLE_FILE),
    Rule("file-too-large", "BK002", Severity.ERROR, _FILE_TOO_LARGE),
    Rule("bad-encoding", "BK003", Severity.ERROR, _BAD_ENCODING),
    Rule("forbidden-character", "BK004", Severity.ERROR, _FORBIDDEN_CHARACTER),
    Rule("invalid-yaml", "BK005", Severity.ERROR, _INVALID_YAML),
    Rule("duplicate-key", "BK006", Severity.ERROR, _DUPLICATE_KEY),
    Rule("yaml-feature", "BK007", Severity.ERROR, _YAML_FEATURE),
    Rule("too-deep", "BK008", Severity.ERROR, _TOO_DEEP),
    Rule("too-many-nodes", "BK009", Severity.ERROR, _TOO_MANY_NODES),
    Rule("ambiguous-scalar", "BK010", Severity.WARNING, _AMBIGUOUS_SCALAR),
)
"""In the order of their codes, which never change meaning."""
