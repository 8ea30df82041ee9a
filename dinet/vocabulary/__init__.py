"""The words by which documents are read, and the dialect file that changes them.

This room reads no document. It imports what lies below the network (``model``, ``errors``,
``language``); every room that reads or compares words may import it.
"""
