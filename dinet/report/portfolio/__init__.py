"""What is told of several programmes: sections that every output tells, a page, a picture, data."""
