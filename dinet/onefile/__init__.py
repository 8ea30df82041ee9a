"""dinet as one HTML file for people who may install nothing.

``python -m dinet.onefile`` makes ``dinet.html``: Python for browsers (Pyodide), the libraries that
dinet reads and writes with, dinet itself, and a page around them. Opened from disk it reads
documents and gives everything that needs no program beside it; its policy lets no byte out.

``pinned_files`` gets what goes in from the registries, by the hashes of ``pins.toml``.
``site_archive`` chooses what of these is needed, and ``compile_site.py`` compiles that with the
very Python that will run it. ``kept_memory`` is imported by that Python, of which the memory goes
into the file: the browser goes on from there. ``whole_file`` puts the parts together. ``desk`` is
what the page asks, and runs inside: it does as the commands do, with files in memory. The scripts,
styles, words and help of the page stand in ``templates/onefile``. ``dinet open`` serves the same
page, made by ``served_page``, and has the same desk answer it in a process of this machine.

It may import ``application`` and everything below it. To renew what goes in: change versions, files
and hashes in ``pins.toml`` (a hash that is wrong is told with the right one), and run
``.ci/onefile.py``. A library that dinet begins to use gets a pin too, or is named in
``desk.NEVER_HERE`` when it cannot be had.
"""
