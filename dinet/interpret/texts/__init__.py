"""What one text of a document says by itself, wherever it stands.

Sources and links that it states, labels and names of owners in it, or that it holds nothing yet.
Nothing here knows of tables or lists. To add something that texts say: a file here, asked by
``annotations`` when it stands among other words, by ``placeholders`` when it is all that a cell
says.
"""
