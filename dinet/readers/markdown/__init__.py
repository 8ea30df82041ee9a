"""What reading Markdown needs beside the page that it becomes."""
