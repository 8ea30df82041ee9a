"""What the reports and the HTML matrix share: one file that stands on its own.

For an HTML file these are the page and the cells with links; for a PDF the contents, the pictures
and the look as plain data.
"""
