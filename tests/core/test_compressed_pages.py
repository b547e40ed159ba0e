import gzip

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from phoihop.core.middleware import CompressedPagesMiddleware

LONG = "Chương trình phối hợp " * 100


def answered(media_type: str) -> HttpResponse:
    def view(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(LONG, content_type=media_type)

    asked = RequestFactory().get("/", headers={"Accept-Encoding": "gzip"})
    return CompressedPagesMiddleware(view)(asked)


def test_a_page_goes_compressed():
    answer = answered("text/html; charset=utf-8")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content).decode() == LONG


@pytest.mark.parametrize("media_type", ["application/pdf", "image/png", "application/zip"])
def test_a_file_goes_as_it_is(media_type):
    answer = answered(media_type)
    assert "Content-Encoding" not in answer.headers
    assert answer.content.decode() == LONG
