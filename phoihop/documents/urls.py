"""Routes of documents."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.documents import views

app_name = "documents"
urlpatterns = [
    path("<int:file_id>/", views.download, name="download"),
    path("so-van-ban/", by_method(get=views.registers, post=views.open_register), name="registers"),
    path("so-van-ban/<int:register_id>/", views.register, name="register"),
    path("so-van-ban/<int:register_id>/bang-tinh/", views.register_file, name="register_file"),
    path("so-van-ban/so/<int:entry_id>/huy/", views.annul, name="annul"),
]
