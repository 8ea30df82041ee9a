"""Files that tell what several programmes have to do with each other: a report and a workbook."""
