"""What is asked of a person where a document does not tell, and what the answers change."""
