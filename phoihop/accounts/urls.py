"""Routes of accounts: one's own things, and the people of a body."""

from django.urls import path

from phoihop.accounts.views import own, people, reminders
from phoihop.core.access import by_method

app_name = "accounts"
urlpatterns = [
    path("vai-tro/doi/", own.switch_role, name="switch"),
    path("ho-so/", by_method(get=own.profile, post=own.save_profile), name="profile"),
    path(
        "ho-so/nhac-viec/",
        by_method(get=reminders.habits, post=reminders.save_habits),
        name="reminder_habits",
    ),
    path("ho-so/nhac-viec/<slug:channel>/dia-chi/", reminders.ask_address, name="ask_address"),
    path("ho-so/nhac-viec/<slug:channel>/ma/", reminders.confirm_address, name="confirm_address"),
    path("ho-so/nhac-viec/<slug:channel>/bat-tat/", reminders.use_address, name="use_address"),
    path("ho-so/nhac-viec/<slug:channel>/xoa/", reminders.forget_address, name="forget_address"),
    path("kenh-nhan-tin/", reminders.channel_list, name="channels"),
    path("kenh-nhan-tin/<slug:channel>/gui-thu/", reminders.try_channel, name="try_channel"),
    path("thong-bao/", own.notice_list, name="notices"),
    path("thong-bao/doc-het/", own.read_all_notices, name="read_all_notices"),
    path("thong-bao/<int:notice_id>/", own.open_notice, name="open_notice"),
    path("nguoi-dung/", people.own_people, name="own_people"),
    path("nguoi-dung/<int:body_id>/", people.people, name="people"),
    path(
        "nguoi-dung/<int:body_id>/them/",
        by_method(get=people.new_person, post=people.create_person),
        name="add_person",
    ),
    path(
        "nguoi-dung/<int:body_id>/them-nguoi-co-tai-khoan/",
        by_method(get=people.known_person, post=people.add_known_person),
        name="add_known_person",
    ),
    path("nguoi-dung/<int:body_id>/hai-lop/", people.require_totp, name="require_totp"),
    path("nguoi-dung/vai-tro/<int:membership_id>/", people.membership, name="membership"),
    path("nguoi-dung/vai-tro/<int:membership_id>/doi/", people.change_role, name="change_role"),
    path("nguoi-dung/vai-tro/<int:membership_id>/ket-thuc/", people.end_membership, name="end_membership"),
    path("nguoi-dung/vai-tro/<int:membership_id>/ma/", people.make_code, name="make_code"),
    path(
        "nguoi-dung/vai-tro/<int:membership_id>/go-hai-lop/",
        people.remove_second_factor,
        name="remove_second_factor",
    ),
]
