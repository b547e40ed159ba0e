"""Whose papers a body reads, for whom it writes, and which places lie under one: asked by every page.

Functions of the database: a query that asks names the body alone, so planning it costs next to nothing, and
each step goes by an index.
"""

from django.db import migrations

_WITH_PREDECESSORS = """
, one_back AS (
    SELECT l.from_body_id AS id FROM organisations_successionlink l JOIN own ON l.to_body_id = own.id
)
SELECT id FROM own
UNION SELECT id FROM one_back
UNION SELECT l.from_body_id FROM organisations_successionlink l JOIN one_back ON l.to_body_id = one_back.id
"""
_READ_BY = f"""
CREATE FUNCTION organisations_bodies_of(bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL SAFE ROWS 4 AS $$
WITH own AS (
    SELECT id FROM organisations_body WHERE id = $1
    UNION SELECT parent_id FROM organisations_body WHERE id = $1 AND parent_id IS NOT NULL
    UNION SELECT p.parent_id FROM organisations_body b JOIN organisations_body p ON p.id = b.parent_id
    WHERE b.id = $1 AND p.parent_id IS NOT NULL
)
{_WITH_PREDECESSORS}
$$
"""
_WRITTEN_BY = f"""
CREATE FUNCTION organisations_bodies_written_for(bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL SAFE ROWS 2 AS $$
WITH own AS (
    SELECT id FROM organisations_body WHERE id = $1
    UNION SELECT parent_id FROM organisations_body
    WHERE id = $1 AND kind = 'office' AND parent_id IS NOT NULL
)
{_WITH_PREDECESSORS}
$$
"""
_UNDER = """
CREATE FUNCTION organisations_versions_under(bigint) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 2000 AS $$
BEGIN
    IF EXISTS (SELECT FROM organisations_area WHERE id = $1 AND level = 'nation') THEN
        RETURN QUERY SELECT id FROM organisations_areaversion WHERE parent_id IS NOT NULL;
        RETURN;
    END IF;
    RETURN QUERY
    WITH one AS (
        SELECT id, area_id FROM organisations_areaversion WHERE parent_id = $1
    ), two AS (
        SELECT v.id, v.area_id FROM organisations_areaversion v
        WHERE v.parent_id IN (SELECT area_id FROM one)
    ), three AS (
        SELECT v.id FROM organisations_areaversion v WHERE v.parent_id IN (SELECT area_id FROM two)
    )
    SELECT id FROM one UNION SELECT id FROM two UNION SELECT id FROM three;
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("organisations", "0001_initial")]

    operations = [
        migrations.RunSQL(sql=_READ_BY, reverse_sql="DROP FUNCTION organisations_bodies_of(bigint)"),
        migrations.RunSQL(
            sql=_WRITTEN_BY, reverse_sql="DROP FUNCTION organisations_bodies_written_for(bigint)"
        ),
        migrations.RunSQL(sql=_UNDER, reverse_sql="DROP FUNCTION organisations_versions_under(bigint)"),
    ]
