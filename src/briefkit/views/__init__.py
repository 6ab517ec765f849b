"""What commands show, a view each: parsed briefs in, a document and rows out."""
