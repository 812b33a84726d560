"""Pictures: what content/pictures/ shows of each stretch, drawn or brought, read in one way.

`drawn` knows what a drawing tells of itself and of the pose it was made from, `supplied` reads
photographs with their words, `safe` says what makes a picture file unfit. Nothing is drawn here.
"""

from stretchbook.pictures.picture_reader import files_of, illustrated, read_origins, read_pictures
from stretchbook.pictures.record import PictureFiles
from stretchbook.pictures.safe import picture_faults

__all__ = [
    "PictureFiles",
    "files_of",
    "illustrated",
    "picture_faults",
    "read_origins",
    "read_pictures",
]
