"""Uploads too large are dropped as they arrive: neither memory nor disk ever holds them."""

import io
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from phoihop.core.errors import Refused

MOST_FILES_OF_FULL_SIZE = 4
"""All files of one form together may be as large as this many of the largest single file."""


def too_large() -> str:
    """The sentence for a file above the limit."""
    return f"Tệp lớn hơn {settings.UPLOAD_MAX_BYTES // 1_000_000} MB. Hãy giảm cỡ tệp rồi gửi lại."


class DroppedFile(UploadedFile):  # type: ignore[type-arg]
    """Stands for a file that was too large: it has its name and size, and nothing to read."""

    def read(self, num_bytes: int | None = None) -> bytes:
        """Refused: the bytes were let go."""
        raise Refused(too_large())


class LimitedUpload(FileUploadHandler):
    """Passes the pieces of a file on while they are within the limit; then lets the rest go by."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.taken = 0
        self.is_over = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A further file of the same form."""
        super().new_file(*args, **kwargs)
        self.is_over = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """The piece, or None: no handler after this one sees it."""
        self.taken += len(raw_data)
        limit = settings.UPLOAD_MAX_BYTES
        self.is_over = (
            self.is_over or start + len(raw_data) > limit or self.taken > MOST_FILES_OF_FULL_SIZE * limit
        )
        return None if self.is_over else raw_data

    def file_complete(self, file_size: int) -> DroppedFile | None:
        """What stands for a file too large, whose beginning is thrown away; None leaves it to the next."""
        if not self.is_over:
            return None
        for other in self.request.upload_handlers if self.request else ():
            if other is not self:
                other.upload_interrupted()
        return DroppedFile(
            file=io.BytesIO(), name=self.file_name, content_type=self.content_type, size=file_size
        )
