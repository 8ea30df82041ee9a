"""Files that tell a comparison of two versions: a Word document and a workbook."""
