"""``dinet open``: the desk of ``dinet.html`` with the installed dinet, and with files on disk.

``desk_process`` runs the desk where it can be ended, ``desk_server`` lets the page ask it, and
``open`` is the command.
"""
