"""Small PDF files written by hand, for what no office program writes on request."""

import ctypes
import io

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

A4 = (595, 842)


def written_by_hand(
    lines: list[bytes], *, font: str = "Times-Roman", extra: str = "", trailer: str = ""
) -> bytes:
    """One page with lines of one-byte text in a font of that name; `extra` goes into the catalog."""
    rows = b"".join(b"(%s) Tj 0 -20 Td " % line for line in lines)
    content = b"BT /F1 14 Tf 80 760 Td " + rows + b"ET"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {extra} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /Font << /F1 4 0 R >> >> >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    held = io.BytesIO()
    held.write(b"%PDF-1.5\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(held.tell())
        held.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = held.tell()
    held.write(
        b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    )
    held.write(f"trailer << /Size 6 /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF".encode())
    return held.getvalue()


def blank_pages(count: int) -> bytes:
    """A PDF of so many empty pages."""
    document = pypdfium2.PdfDocument.new()
    for _ in range(count):
        document.new_page(*A4)
    return saved(document)


def pictures(*jpegs: bytes, layer: str = "", before: bytes | None = None) -> bytes:
    """Pages that are pictures, `layer` hidden text over each; `before` is a PDF whose pages come first."""
    document = pypdfium2.PdfDocument(before) if before else pypdfium2.PdfDocument.new()
    for jpeg in jpegs:
        page = document.new_page(*A4)
        picture = pypdfium2.PdfImage.new(document)
        picture.load_jpeg(io.BytesIO(jpeg))
        picture.set_matrix(pypdfium2.PdfMatrix().scale(*A4))
        page.insert_obj(picture)
        if layer:
            hide(document, page, layer)
        page.gen_content()
    return saved(document)


def hide(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, layer: str) -> None:
    """Invisible text on a page, as programs that recognise scans leave it."""
    text = pdfium.FPDFPageObj_NewTextObj(document, b"Helvetica", 10)
    letters = (layer + "\0").encode("utf-16-le")
    pdfium.FPDFText_SetText(text, ctypes.cast(letters, pdfium.FPDF_WIDESTRING))
    pdfium.FPDFTextObj_SetTextRenderMode(text, 3)
    pdfium.FPDFPageObj_Transform(text, 1, 0, 0, 1, 60, 700)
    pdfium.FPDFPage_InsertObject(page, text)


def saved(document: pypdfium2.PdfDocument) -> bytes:
    """The bytes of a PDF, which is closed."""
    held = io.BytesIO()
    document.save(held)
    document.close()
    return held.getvalue()


def jpeg(image: Image.Image) -> bytes:
    """A picture as JPEG bytes."""
    held = io.BytesIO()
    image.save(held, "JPEG", quality=85)
    return held.getvalue()
