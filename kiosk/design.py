"""What the hall has made its own, from the catalog to the papers; a logo that can't be read is left out and logged."""

from base64 import b64decode
from io import BytesIO

import structlog
from PIL import Image, ImageChops

from hw.printer import Raster
from kiosk.printing import Design
from kiosk.printing.paper import TICKET_PARTS
from wire.states import Catalog

_log = structlog.get_logger("kiosk")


def design(catalog: Catalog | None) -> Design:
    """The usual one where the hall says nothing. Parts of a ticket that this kiosk doesn't know are left out."""
    paper = catalog.paper if catalog is not None else None
    if paper is None:
        return Design()
    return Design(
        logo=_logo(paper.logo) if paper.logo else None,
        greeting=paper.greeting,
        footer=paper.footer,
        ticket=tuple(part for part in paper.ticket if part in TICKET_PARTS),
    )


def _logo(text: str) -> Raster | None:
    try:
        with Image.open(BytesIO(b64decode(text, validate=True)), formats=("PNG",)) as image:
            dots = image.convert("1")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        _log.warning("logo unreadable", error=str(error))
        return None
    # Black is 1 on paper and 0 in a picture.
    return Raster(dots.width, dots.height, ImageChops.invert(dots).tobytes())
