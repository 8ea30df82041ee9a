"""What a document says of people, taken out before anything is written, so that it is in no output.

contacts   mail addresses, telephone and citizen service numbers in a text
names      which words are a person's name, and the forms in which it comes back; ``words.toml`` is its data
masking    a text without these
redact     a whole programme without these, and the log of what was taken out where
"""
