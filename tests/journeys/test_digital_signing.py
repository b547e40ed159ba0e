"""A leader signs by the software on one's own machine; a tampered file is refused, the right one entered."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.documents.signed import pki
from tests.journeys import signing_agent
from tests.journeys.browser import Person
from tests.journeys.system import Site

LEADER = "Hoàng Minh Khuê"


@pytest.fixture
def trusted(site: Site) -> None:
    """The server trusts the authority of the tests: its certificate lies in the folder `trust`."""
    folder = site.filled.folder / "trust"
    folder.mkdir(exist_ok=True)
    (folder / "ca.pem").write_bytes(pki.authority().pem)


class DigitalSigning:
    """The chair of the committee, a program beside the browser, and the Front's chair who reads along."""

    def __init__(self, person: Callable[..., Person], site: Site) -> None:
        self.person = person
        self.page = f"/ky-ket/{site.filled.objects['signing_programme_id']}/"
        self.leader = person()
        self.address = ""
        self.key = pki.person(LEADER.upper()).p12()

    def signed_by_the_agent(self) -> bytes:
        """In a thread of its own: the browser's holds a running event loop."""
        with ThreadPoolExecutor(1) as agent:
            paper = signing_agent.fetch(self.address)
            return agent.submit(signing_agent.signed, paper, self.key, pki.PASSWORD).result()

    def given_a_text_that_waits_for_signatures(self) -> None:
        self.leader.signs_in("chutich")
        self.leader.opens(self.page)
        self.leader.sees("Đã ký 0 trên", "Chữ ký số")
        self.leader.finds_the_page_in_order()

    def when_the_leader_asks_for_a_link(self) -> None:
        leader = self.leader
        leader.fills("Thay mặt", "TM. ỦY BAN NHÂN DÂN")
        leader.clicks("Ký số bằng phần mềm trên máy")
        leader.sees("Chờ tệp đã ký", "Mở phần mềm ký")
        leader.finds_the_page_in_order()
        link = leader.named("Mở phần mềm ký").get_attribute("href")
        assert link
        assert link.startswith(signing_agent.SCHEME)
        self.address = signing_agent.address_of(link)

    def then_a_tampered_file_is_refused_and_the_page_says_why(self) -> None:
        signed = self.signed_by_the_agent()
        status, said = signing_agent.give_back(self.address, pki.tampered(signed))
        assert (status, said["error"]) == (422, "broken")
        self.leader.sees("Lần trả tệp gần nhất bị từ chối", "Nội dung bị thay đổi sau khi ký")

    def when_the_agent_brings_the_right_file(self) -> None:
        signed = self.signed_by_the_agent()
        status, said = signing_agent.give_back(self.address, signed)
        assert (status, said["status"]) == (200, "signed"), said

    def then_the_page_shows_the_signature_by_itself(self) -> None:
        self.leader.sees("Chữ ký của đơn vị đã được ghi", "Còn nguyên vẹn, người ký: HOÀNG MINH KHUÊ")
        self.leader.sees("thuộc danh sách tin cậy", "Chưa kiểm tra được thu hồi")
        self.leader.finds_the_page_in_order()

    def then_the_link_opens_nothing_any_more(self) -> None:
        status, said = signing_agent.give_back(self.address, b"%PDF-1.7")
        assert (status, said["error"]) == (410, "used")

    def then_the_other_party_reads_who_signed_and_may_print_it(self) -> None:
        other = self.person()
        other.signs_in("mattran")
        other.opens(self.page)
        other.sees("Đã ký 1 trên", "Còn nguyên vẹn, người ký: HOÀNG MINH KHUÊ", "Đúng văn bản của hệ thống")
        other.finds_the_page_in_order()
        other.clicks("Chi tiết, bản in")
        other.sees("Kết quả kiểm tra", "Chữ ký bao trùm toàn bộ tệp")
        other.finds_the_page_in_order()


@pytest.mark.usefixtures("trusted")
def test_a_leader_signs_by_the_software_on_the_machine(person, site: Site) -> None:
    journey = DigitalSigning(person, site)
    journey.given_a_text_that_waits_for_signatures()
    journey.when_the_leader_asks_for_a_link()
    journey.then_a_tampered_file_is_refused_and_the_page_says_why()
    journey.when_the_agent_brings_the_right_file()
    journey.then_the_page_shows_the_signature_by_itself()
    journey.then_the_link_opens_nothing_any_more()
    journey.then_the_other_party_reads_who_signed_and_may_print_it()
