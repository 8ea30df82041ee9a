"""What lists and paragraphs outside tables say, by their levels, labels and headings."""
