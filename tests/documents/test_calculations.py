import io
import zipfile

import pytest

from phoihop.documents.calculations import NotAccepted, clean_name, file_type_of, number_words

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
JPEG = b"\xff\xd8\xff\xe0" + b"0" * 20
WEBP = b"RIFF\x10\x00\x00\x00WEBPVP8 "
PDF = b"%PDF-1.7\n%..."


def package(**files: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as opened:
        for name, text in files.items():
            opened.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), text)
    return written.getvalue()


DOCX = package(word__document_xml="<w/>")


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (PNG, "ảnh.png", "image/png"),
        (JPEG, "ảnh.JPG", "image/jpeg"),
        (JPEG, "ảnh.jpeg", "image/jpeg"),
        (WEBP, "ảnh.webp", "image/webp"),
        (PDF, "bản quét.pdf", "application/pdf"),
        ("Chương trình phối hợp".encode(), "văn bản.txt", "text/plain"),
        ("Chương trình".encode("utf-16"), "văn bản.txt", "text/plain"),
        (DOCX, "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (
            package(xl__workbook_xml="<x/>"),
            "a.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (
            package(mimetype="application/vnd.oasis.opendocument.text"),
            "a.odt",
            "application/vnd.oasis.opendocument.text",
        ),
    ],
)
def test_a_file_is_what_its_bytes_say(content: bytes, name: str, media_type: str) -> None:
    assert file_type_of(content, name=name, declared="application/octet-stream").media_type == media_type


@pytest.mark.parametrize(
    ("content", "name", "declared", "why"),
    [
        (b"", "a.txt", "", "Tệp rỗng"),
        (PNG, "a.jpg", "", "nội dung là ảnh PNG"),
        (PDF, "a", "", "không có đuôi"),
        (b"MZ\x90\x00\x03", "a.docx", "", "là chương trình Windows"),
        (b"\x00\x01\x02", "a.docx", "", "Không nhận loại tệp này"),
        (b"<html></html>", "a.html", "", "nội dung là văn bản thuần"),
        (b"<svg/>", "a.txt", "image/svg+xml; charset=utf-8", "Không nhận loại tệp này"),
        (b"PK\x03\x04broken", "a.docx", "", "Tệp bị hỏng"),
        (package(word__document_xml="<w/>", word__vbaProject_bin="x"), "a.docx", "", "macro"),
        (package(other_xml="<w/>"), "a.docx", "", "Không nhận loại tệp này"),
    ],
)
def test_a_file_is_refused_in_a_plain_sentence(content: bytes, name: str, declared: str, why: str) -> None:
    with pytest.raises(NotAccepted) as refusal:
        file_type_of(content, name=name, declared=declared)
    assert why in refusal.value.message


def test_a_package_that_unpacks_to_too_much_is_refused() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("word/document.xml", b"0" * 301_000_000)
    with pytest.raises(NotAccepted, match="quá lớn"):
        file_type_of(written.getvalue(), name="a.docx", declared="")


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        (r"C:\Hồ sơ\báo cáo.docx", "báo cáo.docx"),
        ("báo  cáo\r\nquý.pdf", "báo cáo quý.pdf"),
        ("a\u202egnp.txt", "agnp.txt"),
        ('"><b>.png', "___b_.png"),
        ("...", "tep"),
        ("x" * 300 + ".docx", "x" * 145 + ".docx"),
    ],
)
def test_a_name_is_cleaned(given: str, clean: str) -> None:
    assert clean_name(given) == clean


def test_a_number_below_ten_has_a_leading_zero() -> None:
    assert number_words(5, "CTrPH-UBND-MTTQ") == "05/CTrPH-UBND-MTTQ"
    assert number_words(1995, "CTrPH") == "1995/CTrPH"
