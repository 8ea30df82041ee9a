"""Commands on many documents: what is done with each, and one table of all of them.

``works`` has a function of one document for each command; ``running`` has them done and tells of
each as it comes, in ``summary_table`` or as JSON. A command comes here when it is given a folder,
a pattern, more than one document, or an option that only many documents need.
"""
