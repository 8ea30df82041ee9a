"""What is told of two versions: sections that every output tells, a page, a picture, data."""
