"""A paper of thirty targets goes from its review to a programme by keyboard, within ten minutes of a person.

Time is modelled, not measured: keys, clicks and decisions by the keystroke-level model (Card, Moran and
Newell), reading by the words that stand before the eyes. docs/explanation/review-time.md says why these.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator

from phoihop.sample.papers import TEXTS
from tests.journeys.browser import PHONE, Person, faults_of

PAPER = TEXTS / "lam-son-2025.txt"
KEY, CLICK, DECISION = 0.28, 1.3, 1.35
"""Seconds for a key, for pointing and clicking, for making up one's mind."""
CAREFULLY, SKIMMING = 300, 700
"""Syllables a minute: a doubtful fact with its sentence, and a section whose facts are accepted together."""
GLANCE = 2
"""Syllables' worth of time for a line that stood word for word on an earlier card."""
SAID = ".fact-headline, .fact-details, .fact-doubt, .fact-right, .fact-wrong"
MOST_MINUTES = 10
SETTLED = 70
"""Milliseconds until what came from the server has its focus."""
WAITED = "() => !document.querySelector('.htmx-request')"


@dataclass
class Effort:
    """What a person did, and the time the model gives it."""

    keys: int = 0
    clicks: int = 0
    decisions: int = 0
    read: int = 0
    skimmed: int = 0

    @property
    def minutes(self) -> float:
        """Acting, deciding and reading together."""
        acting = self.keys * KEY + self.clicks * CLICK + self.decisions * DECISION
        return acting / 60 + self.read / CAREFULLY + self.skimmed / SKIMMING

    def __str__(self) -> str:
        return (
            f"{self.keys} keys, {self.clicks} clicks, {self.decisions} decisions, {self.read} syllables read,"
            f" {self.skimmed} skimmed: {self.minutes:.1f} minutes"
        )


class Reviewer:
    """An officer who does not touch the mouse."""

    def __init__(self, person: Callable[..., Person]) -> None:
        self.officer = person()
        self.page = self.officer.page
        self.effort = Effort()
        self.known: set[str] = set()

    def presses(self, key: str, *, times: int = 1) -> None:
        for _ in range(times):
            self.effort.keys += 1
            self.page.keyboard.press(key)
        self.page.wait_for_function(WAITED)
        self.page.wait_for_timeout(SETTLED)

    def types(self, text: str) -> None:
        self.effort.keys += len(text)
        self.page.keyboard.type(text)

    def decides(self, key: str) -> None:
        """Reads the card the focus is on and its words in the text, makes up the mind, presses the key."""
        words = self.page.locator(f"article.fact:focus :is({SAID}), [data-source] .is-current")
        lines = [line for text in words.all_inner_texts() for line in text.splitlines()]
        self.effort.read += sum(GLANCE if line in self.known else len(line.split()) for line in lines)
        self.known.update(lines)
        self.effort.decisions += 1
        self.presses(key)

    @property
    def card(self) -> Locator:
        return self.page.locator("article.fact:focus")

    def focus_is_on(self, selector: str) -> bool:
        return bool(self.page.evaluate("wanted => document.activeElement.matches(wanted)", selector))

    def said(self) -> str:
        return self.page.locator("#loi-nhan").inner_text()

    def left(self) -> str:
        return " ".join(self.page.locator("#cong-cu p").inner_text().split())

    def given_a_paper_of_thirty_targets_has_been_read(self) -> None:
        self.officer.signs_in("vanphong")
        self.officer.opens("/doc-van-ban/")
        self.page.get_by_label("Tệp").first.set_input_files(PAPER)
        self.officer.clicks("Đọc văn bản")
        self.officer.sees(f"Rà soát: {PAPER.name}")
        tabs = self.page.get_by_role("navigation", name="Loại dữ kiện")
        assert "còn 30/30" in tabs.get_by_role("link", name="Chỉ tiêu").inner_text()
        assert faults_of(self.page) == []

    def when_the_list_is_reached_by_two_skip_links(self) -> None:
        self.page.reload()
        for _ in range(2):
            self.presses("Tab")
            self.presses("Enter")
        self.presses("j")
        assert self.focus_is_on("article.fact")

    def when_a_wrong_rejection_is_taken_back(self) -> None:
        first = self.card.get_attribute("id")
        self.decides("x")
        assert self.card.get_attribute("id") != first
        self.presses("u")
        assert "Đã hoàn tác: bỏ" in self.said()
        assert self.card.get_attribute("id") == first

    def when_a_missing_day_is_filled_in(self) -> None:
        """The header comes first; its place is not printed."""
        self.decides("e")
        assert self.focus_is_on("form[data-editor] select")
        self.presses("Tab", times=3)
        self.types("Lam Sơn")
        self.presses("Control+Enter")
        assert "Đã lưu" in self.said()

    def when_a_target_gets_another_party(self) -> None:
        self.decides("p")
        assert self.focus_is_on("[data-narrow]")
        self.types("phu nu")
        shown = self.page.locator(".party-picker-list .form-check:visible")
        assert "PN" in shown.all_inner_texts()[-1]
        assert faults_of(self.page) == []
        self.presses("Tab")
        self.presses("Control+Enter")

    def when_every_doubtful_fact_is_decided(self) -> None:
        while self.focus_is_on("article.fact"):
            self.decides("Enter")
        assert "Còn 0 mục cần xem" in self.left()

    def when_each_section_is_skimmed_and_accepted(self) -> None:
        sections = self.page.locator("[data-key-for=accept-section]")
        text = self.page.locator("[data-source]").inner_text()
        self.effort.skimmed += len(text.split())
        for _ in range(sections.count()):
            self.effort.decisions += 1
            self.presses("a")
        assert "Đã xem hết" in self.left()

    def when_the_last_word_for_a_party_is_settled(self) -> None:
        self.goes_back_to("Xác nhận thành chương trình")
        self.officer.sees("Chưa xác nhận được")
        self.goes_on_to("Chọn các bên")
        self.presses("Tab", times=2)
        assert self.focus_is_on("input[name=left_out]")
        self.effort.decisions += 1
        self.presses("Space")
        self.presses("Enter")
        self.officer.sees("Đã lưu các bên.")

    def when_it_is_confirmed(self) -> None:
        self.presses("Tab")
        self.presses("Enter")
        self.presses("Tab")
        assert self.focus_is_on("[name=name]")
        self.effort.decisions += 3
        self.presses("Enter")
        self.officer.sees("Văn bản đã thành chương trình.")

    def goes_back_to(self, words: str) -> None:
        self._tabs_to(words, "Shift+Tab")

    def goes_on_to(self, words: str) -> None:
        self.presses("Tab")
        self.presses("Enter")
        self._tabs_to(words, "Tab")

    def _tabs_to(self, words: str, key: str) -> None:
        for _ in range(12):
            self.presses(key)
            if words in self.page.evaluate("document.activeElement.textContent"):
                with self.page.expect_navigation():
                    self.presses("Enter")
                return
        raise AssertionError(f"{words} is not near")

    def then_it_took_a_person_less_than_ten_minutes(self) -> None:
        print(self.effort)  # noqa: T201 - the figures of docs/explanation/review-time.md
        assert self.effort.clicks == 0
        assert self.effort.minutes <= MOST_MINUTES


def test_thirty_targets_are_reviewed_by_keyboard_in_ten_minutes(person) -> None:
    journey = Reviewer(person)
    journey.given_a_paper_of_thirty_targets_has_been_read()
    journey.when_the_list_is_reached_by_two_skip_links()
    journey.when_a_wrong_rejection_is_taken_back()
    journey.when_a_missing_day_is_filled_in()
    journey.when_a_target_gets_another_party()
    journey.when_every_doubtful_fact_is_decided()
    journey.when_each_section_is_skimmed_and_accepted()
    journey.when_the_last_word_for_a_party_is_settled()
    journey.when_it_is_confirmed()
    journey.then_it_took_a_person_less_than_ten_minutes()


def test_keys_can_be_changed_and_turned_off(person, site) -> None:
    officer = person()
    page = officer.page
    officer.signs_in("vanphong")
    officer.opens(f"/doc-van-ban/{site.filled.objects['draft_id']}/?xem=tat-ca")
    page.get_by_role("link", name="Đến mục đầu tiên", exact=True).click()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Phím tắt khi rà soát")
    dialog.wait_for()
    assert faults_of(page) == []
    dialog.get_by_label("Mục sau", exact=True).press("n")
    dialog.get_by_role("button", name="Đóng").click()
    first = page.evaluate("document.querySelector('article.fact').id")
    page.locator(f"#{first}").focus()
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") != first
    page.reload()
    page.locator(f"#{first}").focus()
    page.keyboard.press("?")
    dialog.get_by_label("Dùng phím tắt một phím").uncheck()
    dialog.get_by_role("button", name="Đóng").click()
    page.locator(f"#{first}").focus()
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") == first
    page.get_by_role("button", name="Hoàn tác").focus()


def test_words_chosen_in_the_text_become_a_fact_and_step_with_the_list(person, site) -> None:
    officer = person()
    page = officer.page
    officer.signs_in("vanphong")
    officer.opens(f"/doc-van-ban/{site.filled.objects['draft_id']}/?xem=tat-ca")
    page.evaluate(
        """() => {
            const mark = [...document.querySelectorAll('[data-source] a')]
                .find((a) => a.textContent.includes('trên 03 km'));
            const range = document.createRange();
            range.selectNodeContents(mark);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    page.get_by_role("button", name="Thêm chỉ tiêu").click()
    editor = page.locator("#them form")
    editor.wait_for()
    assert editor.get_by_label("Giá trị").input_value() == "3"
    assert faults_of(page) == []
    editor.get_by_label("Giá trị").fill("4,5")
    officer.sees("Trên 4,5 km")
    editor.get_by_role("button", name="Thêm", exact=True).click()
    page.locator("article.fact", has_text="thêm tay").wait_for()
    page.get_by_role("button", name="Hoàn tác").click()
    page.locator("article.fact", has_text="thêm tay").wait_for(state="detached")
    page.locator("[data-source] a", has_text="25 hộ").first.click()
    assert "hộ nghèo" in page.locator("article.fact:focus").inner_text()


def test_on_a_phone_one_pane_at_a_time(person, site) -> None:
    officer = person()
    page = officer.page
    officer.signs_in("vanphong")
    page.set_viewport_size(PHONE)
    officer.opens(f"/doc-van-ban/{site.filled.objects['draft_id']}/?xem=tat-ca")
    card = page.locator("article.fact").nth(3)
    assert card.is_visible()
    page.get_by_text("Văn bản gốc", exact=True).click()
    assert not card.is_visible()
    page.locator("[data-source] a").nth(5).click()
    assert page.locator("article.fact:focus").is_visible()
    sizes = card.locator(".fact-buttons > .btn").evaluate_all(
        "all => all.map((b) => b.getBoundingClientRect().height)"
    )
    assert min(sizes) >= 44
    assert faults_of(page) == []


def test_a_scan_stands_beside_the_list_with_its_facts_painted(person, site) -> None:
    officer = person()
    officer.signs_in("vanphong")
    officer.opens(f"/doc-van-ban/{site.filled.objects['draft_id']}/?goc=anh&xem=tat-ca")
    officer.sees("Trang 1")
    box = officer.page.locator("figure.scan a").first
    box.click(force=True)
    assert re.fullmatch(r"f\d+", officer.page.evaluate("document.activeElement.id"))
    assert faults_of(officer.page) == []
