"""The workbook out and back: what it carries, what is told of a wrong, foreign or hostile one."""

import io
import re
import threading
import uuid
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from python_calamine import CalamineWorkbook

from phoihop.core.errors import Conflict, Refused
from phoihop.documents.workbooks import Limits, first_sheet
from phoihop.targets.actions.entering import RowsRefused
from phoihop.targets.actions.keeping import Answers, keep_entering, read_in
from phoihop.targets.content import Amount
from phoihop.targets.entries import FigureRow
from phoihop.targets.models import Entering, Figure
from phoihop.targets.queries.grid import whole_grid
from phoihop.targets.sheets import FIGURES, GUIDE, HIDDEN, WRONG, Marks, grid_workbook
from phoihop.targets.statuses import EnteringKind, FigureState
from phoihop.targets.workbook_in import cells_of
from tests.accounts.factories import client_as
from tests.programmes import factories as programmes
from tests.targets import factories
from tests.targets.test_grid import World

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("april")]
QUARTER = factories.FIRST_QUARTER
KEY = "2026-01-01_2026-03-31"


@pytest.fixture
def w(draft):
    return World(draft)


def filled(w, member=None, period=QUARTER, **typed):
    """The workbook as somebody of the lead (or `member`) would fill it in: "count_women": value."""
    grid = whole_grid(w.edition, period, member=member or programmes.member(w.lead), on=factories.AT.date())
    boxes = {}
    for name, value in typed.items():
        target, body = (getattr(w, part) for part in name.split("_"))
        boxes[target.pk, body.pk, body.area_id] = value if isinstance(value, tuple) else (value, "")
    return grid_workbook(w.edition, period, grid, marks=Marks(typed=boxes))


def uploaded(content, name="so-lieu.xlsx"):
    return SimpleUploadedFile(name, content, "application/octet-stream")


def sends(w, content, client=None, key=KEY):
    address = f"{reverse('targets:import', args=[w.edition.pk])}?ky={key}"
    sent = {"file": uploaded(content), "submission_key": str(uuid.uuid4())}
    return (client or w.client).post(address, sent)


def test_the_workbook_carries_what_is_known_and_comes_back_unchanged_as_nothing(w):
    factories.figure(w.ratio, w.women, 97, 120)
    factories.figure(w.count, w.women, None, state=FigureState.MISSING, note="mất sổ")
    answer = w.client.get(f"{reverse('targets:workbook', args=[w.edition.pk])}?ky={KEY}")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    assert book.sheet_names == [FIGURES, GUIDE, HIDDEN]
    cells = {cell for row in book.get_sheet_by_name(FIGURES).to_python() for cell in row}
    assert {97.0, 120.0, "KSL: mất sổ"} <= cells
    assert "Không có số nào mới hoặc khác" in sends(w, answer.content).content.decode()


def test_heads_and_ids_are_locked_and_cells_are_checked_in_excel_itself(w):
    package = zipfile.ZipFile(io.BytesIO(filled(w)))
    sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<sheetProtection" in sheet
    assert "<dataValidation" in sheet
    assert 'state="veryHidden"' in package.read("xl/workbook.xml").decode()


def test_a_filled_in_workbook_is_looked_at_then_kept(w):
    known = factories.figure(w.count, w.women, 8)
    content = filled(
        w, count_women="12", count_front="ước 3", ratio_front=("90", "100"), ratio_lead=("KAD", "")
    )
    answer = sends(w, content)
    page = w.client.get(answer.url).content.decode()
    assert "Sẽ ghi <b>3</b> số mới, sửa <b>1</b> số" in page
    w.keeps(answer.url, reason="đếm lại")
    now = {(f.target_id, f.body_id): f for f in Figure.objects.current()}
    assert now[w.count.pk, w.women.pk].corrects_id == known.pk
    assert now[w.count.pk, w.front.pk].state == "estimated"
    assert now[w.ratio.pk, w.lead.pk].state == "not_applicable"
    entering = Entering.objects.get()
    assert (entering.recorded, entering.corrected, entering.file.name) == (3, 1, "so-lieu.xlsx")
    assert "so-lieu.xlsx" in w.client.get(reverse("targets:import", args=[w.edition.pk])).content.decode()


def test_wrong_cells_are_marked_in_a_copy_and_the_right_ones_can_be_kept(w):
    answer = sends(w, filled(w, count_women="mười hai", count_front="3", ratio_front=("90", "")))
    page = w.client.get(answer.url).content.decode()
    assert "Không hiểu “mười hai”" in page
    assert "cần cả số đạt được và tổng số" in page
    marked = w.client.get(reverse("targets:marked", args=[Entering.objects.get().pk])).content
    book = CalamineWorkbook.from_filelike(io.BytesIO(marked))
    rows = book.get_sheet_by_name(WRONG).to_python()
    assert [row[0] for row in rows[1:]] == sorted(row[0] for row in rows[1:])
    shown = {cell for row in book.get_sheet_by_name(FIGURES).to_python() for cell in row}
    assert {"mười hai", 3.0, 90.0} <= shown
    w.keeps(answer.url)
    assert Figure.objects.get().body == w.front


def test_a_workbook_of_another_period_programme_or_body_is_told_in_plain_words(w, draft):
    january = filled(w, period=factories.JANUARY, count_women="1")
    assert "bảng tháng 01/2026, còn trang này nhập quý I/2026" in sends(w, january).content.decode()
    other = World(programmes.edition(lead=w.lead, parties=[w.lead, w.front, w.women]))
    assert "bảng của chương trình khác" in sends(w, filled(other, count_women="1")).content.decode()
    women = client_as(programmes.member(w.women))
    answer = sends(w, filled(w, count_women="1", count_front="2"), client=women)
    page = women.get(answer.url).content.decode()
    assert "Bạn không nhập số liệu cho tổ chức này được" in page
    assert "Sẽ ghi <b>1</b> số mới" in page


def other_workbook():
    import xlsxwriter

    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        book.add_worksheet("Sheet1").write(0, 0, 1)
    return held.getvalue()


def bomb():
    """A small file that unpacks to far more than it may."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        source = zipfile.ZipFile(io.BytesIO(other_workbook()))
        for name in source.namelist():
            if not name.endswith("sheet1.xml"):
                package.writestr(name, source.read(name))
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(
                b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
            )
            for _ in range(60):
                sheet.write(b'<row><c t="inlineStr"><is><t>' + b"a" * 2_000_000 + b"</t></is></c></row>")
            sheet.write(b"</sheetData></worksheet>")
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 no workbook", "Không đọc được tệp Excel này"),
        (b"<html>loi</html>", "Không đọc được tệp Excel này"),
        (other_workbook(), "không phải bảng số liệu tải từ hệ thống"),
    ],
    ids=["damaged", "a web page", "another workbook"],
)
def test_a_foreign_file_is_told_in_plain_words(w, content, words):
    answer = sends(w, content)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Entering.objects.exists()


def test_a_file_that_unpacks_without_end_harms_nothing():
    with pytest.raises(Refused, match="Không đọc được tệp Excel này"):
        first_sheet(bomb(), limits=Limits(megabytes=200))


def test_a_column_taken_out_is_told(w):
    package = zipfile.ZipFile(io.BytesIO(filled(w, count_women="1")))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as changed:
        for name in package.namelist():
            data = package.read(name)
            if name == "xl/sharedStrings.xml":
                data = re.sub(rb"<t>%d</t>" % w.count.pk, b"<t>999999999</t>", data)
            changed.writestr(name, data)
    with pytest.raises(Refused, match="thêm, bớt cột"):
        cells_of(held.getvalue(), edition=w.edition, period=QUARTER, target_ids={w.count.pk, w.ratio.pk})


@pytest.mark.django_db(transaction=True)
def test_two_who_keep_the_same_workbook_at_once_record_it_once(draft):
    w = World(draft)
    row = FigureRow(
        w.count.pk, w.women.pk, w.women.area_id, Amount(FigureState.REPORTED, factories.Decimal(9))
    )
    people = [programmes.member(w.lead), programmes.member(w.lead)]
    acts = [
        read_in(
            edition=w.edition, period=QUARTER, kind=EnteringKind.GRID, rows=[row], by=by, at=factories.AT
        )
        for by in people
    ]  # fmt: skip
    gate, said = threading.Barrier(2), []

    def run(act, by):
        try:
            gate.wait()
            keep_entering(entering=act, answers=Answers(), by=by, at=factories.AT)
            said.append("done")
        except (RowsRefused, Refused, Conflict) as error:
            said.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in zip(acts, people, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert said.count("done") == 1
    assert Figure.objects.count() == 1
