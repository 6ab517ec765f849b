"""All kinds of fault: importing this module fills the table."""

from mutations import (
    abbreviation_faults,
    content_faults,
    editorial_faults,
    encoding_faults,
    field_faults,
    figure_faults,
    link_faults,
    measure_faults,
    mention_faults,
    source_faults,
    value_faults,
    waiver_faults,
    yaml_faults,
)
from mutations.mutant import ON_BRIEF, ON_VOLUME, Kind, Mutant, candidates, pick, table

MODULES = (
    encoding_faults,
    yaml_faults,
    field_faults,
    value_faults,
    link_faults,
    source_faults,
    content_faults,
    abbreviation_faults,
    waiver_faults,
    figure_faults,
    mention_faults,
    editorial_faults,
    measure_faults,
)

__all__ = ["MODULES", "ON_BRIEF", "ON_VOLUME", "Kind", "Mutant", "candidates", "pick", "table"]
