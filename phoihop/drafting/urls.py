"""Routes of drafting, below doc-van-ban/."""

from django.urls import path

from phoihop.drafting import confirm_views, party_views, views

app_name = "drafting"
urlpatterns = [
    path("", views.papers, name="papers"),
    path("dua-vao/", views.upload, name="upload"),
    path("<int:draft_id>/", views.review, name="review"),
    path("<int:draft_id>/quyet-dinh/", views.decide, name="decide"),
    path("<int:draft_id>/hoan-tac/", views.undo, name="undo"),
    path("<int:draft_id>/bo/", views.discard, name="discard"),
    path("<int:draft_id>/khoi-phuc/", views.restore, name="restore"),
    path("<int:draft_id>/du-kien/<int:fact_id>/", views.edit_fact, name="edit_fact"),
    path("<int:draft_id>/du-kien/<int:fact_id>/luu/", views.save_fact, name="save_fact"),
    path("<int:draft_id>/them/<str:kind>/", views.new_fact, name="new_fact"),
    path("<int:draft_id>/them/<str:kind>/luu/", views.add_fact, name="add_fact"),
    path("<int:draft_id>/cac-ben/", party_views.parties, name="parties"),
    path("<int:draft_id>/cac-ben/luu/", party_views.save_parties, name="save_parties"),
    path("<int:draft_id>/cac-ben/dia-ban/", party_views.move_to_place, name="move_to_place"),
    path("<int:draft_id>/xac-nhan/", confirm_views.confirm_page, name="confirm"),
    path("<int:draft_id>/xac-nhan/thuc-hien/", confirm_views.make_programme, name="make_programme"),
]
