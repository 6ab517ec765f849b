"""What a person starts from: a brief to fill in, and the folder of a new library."""
