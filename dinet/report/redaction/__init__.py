"""What is told of names: what was left out where, and who might still be."""
