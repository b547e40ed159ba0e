"""Routes of the editions of a programme, under its id."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.lifecycle.views import amending, differences

_ALL = "<int:programme_id>/cac-ban/"
_ONE = f"{_ALL}<int:edition_id>/"
urlpatterns = [
    path(_ALL, amending.editions, name="editions"),
    path(f"{_ALL}sua-doi/", by_method(get=amending.start_page, post=amending.start), name="amend"),
    path(f"{_ONE}so-sanh/", differences.compare, name="compare"),
    path(f"{_ONE}so-sanh/word/", differences.compare_word, name="compare_word"),
    path(f"{_ONE}tac-dong/", amending.effect, name="effect"),
    path(
        f"{_ONE}noi-dung-sua/",
        by_method(get=amending.terms_page, post=amending.save_terms),
        name="amendment_terms",
    ),
    path(f"{_ONE}hoan-tac/", by_method(get=amending.undo_page, post=amending.undo), name="undo_amendment"),
    path(
        f"{_ONE}dinh-chinh/", by_method(get=amending.erratum_page, post=amending.add_erratum), name="erratum"
    ),
    path(f"{_ALL}dinh-chinh/<int:erratum_id>/huy/", amending.take_back_erratum, name="take_back_erratum"),
    path(f"{_ONE}thu-hoi/", by_method(get=amending.withdraw_page, post=amending.withdraw), name="withdraw"),
]
