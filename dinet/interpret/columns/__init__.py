"""What the columns of a table hold, told by their headings or by what stands under them."""
