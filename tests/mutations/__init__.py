"""Single faults made by code in the founding briefs, and what a check must say of each."""
