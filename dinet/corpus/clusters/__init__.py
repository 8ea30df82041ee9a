"""One file for each kind of cluster: ``open_source(address)`` gives its ``ExecutorSource``.

The library of the cluster is imported at the top of that file only.
"""
