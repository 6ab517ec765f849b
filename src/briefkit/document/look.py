"""How a house has its documents look, for every writer."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Look:
    """Colors, typefaces, logo and paper of a house; for what is empty a writer has its own.

    Colors are `#` and six digits in lower case, dark enough for words on white and for white words on them. Typefaces
    are names of families, `logo` is the bytes of a PNG, JPEG or SVG, `owner` says whose it is. `fonts` is a folder in
    which fonts may be, `paper` is `a4` or `us-letter`.
    """

    accent: str = ""
    second: str = ""
    typeface: str = ""
    heading_typeface: str = ""
    logo: bytes = field(default=b"", repr=False)
    owner: str = ""
    fonts: str = ""
    paper: str = ""
