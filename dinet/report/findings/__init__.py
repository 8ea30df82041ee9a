"""What is told of an audit: one result, its words, and findings by rule, summed or waived."""
