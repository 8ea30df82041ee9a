"""What a Dutch or English text says: whether two are alike, where a sentence ends, which period it names.

Knows words and nothing of programmes or documents.
"""
