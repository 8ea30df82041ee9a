"""Where elements stand in programs that draw for themselves: as on dinet's own screen page."""

from dinet.layout.layered.page_layout import lay_out_programme
from dinet.layout.plan import ElementBox, Layout
from dinet.layout.style.profile import Profile
from dinet.limits import current_limits
from dinet.network import Network

BoxesById = dict[str, ElementBox]


def screen_boxes(network: Network, profile: Profile) -> BoxesById:
    """The box of every element by its id, in points, from the top left.

    Args:
        network: The programme.
        profile: ``lang``, and whether texts are short.

    Returns:
        Nothing at all for a programme that is too large to be drawn: then the other program
        finds the places.
    """
    if len(network) > current_limits().picture:
        return {}
    layout: Layout = lay_out_programme(
        network,
        (),
        Profile(
            lang=profile.lang,
            short=profile.short,
            paper="screen",
            marks="none",
        ),
    )
    return {box.id: box for box in layout.boxes}


def wrapped_label(box: ElementBox) -> str:
    """The code and the words of a box, in the lines that fit it."""
    first, *rest = box.lines or ("",)
    return "\n".join((f"{box.code} · {first}", *rest))
