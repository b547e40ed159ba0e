"""The pages of allauth that are open here, under Vietnamese addresses; what is not listed does not exist.

The names are those allauth looks up itself. Accounts are made by administrators: sign-up is closed.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.urls import path

from phoihop.accounts.views import sign_in
from phoihop.core.access import by_method

urlpatterns = [
    path("dang-nhap/", sign_in.SignInView.as_view(), name="account_login"),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("ngung-dung/", account.account_inactive, name="account_inactive"),
    path("xac-nhan/", account.reauthenticate, name="account_reauthenticate"),
    path("mat-khau/doi/", account.password_change, name="account_change_password"),
    path(
        "mat-khau/quen/",
        by_method(get=sign_in.forgotten_password, post=sign_in.send_forgotten_password),
        name="account_reset_password",
    ),
    path("hai-lop/", mfa.index, name="mfa_index"),
    path("hai-lop/nhap-ma/", mfa.authenticate, name="mfa_authenticate"),
    path("hai-lop/xac-nhan/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("hai-lop/bat/", totp.activate_totp, name="mfa_activate_totp"),
    path("hai-lop/tat/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("hai-lop/ma-du-phong/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "hai-lop/ma-du-phong/tao/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"
    ),
    path(
        "hai-lop/ma-du-phong/tai/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"
    ),
    path("lien-ket/", social.connections, name="socialaccount_connections"),
    path("lien-ket/huy/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("lien-ket/loi/", social.login_error, name="socialaccount_login_error"),
    path("lien-ket/dang-ky/", social.signup, name="socialaccount_signup"),
    path("oidc/<slug:provider_id>/login/", oidc.login, name="openid_connect_login"),
    path("oidc/<slug:provider_id>/login/callback/", oidc.callback, name="openid_connect_callback"),
    path("dang-ky/", sign_in.closed, name="account_signup"),
    path("thu-dien-tu/", sign_in.closed, name="account_email"),
    path("mat-khau/dat/", sign_in.closed, name="account_set_password"),
]
