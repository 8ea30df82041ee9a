"""What is told of coverage, and of the efforts by owner, phase, theme and goal with their money."""
