"""Word files: what is read from them, and what is refused in one Vietnamese sentence."""

import io
import random
import zipfile
from contextlib import suppress

import docx
import pytest

from phoihop.reading import UnreadableDocument, read_bytes, text_of
from phoihop.reading.files import zipped
from tests.reading.packages import (
    CONTENT_TYPES,
    W,
    add_outline,
    numbered,
    package,
    paragraph,
    programme,
    saved,
)


def text(data: bytes) -> str:
    return text_of(data, name="tep.docx")


def test_tables_hold_the_head_the_signatures_and_the_recipients() -> None:
    draft = read_bytes(saved(programme()), name="a.docx")
    assert draft.header.number == "05/CTr-UBND-UBMTTQ"
    assert (draft.header.place, draft.header.date) == ("Sông Mây", "2025-02-05")
    assert draft.header.issuers == ("UBND thị trấn Sông Mây", "MTTQ thị trấn Sông Mây")
    assert [(s.party, s.capacity, s.position, s.name) for s in draft.signatories] == [
        ("MTTQ", "TM.", "CHỦ TỊCH", "Nguyễn Văn Một"),
        ("UBND", "KT.", "PHÓ CHỦ TỊCH", "Trần Thị Hai"),
    ]
    assert [(row.name, row.purpose) for row in draft.recipients] == [("Huyện ủy", "b/c"), ("VT", "lưu")]
    assert [(t.comparator, int(t.value), t.unit) for t in draft.targets] == [(">=", 5, "hộ nghèo")]
    assert [(d.kind, d.frequency, d.senders, d.receivers) for d in draft.duties] == [
        ("report", "quarterly", ("ND",), ("UBND",))
    ]


def test_inserted_words_are_read_and_deleted_words_are_not() -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">đạt </w:t></w:r>'
        '<w:del w:id="1"><w:r><w:delText>97%</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>95%</w:t></w:r></w:ins></w:p>'
    )
    assert text(package(body)).strip() == "đạt 95%"


def test_moved_hidden_and_repeated_words_are_read_once() -> None:
    body = (
        "<w:p><w:moveFrom><w:r><w:t>cũ </w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
        "<w:moveTo><w:r><w:t>mới</w:t></w:r></w:moveTo></w:p>"
    )
    assert text(package(body)).strip() == "mới"


def test_labels_that_word_numbers_are_written_into_the_text() -> None:
    document = docx.Document()
    num = add_outline(document)
    for words, level in (
        ("MỤC ĐÍCH", 0),
        ("NỘI DUNG", 0),
        ("Về y tế", 1),
        ("Tập huấn", 2),
        ("Về giáo dục", 1),
    ):
        numbered(document, words, level=level, num=num)
    lines = [line for line in text(saved(document)).split("\n") if line]
    assert lines == ["I. MỤC ĐÍCH", "II. NỘI DUNG", "1. Về y tế", "- Tập huấn", "2. Về giáo dục"]


def test_line_breaks_tabs_and_text_boxes_keep_their_place() -> None:
    body = (
        "<w:p><w:r><w:t>CHỦ TỊCH</w:t><w:br/><w:t>Nguyễn Văn A</w:t><w:tab/><w:t>B</w:t>"
        f"<w:pict><w:txbxContent>{paragraph('trong khung')}</w:txbxContent></w:pict></w:r></w:p>"
    )
    assert text(package(body)).split("\n")[:4] == ["CHỦ TỊCH", "Nguyễn Văn A\tB", "", "trong khung"]


def test_a_file_is_known_by_its_content_and_not_by_its_name() -> None:
    assert text_of(saved(programme()), name="ten-sai.txt").startswith("ỦY BAN NHÂN DÂN")
    assert text_of("Căn cứ".encode(), name="ten-sai.docx") == "Căn cứ"


def encrypted() -> bytes:
    """A zip file whose entries say that they need a password."""
    data = bytearray(package(paragraph("a")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def bomb() -> bytes:
    return package("", **{"word/document.xml": f"<w:document {W}>" + " " * (zipped.MOST_UNPACKED + 1)})


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
REFUSED = {
    "empty": b"  \n",
    "pdf": b"%PDF-1.7 ...",
    "old word or a password": b"\xd0\xcf\x11\xe0" + b"\x00" * 64,
    "other bytes": b"\x81\x8d\x90abc",
    "zero bytes": b"ab\x00cd",
    "truncated": saved(programme())[:5000],
    "another zip": package("", **{"[Content_Types].xml": "<Types/>"}),
    "no types": b"PK\x03\x04" + b"\x00" * 40,
    "no body": package("", **{"word/document.xml": f"<w:document {W}/>"}),
    "broken xml": package("", **{"word/document.xml": "<w:document"}),
    "doctype": package(
        "", **{"word/document.xml": f"{DOCTYPE}<w:document {W}><w:body><w:p/></w:body></w:document>"}
    ),
    "macros by part": package(paragraph("a"), **{"word/vbaProject.bin": "x"}),
    "macros by type": package(
        paragraph("a"), **{"[Content_Types].xml": CONTENT_TYPES.replace("document.main", "macroEnabled.main")}
    ),
    "encrypted": encrypted(),
    "bomb": bomb(),
    "too deep": package("<w:ins>" * 5000 + "</w:ins>" * 5000),
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"^[^\n]{10,160}\.$"):
        read_bytes(data, name="tep.docx")


def test_too_many_entries_are_refused() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for number in range(zipped.MOST_ENTRIES + 1):
            archive.writestr(str(number), "")
    with pytest.raises(UnreadableDocument):
        text(held.getvalue())


def test_a_damaged_file_is_read_or_refused_and_never_anything_else() -> None:
    whole = saved(programme())
    drawn = random.Random(7)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(drawn.randint(1, 8)):
            data[drawn.randrange(len(data))] = drawn.randrange(256)
        with suppress(UnreadableDocument):
            read_bytes(bytes(data), name="tep.docx")
