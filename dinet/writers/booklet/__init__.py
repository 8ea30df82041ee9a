"""What the reports and the HTML matrix share: one file that stands on its own, the contents of a report, and its summary."""
