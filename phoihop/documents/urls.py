"""Routes of documents."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.documents.views import books, exports, files, incoming, outgoing, sending, signing

app_name = "documents"
urlpatterns = [
    path("<int:file_id>/", files.download, name="download"),
    path("<int:file_id>/chu-ky-so/", signing.signatures, name="signatures"),
    path("<int:file_id>/chu-ky-so/kiem-tra/", signing.check, name="check_signatures"),
    path("so-van-ban/", by_method(get=books.registers, post=books.open_register), name="registers"),
    path("so-van-ban/mo-so-den/", books.open_incoming, name="open_incoming"),
    path("so-van-ban/<int:register_id>/", outgoing.register, name="register"),
    path("so-van-ban/<int:register_id>/khep-so/", books.close_register, name="close_register"),
    path("so-van-ban/<int:register_id>/bang-tinh/", exports.register_file, name="register_file"),
    path("so-van-ban/<int:register_id>/phu-luc-vi/", exports.register_fields, name="register_fields"),
    path(
        "so-van-ban/so/moi/",
        by_method(get=outgoing.new_entry, post=outgoing.add_entry),
        name="new_entry",
    ),
    path("so-van-ban/so/<int:entry_id>/", outgoing.entry, name="entry"),
    path("so-van-ban/so/<int:entry_id>/huy/", outgoing.annul, name="annul"),
    path("so-van-ban/so/<int:entry_id>/sua/", outgoing.correct, name="correct_entry"),
    path("so-van-ban/so/<int:entry_id>/tep/", outgoing.attach, name="attach"),
    path(
        "so-van-ban/so/<int:entry_id>/gui/",
        by_method(get=sending.send_page, post=sending.send),
        name="send",
    ),
    path("so-van-ban/lan-gui/<int:sending_id>/thu-hoi/", sending.recall, name="recall"),
    path(
        "so-van-ban/noi-nhan/<int:delivery_id>/cach-gui/",
        by_method(get=sending.proof_page, post=sending.record_proof),
        name="proof",
    ),
    path("so-van-ban/cho-vao-so/", incoming.waiting, name="waiting"),
    path("so-van-ban/cho-vao-so/<int:delivery_id>/", incoming.take_in, name="take_in"),
    path("so-van-ban/den/<int:register_id>/", incoming.book, name="incoming"),
    path("so-van-ban/den/<int:register_id>/bang-tinh/", exports.incoming_file, name="incoming_file"),
    path(
        "so-van-ban/den/<int:register_id>/phu-luc-vi/",
        exports.incoming_fields_file,
        name="incoming_fields",
    ),
    path("so-van-ban/den/moi/", by_method(get=incoming.new_page, post=incoming.add), name="new_incoming"),
    path("so-van-ban/den/so/<int:entry_id>/", incoming.entry, name="incoming_entry"),
    path("so-van-ban/den/so/<int:entry_id>/sua/", incoming.correct, name="correct_incoming"),
    path("so-van-ban/den/so/<int:entry_id>/chuyen/", incoming.forward, name="forward"),
    path("so-van-ban/den/chuyen/<int:forwarding_id>/rut/", incoming.take_back, name="take_back_forwarding"),
    path("so-van-ban/den/so/<int:entry_id>/da-doc/", incoming.acknowledge, name="acknowledge"),
    path("so-van-ban/den/so/<int:entry_id>/dau-den/", incoming.stamp, name="stamp"),
]
