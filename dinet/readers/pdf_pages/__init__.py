"""The parts of the PDF reader: what a child process with limits finds on the pages, and what is made of that."""
