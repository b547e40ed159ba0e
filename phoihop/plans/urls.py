"""Routes of plans."""

from django.urls import include, path

from phoihop.core.access import by_method
from phoihop.plans import proposal_urls
from phoihop.plans.views import emergent, following, obstacles, tasks

app_name = "plans"
urlpatterns = [
    path("", tasks.task_list, name="list"),
    path("dang-ky/", include("phoihop.plans.registration_urls")),
    path("", include("phoihop.plans.occasion_urls")),
    path("lap/", by_method(get=tasks.new_page, post=tasks.create), name="new"),
    path("<int:task_id>/", tasks.detail, name="detail"),
    path("<int:task_id>/sua/", by_method(get=tasks.change_page, post=tasks.change), name="change"),
    path("<int:task_id>/bat-dau/", tasks.start, name="start"),
    path("<int:task_id>/hoan-thanh/", tasks.finish, name="finish"),
    path("<int:task_id>/khong-lam/", tasks.cancel, name="cancel"),
    path("<int:task_id>/mo-lai/", tasks.reopen, name="reopen"),
    path("theo-doi/<int:programme_id>/", following.followers, name="followers"),
    path("theo-doi/<int:programme_id>/giao/", following.set_followers, name="set_followers"),
    path("ban-giao/<int:body_id>/", following.handing_over, name="handing_over"),
    path("ban-giao/<int:body_id>/lam/", following.hand_over, name="hand_over"),
    path("ban-giao/<int:body_id>/<int:act_id>/hoan-tac/", following.undo_hand_over, name="undo_hand_over"),
    path("vuong-mac/chuong-trinh/<int:programme_id>/", obstacles.obstacle_list, name="obstacles"),
    path(
        "vuong-mac/chuong-trinh/<int:programme_id>/neu/",
        by_method(get=obstacles.new_page, post=obstacles.create),
        name="new_obstacle",
    ),
    path("vuong-mac/<int:obstacle_id>/", obstacles.detail, name="obstacle"),
    path("vuong-mac/<int:obstacle_id>/xu-ly/", obstacles.act, name="obstacle_act"),
    path("phat-sinh/chuong-trinh/<int:programme_id>/", emergent.emergent_list, name="emergents"),
    path(
        "phat-sinh/chuong-trinh/<int:programme_id>/de-xuat/",
        by_method(get=emergent.new_page, post=emergent.create),
        name="new_emergent",
    ),
    path("phat-sinh/<int:emergent_id>/", emergent.detail, name="emergent"),
    path("phat-sinh/<int:emergent_id>/tra-loi/", emergent.answer, name="answer_emergent"),
    path("phat-sinh/<int:emergent_id>/rut/", emergent.withdraw, name="withdraw_emergent"),
    *proposal_urls.urlpatterns,
]
