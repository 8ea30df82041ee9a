"""The parts of the PDF reader: what a child process, with limits on time and memory, finds on the pages, and what is made of that."""
