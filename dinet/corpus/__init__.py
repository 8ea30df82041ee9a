"""Many documents: each read by itself, on all processors or a cluster, and kept in a store.

Whatever is done with many documents is one function of one document (``Work``): it takes a task
and settings, gives a ``DocumentResult``, and all three can be sent to another process.
``document_runner`` has it done by any ``concurrent.futures.Executor`` and gives the results in
the order of the tasks, so they are the same byte for byte wherever they were made.

To add a command for many documents: write a ``Work`` at the top of a file, and give it to
``run_documents``. To add a way of spreading the work: a file in ``clusters`` with
``open_source(address)``. The store is in ``store``; its tables and views are data there.
"""
