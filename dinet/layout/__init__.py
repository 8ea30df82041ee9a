"""Where everything stands on a page: columns, rows, routes of links, letters, colours.

One ``Layout`` feeds every picture: SVG, PDF, PNG, slides and the interactive page draw the same
coordinates, in points.

    pages, plan     which pages a programme gets, and what they show
    layered/        the drawing of the network in columns (Sugiyama's method)
    tables/         the matrix and the planning, and their pages
    style/          colours, contrast, house style, logo, paper, and the reader's wishes
    text/           how wide a text is, and what of it fits
    render/         a layout as SVG, or as Graphviz takes it

May import model, network, wording and what lies below these; knows no writer and no file format.
"""
