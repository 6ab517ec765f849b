"""Document formats, one module each with a WRITER; a new module here is a new format."""
