"""Photographs: one to four of a stretch, made small, upright, without what a camera wrote in."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from stretchbook.pictures import PictureFiles, photograph, read_pictures
from tests.support.content import CONTENT

WORDS = """\
alt: A person lies down and lifts the hips.
licence: CC BY 4.0
credit: Jane Example
"""
LETTERS = "desc: 'Picture A: down. Picture B: up. Picture C: down. Picture D: out.'\n"
RED, GREEN, BLUE = (200, 30, 30), (30, 200, 30), (30, 30, 200)
ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825
Files = dict[str, bytes]


def photo(size: tuple[int, int], color: tuple[int, int, int] = RED, kind: str = "JPEG") -> bytes:
    file = BytesIO()
    Image.new("RGB", size, color).save(file, kind)
    return file.getvalue()


def black(size: tuple[int, int]) -> bytes:
    """One bit for each point, so that even a huge one is made at once."""
    file = BytesIO()
    Image.new("1", size).save(file, "PNG")
    return file.getvalue()


def from_a_phone(size: tuple[int, int], orientation: int) -> bytes:
    """As a phone writes it: lying on its side, with its place and the name of its maker."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = orientation, "Example Phones"
    exif.get_ifd(GPS)[1] = "N"
    file = BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image.save(file, "JPEG", exif=exif, icc_profile=profile, comment=b"at home", quality=95)
    return file.getvalue()


def write(content: Path, pictures: Files, words: str = WORDS, stretch: str = "bridge") -> Path:
    folder = content / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in pictures.items():
        (folder / name).write_bytes(data)
    (folder / f"{stretch}.yml").write_text(words, "utf-8")
    return content


def read(content: Path, cache: Path | None = None) -> PictureFiles:
    pictures, problems = read_pictures(content, cache)
    assert [str(problem) for problem in problems] == []
    return pictures["bridge"]


def said(content: Path) -> list[str]:
    pictures, problems = read_pictures(content)
    assert pictures == {}
    return [str(problem).removeprefix("content/pictures/") for problem in problems]


def shown(picture: PictureFiles) -> Image.Image:
    return Image.open(BytesIO(picture.files["bridge.jpg"]))


def test_a_photograph_is_known_by_the_name_of_its_stretch(tmp_path: Path) -> None:
    picture = read(write(tmp_path, {"bridge.jpg": photo((1200, 900))}))
    figure = picture.figure
    assert (figure.still, figure.small) == ("bridge.jpg", "bridge-small.svg")
    assert (figure.width, figure.height) == (1200, 900)
    assert figure.credit == "Jane Example, CC BY 4.0"
    assert figure.description == picture.title == "A person lies down and lifts the hips."
    assert b"data:image/jpeg;base64," in picture.files["bridge-small.svg"]


@pytest.mark.parametrize("name", ["bridge.JPG", "bridge.jpeg", "bridge.png", "bridge.webp"])
def test_every_usual_kind_of_photograph_becomes_a_jpg(name: str, tmp_path: Path) -> None:
    kind = {"png": "PNG", "webp": "WEBP"}.get(name[-4:].lstrip("."), "JPEG")
    picture = read(write(tmp_path, {name: photo((400, 300), kind=kind)}))
    assert shown(picture).format == "JPEG"
    assert shown(picture).size == (400, 300)


def test_a_file_may_have_a_name_of_its_own(tmp_path: Path) -> None:
    words = f"file: IMG_0012.jpg\n{WORDS}"
    assert read(write(tmp_path, {"IMG_0012.jpg": photo((400, 300))}, words)).figure.width == 400


def test_what_a_camera_wrote_is_gone_and_the_picture_is_upright(tmp_path: Path) -> None:
    data = from_a_phone((600, 400), orientation=6)
    picture = read(write(tmp_path, {"bridge.jpg": data}))
    image = shown(picture)
    assert image.size == (400, 600)
    assert not image.getexif()
    assert {"exif", "icc_profile", "comment"} & image.info.keys() == set()
    assert all(b"Example" not in data and b"at home" not in data for data in picture.files.values())
    top, bottom = image.getpixel((200, 50)), image.getpixel((200, 550))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[2] > top[0]  # what was on the left of the picture that lay on its side
    assert bottom[0] > bottom[2]


def test_a_see_through_picture_stands_on_white(tmp_path: Path) -> None:
    file = BytesIO()
    Image.new("RGBA", (300, 200), (0, 0, 0, 0)).save(file, "PNG")
    picture = read(write(tmp_path, {"bridge.png": file.getvalue()}))
    assert shown(picture).getpixel((100, 100)) == (255, 255, 255)


def noise(size: tuple[int, int]) -> bytes:
    """Hardly any photograph is harder to make small."""
    file = BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(file, "JPEG", quality=95)
    return file.getvalue()


def test_large_photographs_become_small_files_and_thumbnails_tiny_ones(tmp_path: Path) -> None:
    picture = read(write(tmp_path, {"bridge.jpg": noise((4000, 3000))}))
    assert shown(picture).size == (1400, 1050)
    assert len(picture.files["bridge.jpg"]) < 700_000
    assert len(picture.files["bridge-small.svg"]) < 60_000
    plain = read(write(tmp_path / "plain", {"bridge.jpg": photo((4000, 3000))}))
    assert len(plain.files["bridge-small.svg"]) < 3_000


ARRANGED: dict[str, tuple[list[tuple[int, int]], tuple[int, int]]] = {
    "two wide ones stand below each other": ([(900, 600)] * 2, (900, 1214)),
    "two tall ones stand side by side": ([(600, 900)] * 2, (1214, 900)),
    "three tall ones stand side by side": ([(600, 900)] * 3, (1428, 700)),
    "four stand in a square": ([(800, 600)] * 4, (1414, 1064)),
}


@pytest.mark.parametrize("name", ARRANGED)
def test_several_stand_in_order_each_with_its_letter(name: str, tmp_path: Path) -> None:
    sizes, expected = ARRANGED[name]
    colors = [RED, GREEN, BLUE, RED]
    pictures = {
        f"bridge-{'abcd'[number]}.jpg": photo(size, colors[number])
        for number, size in enumerate(sizes)
    }
    picture = read(write(tmp_path, pictures, WORDS + LETTERS))
    image = shown(picture)
    assert abs(image.width - expected[0]) <= 30
    assert abs(image.height - expected[1]) <= 30
    assert max(image.size) <= 1430
    assert (picture.figure.width, picture.figure.height) == image.size
    first = image.getpixel((image.width // 3, image.height // 3))
    last = image.getpixel((image.width - 20, image.height - 20))
    assert isinstance(first, tuple)
    assert isinstance(last, tuple)
    assert first[0] > 150  # red: picture A
    assert max(last) == last[colors.index(colors[len(sizes) - 1])]
    dark = [sum(image.convert("L").histogram()[:40]), sum(image.convert("L").histogram()[250:])]
    assert min(dark) > 500  # letters in white on dark discs


def test_only_several_have_letters(tmp_path: Path) -> None:
    picture = read(write(tmp_path, {"bridge-a.jpg": photo((600, 400))}))
    assert sum(shown(picture).convert("L").histogram()[:40]) == 0


def test_a_stretch_whose_id_ends_in_a_letter_keeps_its_own(tmp_path: Path) -> None:
    content = write(tmp_path, {"bridge.jpg": photo((400, 300))})
    write(content, {"bridge-a.jpg": photo((300, 300))}, stretch="bridge-a")
    pictures, problems = read_pictures(content)
    assert problems == []
    assert {name: one.figure.width for name, one in pictures.items()} == {
        "bridge": 400,
        "bridge-a": 300,
    }


def test_a_photograph_is_made_small_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content, cache = write(tmp_path, {"bridge.jpg": photo((2000, 1000))}), tmp_path / "cache"
    first = read(content, cache)
    monkeypatch.setattr(photograph, "_upright", None)
    assert read(content, cache).files == first.files
    assert len(list(cache.iterdir())) == 2


HEIC = b"\0\0\0\x18ftypheic" + b"\0" * 40
SMALLER = "save it smaller; 2,000 pixels in width are plenty"
AGAIN = "open it in a picture program and save it again as JPG, or take it anew"
FAULTS: dict[str, tuple[Files, str, list[str]]] = {
    "HEIC": (
        {"bridge.heic": HEIC},
        WORDS,
        [
            "bridge.yml: bridge.heic is a HEIC photograph, which most browsers do not show\n"
            "    hint: save it as JPG; an iPhone does so with Settings, Camera, Formats, "
            "Most Compatible"
        ],
    ),
    "HEIC under another name": (
        {"bridge.jpg": HEIC},
        WORDS,
        [
            "bridge.yml: bridge.jpg is a HEIC photograph, which most browsers do not show\n"
            "    hint: save it as JPG; an iPhone does so with Settings, Camera, Formats, "
            "Most Compatible"
        ],
    ),
    "giant": (
        {"bridge.png": black((10_000, 8_000))},
        WORDS,
        [
            "bridge.yml: bridge.png has 80 megapixels (10000 by 8000), allowed are 40\n"
            f"    hint: {SMALLER}"
        ],
    ),
    "tiny": (
        {"bridge.png": photo((90, 300), kind="PNG")},
        WORDS,
        [
            "bridge.yml: bridge.png is only 90 by 300 pixels, a reader would see little of it\n"
            "    hint: take one of at least 100 pixels on each side; 1,400 are good"
        ],
    ),
    "cut": (
        {"bridge.jpg": noise((800, 600))[:9_000]},
        WORDS,
        [
            "bridge.yml: bridge.jpg is broken, a part of it is missing or spoiled\n"
            f"    hint: {AGAIN}"
        ],
    ),
    "another kind": (
        {"bridge.gif": b"GIF89a" + b"\0" * 50},
        WORDS,
        [
            "bridge.yml: bridge.gif is not a JPG, PNG or WebP picture\n"
            "    hint: save it again as JPG from a picture program"
        ],
    ),
    "words without a picture": (
        {},
        WORDS,
        [
            "bridge.yml: is about a picture that is not there\n"
            "    hint: put bridge.jpg beside this file, or bridge-a.jpg, bridge-b.jpg and so on"
        ],
    ),
    "a letter left out": (
        {"bridge-a.jpg": photo((300, 300)), "bridge-c.jpg": photo((300, 300))},
        WORDS + LETTERS,
        [
            "bridge.yml: has pictures whose letters are not in order, found bridge-a.jpg, "
            "bridge-c.jpg\n"
            "    hint: name them bridge-a, bridge-b, from start to end; a single one bridge"
        ],
    ),
    "one with and one without a letter": (
        {"bridge.jpg": photo((300, 300)), "bridge-a.jpg": photo((300, 300))},
        WORDS + LETTERS,
        [
            "bridge.yml: has pictures whose letters are not in order, found bridge.jpg, "
            "bridge-a.jpg\n"
            "    hint: name them bridge-a, bridge-b, from start to end; a single one bridge"
        ],
    ),
    "no words for a picture": (
        {"bridge-a.jpg": photo((300, 300)), "bridge-b.jpg": photo((300, 300))},
        f"{WORDS}desc: Picture A is the start.\n",
        [
            "bridge.yml:1: alt: does not say what picture B shows\n"
            "    hint: add to alt or desc: `Picture B: …`, for those who do not see it"
        ],
    ),
    "a wrong size": (
        {"bridge.jpg": from_a_phone((300, 200), orientation=6)},
        f"{WORDS}width: 300\nheight: 300\n",
        [
            "bridge.yml:4: width: is 300, and bridge.jpg has 200\n"
            "    hint: remove the lines width and height: they are read from the picture"
        ],
    ),
    "a name with a space": (
        {},
        f"file: my photo.jpg\n{WORDS}",
        [
            'bridge.yml:1: file: is not the name of a picture file, found "my photo.jpg"\n'
            "    hint: write letters, digits, hyphens and one dot, such as my-photo.jpg; "
            "rename the file so"
        ],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_photograph_that_cannot_be_shown_is_named_with_a_cure(name: str, tmp_path: Path) -> None:
    pictures, words, expected = FAULTS[name]
    assert said(write(tmp_path, pictures, words)) == expected


def test_the_examples_in_the_readme_are_right(tmp_path: Path) -> None:
    text = (CONTENT / "README.md").read_text("utf-8").partition("\n## A picture\n")[2]
    words = text.partition("```yaml\n")[2].partition("```")[0]
    pictures = {f"bridge-{letter}.jpg": photo((400, 300)) for letter in "ab"}
    picture = read(write(tmp_path, pictures, words))
    assert picture.figure.credit == "Jane Example, CC BY 4.0"
    assert picture.figure.description == (
        "A person leans on a wall, one leg straight behind."
        " Picture A: the back knee is straight. Picture B: it is a little bent."
    )
