"""What the page, its pyvis twin and the Markdown table share.

These are the page around a picture, the values of its views, and what its scripts know.
"""
