"""What reading Word documents needs beside the walk itself."""
