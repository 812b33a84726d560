"""Photographs as the site shows them: upright, small, and without what a camera wrote into them.

One to four photographs of a stretch become one picture, each with its letter: so they stand in
order, with A, B and so on, wherever a picture is shown, on paper and in a file too.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageDraw, ImageFont, ImageOps, UnidentifiedImageError
from PIL import __version__ as pillow_version

from stretchbook import whole_files
from stretchbook.graphics import fonts

FORMATS = ("JPEG", "PNG", "WEBP")
HEIC = (b"ftyphei", b"ftyphev", b"ftypmif1", b"ftypmsf1")
LARGEST_FILE = 30_000_000  # bytes
MOST_PIXELS = 40_000_000
FEWEST = 100  # pixels on a side
LARGEST_SIDE = 1400  # of the picture on a page: sharp on a phone, and on paper at 12 cm
SMALL_SIDE = 320  # a name's thumbnail is 96 wide, on a sharp screen 288
PAGE = (4, 3)  # the room that several are arranged in
GAP = 14
PAPER, INK = (255, 255, 255), (20, 38, 46)
LETTERS = "ABCD"
EDITION = 1  # raise it where the same photographs should give another picture
QUALITIES = (82, 74, 66, 58)
MOST_BYTES = 300_000

SMALLER = "save it smaller; 2,000 pixels in width are plenty"

Fault = tuple[str, str]  # message, hint
Size = tuple[int, int]


UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)
BROKEN: Fault = (
    "is broken, a part of it is missing or spoiled",
    "open it in a picture program and save it again as JPG, or take it anew",
)
ORIENTATION, QUARTER_TURNS = 0x0112, (5, 6, 7, 8)  # of Exif: the camera was held upright


class BrokenError(Exception):
    """A photograph that begins well and cannot be read to its end; says the name of its file."""


def fault_of(data: bytes) -> Fault | None:
    """What keeps a file from being shown, and the cure; None where nothing does."""
    if data[4:12].startswith(HEIC):
        hint = "save it as JPG; an iPhone does so with Settings, Camera, Formats, Most Compatible"
        return "is a HEIC photograph, which most browsers do not show", hint
    if len(data) > LARGEST_FILE:
        found = f"is {len(data):,} bytes, allowed are {LARGEST_FILE:,}"
        return found, SMALLER
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            return _unfit(image.size)
    except UnidentifiedImageError:
        return "is not a JPG, PNG or WebP picture", "save it again as JPG from a picture program"
    except UNREADABLE:
        return BROKEN


def _unfit(size: Size) -> Fault | None:
    width, height = size
    if width * height > MOST_PIXELS:
        found, most = width * height / 1e6, MOST_PIXELS // 1_000_000
        message = f"has {found:.0f} megapixels ({width} by {height}), allowed are {most}"
        return message, SMALLER
    if min(width, height) < FEWEST:
        message = f"is only {width} by {height} pixels, a reader would see little of it"
        return message, f"take one of at least {FEWEST} pixels on each side; 1,400 are good"
    return None


def size_of(data: bytes) -> Size:
    """Width and height in pixels, as the photograph is seen upright."""
    with Image.open(BytesIO(data), formats=FORMATS) as image:
        width, height = image.size
        on_its_side = image.getexif().get(ORIENTATION, 1) in QUARTER_TURNS
    return (height, width) if on_its_side else (width, height)


def joined(photographs: Mapping[str, bytes], side: int, folder: Path | None) -> bytes:
    """One JPG of them all, at most `side` pixels wide and high; kept in `folder` by contents.

    photographs: in order, each by the name of its file. Raises BrokenError.
    """

    def make() -> bytes:
        images = [_upright(name, data) for name, data in photographs.items()]
        return _jpg(_arranged(images, side))

    if folder is None:
        return make()
    made_of = [f"{EDITION} {pillow_version} {side}".encode(), *photographs.values()]
    return whole_files.kept(folder, ".jpg", made_of, make)


def _upright(name: str, data: bytes) -> Image.Image:
    """The pixels alone, as they are meant: turned, in the colors of the web, on white."""
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as found:
            found.draft("RGB", (LARGEST_SIDE * 2, LARGEST_SIDE * 2))
            image = _in_srgb(ImageOps.exif_transpose(found))
    except UNREADABLE as error:
        raise BrokenError(name) from error
    ground = Image.new("RGB", image.size, PAPER)
    ground.paste(image, mask=image.getchannel("A") if "A" in image.getbands() else None)
    return ground


def _in_srgb(image: Image.Image) -> Image.Image:
    """Phones write colors of a wider range, which look pale where nobody says so."""
    profile = image.info.get("icc_profile")
    mode = "RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB"
    if profile and image.mode in ("RGB", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            wanted = ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(image, source, wanted, outputMode="RGB")
        except ImageCms.PyCMSError:
            turned = None
        image = turned or image
    return image.convert(mode)


def _arranged(images: Sequence[Image.Image], side: int) -> Image.Image:
    """All in one picture, in order, each with its letter; a single one has none."""
    if len(images) == 1:
        return ImageOps.contain(images[0], _within(images[0].size, side))
    columns, (width, height) = _cells([image.size for image in images], side)
    rows = math.ceil(len(images) / columns)
    gap = max(2, GAP * side // LARGEST_SIDE)
    whole = (columns * (width + gap) - gap, rows * (height + gap) - gap)
    canvas = Image.new("RGB", whole, PAPER)
    for number, image in enumerate(images):
        row, column = divmod(number, columns)
        left, top = column * (width + gap), row * (height + gap)
        fitted = ImageOps.contain(image, (width, height))
        place = left + (width - fitted.width) // 2, top + (height - fitted.height) // 2
        canvas.paste(fitted, place)
        badge = _badge(LETTERS[number], max(whole) // 15)
        canvas.paste(badge, (left + gap, top + gap), badge)
    return canvas


def _within(size: Size, side: int) -> Size:
    return min(side, size[0]), min(side, size[1])


def _cells(sizes: Sequence[Size], side: int) -> tuple[int, Size]:
    """How many stand beside each other, and the room of each: as large as the page allows."""
    shape = math.exp(sum(math.log(width / height) for width, height in sizes) / len(sizes))

    def largest(columns: int) -> float:
        rows = math.ceil(len(sizes) / columns)
        return min(PAGE[0] / (columns * shape), PAGE[1] / rows)

    columns = max(range(1, len(sizes) + 1), key=largest)
    rows = math.ceil(len(sizes) / columns)
    height = min(side / rows, side / columns / shape, max(high for _, high in sizes))
    return columns, (round(height * shape), round(height))


@cache
def _badge(letter: str, size: int) -> Image.Image:
    """The letter in a disc, as in drawings; drawn large and made small for smooth edges."""
    times = 4
    disc = Image.new("RGBA", (size * times, size * times))
    draw = ImageDraw.Draw(disc)
    draw.ellipse((0, 0, size * times - 1, size * times - 1), (*INK, 255), PAPER, 2 * times)
    bold = fonts.LATIN.folders[0] / "SourceSansPro-Bold.ttf"
    font = ImageFont.truetype(bold, round(size * times * 0.7))
    middle = size * times / 2
    draw.text((middle, middle * 1.02), letter, PAPER, font, anchor="mm")
    return disc.resize((size, size), Image.Resampling.LANCZOS)


def _jpg(image: Image.Image) -> bytes:
    """As good as its size allows; nothing but pixels is written."""
    for quality in QUALITIES:
        file = BytesIO()
        image.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
        if file.tell() <= MOST_BYTES:
            break
    return file.getvalue()
