"""What the readers of HTML and Markdown share."""
