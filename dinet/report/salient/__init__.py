"""What stands out in a programme: a kind of point in each file, and what puts them in order.

    salient_points    at most seven of them, the gravest first
    salient_point     a point, its tone and its proof
    gap_points        what is missing
    risk_points       what hangs by a thread
    open_points       what the document leaves open
    fact_points       what is good to know
    reading_points    how it was read and audited
    proofs            where it stands

To add a point: a function in the file of its kind that takes the network and yields points, and its
name at its weight in ``salient_points.py``.
"""
