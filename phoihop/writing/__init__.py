"""A structured document -> .docx, rows -> .xlsx, by the administrative layout. Pure: no Django."""
