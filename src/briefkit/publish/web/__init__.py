"""HTML: pages that ask for nothing and run nothing, and documents as what stands on them."""
