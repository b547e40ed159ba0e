"""All routes; each app keeps its own."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

# The technical pages take the same sign-in as all others: throttled, with the second factor.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("", include("phoihop.dashboards.urls")),
    path("", include("phoihop.accounts.urls")),
    path("", include("phoihop.organisations.urls")),
    path("tep/", include("phoihop.documents.urls")),
    path("chuong-trinh/", include("phoihop.programmes.urls")),
    path("chi-tieu/", include("phoihop.targets.urls")),
    path("cong-viec/", include("phoihop.plans.urls")),
    path("bao-cao/", include("phoihop.reports.urls")),
    path("ky-ket/", include("phoihop.lifecycle.urls")),
    path("doc-van-ban/", include("phoihop.drafting.urls")),
    path("ky-thuat/", admin.site.urls),
    path("tai-khoan/", include("phoihop.accounts.sign_in_urls")),
]

handler400 = "phoihop.core.errors.bad_request"
handler403 = "phoihop.core.errors.permission_denied"
handler404 = "phoihop.core.errors.not_found"
handler500 = "phoihop.core.errors.server_error"
