"""What the page, its pyvis twin and the Markdown table share: the DIN table, the coverage and the shell around a picture."""
