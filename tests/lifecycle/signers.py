"""A text of a committee and a Front that waits for signatures, its leaders with keys, and their agents."""

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from phoihop.core import clock
from phoihop.lifecycle import actions
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import Edition, Signature
from tests.documents.signed import pki
from tests.programmes import factories

AGENT = "lifecycle:agent"


class Signers:
    """Party 0 is the committee (the lead), party 1 the Front."""

    def __init__(self) -> None:
        lead = factories.body(name="UBND xã", symbol_of="UBND")
        front = factories.body(BodyKind.FRONT_COMMITTEE, lead.area, name="MTTQ xã", symbol_of="MTTQ")
        self.bodies = [lead, front]
        self.edition = factories.edition(lead=lead, parties=self.bodies)
        names = ["Hoàng Minh Khuê", "Nguyễn Đức Thành"]
        self.leaders = [
            factories.member(body, "leader", position="Chủ tịch", person=factories.people.person(name))
            for body, name in zip(self.bodies, names, strict=True)
        ]
        self.keys = [pki.person(name.upper()) for name in names]
        self.clients = [factories.people.client_as(leader) for leader in self.leaders]
        self.officer = factories.member(lead, "officer")

    def opened(self) -> "Signers":
        self.edition = actions.open_for_signature(edition=self.edition, by=self.officer, at=clock.now())
        return self

    def party(self, order: int):
        return self.edition.parties.get(order=order)

    def address(self, name: str, *more: object) -> str:
        return reverse(f"lifecycle:{name}", args=[self.edition.programme_id, *more])

    def page(self, client: Client, name: str = "signing", *more: object) -> str:
        return client.get(self.address(name, *more)).content.decode()

    def asks(self, order: int, **changed: str):
        """A leader presses "Ký số bằng phần mềm trên máy"; the answer."""
        party = self.party(order)
        version = Edition.objects.values_list("version", flat=True).get(pk=self.edition.pk)
        fields = {"capacity": "on_behalf_of", "position": "Chủ tịch", "version": str(version)} | changed
        sent = {f"p{party.pk}-{name}": value for name, value in fields.items()}
        return self.clients[order].post(self.address("ask_link", party.pk), sent)

    def token(self, order: int) -> str:
        """Ask for a link; the token as its page shows it."""
        answer = self.asks(order)
        assert answer.status_code == 302, answer.content.decode()
        page = self.clients[order].get(answer.headers["Location"]).content.decode()
        return page.partition("?khoa=")[2].partition('"')[0]

    def status(self) -> str:
        self.edition.refresh_from_db()
        return self.edition.status

    def signatures(self) -> int:
        return Signature.objects.filter(party__edition=self.edition).count()


def fetched(token: str):
    return Client().get(reverse(AGENT), {"khoa": token})


def given_back(token: str, content: bytes, *, client: Client | None = None):
    """What the door answers a returned file."""
    file = SimpleUploadedFile("da-ky.pdf", content, content_type="application/pdf")
    return (client or Client(enforce_csrf_checks=True)).post(f"{reverse(AGENT)}?khoa={token}", {"tep": file})


def trusts(settings: object, folder: Path) -> None:
    """The server trusts the authority of the tests."""
    (folder / "ca.pem").write_bytes(pki.authority().pem)
    settings.TRUST = folder
