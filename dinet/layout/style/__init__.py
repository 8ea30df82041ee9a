"""How a picture looks, apart from where things stand: colours, contrast, paper, logo and house style.

``profile`` holds the wishes of one reader and is what every writer gets. A new wish is a field
there.
"""
