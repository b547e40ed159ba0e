"""Routes of documents."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.documents.views import files, outgoing, signing

app_name = "documents"
urlpatterns = [
    path("<int:file_id>/", files.download, name="download"),
    path("<int:file_id>/chu-ky-so/", signing.signatures, name="signatures"),
    path("<int:file_id>/chu-ky-so/kiem-tra/", signing.check, name="check_signatures"),
    path("so-van-ban/", by_method(get=outgoing.registers, post=outgoing.open_register), name="registers"),
    path("so-van-ban/<int:register_id>/", outgoing.register, name="register"),
    path("so-van-ban/<int:register_id>/bang-tinh/", outgoing.register_file, name="register_file"),
    path("so-van-ban/so/<int:entry_id>/huy/", outgoing.annul, name="annul"),
]
