"""What reading workbooks needs beside the walk itself."""
