"""What the Word and PowerPoint writers share.

These are archives without a time of day, and texts that XML can hold.
"""
