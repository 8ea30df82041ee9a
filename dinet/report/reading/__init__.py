"""What is told of a reading: what became of every word, what was lost, and what is doubtful."""
