"""Routes of dashboards."""

from django.urls import path

from phoihop.dashboards import following_views, home_views, programme_views
from phoihop.dashboards.views import overview, pictures, saved

app_name = "dashboards"
_OF = "bang/chuong-trinh/<int:programme_id>/"
urlpatterns = [
    path("", home_views.home, name="home"),
    path("theo-doi-cua-toi/", following_views.my_following, name="following"),
    path("chuong-trinh/<int:programme_id>/", programme_views.programme, name="programme"),
    path("bang/", overview.overview, name="overview"),
    path(f"{_OF}", pictures.place, name="place"),
    path(f"{_OF}tep/", pictures.place_file, name="place_file"),
    path(f"{_OF}ai-bao-cao-khi-nao/", pictures.heat_table, name="heat"),
    path(f"{_OF}ai-bao-cao-khi-nao/tep/", pictures.heat_file, name="heat_file"),
    path(f"{_OF}xu-huong/", pictures.trends, name="trend"),
    path(f"{_OF}xu-huong/tep/", pictures.trend_file, name="trend_file"),
    path(f"{_OF}so-cac-noi/", pictures.compare, name="compare"),
    path(f"{_OF}so-cac-noi/tep/", pictures.compare_file, name="compare_file"),
    path(f"{_OF}cac-tinh/", pictures.tiles, name="tiles"),
    path(f"{_OF}cac-tinh/tep/", pictures.tiles_file, name="tiles_file"),
    path("bang/goc-nhin/", saved.views, name="views"),
    path("bang/goc-nhin/luu/", saved.save, name="save_view"),
    path("bang/goc-nhin/<int:view_id>/", saved.open_view, name="open_view"),
    path("bang/goc-nhin/<int:view_id>/doi/", saved.change, name="change_view"),
    path("bang/goc-nhin/<int:view_id>/xoa/", saved.delete, name="delete_view"),
    path("bang/goc-nhin/mo/<uuid:link>/", saved.open_link, name="open_link"),
]
