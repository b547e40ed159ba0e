"""The form of one fact, in its place in the list or on a page of its own."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from phoihop.drafting import queries
from phoihop.drafting.forms import FORMS, FactForm
from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.queries import Screen
from phoihop.drafting.statuses import SHAPED, FactKind
from phoihop.drafting.views.answers import is_partial
from phoihop.drafting.words import value_words

type Json = dict[str, Any]
type Span = tuple[int, int]

NEW = "them"
"""The name of the place a fact that is being added stands in."""


@dataclass(frozen=True)
class Theirs:
    """What somebody else made of a fact while one's own form was open: (field, mine, theirs) in words."""

    name: str
    verb: str
    differences: list[tuple[str, str, str]]


@dataclass
class Editor:
    """A form with what stands around it."""

    draft: Draft
    kind: str
    form: FactForm
    screen: Screen
    fact: DraftFact | None = None
    note: str = ""
    theirs: Theirs | None = None
    steps: list[queries.Step] = field(default_factory=list)

    def context(self) -> Json:
        """What its template shows."""
        return {
            "draft": self.draft,
            "fact": self.fact,
            "form": self.form,
            "kind": self.kind,
            "kind_label": FactKind(self.kind).label,
            "screen": self.screen,
            "name": name_of(self.fact),
            "save_address": self.save_address,
            "quote": self.quote,
            "note": self.note,
            "theirs": self.theirs,
            "steps": self.steps,
            "is_reread": self.kind in SHAPED,
            "units": queries.units(self.draft) if self.kind == FactKind.TARGET else [],
            "codes": [code for code, _ in queries.party_choices(self.draft)],
            "is_sample": self.draft.is_sample,
        }

    @property
    def save_address(self) -> str:
        """Where the form is sent."""
        if self.fact:
            return reverse("drafting:save_fact", args=[self.draft.pk, self.fact.pk])
        return reverse("drafting:add_fact", args=[self.draft.pk, self.kind])

    @property
    def quote(self) -> str:
        """The words of the text the form stands at."""
        span = [self.form[edge].value() for edge in ("span_start", "span_end")]
        if any(edge in (None, "") for edge in span):
            return ""
        start, end = (int(edge) for edge in span)
        return self.draft.text[start:end]

    def answer(self, request: HttpRequest, *, status: int = 200) -> HttpResponse:
        """The form in its place for htmx, else on a page."""
        return piece(request, "drafting/_editor.html", self.context(), status=status)


def piece(request: HttpRequest, template: str, context: Json, *, status: int = 200) -> HttpResponse:
    """A piece of the review page for htmx; the same piece on a page of its own for a plain link or form."""
    if is_partial(request):
        return render(request, template, context | {"is_piece": True}, status=status)
    return render(request, "drafting/fact.html", context | {"piece": template}, status=status)


def name_of(fact: DraftFact | None) -> str:
    """The id of the place a fact stands in."""
    return f"f{fact.pk}" if fact else NEW


def offered(form: FactForm, draft: Draft) -> FactForm:
    """The form with the clauses and parties of the draft to choose from."""
    form.offer(clauses=queries.clause_choices(draft), parties=queries.party_choices(draft))
    return form


def filled(draft: Draft, fact: DraftFact) -> FactForm:
    """The form with a fact's present values."""
    span = None if fact.span_start is None or fact.span_end is None else (fact.span_start, fact.span_end)
    form = FORMS[fact.kind].starting(fact.values, version=fact.version, span=span, name=name_of(fact))
    return offered(form, draft)


def sent(draft: Draft, kind: str, data: QueryDict, fact: DraftFact | None = None) -> FactForm:
    """The form as it was sent."""
    return offered(FORMS[kind](data, auto_id=f"{name_of(fact)}-%s"), draft)


def theirs_of(fact: DraftFact, mine: FactForm) -> Theirs:
    """Whose change came before, and where one's own (valid) form says something else."""
    newest = queries.history_of(fact)[0]
    present, own = fact.values, mine.values()
    fields = FORMS[fact.kind].base_fields
    pairs = [
        (
            str(fields[name].label),
            value_words(value, fields[name]),
            value_words(_known(present, name), fields[name]),
        )
        for name, value in own.items()
        if name in fields
    ]
    return Theirs(newest.name, newest.verb, [row for row in pairs if row[1] != row[2]])


def _known(values: Json, name: str) -> Any:
    return values.get(name, (values.get("period") or {}).get(name))
