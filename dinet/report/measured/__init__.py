"""What is told of measurements: data, the small line beside a target, and one A4 of all."""
