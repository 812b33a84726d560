"""Graphics: SVG text in, PNG pictures out, for places that take no SVG.

Home screens want icons and messages want link pictures. This package knows nothing of exercises.
"""

from stretchbook.graphics.icons import icons
from stretchbook.graphics.link_picture import SIZE, link_picture
from stretchbook.graphics.raster import png

__all__ = ["SIZE", "icons", "link_picture", "png"]
