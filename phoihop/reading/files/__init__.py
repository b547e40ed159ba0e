"""From a file's bytes to its text: what it is, is decided by content and never by its name."""

from collections.abc import Callable

from phoihop.reading.paper import Paper
from phoihop.reading.unreadable import UnreadableDocument

from .doc_text import doc_paper
from .docx_text import docx_paper
from .encodings import text_paper
from .html_text import html_paper, mhtml_paper
from .kinds import Kind, kind_of
from .odt_text import flat_odt_paper, odt_paper
from .rtf_text import rtf_paper
from .word_xml import word_xml_paper

MOST_BYTES = 25 * 1024 * 1024
_LONGEST_NAME = 80

type Reader = Callable[[bytes, str], Paper]

_BROKEN = "Tệp “{name}” bị hỏng hoặc bị cắt cụt, không mở được."
_REFUSED = {
    Kind.SHEET: "Đây là bảng tính; hãy tải lên văn bản (Word, OpenDocument, PDF hoặc tệp chữ).",
    Kind.SLIDES: "Đây là tệp trình chiếu; hãy tải lên văn bản (Word, OpenDocument, PDF hoặc tệp chữ).",
    Kind.EBOOK: "Đây là sách điện tử; hãy tải lên văn bản (Word, OpenDocument, PDF hoặc tệp chữ).",
    Kind.ARCHIVE: "Đây là tệp nén; hãy mở nén rồi tải từng văn bản lên.",
    Kind.BROKEN_ZIP: _BROKEN,
    Kind.UNKNOWN: "Tệp này không phải là văn bản; hệ thống từ chối đọc.",
}


def text_of(data: bytes, *, name: str) -> str:
    """The text of a file; see `paper_of`."""
    return paper_of(data, name=name).text


def paper_of(data: bytes, *, name: str) -> Paper:
    """A file opened by what its content says it is; the forms are in docs/reference/reading.md.

    Raises UnreadableDocument, with one plain Vietnamese sentence, for anything else or anything broken;
    nothing else, whatever the bytes. `name` is only quoted in that sentence.
    """
    name = " ".join(name.split())[:_LONGEST_NAME]
    if not data.strip():
        raise UnreadableDocument(f"Tệp “{name}” trống, không có chữ nào để đọc.")
    if len(data) > MOST_BYTES:
        raise UnreadableDocument(
            f"Tệp “{name}” lớn hơn {MOST_BYTES // 1024 // 1024} MB; hệ thống từ chối đọc."
        )
    kind = kind_of(data)
    reader = _READERS.get(kind)
    if reader is None:
        raise UnreadableDocument(_REFUSED[kind].format(name=name))
    try:
        return reader(data, name)
    except UnreadableDocument:
        raise
    # Damaged bytes fail in any part of a reader and in libraries; the person needs the one sentence.
    except Exception as error:
        raise UnreadableDocument(_BROKEN.format(name=name)) from error


def _pdf(data: bytes, name: str) -> Paper:
    """Loaded when the first such file comes: pictures and the recogniser cost more than all the rest."""
    from .scans import paper_of_pdf

    return paper_of_pdf(data, name)


def _picture(data: bytes, name: str) -> Paper:
    from .scans import paper_of_scan

    return paper_of_scan(data, name)


_READERS: dict[Kind, Reader] = {
    Kind.DOCX: docx_paper,
    Kind.WORD_XML: word_xml_paper,
    Kind.OLE: doc_paper,
    Kind.ODT: odt_paper,
    Kind.FLAT_ODT: flat_odt_paper,
    Kind.RTF: rtf_paper,
    Kind.HTML: html_paper,
    Kind.MHTML: mhtml_paper,
    Kind.TEXT: text_paper,
    Kind.PDF: _pdf,
    Kind.IMAGE: _picture,
}
