"""The pages as a person sees them, made by LibreOffice, against kept images.

After a wanted change: KEEP_PAGES=yes pytest tests/writing/test_pages.py, look at pages/, commit them.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from phoihop.writing.document import Paragraph, StateDocument
from phoihop.writing.word import write_docx

KEPT = Path(__file__).parent / "pages"
#: What another LibreOffice may move: mean and greatest difference (of 255), the ink's edge (pixels).
#: Measured: all 1 pt lower 2.4 and 18; one rule missing 0.04 and 48; the motto not bold 0.1 and 70.
MEAN, SPOT, SHIFT = 5, 42, 6
INK = 160
type Pdf = pypdfium2.PdfDocument
type Convert = Callable[[StateDocument], Pdf]


def tinos_folders() -> list[Path]:
    """Where Tinos is: the widths of Times New Roman and every Vietnamese letter (Liberation 1 lacks 92)."""
    if not shutil.which("fc-list"):
        return []
    listed = subprocess.run(["fc-list", "Tinos", "file"], capture_output=True, text=True, check=True).stdout
    return sorted({Path(line.rstrip(": ")).parent for line in listed.splitlines() if line})


@pytest.fixture
def convert(tmp_path: Path) -> Convert:
    """A document -> its PDF, by a LibreOffice that knows no font but Tinos and its sisters."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    folders = tinos_folders()
    if not (soffice and folders):
        pytest.skip(
            "pages are not compared: apt-get install libreoffice-writer-nogui fonts-croscore fontconfig"
        )
    config = tmp_path / "fonts.conf"
    config.write_text(font_config(folders, cache=tmp_path / "fonts"))

    def run(document: StateDocument) -> Pdf:
        source = tmp_path / "page.docx"
        source.write_bytes(write_docx(document))
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, source]
        environment = {**os.environ, "FONTCONFIG_FILE": str(config)}
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)
        return pypdfium2.PdfDocument(source.with_suffix(".pdf").read_bytes())

    return run


def font_config(folders: list[Path], *, cache: Path) -> str:
    return "".join(
        (
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
            *(f"<dir>{folder}</dir>" for folder in folders),
            f"<cachedir>{cache}</cachedir>",
            '<match><test name="family"><string>Times New Roman</string></test>',
            '<edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match>',
            "</fontconfig>",
        )
    )


def images_of(pdf: Pdf) -> list[Image.Image]:
    """Each page in grey, a pixel a point."""
    return [page.render(scale=1).to_pil().convert("L") for page in pdf]


def texts_of(pdf: Pdf) -> list[str]:
    return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in pdf]


def differences(new: Image.Image, kept: Image.Image) -> list[str]:
    """How a page differs from the kept one beyond what a version of LibreOffice may."""
    if new.size != kept.size:
        return [f"size {new.size}, was {kept.size}"]
    edges = [box(image) for image in (new, kept)]
    moved = max(abs(a - b) for a, b in zip(*edges, strict=True))
    soft = [image.filter(ImageFilter.GaussianBlur(3)) for image in (new, kept)]
    apart = ImageStat.Stat(ImageChops.difference(*soft))
    found = {
        "ink moved (pixels)": (moved, SHIFT),
        "grey": (apart.mean[0], MEAN),
        "spot": (apart.extrema[0][1], SPOT),
    }
    return [f"{name} {value:.1f}, at most {most}" for name, (value, most) in found.items() if value > most]


def box(image: Image.Image) -> tuple[int, int, int, int]:
    """The edges of the ink."""
    return image.point(lambda grey: 255 if grey < INK else 0).getbbox() or (0, 0, 0, 0)


def compare_with_kept(pdf: Pdf, *, name: str) -> None:
    pages = images_of(pdf)
    if os.environ.get("KEEP_PAGES"):
        for number, page in enumerate(pages, start=1):
            page.save(KEPT / f"{name}-{number}.png", optimize=True)
    kept = [Image.open(path) for path in sorted(KEPT.glob(f"{name}-*.png"))]
    assert len(pages) == len(kept)
    assert [differences(new, old) for new, old in zip(pages, kept, strict=True)] == [[]] * len(kept)


def test_a_report_looks_as_kept(convert: Convert, quarterly_report: StateDocument) -> None:
    pdf = convert(quarterly_report)
    compare_with_kept(pdf, name="report")
    texts = texts_of(pdf)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in texts[0]
    assert all("SỐ LIỆU MINH HỌA" in text for text in texts)
    assert [text.lstrip().startswith(str(number)) for number, text in enumerate(texts, start=1)] == [
        False,
        True,
        True,
    ]


def test_a_programme_of_many_parties_looks_as_kept(
    convert: Convert, two_party_programme: StateDocument
) -> None:
    compare_with_kept(convert(two_party_programme), name="programme")


def test_a_small_change_is_seen(convert: Convert, quarterly_report: StateDocument) -> None:
    for changed in (
        replace(quarterly_report, has_sample_mark=False),
        replace(quarterly_report, issuing_body=("Ủy ban nhân dân", "xã Lam Sa")),
    ):
        assert differences(images_of(convert(changed))[0], Image.open(KEPT / "report-1.png"))


def test_a_signature_never_stands_alone(convert: Convert, quarterly_report: StateDocument) -> None:
    """With 13 lines the text fits on the first page and the signature does not: the last line follows."""
    blocks = tuple(Paragraph(f"{number}. Việc đã làm trong quý.") for number in range(1, 14))
    first, second = texts_of(convert(replace(quarterly_report, legal_bases=(), blocks=blocks)))
    assert "13. Việc" in first
    assert "./." not in first
    assert "kính báo cáo./." in second
    assert "TM. ỦY BAN NHÂN DÂN" in second
