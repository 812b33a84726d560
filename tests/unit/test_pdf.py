"""What reads paper back reads it right: pages of known pictures, letters and empty bands."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import typst
from PIL import Image

from stretchbook.handouts.typeset import FONT, STANDARD, typst_fonts
from tests.support.pdf import Pdf, Placed, same

BOX = "100 200 283.46 170.08 re W n"  # 100 mm by 60 mm
ZIGZAG = "120 220 m " + " ".join(f"{120 + n} {220 + n % 2 * 90} l" for n in range(80)) + " S"
FRAMES = "90 190 310 190 re S 0 0 595 842 re W n 20 20 500 700 re S"


def typeset(body: str, folder: Path) -> Pdf:
    """A page of A4 with margins of 20 mm, tagged as our handouts are."""
    page = f'#set page("a4", margin: 20mm)\n#set text(font: "{FONT}", size: 16pt)\n'
    source = folder / "page.typ"
    source.write_text(page + '#set document(title: "Test")\n' + body, encoding="utf-8")
    made = typst.compile(
        str(source), root=str(folder), font_paths=typst_fonts(), pdf_standards=[STANDARD]
    )
    return Pdf(bytes(made))


def drawn(*content: str) -> Pdf:
    """A page of A4 with these lines, and no tag."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595.28, 841.89))
    pdf.pages[0].Contents = pdf.make_stream("\n".join(content).encode())
    saved = BytesIO()
    pdf.save(saved)
    return Pdf(saved.getvalue())


def svg(width: int, height: int, body: str) -> str:
    box = f'viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{body}</svg>'


def close(placed: Placed, *wanted: float) -> bool:
    """Whether it is there, left and top, and of that width and height, to half a millimeter."""
    found = (placed.left, placed.top, placed.width, placed.height)
    return found == pytest.approx(wanted, abs=0.5)


def test_pictures_that_are_tagged_and_photographs_have_their_size(tmp_path: Path) -> None:
    (tmp_path / "shape.svg").write_text(svg(30, 20, '<path d="M1 1H9V9z"/>'), encoding="utf-8")
    Image.new("RGB", (60, 20), "gray").save(tmp_path / "photo.png")
    body = """
    #place(dx: 5mm, dy: 10mm, image("shape.svg", width: 75mm, alt: "A shape"))
    #place(dy: 100mm, image("photo.png", width: 30mm, alt: "A photo"))
    """
    shape_found, photo_found = typeset(body, tmp_path).pictures()
    assert close(shape_found, 25, 30, 75, 50)
    assert close(photo_found, 20, 120, 30, 10)


def test_a_drawing_without_a_tag_is_what_one_box_clips() -> None:
    (found,) = drawn(
        "q", BOX, "q 110 210 90 90 re W n", ZIGZAG, "Q", ZIGZAG, "Q", FRAMES
    ).pictures()
    assert close(found, 35.3, 297 - 130.6, 100, 60)


def test_frames_lines_and_text_are_no_pictures(tmp_path: Path) -> None:
    body = "#box(clip: true, stroke: 1pt, inset: 5mm)[" + "Words in a box. " * 40 + "]"
    assert typeset(body, tmp_path).pictures() == []
    assert drawn("q", BOX, "90 190 310 190 re S", "Q", FRAMES).pictures() == []


def test_letters_have_the_size_at_which_they_are_printed(tmp_path: Path) -> None:
    badge = svg(100, 50, f'<text y="30" font-family="{FONT}" font-size="10">AB</text>')
    (tmp_path / "badge.svg").write_text(badge, encoding="utf-8")
    body = """Twelve letters
    #text(9pt)[small]
    #scale(50%)[half]
    #image("badge.svg", width: 100pt, alt: "Badges")
    #image("badge.svg", width: 150pt, alt: "Badges")
    """
    sizes = typeset(body, tmp_path).font_sizes()
    assert sizes == {16.0: 13, 9.0: 5, 8.0: 4, 10.0: 2, 15.0: 2}


def test_a_page_is_full_down_to_its_last_ink_between_head_and_foot(tmp_path: Path) -> None:
    body = """#place(rect(width: 10mm, height: 8mm, fill: black))
    #place(dy: 128.5mm - 4mm, rect(width: 10mm, height: 4mm, fill: luma(97%)))
    #place(bottom, dy: 15mm, [Page 1])
    """
    pdf = typeset(body, tmp_path)
    assert pdf.fill() == pytest.approx((148.5 - 12) / (297 - 24), abs=0.005)
    assert pdf.largest_gap() == pytest.approx(128.5 - 4 - 8, abs=0.6)
    assert typeset("#place(bottom, dy: 15mm, [Page 1])", tmp_path).fill() == 0


def test_a_title_is_lonely_though_another_column_goes_on(tmp_path: Path) -> None:
    body = """
    #place(dy: 100mm, [Left title])
    #place(dy: 112mm, [Its text])
    #place(dy: 130mm, [Far above])
    #place(dy: 102mm, dx: 80mm, text(20pt)[Title over a picture])
    #place(dy: 110mm, dx: 90mm, image("shape.svg", width: 30mm, alt: "A shape"))
    #place(dy: 160mm, box(width: 60mm)[A title that goes on in a second line])
    #place(bottom, dy: 15mm, [Page 1])
    """
    (tmp_path / "shape.svg").write_text(svg(30, 20, '<path d="M1 1H9V9z"/>'), encoding="utf-8")
    pdf = typeset(body, tmp_path)
    titles = (
        "Left title",
        "Far above",
        "Title over a picture",
        "A title that goes on in a second line",
    )
    assert pdf.lonely(titles) == ["Farabove", "secondline"]
    assert [line.size for line in pdf.lines()] == [16, 16, 16, 20, 16, 16, 16]
    assert pdf.lines()[3].words == same("Title over a picture")
    assert pdf.lines()[3].place.left == pytest.approx(100, abs=1)
