"""Rows of the books as the fields of Annex VI of Nghị định 30/2020, as a sheet and as XML."""

from collections.abc import Iterable, Mapping
from datetime import date
from xml.etree import ElementTree

from phoihop.documents.calculations import (
    FieldValue,
    Held,
    held_to,
    registry_fields,
    type_name,
)
from phoihop.documents.models import IncomingEntry, OutgoingEntry
from phoihop.documents.queries import ArrivalRow
from phoihop.documents.statuses import Urgency
from phoihop.writing.sheets import Sheet, SheetColumn

_PRIORITY = {urgency: place for place, urgency in enumerate(Urgency)}
_LANGUAGE = "Tiếng Việt"
_SEPARATED = "; "


def outgoing_fields(entry: OutgoingEntry, *, organ_name: str) -> dict[str, FieldValue]:
    """What the annex asks of an outgoing document; the bodies have no identification code yet."""
    annulled = f"Số đã hủy: {entry.annulled_reason}" if entry.annulled_at else ""
    return {
        "FileCode.FileCatalog": entry.issued_on.year if entry.file_code else None,
        "FileCode.FileNotation": entry.file_code,
        "TypeName": type_name(entry.document_type),
        "CodeNumber": f"{entry.number:02d}",
        "CodeNotation": entry.symbol,
        "IssuedDate": entry.issued_on,
        "OrganName": organ_name,
        "Subject": entry.abstract,
        "Language": _LANGUAGE,
        "PageAmount": entry.pages,
        "Description": _SEPARATED.join(filter(None, (annulled, entry.note))),
        "SignerInfo.Position": entry.signer_position,
        "SignerInfo.FullName": entry.signer_name,
        "To.OrganName": _SEPARATED.join(line.strip(" -;.") for line in entry.recipients.splitlines()),
        "Priority": _PRIORITY[Urgency(entry.urgency)],
        "IssuedAmount": entry.copies,
        "DueDate": entry.due_on,
    }


def incoming_fields(entry: IncomingEntry, row: ArrivalRow) -> dict[str, FieldValue]:
    """What the annex asks of an arrival; `row` says where it went and who read it."""
    number, _, notation = entry.number_text.partition("/")
    notes = [one.note for one in entry.forwardings.all() if one.taken_back_at is None and one.note]
    read = [f"đã đọc: {row.readers}"] if row.readers else []
    return {
        "FileCode.FileCatalog": entry.register.year if entry.file_code else None,
        "FileCode.FileNotation": entry.file_code,
        "TypeName": type_name(entry.document_type),
        "CodeNumber": number.strip(),
        "CodeNotation": notation.strip(),
        "IssuedDate": entry.issued_on,
        "OrganName": entry.sender,
        "Subject": entry.abstract,
        "Language": _LANGUAGE,
        "PageAmount": entry.pages,
        "Description": entry.note,
        "ArrivalDate": entry.arrived_on,
        "ArrivalNumber": entry.number,
        "SignerInfo.Position": entry.signer_position,
        "SignerInfo.FullName": entry.signer_name,
        "Priority": _PRIORITY[Urgency(entry.urgency)],
        "ToPlaces": row.forwarded_to,
        "TraceHeaderList": _SEPARATED.join([*notes, *read]),
        "DueDate": entry.due_on,
    }


def fields_sheet(
    book: str, rows: Iterable[Mapping[str, FieldValue]], *, title: str, is_sample: bool
) -> Sheet:
    """The fields in the order of the annex, and a last column that says what was cut or is missing."""
    fields = registry_fields(book)
    columns = [SheetColumn(title=f"{field.label} ({field.name})", width=22) for field in fields]
    return Sheet(
        name="Phụ lục VI",
        title=title,
        columns=(*columns, SheetColumn(title="Cảnh báo", width=50)),
        rows=tuple(_cells(held_to(fields, row)) for row in rows),
        has_sample_mark=is_sample,
    )


def _cells(held: Held) -> tuple[FieldValue, ...]:
    return (*held.values, "\n".join(held.warnings) or None)


def fields_xml(book: str, rows: Iterable[Mapping[str, FieldValue]], *, title: str) -> bytes:
    """The same fields as XML, one Document each; a field of parts ("SignerInfo.FullName") holds its parts.

    The annex names the fields and no root element: Registry and Document are ours. Days as 2026-03-19.
    """
    fields = registry_fields(book)
    root = ElementTree.Element("Registry", {"book": book, "title": title})
    for row in rows:
        document = ElementTree.SubElement(root, "Document")
        held = held_to(fields, row)
        for field, value in zip(fields, held.values, strict=True):
            if value is not None:
                _element(document, field.name).text = _text(value)
        for warning in held.warnings:
            document.append(ElementTree.Comment(warning.replace("--", "- -")))
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _element(document: ElementTree.Element, name: str) -> ElementTree.Element:
    group, _, part = name.partition(".")
    if not part:
        return ElementTree.SubElement(document, name)
    held = document.find(group)
    return ElementTree.SubElement(held if held is not None else ElementTree.SubElement(document, group), part)


def _text(value: FieldValue) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
