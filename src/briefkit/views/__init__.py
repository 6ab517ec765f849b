"""What commands show, a view each: briefs in, a document and records out."""
