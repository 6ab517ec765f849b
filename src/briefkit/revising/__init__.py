"""What a command changes in the files of a library: planned, proved, shown, and written as a whole or not at all."""
