"""Lists as files: numbered rows, texts as texts."""

import io

from python_calamine import CalamineWorkbook

from phoihop.documents.lists import Field, list_sheet
from phoihop.writing.sheets import write_xlsx


def test_rows_are_numbered_and_a_formula_stays_text():
    fields = (Field("Tên", lambda row: row), Field("Số", lambda row: 0))
    made = write_xlsx(list_sheet(["=1+1", "-"], fields, title="Danh sách: thử"))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_index(0).to_python()
    assert rows[0][0] == "Danh sách: thử"
    assert rows[-2:] == [[1.0, "=1+1", 0.0], [2.0, "-", 0.0]]
