"""Every hostile file goes through the real upload page: a sentence, the original kept, nothing broken."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.documents import storage
from phoihop.drafting.actions import working
from phoihop.drafting.models import Draft, Reading
from phoihop.drafting.statuses import ReadingStatus
from tests.accounts.factories import client_as
from tests.drafting.factories import AT, an_binh
from tests.reading.files.hostile import CORPUS, SLOW

pytestmark = pytest.mark.django_db
SENTENCE = re.compile(r"[A-ZĐẢ].+[.]", re.DOTALL)


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.FILES = tmp_path


def read_on(reading: Reading) -> Reading:
    """What the worker would do."""
    working.open_paper(reading_id=reading.pk, at=AT)
    pages = sum(part.pages or 0 for part in reading.files.all())
    for number in range(1, min(pages, 3) + 1):
        working.read_page(reading_id=reading.pk, number=number, at=AT)
    working.join_pages(reading_id=reading.pk, at=AT)
    return Reading.objects.get(pk=reading.pk)


@pytest.mark.parametrize(
    "what", [pytest.param(what, marks=[pytest.mark.slow] * (what in SLOW)) for what in CORPUS]
)
def test_a_hostile_file_is_refused_in_a_sentence_and_kept(what: str) -> None:
    client, hostile = client_as(an_binh().officer), CORPUS[what]
    content = hostile.make()
    answer = client.post(reverse("drafting:upload"), {"file": SimpleUploadedFile(hostile.name, content)})
    assert answer.status_code == 302
    reading = Reading.objects.get()
    if reading.status == ReadingStatus.WAITING:
        reading = read_on(reading)
    assert storage.bytes_of(reading.files.get().file.sha256) == content
    if reading.status == ReadingStatus.FAILED:
        assert hostile.why in reading.problem
        assert SENTENCE.fullmatch(reading.problem)
        assert not Draft.objects.exists()
    else:
        assert (reading.status, hostile.why) == (ReadingStatus.DONE, "")
    page = client.get(reverse("drafting:reading", args=[reading.pk]), follow=True)
    assert page.status_code == 200
    assert client.get(reverse("drafting:papers")).status_code == 200
