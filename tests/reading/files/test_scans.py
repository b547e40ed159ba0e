"""Scanned paper: recognised page by page, with the place and the confidence of every word."""

import io
import json
import pickle
import struct
import sys
import zlib
from functools import cache
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageOps

from phoihop.reading import Paper, UnreadableDocument, paper_of
from phoihop.reading.files import images, ocr
from phoihop.reading.files.cleaning import cleaned, median_of_nine, slant_of, without_seals
from phoihop.reading.files.pages import RecognisedPage, paper_of_pages
from phoihop.reading.files.scans import recognised, scan_pages
from phoihop.reading.paper import FileKind
from tests.reading.files.made_pdf import jpeg, pictures
from tests.reading.files.scanning import SCANNERS, printed, scanned, sealed, shaded

PAPERS = Path(__file__).parent / "papers"


def page(name: str, *, number: int, dpi: int = 200) -> Image.Image:
    return printed((PAPERS / f"{name}.pdf").read_bytes(), number=number, dpi=dpi)


@cache
def sealed_page() -> RecognisedPage:
    """The first page of a programme, sealed, through an old scanner, in a shadow and lying on its side."""
    sheet = shaded(sealed(page("extras", number=3), at=(700, 500), radius=150)).rotate(90, expand=True)
    return recognised(scanned(sheet, scanner=SCANNERS[2], dpi=200), number=1, name="anh.jpg")


@cache
def mixed_paper() -> tuple[bytes, list[RecognisedPage]]:
    """A page with letters, then one that is a picture under a layer recognised in another language."""
    layer = "PHONG TRAO THI DUA YEU NUOC CUA NHAN DAN TRONG XA NAM 2025 VA KE HOACH " * 4
    source = pypdfium2.PdfDocument((PAPERS / "quang-nam-2020-2025.pdf").read_bytes())
    first = pypdfium2.PdfDocument.new()
    first.import_pages(source, [0])
    held = io.BytesIO()
    first.save(held)
    first.close()
    source.close()
    data = pictures(jpeg(page("quang-nam-2020-2025", number=4)), layer=layer, before=held.getvalue())
    return data, [recognised(data, number=number) for number in (1, 2)]


def test_a_sealed_shaded_slanting_page_on_its_side_is_read_with_its_table() -> None:
    paper = paper_of_pages([sealed_page()])
    assert paper.kind == FileKind.SCAN
    assert "Chương trình này có hiệu lực kể từ ngày ký./." in paper.text
    rows = [[paper.text[slice(*cell)] for cell in row] for row in paper.tables[-1].rows]
    assert [row[0] for row in rows[1:]] == ["1", "2", "3"]
    assert [row[3] for row in rows[1:]] == ["97", "25", "4"]
    assert {"seal_removed", "straightened", "turned_270"} <= set(sealed_page().notes)


def test_each_word_has_its_place_in_text_and_picture_and_a_confidence() -> None:
    read = sealed_page()
    picture = Image.open(io.BytesIO(read.image))
    assert picture.size == (read.width, read.height)
    assert read.height > read.width
    for word in read.words:
        left, top, right, bottom = word.box
        assert 0 <= left < right <= read.width
        assert 0 <= top < bottom <= read.height
        assert 0 <= word.confidence <= 1
        assert read.text[slice(*word.span)].strip()


def test_a_page_can_be_kept_as_json_and_sent_to_another_process() -> None:
    read = sealed_page()
    assert RecognisedPage.from_json(json.loads(json.dumps(read.as_json()))).text == read.text
    assert RecognisedPage.from_json(json.loads(json.dumps(read.as_json()))).tables == read.tables
    assert pickle.loads(pickle.dumps(read)) == read


def test_of_a_file_with_both_the_pages_without_letters_alone_are_recognised() -> None:
    data, pages = mixed_paper()
    assert scan_pages(data, name="a.pdf") == 2
    assert [one.is_recognised for one in pages] == [False, True]
    assert all(one.words and one.image for one in pages)
    paper = paper_of_pages(pages)
    assert "Nơi nhận:" in paper.text
    assert "Lưu: VT, VP, TC." in paper.text
    assert "PHONG TRAO" not in paper.text
    assert "recognised" in {note.code for note in paper.notes}


def test_spans_of_pages_joined_still_point_at_their_words() -> None:
    _, pages = mixed_paper()
    paper: Paper = paper_of_pages(list(reversed(pages)))
    for read, kept in zip(pages, paper.pages, strict=True):
        assert kept.number == read.number
        said = [paper.text[slice(*word.span)] for word in kept.words]
        assert said == [read.text[slice(*word.span)] for word in read.words][: len(said)]


def png(*, width: int, height: int) -> bytes:
    """A picture that says it is that large and has nothing inside."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + header
        + struct.pack(">I", zlib.crc32(header))
        + struct.pack(">I", 0)
        + b"IDAT"
        + struct.pack(">I", zlib.crc32(b"IDAT"))
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (png(width=20_000, height=10_000), "120 triệu điểm ảnh"),
        (png(width=400_000, height=400_000), "120 triệu điểm ảnh"),
        (png(width=100, height=100), "bị hỏng"),
        (b"\xff\xd8\xff\xe0 no picture", "bị hỏng"),
        (b"II*\x00" + b"\x08\x00\x00\x00" + b"\xff" * 200, "bị hỏng"),
    ],
    ids=["200 megapixels", "160 gigapixels", "empty", "no picture", "no pages"],
)
def test_pictures_that_cannot_be_read_are_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocument, match=said):
        paper_of(data, name="anh.png")


def test_pages_of_a_tiff_are_counted_and_opened_one_by_one() -> None:
    sheets = [Image.new("1", (300 + 10 * number, 400), 1) for number in range(3)]
    held = io.BytesIO()
    sheets[0].save(held, "TIFF", save_all=True, append_images=sheets[1:], compression="group4")
    assert scan_pages(held.getvalue(), name="a.tif") == 3
    assert images.page_image(held.getvalue(), number=3, name="a.tif").size == (320, 400)


def test_a_photograph_is_turned_as_the_camera_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    held = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(held, "JPEG", exif=exif)
    assert images.page_image(held.getvalue(), number=1, name="a.jpg").size == (200, 300)


def test_an_empty_page_is_said_to_be_empty() -> None:
    with pytest.raises(UnreadableDocument, match="không có chữ"):
        paper_of(jpeg(Image.new("RGB", (600, 800), "white")), name="trang.jpg")


def test_without_a_recogniser_the_person_is_told_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    ocr._tesserocr.cache_clear()
    try:
        with pytest.raises(UnreadableDocument, match="tesserocr"):
            paper_of(jpeg(Image.new("RGB", (600, 800), "white")), name="trang.jpg")
    finally:
        ocr._tesserocr.cache_clear()


@pytest.mark.parametrize("slant", [-3.0, -0.7, 1.6, 4.2])
def test_the_slant_of_a_page_is_found(slant: float) -> None:
    turned = page("extras", number=2, dpi=100).convert("L").rotate(slant, fillcolor=255)
    assert slant_of(np.asarray(turned)) == pytest.approx(-slant, abs=0.15)


def test_the_black_edge_of_a_scan_does_not_hide_the_slant_of_its_lines() -> None:
    turned = page("extras", number=2, dpi=100).convert("L").rotate(1.2, fillcolor=255)
    edged = ImageOps.expand(turned, border=(30, 5, 10, 45), fill=0)
    assert slant_of(np.asarray(edged)) == pytest.approx(-1.2, abs=0.15)


def test_a_clean_page_is_only_softened() -> None:
    assert cleaned(page("extras", number=2)).done == ()


def test_a_seal_goes_and_the_words_under_it_stay() -> None:
    plain = page("extras", number=2, dpi=100)
    grey, found = without_seals(sealed(plain, at=(400, 300), radius=90))
    assert found
    assert np.abs(grey.astype(int) - np.asarray(plain.convert("L")).astype(int)).mean() < 4


def test_single_specks_go_and_strokes_stay() -> None:
    grey = np.full((20, 20), 255, dtype=np.uint8)
    grey[5, 5] = 0
    grey[10:13, 2:18] = 0
    mended = median_of_nine(grey)
    assert mended[5, 5] == 255
    assert not mended[11, 4:16].any()
