"""What the readers of spreadsheets share: sheets of cells, in which tables and lines of text stand where people put them."""
