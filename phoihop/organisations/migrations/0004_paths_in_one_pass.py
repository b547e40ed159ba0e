from importlib import import_module

from django.db import migrations

_FORMER = import_module("phoihop.organisations.migrations.0003_area_paths")._MAKE_PATHS
_MAKE_PATHS = """
CREATE OR REPLACE FUNCTION organisations_make_paths(touched bigint[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_custom_plan SET jit = off AS $$
DECLARE
    below bigint[] := ARRAY(SELECT organisations_with_all_below(touched));
    around bigint[];
BEGIN
    around := ARRAY(
        WITH RECURSIVE known(id) AS (
            SELECT unnest(below)
            UNION
            SELECT v.parent_id FROM organisations_areaversion v JOIN known k ON k.id = v.area_id
            WHERE v.parent_id IS NOT NULL
        )
        SELECT id FROM known
    );
    DELETE FROM organisations_areapath WHERE area_id = ANY (below);
    INSERT INTO organisations_areapath
        (area_id, valid_from, valid_to, commune_id, district_id, province_id, nation_id)
    WITH RECURSIVE spans AS MATERIALIZED (
        SELECT v.area_id, v.parent_id,
               CASE WHEN row_number() OVER w = 1 THEN DATE '0001-01-01' ELSE v.valid_from END AS since,
               coalesce(lead(v.valid_from) OVER w - 1, DATE '9999-12-31') AS until
        FROM organisations_areaversion v
        WHERE v.area_id = ANY (around)
        WINDOW w AS (PARTITION BY v.area_id ORDER BY v.valid_from NULLS FIRST)
    ),
    up AS (
        SELECT s.area_id, s.parent_id AS top, s.since, s.until,
               CASE a.level WHEN 'commune' THEN a.id END AS commune,
               CASE a.level WHEN 'district' THEN a.id END AS district,
               CASE a.level WHEN 'province' THEN a.id END AS province,
               CASE a.level WHEN 'nation' THEN a.id END AS nation
        FROM spans s
        JOIN organisations_area a ON a.id = s.area_id
        WHERE s.area_id = ANY (below)
        UNION ALL
        SELECT u.area_id, s.parent_id, greatest(u.since, s.since), least(u.until, s.until),
               coalesce(u.commune, CASE a.level WHEN 'commune' THEN a.id END),
               coalesce(u.district, CASE a.level WHEN 'district' THEN a.id END),
               coalesce(u.province, CASE a.level WHEN 'province' THEN a.id END),
               coalesce(u.nation, CASE a.level WHEN 'nation' THEN a.id END)
        FROM up u
        JOIN organisations_area a ON a.id = u.top
        LEFT JOIN spans s ON s.area_id = a.id AND s.since <= u.until AND s.until >= u.since
    ),
    whole AS (
        SELECT *, ROW(commune, district, province, nation)
                  IS DISTINCT FROM lag(ROW(commune, district, province, nation)) OVER w AS is_other
        FROM up WHERE top IS NULL
        WINDOW w AS (PARTITION BY area_id ORDER BY since)
    ),
    runs AS (
        SELECT *, count(*) FILTER (WHERE is_other) OVER (PARTITION BY area_id ORDER BY since) AS run
        FROM whole
    )
    SELECT area_id, min(since), max(until), commune, district, province, nation
    FROM runs GROUP BY area_id, run, commune, district, province, nation;
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("organisations", "0003_area_paths")]

    operations = [
        migrations.RunSQL(_MAKE_PATHS, _FORMER.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"))
    ]
