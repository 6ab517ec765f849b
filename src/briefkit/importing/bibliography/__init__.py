"""Bibliographies of other programs → references: CSL-JSON, Better CSL YAML, BibTeX and BibLaTeX, RIS."""

from briefkit.importing.bibliography.imported import SUFFIXES as SUFFIXES
from briefkit.importing.bibliography.imported import Bibliography as Bibliography
from briefkit.importing.bibliography.imported import Known as Known
from briefkit.importing.bibliography.imported import imported as imported
from briefkit.importing.bibliography.proposal import proposed as proposed
