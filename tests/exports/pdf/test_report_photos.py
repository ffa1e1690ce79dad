"""Photos in the report: upright, whole, and a line in place of one that cannot be read."""

from __future__ import annotations

import io
import math
import struct
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps
from pypdf import PdfReader

from exports.pdf import report
from exports.pdf.bare_jpeg import bare
from exports.pdf.painter import ORIENTATIONS
from exports.pdf.report_photos import picture
from exports.writing import Written
from tests.exports.pdf.report_days import day
from workshop.photos import PhotoFacts
from workshop.words import Words

WORDS = Words("en")
ORIENTATION = 0x0112


def photo(path: Path, number: int, **fields: Any) -> PhotoFacts:
    made = {"caption": f"Flipchart {number}", "off_report": False, **fields}
    return PhotoFacts(f"p{number}", "s0", None, path, **made)


def saved(path: Path, size: tuple[int, int] = (320, 200), orientation: int = 1, **how: Any) -> Path:
    """A picture whose upper left quarter is red, as a camera held `orientation` would keep it."""
    image = Image.new(how.pop("mode", "RGB"), size, "white")
    image.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    image.save(path, exif=exif, **how)
    return path


def printed(photos: list[PhotoFacts], folder: Path) -> PdfReader:
    return PdfReader(written(photos, folder).path)


def written(photos: list[PhotoFacts], folder: Path) -> Written:
    return report.write(day(1, 0, photos=tuple(photos)), WORDS, folder / "report.pdf")


def test_two_photos_stand_on_a_page_each_with_its_caption(tmp_path: Path) -> None:
    files = [saved(tmp_path / f"{n}.jpg", (300 + n, 400)) for n in range(1, 5)]
    reader = printed([photo(path, n) for n, path in enumerate(files, 1)], tmp_path)
    pages = [page for page in reader.pages if page.images]
    assert [len(page.images) for page in pages] == [2, 2]
    text = " ".join(pages[0].extract_text().split())
    assert "Photos" in text
    assert "Flipchart 1 Vision Flipchart 2 Vision" in text


def test_a_jpeg_goes_in_with_the_pixels_it_has(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg")
    reader = printed([photo(path, 1)], tmp_path)
    kept = next(page for page in reader.pages if page.images).images[0]
    assert kept.indirect_reference is not None
    stream: Any = kept.indirect_reference.get_object()
    content = path.read_bytes()
    tables = content.index(b"\xff\xdb")  # from the first table on it is the picture itself
    assert stream._data.endswith(content[tables:])
    assert stream["/Filter"] in ("/DCTDecode", ["/DCTDecode"])


SAID = (b"Casio QV-10", b"Ann Onymous", b"Taken in my garden", b"x:xmpmeta", b"Exif", b"behind it")


def told(path: Path, size: tuple[int, int], form: str = "JPEG", **how: Any) -> Path:
    """A picture that says where it was taken, with what and by whom, in every way there is."""
    exif = Image.Exif()
    exif[0x010F], exif[0x013B] = "Casio QV-10", "Ann Onymous"
    exif.get_ifd(0x8825).update({1: "N", 2: (47.0, 22.0, 40.0), 3: "E", 4: (8.0, 32.0, 28.0)})
    image = Image.effect_noise(size, 60).convert("RGB")
    image.save(path, form, exif=exif, comment=b"Taken in my garden", xmp=b"<x:xmpmeta/>", **how)
    path.write_bytes(path.read_bytes() + b"behind it")
    return path


@pytest.mark.parametrize("size", [(640, 480), (2400, 1800), (1800, 2400)])
@pytest.mark.parametrize("progressive", [False, True])
def test_a_photo_says_nothing_of_its_place_its_camera_or_its_owner(
    size: tuple[int, int], progressive: bool, tmp_path: Path
) -> None:
    path = told(tmp_path / "a.jpg", size, progressive=progressive)
    assert all(each in path.read_bytes() for each in SAID)
    read = picture(path)
    assert not [each for each in SAID if each in read.jpeg]
    with Image.open(io.BytesIO(read.jpeg)) as kept:
        kept.load()
        assert not kept.getexif()
        assert not {"comment", "exif", "xmp"} & set(kept.info)


def test_what_a_photo_s_colours_need_stays_and_no_pixel_changes(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = told(tmp_path / "a.jpg", (320, 240), icc_profile=profile)
    read = picture(path)
    with Image.open(io.BytesIO(read.jpeg)) as kept, Image.open(path) as given:
        assert kept.info["icc_profile"] == profile
        assert kept.tobytes() == given.tobytes()


def test_a_photo_with_stray_bytes_that_decoders_forgive_is_shown_and_says_no_more(
    tmp_path: Path,
) -> None:
    path = told(tmp_path / "a.jpg", (320, 240))
    content = path.read_bytes()
    at = content.index(b"\xff\xdb")
    path.write_bytes(content[:at] + b"\xff\x00" + content[at:])
    with pytest.raises(ValueError, match="no marker"):
        bare(path.read_bytes())
    read = picture(path)
    assert not [each for each in SAID if each in read.jpeg]


def test_another_kind_of_photo_says_no_more(tmp_path: Path) -> None:
    read = picture(told(tmp_path / "a.webp", (320, 240), "WEBP"))
    assert not [each for each in SAID if each in read.jpeg]


@given(content=st.binary(max_size=60), cut=st.integers(0, 900))
def test_a_jpeg_with_any_bytes_inside_is_bare_or_refused(content: bytes, cut: int) -> None:
    made = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(made, "JPEG")
    given_file = made.getvalue()[:cut] + content + made.getvalue()[cut:]
    try:
        once = bare(given_file)
    except ValueError:
        return
    assert bare(once) == once


def placed(reader: PdfReader) -> tuple[float, float]:
    """How wide and high the first photo is printed, in points."""
    found: list[tuple[float, float]] = []

    def see(operator: Any, _operands: Any, matrix: Any, _text: Any) -> None:
        if operator == b"Do":
            found.append((math.hypot(*matrix[:2]), math.hypot(*matrix[2:4])))

    page = next(page for page in reader.pages if page.images)
    page.extract_text(visitor_operand_before=see)
    return found[0]


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("size", [(2400, 1800), (1800, 2400), (3000, 400)])
def test_a_photo_is_no_finer_than_the_page_shows(
    size: tuple[int, int], orientation: int, tmp_path: Path
) -> None:
    reader = printed([photo(saved(tmp_path / "a.jpg", size, orientation), 1)], tmp_path)
    image = next(page for page in reader.pages if page.images).images[0].image
    assert image is not None
    width, height = placed(reader)
    assert 72 * image.width / width == pytest.approx(300, abs=2)
    upright = size if orientation == 1 else (size[1], size[0])
    assert width / height == pytest.approx(upright[0] / upright[1], rel=0.01)


def test_a_tiny_photo_is_not_blown_up(tmp_path: Path) -> None:
    reader = printed([photo(saved(tmp_path / "a.jpg", (32, 20)), 1)], tmp_path)
    assert placed(reader) == pytest.approx((32, 20))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(
    orientation: int, tmp_path: Path
) -> None:
    """The matrix takes the kept picture's red corner to where an image program would show it."""
    path = saved(tmp_path / "a.jpg", orientation=orientation)
    read = picture(path)
    with Image.open(path) as opened:
        upright = ImageOps.exif_transpose(opened)
    assert (read.width, read.height) == upright.size
    a, b, c, d, e, f = ORIENTATIONS[read.orientation]
    u, v = 0.25, 0.75  # the middle of the red quarter of the kept picture, upwards
    x, y = a * u + c * v + e, b * u + d * v + f
    pixel: Any = upright.getpixel((int(x * upright.width), int((1 - y) * upright.height)))
    assert pixel[0] > 200
    assert pixel[1] < 90


@pytest.mark.parametrize(
    ("name", "mode", "form"),
    [
        ("a.png", "RGBA", "PNG"),
        ("a.png", "P", "PNG"),
        ("a.webp", "RGB", "WEBP"),
        ("a.jpg", "CMYK", "JPEG"),
    ],
)
def test_other_kinds_are_made_a_jpeg(name: str, mode: str, form: str, tmp_path: Path) -> None:
    image = Image.new("RGB", (90, 60), "white")
    image.convert(mode).save(tmp_path / name, form)
    read = picture(tmp_path / name)
    with Image.open(io.BytesIO(read.jpeg)) as opened:
        assert (opened.format, opened.mode, opened.size) == ("JPEG", "RGB", (90, 60))


def test_a_photo_that_is_too_large_for_a_mail_is_made_smaller(tmp_path: Path) -> None:
    noise = Image.effect_noise((2600, 2400), 90).convert("RGB")
    noise.save(tmp_path / "a.jpg", quality=95)
    assert (tmp_path / "a.jpg").stat().st_size > 3_000_000
    read = picture(tmp_path / "a.jpg")
    assert max(read.width, read.height) <= 2000
    assert len(read.jpeg) < (tmp_path / "a.jpg").stat().st_size


def test_a_photo_that_is_missing_or_damaged_is_said_in_a_line(tmp_path: Path) -> None:
    whole = saved(tmp_path / "whole.jpg", (900, 700))
    (tmp_path / "cut.jpg").write_bytes(whole.read_bytes()[:2000])
    (tmp_path / "text.jpg").write_text("no photo")
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 5) + b"IHDRx")
    names = ("gone.jpg", "cut.jpg", "text.jpg", "broken.png", "whole.jpg")
    reader = printed([photo(tmp_path / name, n) for n, name in enumerate(names)], tmp_path)
    text = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    assert text.count("A photo is not here: its file is missing or cannot be read.") == 4
    assert "Flipchart 4" in text
    assert sum(len(page.images) for page in reader.pages) == 1


def chunk(kind: bytes, content: bytes) -> bytes:
    """A part of a PNG."""
    told = kind + content
    return struct.pack(">I", len(content)) + told + struct.pack(">I", zlib.crc32(told))


def test_which_photo_is_left_out_and_why_comes_back_with_the_report(tmp_path: Path) -> None:
    whole = saved(tmp_path / "whole.jpg", (900, 700))
    (tmp_path / "cut.jpg").write_bytes(whole.read_bytes()[:2000])
    vast = chunk(b"IHDR", struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0))
    (tmp_path / "vast.png").write_bytes(b"\x89PNG\r\n\x1a\n" + vast + chunk(b"IDAT", b"cut"))
    (tmp_path / "folder.jpg").mkdir()
    photos = [
        photo(whole, 1),
        photo(tmp_path / "gone.jpg", 2),
        replace(photo(tmp_path / "cut.jpg", 3, caption=""), number=3),
        photo(tmp_path / "vast.png", 4),
        replace(photo(tmp_path / "folder.jpg", 5), item_id="of an item that is not planned"),
    ]
    assert written(photos, tmp_path).left_out == (
        "“Flipchart 2” (Vision) is not in the report: its file is missing.",
        "“Photo 3” (Vision) is not in the report: its file is damaged.",
        "“Flipchart 4” (Vision) is not in the report: it has more pixels than can be read.",
        "“Flipchart 5” is not in the report: its file cannot be read.",
    )


def test_a_photo_that_is_not_for_the_report_is_not_in_it(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg")
    reader = printed([photo(path, 1, off_report=True)], tmp_path)
    assert not any(page.images for page in reader.pages)
    assert "Photos" not in " ".join(page.extract_text() for page in reader.pages)
