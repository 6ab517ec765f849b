"""A library as a folder of pages: all points to search and filter, who should do what, each brief, the sources."""
