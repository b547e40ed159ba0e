"""Routes of the tab "Theo dõi" and of guidance."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.lifecycle.views import following, guiding

_ONE = "<int:programme_id>"
_GUIDANCE = "huong-dan/<int:guidance_id>"
_RECEIPT = f"{_GUIDANCE}/nhan/<int:receipt_id>"
urlpatterns = [
    path(f"{_ONE}/theo-doi/", following.following_tab, name="following"),
    path(
        "vuong-mac/<int:obstacle_id>/sua-doi/",
        by_method(get=following.amend_page, post=following.amend),
        name="obstacle_amendment",
    ),
    path(f"{_ONE}/huong-dan/", guiding.guidance_list, name="guidance_list"),
    path(f"{_ONE}/huong-dan/gui/", by_method(get=guiding.new_page, post=guiding.send), name="new_guidance"),
    path(f"{_GUIDANCE}/", guiding.detail, name="guidance"),
    path(f"{_GUIDANCE}/word/", guiding.word, name="guidance_word"),
    path(f"{_GUIDANCE}/thu-lai/", guiding.withdraw, name="withdraw_guidance"),
    path(f"{_RECEIPT}/xac-nhan/", guiding.acknowledge, name="acknowledge_guidance"),
    path(f"{_RECEIPT}/hoi/", guiding.message, name="guidance_message"),
    path(f"{_RECEIPT}/gui-tiep/", guiding.pass_on, name="pass_on_guidance"),
]
