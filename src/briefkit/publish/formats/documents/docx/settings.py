"""Settings of a Word file: that of today's Word, and what stands above the notes of a page."""

from functools import cache

from briefkit.publish.formats.documents.docx.xml import HEAD, MAIN

_WORD = "http://schemas.microsoft.com/office/word"
_MODE = 15
"""The mode of Word 2013 and later; without it Word opens the file as one of an older Word."""


@cache
def settings_xml() -> str:
    """Return the part. Fields are not set to be worked out on opening, because Word then asks the reader first."""
    return (
        f'{HEAD}<w:settings {MAIN}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:numRestart w:val="eachSect"/><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{_WORD}" w:val="{_MODE}"/></w:compat>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )
