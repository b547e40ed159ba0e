"""What a browser with htmx makes of an answer: the old page with the pieces put in their places."""

import re
from copy import deepcopy

from django.http import HttpResponse
from lxml import html
from lxml.html import HtmlElement

ONE_TIME = {"submission_key", "csrfmiddlewaretoken"}


def replayed(page: HttpResponse, answer: HttpResponse) -> str:
    """The old page after the swap of an answer whose pieces all name their own places."""
    assert answer.headers["HX-Reswap"] == "none"
    document = html.fromstring(page.content.decode())
    for piece in html.fragments_fromstring(answer.content.decode(), no_leading_text=True):
        swap(document, piece)
    return as_seen(document)


def swap(document: HtmlElement, piece: HtmlElement) -> None:
    how, _, where = piece.attrib.pop("hx-swap-oob").partition(":")
    places = document.xpath("//*[@id=$id]", id=where.removeprefix("#") or piece.get("id"))
    if not places:
        return
    place, copy = places[0], deepcopy(piece)
    if how == "delete":
        place.drop_tree()
    elif how == "innerHTML":
        place[:] = copy[:]
        place.text = copy.text
    elif how == "afterend":
        for child in reversed(copy):
            child.tail = None
            place.addnext(child)
    else:
        assert how == "true", how
        copy.tail = place.tail
        place.getparent().replace(place, copy)


def as_seen(document: HtmlElement) -> str:
    """The main part of a page, without what differs from one loading to the next and what was just said."""
    main = deepcopy(document.xpath("//main")[0])
    for field in main.xpath(".//input[@type='hidden']"):
        if field.get("name") in ONE_TIME:
            field.set("value", "")
    for said in main.xpath(".//*[@id='loi-nhan']"):
        said[:] = []
        said.text = ""
    text = html.tostring(main, encoding="unicode")
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1\n", re.sub(r"\s+", " ", text))


def loaded(page: HttpResponse) -> str:
    """A page as it is seen when loaded afresh."""
    return as_seen(html.fromstring(page.content.decode()))


def form_data(page: HttpResponse) -> dict[str, object]:
    """What a browser would send of the form in a card as it stands."""
    form = html.fromstring(page.content.decode()).xpath("//article//form | //self::article//form")[0]
    data: dict[str, object] = {}
    for name in set(form.inputs.keys()):
        values = [
            value for element in form.xpath(".//*[@name=$name]", name=name) for value in _values(element)
        ]
        if values:
            data[name] = values if len(values) > 1 else values[0]
    return data


def _values(element: HtmlElement) -> list[str]:
    if element.tag == "button" or element.get("disabled") is not None:
        return []
    if element.get("type") in {"checkbox", "radio"}:
        return [element.get("value", "on")] if element.get("checked") is not None else []
    value = element.value
    return [] if value is None else [str(value)]
