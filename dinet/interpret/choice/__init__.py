"""Which of the shapes that can read a table explains it best, and when that is doubtful."""
