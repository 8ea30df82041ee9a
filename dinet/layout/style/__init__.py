"""How a picture looks, apart from where things stand.

``palette`` holds colours, ``contrast`` judges them, ``paper`` knows pages and sizes, and
``house_style`` and ``logo`` read what a reader brings along. ``profile`` holds the wishes of one
reader and is what every writer gets: a new wish is a field there.
"""
