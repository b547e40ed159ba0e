-- made of migrations eccd545dab91ef8789ca53ff298adbb6dfc9e872bd7ed74bc497fc6459384029
SET check_function_bodies = off;
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);



CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);



CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);



CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;



CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;



CREATE FUNCTION public.organisations_bodies_of(bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE ROWS 4 PARALLEL SAFE
    AS $_$
WITH own AS (
    SELECT id FROM organisations_body WHERE id = $1
    UNION SELECT parent_id FROM organisations_body WHERE id = $1 AND parent_id IS NOT NULL
    UNION SELECT p.parent_id FROM organisations_body b JOIN organisations_body p ON p.id = b.parent_id
    WHERE b.id = $1 AND p.parent_id IS NOT NULL
)

, one_back AS (
    SELECT l.from_body_id AS id FROM organisations_successionlink l JOIN own ON l.to_body_id = own.id
)
SELECT id FROM own
UNION SELECT id FROM one_back
UNION SELECT l.from_body_id FROM organisations_successionlink l JOIN one_back ON l.to_body_id = one_back.id

$_$;



CREATE FUNCTION public.organisations_bodies_written_for(bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE ROWS 2 PARALLEL SAFE
    AS $_$
WITH own AS (
    SELECT id FROM organisations_body WHERE id = $1
    UNION SELECT parent_id FROM organisations_body
    WHERE id = $1 AND kind = 'office' AND parent_id IS NOT NULL
)

, one_back AS (
    SELECT l.from_body_id AS id FROM organisations_successionlink l JOIN own ON l.to_body_id = own.id
)
SELECT id FROM own
UNION SELECT id FROM one_back
UNION SELECT l.from_body_id FROM organisations_successionlink l JOIN one_back ON l.to_body_id = one_back.id

$_$;



CREATE FUNCTION public.organisations_make_paths(touched bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_custom_plan'
    SET jit TO 'off'
    AS $$
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
$$;



CREATE FUNCTION public.organisations_versions_under(bigint) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE ROWS 2000 PARALLEL SAFE
    AS $_$
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
$_$;



CREATE FUNCTION public.organisations_with_all_below(areas bigint[]) RETURNS SETOF bigint
    LANGUAGE sql STABLE
    AS $$
    WITH RECURSIVE below(id) AS (
        SELECT unnest(areas)
        UNION
        SELECT v.area_id FROM organisations_areaversion v JOIN below b ON v.parent_id = b.id
    )
    SELECT id FROM below
$$;



CREATE FUNCTION public.pgtrigger_areaversion_paths_delete_b16ff() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    PERFORM organisations_make_paths(ARRAY(SELECT DISTINCT area_id FROM touched)); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_areaversion_paths_insert_24f23() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    PERFORM organisations_make_paths(ARRAY(SELECT DISTINCT area_id FROM touched)); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_areaversion_paths_update_96577() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    PERFORM organisations_make_paths(ARRAY(SELECT DISTINCT area_id FROM touched)); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_clause_frozen_02b7b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE edition_status text; edition_is_sample boolean;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF TG_OP <> 'INSERT' THEN
    SELECT status, is_sample INTO edition_status, edition_is_sample FROM programmes_edition WHERE id = OLD.edition_id FOR SHARE;
    IF TG_OP = 'DELETE' AND edition_is_sample AND current_setting('phoihop.removing_sample', true) = 'on' THEN
        RETURN OLD;
    END IF;
    IF edition_status <> 'draft' THEN
        RAISE EXCEPTION 'the text of a signed edition does not change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
SELECT status, is_sample INTO edition_status, edition_is_sample FROM programmes_edition WHERE id = NEW.edition_id FOR SHARE;
IF edition_status <> 'draft' THEN
    RAISE EXCEPTION 'the text of a signed edition does not change' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_contribution_due_gone_a271d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    PERFORM targets_recount_due(ARRAY(SELECT DISTINCT target_id FROM touched)); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_contribution_due_made_fc15c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    PERFORM targets_recount_due(ARRAY(SELECT DISTINCT target_id FROM touched)); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_e2371() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_successionevent" ("effective_on", "entered_at", "entered_by_id", "id", "is_sample", "kind", "legal_document", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undo") VALUES (OLD."effective_on", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."is_sample", OLD."kind", OLD."legal_document", OLD."note", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."undo"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delivery_kept_78510() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF TG_OP = 'DELETE' THEN
    IF OLD.is_sample AND current_setting('phoihop.removing_sample', true) = 'on' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'a sending is not deleted' USING ERRCODE = 'integrity_constraint_violation';
END IF;
IF OLD.recalled_at IS NOT NULL THEN
    RAISE EXCEPTION 'a recalled sending does not change' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_edition_frozen_6137b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF TG_OP = 'DELETE' THEN
    IF OLD.status = 'draft' THEN RETURN OLD; END IF;
    IF OLD.is_sample AND current_setting('phoihop.removing_sample', true) = 'on' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'a signed edition is not deleted' USING ERRCODE = 'integrity_constraint_violation';
END IF;
IF OLD.status = 'draft' THEN RETURN NEW; END IF;
IF ROW(OLD.title, OLD.source_text, OLD.source_file_id, OLD.period_start, OLD.period_end, OLD.origin, OLD.programme_id, OLD.sequence, OLD.place, OLD.opening, OLD.is_sample, OLD.kind, OLD.amends_id, OLD.effective_on, OLD.grounds) IS DISTINCT FROM ROW(NEW.title, NEW.source_text, NEW.source_file_id, NEW.period_start, NEW.period_end, NEW.origin, NEW.programme_id, NEW.sequence, NEW.place, NEW.opening, NEW.is_sample, NEW.kind, NEW.amends_id, NEW.effective_on, NEW.grounds) THEN
    RAISE EXCEPTION 'the text of a signed edition does not change' USING ERRCODE = 'integrity_constraint_violation';
END IF;
IF NEW.status = 'draft' AND OLD.status <> 'signing' THEN
    RAISE EXCEPTION 'an edition that was in force is never a draft again' USING ERRCODE = 'integrity_constraint_violation';
END IF;
IF OLD.number_text <> '' AND NEW.number_text <> OLD.number_text THEN
    RAISE EXCEPTION 'the number of an edition is given once' USING ERRCODE = 'integrity_constraint_violation';
END IF;
IF (OLD.outgoing_entry_id IS NOT NULL AND NEW.outgoing_entry_id IS DISTINCT FROM OLD.outgoing_entry_id) OR (OLD.issued_on IS NOT NULL AND NEW.issued_on IS DISTINCT FROM OLD.issued_on) OR (OLD.in_force_from IS NOT NULL AND NEW.in_force_from IS DISTINCT FROM OLD.in_force_from) THEN
    RAISE EXCEPTION 'the number and days of a signed edition are given once' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_erratum_append_only_a8a25() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF TG_OP = 'DELETE' AND current_setting('phoihop.removing_sample', true) = 'on' THEN RETURN OLD; END IF;
RAISE EXCEPTION 'an erratum is never changed: another row takes it back' USING ERRCODE = 'integrity_constraint_violation';

                END;
            $$;



CREATE FUNCTION public.pgtrigger_figure_append_only_9fc6c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF TG_OP = 'DELETE' AND current_setting('phoihop.removing_sample', true) = 'on' THEN RETURN OLD; END IF;
RAISE EXCEPTION 'figures are never changed: record a correction'
    USING ERRCODE = 'integrity_constraint_violation';

                END;
            $$;



CREATE FUNCTION public.pgtrigger_formversion_kept_67d9b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF TG_OP = 'DELETE' AND current_setting('phoihop.removing_sample', true) = 'on' THEN RETURN OLD; END IF;
RAISE EXCEPTION 'a version of a report form is kept as published' USING ERRCODE = 'integrity_constraint_violation';

                END;
            $$;



CREATE FUNCTION public.pgtrigger_incomingentry_kept_8b156() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF TG_OP = 'DELETE' THEN
    IF OLD.is_sample AND current_setting('phoihop.removing_sample', true) = 'on' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'a row of a register is not deleted' USING ERRCODE = 'integrity_constraint_violation';
END IF;
IF ROW(OLD.register_id, OLD.number, OLD.delivery_id) IS DISTINCT FROM ROW(NEW.register_id, NEW.number, NEW.delivery_id) THEN
    RAISE EXCEPTION 'the number of a register is not rewritten' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_inherited_due_gone_de3b9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    PERFORM targets_recount_due(ARRAY(SELECT DISTINCT c.target_id FROM touched t JOIN targets_contribution c ON c.id = t.contribution_id)); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_inherited_due_made_8118e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    PERFORM targets_recount_due(ARRAY(SELECT DISTINCT c.target_id FROM touched t JOIN targets_contribution c ON c.id = t.contribution_id)); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_5c297() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_targetevent" ("base", "baseline", "body_rule", "clause_id", "comparator", "direction", "due_on", "edition_id", "given_later", "id", "is_aspirational", "key", "kind", "level", "name", "order", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_rule", "recurrence", "scope_kind", "scope_text", "span_end", "span_start", "text", "time_rule", "unit", "value", "value_max", "version") VALUES (NEW."base", NEW."baseline", NEW."body_rule", NEW."clause_id", NEW."comparator", NEW."direction", NEW."due_on", NEW."edition_id", NEW."given_later", NEW."id", NEW."is_aspirational", NEW."key", NEW."kind", NEW."level", NEW."name", NEW."order", NEW."part_of_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."place_rule", NEW."recurrence", NEW."scope_kind", NEW."scope_text", NEW."span_end", NEW."span_start", NEW."text", NEW."time_rule", NEW."unit", NEW."value", NEW."value_max", NEW."version"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_74ed8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_successionevent" ("effective_on", "entered_at", "entered_by_id", "id", "is_sample", "kind", "legal_document", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undo") VALUES (NEW."effective_on", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."is_sample", NEW."kind", NEW."legal_document", NEW."note", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."undo"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_84ceb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reports_reportevent" ("created_at", "entered_by_body_id", "id", "is_nil", "is_sample", "obligation_id", "overview", "paper_scan_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendations", "shortcomings", "status", "submitted_at", "updated_at", "version") VALUES (NEW."created_at", NEW."entered_by_body_id", NEW."id", NEW."is_nil", NEW."is_sample", NEW."obligation_id", NEW."overview", NEW."paper_scan_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recommendations", NEW."shortcomings", NEW."status", NEW."submitted_at", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_9af4d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "programmes_editionevent" ("amends_id", "effective_on", "ended_on", "grounds", "id", "in_force_from", "is_sample", "issued_on", "kind", "number_text", "opening", "origin", "outgoing_entry_id", "period_end", "period_start", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "programme_id", "sequence", "source_file_id", "source_text", "status", "title", "version") VALUES (NEW."amends_id", NEW."effective_on", NEW."ended_on", NEW."grounds", NEW."id", NEW."in_force_from", NEW."is_sample", NEW."issued_on", NEW."kind", NEW."number_text", NEW."opening", NEW."origin", NEW."outgoing_entry_id", NEW."period_end", NEW."period_start", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."place", NEW."programme_id", NEW."sequence", NEW."source_file_id", NEW."source_text", NEW."status", NEW."title", NEW."version"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_a1152() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "reports_obligationevent" ("body_id", "covers_end", "covers_start", "due_on", "duty_id", "duty_key", "edition_id", "ended_on", "ended_reason", "first_due_on", "form_version", "id", "inherited_from_id", "is_sample", "period_end", "period_start", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "request_id", "rule_changed_at", "waived_on", "waived_reason") SELECT new_values."body_id", new_values."covers_end", new_values."covers_start", new_values."due_on", new_values."duty_id", new_values."duty_key", new_values."edition_id", new_values."ended_on", new_values."ended_reason", new_values."first_due_on", new_values."form_version", new_values."id", new_values."inherited_from_id", new_values."is_sample", new_values."period_end", new_values."period_start", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."programme_id", new_values."request_id", new_values."rule_changed_at", new_values."waived_on", new_values."waived_reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_fc05a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_membershipevent" ("body_id", "id", "is_sample", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "valid_from", "valid_to") VALUES (NEW."body_id", NEW."id", NEW."is_sample", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."position", NEW."role", NEW."valid_from", NEW."valid_to"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_legalbasis_frozen_7c439() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE edition_status text; edition_is_sample boolean;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF TG_OP <> 'INSERT' THEN
    SELECT status, is_sample INTO edition_status, edition_is_sample FROM programmes_edition WHERE id = OLD.edition_id FOR SHARE;
    IF TG_OP = 'DELETE' AND edition_is_sample AND current_setting('phoihop.removing_sample', true) = 'on' THEN
        RETURN OLD;
    END IF;
    IF edition_status <> 'draft' THEN
        RAISE EXCEPTION 'the text of a signed edition does not change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
SELECT status, is_sample INTO edition_status, edition_is_sample FROM programmes_edition WHERE id = NEW.edition_id FOR SHARE;
IF edition_status <> 'draft' THEN
    RAISE EXCEPTION 'the text of a signed edition does not change' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_obligation_key_is_filled_in_3bdbe() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
NEW.duty_key := (SELECT key FROM programmes_dutyrule WHERE id = NEW.duty_id);
RETURN NEW;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_obligation_key_of_its_duty_b6437() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
NEW.duty_key := (SELECT key FROM programmes_dutyrule WHERE id = NEW.duty_id);
RETURN NEW;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_obligation_keys_of_their_duties_fba35() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF EXISTS (
    SELECT FROM new_values n JOIN programmes_dutyrule d ON d.id = n.duty_id WHERE d.key <> n.duty_key
) THEN
    RAISE EXCEPTION 'an obligation bears the key of its duty'
        USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NULL;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_obligation_of_a_standing_body_50f20() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF NEW.ended_on IS NULL AND EXISTS (
    SELECT 1 FROM organisations_body b WHERE b.id = NEW.body_id AND b.valid_to < NEW.due_on
) THEN
    RAISE EXCEPTION 'a body that ended owes nothing due later' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_obligations_of_standing_bodies_16274() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF EXISTS (
    SELECT FROM new_values n JOIN organisations_body b ON b.id = n.body_id
    WHERE n.ended_on IS NULL AND b.valid_to < n.due_on
) THEN
    RAISE EXCEPTION 'a body that ended owes nothing due later' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NULL;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_outgoingentry_kept_ede13() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF TG_OP = 'DELETE' THEN
    IF OLD.is_sample AND current_setting('phoihop.removing_sample', true) = 'on' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'a row of a register is not deleted' USING ERRCODE = 'integrity_constraint_violation';
END IF;
IF ROW(OLD.register_id, OLD.number, OLD.symbol, OLD.issued_on) IS DISTINCT FROM ROW(NEW.register_id, NEW.number, NEW.symbol, NEW.issued_on) THEN
    RAISE EXCEPTION 'the number of a register is not rewritten' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_party_frozen_032cb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE edition_status text; edition_is_sample boolean;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF TG_OP <> 'INSERT' THEN
    SELECT status, is_sample INTO edition_status, edition_is_sample FROM programmes_edition WHERE id = OLD.edition_id FOR SHARE;
    IF TG_OP = 'DELETE' AND edition_is_sample AND current_setting('phoihop.removing_sample', true) = 'on' THEN
        RETURN OLD;
    END IF;
    IF edition_status <> 'draft' THEN
        RAISE EXCEPTION 'the text of a signed edition does not change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
SELECT status, is_sample INTO edition_status, edition_is_sample FROM programmes_edition WHERE id = NEW.edition_id FOR SHARE;
IF edition_status <> 'draft' THEN
    RAISE EXCEPTION 'the text of a signed edition does not change' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_recipient_frozen_ec736() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE edition_status text; edition_is_sample boolean;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF TG_OP <> 'INSERT' THEN
    SELECT status, is_sample INTO edition_status, edition_is_sample FROM programmes_edition WHERE id = OLD.edition_id FOR SHARE;
    IF TG_OP = 'DELETE' AND edition_is_sample AND current_setting('phoihop.removing_sample', true) = 'on' THEN
        RETURN OLD;
    END IF;
    IF edition_status <> 'draft' THEN
        RAISE EXCEPTION 'the text of a signed edition does not change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
SELECT status, is_sample INTO edition_status, edition_is_sample FROM programmes_edition WHERE id = NEW.edition_id FOR SHARE;
IF edition_status <> 'draft' THEN
    RAISE EXCEPTION 'the text of a signed edition does not change' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_registrationsheet_of_a_standing_body_6421b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF NEW.ended_on IS NULL AND NEW.status IN ('draft', 'returned') AND EXISTS (
    SELECT 1 FROM organisations_body b JOIN plans_registrationround r ON r.id = NEW.round_id
    WHERE b.id = NEW.body_id AND b.valid_to < r.due_on
) THEN
    RAISE EXCEPTION 'no sheet is asked of a body that ended' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_report_leaves_its_obligation_9ba4c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
UPDATE reports_obligation SET report_status = '', handed_in_on = NULL WHERE id = OLD.obligation_id;
RETURN NULL;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_report_tells_its_obligation_46a13() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
UPDATE reports_obligation SET report_status = NEW.status
WHERE id = NEW.obligation_id AND report_status <> NEW.status;
RETURN NULL;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_round_kept_fc9c9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF TG_OP = 'DELETE' AND current_setting('phoihop.removing_sample', true) = 'on' THEN RETURN OLD; END IF;
RAISE EXCEPTION 'a round of a report is kept as handed in' USING ERRCODE = 'integrity_constraint_violation';

                END;
            $$;



CREATE FUNCTION public.pgtrigger_round_tells_its_obligation_8fa3c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
UPDATE reports_obligation o SET handed_in_on = f.day
FROM (
    SELECT r.obligation_id, min((u.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) FILTER (
        WHERE NOT EXISTS (
            SELECT FROM reports_rounddecision d WHERE d.round_id = u.id AND d.verb = 'take_back'
        )
    ) AS day
    FROM reports_report r JOIN reports_round u ON u.report_id = r.id
    WHERE r.id IN (SELECT report_id FROM new_values)
    GROUP BY r.obligation_id
) f
WHERE o.id = f.obligation_id AND o.handed_in_on IS DISTINCT FROM f.day;
RETURN NULL;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_rounddecision_tells_its_obligation_e2715() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
UPDATE reports_obligation o SET handed_in_on = f.day
FROM (
    SELECT r.obligation_id, min((u.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) FILTER (
        WHERE NOT EXISTS (
            SELECT FROM reports_rounddecision d WHERE d.round_id = u.id AND d.verb = 'take_back'
        )
    ) AS day
    FROM reports_report r JOIN reports_round u ON u.report_id = r.id
    WHERE r.id IN (SELECT u.report_id FROM new_values n JOIN reports_round u ON u.id = n.round_id WHERE n.verb = 'take_back')
    GROUP BY r.obligation_id
) f
WHERE o.id = f.obligation_id AND o.handed_in_on IS DISTINCT FROM f.day;
RETURN NULL;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_sending_kept_ed242() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF TG_OP = 'DELETE' THEN
    IF OLD.is_sample AND current_setting('phoihop.removing_sample', true) = 'on' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'a sending is not deleted' USING ERRCODE = 'integrity_constraint_violation';
END IF;
IF OLD.recalled_at IS NOT NULL THEN
    RAISE EXCEPTION 'a recalled sending does not change' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_signature_kept_d11fb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE edition_status text; edition_is_sample boolean;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
SELECT e.status, e.is_sample INTO edition_status, edition_is_sample
    FROM programmes_edition e JOIN programmes_party p ON p.edition_id = e.id
    WHERE p.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.party_id ELSE NEW.party_id END;
IF TG_OP = 'UPDATE' AND ROW(OLD.*) IS DISTINCT FROM ROW(NEW.*) THEN
    RAISE EXCEPTION 'a signature does not change' USING ERRCODE = 'integrity_constraint_violation';
END IF;
IF TG_OP = 'DELETE' AND edition_is_sample AND current_setting('phoihop.removing_sample', true) = 'on' THEN
    RETURN OLD;
END IF;
IF edition_status NOT IN ('draft', 'signing') THEN
    RAISE EXCEPTION 'the signatures of an edition in force do not change' USING ERRCODE = 'integrity_constraint_violation';
END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW;

                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_20ab5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_membershipevent" ("body_id", "id", "is_sample", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "valid_from", "valid_to") VALUES (NEW."body_id", NEW."id", NEW."is_sample", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."position", NEW."role", NEW."valid_from", NEW."valid_to"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_234a9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reports_reportevent" ("created_at", "entered_by_body_id", "id", "is_nil", "is_sample", "obligation_id", "overview", "paper_scan_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendations", "shortcomings", "status", "submitted_at", "updated_at", "version") VALUES (NEW."created_at", NEW."entered_by_body_id", NEW."id", NEW."is_nil", NEW."is_sample", NEW."obligation_id", NEW."overview", NEW."paper_scan_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recommendations", NEW."shortcomings", NEW."status", NEW."submitted_at", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_4b8d6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_targetevent" ("base", "baseline", "body_rule", "clause_id", "comparator", "direction", "due_on", "edition_id", "given_later", "id", "is_aspirational", "key", "kind", "level", "name", "order", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_rule", "recurrence", "scope_kind", "scope_text", "span_end", "span_start", "text", "time_rule", "unit", "value", "value_max", "version") VALUES (NEW."base", NEW."baseline", NEW."body_rule", NEW."clause_id", NEW."comparator", NEW."direction", NEW."due_on", NEW."edition_id", NEW."given_later", NEW."id", NEW."is_aspirational", NEW."key", NEW."kind", NEW."level", NEW."name", NEW."order", NEW."part_of_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."place_rule", NEW."recurrence", NEW."scope_kind", NEW."scope_text", NEW."span_end", NEW."span_start", NEW."text", NEW."time_rule", NEW."unit", NEW."value", NEW."value_max", NEW."version"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_b7b33() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_successionevent" ("effective_on", "entered_at", "entered_by_id", "id", "is_sample", "kind", "legal_document", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undo") VALUES (NEW."effective_on", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."is_sample", NEW."kind", NEW."legal_document", NEW."note", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."undo"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_c3f8b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "reports_obligationevent" ("body_id", "covers_end", "covers_start", "due_on", "duty_id", "duty_key", "edition_id", "ended_on", "ended_reason", "first_due_on", "form_version", "id", "inherited_from_id", "is_sample", "period_end", "period_start", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "request_id", "rule_changed_at", "waived_on", "waived_reason") SELECT new_values."body_id", new_values."covers_end", new_values."covers_start", new_values."due_on", new_values."duty_id", new_values."duty_key", new_values."edition_id", new_values."ended_on", new_values."ended_reason", new_values."first_due_on", new_values."form_version", new_values."id", new_values."inherited_from_id", new_values."is_sample", new_values."period_end", new_values."period_start", _pgh_attached_context.value, NOW(), 'update', new_values."id", new_values."programme_id", new_values."request_id", new_values."rule_changed_at", new_values."waived_on", new_values."waived_reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."body_id" IS DISTINCT FROM (new_values."body_id") OR old_values."covers_end" IS DISTINCT FROM (new_values."covers_end") OR old_values."covers_start" IS DISTINCT FROM (new_values."covers_start") OR old_values."due_on" IS DISTINCT FROM (new_values."due_on") OR old_values."duty_id" IS DISTINCT FROM (new_values."duty_id") OR old_values."duty_key" IS DISTINCT FROM (new_values."duty_key") OR old_values."edition_id" IS DISTINCT FROM (new_values."edition_id") OR old_values."ended_on" IS DISTINCT FROM (new_values."ended_on") OR old_values."ended_reason" IS DISTINCT FROM (new_values."ended_reason") OR old_values."first_due_on" IS DISTINCT FROM (new_values."first_due_on") OR old_values."form_version" IS DISTINCT FROM (new_values."form_version") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."inherited_from_id" IS DISTINCT FROM (new_values."inherited_from_id") OR old_values."is_sample" IS DISTINCT FROM (new_values."is_sample") OR old_values."period_end" IS DISTINCT FROM (new_values."period_end") OR old_values."period_start" IS DISTINCT FROM (new_values."period_start") OR old_values."programme_id" IS DISTINCT FROM (new_values."programme_id") OR old_values."request_id" IS DISTINCT FROM (new_values."request_id") OR old_values."rule_changed_at" IS DISTINCT FROM (new_values."rule_changed_at") OR old_values."waived_on" IS DISTINCT FROM (new_values."waived_on") OR old_values."waived_reason" IS DISTINCT FROM (new_values."waived_reason")) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_efcc8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "programmes_editionevent" ("amends_id", "effective_on", "ended_on", "grounds", "id", "in_force_from", "is_sample", "issued_on", "kind", "number_text", "opening", "origin", "outgoing_entry_id", "period_end", "period_start", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "programme_id", "sequence", "source_file_id", "source_text", "status", "title", "version") VALUES (NEW."amends_id", NEW."effective_on", NEW."ended_on", NEW."grounds", NEW."id", NEW."in_force_from", NEW."is_sample", NEW."issued_on", NEW."kind", NEW."number_text", NEW."opening", NEW."origin", NEW."outgoing_entry_id", NEW."period_end", NEW."period_start", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."place", NEW."programme_id", NEW."sequence", NEW."source_file_id", NEW."source_text", NEW."status", NEW."title", NEW."version"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;



CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;



CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;





CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);



CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;



CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;



CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;



CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;



CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;



CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;



CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;



CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;



CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;



CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;



CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;



CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;



CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;



CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;



CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;



CREATE FUNCTION public.targets_recount_due(asked bigint[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF cardinality(asked) = 0 THEN RETURN; END IF;
    WITH leads AS (
        SELECT DISTINCT target_id, body_id FROM targets_due WHERE target_id = ANY(asked) AND is_lead
    ),
    units AS (
        SELECT d.*, l.body_id IS NOT NULL AS leads
        FROM targets_due d LEFT JOIN leads l USING (target_id, body_id)
        WHERE d.target_id = ANY(asked)
    ),
    parts AS (
        SELECT target_id, area_id, since, until, count(*) AS units, 0 AS places,
               count(*) FILTER (WHERE leads) AS lead_units, 0 AS lead_places
        FROM units GROUP BY target_id, area_id, since, until
        UNION ALL
        SELECT target_id, area_id, min(since), max(until), 0, 1, 0, 0
        FROM units GROUP BY target_id, area_id
        UNION ALL
        SELECT target_id, area_id, min(since), max(until), 0, 0, 0, 1
        FROM units WHERE leads GROUP BY target_id, area_id
        UNION ALL
        SELECT target_id, area_id, since, until, -units, -places, -lead_units, -lead_places
        FROM targets_duecount WHERE target_id = ANY(asked) AND is_own
    ),
    changes AS MATERIALIZED (
        SELECT target_id, area_id, since, until, sum(units) AS units, sum(places) AS places,
               sum(lead_units) AS lead_units, sum(lead_places) AS lead_places
        FROM parts GROUP BY target_id, area_id, since, until
        HAVING sum(units) <> 0 OR sum(places) <> 0 OR sum(lead_units) <> 0 OR sum(lead_places) <> 0
    ),
    above AS (
        SELECT c.target_id, up, greatest(c.since, p.valid_from) AS since, least(c.until, p.valid_to) AS until,
               c.units, c.places, c.lead_units, c.lead_places
        FROM changes c
        JOIN organisations_areapath p
          ON p.area_id = c.area_id AND p.valid_from <= c.until AND p.valid_to >= c.since
        CROSS JOIN LATERAL unnest(ARRAY[p.commune_id, p.district_id, p.province_id, p.nation_id]) up
        WHERE up <> c.area_id
    ),
    kept AS (
        INSERT INTO targets_duecount
            (target_id, area_id, is_own, since, until, units, places, lead_units, lead_places)
        SELECT target_id, area_id, true, since, until, units, places, lead_units, lead_places FROM changes
        UNION ALL
        SELECT target_id, up, false, since, until, sum(units), sum(places), sum(lead_units), sum(lead_places)
        FROM above GROUP BY target_id, up, since, until
    )
    UPDATE targets_summaryseries s SET is_fresh = false
    FROM (
        SELECT DISTINCT t.key, e.programme_id
        FROM changes c
        JOIN targets_target t ON t.id = c.target_id
        JOIN programmes_edition e ON e.id = t.edition_id
        WHERE EXISTS (
            SELECT FROM targets_figure f JOIN targets_target o ON o.id = f.target_id
            WHERE f.area_id = c.area_id AND o.key = t.key
        )
    ) touched
    WHERE s.key = touched.key AND s.programme_id = touched.programme_id AND s.is_fresh;
END
$$;



CREATE FUNCTION public.targets_without_overlaps(spans daterange[]) RETURNS daterange[]
    LANGUAGE plpgsql IMMUTABLE
    AS $$
DECLARE
    kept daterange[] := '{}';
    span daterange;
BEGIN
    FOR span IN SELECT s FROM unnest(spans) s ORDER BY upper(s) - lower(s) DESC, lower(s) LOOP
        IF NOT EXISTS (SELECT FROM unnest(kept) k WHERE k && span) THEN kept := kept || span; END IF;
    END LOOP;
    RETURN kept;
END
$$;



CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);



ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);



ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_address (
    id bigint NOT NULL,
    channel character varying(20) NOT NULL,
    value character varying(254) NOT NULL,
    is_used boolean NOT NULL,
    nonce uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    tries smallint NOT NULL,
    confirmed_at timestamp with time zone,
    version integer NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT accounts_address_tries_check CHECK ((tries >= 0)),
    CONSTRAINT accounts_address_version_check CHECK ((version >= 0)),
    CONSTRAINT address_not_empty CHECK ((NOT ((value)::text = ''::text)))
);



ALTER TABLE public.accounts_address ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_address_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_bodysecurity (
    id bigint NOT NULL,
    requires_totp boolean NOT NULL,
    body_id bigint NOT NULL
);



ALTER TABLE public.accounts_bodysecurity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_bodysecurity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_delivery (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    channel character varying(20) NOT NULL,
    key character varying(120) NOT NULL,
    purpose character varying(20) NOT NULL,
    subject character varying(200) NOT NULL,
    state character varying(10) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_try_at timestamp with time zone NOT NULL,
    tries smallint NOT NULL,
    ended_at timestamp with time zone,
    reason character varying(200) NOT NULL,
    message_id uuid NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT accounts_delivery_tries_check CHECK ((tries >= 0)),
    CONSTRAINT delivery_ended_has_a_time CHECK ((((ended_at IS NULL) AND ((state)::text = 'waiting'::text)) OR ((NOT ((state)::text = 'waiting'::text)) AND (ended_at IS NOT NULL)))),
    CONSTRAINT delivery_failure_has_a_reason CHECK (((NOT ((state)::text = 'failed'::text)) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT delivery_state_known CHECK (((state)::text = ANY (ARRAY[('waiting'::character varying)::text, ('sent'::character varying)::text, ('failed'::character varying)::text, ('dropped'::character varying)::text])))
);



ALTER TABLE public.accounts_delivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_deliverydecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    delivery_id bigint NOT NULL
);



ALTER TABLE public.accounts_deliverydecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_deliverydecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_membership (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    valid_from date,
    valid_to date,
    role character varying(20) NOT NULL,
    "position" character varying(100) NOT NULL,
    body_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT membership_dates_in_order CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to >= (valid_from - '1 day'::interval)))),
    CONSTRAINT membership_role_known CHECK (((role)::text = ANY (ARRAY[('viewer'::character varying)::text, ('officer'::character varying)::text, ('leader'::character varying)::text, ('clerk'::character varying)::text, ('committee_member'::character varying)::text, ('area_head'::character varying)::text, ('administrator'::character varying)::text])))
);



ALTER TABLE public.accounts_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_membershipdecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    membership_id bigint NOT NULL
);



ALTER TABLE public.accounts_membershipdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_membershipdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_membershipevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    valid_from date,
    valid_to date,
    role character varying(20) NOT NULL,
    "position" character varying(100) NOT NULL,
    body_id bigint NOT NULL,
    person_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.accounts_membershipevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_membershipevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_notice (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    text text NOT NULL,
    url character varying(200) NOT NULL,
    dedup_key character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    body_id bigint,
    person_id bigint NOT NULL
);



ALTER TABLE public.accounts_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_reminderchoice (
    id bigint NOT NULL,
    rhythm character varying(10) NOT NULL,
    weekday smallint NOT NULL,
    send_from time without time zone NOT NULL,
    quiet_from time without time zone NOT NULL,
    quiet_to time without time zone NOT NULL,
    is_quiet_on_days_off boolean NOT NULL,
    version integer NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT accounts_reminderchoice_version_check CHECK ((version >= 0)),
    CONSTRAINT accounts_reminderchoice_weekday_check CHECK ((weekday >= 0)),
    CONSTRAINT reminderchoice_rhythm_known CHECK (((rhythm)::text = ANY (ARRAY[('daily'::character varying)::text, ('weekly'::character varying)::text, ('at_once'::character varying)::text]))),
    CONSTRAINT reminderchoice_weekday_of_a_week CHECK (((weekday >= 1) AND (weekday <= 7)))
);



ALTER TABLE public.accounts_reminderchoice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_reminderchoice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_savedview (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    name character varying(80) NOT NULL,
    path character varying(200) NOT NULL,
    query character varying(1000) NOT NULL,
    is_for_body boolean NOT NULL,
    link uuid,
    is_start boolean NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    body_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT accounts_savedview_version_check CHECK ((version >= 0)),
    CONSTRAINT savedview_has_a_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT savedview_of_a_dashboard CHECK (((path)::text ~~ '/bang/%'::text))
);



ALTER TABLE public.accounts_savedview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_savedview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL,
    user_id bigint
);



CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);



ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);



ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);



ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.core_cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);



CREATE TABLE public.core_submission (
    key uuid NOT NULL,
    user_id bigint NOT NULL,
    path text NOT NULL,
    location text NOT NULL,
    at timestamp with time zone NOT NULL
);



CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);



ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);



ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);



ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.documents_delivery (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    name character varying(300) NOT NULL,
    channel character varying(12) NOT NULL,
    sent_on date NOT NULL,
    proof_note character varying(200) NOT NULL,
    filed_at timestamp with time zone,
    recalled_at timestamp with time zone,
    body_id bigint,
    entry_id bigint NOT NULL,
    proof_id bigint,
    sending_id bigint NOT NULL,
    CONSTRAINT delivery_channel_known CHECK (((channel)::text = ANY (ARRAY[('system'::character varying)::text, ('post'::character varying)::text, ('hand'::character varying)::text, ('email'::character varying)::text, ('other_system'::character varying)::text]))),
    CONSTRAINT delivery_filed_or_recalled CHECK (((filed_at IS NULL) OR (((channel)::text = 'system'::text) AND (recalled_at IS NULL)))),
    CONSTRAINT delivery_here_has_a_body CHECK (((NOT ((channel)::text = 'system'::text)) OR (body_id IS NOT NULL)))
);



ALTER TABLE public.documents_delivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.documents_documenttemplate (
    id bigint NOT NULL,
    valid_from date,
    valid_to date,
    code character varying(30) NOT NULL,
    name character varying(200) NOT NULL,
    source text NOT NULL
);



ALTER TABLE public.documents_documenttemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_documenttemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.documents_forwarding (
    id bigint NOT NULL,
    note character varying(500) NOT NULL,
    forwarded_at timestamp with time zone NOT NULL,
    taken_back_at timestamp with time zone,
    body_id bigint,
    forwarded_by_id bigint NOT NULL,
    person_id bigint,
    taken_back_by_id bigint,
    entry_id bigint NOT NULL,
    CONSTRAINT forwarding_to_a_body_or_a_person CHECK ((((body_id IS NOT NULL) AND (person_id IS NULL)) OR ((body_id IS NULL) AND (person_id IS NOT NULL))))
);



ALTER TABLE public.documents_forwarding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_forwarding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.documents_incomingcorrection (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    changes jsonb NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    entry_id bigint NOT NULL
);



ALTER TABLE public.documents_incomingcorrection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_incomingcorrection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.documents_incomingentry (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    number integer NOT NULL,
    arrived_on date NOT NULL,
    sender character varying(200) NOT NULL,
    number_text character varying(80) NOT NULL,
    issued_on date,
    document_type character varying(20) NOT NULL,
    abstract text NOT NULL,
    signer_position character varying(100) NOT NULL,
    signer_name character varying(100) NOT NULL,
    pages smallint,
    urgency character varying(12) NOT NULL,
    due_on date,
    file_code character varying(60) NOT NULL,
    note text NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    folded text NOT NULL,
    version integer NOT NULL,
    delivery_id bigint,
    entered_by_id bigint NOT NULL,
    file_id bigint,
    sender_body_id bigint,
    register_id bigint NOT NULL,
    CONSTRAINT documents_incomingentry_number_check CHECK ((number >= 0)),
    CONSTRAINT documents_incomingentry_pages_check CHECK ((pages >= 0)),
    CONSTRAINT documents_incomingentry_version_check CHECK ((version >= 0)),
    CONSTRAINT incomingentry_urgency_known CHECK (((urgency)::text = ANY (ARRAY[('normal'::character varying)::text, ('urgent'::character varying)::text, ('very_urgent'::character varying)::text, ('express'::character varying)::text])))
);



ALTER TABLE public.documents_incomingentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_incomingentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.documents_incomingregister (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    year smallint NOT NULL,
    first_number integer NOT NULL,
    last_number integer,
    body_id bigint NOT NULL,
    CONSTRAINT documents_incomingregister_first_number_check CHECK ((first_number >= 0)),
    CONSTRAINT documents_incomingregister_last_number_check CHECK ((last_number >= 0)),
    CONSTRAINT documents_incomingregister_year_check CHECK ((year >= 0)),
    CONSTRAINT incomingregister_numbers_in_order CHECK (((last_number IS NULL) OR (last_number >= first_number)))
);



ALTER TABLE public.documents_incomingregister ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_incomingregister_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.documents_outgoingcorrection (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    changes jsonb NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    entry_id bigint NOT NULL
);



ALTER TABLE public.documents_outgoingcorrection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_outgoingcorrection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.documents_outgoingentry (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    number integer NOT NULL,
    symbol character varying(60) NOT NULL,
    abstract text NOT NULL,
    issued_on date NOT NULL,
    given_at timestamp with time zone NOT NULL,
    annulled_at timestamp with time zone,
    annulled_reason text NOT NULL,
    given_by_id bigint NOT NULL,
    register_id bigint NOT NULL,
    annulled_by_id bigint,
    copies smallint,
    document_type character varying(20) NOT NULL,
    due_on date,
    file_id bigint,
    file_code character varying(60) NOT NULL,
    folded text NOT NULL,
    kept_by character varying(100) NOT NULL,
    note text NOT NULL,
    pages smallint,
    recipients text NOT NULL,
    signer_name character varying(100) NOT NULL,
    signer_position character varying(100) NOT NULL,
    urgency character varying(12) NOT NULL,
    version integer NOT NULL,
    CONSTRAINT documents_outgoingentry_copies_check CHECK ((copies >= 0)),
    CONSTRAINT documents_outgoingentry_number_check CHECK ((number >= 0)),
    CONSTRAINT documents_outgoingentry_pages_check CHECK ((pages >= 0)),
    CONSTRAINT documents_outgoingentry_version_check CHECK ((version >= 0)),
    CONSTRAINT outgoingentry_annulled_with_reason CHECK ((((annulled_at IS NULL) AND (annulled_by_id IS NULL) AND (annulled_reason = ''::text)) OR ((annulled_at IS NOT NULL) AND (NOT (annulled_reason = ''::text))))),
    CONSTRAINT outgoingentry_urgency_known CHECK (((urgency)::text = ANY (ARRAY[('normal'::character varying)::text, ('urgent'::character varying)::text, ('very_urgent'::character varying)::text, ('express'::character varying)::text])))
);



ALTER TABLE public.documents_outgoingentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_outgoingentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.documents_outgoingregister (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    document_type character varying(20) NOT NULL,
    first_number integer NOT NULL,
    last_number integer,
    body_id bigint NOT NULL,
    first_day date NOT NULL,
    label character varying(60) NOT NULL,
    last_day date,
    span character varying(4) NOT NULL,
    style character varying(5) NOT NULL,
    CONSTRAINT documents_outgoingregister_first_number_check CHECK ((first_number >= 0)),
    CONSTRAINT documents_outgoingregister_last_number_check CHECK ((last_number >= 0)),
    CONSTRAINT outgoingregister_days_in_order CHECK (((last_day IS NULL) OR (last_day >= first_day))),
    CONSTRAINT outgoingregister_numbers_in_order CHECK (((last_number IS NULL) OR (last_number >= first_number))),
    CONSTRAINT outgoingregister_span_known CHECK (((span)::text = ANY (ARRAY[('year'::character varying)::text, ('term'::character varying)::text]))),
    CONSTRAINT outgoingregister_style_known CHECK (((style)::text = ANY (ARRAY[('state'::character varying)::text, ('party'::character varying)::text])))
);



ALTER TABLE public.documents_outgoingregister ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_outgoingregister_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.documents_pdfsignature (
    id bigint NOT NULL,
    "order" smallint NOT NULL,
    field character varying(300) NOT NULL,
    kind character varying(12) NOT NULL,
    problem text NOT NULL,
    signer character varying(300) NOT NULL,
    subject character varying(300) NOT NULL,
    issuer character varying(300) NOT NULL,
    serial character varying(300) NOT NULL,
    certificate_sha256 character varying(64) NOT NULL,
    valid_from character varying(40) NOT NULL,
    valid_to character varying(40) NOT NULL,
    signed_at character varying(40) NOT NULL,
    timestamp_at character varying(40) NOT NULL,
    is_timestamp_trusted boolean NOT NULL,
    cover character varying(12) NOT NULL,
    changes character varying(12) NOT NULL,
    is_intact boolean NOT NULL,
    is_genuine boolean NOT NULL,
    trust character varying(12) NOT NULL,
    validity character varying(12) NOT NULL,
    revocation character varying(12) NOT NULL,
    revoked_at character varying(40) NOT NULL,
    pdf_id bigint NOT NULL,
    CONSTRAINT documents_pdfsignature_order_check CHECK (("order" >= 0)),
    CONSTRAINT pdfsignature_changes_known CHECK (((changes)::text = ANY (ARRAY[('none'::character varying)::text, ('allowed'::character varying)::text, ('suspicious'::character varying)::text]))),
    CONSTRAINT pdfsignature_cover_known CHECK (((cover)::text = ANY (ARRAY[('file'::character varying)::text, ('revision'::character varying)::text, ('unclear'::character varying)::text]))),
    CONSTRAINT pdfsignature_kind_known CHECK (((kind)::text = ANY (ARRAY[('signature'::character varying)::text, ('timestamp'::character varying)::text]))),
    CONSTRAINT pdfsignature_revocation_known CHECK (((revocation)::text = ANY (ARRAY[('not_revoked'::character varying)::text, ('revoked'::character varying)::text, ('not_checked'::character varying)::text]))),
    CONSTRAINT pdfsignature_trust_known CHECK (((trust)::text = ANY (ARRAY[('trusted'::character varying)::text, ('no_roots'::character varying)::text, ('unknown'::character varying)::text, ('wrong_use'::character varying)::text, ('weak'::character varying)::text]))),
    CONSTRAINT pdfsignature_validity_known CHECK (((validity)::text = ANY (ARRAY[('valid'::character varying)::text, ('expired'::character varying)::text, ('not_yet'::character varying)::text])))
);



ALTER TABLE public.documents_pdfsignature ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_pdfsignature_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.documents_readreceipt (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    body_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    person_id bigint NOT NULL
);



ALTER TABLE public.documents_readreceipt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_readreceipt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.documents_sending (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    note text NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    recalled_at timestamp with time zone,
    recall_reason text NOT NULL,
    entry_id bigint NOT NULL,
    file_id bigint,
    recalled_by_id bigint,
    sent_by_id bigint NOT NULL,
    CONSTRAINT sending_recalled_with_reason CHECK ((((recall_reason = ''::text) AND (recalled_at IS NULL) AND (recalled_by_id IS NULL)) OR ((recalled_at IS NOT NULL) AND (recalled_by_id IS NOT NULL) AND (NOT (recall_reason = ''::text)))))
);



ALTER TABLE public.documents_sending ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_sending_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.documents_signedpdf (
    id bigint NOT NULL,
    since_original character varying(12) NOT NULL,
    is_irregular boolean NOT NULL,
    problem text NOT NULL,
    roots character varying(64) NOT NULL,
    checked_at timestamp with time zone NOT NULL,
    file_id bigint NOT NULL,
    original_id bigint,
    CONSTRAINT signedpdf_original_judged CHECK (((original_id IS NULL) OR (NOT ((since_original)::text = ''::text)))),
    CONSTRAINT signedpdf_since_known CHECK (((since_original)::text = ANY (ARRAY[(''::character varying)::text, ('none'::character varying)::text, ('allowed'::character varying)::text, ('suspicious'::character varying)::text])))
);



ALTER TABLE public.documents_signedpdf ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_signedpdf_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.documents_storedfile (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    sha256 character varying(64) NOT NULL,
    name character varying(200) NOT NULL,
    media_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    body_id bigint NOT NULL,
    uploaded_by_id bigint NOT NULL,
    scan character varying(12) NOT NULL,
    virus character varying(200) NOT NULL,
    CONSTRAINT storedfile_scan_known CHECK (((scan)::text = ANY (ARRAY[('not_scanned'::character varying)::text, ('clean'::character varying)::text, ('waiting'::character varying)::text, ('infected'::character varying)::text])))
);



ALTER TABLE public.documents_storedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_storedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.drafting_draft (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    status character varying(12) NOT NULL,
    text text NOT NULL,
    reader_version character varying(20) NOT NULL,
    warnings jsonb NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    area_id bigint,
    body_id bigint NOT NULL,
    created_by_id bigint NOT NULL,
    edition_id bigint,
    file_id bigint NOT NULL,
    renews_id bigint,
    paper jsonb NOT NULL,
    CONSTRAINT draft_confirmed_made_an_edition CHECK (((NOT ((status)::text = 'confirmed'::text)) OR (edition_id IS NOT NULL))),
    CONSTRAINT draft_status_known CHECK (((status)::text = ANY (ARRAY[('open'::character varying)::text, ('confirmed'::character varying)::text, ('discarded'::character varying)::text]))),
    CONSTRAINT drafting_draft_version_check CHECK ((version >= 0))
);



ALTER TABLE public.drafting_draft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.drafting_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.drafting_draftdecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    draft_id bigint NOT NULL,
    undoes_id bigint
);



ALTER TABLE public.drafting_draftdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.drafting_draftdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.drafting_draftfact (
    id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    "order" integer NOT NULL,
    span_start integer,
    span_end integer,
    read jsonb,
    "values" jsonb NOT NULL,
    doubts jsonb NOT NULL,
    status character varying(12) NOT NULL,
    version integer NOT NULL,
    draft_id bigint NOT NULL,
    CONSTRAINT draftfact_kind_known CHECK (((kind)::text = ANY (ARRAY[('header'::character varying)::text, ('legal_basis'::character varying)::text, ('clause'::character varying)::text, ('target'::character varying)::text, ('assignment'::character varying)::text, ('duty'::character varying)::text, ('signatory'::character varying)::text, ('recipient'::character varying)::text]))),
    CONSTRAINT draftfact_status_known CHECK (((status)::text = ANY (ARRAY[('pending'::character varying)::text, ('accepted'::character varying)::text, ('rejected'::character varying)::text, ('gone'::character varying)::text]))),
    CONSTRAINT drafting_draftfact_order_check CHECK (("order" >= 0)),
    CONSTRAINT drafting_draftfact_span_end_check CHECK ((span_end >= 0)),
    CONSTRAINT drafting_draftfact_span_start_check CHECK ((span_start >= 0)),
    CONSTRAINT drafting_draftfact_version_check CHECK ((version >= 0))
);



ALTER TABLE public.drafting_draftfact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.drafting_draftfact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.drafting_draftfinding (
    id bigint NOT NULL,
    key character varying(80) NOT NULL,
    code character varying(40) NOT NULL,
    severity character varying(8) NOT NULL,
    "order" integer NOT NULL,
    spans jsonb NOT NULL,
    quote text NOT NULL,
    text text NOT NULL,
    suggestion text NOT NULL,
    is_found boolean NOT NULL,
    status character varying(10) NOT NULL,
    draft_id bigint NOT NULL,
    CONSTRAINT draftfinding_severity_known CHECK (((severity)::text = ANY (ARRAY[('fault'::character varying)::text, ('look'::character varying)::text, ('advice'::character varying)::text]))),
    CONSTRAINT draftfinding_status_known CHECK (((status)::text = ANY (ARRAY[('open'::character varying)::text, ('dismissed'::character varying)::text]))),
    CONSTRAINT drafting_draftfinding_order_check CHECK (("order" >= 0))
);



ALTER TABLE public.drafting_draftfinding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.drafting_draftfinding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.drafting_draftparty (
    id bigint NOT NULL,
    code character varying(120) NOT NULL,
    is_signing boolean NOT NULL,
    is_left_out boolean NOT NULL,
    draft_id bigint NOT NULL
);



CREATE TABLE public.drafting_draftparty_bodies (
    id bigint NOT NULL,
    draftparty_id bigint NOT NULL,
    body_id bigint NOT NULL
);



ALTER TABLE public.drafting_draftparty_bodies ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.drafting_draftparty_bodies_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



ALTER TABLE public.drafting_draftparty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.drafting_draftparty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.drafting_findingdecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    finding_id bigint NOT NULL,
    CONSTRAINT findingdecision_says_why CHECK (((NOT ((verb)::text = 'dismiss'::text)) OR (NOT (note = ''::text))))
);



ALTER TABLE public.drafting_findingdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.drafting_findingdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.drafting_reading (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    name character varying(200) NOT NULL,
    digest character varying(64) NOT NULL,
    status character varying(12) NOT NULL,
    problem text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    body_id bigint NOT NULL,
    created_by_id bigint NOT NULL,
    draft_id bigint,
    renews_id bigint,
    CONSTRAINT reading_done_made_a_draft CHECK (((NOT ((status)::text = 'done'::text)) OR (draft_id IS NOT NULL))),
    CONSTRAINT reading_failed_says_why CHECK (((NOT ((status)::text = 'failed'::text)) OR (NOT (problem = ''::text)))),
    CONSTRAINT reading_status_known CHECK (((status)::text = ANY (ARRAY[('quarantined'::character varying)::text, ('waiting'::character varying)::text, ('reading'::character varying)::text, ('done'::character varying)::text, ('failed'::character varying)::text, ('cancelled'::character varying)::text])))
);



ALTER TABLE public.drafting_reading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.drafting_reading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.drafting_readingfile (
    id bigint NOT NULL,
    "order" smallint NOT NULL,
    pages integer,
    file_id bigint NOT NULL,
    reading_id bigint NOT NULL,
    CONSTRAINT drafting_readingfile_order_check CHECK (("order" >= 0)),
    CONSTRAINT drafting_readingfile_pages_check CHECK ((pages >= 0))
);



ALTER TABLE public.drafting_readingfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.drafting_readingfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.drafting_readpage (
    id bigint NOT NULL,
    number integer NOT NULL,
    words jsonb NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    span_start integer,
    span_end integer,
    problem text NOT NULL,
    read_at timestamp with time zone NOT NULL,
    image_id bigint,
    reading_id bigint NOT NULL,
    recognised jsonb NOT NULL,
    CONSTRAINT drafting_readpage_height_check CHECK ((height >= 0)),
    CONSTRAINT drafting_readpage_number_check CHECK ((number >= 0)),
    CONSTRAINT drafting_readpage_span_end_check CHECK ((span_end >= 0)),
    CONSTRAINT drafting_readpage_span_start_check CHECK ((span_start >= 0)),
    CONSTRAINT drafting_readpage_width_check CHECK ((width >= 0))
);



ALTER TABLE public.drafting_readpage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.drafting_readpage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.lifecycle_comment (
    id bigint NOT NULL,
    path character varying(120) NOT NULL,
    old_text text NOT NULL,
    at timestamp with time zone NOT NULL,
    text text NOT NULL,
    proposed_text text NOT NULL,
    status character varying(12) NOT NULL,
    reply text NOT NULL,
    is_in_draft boolean NOT NULL,
    answered_at timestamp with time zone,
    version integer NOT NULL,
    answered_by_id bigint,
    body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    clause_id bigint,
    consultation_id bigint NOT NULL,
    target_id bigint,
    CONSTRAINT comment_in_draft_was_accepted CHECK (((NOT is_in_draft) OR (((status)::text = 'accepted'::text) AND (NOT (proposed_text = ''::text))))),
    CONSTRAINT comment_on_a_clause_or_a_target CHECK (((clause_id IS NULL) OR (target_id IS NULL))),
    CONSTRAINT comment_refusal_explained CHECK (((NOT ((status)::text = ANY (ARRAY[('explained'::character varying)::text, ('refused'::character varying)::text]))) OR (NOT (reply = ''::text)))),
    CONSTRAINT comment_status_known CHECK (((status)::text = ANY (ARRAY[('open'::character varying)::text, ('accepted'::character varying)::text, ('explained'::character varying)::text, ('refused'::character varying)::text, ('withdrawn'::character varying)::text]))),
    CONSTRAINT lifecycle_comment_version_check CHECK ((version >= 0))
);



ALTER TABLE public.lifecycle_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.lifecycle_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.lifecycle_consultation (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    sequence smallint NOT NULL,
    edition_version integer NOT NULL,
    due_on date NOT NULL,
    note text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    closed_by_id bigint,
    edition_id bigint NOT NULL,
    opened_by_id bigint NOT NULL,
    CONSTRAINT lifecycle_consultation_edition_version_check CHECK ((edition_version >= 0)),
    CONSTRAINT lifecycle_consultation_sequence_check CHECK ((sequence >= 0))
);



ALTER TABLE public.lifecycle_consultation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.lifecycle_consultation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.lifecycle_editionseal (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    body_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    file_id bigint NOT NULL,
    sealed_by_id bigint NOT NULL
);



ALTER TABLE public.lifecycle_editionseal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.lifecycle_editionseal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.lifecycle_guidance (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    title character varying(300) NOT NULL,
    number_text character varying(80) NOT NULL,
    issued_on date NOT NULL,
    text text NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text NOT NULL,
    version integer NOT NULL,
    body_id bigint NOT NULL,
    file_id bigint,
    passes_on_id bigint,
    programme_id bigint NOT NULL,
    sent_by_id bigint NOT NULL,
    CONSTRAINT guidance_has_words_or_a_file CHECK (((NOT (text = ''::text)) OR (file_id IS NOT NULL))),
    CONSTRAINT guidance_withdrawal_explained CHECK (((withdrawn_at IS NULL) OR (NOT (withdrawn_reason = ''::text)))),
    CONSTRAINT lifecycle_guidance_version_check CHECK ((version >= 0))
);



CREATE TABLE public.lifecycle_guidance_clauses (
    id bigint NOT NULL,
    guidance_id bigint NOT NULL,
    clause_id bigint NOT NULL
);



ALTER TABLE public.lifecycle_guidance_clauses ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.lifecycle_guidance_clauses_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



ALTER TABLE public.lifecycle_guidance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.lifecycle_guidance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.lifecycle_guidancemessage (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    text text NOT NULL,
    body_id bigint NOT NULL,
    person_id bigint NOT NULL,
    receipt_id bigint NOT NULL
);



ALTER TABLE public.lifecycle_guidancemessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.lifecycle_guidancemessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.lifecycle_guidancereceipt (
    id bigint NOT NULL,
    acknowledged_at timestamp with time zone,
    acknowledged_by_id bigint,
    body_id bigint NOT NULL,
    guidance_id bigint NOT NULL,
    CONSTRAINT guidancereceipt_acknowledged_by_somebody CHECK ((((acknowledged_at IS NULL) AND (acknowledged_by_id IS NULL)) OR ((acknowledged_at IS NOT NULL) AND (acknowledged_by_id IS NOT NULL))))
);



ALTER TABLE public.lifecycle_guidancereceipt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.lifecycle_guidancereceipt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.lifecycle_invitation (
    id bigint NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    body_id bigint NOT NULL,
    consultation_id bigint NOT NULL
);



ALTER TABLE public.lifecycle_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.lifecycle_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.lifecycle_programmesuccession (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    outcome character varying(12) NOT NULL,
    effective_on date NOT NULL,
    legal_document text NOT NULL,
    undo jsonb NOT NULL,
    undone_at timestamp with time zone,
    undone_reason text NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    succession_id bigint NOT NULL,
    published_at timestamp with time zone,
    CONSTRAINT programmesuccession_published_stays CHECK (((published_at IS NULL) OR (undone_at IS NULL)))
);



ALTER TABLE public.lifecycle_programmesuccession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.lifecycle_programmesuccession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.lifecycle_review (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    kind character varying(10) NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    status character varying(12) NOT NULL,
    overview text NOT NULL,
    strengths text NOT NULL,
    weaknesses text NOT NULL,
    causes text NOT NULL,
    lessons text NOT NULL,
    directions text NOT NULL,
    figures jsonb,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    created_by_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT lifecycle_review_version_check CHECK ((version >= 0)),
    CONSTRAINT review_confirmed_with_figures CHECK (((NOT ((status)::text = 'confirmed'::text)) OR (figures IS NOT NULL))),
    CONSTRAINT review_kind_known CHECK (((kind)::text = ANY (ARRAY[('interim'::character varying)::text, ('final'::character varying)::text]))),
    CONSTRAINT review_period_in_order CHECK ((period_end >= period_start)),
    CONSTRAINT review_status_known CHECK (((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('confirmed'::character varying)::text])))
);



ALTER TABLE public.lifecycle_review ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.lifecycle_review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.lifecycle_reviewdecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    review_id bigint NOT NULL
);



ALTER TABLE public.lifecycle_reviewdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.lifecycle_reviewdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.lifecycle_reviewnote (
    id bigint NOT NULL,
    text text NOT NULL,
    is_carried_over boolean NOT NULL,
    clause_id bigint NOT NULL,
    review_id bigint NOT NULL
);



ALTER TABLE public.lifecycle_reviewnote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.lifecycle_reviewnote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.lifecycle_signinglink (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    key uuid NOT NULL,
    token_sha256 character varying(64) NOT NULL,
    capacity character varying(20) NOT NULL,
    authority character varying(200) NOT NULL,
    principal character varying(100) NOT NULL,
    "position" character varying(100) NOT NULL,
    status character varying(12) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    refusals smallint NOT NULL,
    last_refusal text NOT NULL,
    certificate_name character varying(300) NOT NULL,
    body_id bigint NOT NULL,
    party_id bigint NOT NULL,
    person_id bigint NOT NULL,
    returned_id bigint,
    paper_id bigint NOT NULL,
    CONSTRAINT lifecycle_signinglink_refusals_check CHECK ((refusals >= 0)),
    CONSTRAINT signinglink_capacity_known CHECK (((capacity)::text = ANY (ARRAY[('on_behalf_of'::character varying)::text, ('for_superior'::character varying)::text, ('by_order'::character varying)::text, ('by_authorisation'::character varying)::text, ('acting'::character varying)::text, ('head'::character varying)::text]))),
    CONSTRAINT signinglink_has_a_life CHECK ((expires_at > asked_at)),
    CONSTRAINT signinglink_returned_file CHECK (((NOT ((status)::text = ANY (ARRAY[('held'::character varying)::text, ('signed'::character varying)::text]))) OR (returned_id IS NOT NULL))),
    CONSTRAINT signinglink_status_known CHECK (((status)::text = ANY (ARRAY[('waiting'::character varying)::text, ('held'::character varying)::text, ('signed'::character varying)::text, ('dropped'::character varying)::text])))
);



ALTER TABLE public.lifecycle_signinglink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.lifecycle_signinglink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.lifecycle_signingpaper (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    version integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    edition_id bigint NOT NULL,
    file_id bigint NOT NULL,
    head_id bigint NOT NULL,
    CONSTRAINT lifecycle_signingpaper_version_check CHECK ((version >= 0))
);



ALTER TABLE public.lifecycle_signingpaper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.lifecycle_signingpaper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);



ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.organisations_area (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    valid_from date,
    valid_to date,
    entered_at timestamp with time zone,
    level character varying(20) NOT NULL,
    source text NOT NULL,
    entered_by_id bigint,
    CONSTRAINT area_dates_in_order CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT area_level_known CHECK (((level)::text = ANY (ARRAY[('nation'::character varying)::text, ('province'::character varying)::text, ('district'::character varying)::text, ('commune'::character varying)::text, ('residential_area'::character varying)::text])))
);



ALTER TABLE public.organisations_area ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_area_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.organisations_areacode (
    id bigint NOT NULL,
    valid_from date,
    valid_to date,
    scheme character varying(40) NOT NULL,
    code character varying(20) NOT NULL,
    area_id bigint NOT NULL,
    CONSTRAINT areacode_dates_in_order CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to >= valid_from)))
);



ALTER TABLE public.organisations_areacode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_areacode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.organisations_areapath (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    commune_id bigint,
    district_id bigint,
    province_id bigint,
    nation_id bigint,
    area_id bigint NOT NULL
);



ALTER TABLE public.organisations_areapath ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_areapath_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.organisations_areaversion (
    id bigint NOT NULL,
    valid_from date,
    valid_to date,
    name character varying(120) NOT NULL,
    kind character varying(24) NOT NULL,
    folded character varying(160) NOT NULL,
    sort_key text NOT NULL,
    legal_document text NOT NULL,
    area_id bigint NOT NULL,
    parent_id bigint,
    CONSTRAINT areaversion_dates_in_order CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT areaversion_kind_known CHECK (((kind)::text = ANY (ARRAY[('nation'::character varying)::text, ('province'::character varying)::text, ('municipality'::character varying)::text, ('rural_district'::character varying)::text, ('provincial_city'::character varying)::text, ('town'::character varying)::text, ('urban_district'::character varying)::text, ('rural_commune'::character varying)::text, ('ward'::character varying)::text, ('township'::character varying)::text, ('special_zone'::character varying)::text, ('village'::character varying)::text, ('hamlet'::character varying)::text, ('quarter'::character varying)::text, ('residential_group'::character varying)::text, ('ban'::character varying)::text, ('buon'::character varying)::text, ('ap'::character varying)::text, ('block'::character varying)::text])))
);



ALTER TABLE public.organisations_areaversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_areaversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.organisations_body (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    valid_from date,
    valid_to date,
    entered_at timestamp with time zone,
    kind character varying(30) NOT NULL,
    source text NOT NULL,
    area_id bigint NOT NULL,
    entered_by_id bigint,
    parent_id bigint,
    CONSTRAINT body_dates_in_order CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT body_kind_known CHECK (((kind)::text = ANY (ARRAY[('peoples_committee'::character varying)::text, ('peoples_council'::character varying)::text, ('front_committee'::character varying)::text, ('labour_federation'::character varying)::text, ('farmers_union'::character varying)::text, ('womens_union'::character varying)::text, ('youth_union'::character varying)::text, ('veterans_association'::character varying)::text, ('party_committee'::character varying)::text, ('department'::character varying)::text, ('office'::character varying)::text, ('police'::character varying)::text, ('military_command'::character varying)::text, ('front_work_board'::character varying)::text, ('people_inspectorate'::character varying)::text, ('community_investment_board'::character varying)::text, ('member_organisation'::character varying)::text, ('operator'::character varying)::text])))
);



ALTER TABLE public.organisations_body ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_body_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.organisations_bodyalias (
    id bigint NOT NULL,
    text character varying(200) NOT NULL,
    folded character varying(240) NOT NULL,
    body_id bigint NOT NULL
);



ALTER TABLE public.organisations_bodyalias ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_bodyalias_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.organisations_bodyfunction (
    id bigint NOT NULL,
    valid_from date,
    valid_to date,
    name character varying(200) NOT NULL,
    source text NOT NULL,
    body_id bigint NOT NULL,
    CONSTRAINT bodyfunction_dates_in_order CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to >= valid_from)))
);



ALTER TABLE public.organisations_bodyfunction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_bodyfunction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.organisations_bodyname (
    id bigint NOT NULL,
    valid_from date,
    valid_to date,
    name character varying(200) NOT NULL,
    short_name character varying(120) NOT NULL,
    symbol character varying(30) NOT NULL,
    folded character varying(240) NOT NULL,
    sort_key text NOT NULL,
    legal_document text NOT NULL,
    body_id bigint NOT NULL,
    CONSTRAINT bodyname_dates_in_order CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to >= valid_from)))
);



ALTER TABLE public.organisations_bodyname ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_bodyname_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.organisations_succession (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    entered_at timestamp with time zone,
    kind character varying(20) NOT NULL,
    effective_on date NOT NULL,
    legal_document text NOT NULL,
    note text NOT NULL,
    undo jsonb NOT NULL,
    entered_by_id bigint,
    CONSTRAINT succession_kind_known CHECK (((kind)::text = ANY (ARRAY[('merge'::character varying)::text, ('split'::character varying)::text, ('rename'::character varying)::text, ('type_change'::character varying)::text, ('continue'::character varying)::text])))
);



ALTER TABLE public.organisations_succession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_succession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.organisations_successionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    entered_at timestamp with time zone,
    kind character varying(20) NOT NULL,
    effective_on date NOT NULL,
    legal_document text NOT NULL,
    note text NOT NULL,
    undo jsonb NOT NULL,
    entered_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.organisations_successionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_successionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.organisations_successionlink (
    id bigint NOT NULL,
    is_partial boolean NOT NULL,
    note text NOT NULL,
    from_area_id bigint,
    from_body_id bigint,
    succession_id bigint NOT NULL,
    to_area_id bigint,
    to_body_id bigint,
    CONSTRAINT successionlink_two_of_a_kind CHECK ((((from_area_id IS NOT NULL) AND (from_body_id IS NULL) AND (to_area_id IS NOT NULL) AND (to_body_id IS NULL)) OR ((from_area_id IS NULL) AND (from_body_id IS NOT NULL) AND (to_area_id IS NULL) AND (to_body_id IS NOT NULL))))
);



ALTER TABLE public.organisations_successionlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_successionlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.people_onetimecode (
    id bigint NOT NULL,
    code_hash character varying(128) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    made_by_id bigint NOT NULL,
    user_id bigint NOT NULL
);



ALTER TABLE public.people_onetimecode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_onetimecode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.people_person (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    full_name character varying(100) NOT NULL,
    phone character varying(20) NOT NULL,
    email character varying(254) NOT NULL
);



ALTER TABLE public.people_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.people_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    username character varying(60) NOT NULL,
    email character varying(254) NOT NULL,
    is_active boolean NOT NULL,
    is_staff boolean NOT NULL,
    must_change_password boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    person_id bigint NOT NULL
);



CREATE TABLE public.people_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);



ALTER TABLE public.people_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



ALTER TABLE public.people_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.people_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);



ALTER TABLE public.people_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);



CREATE TABLE public.plans_agendaitem (
    id bigint NOT NULL,
    "order" smallint NOT NULL,
    content character varying(500) NOT NULL,
    presenter character varying(200) NOT NULL,
    minutes text NOT NULL,
    version integer NOT NULL,
    written_by_id bigint,
    meeting_id bigint NOT NULL,
    CONSTRAINT plans_agendaitem_order_check CHECK (("order" >= 0)),
    CONSTRAINT plans_agendaitem_version_check CHECK ((version >= 0))
);



ALTER TABLE public.plans_agendaitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_agendaitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_calendarfeed (
    id bigint NOT NULL,
    token_hash character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    person_id bigint NOT NULL,
    CONSTRAINT calendarfeed_revoked_after_made CHECK (((revoked_at IS NULL) OR (revoked_at >= made_at)))
);



ALTER TABLE public.plans_calendarfeed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_calendarfeed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_conclusion (
    id bigint NOT NULL,
    "order" smallint NOT NULL,
    text character varying(1000) NOT NULL,
    due_on date,
    version integer NOT NULL,
    body_id bigint,
    person_id bigint,
    task_id bigint,
    meeting_id bigint NOT NULL,
    CONSTRAINT plans_conclusion_order_check CHECK (("order" >= 0)),
    CONSTRAINT plans_conclusion_version_check CHECK ((version >= 0))
);



ALTER TABLE public.plans_conclusion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_conclusion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_costline (
    id bigint NOT NULL,
    content character varying(300) NOT NULL,
    source character varying(20) NOT NULL,
    source_name character varying(200) NOT NULL,
    estimate bigint NOT NULL,
    actual bigint,
    version integer NOT NULL,
    task_id bigint NOT NULL,
    CONSTRAINT costline_amounts_in_reason CHECK (((estimate <= '1000000000000000'::bigint) AND ((actual IS NULL) OR (actual <= '1000000000000000'::bigint)))),
    CONSTRAINT costline_source_known CHECK (((source)::text = ANY (ARRAY[('budget'::character varying)::text, ('own'::character varying)::text, ('fund'::character varying)::text, ('socialised'::character varying)::text, ('other'::character varying)::text]))),
    CONSTRAINT plans_costline_actual_check CHECK ((actual >= 0)),
    CONSTRAINT plans_costline_estimate_check CHECK ((estimate >= 0)),
    CONSTRAINT plans_costline_version_check CHECK ((version >= 0))
);



ALTER TABLE public.plans_costline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_costline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_emergentpart (
    id bigint NOT NULL,
    is_coordinator boolean NOT NULL,
    is_asked boolean NOT NULL,
    answer character varying(10) NOT NULL,
    reason text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    body_id bigint NOT NULL,
    emergent_id bigint NOT NULL,
    CONSTRAINT emergentpart_answer_has_a_person CHECK (((((answer)::text = 'waiting'::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((NOT ((answer)::text = 'waiting'::text)) AND (answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT emergentpart_answer_known CHECK (((answer)::text = ANY (ARRAY[('waiting'::character varying)::text, ('agreed'::character varying)::text, ('declined'::character varying)::text]))),
    CONSTRAINT emergentpart_asked_before_answer CHECK ((is_asked OR ((answer)::text = 'waiting'::text))),
    CONSTRAINT emergentpart_refusal_explained CHECK (((NOT ((answer)::text = 'declined'::text)) OR (NOT (reason = ''::text))))
);



ALTER TABLE public.plans_emergentpart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_emergentpart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_emergenttask (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    kind character varying(20) NOT NULL,
    title character varying(300) NOT NULL,
    content text NOT NULL,
    reason text NOT NULL,
    due_on date NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    status character varying(12) NOT NULL,
    agreed_at timestamp with time zone,
    version integer NOT NULL,
    lead_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    proposed_by_id bigint NOT NULL,
    proposed_by_body_id bigint NOT NULL,
    CONSTRAINT emergenttask_agreed_has_a_time CHECK ((((agreed_at IS NOT NULL) AND ((status)::text = 'agreed'::text)) OR ((NOT ((status)::text = 'agreed'::text)) AND (agreed_at IS NULL)))),
    CONSTRAINT emergenttask_has_a_reason CHECK ((NOT (reason = ''::text))),
    CONSTRAINT emergenttask_kind_known CHECK (((kind)::text = ANY (ARRAY[('work'::character varying)::text, ('event'::character varying)::text, ('training'::character varying)::text, ('meeting'::character varying)::text, ('inspection'::character varying)::text, ('survey'::character varying)::text]))),
    CONSTRAINT emergenttask_status_known CHECK (((status)::text = ANY (ARRAY[('proposed'::character varying)::text, ('refused'::character varying)::text, ('agreed'::character varying)::text, ('withdrawn'::character varying)::text]))),
    CONSTRAINT plans_emergenttask_version_check CHECK ((version >= 0))
);



ALTER TABLE public.plans_emergenttask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_emergenttask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_finding (
    id bigint NOT NULL,
    text text NOT NULL,
    severity character varying(12) NOT NULL,
    remedy text NOT NULL,
    due_on date NOT NULL,
    status character varying(12) NOT NULL,
    version integer NOT NULL,
    body_id bigint NOT NULL,
    clause_id bigint,
    target_id bigint,
    visit_id bigint NOT NULL,
    CONSTRAINT finding_severity_known CHECK (((severity)::text = ANY (ARRAY[('minor'::character varying)::text, ('major'::character varying)::text, ('serious'::character varying)::text]))),
    CONSTRAINT finding_status_known CHECK (((status)::text = ANY (ARRAY[('open'::character varying)::text, ('answered'::character varying)::text, ('mended'::character varying)::text]))),
    CONSTRAINT plans_finding_version_check CHECK ((version >= 0))
);



ALTER TABLE public.plans_finding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_finding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_findingdecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    finding_id bigint NOT NULL
);



ALTER TABLE public.plans_findingdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_findingdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_findingfile (
    id bigint NOT NULL,
    decision_id bigint NOT NULL,
    file_id bigint NOT NULL
);



ALTER TABLE public.plans_findingfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_findingfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_follower (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    clause_key uuid NOT NULL,
    role character varying(10) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    body_id bigint NOT NULL,
    clause_id bigint NOT NULL,
    person_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT follower_days_in_order CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT follower_role_known CHECK (((role)::text = ANY (ARRAY[('focal'::character varying)::text, ('leader'::character varying)::text])))
);



ALTER TABLE public.plans_follower ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_follower_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_handingover (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    effective_on date NOT NULL,
    undo jsonb NOT NULL,
    undone_at timestamp with time zone,
    body_id bigint NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    from_person_id bigint NOT NULL,
    to_person_id bigint NOT NULL,
    CONSTRAINT handingover_to_another CHECK ((NOT (from_person_id = to_person_id)))
);



ALTER TABLE public.plans_handingover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_handingover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_inspection (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    status character varying(12) NOT NULL,
    round character varying(12) NOT NULL,
    basis character varying(300) NOT NULL,
    content text NOT NULL,
    assessment text NOT NULL,
    version integer NOT NULL,
    basis_file_id bigint,
    task_id bigint NOT NULL,
    CONSTRAINT inspection_round_known CHECK (((round)::text = ANY (ARRAY[('half_year'::character varying)::text, ('year'::character varying)::text, ('other'::character varying)::text]))),
    CONSTRAINT inspection_status_known CHECK (((status)::text = ANY (ARRAY[('preparing'::character varying)::text, ('announced'::character varying)::text, ('concluded'::character varying)::text]))),
    CONSTRAINT plans_inspection_version_check CHECK ((version >= 0))
);



ALTER TABLE public.plans_inspection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_inspection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_invitee (
    id bigint NOT NULL,
    outside character varying(200) NOT NULL,
    attendance character varying(12) NOT NULL,
    people smallint NOT NULL,
    by_whom character varying(200) NOT NULL,
    reason character varying(300) NOT NULL,
    version integer NOT NULL,
    body_id bigint,
    person_id bigint,
    meeting_id bigint NOT NULL,
    CONSTRAINT invitee_absent_has_a_reason CHECK (((NOT ((attendance)::text = 'absent'::text)) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT invitee_attendance_known CHECK (((attendance)::text = ANY (ARRAY[('expected'::character varying)::text, ('present'::character varying)::text, ('represented'::character varying)::text, ('absent'::character varying)::text]))),
    CONSTRAINT invitee_is_one_of_three CHECK ((((body_id IS NOT NULL) AND ((outside)::text = ''::text) AND (person_id IS NULL)) OR ((body_id IS NULL) AND ((outside)::text = ''::text) AND (person_id IS NOT NULL)) OR ((body_id IS NULL) AND (person_id IS NULL) AND (NOT ((outside)::text = ''::text))))),
    CONSTRAINT invitee_people_are_there_or_not CHECK (((((attendance)::text = ANY (ARRAY[('present'::character varying)::text, ('represented'::character varying)::text])) AND (people >= 1)) OR (((attendance)::text = ANY (ARRAY[('expected'::character varying)::text, ('absent'::character varying)::text])) AND (people = 0)))),
    CONSTRAINT invitee_represented_by_somebody CHECK (((NOT ((attendance)::text = 'represented'::text)) OR (NOT ((by_whom)::text = ''::text)))),
    CONSTRAINT plans_invitee_people_check CHECK ((people >= 0)),
    CONSTRAINT plans_invitee_version_check CHECK ((version >= 0))
);



ALTER TABLE public.plans_invitee ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_invitee_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_meeting (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    status character varying(12) NOT NULL,
    subject character varying(300) NOT NULL,
    held_on date NOT NULL,
    starts_at time without time zone NOT NULL,
    ended_at time without time zone,
    place character varying(200) NOT NULL,
    chair_name character varying(160) NOT NULL,
    chair_capacity character varying(200) NOT NULL,
    secretary_name character varying(160) NOT NULL,
    secretary_capacity character varying(200) NOT NULL,
    is_numbered boolean NOT NULL,
    version integer NOT NULL,
    chair_id bigint,
    secretary_id bigint,
    task_id bigint NOT NULL,
    CONSTRAINT meeting_chair_writes_no_minutes CHECK (((chair_id IS NULL) OR (secretary_id IS NULL) OR (NOT ((chair_id = secretary_id) AND (chair_id IS NOT NULL) AND (secretary_id IS NOT NULL))))),
    CONSTRAINT meeting_confirmed_has_an_end CHECK (((NOT ((status)::text = 'confirmed'::text)) OR (ended_at IS NOT NULL))),
    CONSTRAINT meeting_status_known CHECK (((status)::text = ANY (ARRAY[('preparing'::character varying)::text, ('called'::character varying)::text, ('confirmed'::character varying)::text]))),
    CONSTRAINT meeting_times_in_order CHECK (((ended_at IS NULL) OR (ended_at > starts_at))),
    CONSTRAINT plans_meeting_version_check CHECK ((version >= 0))
);



ALTER TABLE public.plans_meeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_milestone (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    year smallint NOT NULL,
    text character varying(400) NOT NULL,
    value numeric(18,4),
    due_on date NOT NULL,
    reached_on date,
    proof_text text NOT NULL,
    version integer NOT NULL,
    carried_from_id bigint,
    programme_id bigint NOT NULL,
    proof_id bigint,
    target_id bigint,
    CONSTRAINT milestone_due_in_its_year CHECK (((year)::numeric = EXTRACT(year FROM due_on))),
    CONSTRAINT milestone_has_words CHECK ((NOT ((text)::text = ''::text))),
    CONSTRAINT milestone_not_its_own_heir CHECK (((carried_from_id IS NULL) OR (NOT ((carried_from_id = id) AND (carried_from_id IS NOT NULL))))),
    CONSTRAINT milestone_reached_has_proof CHECK (((reached_on IS NULL) OR (NOT (proof_text = ''::text)) OR (proof_id IS NOT NULL))),
    CONSTRAINT plans_milestone_version_check CHECK ((version >= 0)),
    CONSTRAINT plans_milestone_year_check CHECK ((year >= 0))
);



CREATE TABLE public.plans_milestone_bodies (
    id bigint NOT NULL,
    milestone_id bigint NOT NULL,
    body_id bigint NOT NULL
);



ALTER TABLE public.plans_milestone_bodies ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_milestone_bodies_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



ALTER TABLE public.plans_milestone ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_milestone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_milestonedecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    milestone_id bigint NOT NULL
);



ALTER TABLE public.plans_milestonedecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_milestonedecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_obstacle (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    kind character varying(14) NOT NULL,
    text text NOT NULL,
    proposal text NOT NULL,
    since_on date NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    answer_due_on date NOT NULL,
    status character varying(12) NOT NULL,
    version integer NOT NULL,
    addressed_to_id bigint NOT NULL,
    amended_by_id bigint,
    clause_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    raised_by_body_id bigint NOT NULL,
    CONSTRAINT obstacle_has_words CHECK ((NOT (text = ''::text))),
    CONSTRAINT obstacle_kind_known CHECK (((kind)::text = ANY (ARRAY[('mechanism'::character varying)::text, ('money'::character varying)::text, ('people'::character varying)::text, ('coordination'::character varying)::text, ('other'::character varying)::text]))),
    CONSTRAINT obstacle_status_known CHECK (((status)::text = ANY (ARRAY[('open'::character varying)::text, ('answered'::character varying)::text, ('amending'::character varying)::text, ('closed'::character varying)::text, ('withdrawn'::character varying)::text]))),
    CONSTRAINT plans_obstacle_version_check CHECK ((version >= 0))
);



ALTER TABLE public.plans_obstacle ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_obstacle_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_obstacledecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    obstacle_id bigint NOT NULL
);



ALTER TABLE public.plans_obstacledecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_obstacledecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_obstaclefile (
    id bigint NOT NULL,
    file_id bigint NOT NULL,
    obstacle_id bigint NOT NULL
);



ALTER TABLE public.plans_obstaclefile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_obstaclefile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_personalcommitment (
    id bigint NOT NULL,
    content character varying(300) NOT NULL,
    due_on date NOT NULL,
    expected character varying(300) NOT NULL,
    clause_id bigint NOT NULL,
    task_id bigint,
    plan_id bigint NOT NULL,
    CONSTRAINT personalcommitment_has_content CHECK ((NOT ((content)::text = ''::text)))
);



ALTER TABLE public.plans_personalcommitment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_personalcommitment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_personalplan (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    year smallint NOT NULL,
    status character varying(12) NOT NULL,
    sent_at timestamp with time zone,
    version integer NOT NULL,
    body_id bigint NOT NULL,
    person_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT personalplan_real_year CHECK (((year >= 1900) AND (year <= 2199))),
    CONSTRAINT personalplan_sent_has_a_time CHECK ((((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('returned'::character varying)::text])) OR (sent_at IS NOT NULL))),
    CONSTRAINT personalplan_status_known CHECK (((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('sent'::character varying)::text, ('returned'::character varying)::text, ('noted'::character varying)::text]))),
    CONSTRAINT plans_personalplan_version_check CHECK ((version >= 0)),
    CONSTRAINT plans_personalplan_year_check CHECK ((year >= 0))
);



ALTER TABLE public.plans_personalplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_personalplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_personalplandecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    plan_id bigint NOT NULL
);



ALTER TABLE public.plans_personalplandecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_personalplandecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_pilot (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    name character varying(200) NOT NULL,
    since date NOT NULL,
    decision_text character varying(300) NOT NULL,
    status character varying(12) NOT NULL,
    version integer NOT NULL,
    area_id bigint NOT NULL,
    body_id bigint,
    clause_id bigint NOT NULL,
    commune_id bigint,
    programme_id bigint NOT NULL,
    replicates_id bigint,
    CONSTRAINT pilot_named_and_decided CHECK (((NOT ((name)::text = ''::text)) AND (NOT ((decision_text)::text = ''::text)))),
    CONSTRAINT pilot_not_after_itself CHECK (((replicates_id IS NULL) OR (NOT ((replicates_id = id) AND (replicates_id IS NOT NULL))))),
    CONSTRAINT pilot_status_known CHECK (((status)::text = ANY (ARRAY[('chosen'::character varying)::text, ('running'::character varying)::text, ('proven'::character varying)::text, ('stopped'::character varying)::text]))),
    CONSTRAINT plans_pilot_version_check CHECK ((version >= 0))
);



ALTER TABLE public.plans_pilot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_pilot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_pilotassessment (
    id bigint NOT NULL,
    "on" date NOT NULL,
    rating character varying(12) NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    file_id bigint,
    pilot_id bigint NOT NULL,
    CONSTRAINT pilotassessment_has_words CHECK ((NOT (text = ''::text))),
    CONSTRAINT pilotassessment_rating_known CHECK (((rating)::text = ANY (ARRAY[('good'::character varying)::text, ('fair'::character varying)::text, ('poor'::character varying)::text])))
);



ALTER TABLE public.plans_pilotassessment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_pilotassessment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_pilotdecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    pilot_id bigint NOT NULL
);



ALTER TABLE public.plans_pilotdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_pilotdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_plandeadline (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    year smallint,
    due_on date NOT NULL,
    set_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    programme_id bigint NOT NULL,
    set_by_id bigint NOT NULL,
    CONSTRAINT plans_plandeadline_version_check CHECK ((version >= 0)),
    CONSTRAINT plans_plandeadline_year_check CHECK ((year >= 0))
);



ALTER TABLE public.plans_plandeadline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_plandeadline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_proposal (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    key uuid NOT NULL,
    kind character varying(20) NOT NULL,
    content character varying(300) NOT NULL,
    place character varying(200) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    target_value numeric(14,2),
    target_unit character varying(60) NOT NULL,
    target_words character varying(300) NOT NULL,
    expected_result character varying(500) NOT NULL,
    cost bigint,
    cost_source character varying(20) NOT NULL,
    cost_source_name character varying(200) NOT NULL,
    "order" integer NOT NULL,
    status character varying(12) NOT NULL,
    note text NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    body_id bigint NOT NULL,
    carried_from_id bigint,
    clause_id bigint NOT NULL,
    merged_into_id bigint,
    person_id bigint,
    round_id bigint NOT NULL,
    CONSTRAINT plans_proposal_cost_check CHECK ((cost >= 0)),
    CONSTRAINT plans_proposal_order_check CHECK (("order" >= 0)),
    CONSTRAINT plans_proposal_version_check CHECK ((version >= 0)),
    CONSTRAINT proposal_cost_has_a_source CHECK ((((cost IS NULL) AND ((cost_source)::text = ''::text) AND ((cost_source_name)::text = ''::text)) OR ((cost <= '1000000000000000'::bigint) AND ((cost_source)::text = ANY (ARRAY[('budget'::character varying)::text, ('own'::character varying)::text, ('fund'::character varying)::text, ('socialised'::character varying)::text, ('other'::character varying)::text]))))),
    CONSTRAINT proposal_days_in_order CHECK ((ends_on >= starts_on)),
    CONSTRAINT proposal_kind_known CHECK (((kind)::text = ANY (ARRAY[('work'::character varying)::text, ('event'::character varying)::text, ('training'::character varying)::text, ('meeting'::character varying)::text, ('inspection'::character varying)::text, ('survey'::character varying)::text]))),
    CONSTRAINT proposal_merged_into_one CHECK ((((merged_into_id IS NOT NULL) AND ((status)::text = 'merged'::text)) OR ((NOT ((status)::text = 'merged'::text)) AND (merged_into_id IS NULL)))),
    CONSTRAINT proposal_returned_says_why CHECK (((NOT ((status)::text = 'returned'::text)) OR (NOT (note = ''::text)))),
    CONSTRAINT proposal_status_known CHECK (((status)::text = ANY (ARRAY[('proposed'::character varying)::text, ('accepted'::character varying)::text, ('merged'::character varying)::text, ('returned'::character varying)::text, ('withdrawn'::character varying)::text]))),
    CONSTRAINT proposal_target_has_a_unit CHECK (((target_value IS NULL) OR ((target_value > (0)::numeric) AND (NOT ((target_unit)::text = ''::text)))))
);



CREATE TABLE public.plans_proposal_coordinators (
    id bigint NOT NULL,
    proposal_id bigint NOT NULL,
    body_id bigint NOT NULL
);



ALTER TABLE public.plans_proposal_coordinators ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_proposal_coordinators_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



ALTER TABLE public.plans_proposal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_proposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_proposalcall (
    id bigint NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    body_id bigint NOT NULL,
    round_id bigint NOT NULL
);



ALTER TABLE public.plans_proposalcall ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_proposalcall_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_proposaldecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    proposal_id bigint NOT NULL
);



ALTER TABLE public.plans_proposaldecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_proposaldecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_proposalround (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    year smallint NOT NULL,
    due_on date NOT NULL,
    note text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    draft_version integer,
    version integer NOT NULL,
    closed_by_id bigint,
    opened_by_id bigint NOT NULL,
    plan_id bigint,
    programme_id bigint NOT NULL,
    CONSTRAINT plans_proposalround_draft_version_check CHECK ((draft_version >= 0)),
    CONSTRAINT plans_proposalround_version_check CHECK ((version >= 0)),
    CONSTRAINT plans_proposalround_year_check CHECK ((year >= 0)),
    CONSTRAINT proposalround_closed_has_a_plan CHECK ((((closed_at IS NULL) AND (closed_by_id IS NULL) AND (plan_id IS NULL)) OR ((closed_at IS NOT NULL) AND (closed_by_id IS NOT NULL) AND (plan_id IS NOT NULL))))
);



ALTER TABLE public.plans_proposalround ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_proposalround_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_registrationitem (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    content character varying(300) NOT NULL,
    starts_on date,
    due_on date NOT NULL,
    quantity numeric(14,2),
    quantity_unit character varying(60) NOT NULL,
    area_id bigint,
    clause_id bigint NOT NULL,
    person_id bigint,
    target_id bigint,
    task_id bigint,
    sheet_id bigint NOT NULL,
    CONSTRAINT registrationitem_days_in_order CHECK (((starts_on IS NULL) OR (due_on >= starts_on))),
    CONSTRAINT registrationitem_has_content CHECK ((NOT ((content)::text = ''::text))),
    CONSTRAINT registrationitem_kind_known CHECK (((kind)::text = ANY (ARRAY[('work'::character varying)::text, ('event'::character varying)::text, ('training'::character varying)::text, ('meeting'::character varying)::text, ('inspection'::character varying)::text, ('survey'::character varying)::text]))),
    CONSTRAINT registrationitem_quantity_has_a_unit CHECK (((quantity IS NULL) OR ((quantity > (0)::numeric) AND (NOT ((quantity_unit)::text = ''::text)))))
);



ALTER TABLE public.plans_registrationitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_registrationitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_registrationround (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    year smallint NOT NULL,
    due_on date NOT NULL,
    note text NOT NULL,
    min_items smallint NOT NULL,
    min_areas smallint NOT NULL,
    rule_text character varying(300) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    opened_by_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT plans_registrationround_min_areas_check CHECK ((min_areas >= 0)),
    CONSTRAINT plans_registrationround_min_items_check CHECK ((min_items >= 0)),
    CONSTRAINT plans_registrationround_version_check CHECK ((version >= 0)),
    CONSTRAINT plans_registrationround_year_check CHECK ((year >= 0)),
    CONSTRAINT registrationround_real_year CHECK (((year >= 1900) AND (year <= 2199)))
);



ALTER TABLE public.plans_registrationround ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_registrationround_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_registrationsheet (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    status character varying(12) NOT NULL,
    sent_at timestamp with time zone,
    accepted_at timestamp with time zone,
    reminded_on date,
    version integer NOT NULL,
    body_id bigint NOT NULL,
    round_id bigint NOT NULL,
    ended_on date,
    CONSTRAINT plans_registrationsheet_version_check CHECK ((version >= 0)),
    CONSTRAINT registrationsheet_accepted_has_a_time CHECK ((((accepted_at IS NOT NULL) AND ((status)::text = 'accepted'::text)) OR ((NOT ((status)::text = 'accepted'::text)) AND (accepted_at IS NULL)))),
    CONSTRAINT registrationsheet_ended_was_not_accepted CHECK (((ended_on IS NULL) OR (NOT ((status)::text = 'accepted'::text)))),
    CONSTRAINT registrationsheet_sent_has_a_time CHECK ((((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('returned'::character varying)::text])) OR (sent_at IS NOT NULL))),
    CONSTRAINT registrationsheet_status_known CHECK (((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('sent'::character varying)::text, ('returned'::character varying)::text, ('accepted'::character varying)::text])))
);



ALTER TABLE public.plans_registrationsheet ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_registrationsheet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_session (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    held_on date NOT NULL,
    starts_at time without time zone,
    ends_at time without time zone,
    topic character varying(300) NOT NULL,
    audience character varying(200) NOT NULL,
    speaker_name character varying(160) NOT NULL,
    venue character varying(200) NOT NULL,
    planned_attendance integer,
    status character varying(12) NOT NULL,
    attendance integer,
    women integer,
    members integer,
    cancel_reason character varying(500) NOT NULL,
    version integer NOT NULL,
    speaker_id bigint,
    task_id bigint NOT NULL,
    CONSTRAINT plans_session_attendance_check CHECK ((attendance >= 0)),
    CONSTRAINT plans_session_members_check CHECK ((members >= 0)),
    CONSTRAINT plans_session_planned_attendance_check CHECK ((planned_attendance >= 0)),
    CONSTRAINT plans_session_version_check CHECK ((version >= 0)),
    CONSTRAINT plans_session_women_check CHECK ((women >= 0)),
    CONSTRAINT session_cancelled_has_a_reason CHECK (((((status)::text = 'cancelled'::text) OR ((cancel_reason)::text = ''::text)) AND (1 = (
CASE
    WHEN ((status)::text = 'cancelled'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN ((cancel_reason)::text = ''::text) THEN 1
    ELSE 0
END)))),
    CONSTRAINT session_held_has_an_attendance CHECK ((((attendance IS NOT NULL) AND ((status)::text = 'held'::text)) OR ((NOT ((status)::text = 'held'::text)) AND (attendance IS NULL) AND (members IS NULL) AND (women IS NULL)))),
    CONSTRAINT session_one_kind_of_speaker CHECK (((speaker_id IS NULL) OR ((speaker_name)::text = ''::text))),
    CONSTRAINT session_parts_within_the_whole CHECK ((((women IS NULL) OR (women <= attendance)) AND ((members IS NULL) OR (members <= attendance)))),
    CONSTRAINT session_status_known CHECK (((status)::text = ANY (ARRAY[('planned'::character varying)::text, ('held'::character varying)::text, ('cancelled'::character varying)::text]))),
    CONSTRAINT session_times_in_order CHECK (((ends_at IS NULL) OR (ends_at > starts_at)))
);



ALTER TABLE public.plans_session ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_sheetdecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    data jsonb NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    sheet_id bigint NOT NULL
);



ALTER TABLE public.plans_sheetdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_sheetdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_task (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    kind character varying(20) NOT NULL,
    title character varying(300) NOT NULL,
    place character varying(200) NOT NULL,
    starts_on date,
    due_on date NOT NULL,
    status character varying(12) NOT NULL,
    finished_on date,
    result text NOT NULL,
    quantity numeric(14,2),
    quantity_unit character varying(60) NOT NULL,
    attendance integer,
    version integer NOT NULL,
    body_id bigint NOT NULL,
    clause_id bigint,
    duty_id bigint,
    person_id bigint,
    programme_id bigint NOT NULL,
    continues_id bigint,
    planned_quantity numeric(14,2),
    planned_unit character varying(60) NOT NULL,
    rule_changed_at timestamp with time zone,
    emergent_id bigint,
    plan_id bigint,
    plan_key uuid,
    CONSTRAINT plans_task_attendance_check CHECK ((attendance >= 0)),
    CONSTRAINT plans_task_version_check CHECK ((version >= 0)),
    CONSTRAINT task_days_in_order CHECK (((starts_on IS NULL) OR (due_on >= starts_on))),
    CONSTRAINT task_done_has_a_day CHECK ((((finished_on IS NOT NULL) AND ((status)::text = 'done'::text)) OR ((NOT ((status)::text = 'done'::text)) AND (finished_on IS NULL)))),
    CONSTRAINT task_kind_known CHECK (((kind)::text = ANY (ARRAY[('work'::character varying)::text, ('event'::character varying)::text, ('training'::character varying)::text, ('meeting'::character varying)::text, ('inspection'::character varying)::text, ('survey'::character varying)::text]))),
    CONSTRAINT task_of_a_clause_or_emergent CHECK ((((clause_id IS NOT NULL) AND (emergent_id IS NULL)) OR ((clause_id IS NULL) AND (emergent_id IS NOT NULL)))),
    CONSTRAINT task_of_a_plan_names_its_item CHECK ((((plan_id IS NULL) AND (plan_key IS NULL)) OR ((plan_id IS NOT NULL) AND (plan_key IS NOT NULL)))),
    CONSTRAINT task_status_known CHECK (((status)::text = ANY (ARRAY[('planned'::character varying)::text, ('doing'::character varying)::text, ('done'::character varying)::text, ('cancelled'::character varying)::text])))
);



CREATE TABLE public.plans_task_coordinators (
    id bigint NOT NULL,
    task_id bigint NOT NULL,
    body_id bigint NOT NULL
);



ALTER TABLE public.plans_task_coordinators ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_task_coordinators_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



ALTER TABLE public.plans_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_taskdecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    task_id bigint NOT NULL
);



ALTER TABLE public.plans_taskdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_taskdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_taskevidence (
    id bigint NOT NULL,
    file_id bigint NOT NULL,
    task_id bigint NOT NULL
);



ALTER TABLE public.plans_taskevidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_taskevidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_teammember (
    id bigint NOT NULL,
    name character varying(160) NOT NULL,
    role character varying(12) NOT NULL,
    body_id bigint NOT NULL,
    inspection_id bigint NOT NULL,
    person_id bigint,
    CONSTRAINT teammember_role_known CHECK (((role)::text = ANY (ARRAY[('head'::character varying)::text, ('deputy'::character varying)::text, ('secretary'::character varying)::text, ('member'::character varying)::text])))
);



ALTER TABLE public.plans_teammember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_teammember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.plans_visit (
    id bigint NOT NULL,
    visit_on date NOT NULL,
    starts_at time without time zone,
    place character varying(200) NOT NULL,
    is_done boolean NOT NULL,
    result text NOT NULL,
    version integer NOT NULL,
    body_id bigint NOT NULL,
    inspection_id bigint NOT NULL,
    CONSTRAINT plans_visit_version_check CHECK ((version >= 0)),
    CONSTRAINT visit_done_has_a_result CHECK (((NOT is_done) OR (NOT (result = ''::text))))
);



ALTER TABLE public.plans_visit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_visit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);



CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;



CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;



CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);



CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;



CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);



ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_addition (
    id bigint NOT NULL,
    key uuid NOT NULL,
    under_key uuid NOT NULL,
    adoption_id bigint NOT NULL
);



ALTER TABLE public.programmes_addition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_addition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_adoption (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    status character varying(12) NOT NULL,
    adopted_at timestamp with time zone,
    version integer NOT NULL,
    area_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    parent_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    hand_down_id bigint,
    CONSTRAINT adoption_adopted_has_a_time CHECK ((((adopted_at IS NOT NULL) AND ((status)::text = 'adopted'::text)) OR ((NOT ((status)::text = 'adopted'::text)) AND (adopted_at IS NULL)))),
    CONSTRAINT adoption_status_known CHECK (((status)::text = ANY (ARRAY[('handed'::character varying)::text, ('adopted'::character varying)::text, ('declined'::character varying)::text, ('excused'::character varying)::text]))),
    CONSTRAINT programmes_adoption_version_check CHECK ((version >= 0))
);



ALTER TABLE public.programmes_adoption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_adoption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_adoptiondecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    data jsonb NOT NULL,
    adoption_id bigint NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL
);



ALTER TABLE public.programmes_adoptiondecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_adoptiondecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_assignment (
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    text text NOT NULL,
    span_start integer,
    span_end integer,
    body_id bigint NOT NULL,
    clause_id bigint NOT NULL,
    CONSTRAINT assignment_role_known CHECK (((role)::text = ANY (ARRAY[('lead'::character varying)::text, ('coordinate'::character varying)::text, ('advise'::character varying)::text, ('focal'::character varying)::text, ('implement'::character varying)::text, ('supervise'::character varying)::text]))),
    CONSTRAINT programmes_assignment_span_end_check CHECK ((span_end >= 0)),
    CONSTRAINT programmes_assignment_span_start_check CHECK ((span_start >= 0))
);



ALTER TABLE public.programmes_assignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_clause (
    id bigint NOT NULL,
    key uuid NOT NULL,
    "order" integer NOT NULL,
    depth smallint NOT NULL,
    label character varying(30) NOT NULL,
    path character varying(120) NOT NULL,
    is_heading boolean NOT NULL,
    text text NOT NULL,
    span_start integer,
    span_end integer,
    parent_id bigint,
    edition_id bigint NOT NULL,
    CONSTRAINT programmes_clause_depth_check CHECK ((depth >= 0)),
    CONSTRAINT programmes_clause_order_check CHECK (("order" >= 0)),
    CONSTRAINT programmes_clause_span_end_check CHECK ((span_end >= 0)),
    CONSTRAINT programmes_clause_span_start_check CHECK ((span_start >= 0))
);



ALTER TABLE public.programmes_clause ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_clause_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_dutyparty (
    id bigint NOT NULL,
    side character varying(12) NOT NULL,
    body_id bigint NOT NULL,
    duty_id bigint NOT NULL,
    CONSTRAINT dutyparty_side_known CHECK (((side)::text = ANY (ARRAY[('owes'::character varying)::text, ('reviews'::character varying)::text, ('takes_note'::character varying)::text])))
);



ALTER TABLE public.programmes_dutyparty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_dutyparty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_dutyrule (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    frequency character varying(20) NOT NULL,
    name character varying(200) NOT NULL,
    text text NOT NULL,
    span_start integer,
    span_end integer,
    anchor character varying(20) NOT NULL,
    due_day smallint,
    due_month smallint,
    due_strict boolean NOT NULL,
    shift character varying(10) NOT NULL,
    is_due_printed boolean NOT NULL,
    via_text character varying(200) NOT NULL,
    clause_id bigint NOT NULL,
    key uuid NOT NULL,
    event_name character varying(120) NOT NULL,
    is_asked boolean NOT NULL,
    offset_days smallint,
    offset_working boolean NOT NULL,
    CONSTRAINT dutyrule_anchor_known CHECK (((anchor)::text = ANY (ARRAY[('period_end'::character varying)::text, ('last_month'::character varying)::text, ('month_after'::character varying)::text, ('fixed_date'::character varying)::text, ('after_period'::character varying)::text, ('after_event'::character varying)::text, ('last_working_day'::character varying)::text]))),
    CONSTRAINT dutyrule_day_given CHECK ((((anchor)::text = ANY (ARRAY[('period_end'::character varying)::text, ('last_working_day'::character varying)::text])) OR (((anchor)::text = ANY (ARRAY[('after_period'::character varying)::text, ('after_event'::character varying)::text])) AND (offset_days IS NOT NULL)) OR ((NOT ((anchor)::text = ANY (ARRAY[('after_period'::character varying)::text, ('after_event'::character varying)::text]))) AND (due_day IS NOT NULL)))),
    CONSTRAINT dutyrule_day_of_a_month CHECK (((due_day IS NULL) OR ((due_day >= 1) AND (due_day <= 31)))),
    CONSTRAINT dutyrule_event_is_asked_for CHECK (((NOT ((anchor)::text = 'after_event'::text)) OR ((frequency)::text = 'on_demand'::text))),
    CONSTRAINT dutyrule_frequency_known CHECK (((frequency)::text = ANY (ARRAY[('monthly'::character varying)::text, ('quarterly'::character varying)::text, ('half_yearly'::character varying)::text, ('yearly'::character varying)::text, ('every_3_years'::character varying)::text, ('every_5_years'::character varying)::text, ('final'::character varying)::text, ('once'::character varying)::text, ('on_demand'::character varying)::text]))),
    CONSTRAINT dutyrule_kind_known CHECK (((kind)::text = ANY (ARRAY[('report'::character varying)::text, ('review'::character varying)::text, ('meeting'::character varying)::text, ('survey'::character varying)::text, ('event'::character varying)::text, ('inspection'::character varying)::text]))),
    CONSTRAINT dutyrule_offset_within_a_year CHECK (((offset_days IS NULL) OR ((offset_days >= '-366'::integer) AND (offset_days <= 366)))),
    CONSTRAINT dutyrule_shift_known CHECK (((shift)::text = ANY (ARRAY[('none'::character varying)::text, ('next'::character varying)::text, ('previous'::character varying)::text]))),
    CONSTRAINT programmes_dutyrule_due_day_check CHECK ((due_day >= 0)),
    CONSTRAINT programmes_dutyrule_due_month_check CHECK ((due_month >= 0)),
    CONSTRAINT programmes_dutyrule_span_end_check CHECK ((span_end >= 0)),
    CONSTRAINT programmes_dutyrule_span_start_check CHECK ((span_start >= 0))
);



ALTER TABLE public.programmes_dutyrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_dutyrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_edition (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    sequence smallint NOT NULL,
    origin character varying(20) NOT NULL,
    status character varying(20) NOT NULL,
    title text NOT NULL,
    opening text NOT NULL,
    number_text character varying(80) NOT NULL,
    place character varying(100) NOT NULL,
    issued_on date,
    period_start date,
    period_end date,
    in_force_from date,
    ended_on date,
    source_text text NOT NULL,
    version integer NOT NULL,
    outgoing_entry_id bigint,
    source_file_id bigint,
    programme_id bigint NOT NULL,
    amends_id bigint,
    effective_on date,
    grounds text NOT NULL,
    kind character varying(20) NOT NULL,
    CONSTRAINT edition_amends_one_with_grounds CHECK ((((amends_id IS NULL) AND ((kind)::text = 'original'::text)) OR ((NOT ((kind)::text = 'original'::text)) AND (amends_id IS NOT NULL) AND (NOT (grounds = ''::text))))),
    CONSTRAINT edition_in_force_has_a_day CHECK (((NOT ((status)::text = ANY (ARRAY[('in_force'::character varying)::text, ('waiting'::character varying)::text]))) OR (in_force_from IS NOT NULL))),
    CONSTRAINT edition_kind_known CHECK (((kind)::text = ANY (ARRAY[('original'::character varying)::text, ('supplement'::character varying)::text, ('amend'::character varying)::text, ('supplement_amend'::character varying)::text, ('replace'::character varying)::text]))),
    CONSTRAINT edition_number_after_signature CHECK (((NOT (((origin)::text = 'signed_here'::text) AND ((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('signing'::character varying)::text])))) OR ((number_text)::text = ''::text))),
    CONSTRAINT edition_origin_known CHECK (((origin)::text = ANY (ARRAY[('recorded'::character varying)::text, ('signed_here'::character varying)::text]))),
    CONSTRAINT edition_period_in_order CHECK (((period_start IS NULL) OR (period_end IS NULL) OR (period_end >= period_start))),
    CONSTRAINT edition_status_known CHECK (((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('signing'::character varying)::text, ('waiting'::character varying)::text, ('in_force'::character varying)::text, ('superseded'::character varying)::text, ('ended'::character varying)::text, ('withdrawn'::character varying)::text, ('undone'::character varying)::text]))),
    CONSTRAINT programmes_edition_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT programmes_edition_version_check CHECK ((version >= 0))
);



ALTER TABLE public.programmes_edition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_editiondecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    data jsonb NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    edition_id bigint NOT NULL
);



ALTER TABLE public.programmes_editiondecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_editiondecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_editionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    sequence smallint NOT NULL,
    origin character varying(20) NOT NULL,
    status character varying(20) NOT NULL,
    title text NOT NULL,
    opening text NOT NULL,
    number_text character varying(80) NOT NULL,
    place character varying(100) NOT NULL,
    issued_on date,
    period_start date,
    period_end date,
    in_force_from date,
    ended_on date,
    source_text text NOT NULL,
    version integer NOT NULL,
    outgoing_entry_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    source_file_id bigint,
    programme_id bigint NOT NULL,
    amends_id bigint,
    effective_on date,
    grounds text NOT NULL,
    kind character varying(20) NOT NULL,
    CONSTRAINT programmes_editionevent_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT programmes_editionevent_version_check CHECK ((version >= 0))
);



ALTER TABLE public.programmes_editionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_editionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_erratum (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    number_text character varying(80) NOT NULL,
    issued_on date NOT NULL,
    wrong text NOT NULL,
    "right" text NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    cancels_id bigint,
    clause_id bigint,
    edition_id bigint NOT NULL,
    file_id bigint,
    CONSTRAINT erratum_says_all CHECK (((NOT ((number_text)::text = ''::text)) AND (NOT (wrong = ''::text)) AND (NOT ("right" = ''::text))))
);



ALTER TABLE public.programmes_erratum ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_erratum_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_handdown (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    body_kinds character varying(30)[] NOT NULL,
    reporting character varying(20) NOT NULL,
    fixed_clauses uuid[] NOT NULL,
    fixed_targets uuid[] NOT NULL,
    duties uuid[] NOT NULL,
    undone_at timestamp with time zone,
    undone_reason text NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT handdown_names_its_bodies CHECK ((NOT (body_kinds = '{}'::character varying(30)[]))),
    CONSTRAINT handdown_reporting_known CHECK (((reporting)::text = ANY (ARRAY[('lead_up'::character varying)::text, ('all_up'::character varying)::text, ('through_lead'::character varying)::text]))),
    CONSTRAINT handdown_undone_has_a_reason CHECK (((undone_at IS NULL) OR (NOT (undone_reason = ''::text))))
);



ALTER TABLE public.programmes_handdown ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_handdown_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_heir (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    from_day date NOT NULL,
    body_id bigint NOT NULL,
    heir_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT heir_is_another CHECK ((NOT (heir_id = body_id)))
);



ALTER TABLE public.programmes_heir ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_heir_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_legalbasis (
    id bigint NOT NULL,
    "order" smallint NOT NULL,
    text text NOT NULL,
    kind character varying(30) NOT NULL,
    number_text character varying(80) NOT NULL,
    issued_on date,
    edition_id bigint NOT NULL,
    CONSTRAINT programmes_legalbasis_order_check CHECK (("order" >= 0))
);



ALTER TABLE public.programmes_legalbasis ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_legalbasis_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_mending (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    subject character varying(20) NOT NULL,
    subject_id bigint NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    edition_id bigint NOT NULL
);



ALTER TABLE public.programmes_mending ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_mending_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_party (
    id bigint NOT NULL,
    "order" smallint NOT NULL,
    text character varying(200) NOT NULL,
    body_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    CONSTRAINT programmes_party_order_check CHECK (("order" >= 0))
);



ALTER TABLE public.programmes_party ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_party_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_programme (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    kind character varying(30) NOT NULL,
    name character varying(200) NOT NULL,
    folded text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    area_id bigint NOT NULL,
    created_by_id bigint NOT NULL,
    lead_id bigint NOT NULL,
    renews_id bigint,
    under_id bigint,
    year smallint,
    CONSTRAINT programme_kind_known CHECK (((kind)::text = ANY (ARRAY[('coordination_programme'::character varying)::text, ('action_programme'::character varying)::text, ('joint_plan'::character varying)::text, ('implementation_plan'::character varying)::text]))),
    CONSTRAINT programme_plan_stands_under CHECK (((((kind)::text = 'joint_plan'::text) AND (under_id IS NOT NULL) AND (year IS NOT NULL)) OR (((kind)::text = 'implementation_plan'::text) AND (under_id IS NOT NULL)) OR ((NOT ((kind)::text = ANY (ARRAY[('joint_plan'::character varying)::text, ('implementation_plan'::character varying)::text]))) AND (under_id IS NULL) AND (year IS NULL)))),
    CONSTRAINT programme_year_possible CHECK (((year IS NULL) OR ((year >= 1945) AND (year <= 2100)))),
    CONSTRAINT programmes_programme_year_check CHECK ((year >= 0))
);



ALTER TABLE public.programmes_programme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_programme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_recipient (
    id bigint NOT NULL,
    "order" smallint NOT NULL,
    name character varying(300) NOT NULL,
    purpose character varying(100) NOT NULL,
    edition_id bigint NOT NULL,
    CONSTRAINT programmes_recipient_order_check CHECK (("order" >= 0))
);



ALTER TABLE public.programmes_recipient ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_recipient_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.programmes_signature (
    id bigint NOT NULL,
    capacity character varying(20) NOT NULL,
    authority character varying(200) NOT NULL,
    "position" character varying(100) NOT NULL,
    name character varying(100) NOT NULL,
    signed_on date,
    entered_at timestamp with time zone NOT NULL,
    entered_by_id bigint NOT NULL,
    entered_for_id bigint NOT NULL,
    party_id bigint NOT NULL,
    person_id bigint,
    proof_id bigint,
    principal character varying(100) NOT NULL,
    CONSTRAINT signature_capacity_known CHECK (((capacity)::text = ANY (ARRAY[('on_behalf_of'::character varying)::text, ('for_superior'::character varying)::text, ('by_order'::character varying)::text, ('by_authorisation'::character varying)::text, ('acting'::character varying)::text, ('head'::character varying)::text])))
);



ALTER TABLE public.programmes_signature ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programmes_signature_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_calendarchange (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    days jsonb NOT NULL,
    moves jsonb NOT NULL,
    moved integer NOT NULL,
    undone_at timestamp with time zone,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    CONSTRAINT reports_calendarchange_moved_check CHECK ((moved >= 0))
);



ALTER TABLE public.reports_calendarchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_calendarchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_calendarday (
    id bigint NOT NULL,
    day date NOT NULL,
    kind character varying(10) NOT NULL,
    name character varying(120) NOT NULL,
    source text NOT NULL
);



ALTER TABLE public.reports_calendarday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_calendarday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_chase (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    chased_on date NOT NULL,
    requested_by date NOT NULL,
    note text NOT NULL,
    status character varying(10) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    body_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    outgoing_entry_id bigint,
    programme_id bigint NOT NULL,
    signed_by_id bigint,
    CONSTRAINT chase_asks_for_a_day_to_come CHECK ((requested_by >= chased_on)),
    CONSTRAINT chase_numbered_has_a_number CHECK ((((outgoing_entry_id IS NOT NULL) AND ((status)::text = 'numbered'::text)) OR ((NOT ((status)::text = 'numbered'::text)) AND (outgoing_entry_id IS NULL)))),
    CONSTRAINT chase_status_known CHECK (((status)::text = ANY (ARRAY[('made'::character varying)::text, ('signed'::character varying)::text, ('numbered'::character varying)::text, ('undone'::character varying)::text]))),
    CONSTRAINT reports_chase_version_check CHECK ((version >= 0))
);



ALTER TABLE public.reports_chase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_chase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_chasedecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    chase_id bigint NOT NULL
);



ALTER TABLE public.reports_chasedecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_chasedecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_chaseitem (
    id bigint NOT NULL,
    words text NOT NULL,
    due_on date NOT NULL,
    chased_on date NOT NULL,
    is_undone boolean NOT NULL,
    chase_id bigint NOT NULL,
    obligation_id bigint,
    obstacle_id bigint,
    task_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT chaseitem_is_of_one_thing CHECK ((((obligation_id IS NOT NULL) AND (obstacle_id IS NULL) AND (task_id IS NULL)) OR ((obligation_id IS NULL) AND (obstacle_id IS NULL) AND (task_id IS NOT NULL)) OR ((obligation_id IS NULL) AND (obstacle_id IS NOT NULL) AND (task_id IS NULL))))
);



ALTER TABLE public.reports_chaseitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_chaseitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_consolidatedparagraph (
    id bigint NOT NULL,
    text text NOT NULL,
    is_edited boolean NOT NULL,
    body_id bigint NOT NULL,
    clause_id bigint,
    consolidation_id bigint NOT NULL,
    round_id bigint NOT NULL,
    heading character varying(300) NOT NULL,
    is_named boolean NOT NULL,
    "order" smallint,
    own_clause_id bigint,
    part character varying(16) NOT NULL,
    via_round_id bigint,
    CONSTRAINT consolidatedparagraph_part_known CHECK (((part)::text = ANY (ARRAY[('result'::character varying)::text, ('emergent'::character varying)::text, ('shortcoming'::character varying)::text, ('recommendation'::character varying)::text]))),
    CONSTRAINT consolidatedparagraph_under_one_heading CHECK (((NOT ((part)::text = 'result'::text)) OR (((clause_id IS NULL) OR ((heading)::text = ''::text)) AND (1 = (
CASE
    WHEN (clause_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN ((heading)::text = ''::text) THEN 1
    ELSE 0
END))))),
    CONSTRAINT reports_consolidatedparagraph_order_check CHECK (("order" >= 0))
);



ALTER TABLE public.reports_consolidatedparagraph ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_consolidatedparagraph_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_consolidation (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    status character varying(10) NOT NULL,
    overview text NOT NULL,
    recommendations text NOT NULL,
    due_count integer,
    received_count integer,
    gaps jsonb NOT NULL,
    content jsonb NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    body_id bigint NOT NULL,
    duty_id bigint NOT NULL,
    outgoing_entry_id bigint,
    programme_id bigint NOT NULL,
    obligation_id bigint,
    replaced_entry_id bigint,
    CONSTRAINT consolidation_closed_says_coverage CHECK ((((status)::text = 'draft'::text) OR ((closed_at IS NOT NULL) AND (due_count IS NOT NULL) AND (received_count IS NOT NULL)))),
    CONSTRAINT consolidation_status_known CHECK (((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('closed'::character varying)::text]))),
    CONSTRAINT reports_consolidation_due_count_check CHECK ((due_count >= 0)),
    CONSTRAINT reports_consolidation_received_count_check CHECK ((received_count >= 0)),
    CONSTRAINT reports_consolidation_version_check CHECK ((version >= 0))
);



ALTER TABLE public.reports_consolidation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_consolidation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_consolidationdecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    consolidation_id bigint NOT NULL
);



ALTER TABLE public.reports_consolidationdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_consolidationdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_cutoffwindow (
    id bigint NOT NULL,
    scheme character varying(40) NOT NULL,
    document character varying(120) NOT NULL,
    frequency character varying(20) NOT NULL,
    start_months smallint NOT NULL,
    start_day smallint NOT NULL,
    end_months smallint NOT NULL,
    end_day smallint NOT NULL,
    least_working_days smallint NOT NULL,
    source text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT cutoffwindow_days_in_order CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT cutoffwindow_days_of_a_month CHECK (((end_day >= 1) AND (end_day <= 31) AND ((start_day >= 1) AND (start_day <= 31)))),
    CONSTRAINT cutoffwindow_frequency_known CHECK (((frequency)::text = ANY (ARRAY[('monthly'::character varying)::text, ('quarterly'::character varying)::text, ('half_yearly'::character varying)::text, ('yearly'::character varying)::text]))),
    CONSTRAINT reports_cutoffwindow_end_day_check CHECK ((end_day >= 0)),
    CONSTRAINT reports_cutoffwindow_least_working_days_check CHECK ((least_working_days >= 0)),
    CONSTRAINT reports_cutoffwindow_start_day_check CHECK ((start_day >= 0))
);



ALTER TABLE public.reports_cutoffwindow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_cutoffwindow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_dutysetting (
    id bigint NOT NULL,
    duty_key uuid NOT NULL,
    scheme character varying(40) NOT NULL,
    version integer NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT reports_dutysetting_version_check CHECK ((version >= 0))
);



ALTER TABLE public.reports_dutysetting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_dutysetting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_dutysettingdecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    before character varying(40) NOT NULL,
    after character varying(40) NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    setting_id bigint NOT NULL
);



ALTER TABLE public.reports_dutysettingdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_dutysettingdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_extension (
    id bigint NOT NULL,
    until date NOT NULL,
    reason text NOT NULL,
    status character varying(12) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    granted_until date,
    version integer NOT NULL,
    asked_by_id bigint NOT NULL,
    asked_by_body_id bigint NOT NULL,
    obligation_id bigint NOT NULL,
    CONSTRAINT extension_granted_has_a_day CHECK ((((granted_until IS NOT NULL) AND ((status)::text = 'granted'::text)) OR ((NOT ((status)::text = 'granted'::text)) AND (granted_until IS NULL)))),
    CONSTRAINT extension_has_a_reason CHECK ((NOT (reason = ''::text))),
    CONSTRAINT extension_status_known CHECK (((status)::text = ANY (ARRAY[('asked'::character varying)::text, ('granted'::character varying)::text, ('refused'::character varying)::text, ('taken_back'::character varying)::text]))),
    CONSTRAINT reports_extension_version_check CHECK ((version >= 0))
);



ALTER TABLE public.reports_extension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_extension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_formversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    parts jsonb NOT NULL,
    counts_from date NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    form_id bigint NOT NULL,
    CONSTRAINT formversion_after_the_usual_one CHECK ((number >= 2)),
    CONSTRAINT reports_formversion_number_check CHECK ((number >= 0))
);



ALTER TABLE public.reports_formversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_formversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_obligation (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    due_on date NOT NULL,
    form_version smallint NOT NULL,
    rule_changed_at timestamp with time zone,
    ended_on date,
    ended_reason text NOT NULL,
    body_id bigint NOT NULL,
    duty_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    inherited_from_id bigint,
    programme_id bigint NOT NULL,
    duty_key uuid NOT NULL,
    covers_end date,
    covers_start date,
    first_due_on date,
    handed_in_on date,
    report_status character varying(12) DEFAULT ''::character varying NOT NULL,
    waived_on date,
    waived_reason text DEFAULT ''::text NOT NULL,
    request_id bigint,
    CONSTRAINT obligation_end_has_a_reason CHECK (((ended_on IS NULL) OR (NOT (ended_reason = ''::text)))),
    CONSTRAINT obligation_extended_to_a_later_day CHECK (((first_due_on IS NULL) OR (due_on > first_due_on))),
    CONSTRAINT obligation_figures_cover_days CHECK ((((covers_end IS NULL) AND (covers_start IS NULL)) OR (covers_end >= covers_start))),
    CONSTRAINT obligation_period_in_order CHECK ((period_end >= period_start)),
    CONSTRAINT obligation_waiver_has_a_reason CHECK ((((waived_on IS NULL) AND (waived_reason = ''::text)) OR ((waived_on IS NOT NULL) AND (NOT (waived_reason = ''::text))))),
    CONSTRAINT reports_obligation_form_version_check CHECK ((form_version >= 0))
);



ALTER TABLE public.reports_obligation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_obligation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_obligationdecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    due_before date,
    due_after date,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    obligation_id bigint NOT NULL
);



ALTER TABLE public.reports_obligationdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_obligationdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_obligationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    due_on date NOT NULL,
    form_version smallint NOT NULL,
    rule_changed_at timestamp with time zone,
    ended_on date,
    ended_reason text NOT NULL,
    body_id bigint NOT NULL,
    duty_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    inherited_from_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    duty_key uuid NOT NULL,
    covers_end date,
    covers_start date,
    first_due_on date,
    waived_on date,
    waived_reason text DEFAULT ''::text NOT NULL,
    request_id bigint,
    CONSTRAINT reports_obligationevent_form_version_check CHECK ((form_version >= 0))
);



ALTER TABLE public.reports_obligationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_obligationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_obligationrecipient (
    id bigint NOT NULL,
    reviews boolean NOT NULL,
    body_id bigint NOT NULL,
    obligation_id bigint NOT NULL
);



ALTER TABLE public.reports_obligationrecipient ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_obligationrecipient_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_reminder (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    kind character varying(20) NOT NULL,
    number bigint NOT NULL,
    due_on date NOT NULL,
    step smallint NOT NULL,
    words character varying(400) NOT NULL,
    url character varying(200) NOT NULL,
    key character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    body_id bigint NOT NULL,
    person_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT reminder_kind_known CHECK (((kind)::text = ANY (ARRAY[('report'::character varying)::text, ('task'::character varying)::text, ('offer'::character varying)::text, ('consultation'::character varying)::text, ('adoption'::character varying)::text, ('registration'::character varying)::text, ('closing'::character varying)::text, ('extension'::character varying)::text])))
);



ALTER TABLE public.reports_reminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_reminderrule (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    duty_key uuid,
    days smallint[] NOT NULL,
    then_every smallint NOT NULL,
    most smallint NOT NULL,
    leaders_from smallint NOT NULL,
    is_muted boolean NOT NULL,
    version integer NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT reminderrule_duty_of_a_report CHECK (((duty_key IS NULL) OR ((kind)::text = 'report'::text))),
    CONSTRAINT reminderrule_ends_some_time CHECK (((most >= 1) AND (most <= 50))),
    CONSTRAINT reminderrule_has_days CHECK ((NOT (days = '{}'::smallint[]))),
    CONSTRAINT reminderrule_kind_known CHECK (((kind)::text = ANY (ARRAY[('report'::character varying)::text, ('task'::character varying)::text, ('offer'::character varying)::text, ('consultation'::character varying)::text, ('adoption'::character varying)::text, ('registration'::character varying)::text, ('closing'::character varying)::text, ('extension'::character varying)::text]))),
    CONSTRAINT reports_reminderrule_most_check CHECK ((most >= 0)),
    CONSTRAINT reports_reminderrule_then_every_check CHECK ((then_every >= 0)),
    CONSTRAINT reports_reminderrule_version_check CHECK ((version >= 0))
);



ALTER TABLE public.reports_reminderrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reminderrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_reminderruledecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    rule_id bigint NOT NULL
);



ALTER TABLE public.reports_reminderruledecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reminderruledecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_report (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    status character varying(12) NOT NULL,
    overview text NOT NULL,
    shortcomings text NOT NULL,
    recommendations text NOT NULL,
    is_nil boolean NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    entered_by_body_id bigint NOT NULL,
    obligation_id bigint NOT NULL,
    paper_scan_id bigint,
    CONSTRAINT report_status_known CHECK (((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('submitted'::character varying)::text, ('returned'::character varying)::text, ('accepted'::character varying)::text, ('noted'::character varying)::text]))),
    CONSTRAINT report_submitted_has_a_time CHECK ((((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('returned'::character varying)::text])) OR (submitted_at IS NOT NULL))),
    CONSTRAINT reports_report_version_check CHECK ((version >= 0))
);



ALTER TABLE public.reports_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_reportattachment (
    id bigint NOT NULL,
    file_id bigint NOT NULL,
    report_id bigint NOT NULL,
    target_id bigint
);



ALTER TABLE public.reports_reportattachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reportattachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_reportevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    status character varying(12) NOT NULL,
    overview text NOT NULL,
    shortcomings text NOT NULL,
    recommendations text NOT NULL,
    is_nil boolean NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    entered_by_body_id bigint NOT NULL,
    obligation_id bigint NOT NULL,
    paper_scan_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT reports_reportevent_version_check CHECK ((version >= 0))
);



ALTER TABLE public.reports_reportevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reportevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_reportfigure (
    id bigint NOT NULL,
    state character varying(16) NOT NULL,
    numerator numeric(18,4),
    denominator numeric(18,4),
    note text NOT NULL,
    report_id bigint NOT NULL,
    target_id bigint NOT NULL,
    CONSTRAINT reportfigure_state_known CHECK (((state)::text = ANY (ARRAY[('reported'::character varying)::text, ('zero'::character varying)::text, ('not_applicable'::character varying)::text, ('missing'::character varying)::text, ('estimated'::character varying)::text])))
);



ALTER TABLE public.reports_reportfigure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reportfigure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_reportform (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    duty_key uuid NOT NULL,
    parts jsonb NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT reports_reportform_version_check CHECK ((version >= 0))
);



ALTER TABLE public.reports_reportform ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reportform_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_reportrequest (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    content text NOT NULL,
    outline text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    due_on date NOT NULL,
    event_on date,
    status character varying(12) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    asked_by_id bigint NOT NULL,
    by_body_id bigint NOT NULL,
    duty_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT reportrequest_period_in_order CHECK ((period_end >= period_start)),
    CONSTRAINT reportrequest_status_known CHECK (((status)::text = ANY (ARRAY[('asked'::character varying)::text, ('withdrawn'::character varying)::text]))),
    CONSTRAINT reports_reportrequest_version_check CHECK ((version >= 0))
);



ALTER TABLE public.reports_reportrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reportrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_reportsection (
    id bigint NOT NULL,
    text text NOT NULL,
    clause_id bigint NOT NULL,
    report_id bigint NOT NULL
);



ALTER TABLE public.reports_reportsection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reportsection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_reporttable (
    id bigint NOT NULL,
    key character varying(24) NOT NULL,
    rows jsonb NOT NULL,
    report_id bigint NOT NULL
);



ALTER TABLE public.reports_reporttable ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reporttable_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_reporttext (
    id bigint NOT NULL,
    key character varying(24) NOT NULL,
    text text NOT NULL,
    report_id bigint NOT NULL
);



ALTER TABLE public.reports_reporttext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reporttext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_reportvariant (
    id bigint NOT NULL,
    unit character varying(80) NOT NULL,
    value jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    by_person_id bigint NOT NULL,
    report_id bigint NOT NULL,
    settled_by_id bigint
);



ALTER TABLE public.reports_reportvariant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reportvariant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_requestdecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    request_id bigint NOT NULL
);



ALTER TABLE public.reports_requestdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_requestdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_returneditem (
    id bigint NOT NULL,
    note text NOT NULL,
    clause_id bigint,
    target_id bigint,
    decision_id bigint NOT NULL,
    part character varying(24) NOT NULL
);



ALTER TABLE public.reports_returneditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_returneditem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_reviewroute (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    duty_key uuid NOT NULL,
    restarts boolean NOT NULL,
    version integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT reports_reviewroute_version_check CHECK ((version >= 0))
);



ALTER TABLE public.reports_reviewroute ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reviewroute_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_reviewstep (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    body_id bigint NOT NULL,
    route_id bigint NOT NULL,
    CONSTRAINT reports_reviewstep_position_check CHECK (("position" >= 0)),
    CONSTRAINT reviewstep_counts_from_one CHECK (("position" >= 1))
);



ALTER TABLE public.reports_reviewstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reviewstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_round (
    id bigint NOT NULL,
    sequence smallint NOT NULL,
    content jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    report_id bigint NOT NULL,
    route jsonb NOT NULL,
    CONSTRAINT reports_round_sequence_check CHECK ((sequence >= 0))
);



ALTER TABLE public.reports_round ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_round_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_rounddecision (
    id bigint NOT NULL,
    verb character varying(40) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    round_id bigint NOT NULL
);



ALTER TABLE public.reports_rounddecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_rounddecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reports_roundpaper (
    id bigint NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    outgoing_entry_id bigint,
    round_id bigint NOT NULL,
    signed_by_id bigint NOT NULL
);



ALTER TABLE public.reports_roundpaper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_roundpaper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);



ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);



ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);



ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_adoptedtarget (
    id bigint NOT NULL,
    key uuid NOT NULL,
    share numeric(18,4),
    value numeric(18,4),
    programme_id bigint NOT NULL,
    CONSTRAINT adoptedtarget_not_negative CHECK ((((share IS NULL) OR (share >= (0)::numeric)) AND ((value IS NULL) OR (value >= (0)::numeric)))),
    CONSTRAINT adoptedtarget_says_something CHECK (((share IS NOT NULL) OR (value IS NOT NULL)))
);



ALTER TABLE public.targets_adoptedtarget ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_adoptedtarget_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_closedperiod (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    reopened_at timestamp with time zone,
    reason text NOT NULL,
    closed_by_id bigint NOT NULL,
    closed_for_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    reopened_by_id bigint,
    reopened_for_id bigint,
    CONSTRAINT closedperiod_in_order CHECK ((period_end >= period_start)),
    CONSTRAINT closedperiod_reopened_with_a_reason CHECK ((((reason = ''::text) AND (reopened_at IS NULL) AND (reopened_by_id IS NULL) AND (reopened_for_id IS NULL)) OR ((reopened_at >= closed_at) AND (reopened_by_id IS NOT NULL) AND (reopened_for_id IS NOT NULL) AND (NOT (reason = ''::text)))))
);



ALTER TABLE public.targets_closedperiod ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_closedperiod_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_contribution (
    id bigint NOT NULL,
    value numeric(18,4),
    is_lead boolean NOT NULL,
    area_id bigint,
    body_id bigint NOT NULL,
    target_id bigint NOT NULL
);



ALTER TABLE public.targets_contribution ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_contribution_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_inheritedshare (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    value numeric(18,4),
    contribution_id bigint NOT NULL,
    heir_id bigint NOT NULL,
    after_id bigint
);



CREATE VIEW public.targets_due AS
 SELECT target_id,
    body_id,
    area_id,
    min(since) AS since,
    max(until) AS until,
    bool_or(is_lead) AS is_lead
   FROM ( SELECT c.target_id,
            c.body_id,
            COALESCE(c.area_id, b.area_id) AS area_id,
            '0001-01-01'::date AS since,
            '9999-12-31'::date AS until,
            c.is_lead
           FROM (public.targets_contribution c
             JOIN public.organisations_body b ON ((b.id = c.body_id)))
          WHERE (NOT (EXISTS ( SELECT
                   FROM public.targets_inheritedshare i
                  WHERE (i.contribution_id = c.id))))
        UNION ALL
         SELECT c.target_id,
            c.body_id,
            COALESCE(c.area_id, b.area_id) AS "coalesce",
            '0001-01-01'::date AS date,
            b.valid_to,
            c.is_lead
           FROM (public.targets_contribution c
             JOIN public.organisations_body b ON ((b.id = c.body_id)))
          WHERE ((b.valid_to IS NOT NULL) AND (EXISTS ( SELECT
                   FROM public.targets_inheritedshare i
                  WHERE (i.contribution_id = c.id))))
        UNION ALL
         SELECT c.target_id,
            i.heir_id,
                CASE
                    WHEN ((c.area_id IS NULL) OR (c.area_id = b.area_id)) THEN h.area_id
                    ELSE c.area_id
                END AS area_id,
            COALESCE((COALESCE(f.valid_to, b.valid_to) + 1), '0001-01-01'::date) AS "coalesce",
                CASE
                    WHEN (EXISTS ( SELECT
                       FROM public.targets_inheritedshare n
                      WHERE (n.after_id = i.id))) THEN COALESCE(h.valid_to, '9999-12-31'::date)
                    ELSE '9999-12-31'::date
                END AS "case",
            c.is_lead
           FROM (((((public.targets_inheritedshare i
             JOIN public.targets_contribution c ON ((c.id = i.contribution_id)))
             JOIN public.organisations_body b ON ((b.id = c.body_id)))
             JOIN public.organisations_body h ON ((h.id = i.heir_id)))
             LEFT JOIN public.targets_inheritedshare p ON ((p.id = i.after_id)))
             LEFT JOIN public.organisations_body f ON ((f.id = p.heir_id)))) share
  GROUP BY target_id, body_id, area_id;



CREATE TABLE public.targets_duecount (
    id bigint NOT NULL,
    area_id bigint NOT NULL,
    is_own boolean NOT NULL,
    since date NOT NULL,
    until date NOT NULL,
    units integer NOT NULL,
    places integer NOT NULL,
    lead_units integer NOT NULL,
    lead_places integer NOT NULL,
    target_id bigint NOT NULL
);



ALTER TABLE public.targets_duecount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_duecount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_entering (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    kind character varying(12) NOT NULL,
    status character varying(12) NOT NULL,
    rows jsonb NOT NULL,
    problems jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    kept_at timestamp with time zone,
    reason text NOT NULL,
    recorded integer NOT NULL,
    corrected integer NOT NULL,
    undone_at timestamp with time zone,
    undone_reason text NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    file_id bigint,
    undone_by_id bigint,
    CONSTRAINT entering_corrections_have_a_reason CHECK (((corrected = 0) OR (NOT (reason = ''::text)))),
    CONSTRAINT entering_kept_has_a_time CHECK ((((kept_at IS NULL) AND ((status)::text = ANY (ARRAY[('read'::character varying)::text, ('dropped'::character varying)::text]))) OR ((kept_at IS NOT NULL) AND ((status)::text = ANY (ARRAY[('kept'::character varying)::text, ('undone'::character varying)::text]))))),
    CONSTRAINT entering_kind_known CHECK (((kind)::text = ANY (ARRAY[('grid'::character varying)::text, ('workbook'::character varying)::text]))),
    CONSTRAINT entering_period_in_order CHECK ((period_end >= period_start)),
    CONSTRAINT entering_status_known CHECK (((status)::text = ANY (ARRAY[('read'::character varying)::text, ('kept'::character varying)::text, ('dropped'::character varying)::text, ('undone'::character varying)::text]))),
    CONSTRAINT entering_undone_with_a_reason CHECK (((((status)::text = 'undone'::text) AND (undone_at IS NOT NULL) AND (undone_by_id IS NOT NULL) AND (NOT (undone_reason = ''::text))) OR ((NOT ((status)::text = 'undone'::text)) AND (undone_at IS NULL) AND (undone_by_id IS NULL) AND (undone_reason = ''::text)))),
    CONSTRAINT entering_workbook_has_its_file CHECK ((((file_id IS NOT NULL) AND ((kind)::text = 'workbook'::text)) OR ((file_id IS NULL) AND ((kind)::text = 'grid'::text)))),
    CONSTRAINT targets_entering_corrected_check CHECK ((corrected >= 0)),
    CONSTRAINT targets_entering_recorded_check CHECK ((recorded >= 0))
);



ALTER TABLE public.targets_entering ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_entering_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_figure (
    id bigint NOT NULL,
    is_sample boolean NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    state character varying(16) NOT NULL,
    numerator numeric(18,4),
    denominator numeric(18,4),
    note text NOT NULL,
    origin character varying(20) NOT NULL,
    origin_id bigint,
    recorded_at timestamp with time zone NOT NULL,
    area_id bigint NOT NULL,
    body_id bigint NOT NULL,
    corrects_id bigint,
    recorded_by_id bigint NOT NULL,
    recorded_for_id bigint NOT NULL,
    target_id bigint NOT NULL,
    CONSTRAINT figure_correction_has_a_reason CHECK (((corrects_id IS NULL) OR (NOT (note = ''::text)))),
    CONSTRAINT figure_denominator_positive CHECK (((denominator IS NULL) OR (denominator > (0)::numeric))),
    CONSTRAINT figure_missing_has_a_reason CHECK (((NOT ((state)::text = 'missing'::text)) OR (NOT (note = ''::text)))),
    CONSTRAINT figure_period_in_order CHECK ((period_end >= period_start)),
    CONSTRAINT figure_state_fits_value CHECK ((((numerator = (0)::numeric) AND ((state)::text = 'zero'::text)) OR ((numerator IS NOT NULL) AND ((state)::text = ANY (ARRAY[('reported'::character varying)::text, ('estimated'::character varying)::text])) AND (NOT ((numerator = (0)::numeric) AND (numerator IS NOT NULL)))) OR ((denominator IS NULL) AND (numerator IS NULL) AND ((state)::text = ANY (ARRAY[('not_applicable'::character varying)::text, ('missing'::character varying)::text]))))),
    CONSTRAINT figure_state_known CHECK (((state)::text = ANY (ARRAY[('reported'::character varying)::text, ('zero'::character varying)::text, ('not_applicable'::character varying)::text, ('missing'::character varying)::text, ('estimated'::character varying)::text])))
);



ALTER TABLE public.targets_figure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_figure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_figureacceptance (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    figure_id bigint NOT NULL
);



ALTER TABLE public.targets_figureacceptance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_figureacceptance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_figureconfirmation (
    id bigint NOT NULL,
    question text NOT NULL,
    note text NOT NULL,
    figure_id bigint NOT NULL,
    CONSTRAINT figureconfirmation_says_what_was_asked CHECK ((NOT (question = ''::text)))
);



ALTER TABLE public.targets_figureconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_figureconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_figureevidence (
    id bigint NOT NULL,
    figure_id bigint NOT NULL,
    file_id bigint NOT NULL
);



ALTER TABLE public.targets_figureevidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_figureevidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



ALTER TABLE public.targets_inheritedshare ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_inheritedshare_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_partoffer (
    id bigint NOT NULL,
    is_from_lead boolean NOT NULL,
    value numeric(18,4) NOT NULL,
    note character varying(500) NOT NULL,
    status character varying(12) NOT NULL,
    before numeric(18,4),
    at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    answer character varying(500) NOT NULL,
    answered_by_id bigint,
    body_id bigint NOT NULL,
    by_body_id bigint NOT NULL,
    by_person_id bigint NOT NULL,
    target_id bigint NOT NULL,
    CONSTRAINT partoffer_answered_has_a_time CHECK ((((answered_at IS NULL) AND ((status)::text = 'open'::text)) OR ((NOT ((status)::text = 'open'::text)) AND (answered_at IS NOT NULL)))),
    CONSTRAINT partoffer_status_known CHECK (((status)::text = ANY (ARRAY[('open'::character varying)::text, ('accepted'::character varying)::text, ('countered'::character varying)::text, ('refused'::character varying)::text, ('withdrawn'::character varying)::text, ('undone'::character varying)::text]))),
    CONSTRAINT partoffer_value_positive CHECK ((value > (0)::numeric))
);



ALTER TABLE public.targets_partoffer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_partoffer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_summary (
    id bigint NOT NULL,
    area_id bigint NOT NULL,
    months smallint NOT NULL,
    start date NOT NULL,
    heard integer NOT NULL,
    places integer NOT NULL,
    measured integer NOT NULL,
    numbers integer NOT NULL,
    numerator numeric(28,4) NOT NULL,
    denominators integer NOT NULL,
    denominator numeric(28,4) NOT NULL,
    guesses integer NOT NULL,
    blanks integer NOT NULL,
    excused integer NOT NULL,
    met integer NOT NULL,
    reported integer NOT NULL,
    zero integer NOT NULL,
    estimated integer NOT NULL,
    missing integer NOT NULL,
    not_applicable integer NOT NULL,
    due_reported integer NOT NULL,
    due_excused integer NOT NULL,
    series_id bigint NOT NULL
);



ALTER TABLE public.targets_summary ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_summary_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_summarycheck (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    series integer NOT NULL,
    differing jsonb NOT NULL
);



ALTER TABLE public.targets_summarycheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_summarycheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_summaryseries (
    id bigint NOT NULL,
    key uuid NOT NULL,
    meaning character varying(64) NOT NULL,
    is_fresh boolean NOT NULL,
    programme_id bigint NOT NULL,
    target_id bigint
);



ALTER TABLE public.targets_summaryseries ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_summaryseries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_summaryvalue (
    id bigint NOT NULL,
    area_id bigint NOT NULL,
    months smallint NOT NULL,
    start date NOT NULL,
    state character varying(16) NOT NULL,
    numerator numeric(18,4) NOT NULL,
    denominator numeric(18,4),
    places integer NOT NULL,
    series_id bigint NOT NULL
);



ALTER TABLE public.targets_summaryvalue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_summaryvalue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_target (
    id bigint NOT NULL,
    key uuid NOT NULL,
    "order" integer NOT NULL,
    name text NOT NULL,
    text text NOT NULL,
    span_start integer,
    span_end integer,
    kind character varying(20) NOT NULL,
    comparator character varying(8) NOT NULL,
    value numeric(18,4),
    value_max numeric(18,4),
    base numeric(18,4),
    level character varying(60) NOT NULL,
    unit character varying(60) NOT NULL,
    direction character varying(20) NOT NULL,
    baseline numeric(18,4),
    recurrence character varying(20) NOT NULL,
    due_on date,
    scope_kind character varying(12) NOT NULL,
    scope_text character varying(200) NOT NULL,
    is_aspirational boolean NOT NULL,
    given_later character varying(200) NOT NULL,
    time_rule character varying(10) NOT NULL,
    place_rule character varying(10) NOT NULL,
    body_rule character varying(10) NOT NULL,
    version integer NOT NULL,
    clause_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    part_of_id bigint,
    CONSTRAINT target_base_positive CHECK (((base IS NULL) OR (base > (0)::numeric))),
    CONSTRAINT target_body_rule_known CHECK (((body_rule)::text = ANY (ARRAY[('sum'::character varying)::text, ('lead_only'::character varying)::text]))),
    CONSTRAINT target_comparator_known CHECK (((comparator)::text = ANY (ARRAY[('>='::character varying)::text, ('>'::character varying)::text, ('='::character varying)::text, ('<='::character varying)::text, ('<'::character varying)::text, ('range'::character varying)::text]))),
    CONSTRAINT target_direction_known CHECK (((direction)::text = ANY (ARRAY[('reach'::character varying)::text, ('increase_by'::character varying)::text, ('decrease_by'::character varying)::text, ('decrease_to'::character varying)::text]))),
    CONSTRAINT target_kind_known CHECK (((kind)::text = ANY (ARRAY[('count'::character varying)::text, ('ratio'::character varying)::text, ('part_of_whole'::character varying)::text, ('k_of_n'::character varying)::text, ('level'::character varying)::text, ('milestone'::character varying)::text, ('existence'::character varying)::text, ('later'::character varying)::text]))),
    CONSTRAINT target_later_says_by_whom CHECK (((NOT ((kind)::text = 'later'::text)) OR (NOT ((given_later)::text = ''::text)))),
    CONSTRAINT target_place_rule_known CHECK (((place_rule)::text = ANY (ARRAY[('sum'::character varying)::text, ('ratio'::character varying)::text, ('count'::character varying)::text, ('min'::character varying)::text, ('max'::character varying)::text, ('none'::character varying)::text]))),
    CONSTRAINT target_range_in_order CHECK (((((comparator)::text = 'range'::text) AND (value_max >= value)) OR ((NOT ((comparator)::text = 'range'::text)) AND (value_max IS NULL)))),
    CONSTRAINT target_recurrence_known CHECK (((recurrence)::text = ANY (ARRAY[('once'::character varying)::text, ('monthly'::character varying)::text, ('quarterly'::character varying)::text, ('half_yearly'::character varying)::text, ('yearly'::character varying)::text, ('per_term'::character varying)::text]))),
    CONSTRAINT target_scope_known CHECK (((scope_kind)::text = ANY (ARRAY[('place'::character varying)::text, ('each_unit'::character varying)::text]))),
    CONSTRAINT target_time_rule_known CHECK (((time_rule)::text = ANY (ARRAY[('sum'::character varying)::text, ('last'::character varying)::text, ('to_date'::character varying)::text, ('max'::character varying)::text]))),
    CONSTRAINT target_value_given CHECK (((value IS NOT NULL) OR ((kind)::text = ANY (ARRAY[('existence'::character varying)::text, ('later'::character varying)::text, ('milestone'::character varying)::text, ('level'::character varying)::text])))),
    CONSTRAINT targets_target_order_check CHECK (("order" >= 0)),
    CONSTRAINT targets_target_span_end_check CHECK ((span_end >= 0)),
    CONSTRAINT targets_target_span_start_check CHECK ((span_start >= 0)),
    CONSTRAINT targets_target_version_check CHECK ((version >= 0))
);



ALTER TABLE public.targets_target ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_target_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_targetevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    key uuid NOT NULL,
    "order" integer NOT NULL,
    name text NOT NULL,
    text text NOT NULL,
    span_start integer,
    span_end integer,
    kind character varying(20) NOT NULL,
    comparator character varying(8) NOT NULL,
    value numeric(18,4),
    value_max numeric(18,4),
    base numeric(18,4),
    level character varying(60) NOT NULL,
    unit character varying(60) NOT NULL,
    direction character varying(20) NOT NULL,
    baseline numeric(18,4),
    recurrence character varying(20) NOT NULL,
    due_on date,
    scope_kind character varying(12) NOT NULL,
    scope_text character varying(200) NOT NULL,
    is_aspirational boolean NOT NULL,
    given_later character varying(200) NOT NULL,
    time_rule character varying(10) NOT NULL,
    place_rule character varying(10) NOT NULL,
    body_rule character varying(10) NOT NULL,
    version integer NOT NULL,
    clause_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    part_of_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT targets_targetevent_order_check CHECK (("order" >= 0)),
    CONSTRAINT targets_targetevent_span_end_check CHECK ((span_end >= 0)),
    CONSTRAINT targets_targetevent_span_start_check CHECK ((span_start >= 0)),
    CONSTRAINT targets_targetevent_version_check CHECK ((version >= 0))
);



ALTER TABLE public.targets_targetevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_targetevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);



ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);



ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
















































INSERT INTO public.auth_permission VALUES
	(1, 'Can add lượt gửi', 1, 'add_submission'),
	(2, 'Can change lượt gửi', 1, 'change_submission'),
	(3, 'Can delete lượt gửi', 1, 'delete_submission'),
	(4, 'Can view lượt gửi', 1, 'view_submission'),
	(5, 'Can add người', 3, 'add_person'),
	(6, 'Can change người', 3, 'change_person'),
	(7, 'Can delete người', 3, 'delete_person'),
	(8, 'Can view người', 3, 'view_person'),
	(9, 'Can add tài khoản', 4, 'add_user'),
	(10, 'Can change tài khoản', 4, 'change_user'),
	(11, 'Can delete tài khoản', 4, 'delete_user'),
	(12, 'Can view tài khoản', 4, 'view_user'),
	(13, 'Can add mã dùng một lần', 2, 'add_onetimecode'),
	(14, 'Can change mã dùng một lần', 2, 'change_onetimecode'),
	(15, 'Can delete mã dùng một lần', 2, 'delete_onetimecode'),
	(16, 'Can view mã dùng một lần', 2, 'view_onetimecode'),
	(17, 'Can add địa bàn', 5, 'add_area'),
	(18, 'Can change địa bàn', 5, 'change_area'),
	(19, 'Can delete địa bàn', 5, 'delete_area'),
	(20, 'Can view địa bàn', 5, 'view_area'),
	(21, 'Can add mã địa bàn', 6, 'add_areacode'),
	(22, 'Can change mã địa bàn', 6, 'change_areacode'),
	(23, 'Can delete mã địa bàn', 6, 'delete_areacode'),
	(24, 'Can view mã địa bàn', 6, 'view_areacode'),
	(25, 'Can add tên và loại của địa bàn', 8, 'add_areaversion'),
	(26, 'Can change tên và loại của địa bàn', 8, 'change_areaversion'),
	(27, 'Can delete tên và loại của địa bàn', 8, 'delete_areaversion'),
	(28, 'Can view tên và loại của địa bàn', 8, 'view_areaversion'),
	(29, 'Can add tổ chức', 9, 'add_body'),
	(30, 'Can change tổ chức', 9, 'change_body'),
	(31, 'Can delete tổ chức', 9, 'delete_body'),
	(32, 'Can view tổ chức', 9, 'view_body'),
	(33, 'Can add cách gọi khác', 10, 'add_bodyalias'),
	(34, 'Can change cách gọi khác', 10, 'change_bodyalias'),
	(35, 'Can delete cách gọi khác', 10, 'delete_bodyalias'),
	(36, 'Can view cách gọi khác', 10, 'view_bodyalias'),
	(37, 'Can add chức năng', 11, 'add_bodyfunction'),
	(38, 'Can change chức năng', 11, 'change_bodyfunction'),
	(39, 'Can delete chức năng', 11, 'delete_bodyfunction'),
	(40, 'Can view chức năng', 11, 'view_bodyfunction'),
	(41, 'Can add tên tổ chức', 12, 'add_bodyname'),
	(42, 'Can change tên tổ chức', 12, 'change_bodyname'),
	(43, 'Can delete tên tổ chức', 12, 'delete_bodyname'),
	(44, 'Can view tên tổ chức', 12, 'view_bodyname'),
	(45, 'Can add kế thừa', 13, 'add_succession'),
	(46, 'Can change kế thừa', 13, 'change_succession'),
	(47, 'Can delete kế thừa', 13, 'delete_succession'),
	(48, 'Can view kế thừa', 13, 'view_succession'),
	(49, 'Can add succession event', 14, 'add_successionevent'),
	(50, 'Can change succession event', 14, 'change_successionevent'),
	(51, 'Can delete succession event', 14, 'delete_successionevent'),
	(52, 'Can view succession event', 14, 'view_successionevent'),
	(53, 'Can add quan hệ kế thừa', 15, 'add_successionlink'),
	(54, 'Can change quan hệ kế thừa', 15, 'change_successionlink'),
	(55, 'Can delete quan hệ kế thừa', 15, 'delete_successionlink'),
	(56, 'Can view quan hệ kế thừa', 15, 'view_successionlink'),
	(57, 'Can add đường dẫn của địa bàn', 7, 'add_areapath'),
	(58, 'Can change đường dẫn của địa bàn', 7, 'change_areapath'),
	(59, 'Can delete đường dẫn của địa bàn', 7, 'delete_areapath'),
	(60, 'Can view đường dẫn của địa bàn', 7, 'view_areapath'),
	(61, 'Can add yêu cầu đăng nhập', 17, 'add_bodysecurity'),
	(62, 'Can change yêu cầu đăng nhập', 17, 'change_bodysecurity'),
	(63, 'Can delete yêu cầu đăng nhập', 17, 'delete_bodysecurity'),
	(64, 'Can view yêu cầu đăng nhập', 17, 'view_bodysecurity'),
	(65, 'Can add vai trò tại tổ chức', 20, 'add_membership'),
	(66, 'Can change vai trò tại tổ chức', 20, 'change_membership'),
	(67, 'Can delete vai trò tại tổ chức', 20, 'delete_membership'),
	(68, 'Can view vai trò tại tổ chức', 20, 'view_membership'),
	(69, 'Can add quyết định về vai trò', 21, 'add_membershipdecision'),
	(70, 'Can change quyết định về vai trò', 21, 'change_membershipdecision'),
	(71, 'Can delete quyết định về vai trò', 21, 'delete_membershipdecision'),
	(72, 'Can view quyết định về vai trò', 21, 'view_membershipdecision'),
	(73, 'Can add membership event', 22, 'add_membershipevent'),
	(74, 'Can change membership event', 22, 'change_membershipevent'),
	(75, 'Can delete membership event', 22, 'delete_membershipevent'),
	(76, 'Can view membership event', 22, 'view_membershipevent'),
	(77, 'Can add thông báo', 23, 'add_notice'),
	(78, 'Can change thông báo', 23, 'change_notice'),
	(79, 'Can delete thông báo', 23, 'delete_notice'),
	(80, 'Can view thông báo', 23, 'view_notice'),
	(81, 'Can add góc nhìn đã lưu', 25, 'add_savedview'),
	(82, 'Can change góc nhìn đã lưu', 25, 'change_savedview'),
	(83, 'Can delete góc nhìn đã lưu', 25, 'delete_savedview'),
	(84, 'Can view góc nhìn đã lưu', 25, 'view_savedview'),
	(85, 'Can add tin gửi đi', 18, 'add_delivery'),
	(86, 'Can change tin gửi đi', 18, 'change_delivery'),
	(87, 'Can delete tin gửi đi', 18, 'delete_delivery'),
	(88, 'Can view tin gửi đi', 18, 'view_delivery'),
	(89, 'Can add việc đã làm với tin gửi đi', 19, 'add_deliverydecision'),
	(90, 'Can change việc đã làm với tin gửi đi', 19, 'change_deliverydecision'),
	(91, 'Can delete việc đã làm với tin gửi đi', 19, 'delete_deliverydecision'),
	(92, 'Can view việc đã làm với tin gửi đi', 19, 'view_deliverydecision'),
	(93, 'Can add cách nhận nhắc việc', 24, 'add_reminderchoice'),
	(94, 'Can change cách nhận nhắc việc', 24, 'change_reminderchoice'),
	(95, 'Can delete cách nhận nhắc việc', 24, 'delete_reminderchoice'),
	(96, 'Can view cách nhận nhắc việc', 24, 'view_reminderchoice'),
	(97, 'Can add địa chỉ nhận tin', 16, 'add_address'),
	(98, 'Can change địa chỉ nhận tin', 16, 'change_address'),
	(99, 'Can delete địa chỉ nhận tin', 16, 'delete_address'),
	(100, 'Can view địa chỉ nhận tin', 16, 'view_address'),
	(101, 'Can add phiên đăng nhập', 26, 'add_session'),
	(102, 'Can change phiên đăng nhập', 26, 'change_session'),
	(103, 'Can delete phiên đăng nhập', 26, 'delete_session'),
	(104, 'Can view phiên đăng nhập', 26, 'view_session'),
	(105, 'Can add mẫu thể thức', 28, 'add_documenttemplate'),
	(106, 'Can change mẫu thể thức', 28, 'change_documenttemplate'),
	(107, 'Can delete mẫu thể thức', 28, 'delete_documenttemplate'),
	(108, 'Can view mẫu thể thức', 28, 'view_documenttemplate'),
	(109, 'Can add sổ văn bản đi', 35, 'add_outgoingregister'),
	(110, 'Can change sổ văn bản đi', 35, 'change_outgoingregister'),
	(111, 'Can delete sổ văn bản đi', 35, 'delete_outgoingregister'),
	(112, 'Can view sổ văn bản đi', 35, 'view_outgoingregister'),
	(113, 'Can add văn bản đi', 34, 'add_outgoingentry'),
	(114, 'Can change văn bản đi', 34, 'change_outgoingentry'),
	(115, 'Can delete văn bản đi', 34, 'delete_outgoingentry'),
	(116, 'Can view văn bản đi', 34, 'view_outgoingentry'),
	(117, 'Can add tệp', 40, 'add_storedfile'),
	(118, 'Can change tệp', 40, 'change_storedfile'),
	(119, 'Can delete tệp', 40, 'delete_storedfile'),
	(120, 'Can view tệp', 40, 'view_storedfile'),
	(121, 'Can add sửa sổ văn bản đi', 33, 'add_outgoingcorrection'),
	(122, 'Can change sửa sổ văn bản đi', 33, 'change_outgoingcorrection'),
	(123, 'Can delete sửa sổ văn bản đi', 33, 'delete_outgoingcorrection'),
	(124, 'Can view sửa sổ văn bản đi', 33, 'view_outgoingcorrection'),
	(125, 'Can add nơi nhận văn bản', 27, 'add_delivery'),
	(126, 'Can change nơi nhận văn bản', 27, 'change_delivery'),
	(127, 'Can delete nơi nhận văn bản', 27, 'delete_delivery'),
	(128, 'Can view nơi nhận văn bản', 27, 'view_delivery'),
	(129, 'Can add chuyển văn bản đến', 29, 'add_forwarding'),
	(130, 'Can change chuyển văn bản đến', 29, 'change_forwarding'),
	(131, 'Can delete chuyển văn bản đến', 29, 'delete_forwarding'),
	(132, 'Can view chuyển văn bản đến', 29, 'view_forwarding'),
	(133, 'Can add sửa sổ văn bản đến', 30, 'add_incomingcorrection'),
	(134, 'Can change sửa sổ văn bản đến', 30, 'change_incomingcorrection'),
	(135, 'Can delete sửa sổ văn bản đến', 30, 'delete_incomingcorrection'),
	(136, 'Can view sửa sổ văn bản đến', 30, 'view_incomingcorrection'),
	(137, 'Can add văn bản đến', 31, 'add_incomingentry'),
	(138, 'Can change văn bản đến', 31, 'change_incomingentry'),
	(139, 'Can delete văn bản đến', 31, 'delete_incomingentry'),
	(140, 'Can view văn bản đến', 31, 'view_incomingentry'),
	(141, 'Can add sổ văn bản đến', 32, 'add_incomingregister'),
	(142, 'Can change sổ văn bản đến', 32, 'change_incomingregister'),
	(143, 'Can delete sổ văn bản đến', 32, 'delete_incomingregister'),
	(144, 'Can view sổ văn bản đến', 32, 'view_incomingregister'),
	(145, 'Can add xác nhận đã đọc', 37, 'add_readreceipt'),
	(146, 'Can change xác nhận đã đọc', 37, 'change_readreceipt'),
	(147, 'Can delete xác nhận đã đọc', 37, 'delete_readreceipt'),
	(148, 'Can view xác nhận đã đọc', 37, 'view_readreceipt'),
	(149, 'Can add lần gửi văn bản', 38, 'add_sending'),
	(150, 'Can change lần gửi văn bản', 38, 'change_sending'),
	(151, 'Can delete lần gửi văn bản', 38, 'delete_sending'),
	(152, 'Can view lần gửi văn bản', 38, 'view_sending'),
	(153, 'Can add tệp có chữ ký số', 39, 'add_signedpdf'),
	(154, 'Can change tệp có chữ ký số', 39, 'change_signedpdf'),
	(155, 'Can delete tệp có chữ ký số', 39, 'delete_signedpdf'),
	(156, 'Can view tệp có chữ ký số', 39, 'view_signedpdf'),
	(157, 'Can add chữ ký số trong tệp', 36, 'add_pdfsignature'),
	(158, 'Can change chữ ký số trong tệp', 36, 'change_pdfsignature'),
	(159, 'Can delete chữ ký số trong tệp', 36, 'delete_pdfsignature'),
	(160, 'Can view chữ ký số trong tệp', 36, 'view_pdfsignature'),
	(161, 'Can add điều khoản', 45, 'add_clause'),
	(162, 'Can change điều khoản', 45, 'change_clause'),
	(163, 'Can delete điều khoản', 45, 'delete_clause'),
	(164, 'Can view điều khoản', 45, 'view_clause'),
	(165, 'Can add chế độ báo cáo, việc định kỳ', 47, 'add_dutyrule'),
	(166, 'Can change chế độ báo cáo, việc định kỳ', 47, 'change_dutyrule'),
	(167, 'Can delete chế độ báo cáo, việc định kỳ', 47, 'delete_dutyrule'),
	(168, 'Can view chế độ báo cáo, việc định kỳ', 47, 'view_dutyrule'),
	(169, 'Can add bên trong chế độ báo cáo', 46, 'add_dutyparty'),
	(170, 'Can change bên trong chế độ báo cáo', 46, 'change_dutyparty'),
	(171, 'Can delete bên trong chế độ báo cáo', 46, 'delete_dutyparty'),
	(172, 'Can view bên trong chế độ báo cáo', 46, 'view_dutyparty'),
	(173, 'Can add bản chương trình', 48, 'add_edition'),
	(174, 'Can change bản chương trình', 48, 'change_edition'),
	(175, 'Can delete bản chương trình', 48, 'delete_edition'),
	(176, 'Can view bản chương trình', 48, 'view_edition'),
	(177, 'Can add việc đã làm với chương trình', 49, 'add_editiondecision'),
	(178, 'Can change việc đã làm với chương trình', 49, 'change_editiondecision'),
	(179, 'Can delete việc đã làm với chương trình', 49, 'delete_editiondecision'),
	(180, 'Can view việc đã làm với chương trình', 49, 'view_editiondecision'),
	(181, 'Can add căn cứ', 54, 'add_legalbasis'),
	(182, 'Can change căn cứ', 54, 'change_legalbasis'),
	(183, 'Can delete căn cứ', 54, 'delete_legalbasis'),
	(184, 'Can view căn cứ', 54, 'view_legalbasis'),
	(185, 'Can add sửa lỗi nhập', 55, 'add_mending'),
	(186, 'Can change sửa lỗi nhập', 55, 'change_mending'),
	(187, 'Can delete sửa lỗi nhập', 55, 'delete_mending'),
	(188, 'Can view sửa lỗi nhập', 55, 'view_mending'),
	(189, 'Can add bên ký', 56, 'add_party'),
	(190, 'Can change bên ký', 56, 'change_party'),
	(191, 'Can delete bên ký', 56, 'delete_party'),
	(192, 'Can view bên ký', 56, 'view_party'),
	(193, 'Can add chương trình', 57, 'add_programme'),
	(194, 'Can change chương trình', 57, 'change_programme'),
	(195, 'Can delete chương trình', 57, 'delete_programme'),
	(196, 'Can view chương trình', 57, 'view_programme'),
	(197, 'Can add edition event', 50, 'add_editionevent'),
	(198, 'Can change edition event', 50, 'change_editionevent'),
	(199, 'Can delete edition event', 50, 'delete_editionevent'),
	(200, 'Can view edition event', 50, 'view_editionevent'),
	(201, 'Can add nơi nhận', 58, 'add_recipient'),
	(202, 'Can change nơi nhận', 58, 'change_recipient'),
	(203, 'Can delete nơi nhận', 58, 'delete_recipient'),
	(204, 'Can view nơi nhận', 58, 'view_recipient'),
	(205, 'Can add chữ ký', 59, 'add_signature'),
	(206, 'Can change chữ ký', 59, 'change_signature'),
	(207, 'Can delete chữ ký', 59, 'delete_signature'),
	(208, 'Can view chữ ký', 59, 'view_signature'),
	(209, 'Can add phân công', 44, 'add_assignment'),
	(210, 'Can change phân công', 44, 'change_assignment'),
	(211, 'Can delete phân công', 44, 'delete_assignment'),
	(212, 'Can view phân công', 44, 'view_assignment'),
	(213, 'Can add đơn vị kế thừa trong chương trình', 53, 'add_heir'),
	(214, 'Can change đơn vị kế thừa trong chương trình', 53, 'change_heir'),
	(215, 'Can delete đơn vị kế thừa trong chương trình', 53, 'delete_heir'),
	(216, 'Can view đơn vị kế thừa trong chương trình', 53, 'view_heir'),
	(217, 'Can add đính chính', 51, 'add_erratum'),
	(218, 'Can change đính chính', 51, 'change_erratum'),
	(219, 'Can delete đính chính', 51, 'delete_erratum'),
	(220, 'Can view đính chính', 51, 'view_erratum'),
	(221, 'Can add cụ thể hóa chương trình cấp trên', 42, 'add_adoption'),
	(222, 'Can change cụ thể hóa chương trình cấp trên', 42, 'change_adoption'),
	(223, 'Can delete cụ thể hóa chương trình cấp trên', 42, 'delete_adoption'),
	(224, 'Can view cụ thể hóa chương trình cấp trên', 42, 'view_adoption'),
	(225, 'Can add việc đã làm khi cụ thể hóa', 43, 'add_adoptiondecision'),
	(226, 'Can change việc đã làm khi cụ thể hóa', 43, 'change_adoptiondecision'),
	(227, 'Can delete việc đã làm khi cụ thể hóa', 43, 'delete_adoptiondecision'),
	(228, 'Can view việc đã làm khi cụ thể hóa', 43, 'view_adoptiondecision'),
	(229, 'Can add lần triển khai', 52, 'add_handdown'),
	(230, 'Can change lần triển khai', 52, 'change_handdown'),
	(231, 'Can delete lần triển khai', 52, 'delete_handdown'),
	(232, 'Can view lần triển khai', 52, 'view_handdown'),
	(233, 'Can add mục thêm vào', 41, 'add_addition'),
	(234, 'Can change mục thêm vào', 41, 'change_addition'),
	(235, 'Can delete mục thêm vào', 41, 'delete_addition'),
	(236, 'Can view mục thêm vào', 41, 'view_addition'),
	(237, 'Can add số liệu', 65, 'add_figure'),
	(238, 'Can change số liệu', 65, 'change_figure'),
	(239, 'Can delete số liệu', 65, 'delete_figure'),
	(240, 'Can view số liệu', 65, 'view_figure'),
	(241, 'Can add duyệt số liệu', 66, 'add_figureacceptance'),
	(242, 'Can change duyệt số liệu', 66, 'change_figureacceptance'),
	(243, 'Can delete duyệt số liệu', 66, 'delete_figureacceptance'),
	(244, 'Can view duyệt số liệu', 66, 'view_figureacceptance'),
	(245, 'Can add chỉ tiêu', 75, 'add_target'),
	(246, 'Can change chỉ tiêu', 75, 'change_target'),
	(247, 'Can delete chỉ tiêu', 75, 'delete_target'),
	(248, 'Can view chỉ tiêu', 75, 'view_target'),
	(249, 'Can add phần đảm nhận', 62, 'add_contribution'),
	(250, 'Can change phần đảm nhận', 62, 'change_contribution'),
	(251, 'Can delete phần đảm nhận', 62, 'delete_contribution'),
	(252, 'Can view phần đảm nhận', 62, 'view_contribution'),
	(253, 'Can add target event', 76, 'add_targetevent'),
	(254, 'Can change target event', 76, 'change_targetevent'),
	(255, 'Can delete target event', 76, 'delete_targetevent'),
	(256, 'Can view target event', 76, 'view_targetevent'),
	(257, 'Can add minh chứng', 68, 'add_figureevidence'),
	(258, 'Can change minh chứng', 68, 'change_figureevidence'),
	(259, 'Can delete minh chứng', 68, 'delete_figureevidence'),
	(260, 'Can view minh chứng', 68, 'view_figureevidence'),
	(261, 'Can add đề nghị phần chỉ tiêu', 70, 'add_partoffer'),
	(262, 'Can change đề nghị phần chỉ tiêu', 70, 'change_partoffer'),
	(263, 'Can delete đề nghị phần chỉ tiêu', 70, 'delete_partoffer'),
	(264, 'Can view đề nghị phần chỉ tiêu', 70, 'view_partoffer'),
	(265, 'Can add chỉ tiêu nhận của cấp trên', 60, 'add_adoptedtarget'),
	(266, 'Can change chỉ tiêu nhận của cấp trên', 60, 'change_adoptedtarget'),
	(267, 'Can delete chỉ tiêu nhận của cấp trên', 60, 'delete_adoptedtarget'),
	(268, 'Can view chỉ tiêu nhận của cấp trên', 60, 'view_adoptedtarget'),
	(269, 'Can add phần đảm nhận kế thừa', 69, 'add_inheritedshare'),
	(270, 'Can change phần đảm nhận kế thừa', 69, 'change_inheritedshare'),
	(271, 'Can delete phần đảm nhận kế thừa', 69, 'delete_inheritedshare'),
	(272, 'Can view phần đảm nhận kế thừa', 69, 'view_inheritedshare'),
	(273, 'Can add kỳ đã khóa', 61, 'add_closedperiod'),
	(274, 'Can change kỳ đã khóa', 61, 'change_closedperiod'),
	(275, 'Can delete kỳ đã khóa', 61, 'delete_closedperiod'),
	(276, 'Can view kỳ đã khóa', 61, 'view_closedperiod'),
	(277, 'Can add lần nhập số liệu', 64, 'add_entering'),
	(278, 'Can change lần nhập số liệu', 64, 'change_entering'),
	(279, 'Can delete lần nhập số liệu', 64, 'delete_entering'),
	(280, 'Can view lần nhập số liệu', 64, 'view_entering'),
	(281, 'Can add xác nhận số khác thường', 67, 'add_figureconfirmation'),
	(282, 'Can change xác nhận số khác thường', 67, 'change_figureconfirmation'),
	(283, 'Can delete xác nhận số khác thường', 67, 'delete_figureconfirmation'),
	(284, 'Can view xác nhận số khác thường', 67, 'view_figureconfirmation'),
	(285, 'Can add số đơn vị phải báo', 63, 'add_duecount'),
	(286, 'Can change số đơn vị phải báo', 63, 'change_duecount'),
	(287, 'Can delete số đơn vị phải báo', 63, 'delete_duecount'),
	(288, 'Can view số đơn vị phải báo', 63, 'view_duecount'),
	(289, 'Can add phần đã cộng', 71, 'add_summary'),
	(290, 'Can change phần đã cộng', 71, 'change_summary'),
	(291, 'Can delete phần đã cộng', 71, 'delete_summary'),
	(292, 'Can view phần đã cộng', 71, 'view_summary'),
	(293, 'Can add lần đối chiếu', 72, 'add_summarycheck'),
	(294, 'Can change lần đối chiếu', 72, 'change_summarycheck'),
	(295, 'Can delete lần đối chiếu', 72, 'delete_summarycheck'),
	(296, 'Can view lần đối chiếu', 72, 'view_summarycheck'),
	(297, 'Can add chuỗi số liệu đã cộng', 73, 'add_summaryseries'),
	(298, 'Can change chuỗi số liệu đã cộng', 73, 'change_summaryseries'),
	(299, 'Can delete chuỗi số liệu đã cộng', 73, 'delete_summaryseries'),
	(300, 'Can view chuỗi số liệu đã cộng', 73, 'view_summaryseries'),
	(301, 'Can add giá trị đã đếm', 74, 'add_summaryvalue'),
	(302, 'Can change giá trị đã đếm', 74, 'change_summaryvalue'),
	(303, 'Can delete giá trị đã đếm', 74, 'delete_summaryvalue'),
	(304, 'Can view giá trị đã đếm', 74, 'view_summaryvalue'),
	(305, 'Can add công việc', 112, 'add_task'),
	(306, 'Can change công việc', 112, 'change_task'),
	(307, 'Can delete công việc', 112, 'delete_task'),
	(308, 'Can view công việc', 112, 'view_task'),
	(309, 'Can add việc đã làm với công việc', 113, 'add_taskdecision'),
	(310, 'Can change việc đã làm với công việc', 113, 'change_taskdecision'),
	(311, 'Can delete việc đã làm với công việc', 113, 'delete_taskdecision'),
	(312, 'Can view việc đã làm với công việc', 113, 'view_taskdecision'),
	(313, 'Can add minh chứng', 114, 'add_taskevidence'),
	(314, 'Can change minh chứng', 114, 'change_taskevidence'),
	(315, 'Can delete minh chứng', 114, 'delete_taskevidence'),
	(316, 'Can view minh chứng', 114, 'view_taskevidence'),
	(317, 'Can add mốc lộ trình', 91, 'add_milestone'),
	(318, 'Can change mốc lộ trình', 91, 'change_milestone'),
	(319, 'Can delete mốc lộ trình', 91, 'delete_milestone'),
	(320, 'Can view mốc lộ trình', 91, 'view_milestone'),
	(321, 'Can add việc đã làm với mốc lộ trình', 92, 'add_milestonedecision'),
	(322, 'Can change việc đã làm với mốc lộ trình', 92, 'change_milestonedecision'),
	(323, 'Can delete việc đã làm với mốc lộ trình', 92, 'delete_milestonedecision'),
	(324, 'Can view việc đã làm với mốc lộ trình', 92, 'view_milestonedecision'),
	(325, 'Can add chương trình hành động cá nhân', 97, 'add_personalplan'),
	(326, 'Can change chương trình hành động cá nhân', 97, 'change_personalplan'),
	(327, 'Can delete chương trình hành động cá nhân', 97, 'delete_personalplan'),
	(328, 'Can view chương trình hành động cá nhân', 97, 'view_personalplan'),
	(329, 'Can add cam kết cá nhân', 96, 'add_personalcommitment'),
	(330, 'Can change cam kết cá nhân', 96, 'change_personalcommitment'),
	(331, 'Can delete cam kết cá nhân', 96, 'delete_personalcommitment'),
	(332, 'Can view cam kết cá nhân', 96, 'view_personalcommitment'),
	(333, 'Can add việc đã làm với chương trình hành động cá nhân', 98, 'add_personalplandecision'),
	(334, 'Can change việc đã làm với chương trình hành động cá nhân', 98, 'change_personalplandecision'),
	(335, 'Can delete việc đã làm với chương trình hành động cá nhân', 98, 'delete_personalplandecision'),
	(336, 'Can view việc đã làm với chương trình hành động cá nhân', 98, 'view_personalplandecision'),
	(337, 'Can add đơn vị điểm', 99, 'add_pilot'),
	(338, 'Can change đơn vị điểm', 99, 'change_pilot'),
	(339, 'Can delete đơn vị điểm', 99, 'delete_pilot'),
	(340, 'Can view đơn vị điểm', 99, 'view_pilot'),
	(341, 'Can add đánh giá đơn vị điểm', 100, 'add_pilotassessment'),
	(342, 'Can change đánh giá đơn vị điểm', 100, 'change_pilotassessment'),
	(343, 'Can delete đánh giá đơn vị điểm', 100, 'delete_pilotassessment'),
	(344, 'Can view đánh giá đơn vị điểm', 100, 'view_pilotassessment'),
	(345, 'Can add việc đã làm với đơn vị điểm', 101, 'add_pilotdecision'),
	(346, 'Can change việc đã làm với đơn vị điểm', 101, 'change_pilotdecision'),
	(347, 'Can delete việc đã làm với đơn vị điểm', 101, 'delete_pilotdecision'),
	(348, 'Can view việc đã làm với đơn vị điểm', 101, 'view_pilotdecision'),
	(349, 'Can add đợt đăng ký', 108, 'add_registrationround'),
	(350, 'Can change đợt đăng ký', 108, 'change_registrationround'),
	(351, 'Can delete đợt đăng ký', 108, 'delete_registrationround'),
	(352, 'Can view đợt đăng ký', 108, 'view_registrationround'),
	(353, 'Can add bảng đăng ký', 109, 'add_registrationsheet'),
	(354, 'Can change bảng đăng ký', 109, 'change_registrationsheet'),
	(355, 'Can delete bảng đăng ký', 109, 'delete_registrationsheet'),
	(356, 'Can view bảng đăng ký', 109, 'view_registrationsheet'),
	(357, 'Can add nội dung đăng ký', 107, 'add_registrationitem'),
	(358, 'Can change nội dung đăng ký', 107, 'change_registrationitem'),
	(359, 'Can delete nội dung đăng ký', 107, 'delete_registrationitem'),
	(360, 'Can view nội dung đăng ký', 107, 'view_registrationitem'),
	(361, 'Can add việc đã làm với bảng đăng ký', 111, 'add_sheetdecision'),
	(362, 'Can change việc đã làm với bảng đăng ký', 111, 'change_sheetdecision'),
	(363, 'Can delete việc đã làm với bảng đăng ký', 111, 'delete_sheetdecision'),
	(364, 'Can view việc đã làm với bảng đăng ký', 111, 'view_sheetdecision'),
	(365, 'Can add người theo dõi nội dung', 86, 'add_follower'),
	(366, 'Can change người theo dõi nội dung', 86, 'change_follower'),
	(367, 'Can delete người theo dõi nội dung', 86, 'delete_follower'),
	(368, 'Can view người theo dõi nội dung', 86, 'view_follower'),
	(369, 'Can add bàn giao việc theo dõi', 87, 'add_handingover'),
	(370, 'Can change bàn giao việc theo dõi', 87, 'change_handingover'),
	(371, 'Can delete bàn giao việc theo dõi', 87, 'delete_handingover'),
	(372, 'Can view bàn giao việc theo dõi', 87, 'view_handingover'),
	(373, 'Can add vướng mắc', 93, 'add_obstacle'),
	(374, 'Can change vướng mắc', 93, 'change_obstacle'),
	(375, 'Can delete vướng mắc', 93, 'delete_obstacle'),
	(376, 'Can view vướng mắc', 93, 'view_obstacle'),
	(377, 'Can add trao đổi về vướng mắc', 94, 'add_obstacledecision'),
	(378, 'Can change trao đổi về vướng mắc', 94, 'change_obstacledecision'),
	(379, 'Can delete trao đổi về vướng mắc', 94, 'delete_obstacledecision'),
	(380, 'Can view trao đổi về vướng mắc', 94, 'view_obstacledecision'),
	(381, 'Can add tệp kèm vướng mắc', 95, 'add_obstaclefile'),
	(382, 'Can change tệp kèm vướng mắc', 95, 'change_obstaclefile'),
	(383, 'Can delete tệp kèm vướng mắc', 95, 'delete_obstaclefile'),
	(384, 'Can view tệp kèm vướng mắc', 95, 'view_obstaclefile'),
	(385, 'Can add nhiệm vụ phát sinh', 82, 'add_emergenttask'),
	(386, 'Can change nhiệm vụ phát sinh', 82, 'change_emergenttask'),
	(387, 'Can delete nhiệm vụ phát sinh', 82, 'delete_emergenttask'),
	(388, 'Can view nhiệm vụ phát sinh', 82, 'view_emergenttask'),
	(389, 'Can add phần việc trong nhiệm vụ phát sinh', 81, 'add_emergentpart'),
	(390, 'Can change phần việc trong nhiệm vụ phát sinh', 81, 'change_emergentpart'),
	(391, 'Can delete phần việc trong nhiệm vụ phát sinh', 81, 'delete_emergentpart'),
	(392, 'Can view phần việc trong nhiệm vụ phát sinh', 81, 'view_emergentpart'),
	(393, 'Can add tồn tại', 83, 'add_finding'),
	(394, 'Can change tồn tại', 83, 'change_finding'),
	(395, 'Can delete tồn tại', 83, 'delete_finding'),
	(396, 'Can view tồn tại', 83, 'view_finding'),
	(397, 'Can add việc đã làm với tồn tại', 84, 'add_findingdecision'),
	(398, 'Can change việc đã làm với tồn tại', 84, 'change_findingdecision'),
	(399, 'Can delete việc đã làm với tồn tại', 84, 'delete_findingdecision'),
	(400, 'Can view việc đã làm với tồn tại', 84, 'view_findingdecision'),
	(401, 'Can add cuộc kiểm tra', 88, 'add_inspection'),
	(402, 'Can change cuộc kiểm tra', 88, 'change_inspection'),
	(403, 'Can delete cuộc kiểm tra', 88, 'delete_inspection'),
	(404, 'Can view cuộc kiểm tra', 88, 'view_inspection'),
	(405, 'Can add cuộc họp', 90, 'add_meeting'),
	(406, 'Can change cuộc họp', 90, 'change_meeting'),
	(407, 'Can delete cuộc họp', 90, 'delete_meeting'),
	(408, 'Can view cuộc họp', 90, 'view_meeting'),
	(409, 'Can add thành phần mời họp', 89, 'add_invitee'),
	(410, 'Can change thành phần mời họp', 89, 'change_invitee'),
	(411, 'Can delete thành phần mời họp', 89, 'delete_invitee'),
	(412, 'Can view thành phần mời họp', 89, 'view_invitee'),
	(413, 'Can add kết luận', 79, 'add_conclusion'),
	(414, 'Can change kết luận', 79, 'change_conclusion'),
	(415, 'Can delete kết luận', 79, 'delete_conclusion'),
	(416, 'Can view kết luận', 79, 'view_conclusion'),
	(417, 'Can add nội dung họp', 77, 'add_agendaitem'),
	(418, 'Can change nội dung họp', 77, 'change_agendaitem'),
	(419, 'Can delete nội dung họp', 77, 'delete_agendaitem'),
	(420, 'Can view nội dung họp', 77, 'view_agendaitem'),
	(421, 'Can add buổi', 110, 'add_session'),
	(422, 'Can change buổi', 110, 'change_session'),
	(423, 'Can delete buổi', 110, 'delete_session'),
	(424, 'Can view buổi', 110, 'view_session'),
	(425, 'Can add thành viên đoàn kiểm tra', 115, 'add_teammember'),
	(426, 'Can change thành viên đoàn kiểm tra', 115, 'change_teammember'),
	(427, 'Can delete thành viên đoàn kiểm tra', 115, 'delete_teammember'),
	(428, 'Can view thành viên đoàn kiểm tra', 115, 'view_teammember'),
	(429, 'Can add đơn vị được kiểm tra', 116, 'add_visit'),
	(430, 'Can change đơn vị được kiểm tra', 116, 'change_visit'),
	(431, 'Can delete đơn vị được kiểm tra', 116, 'delete_visit'),
	(432, 'Can view đơn vị được kiểm tra', 116, 'view_visit'),
	(433, 'Can add địa chỉ lịch', 78, 'add_calendarfeed'),
	(434, 'Can change địa chỉ lịch', 78, 'change_calendarfeed'),
	(435, 'Can delete địa chỉ lịch', 78, 'delete_calendarfeed'),
	(436, 'Can view địa chỉ lịch', 78, 'view_calendarfeed'),
	(437, 'Can add khoản chi', 80, 'add_costline'),
	(438, 'Can change khoản chi', 80, 'change_costline'),
	(439, 'Can delete khoản chi', 80, 'delete_costline'),
	(440, 'Can view khoản chi', 80, 'view_costline'),
	(441, 'Can add minh chứng của tồn tại', 85, 'add_findingfile'),
	(442, 'Can change minh chứng của tồn tại', 85, 'change_findingfile'),
	(443, 'Can delete minh chứng của tồn tại', 85, 'delete_findingfile'),
	(444, 'Can view minh chứng của tồn tại', 85, 'view_findingfile'),
	(445, 'Can add hạn lập kế hoạch thực hiện', 102, 'add_plandeadline'),
	(446, 'Can change hạn lập kế hoạch thực hiện', 102, 'change_plandeadline'),
	(447, 'Can delete hạn lập kế hoạch thực hiện', 102, 'delete_plandeadline'),
	(448, 'Can view hạn lập kế hoạch thực hiện', 102, 'view_plandeadline'),
	(449, 'Can add đề xuất vào kế hoạch liên tịch', 103, 'add_proposal'),
	(450, 'Can change đề xuất vào kế hoạch liên tịch', 103, 'change_proposal'),
	(451, 'Can delete đề xuất vào kế hoạch liên tịch', 103, 'delete_proposal'),
	(452, 'Can view đề xuất vào kế hoạch liên tịch', 103, 'view_proposal'),
	(453, 'Can add lời mời đề xuất', 104, 'add_proposalcall'),
	(454, 'Can change lời mời đề xuất', 104, 'change_proposalcall'),
	(455, 'Can delete lời mời đề xuất', 104, 'delete_proposalcall'),
	(456, 'Can view lời mời đề xuất', 104, 'view_proposalcall'),
	(457, 'Can add việc đã làm với đề xuất', 105, 'add_proposaldecision'),
	(458, 'Can change việc đã làm với đề xuất', 105, 'change_proposaldecision'),
	(459, 'Can delete việc đã làm với đề xuất', 105, 'delete_proposaldecision'),
	(460, 'Can view việc đã làm với đề xuất', 105, 'view_proposaldecision'),
	(461, 'Can add đợt đề xuất kế hoạch', 106, 'add_proposalround'),
	(462, 'Can change đợt đề xuất kế hoạch', 106, 'change_proposalround'),
	(463, 'Can delete đợt đề xuất kế hoạch', 106, 'delete_proposalround'),
	(464, 'Can view đợt đề xuất kế hoạch', 106, 'view_proposalround'),
	(465, 'Can add ngày nghỉ, ngày làm bù', 118, 'add_calendarday'),
	(466, 'Can change ngày nghỉ, ngày làm bù', 118, 'change_calendarday'),
	(467, 'Can delete ngày nghỉ, ngày làm bù', 118, 'delete_calendarday'),
	(468, 'Can view ngày nghỉ, ngày làm bù', 118, 'view_calendarday'),
	(469, 'Can add báo cáo tổng hợp', 123, 'add_consolidation'),
	(470, 'Can change báo cáo tổng hợp', 123, 'change_consolidation'),
	(471, 'Can delete báo cáo tổng hợp', 123, 'delete_consolidation'),
	(472, 'Can view báo cáo tổng hợp', 123, 'view_consolidation'),
	(473, 'Can add việc đã làm với bản tổng hợp', 124, 'add_consolidationdecision'),
	(474, 'Can change việc đã làm với bản tổng hợp', 124, 'change_consolidationdecision'),
	(475, 'Can delete việc đã làm với bản tổng hợp', 124, 'delete_consolidationdecision'),
	(476, 'Can view việc đã làm với bản tổng hợp', 124, 'view_consolidationdecision'),
	(477, 'Can add báo cáo phải nộp', 130, 'add_obligation'),
	(478, 'Can change báo cáo phải nộp', 130, 'change_obligation'),
	(479, 'Can delete báo cáo phải nộp', 130, 'delete_obligation'),
	(480, 'Can view báo cáo phải nộp', 130, 'view_obligation'),
	(481, 'Can add obligation event', 132, 'add_obligationevent'),
	(482, 'Can change obligation event', 132, 'change_obligationevent'),
	(483, 'Can delete obligation event', 132, 'delete_obligationevent'),
	(484, 'Can view obligation event', 132, 'view_obligationevent'),
	(485, 'Can add nơi nhận báo cáo', 133, 'add_obligationrecipient'),
	(486, 'Can change nơi nhận báo cáo', 133, 'change_obligationrecipient'),
	(487, 'Can delete nơi nhận báo cáo', 133, 'delete_obligationrecipient'),
	(488, 'Can view nơi nhận báo cáo', 133, 'view_obligationrecipient'),
	(489, 'Can add báo cáo', 137, 'add_report'),
	(490, 'Can change báo cáo', 137, 'change_report'),
	(491, 'Can delete báo cáo', 137, 'delete_report'),
	(492, 'Can view báo cáo', 137, 'view_report'),
	(493, 'Can add tệp kèm báo cáo', 138, 'add_reportattachment'),
	(494, 'Can change tệp kèm báo cáo', 138, 'change_reportattachment'),
	(495, 'Can delete tệp kèm báo cáo', 138, 'delete_reportattachment'),
	(496, 'Can view tệp kèm báo cáo', 138, 'view_reportattachment'),
	(497, 'Can add report event', 139, 'add_reportevent'),
	(498, 'Can change report event', 139, 'change_reportevent'),
	(499, 'Can delete report event', 139, 'delete_reportevent'),
	(500, 'Can view report event', 139, 'view_reportevent'),
	(501, 'Can add số liệu trong báo cáo', 140, 'add_reportfigure'),
	(502, 'Can change số liệu trong báo cáo', 140, 'change_reportfigure'),
	(503, 'Can delete số liệu trong báo cáo', 140, 'delete_reportfigure'),
	(504, 'Can view số liệu trong báo cáo', 140, 'view_reportfigure'),
	(505, 'Can add phần báo cáo', 143, 'add_reportsection'),
	(506, 'Can change phần báo cáo', 143, 'change_reportsection'),
	(507, 'Can delete phần báo cáo', 143, 'delete_reportsection'),
	(508, 'Can view phần báo cáo', 143, 'view_reportsection'),
	(509, 'Can add lần nộp', 151, 'add_round'),
	(510, 'Can change lần nộp', 151, 'change_round'),
	(511, 'Can delete lần nộp', 151, 'delete_round'),
	(512, 'Can view lần nộp', 151, 'view_round'),
	(513, 'Can add đoạn tổng hợp', 122, 'add_consolidatedparagraph'),
	(514, 'Can change đoạn tổng hợp', 122, 'change_consolidatedparagraph'),
	(515, 'Can delete đoạn tổng hợp', 122, 'delete_consolidatedparagraph'),
	(516, 'Can view đoạn tổng hợp', 122, 'view_consolidatedparagraph'),
	(517, 'Can add ý kiến của nơi nhận', 152, 'add_rounddecision'),
	(518, 'Can change ý kiến của nơi nhận', 152, 'change_rounddecision'),
	(519, 'Can delete ý kiến của nơi nhận', 152, 'delete_rounddecision'),
	(520, 'Can view ý kiến của nơi nhận', 152, 'view_rounddecision'),
	(521, 'Can add mục cần bổ sung', 148, 'add_returneditem'),
	(522, 'Can change mục cần bổ sung', 148, 'change_returneditem'),
	(523, 'Can delete mục cần bổ sung', 148, 'delete_returneditem'),
	(524, 'Can view mục cần bổ sung', 148, 'view_returneditem'),
	(525, 'Can add đôn đốc', 119, 'add_chase'),
	(526, 'Can change đôn đốc', 119, 'change_chase'),
	(527, 'Can delete đôn đốc', 119, 'delete_chase'),
	(528, 'Can view đôn đốc', 119, 'view_chase'),
	(529, 'Can add việc đã làm với đôn đốc', 120, 'add_chasedecision'),
	(530, 'Can change việc đã làm với đôn đốc', 120, 'change_chasedecision'),
	(531, 'Can delete việc đã làm với đôn đốc', 120, 'delete_chasedecision'),
	(532, 'Can view việc đã làm với đôn đốc', 120, 'view_chasedecision'),
	(533, 'Can add việc được đôn đốc', 121, 'add_chaseitem'),
	(534, 'Can change việc được đôn đốc', 121, 'change_chaseitem'),
	(535, 'Can delete việc được đôn đốc', 121, 'delete_chaseitem'),
	(536, 'Can view việc được đôn đốc', 121, 'view_chaseitem'),
	(537, 'Can add biểu mẫu báo cáo', 141, 'add_reportform'),
	(538, 'Can change biểu mẫu báo cáo', 141, 'change_reportform'),
	(539, 'Can delete biểu mẫu báo cáo', 141, 'delete_reportform'),
	(540, 'Can view biểu mẫu báo cáo', 141, 'view_reportform'),
	(541, 'Can add bảng trong báo cáo', 144, 'add_reporttable'),
	(542, 'Can change bảng trong báo cáo', 144, 'change_reporttable'),
	(543, 'Can delete bảng trong báo cáo', 144, 'delete_reporttable'),
	(544, 'Can view bảng trong báo cáo', 144, 'view_reporttable'),
	(545, 'Can add phần viết thêm', 145, 'add_reporttext'),
	(546, 'Can change phần viết thêm', 145, 'change_reporttext'),
	(547, 'Can delete phần viết thêm', 145, 'delete_reporttext'),
	(548, 'Can view phần viết thêm', 145, 'view_reporttext'),
	(549, 'Can add bản khác của một đoạn', 146, 'add_reportvariant'),
	(550, 'Can change bản khác của một đoạn', 146, 'change_reportvariant'),
	(551, 'Can delete bản khác của một đoạn', 146, 'delete_reportvariant'),
	(552, 'Can view bản khác của một đoạn', 146, 'view_reportvariant'),
	(553, 'Can add trình tự xem xét báo cáo', 149, 'add_reviewroute'),
	(554, 'Can change trình tự xem xét báo cáo', 149, 'change_reviewroute'),
	(555, 'Can delete trình tự xem xét báo cáo', 149, 'delete_reviewroute'),
	(556, 'Can view trình tự xem xét báo cáo', 149, 'view_reviewroute'),
	(557, 'Can add bước xem xét', 150, 'add_reviewstep'),
	(558, 'Can change bước xem xét', 150, 'change_reviewstep'),
	(559, 'Can delete bước xem xét', 150, 'delete_reviewstep'),
	(560, 'Can view bước xem xét', 150, 'view_reviewstep'),
	(561, 'Can add báo cáo đã ký', 153, 'add_roundpaper'),
	(562, 'Can change báo cáo đã ký', 153, 'change_roundpaper'),
	(563, 'Can delete báo cáo đã ký', 153, 'delete_roundpaper'),
	(564, 'Can view báo cáo đã ký', 153, 'view_roundpaper'),
	(565, 'Can add lần ban hành biểu mẫu', 129, 'add_formversion'),
	(566, 'Can change lần ban hành biểu mẫu', 129, 'change_formversion'),
	(567, 'Can delete lần ban hành biểu mẫu', 129, 'delete_formversion'),
	(568, 'Can view lần ban hành biểu mẫu', 129, 'view_formversion'),
	(569, 'Can add quy tắc nhắc việc', 135, 'add_reminderrule'),
	(570, 'Can change quy tắc nhắc việc', 135, 'change_reminderrule'),
	(571, 'Can delete quy tắc nhắc việc', 135, 'delete_reminderrule'),
	(572, 'Can view quy tắc nhắc việc', 135, 'view_reminderrule'),
	(573, 'Can add việc đã làm với quy tắc nhắc', 136, 'add_reminderruledecision'),
	(574, 'Can change việc đã làm với quy tắc nhắc', 136, 'change_reminderruledecision'),
	(575, 'Can delete việc đã làm với quy tắc nhắc', 136, 'delete_reminderruledecision'),
	(576, 'Can view việc đã làm với quy tắc nhắc', 136, 'view_reminderruledecision'),
	(577, 'Can add lời nhắc việc', 134, 'add_reminder'),
	(578, 'Can change lời nhắc việc', 134, 'change_reminder'),
	(579, 'Can delete lời nhắc việc', 134, 'delete_reminder'),
	(580, 'Can view lời nhắc việc', 134, 'view_reminder'),
	(581, 'Can add lần sửa lịch làm việc', 117, 'add_calendarchange'),
	(582, 'Can change lần sửa lịch làm việc', 117, 'change_calendarchange'),
	(583, 'Can delete lần sửa lịch làm việc', 117, 'delete_calendarchange'),
	(584, 'Can view lần sửa lịch làm việc', 117, 'view_calendarchange'),
	(585, 'Can add kỳ chốt số liệu', 125, 'add_cutoffwindow'),
	(586, 'Can change kỳ chốt số liệu', 125, 'change_cutoffwindow'),
	(587, 'Can delete kỳ chốt số liệu', 125, 'delete_cutoffwindow'),
	(588, 'Can view kỳ chốt số liệu', 125, 'view_cutoffwindow'),
	(589, 'Can add kỳ số liệu của chế độ báo cáo', 126, 'add_dutysetting'),
	(590, 'Can change kỳ số liệu của chế độ báo cáo', 126, 'change_dutysetting'),
	(591, 'Can delete kỳ số liệu của chế độ báo cáo', 126, 'delete_dutysetting'),
	(592, 'Can view kỳ số liệu của chế độ báo cáo', 126, 'view_dutysetting'),
	(593, 'Can add việc đã làm với kỳ số liệu', 127, 'add_dutysettingdecision'),
	(594, 'Can change việc đã làm với kỳ số liệu', 127, 'change_dutysettingdecision'),
	(595, 'Can delete việc đã làm với kỳ số liệu', 127, 'delete_dutysettingdecision'),
	(596, 'Can view việc đã làm với kỳ số liệu', 127, 'view_dutysettingdecision'),
	(597, 'Can add xin gia hạn', 128, 'add_extension'),
	(598, 'Can change xin gia hạn', 128, 'change_extension'),
	(599, 'Can delete xin gia hạn', 128, 'delete_extension'),
	(600, 'Can view xin gia hạn', 128, 'view_extension'),
	(601, 'Can add việc đã làm với báo cáo phải nộp', 131, 'add_obligationdecision'),
	(602, 'Can change việc đã làm với báo cáo phải nộp', 131, 'change_obligationdecision'),
	(603, 'Can delete việc đã làm với báo cáo phải nộp', 131, 'delete_obligationdecision'),
	(604, 'Can view việc đã làm với báo cáo phải nộp', 131, 'view_obligationdecision'),
	(605, 'Can add yêu cầu báo cáo', 142, 'add_reportrequest'),
	(606, 'Can change yêu cầu báo cáo', 142, 'change_reportrequest'),
	(607, 'Can delete yêu cầu báo cáo', 142, 'delete_reportrequest'),
	(608, 'Can view yêu cầu báo cáo', 142, 'view_reportrequest'),
	(609, 'Can add việc đã làm với yêu cầu báo cáo', 147, 'add_requestdecision'),
	(610, 'Can change việc đã làm với yêu cầu báo cáo', 147, 'change_requestdecision'),
	(611, 'Can delete việc đã làm với yêu cầu báo cáo', 147, 'delete_requestdecision'),
	(612, 'Can view việc đã làm với yêu cầu báo cáo', 147, 'view_requestdecision'),
	(613, 'Can add kế thừa chương trình', 161, 'add_programmesuccession'),
	(614, 'Can change kế thừa chương trình', 161, 'change_programmesuccession'),
	(615, 'Can delete kế thừa chương trình', 161, 'delete_programmesuccession'),
	(616, 'Can view kế thừa chương trình', 161, 'view_programmesuccession'),
	(617, 'Can add vòng hiệp thương', 155, 'add_consultation'),
	(618, 'Can change vòng hiệp thương', 155, 'change_consultation'),
	(619, 'Can delete vòng hiệp thương', 155, 'delete_consultation'),
	(620, 'Can view vòng hiệp thương', 155, 'view_consultation'),
	(621, 'Can add ý kiến góp ý', 154, 'add_comment'),
	(622, 'Can change ý kiến góp ý', 154, 'change_comment'),
	(623, 'Can delete ý kiến góp ý', 154, 'delete_comment'),
	(624, 'Can view ý kiến góp ý', 154, 'view_comment'),
	(625, 'Can add lời mời góp ý', 160, 'add_invitation'),
	(626, 'Can change lời mời góp ý', 160, 'change_invitation'),
	(627, 'Can delete lời mời góp ý', 160, 'delete_invitation'),
	(628, 'Can view lời mời góp ý', 160, 'view_invitation'),
	(629, 'Can add văn bản hướng dẫn', 157, 'add_guidance'),
	(630, 'Can change văn bản hướng dẫn', 157, 'change_guidance'),
	(631, 'Can delete văn bản hướng dẫn', 157, 'delete_guidance'),
	(632, 'Can view văn bản hướng dẫn', 157, 'view_guidance'),
	(633, 'Can add nơi nhận hướng dẫn', 159, 'add_guidancereceipt'),
	(634, 'Can change nơi nhận hướng dẫn', 159, 'change_guidancereceipt'),
	(635, 'Can delete nơi nhận hướng dẫn', 159, 'delete_guidancereceipt'),
	(636, 'Can view nơi nhận hướng dẫn', 159, 'view_guidancereceipt'),
	(637, 'Can add trao đổi về hướng dẫn', 158, 'add_guidancemessage'),
	(638, 'Can change trao đổi về hướng dẫn', 158, 'change_guidancemessage'),
	(639, 'Can delete trao đổi về hướng dẫn', 158, 'delete_guidancemessage'),
	(640, 'Can view trao đổi về hướng dẫn', 158, 'view_guidancemessage'),
	(641, 'Can add bản PDF để ký', 166, 'add_signingpaper'),
	(642, 'Can change bản PDF để ký', 166, 'change_signingpaper'),
	(643, 'Can delete bản PDF để ký', 166, 'delete_signingpaper'),
	(644, 'Can view bản PDF để ký', 166, 'view_signingpaper'),
	(645, 'Can add liên kết ký số', 165, 'add_signinglink'),
	(646, 'Can change liên kết ký số', 165, 'change_signinglink'),
	(647, 'Can delete liên kết ký số', 165, 'delete_signinglink'),
	(648, 'Can view liên kết ký số', 165, 'view_signinglink'),
	(649, 'Can add dấu số', 156, 'add_editionseal'),
	(650, 'Can change dấu số', 156, 'change_editionseal'),
	(651, 'Can delete dấu số', 156, 'delete_editionseal'),
	(652, 'Can view dấu số', 156, 'view_editionseal'),
	(653, 'Can add sơ kết, tổng kết', 162, 'add_review'),
	(654, 'Can change sơ kết, tổng kết', 162, 'change_review'),
	(655, 'Can delete sơ kết, tổng kết', 162, 'delete_review'),
	(656, 'Can view sơ kết, tổng kết', 162, 'view_review'),
	(657, 'Can add việc đã làm với sơ kết, tổng kết', 163, 'add_reviewdecision'),
	(658, 'Can change việc đã làm với sơ kết, tổng kết', 163, 'change_reviewdecision'),
	(659, 'Can delete việc đã làm với sơ kết, tổng kết', 163, 'delete_reviewdecision'),
	(660, 'Can view việc đã làm với sơ kết, tổng kết', 163, 'view_reviewdecision'),
	(661, 'Can add đánh giá nội dung', 164, 'add_reviewnote'),
	(662, 'Can change đánh giá nội dung', 164, 'change_reviewnote'),
	(663, 'Can delete đánh giá nội dung', 164, 'delete_reviewnote'),
	(664, 'Can view đánh giá nội dung', 164, 'view_reviewnote'),
	(665, 'Can add bản đọc', 167, 'add_draft'),
	(666, 'Can change bản đọc', 167, 'change_draft'),
	(667, 'Can delete bản đọc', 167, 'delete_draft'),
	(668, 'Can view bản đọc', 167, 'view_draft'),
	(669, 'Can add thay đổi khi rà soát', 168, 'add_draftdecision'),
	(670, 'Can change thay đổi khi rà soát', 168, 'change_draftdecision'),
	(671, 'Can delete thay đổi khi rà soát', 168, 'delete_draftdecision'),
	(672, 'Can view thay đổi khi rà soát', 168, 'view_draftdecision'),
	(673, 'Can add dữ kiện đọc được', 169, 'add_draftfact'),
	(674, 'Can change dữ kiện đọc được', 169, 'change_draftfact'),
	(675, 'Can delete dữ kiện đọc được', 169, 'delete_draftfact'),
	(676, 'Can view dữ kiện đọc được', 169, 'view_draftfact'),
	(677, 'Can add bên trong bản đọc', 171, 'add_draftparty'),
	(678, 'Can change bên trong bản đọc', 171, 'change_draftparty'),
	(679, 'Can delete bên trong bản đọc', 171, 'delete_draftparty'),
	(680, 'Can view bên trong bản đọc', 171, 'view_draftparty'),
	(681, 'Can add lượt đọc', 173, 'add_reading'),
	(682, 'Can change lượt đọc', 173, 'change_reading'),
	(683, 'Can delete lượt đọc', 173, 'delete_reading'),
	(684, 'Can view lượt đọc', 173, 'view_reading'),
	(685, 'Can add tệp của lượt đọc', 174, 'add_readingfile'),
	(686, 'Can change tệp của lượt đọc', 174, 'change_readingfile'),
	(687, 'Can delete tệp của lượt đọc', 174, 'delete_readingfile'),
	(688, 'Can view tệp của lượt đọc', 174, 'view_readingfile'),
	(689, 'Can add trang đã đọc', 175, 'add_readpage'),
	(690, 'Can change trang đã đọc', 175, 'change_readpage'),
	(691, 'Can delete trang đã đọc', 175, 'delete_readpage'),
	(692, 'Can view trang đã đọc', 175, 'view_readpage'),
	(693, 'Can add điểm soát được', 170, 'add_draftfinding'),
	(694, 'Can change điểm soát được', 170, 'change_draftfinding'),
	(695, 'Can delete điểm soát được', 170, 'delete_draftfinding'),
	(696, 'Can view điểm soát được', 170, 'view_draftfinding'),
	(697, 'Can add quyết định về điểm soát được', 172, 'add_findingdecision'),
	(698, 'Can change quyết định về điểm soát được', 172, 'change_findingdecision'),
	(699, 'Can delete quyết định về điểm soát được', 172, 'delete_findingdecision'),
	(700, 'Can view quyết định về điểm soát được', 172, 'view_findingdecision'),
	(701, 'Can add permission', 177, 'add_permission'),
	(702, 'Can change permission', 177, 'change_permission'),
	(703, 'Can delete permission', 177, 'delete_permission'),
	(704, 'Can view permission', 177, 'view_permission'),
	(705, 'Can add group', 176, 'add_group'),
	(706, 'Can change group', 176, 'change_group'),
	(707, 'Can delete group', 176, 'delete_group'),
	(708, 'Can view group', 176, 'view_group'),
	(709, 'Can add content type', 178, 'add_contenttype'),
	(710, 'Can change content type', 178, 'change_contenttype'),
	(711, 'Can delete content type', 178, 'delete_contenttype'),
	(712, 'Can view content type', 178, 'view_contenttype'),
	(713, 'Can add log entry', 179, 'add_logentry'),
	(714, 'Can change log entry', 179, 'change_logentry'),
	(715, 'Can delete log entry', 179, 'delete_logentry'),
	(716, 'Can view log entry', 179, 'view_logentry'),
	(717, 'Can add context', 180, 'add_context'),
	(718, 'Can change context', 180, 'change_context'),
	(719, 'Can delete context', 180, 'delete_context'),
	(720, 'Can view context', 180, 'view_context'),
	(721, 'Can add events', 181, 'add_events'),
	(722, 'Can change events', 181, 'change_events'),
	(723, 'Can delete events', 181, 'delete_events'),
	(724, 'Can view events', 181, 'view_events'),
	(725, 'Can add middleware events', 182, 'add_middlewareevents'),
	(726, 'Can change middleware events', 182, 'change_middlewareevents'),
	(727, 'Can delete middleware events', 182, 'delete_middlewareevents'),
	(728, 'Can view middleware events', 182, 'view_middlewareevents'),
	(729, 'Can add email address', 183, 'add_emailaddress'),
	(730, 'Can change email address', 183, 'change_emailaddress'),
	(731, 'Can delete email address', 183, 'delete_emailaddress'),
	(732, 'Can view email address', 183, 'view_emailaddress'),
	(733, 'Can add email confirmation', 184, 'add_emailconfirmation'),
	(734, 'Can change email confirmation', 184, 'change_emailconfirmation'),
	(735, 'Can delete email confirmation', 184, 'delete_emailconfirmation'),
	(736, 'Can view email confirmation', 184, 'view_emailconfirmation'),
	(737, 'Can add authenticator', 185, 'add_authenticator'),
	(738, 'Can change authenticator', 185, 'change_authenticator'),
	(739, 'Can delete authenticator', 185, 'delete_authenticator'),
	(740, 'Can view authenticator', 185, 'view_authenticator'),
	(741, 'Can add social account', 186, 'add_socialaccount'),
	(742, 'Can change social account', 186, 'change_socialaccount'),
	(743, 'Can delete social account', 186, 'delete_socialaccount'),
	(744, 'Can view social account', 186, 'view_socialaccount'),
	(745, 'Can add social application', 187, 'add_socialapp'),
	(746, 'Can change social application', 187, 'change_socialapp'),
	(747, 'Can delete social application', 187, 'delete_socialapp'),
	(748, 'Can view social application', 187, 'view_socialapp'),
	(749, 'Can add social application token', 188, 'add_socialtoken'),
	(750, 'Can change social application token', 188, 'change_socialtoken'),
	(751, 'Can delete social application token', 188, 'delete_socialtoken'),
	(752, 'Can view social application token', 188, 'view_socialtoken'),
	(753, 'Can add procrastinate event', 189, 'add_procrastinateevent'),
	(754, 'Can change procrastinate event', 189, 'change_procrastinateevent'),
	(755, 'Can delete procrastinate event', 189, 'delete_procrastinateevent'),
	(756, 'Can view procrastinate event', 189, 'view_procrastinateevent'),
	(757, 'Can add procrastinate job', 190, 'add_procrastinatejob'),
	(758, 'Can change procrastinate job', 190, 'change_procrastinatejob'),
	(759, 'Can delete procrastinate job', 190, 'delete_procrastinatejob'),
	(760, 'Can view procrastinate job', 190, 'view_procrastinatejob'),
	(761, 'Can add procrastinate periodic defer', 191, 'add_procrastinateperiodicdefer'),
	(762, 'Can change procrastinate periodic defer', 191, 'change_procrastinateperiodicdefer'),
	(763, 'Can delete procrastinate periodic defer', 191, 'delete_procrastinateperiodicdefer'),
	(764, 'Can view procrastinate periodic defer', 191, 'view_procrastinateperiodicdefer'),
	(765, 'Can add procrastinate worker', 192, 'add_procrastinateworker'),
	(766, 'Can change procrastinate worker', 192, 'change_procrastinateworker'),
	(767, 'Can delete procrastinate worker', 192, 'delete_procrastinateworker'),
	(768, 'Can view procrastinate worker', 192, 'view_procrastinateworker');












INSERT INTO public.django_content_type VALUES
	(1, 'core', 'submission'),
	(2, 'people', 'onetimecode'),
	(3, 'people', 'person'),
	(4, 'people', 'user'),
	(5, 'organisations', 'area'),
	(6, 'organisations', 'areacode'),
	(7, 'organisations', 'areapath'),
	(8, 'organisations', 'areaversion'),
	(9, 'organisations', 'body'),
	(10, 'organisations', 'bodyalias'),
	(11, 'organisations', 'bodyfunction'),
	(12, 'organisations', 'bodyname'),
	(13, 'organisations', 'succession'),
	(14, 'organisations', 'successionevent'),
	(15, 'organisations', 'successionlink'),
	(16, 'accounts', 'address'),
	(17, 'accounts', 'bodysecurity'),
	(18, 'accounts', 'delivery'),
	(19, 'accounts', 'deliverydecision'),
	(20, 'accounts', 'membership'),
	(21, 'accounts', 'membershipdecision'),
	(22, 'accounts', 'membershipevent'),
	(23, 'accounts', 'notice'),
	(24, 'accounts', 'reminderchoice'),
	(25, 'accounts', 'savedview'),
	(26, 'accounts', 'session'),
	(27, 'documents', 'delivery'),
	(28, 'documents', 'documenttemplate'),
	(29, 'documents', 'forwarding'),
	(30, 'documents', 'incomingcorrection'),
	(31, 'documents', 'incomingentry'),
	(32, 'documents', 'incomingregister'),
	(33, 'documents', 'outgoingcorrection'),
	(34, 'documents', 'outgoingentry'),
	(35, 'documents', 'outgoingregister'),
	(36, 'documents', 'pdfsignature'),
	(37, 'documents', 'readreceipt'),
	(38, 'documents', 'sending'),
	(39, 'documents', 'signedpdf'),
	(40, 'documents', 'storedfile'),
	(41, 'programmes', 'addition'),
	(42, 'programmes', 'adoption'),
	(43, 'programmes', 'adoptiondecision'),
	(44, 'programmes', 'assignment'),
	(45, 'programmes', 'clause'),
	(46, 'programmes', 'dutyparty'),
	(47, 'programmes', 'dutyrule'),
	(48, 'programmes', 'edition'),
	(49, 'programmes', 'editiondecision'),
	(50, 'programmes', 'editionevent'),
	(51, 'programmes', 'erratum'),
	(52, 'programmes', 'handdown'),
	(53, 'programmes', 'heir'),
	(54, 'programmes', 'legalbasis'),
	(55, 'programmes', 'mending'),
	(56, 'programmes', 'party'),
	(57, 'programmes', 'programme'),
	(58, 'programmes', 'recipient'),
	(59, 'programmes', 'signature'),
	(60, 'targets', 'adoptedtarget'),
	(61, 'targets', 'closedperiod'),
	(62, 'targets', 'contribution'),
	(63, 'targets', 'duecount'),
	(64, 'targets', 'entering'),
	(65, 'targets', 'figure'),
	(66, 'targets', 'figureacceptance'),
	(67, 'targets', 'figureconfirmation'),
	(68, 'targets', 'figureevidence'),
	(69, 'targets', 'inheritedshare'),
	(70, 'targets', 'partoffer'),
	(71, 'targets', 'summary'),
	(72, 'targets', 'summarycheck'),
	(73, 'targets', 'summaryseries'),
	(74, 'targets', 'summaryvalue'),
	(75, 'targets', 'target'),
	(76, 'targets', 'targetevent'),
	(77, 'plans', 'agendaitem'),
	(78, 'plans', 'calendarfeed'),
	(79, 'plans', 'conclusion'),
	(80, 'plans', 'costline'),
	(81, 'plans', 'emergentpart'),
	(82, 'plans', 'emergenttask'),
	(83, 'plans', 'finding'),
	(84, 'plans', 'findingdecision'),
	(85, 'plans', 'findingfile'),
	(86, 'plans', 'follower'),
	(87, 'plans', 'handingover'),
	(88, 'plans', 'inspection'),
	(89, 'plans', 'invitee'),
	(90, 'plans', 'meeting'),
	(91, 'plans', 'milestone'),
	(92, 'plans', 'milestonedecision'),
	(93, 'plans', 'obstacle'),
	(94, 'plans', 'obstacledecision'),
	(95, 'plans', 'obstaclefile'),
	(96, 'plans', 'personalcommitment'),
	(97, 'plans', 'personalplan'),
	(98, 'plans', 'personalplandecision'),
	(99, 'plans', 'pilot'),
	(100, 'plans', 'pilotassessment'),
	(101, 'plans', 'pilotdecision'),
	(102, 'plans', 'plandeadline'),
	(103, 'plans', 'proposal'),
	(104, 'plans', 'proposalcall'),
	(105, 'plans', 'proposaldecision'),
	(106, 'plans', 'proposalround'),
	(107, 'plans', 'registrationitem'),
	(108, 'plans', 'registrationround'),
	(109, 'plans', 'registrationsheet'),
	(110, 'plans', 'session'),
	(111, 'plans', 'sheetdecision'),
	(112, 'plans', 'task'),
	(113, 'plans', 'taskdecision'),
	(114, 'plans', 'taskevidence'),
	(115, 'plans', 'teammember'),
	(116, 'plans', 'visit'),
	(117, 'reports', 'calendarchange'),
	(118, 'reports', 'calendarday'),
	(119, 'reports', 'chase'),
	(120, 'reports', 'chasedecision'),
	(121, 'reports', 'chaseitem'),
	(122, 'reports', 'consolidatedparagraph'),
	(123, 'reports', 'consolidation'),
	(124, 'reports', 'consolidationdecision'),
	(125, 'reports', 'cutoffwindow'),
	(126, 'reports', 'dutysetting'),
	(127, 'reports', 'dutysettingdecision'),
	(128, 'reports', 'extension'),
	(129, 'reports', 'formversion'),
	(130, 'reports', 'obligation'),
	(131, 'reports', 'obligationdecision'),
	(132, 'reports', 'obligationevent'),
	(133, 'reports', 'obligationrecipient'),
	(134, 'reports', 'reminder'),
	(135, 'reports', 'reminderrule'),
	(136, 'reports', 'reminderruledecision'),
	(137, 'reports', 'report'),
	(138, 'reports', 'reportattachment'),
	(139, 'reports', 'reportevent'),
	(140, 'reports', 'reportfigure'),
	(141, 'reports', 'reportform'),
	(142, 'reports', 'reportrequest'),
	(143, 'reports', 'reportsection'),
	(144, 'reports', 'reporttable'),
	(145, 'reports', 'reporttext'),
	(146, 'reports', 'reportvariant'),
	(147, 'reports', 'requestdecision'),
	(148, 'reports', 'returneditem'),
	(149, 'reports', 'reviewroute'),
	(150, 'reports', 'reviewstep'),
	(151, 'reports', 'round'),
	(152, 'reports', 'rounddecision'),
	(153, 'reports', 'roundpaper'),
	(154, 'lifecycle', 'comment'),
	(155, 'lifecycle', 'consultation'),
	(156, 'lifecycle', 'editionseal'),
	(157, 'lifecycle', 'guidance'),
	(158, 'lifecycle', 'guidancemessage'),
	(159, 'lifecycle', 'guidancereceipt'),
	(160, 'lifecycle', 'invitation'),
	(161, 'lifecycle', 'programmesuccession'),
	(162, 'lifecycle', 'review'),
	(163, 'lifecycle', 'reviewdecision'),
	(164, 'lifecycle', 'reviewnote'),
	(165, 'lifecycle', 'signinglink'),
	(166, 'lifecycle', 'signingpaper'),
	(167, 'drafting', 'draft'),
	(168, 'drafting', 'draftdecision'),
	(169, 'drafting', 'draftfact'),
	(170, 'drafting', 'draftfinding'),
	(171, 'drafting', 'draftparty'),
	(172, 'drafting', 'findingdecision'),
	(173, 'drafting', 'reading'),
	(174, 'drafting', 'readingfile'),
	(175, 'drafting', 'readpage'),
	(176, 'auth', 'group'),
	(177, 'auth', 'permission'),
	(178, 'contenttypes', 'contenttype'),
	(179, 'admin', 'logentry'),
	(180, 'pghistory', 'context'),
	(181, 'pghistory', 'events'),
	(182, 'pghistory', 'middlewareevents'),
	(183, 'account', 'emailaddress'),
	(184, 'account', 'emailconfirmation'),
	(185, 'mfa', 'authenticator'),
	(186, 'socialaccount', 'socialaccount'),
	(187, 'socialaccount', 'socialapp'),
	(188, 'socialaccount', 'socialtoken'),
	(189, 'procrastinate', 'procrastinateevent'),
	(190, 'procrastinate', 'procrastinatejob'),
	(191, 'procrastinate', 'procrastinateperiodicdefer'),
	(192, 'procrastinate', 'procrastinateworker');



INSERT INTO public.django_migrations VALUES
	(1, 'contenttypes', '0001_initial', '1970-01-01 00:00:00+00'),
	(2, 'contenttypes', '0002_remove_content_type_name', '1970-01-01 00:00:00+00'),
	(3, 'auth', '0001_initial', '1970-01-01 00:00:00+00'),
	(4, 'auth', '0002_alter_permission_name_max_length', '1970-01-01 00:00:00+00'),
	(5, 'auth', '0003_alter_user_email_max_length', '1970-01-01 00:00:00+00'),
	(6, 'auth', '0004_alter_user_username_opts', '1970-01-01 00:00:00+00'),
	(7, 'auth', '0005_alter_user_last_login_null', '1970-01-01 00:00:00+00'),
	(8, 'auth', '0006_require_contenttypes_0002', '1970-01-01 00:00:00+00'),
	(9, 'auth', '0007_alter_validators_add_error_messages', '1970-01-01 00:00:00+00'),
	(10, 'auth', '0008_alter_user_username_max_length', '1970-01-01 00:00:00+00'),
	(11, 'auth', '0009_alter_user_last_name_max_length', '1970-01-01 00:00:00+00'),
	(12, 'auth', '0010_alter_group_name_max_length', '1970-01-01 00:00:00+00'),
	(13, 'auth', '0011_update_proxy_permissions', '1970-01-01 00:00:00+00'),
	(14, 'auth', '0012_alter_user_first_name_max_length', '1970-01-01 00:00:00+00'),
	(15, 'people', '0001_initial', '1970-01-01 00:00:00+00'),
	(16, 'account', '0001_initial', '1970-01-01 00:00:00+00'),
	(17, 'account', '0002_email_max_length', '1970-01-01 00:00:00+00'),
	(18, 'account', '0003_alter_emailaddress_create_unique_verified_email', '1970-01-01 00:00:00+00'),
	(19, 'account', '0004_alter_emailaddress_drop_unique_email', '1970-01-01 00:00:00+00'),
	(20, 'account', '0005_emailaddress_idx_upper_email', '1970-01-01 00:00:00+00'),
	(21, 'account', '0006_emailaddress_lower', '1970-01-01 00:00:00+00'),
	(22, 'account', '0007_emailaddress_idx_email', '1970-01-01 00:00:00+00'),
	(23, 'account', '0008_emailaddress_unique_primary_email_fixup', '1970-01-01 00:00:00+00'),
	(24, 'account', '0009_emailaddress_unique_primary_email', '1970-01-01 00:00:00+00'),
	(25, 'pghistory', '0001_initial', '1970-01-01 00:00:00+00'),
	(26, 'pghistory', '0002_aggregateevent', '1970-01-01 00:00:00+00'),
	(27, 'pghistory', '0003_auto_20201023_1636', '1970-01-01 00:00:00+00'),
	(28, 'pghistory', '0004_auto_20220906_1625', '1970-01-01 00:00:00+00'),
	(29, 'pghistory', '0005_events_middlewareevents', '1970-01-01 00:00:00+00'),
	(30, 'pghistory', '0006_delete_aggregateevent', '1970-01-01 00:00:00+00'),
	(31, 'pghistory', '0007_auto_20250421_0444', '1970-01-01 00:00:00+00'),
	(32, 'organisations', '0001_initial', '1970-01-01 00:00:00+00'),
	(33, 'mfa', '0001_initial', '1970-01-01 00:00:00+00'),
	(34, 'mfa', '0002_authenticator_timestamps', '1970-01-01 00:00:00+00'),
	(35, 'mfa', '0003_authenticator_type_uniq', '1970-01-01 00:00:00+00'),
	(36, 'accounts', '0001_initial', '1970-01-01 00:00:00+00'),
	(37, 'accounts', '0002_encrypt_second_factors', '1970-01-01 00:00:00+00'),
	(38, 'accounts', '0003_saved_views', '1970-01-01 00:00:00+00'),
	(39, 'accounts', '0004_addresses_and_deliveries', '1970-01-01 00:00:00+00'),
	(40, 'accounts', '0005_codes_counted_by_deliveries', '1970-01-01 00:00:00+00'),
	(41, 'accounts', '0006_sessions_with_their_user', '1970-01-01 00:00:00+00'),
	(42, 'admin', '0001_initial', '1970-01-01 00:00:00+00'),
	(43, 'admin', '0002_logentry_remove_auto_add', '1970-01-01 00:00:00+00'),
	(44, 'admin', '0003_logentry_add_action_flag_choices', '1970-01-01 00:00:00+00'),
	(45, 'core', '0001_initial', '1970-01-01 00:00:00+00'),
	(46, 'documents', '0001_initial', '1970-01-01 00:00:00+00'),
	(47, 'documents', '0002_document_templates', '1970-01-01 00:00:00+00'),
	(48, 'documents', '0003_virus_scan', '1970-01-01 00:00:00+00'),
	(49, 'documents', '0004_outgoing_spans', '1970-01-01 00:00:00+00'),
	(50, 'documents', '0005_arrivals_and_deliveries', '1970-01-01 00:00:00+00'),
	(51, 'documents', '0006_pdf_signatures', '1970-01-01 00:00:00+00'),
	(52, 'documents', '0007_original_of_signed_pdf', '1970-01-01 00:00:00+00'),
	(53, 'programmes', '0001_initial', '1970-01-01 00:00:00+00'),
	(54, 'drafting', '0001_initial', '1970-01-01 00:00:00+00'),
	(55, 'drafting', '0002_facts_that_are_gone', '1970-01-01 00:00:00+00'),
	(56, 'drafting', '0003_readings', '1970-01-01 00:00:00+00'),
	(57, 'drafting', '0004_pages_as_recognised', '1970-01-01 00:00:00+00'),
	(58, 'drafting', '0005_findings', '1970-01-01 00:00:00+00'),
	(59, 'drafting', '0006_old_warnings', '1970-01-01 00:00:00+00'),
	(60, 'targets', '0001_initial', '1970-01-01 00:00:00+00'),
	(61, 'targets', '0002_part_offers', '1970-01-01 00:00:00+00'),
	(62, 'programmes', '0002_plans_under_a_programme', '1970-01-01 00:00:00+00'),
	(63, 'programmes', '0003_heirs', '1970-01-01 00:00:00+00'),
	(64, 'programmes', '0004_amendments', '1970-01-01 00:00:00+00'),
	(65, 'programmes', '0005_hand_down', '1970-01-01 00:00:00+00'),
	(66, 'targets', '0003_adopted_targets', '1970-01-01 00:00:00+00'),
	(67, 'targets', '0004_inherited_shares', '1970-01-01 00:00:00+00'),
	(68, 'programmes', '0006_signed_for', '1970-01-01 00:00:00+00'),
	(69, 'lifecycle', '0001_initial', '1970-01-01 00:00:00+00'),
	(70, 'lifecycle', '0002_consultations', '1970-01-01 00:00:00+00'),
	(71, 'lifecycle', '0003_published_successions', '1970-01-01 00:00:00+00'),
	(72, 'lifecycle', '0004_guidance', '1970-01-01 00:00:00+00'),
	(73, 'lifecycle', '0005_digital_signing', '1970-01-01 00:00:00+00'),
	(74, 'lifecycle', '0006_reviews', '1970-01-01 00:00:00+00'),
	(75, 'lifecycle', '0007_comments_on_targets', '1970-01-01 00:00:00+00'),
	(76, 'organisations', '0002_bodies_and_places_around', '1970-01-01 00:00:00+00'),
	(77, 'organisations', '0003_area_paths', '1970-01-01 00:00:00+00'),
	(78, 'organisations', '0004_paths_in_one_pass', '1970-01-01 00:00:00+00'),
	(79, 'plans', '0001_initial', '1970-01-01 00:00:00+00'),
	(80, 'plans', '0002_continued_tasks', '1970-01-01 00:00:00+00'),
	(81, 'plans', '0003_registration', '1970-01-01 00:00:00+00'),
	(82, 'plans', '0004_rule_changed_tasks', '1970-01-01 00:00:00+00'),
	(83, 'plans', '0005_following', '1970-01-01 00:00:00+00'),
	(84, 'plans', '0006_sessions_meetings_inspections_costs', '1970-01-01 00:00:00+00'),
	(85, 'plans', '0007_joint_plans', '1970-01-01 00:00:00+00'),
	(86, 'plans', '0008_sheets_of_standing_bodies', '1970-01-01 00:00:00+00'),
	(87, 'procrastinate', '0001_initial', '1970-01-01 00:00:00+00'),
	(88, 'procrastinate', '0002_drop_started_at_column', '1970-01-01 00:00:00+00'),
	(89, 'procrastinate', '0003_drop_started_at_column', '1970-01-01 00:00:00+00'),
	(90, 'procrastinate', '0004_drop_procrastinate_version_table', '1970-01-01 00:00:00+00'),
	(91, 'procrastinate', '0005_fix_procrastinate_fetch_job', '1970-01-01 00:00:00+00'),
	(92, 'procrastinate', '0006_fix_trigger_status_events_insert', '1970-01-01 00:00:00+00'),
	(93, 'procrastinate', '0007_add_queueing_lock_column', '1970-01-01 00:00:00+00'),
	(94, 'procrastinate', '0008_close_fetch_job_race_condition', '1970-01-01 00:00:00+00'),
	(95, 'procrastinate', '0009_add_defer_job_function', '1970-01-01 00:00:00+00'),
	(96, 'procrastinate', '0010_add_procrastinate_periodic_defers', '1970-01-01 00:00:00+00'),
	(97, 'procrastinate', '0011_add_foreign_key_index', '1970-01-01 00:00:00+00'),
	(98, 'procrastinate', '0012_add_locks_to_periodic_defer', '1970-01-01 00:00:00+00'),
	(99, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', '1970-01-01 00:00:00+00'),
	(100, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', '1970-01-01 00:00:00+00'),
	(101, 'procrastinate', '0015_add_trigger_on_job_deletion', '1970-01-01 00:00:00+00'),
	(102, 'procrastinate', '0016_delete_finished_jobs', '1970-01-01 00:00:00+00'),
	(103, 'procrastinate', '0017_add_checks_to_finish_job', '1970-01-01 00:00:00+00'),
	(104, 'procrastinate', '0018_add_checks_to_retry_job', '1970-01-01 00:00:00+00'),
	(105, 'procrastinate', '0019_fix_finish_job_compat_issue', '1970-01-01 00:00:00+00'),
	(106, 'procrastinate', '0020_add_index_on_procrastinate_jobs', '1970-01-01 00:00:00+00'),
	(107, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', '1970-01-01 00:00:00+00'),
	(108, 'procrastinate', '0022_null_locks_excluded', '1970-01-01 00:00:00+00'),
	(109, 'procrastinate', '0023_remove_old_finish_job_function', '1970-01-01 00:00:00+00'),
	(110, 'procrastinate', '0024_job_id_bigint', '1970-01-01 00:00:00+00'),
	(111, 'procrastinate', '0025_add_models', '1970-01-01 00:00:00+00'),
	(112, 'procrastinate', '0026_add_job_priority', '1970-01-01 00:00:00+00'),
	(113, 'procrastinate', '0027_add_periodic_job_priority', '1970-01-01 00:00:00+00'),
	(114, 'procrastinate', '0028_add_cancel_states', '1970-01-01 00:00:00+00'),
	(115, 'procrastinate', '0029_add_additional_params_to_retry_job', '1970-01-01 00:00:00+00'),
	(116, 'procrastinate', '0030_alter_procrastinateevent_options', '1970-01-01 00:00:00+00'),
	(117, 'procrastinate', '0031_add_indexes_for_fetch_job', '1970-01-01 00:00:00+00'),
	(118, 'procrastinate', '0032_pre_cancel_notification', '1970-01-01 00:00:00+00'),
	(119, 'procrastinate', '0033_post_cancel_notification', '1970-01-01 00:00:00+00'),
	(120, 'procrastinate', '0034_pre_add_heartbeat', '1970-01-01 00:00:00+00'),
	(121, 'procrastinate', '0035_post_add_heartbeat', '1970-01-01 00:00:00+00'),
	(122, 'procrastinate', '0036_add_worker_model', '1970-01-01 00:00:00+00'),
	(123, 'procrastinate', '0037_pre_batch_defer_jobs', '1970-01-01 00:00:00+00'),
	(124, 'procrastinate', '0038_post_batch_defer_jobs', '1970-01-01 00:00:00+00'),
	(125, 'procrastinate', '0039_pre_priority_lock_fetch_job', '1970-01-01 00:00:00+00'),
	(126, 'procrastinate', '0040_pre_retry_failed_job', '1970-01-01 00:00:00+00'),
	(127, 'procrastinate', '0041_post_retry_failed_job', '1970-01-01 00:00:00+00'),
	(128, 'programmes', '0007_due_rules_by_offset', '1970-01-01 00:00:00+00'),
	(129, 'reports', '0001_initial', '1970-01-01 00:00:00+00'),
	(130, 'reports', '0002_calendar_days', '1970-01-01 00:00:00+00'),
	(131, 'reports', '0003_owed_by_standing_bodies', '1970-01-01 00:00:00+00'),
	(132, 'reports', '0004_duties_by_key', '1970-01-01 00:00:00+00'),
	(133, 'reports', '0005_chasing', '1970-01-01 00:00:00+00'),
	(134, 'reports', '0006_report_forms', '1970-01-01 00:00:00+00'),
	(135, 'reports', '0007_reminders', '1970-01-01 00:00:00+00'),
	(136, 'reports', '0008_consolidation_levels', '1970-01-01 00:00:00+00'),
	(137, 'reports', '0009_relief_windows_requests', '1970-01-01 00:00:00+00'),
	(138, 'reports', '0010_handed_in_days', '1970-01-01 00:00:00+00'),
	(139, 'reports', '0011_cutoff_windows', '1970-01-01 00:00:00+00'),
	(140, 'reports', '0012_fewer_indexes_on_obligations', '1970-01-01 00:00:00+00'),
	(141, 'reports', '0013_closing_is_locking', '1970-01-01 00:00:00+00'),
	(142, 'reports', '0014_reminding_of_extensions', '1970-01-01 00:00:00+00'),
	(143, 'socialaccount', '0001_initial', '1970-01-01 00:00:00+00'),
	(144, 'socialaccount', '0002_token_max_lengths', '1970-01-01 00:00:00+00'),
	(145, 'socialaccount', '0003_extra_data_default_dict', '1970-01-01 00:00:00+00'),
	(146, 'socialaccount', '0004_app_provider_id_settings', '1970-01-01 00:00:00+00'),
	(147, 'socialaccount', '0005_socialtoken_nullable_app', '1970-01-01 00:00:00+00'),
	(148, 'socialaccount', '0006_alter_socialaccount_extra_data', '1970-01-01 00:00:00+00'),
	(149, 'targets', '0005_entering_and_closing', '1970-01-01 00:00:00+00'),
	(150, 'targets', '0006_summaries', '1970-01-01 00:00:00+00'),
	(151, 'targets', '0007_shares_through_generations', '1970-01-01 00:00:00+00');






INSERT INTO public.documents_documenttemplate VALUES
	(1, '2020-03-05', NULL, 'state_nd30', 'Văn bản hành chính của cơ quan nhà nước', 'Nghị định 30/2020/NĐ-CP ngày 05/3/2020 về công tác văn thư, Phụ lục I'),
	(2, '2013-04-08', NULL, 'front', 'Văn bản của Mặt trận Tổ quốc Việt Nam', 'Hướng dẫn 91/HD-MTTW-BTT ngày 08/4/2013 của Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam'),
	(3, NULL, '2026-05-26', 'party_36', 'Văn bản của Đảng (trước ngày 27/5/2026)', 'Hướng dẫn 36-HD/VPTW của Văn phòng Trung ương Đảng'),
	(4, '2026-05-27', NULL, 'party_2026', 'Văn bản của Đảng', 'Quy định 399-QĐ/TW ngày 09/01/2026 và Hướng dẫn 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng');














































































































































































































































































































































































INSERT INTO public.reports_calendarday VALUES
	(1, '2025-01-01', 'holiday', 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112'),
	(2, '2025-01-27', 'holiday', 'Tết Nguyên đán Ất Tỵ (28 tháng Chạp)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7; phương án nghỉ Tết 2025 đã thông báo (25/01 đến 02/02/2025)'),
	(3, '2025-01-28', 'holiday', 'Tết Nguyên đán Ất Tỵ (29 tháng Chạp)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7; phương án nghỉ Tết 2025 đã thông báo (25/01 đến 02/02/2025)'),
	(4, '2025-01-29', 'holiday', 'Tết Nguyên đán Ất Tỵ (mùng 1)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7; phương án nghỉ Tết 2025 đã thông báo (25/01 đến 02/02/2025)'),
	(5, '2025-01-30', 'holiday', 'Tết Nguyên đán Ất Tỵ (mùng 2)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7; phương án nghỉ Tết 2025 đã thông báo (25/01 đến 02/02/2025)'),
	(6, '2025-01-31', 'holiday', 'Tết Nguyên đán Ất Tỵ (mùng 3)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7; phương án nghỉ Tết 2025 đã thông báo (25/01 đến 02/02/2025)'),
	(7, '2025-04-07', 'holiday', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7'),
	(8, '2025-04-26', 'working', 'Làm bù cho ngày 02/5/2025', 'Phương án hoán đổi ngày làm việc dịp 30/4 và 1/5 năm 2025 đã thông báo'),
	(9, '2025-04-30', 'holiday', 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112'),
	(10, '2025-05-01', 'holiday', 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112'),
	(11, '2025-05-02', 'holiday', 'Nghỉ hoán đổi dịp 30/4 và 1/5', 'Phương án hoán đổi ngày làm việc dịp 30/4 và 1/5 năm 2025 đã thông báo'),
	(12, '2025-09-01', 'holiday', 'Quốc khánh (ngày liền kề)', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm đ; phương án nghỉ Quốc khánh 2025 đã thông báo (30/8 đến 02/9/2025)'),
	(13, '2025-09-02', 'holiday', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112'),
	(14, '2026-01-01', 'holiday', 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112'),
	(15, '2026-02-16', 'holiday', 'Tết Nguyên đán Bính Ngọ (29 tháng Chạp)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7; phương án nghỉ Tết 2026 đã thông báo (14/02 đến 22/02/2026)'),
	(16, '2026-02-17', 'holiday', 'Tết Nguyên đán Bính Ngọ (mùng 1)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7; phương án nghỉ Tết 2026 đã thông báo (14/02 đến 22/02/2026)'),
	(17, '2026-02-18', 'holiday', 'Tết Nguyên đán Bính Ngọ (mùng 2)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7; phương án nghỉ Tết 2026 đã thông báo (14/02 đến 22/02/2026)'),
	(18, '2026-02-19', 'holiday', 'Tết Nguyên đán Bính Ngọ (mùng 3)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7; phương án nghỉ Tết 2026 đã thông báo (14/02 đến 22/02/2026)'),
	(19, '2026-02-20', 'holiday', 'Tết Nguyên đán Bính Ngọ (mùng 4)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7; phương án nghỉ Tết 2026 đã thông báo (14/02 đến 22/02/2026)'),
	(20, '2026-04-26', 'holiday', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7'),
	(21, '2026-04-27', 'holiday', 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 111 khoản 3 (nghỉ bù ngày nghỉ lễ trùng ngày nghỉ hằng tuần)'),
	(22, '2026-04-30', 'holiday', 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112'),
	(23, '2026-05-01', 'holiday', 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112'),
	(24, '2026-09-02', 'holiday', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112'),
	(25, '2027-01-01', 'holiday', 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112'),
	(26, '2027-02-06', 'holiday', 'Tết Nguyên đán Đinh Mùi (mùng 1)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7'),
	(27, '2027-02-07', 'holiday', 'Tết Nguyên đán Đinh Mùi (mùng 2)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7'),
	(28, '2027-02-08', 'holiday', 'Tết Nguyên đán Đinh Mùi (mùng 3)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7'),
	(29, '2027-04-16', 'holiday', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'Bộ luật Lao động 2019, Điều 112; đổi âm lịch theo múi giờ GMT+7'),
	(30, '2027-04-30', 'holiday', 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112'),
	(31, '2027-05-01', 'holiday', 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112'),
	(32, '2027-05-03', 'holiday', 'Nghỉ bù Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 111 khoản 3 (nghỉ bù ngày nghỉ lễ trùng ngày nghỉ hằng tuần)'),
	(33, '2027-09-02', 'holiday', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112');





















INSERT INTO public.reports_cutoffwindow VALUES
	(1, 'nd-09-2019', 'Nghị định 09/2019/NĐ-CP', 'monthly', -1, 15, 0, 14, 1, 'Nghị định 09/2019/NĐ-CP, Điều 12 (chốt số liệu tháng), Điều 8 khoản 5 (ít nhất 01 ngày làm việc giữa ngày chốt và hạn gửi ở mỗi cấp)', '2019-03-12', NULL),
	(2, 'nd-09-2019', 'Nghị định 09/2019/NĐ-CP', 'quarterly', -1, 15, 0, 14, 1, 'Nghị định 09/2019/NĐ-CP, Điều 12 (chốt số liệu quý), Điều 8 khoản 5', '2019-03-12', NULL),
	(3, 'nd-09-2019', 'Nghị định 09/2019/NĐ-CP', 'half_yearly', -1, 15, 0, 14, 1, 'Nghị định 09/2019/NĐ-CP, Điều 12 (chốt số liệu 6 tháng), Điều 8 khoản 5', '2019-03-12', NULL),
	(4, 'nd-09-2019', 'Nghị định 09/2019/NĐ-CP', 'yearly', -1, 15, 0, 14, 1, 'Nghị định 09/2019/NĐ-CP, Điều 12 (chốt số liệu năm), Điều 8 khoản 5; Điều 13: bộ, tỉnh gửi Chính phủ chậm nhất ngày 25 tháng cuối kỳ', '2019-03-12', NULL);



















































































































































SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);



SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_address_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_bodysecurity_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_delivery_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_deliverydecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_membership_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_membershipdecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_membershipevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_notice_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_reminderchoice_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_savedview_id_seq', 1, false);



SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);



SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);



SELECT pg_catalog.setval('public.auth_permission_id_seq', 768, true);



SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);



SELECT pg_catalog.setval('public.django_content_type_id_seq', 192, true);



SELECT pg_catalog.setval('public.django_migrations_id_seq', 151, true);



SELECT pg_catalog.setval('public.documents_delivery_id_seq', 1, false);



SELECT pg_catalog.setval('public.documents_documenttemplate_id_seq', 4, true);



SELECT pg_catalog.setval('public.documents_forwarding_id_seq', 1, false);



SELECT pg_catalog.setval('public.documents_incomingcorrection_id_seq', 1, false);



SELECT pg_catalog.setval('public.documents_incomingentry_id_seq', 1, false);



SELECT pg_catalog.setval('public.documents_incomingregister_id_seq', 1, false);



SELECT pg_catalog.setval('public.documents_outgoingcorrection_id_seq', 1, false);



SELECT pg_catalog.setval('public.documents_outgoingentry_id_seq', 1, false);



SELECT pg_catalog.setval('public.documents_outgoingregister_id_seq', 1, false);



SELECT pg_catalog.setval('public.documents_pdfsignature_id_seq', 1, false);



SELECT pg_catalog.setval('public.documents_readreceipt_id_seq', 1, false);



SELECT pg_catalog.setval('public.documents_sending_id_seq', 1, false);



SELECT pg_catalog.setval('public.documents_signedpdf_id_seq', 1, false);



SELECT pg_catalog.setval('public.documents_storedfile_id_seq', 1, false);



SELECT pg_catalog.setval('public.drafting_draft_id_seq', 1, false);



SELECT pg_catalog.setval('public.drafting_draftdecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.drafting_draftfact_id_seq', 1, false);



SELECT pg_catalog.setval('public.drafting_draftfinding_id_seq', 1, false);



SELECT pg_catalog.setval('public.drafting_draftparty_bodies_id_seq', 1, false);



SELECT pg_catalog.setval('public.drafting_draftparty_id_seq', 1, false);



SELECT pg_catalog.setval('public.drafting_findingdecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.drafting_reading_id_seq', 1, false);



SELECT pg_catalog.setval('public.drafting_readingfile_id_seq', 1, false);



SELECT pg_catalog.setval('public.drafting_readpage_id_seq', 1, false);



SELECT pg_catalog.setval('public.lifecycle_comment_id_seq', 1, false);



SELECT pg_catalog.setval('public.lifecycle_consultation_id_seq', 1, false);



SELECT pg_catalog.setval('public.lifecycle_editionseal_id_seq', 1, false);



SELECT pg_catalog.setval('public.lifecycle_guidance_clauses_id_seq', 1, false);



SELECT pg_catalog.setval('public.lifecycle_guidance_id_seq', 1, false);



SELECT pg_catalog.setval('public.lifecycle_guidancemessage_id_seq', 1, false);



SELECT pg_catalog.setval('public.lifecycle_guidancereceipt_id_seq', 1, false);



SELECT pg_catalog.setval('public.lifecycle_invitation_id_seq', 1, false);



SELECT pg_catalog.setval('public.lifecycle_programmesuccession_id_seq', 1, false);



SELECT pg_catalog.setval('public.lifecycle_review_id_seq', 1, false);



SELECT pg_catalog.setval('public.lifecycle_reviewdecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.lifecycle_reviewnote_id_seq', 1, false);



SELECT pg_catalog.setval('public.lifecycle_signinglink_id_seq', 1, false);



SELECT pg_catalog.setval('public.lifecycle_signingpaper_id_seq', 1, false);



SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);



SELECT pg_catalog.setval('public.organisations_area_id_seq', 1, false);



SELECT pg_catalog.setval('public.organisations_areacode_id_seq', 1, false);



SELECT pg_catalog.setval('public.organisations_areapath_id_seq', 1, false);



SELECT pg_catalog.setval('public.organisations_areaversion_id_seq', 1, false);



SELECT pg_catalog.setval('public.organisations_body_id_seq', 1, false);



SELECT pg_catalog.setval('public.organisations_bodyalias_id_seq', 1, false);



SELECT pg_catalog.setval('public.organisations_bodyfunction_id_seq', 1, false);



SELECT pg_catalog.setval('public.organisations_bodyname_id_seq', 1, false);



SELECT pg_catalog.setval('public.organisations_succession_id_seq', 1, false);



SELECT pg_catalog.setval('public.organisations_successionevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.organisations_successionlink_id_seq', 1, false);



SELECT pg_catalog.setval('public.people_onetimecode_id_seq', 1, false);



SELECT pg_catalog.setval('public.people_person_id_seq', 1, false);



SELECT pg_catalog.setval('public.people_user_groups_id_seq', 1, false);



SELECT pg_catalog.setval('public.people_user_id_seq', 1, false);



SELECT pg_catalog.setval('public.people_user_user_permissions_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_agendaitem_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_calendarfeed_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_conclusion_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_costline_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_emergentpart_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_emergenttask_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_finding_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_findingdecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_findingfile_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_follower_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_handingover_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_inspection_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_invitee_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_meeting_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_milestone_bodies_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_milestone_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_milestonedecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_obstacle_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_obstacledecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_obstaclefile_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_personalcommitment_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_personalplan_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_personalplandecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_pilot_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_pilotassessment_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_pilotdecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_plandeadline_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_proposal_coordinators_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_proposal_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_proposalcall_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_proposaldecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_proposalround_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_registrationitem_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_registrationround_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_registrationsheet_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_session_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_sheetdecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_task_coordinators_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_task_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_taskdecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_taskevidence_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_teammember_id_seq', 1, false);



SELECT pg_catalog.setval('public.plans_visit_id_seq', 1, false);



SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);



SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);



SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);



SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_addition_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_adoption_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_adoptiondecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_assignment_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_clause_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_dutyparty_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_dutyrule_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_edition_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_editiondecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_editionevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_erratum_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_handdown_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_heir_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_legalbasis_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_mending_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_party_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_programme_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_recipient_id_seq', 1, false);



SELECT pg_catalog.setval('public.programmes_signature_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_calendarchange_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_calendarday_id_seq', 33, true);



SELECT pg_catalog.setval('public.reports_chase_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_chasedecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_chaseitem_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_consolidatedparagraph_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_consolidation_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_consolidationdecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_cutoffwindow_id_seq', 4, true);



SELECT pg_catalog.setval('public.reports_dutysetting_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_dutysettingdecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_extension_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_formversion_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_obligation_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_obligationdecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_obligationevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_obligationrecipient_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_reminder_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_reminderrule_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_reminderruledecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_report_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_reportattachment_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_reportevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_reportfigure_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_reportform_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_reportrequest_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_reportsection_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_reporttable_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_reporttext_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_reportvariant_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_requestdecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_returneditem_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_reviewroute_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_reviewstep_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_round_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_rounddecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.reports_roundpaper_id_seq', 1, false);



SELECT pg_catalog.setval('public.socialaccount_socialaccount_id_seq', 1, false);



SELECT pg_catalog.setval('public.socialaccount_socialapp_id_seq', 1, false);



SELECT pg_catalog.setval('public.socialaccount_socialtoken_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_adoptedtarget_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_closedperiod_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_contribution_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_duecount_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_entering_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_figure_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_figureacceptance_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_figureconfirmation_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_figureevidence_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_inheritedshare_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_partoffer_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_summary_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_summarycheck_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_summaryseries_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_summaryvalue_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_target_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_targetevent_pgh_id_seq', 1, false);



ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);



ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);



ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_address
    ADD CONSTRAINT accounts_address_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_bodysecurity
    ADD CONSTRAINT accounts_bodysecurity_body_id_key UNIQUE (body_id);



ALTER TABLE ONLY public.accounts_bodysecurity
    ADD CONSTRAINT accounts_bodysecurity_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_delivery
    ADD CONSTRAINT accounts_delivery_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_deliverydecision
    ADD CONSTRAINT accounts_deliverydecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT accounts_membership_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_membershipdecision
    ADD CONSTRAINT accounts_membershipdecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_membershipevent
    ADD CONSTRAINT accounts_membershipevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.accounts_notice
    ADD CONSTRAINT accounts_notice_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_reminderchoice
    ADD CONSTRAINT accounts_reminderchoice_person_id_key UNIQUE (person_id);



ALTER TABLE ONLY public.accounts_reminderchoice
    ADD CONSTRAINT accounts_reminderchoice_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_savedview
    ADD CONSTRAINT accounts_savedview_link_key UNIQUE (link);



ALTER TABLE ONLY public.accounts_savedview
    ADD CONSTRAINT accounts_savedview_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_session
    ADD CONSTRAINT accounts_session_pkey PRIMARY KEY (session_key);



ALTER TABLE ONLY public.programmes_addition
    ADD CONSTRAINT addition_once UNIQUE (adoption_id, key);



ALTER TABLE ONLY public.accounts_address
    ADD CONSTRAINT address_one_a_channel UNIQUE (person_id, channel);



ALTER TABLE ONLY public.targets_adoptedtarget
    ADD CONSTRAINT adoptedtarget_once UNIQUE (programme_id, key);



ALTER TABLE ONLY public.programmes_adoption
    ADD CONSTRAINT adoption_once_a_place UNIQUE (parent_id, area_id);



ALTER TABLE ONLY public.plans_agendaitem
    ADD CONSTRAINT agendaitem_in_order UNIQUE (meeting_id, "order") DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_areacode
    ADD CONSTRAINT areacode_unique UNIQUE NULLS NOT DISTINCT (scheme, code, valid_from);



ALTER TABLE ONLY public.organisations_areaversion
    ADD CONSTRAINT areaversion_one_a_day EXCLUDE USING gist (int8range(area_id, area_id, '[]'::text) WITH &&, daterange(valid_from, valid_to, '[]'::text) WITH &&);



ALTER TABLE ONLY public.programmes_assignment
    ADD CONSTRAINT assignment_once UNIQUE (clause_id, body_id, role);



ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);



ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.organisations_bodyalias
    ADD CONSTRAINT bodyalias_unique UNIQUE (body_id, folded);



ALTER TABLE ONLY public.organisations_bodyname
    ADD CONSTRAINT bodyname_one_a_day EXCLUDE USING gist (int8range(body_id, body_id, '[]'::text) WITH &&, daterange(valid_from, valid_to, '[]'::text) WITH &&);



ALTER TABLE ONLY public.programmes_clause
    ADD CONSTRAINT clause_key_unique UNIQUE (edition_id, key);



ALTER TABLE ONLY public.programmes_clause
    ADD CONSTRAINT clause_order_unique UNIQUE (edition_id, "order");



ALTER TABLE ONLY public.plans_conclusion
    ADD CONSTRAINT conclusion_in_order UNIQUE (meeting_id, "order");



ALTER TABLE ONLY public.reports_consolidatedparagraph
    ADD CONSTRAINT consolidatedparagraph_once_a_source UNIQUE NULLS NOT DISTINCT (consolidation_id, body_id, part, clause_id, own_clause_id, heading);



ALTER TABLE ONLY public.reports_consolidation
    ADD CONSTRAINT consolidation_once_a_period UNIQUE (duty_id, body_id, period_start, period_end);



ALTER TABLE ONLY public.lifecycle_consultation
    ADD CONSTRAINT consultation_sequence_unique UNIQUE (edition_id, sequence);



ALTER TABLE ONLY public.targets_contribution
    ADD CONSTRAINT contribution_once UNIQUE NULLS NOT DISTINCT (target_id, body_id, area_id);



ALTER TABLE ONLY public.core_cache
    ADD CONSTRAINT core_cache_pkey PRIMARY KEY (cache_key);



ALTER TABLE ONLY public.core_submission
    ADD CONSTRAINT core_submission_pkey PRIMARY KEY (key);



ALTER TABLE ONLY public.plans_costline
    ADD CONSTRAINT costline_never_twice UNIQUE (task_id, content, source, source_name);



ALTER TABLE ONLY public.reports_cutoffwindow
    ADD CONSTRAINT cutoffwindow_once_a_day UNIQUE (scheme, frequency, valid_from);



ALTER TABLE ONLY public.accounts_delivery
    ADD CONSTRAINT delivery_never_twice UNIQUE (person_id, channel, key);



ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);



ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_delivery
    ADD CONSTRAINT documents_delivery_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_documenttemplate
    ADD CONSTRAINT documents_documenttemplate_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_forwarding
    ADD CONSTRAINT documents_forwarding_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_incomingcorrection
    ADD CONSTRAINT documents_incomingcorrection_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_incomingentry
    ADD CONSTRAINT documents_incomingentry_delivery_id_key UNIQUE (delivery_id);



ALTER TABLE ONLY public.documents_incomingentry
    ADD CONSTRAINT documents_incomingentry_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_incomingregister
    ADD CONSTRAINT documents_incomingregister_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_outgoingcorrection
    ADD CONSTRAINT documents_outgoingcorrection_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_outgoingentry
    ADD CONSTRAINT documents_outgoingentry_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_outgoingregister
    ADD CONSTRAINT documents_outgoingregister_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_pdfsignature
    ADD CONSTRAINT documents_pdfsignature_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_readreceipt
    ADD CONSTRAINT documents_readreceipt_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_sending
    ADD CONSTRAINT documents_sending_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_signedpdf
    ADD CONSTRAINT documents_signedpdf_file_id_key UNIQUE (file_id);



ALTER TABLE ONLY public.documents_signedpdf
    ADD CONSTRAINT documents_signedpdf_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_storedfile_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_documenttemplate
    ADD CONSTRAINT documenttemplate_unique UNIQUE (code, valid_from);



ALTER TABLE ONLY public.drafting_draftfact
    ADD CONSTRAINT draftfact_order_unique UNIQUE (draft_id, "order");



ALTER TABLE ONLY public.drafting_draftfinding
    ADD CONSTRAINT draftfinding_once UNIQUE (draft_id, key);



ALTER TABLE ONLY public.drafting_draft
    ADD CONSTRAINT drafting_draft_edition_id_key UNIQUE (edition_id);



ALTER TABLE ONLY public.drafting_draft
    ADD CONSTRAINT drafting_draft_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drafting_draftdecision
    ADD CONSTRAINT drafting_draftdecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drafting_draftdecision
    ADD CONSTRAINT drafting_draftdecision_undoes_id_key UNIQUE (undoes_id);



ALTER TABLE ONLY public.drafting_draftfact
    ADD CONSTRAINT drafting_draftfact_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drafting_draftfinding
    ADD CONSTRAINT drafting_draftfinding_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drafting_draftparty_bodies
    ADD CONSTRAINT drafting_draftparty_bodies_draftparty_id_body_id_a14c7701_uniq UNIQUE (draftparty_id, body_id);



ALTER TABLE ONLY public.drafting_draftparty_bodies
    ADD CONSTRAINT drafting_draftparty_bodies_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drafting_draftparty
    ADD CONSTRAINT drafting_draftparty_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drafting_findingdecision
    ADD CONSTRAINT drafting_findingdecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drafting_reading
    ADD CONSTRAINT drafting_reading_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drafting_readingfile
    ADD CONSTRAINT drafting_readingfile_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drafting_readpage
    ADD CONSTRAINT drafting_readpage_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drafting_draftparty
    ADD CONSTRAINT draftparty_once UNIQUE (draft_id, code);



ALTER TABLE ONLY public.programmes_dutyparty
    ADD CONSTRAINT dutyparty_once UNIQUE (duty_id, body_id, side);



ALTER TABLE ONLY public.programmes_dutyrule
    ADD CONSTRAINT dutyrule_key_unique UNIQUE (clause_id, key);



ALTER TABLE ONLY public.reports_dutysetting
    ADD CONSTRAINT dutysetting_once_a_duty UNIQUE (programme_id, duty_key);



ALTER TABLE ONLY public.programmes_edition
    ADD CONSTRAINT edition_sequence_unique UNIQUE (programme_id, sequence);



ALTER TABLE ONLY public.lifecycle_editionseal
    ADD CONSTRAINT editionseal_once UNIQUE (edition_id, body_id);



ALTER TABLE ONLY public.plans_emergentpart
    ADD CONSTRAINT emergentpart_once UNIQUE (emergent_id, body_id);



ALTER TABLE ONLY public.targets_figureevidence
    ADD CONSTRAINT figureevidence_once UNIQUE (figure_id, file_id);



ALTER TABLE ONLY public.plans_findingfile
    ADD CONSTRAINT findingfile_once UNIQUE (decision_id, file_id);



ALTER TABLE ONLY public.plans_follower
    ADD CONSTRAINT follower_one_a_day EXCLUDE USING gist (int8range(programme_id, programme_id, '[]'::text) WITH &&, int8range(body_id, body_id, '[]'::text) WITH &&, int8range(uuid_hash_extended(clause_key, (0)::bigint), uuid_hash_extended(clause_key, (0)::bigint), '[]'::text) WITH &&, int8range((hashtext((role)::text))::bigint, (hashtext((role)::text))::bigint, '[]'::text) WITH &&, daterange(valid_from, valid_to, '[]'::text) WITH &&);



ALTER TABLE ONLY public.reports_formversion
    ADD CONSTRAINT formversion_number_unique UNIQUE (form_id, number);



ALTER TABLE ONLY public.lifecycle_guidancereceipt
    ADD CONSTRAINT guidancereceipt_once UNIQUE (guidance_id, body_id);



ALTER TABLE ONLY public.programmes_heir
    ADD CONSTRAINT heir_once UNIQUE (programme_id, body_id, heir_id);



ALTER TABLE ONLY public.documents_incomingentry
    ADD CONSTRAINT incomingentry_unique UNIQUE (register_id, number);



ALTER TABLE ONLY public.documents_incomingregister
    ADD CONSTRAINT incomingregister_unique UNIQUE (body_id, year);



ALTER TABLE ONLY public.targets_inheritedshare
    ADD CONSTRAINT inheritedshare_once UNIQUE NULLS NOT DISTINCT (contribution_id, after_id, heir_id);



ALTER TABLE ONLY public.lifecycle_invitation
    ADD CONSTRAINT invitation_once UNIQUE (consultation_id, body_id);



ALTER TABLE ONLY public.plans_invitee
    ADD CONSTRAINT invitee_body_once UNIQUE (meeting_id, body_id);



ALTER TABLE ONLY public.plans_invitee
    ADD CONSTRAINT invitee_person_once UNIQUE (meeting_id, person_id);



ALTER TABLE ONLY public.lifecycle_comment
    ADD CONSTRAINT lifecycle_comment_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.lifecycle_consultation
    ADD CONSTRAINT lifecycle_consultation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.lifecycle_editionseal
    ADD CONSTRAINT lifecycle_editionseal_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.lifecycle_guidance_clauses
    ADD CONSTRAINT lifecycle_guidance_clauses_guidance_id_clause_id_11562707_uniq UNIQUE (guidance_id, clause_id);



ALTER TABLE ONLY public.lifecycle_guidance_clauses
    ADD CONSTRAINT lifecycle_guidance_clauses_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.lifecycle_guidance
    ADD CONSTRAINT lifecycle_guidance_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.lifecycle_guidancemessage
    ADD CONSTRAINT lifecycle_guidancemessage_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.lifecycle_guidancereceipt
    ADD CONSTRAINT lifecycle_guidancereceipt_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.lifecycle_invitation
    ADD CONSTRAINT lifecycle_invitation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.lifecycle_programmesuccession
    ADD CONSTRAINT lifecycle_programmesuccession_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.lifecycle_review
    ADD CONSTRAINT lifecycle_review_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.lifecycle_reviewdecision
    ADD CONSTRAINT lifecycle_reviewdecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.lifecycle_reviewnote
    ADD CONSTRAINT lifecycle_reviewnote_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.lifecycle_signinglink
    ADD CONSTRAINT lifecycle_signinglink_key_key UNIQUE (key);



ALTER TABLE ONLY public.lifecycle_signinglink
    ADD CONSTRAINT lifecycle_signinglink_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.lifecycle_signinglink
    ADD CONSTRAINT lifecycle_signinglink_token_sha256_key UNIQUE (token_sha256);



ALTER TABLE ONLY public.lifecycle_signingpaper
    ADD CONSTRAINT lifecycle_signingpaper_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_notice
    ADD CONSTRAINT notice_never_twice UNIQUE (person_id, dedup_key);



ALTER TABLE ONLY public.reports_obligation
    ADD CONSTRAINT obligation_once_a_period UNIQUE (programme_id, duty_key, body_id, period_start, period_end);



ALTER TABLE ONLY public.reports_obligationrecipient
    ADD CONSTRAINT obligationrecipient_once UNIQUE (obligation_id, body_id);



ALTER TABLE ONLY public.plans_obstaclefile
    ADD CONSTRAINT obstaclefile_once UNIQUE (obstacle_id, file_id);



ALTER TABLE ONLY public.organisations_area
    ADD CONSTRAINT organisations_area_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.organisations_areacode
    ADD CONSTRAINT organisations_areacode_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.organisations_areapath
    ADD CONSTRAINT organisations_areapath_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.organisations_areaversion
    ADD CONSTRAINT organisations_areaversion_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.organisations_body
    ADD CONSTRAINT organisations_body_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.organisations_bodyalias
    ADD CONSTRAINT organisations_bodyalias_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.organisations_bodyfunction
    ADD CONSTRAINT organisations_bodyfunction_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.organisations_bodyname
    ADD CONSTRAINT organisations_bodyname_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.organisations_succession
    ADD CONSTRAINT organisations_succession_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.organisations_successionevent
    ADD CONSTRAINT organisations_successionevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.organisations_successionlink
    ADD CONSTRAINT organisations_successionlink_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.documents_outgoingentry
    ADD CONSTRAINT outgoingentry_unique UNIQUE (register_id, number);



ALTER TABLE ONLY public.documents_outgoingregister
    ADD CONSTRAINT outgoingregister_one_a_day EXCLUDE USING gist (int8range(body_id, body_id, '[]'::text) WITH &&, int8range((hashtext((document_type)::text))::bigint, (hashtext((document_type)::text))::bigint, '[]'::text) WITH &&, daterange(first_day, last_day, '[]'::text) WITH &&);



ALTER TABLE ONLY public.programmes_party
    ADD CONSTRAINT party_once UNIQUE (edition_id, body_id);



ALTER TABLE ONLY public.documents_pdfsignature
    ADD CONSTRAINT pdfsignature_order_unique UNIQUE (pdf_id, "order");



ALTER TABLE ONLY public.people_onetimecode
    ADD CONSTRAINT people_onetimecode_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.people_user_groups
    ADD CONSTRAINT people_user_groups_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.people_user_groups
    ADD CONSTRAINT people_user_groups_user_id_group_id_60378d34_uniq UNIQUE (user_id, group_id);



ALTER TABLE ONLY public.people_user
    ADD CONSTRAINT people_user_person_id_key UNIQUE (person_id);



ALTER TABLE ONLY public.people_user
    ADD CONSTRAINT people_user_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.people_user_user_permissions
    ADD CONSTRAINT people_user_user_permiss_user_id_permission_id_a7ac6748_uniq UNIQUE (user_id, permission_id);



ALTER TABLE ONLY public.people_user_user_permissions
    ADD CONSTRAINT people_user_user_permissions_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.people_user
    ADD CONSTRAINT people_user_username_key UNIQUE (username);



ALTER TABLE ONLY public.plans_personalplan
    ADD CONSTRAINT personalplan_once_a_year UNIQUE (programme_id, person_id, year, body_id);



ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_pilot
    ADD CONSTRAINT pilot_once UNIQUE (programme_id, clause_id, area_id, name);



ALTER TABLE ONLY public.plans_plandeadline
    ADD CONSTRAINT plandeadline_once UNIQUE NULLS NOT DISTINCT (programme_id, year);



ALTER TABLE ONLY public.plans_agendaitem
    ADD CONSTRAINT plans_agendaitem_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_calendarfeed
    ADD CONSTRAINT plans_calendarfeed_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_calendarfeed
    ADD CONSTRAINT plans_calendarfeed_token_hash_key UNIQUE (token_hash);



ALTER TABLE ONLY public.plans_conclusion
    ADD CONSTRAINT plans_conclusion_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_conclusion
    ADD CONSTRAINT plans_conclusion_task_id_key UNIQUE (task_id);



ALTER TABLE ONLY public.plans_costline
    ADD CONSTRAINT plans_costline_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_emergentpart
    ADD CONSTRAINT plans_emergentpart_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_emergenttask
    ADD CONSTRAINT plans_emergenttask_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_finding
    ADD CONSTRAINT plans_finding_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_findingdecision
    ADD CONSTRAINT plans_findingdecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_findingfile
    ADD CONSTRAINT plans_findingfile_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_follower
    ADD CONSTRAINT plans_follower_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_handingover
    ADD CONSTRAINT plans_handingover_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_inspection
    ADD CONSTRAINT plans_inspection_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_inspection
    ADD CONSTRAINT plans_inspection_task_id_key UNIQUE (task_id);



ALTER TABLE ONLY public.plans_invitee
    ADD CONSTRAINT plans_invitee_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_meeting
    ADD CONSTRAINT plans_meeting_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_meeting
    ADD CONSTRAINT plans_meeting_task_id_key UNIQUE (task_id);



ALTER TABLE ONLY public.plans_milestone_bodies
    ADD CONSTRAINT plans_milestone_bodies_milestone_id_body_id_8bf21776_uniq UNIQUE (milestone_id, body_id);



ALTER TABLE ONLY public.plans_milestone_bodies
    ADD CONSTRAINT plans_milestone_bodies_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_milestone
    ADD CONSTRAINT plans_milestone_carried_from_id_key UNIQUE (carried_from_id);



ALTER TABLE ONLY public.plans_milestone
    ADD CONSTRAINT plans_milestone_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_milestonedecision
    ADD CONSTRAINT plans_milestonedecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_obstacle
    ADD CONSTRAINT plans_obstacle_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_obstacledecision
    ADD CONSTRAINT plans_obstacledecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_obstaclefile
    ADD CONSTRAINT plans_obstaclefile_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_personalcommitment
    ADD CONSTRAINT plans_personalcommitment_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_personalcommitment
    ADD CONSTRAINT plans_personalcommitment_task_id_key UNIQUE (task_id);



ALTER TABLE ONLY public.plans_personalplan
    ADD CONSTRAINT plans_personalplan_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_personalplandecision
    ADD CONSTRAINT plans_personalplandecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_pilot
    ADD CONSTRAINT plans_pilot_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_pilotassessment
    ADD CONSTRAINT plans_pilotassessment_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_pilotdecision
    ADD CONSTRAINT plans_pilotdecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_plandeadline
    ADD CONSTRAINT plans_plandeadline_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_proposal_coordinators
    ADD CONSTRAINT plans_proposal_coordinators_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_proposal_coordinators
    ADD CONSTRAINT plans_proposal_coordinators_proposal_id_body_id_4c3f802b_uniq UNIQUE (proposal_id, body_id);



ALTER TABLE ONLY public.plans_proposal
    ADD CONSTRAINT plans_proposal_key_key UNIQUE (key);



ALTER TABLE ONLY public.plans_proposal
    ADD CONSTRAINT plans_proposal_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_proposalcall
    ADD CONSTRAINT plans_proposalcall_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_proposaldecision
    ADD CONSTRAINT plans_proposaldecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_proposalround
    ADD CONSTRAINT plans_proposalround_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_proposalround
    ADD CONSTRAINT plans_proposalround_plan_id_key UNIQUE (plan_id);



ALTER TABLE ONLY public.plans_registrationitem
    ADD CONSTRAINT plans_registrationitem_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_registrationitem
    ADD CONSTRAINT plans_registrationitem_task_id_key UNIQUE (task_id);



ALTER TABLE ONLY public.plans_registrationround
    ADD CONSTRAINT plans_registrationround_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_registrationsheet
    ADD CONSTRAINT plans_registrationsheet_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_session
    ADD CONSTRAINT plans_session_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_sheetdecision
    ADD CONSTRAINT plans_sheetdecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_task_coordinators
    ADD CONSTRAINT plans_task_coordinators_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_task_coordinators
    ADD CONSTRAINT plans_task_coordinators_task_id_body_id_fd828e84_uniq UNIQUE (task_id, body_id);



ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_taskdecision
    ADD CONSTRAINT plans_taskdecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_taskevidence
    ADD CONSTRAINT plans_taskevidence_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_teammember
    ADD CONSTRAINT plans_teammember_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_visit
    ADD CONSTRAINT plans_visit_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);



ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_addition
    ADD CONSTRAINT programmes_addition_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_adoption
    ADD CONSTRAINT programmes_adoption_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_adoption
    ADD CONSTRAINT programmes_adoption_programme_id_key UNIQUE (programme_id);



ALTER TABLE ONLY public.programmes_adoptiondecision
    ADD CONSTRAINT programmes_adoptiondecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_assignment
    ADD CONSTRAINT programmes_assignment_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_clause
    ADD CONSTRAINT programmes_clause_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_dutyparty
    ADD CONSTRAINT programmes_dutyparty_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_dutyrule
    ADD CONSTRAINT programmes_dutyrule_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_edition
    ADD CONSTRAINT programmes_edition_outgoing_entry_id_key UNIQUE (outgoing_entry_id);



ALTER TABLE ONLY public.programmes_edition
    ADD CONSTRAINT programmes_edition_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_editiondecision
    ADD CONSTRAINT programmes_editiondecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_editionevent
    ADD CONSTRAINT programmes_editionevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.programmes_erratum
    ADD CONSTRAINT programmes_erratum_cancels_id_key UNIQUE (cancels_id);



ALTER TABLE ONLY public.programmes_erratum
    ADD CONSTRAINT programmes_erratum_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_handdown
    ADD CONSTRAINT programmes_handdown_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_heir
    ADD CONSTRAINT programmes_heir_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_legalbasis
    ADD CONSTRAINT programmes_legalbasis_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_mending
    ADD CONSTRAINT programmes_mending_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_party
    ADD CONSTRAINT programmes_party_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_programme
    ADD CONSTRAINT programmes_programme_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_recipient
    ADD CONSTRAINT programmes_recipient_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.programmes_signature
    ADD CONSTRAINT programmes_signature_party_id_key UNIQUE (party_id);



ALTER TABLE ONLY public.programmes_signature
    ADD CONSTRAINT programmes_signature_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans_proposal
    ADD CONSTRAINT proposal_carried_once UNIQUE (round_id, carried_from_id);



ALTER TABLE ONLY public.plans_proposalcall
    ADD CONSTRAINT proposalcall_once UNIQUE (round_id, body_id);



ALTER TABLE ONLY public.plans_proposalround
    ADD CONSTRAINT proposalround_once_a_year UNIQUE (programme_id, year);



ALTER TABLE ONLY public.drafting_readingfile
    ADD CONSTRAINT readingfile_in_order UNIQUE (reading_id, "order");



ALTER TABLE ONLY public.drafting_readpage
    ADD CONSTRAINT readpage_once UNIQUE (reading_id, number);



ALTER TABLE ONLY public.documents_readreceipt
    ADD CONSTRAINT readreceipt_once UNIQUE (entry_id, person_id);



ALTER TABLE ONLY public.plans_registrationround
    ADD CONSTRAINT registrationround_once_a_year UNIQUE (programme_id, year);



ALTER TABLE ONLY public.plans_registrationsheet
    ADD CONSTRAINT registrationsheet_once UNIQUE (round_id, body_id);



ALTER TABLE ONLY public.reports_reminder
    ADD CONSTRAINT reminder_never_twice UNIQUE (person_id, kind, number, due_on, step);



ALTER TABLE ONLY public.reports_reminderrule
    ADD CONSTRAINT reminderrule_once UNIQUE NULLS NOT DISTINCT (programme_id, kind, duty_key);



ALTER TABLE ONLY public.reports_reportfigure
    ADD CONSTRAINT reportfigure_once UNIQUE (report_id, target_id);



ALTER TABLE ONLY public.reports_calendarchange
    ADD CONSTRAINT reports_calendarchange_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_calendarday
    ADD CONSTRAINT reports_calendarday_day_key UNIQUE (day);



ALTER TABLE ONLY public.reports_calendarday
    ADD CONSTRAINT reports_calendarday_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_chase
    ADD CONSTRAINT reports_chase_outgoing_entry_id_key UNIQUE (outgoing_entry_id);



ALTER TABLE ONLY public.reports_chase
    ADD CONSTRAINT reports_chase_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_chasedecision
    ADD CONSTRAINT reports_chasedecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_chaseitem
    ADD CONSTRAINT reports_chaseitem_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_consolidatedparagraph
    ADD CONSTRAINT reports_consolidatedparagraph_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_consolidation
    ADD CONSTRAINT reports_consolidation_obligation_id_key UNIQUE (obligation_id);



ALTER TABLE ONLY public.reports_consolidation
    ADD CONSTRAINT reports_consolidation_outgoing_entry_id_key UNIQUE (outgoing_entry_id);



ALTER TABLE ONLY public.reports_consolidation
    ADD CONSTRAINT reports_consolidation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_consolidationdecision
    ADD CONSTRAINT reports_consolidationdecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_cutoffwindow
    ADD CONSTRAINT reports_cutoffwindow_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_dutysetting
    ADD CONSTRAINT reports_dutysetting_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_dutysettingdecision
    ADD CONSTRAINT reports_dutysettingdecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_extension
    ADD CONSTRAINT reports_extension_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_formversion
    ADD CONSTRAINT reports_formversion_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_obligation
    ADD CONSTRAINT reports_obligation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_obligationdecision
    ADD CONSTRAINT reports_obligationdecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_obligationevent
    ADD CONSTRAINT reports_obligationevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.reports_obligationrecipient
    ADD CONSTRAINT reports_obligationrecipient_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_reminder
    ADD CONSTRAINT reports_reminder_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_reminderrule
    ADD CONSTRAINT reports_reminderrule_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_reminderruledecision
    ADD CONSTRAINT reports_reminderruledecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_obligation_id_key UNIQUE (obligation_id);



ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_reportattachment
    ADD CONSTRAINT reports_reportattachment_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_reportevent
    ADD CONSTRAINT reports_reportevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.reports_reportfigure
    ADD CONSTRAINT reports_reportfigure_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_reportform
    ADD CONSTRAINT reports_reportform_duty_key_key UNIQUE (duty_key);



ALTER TABLE ONLY public.reports_reportform
    ADD CONSTRAINT reports_reportform_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_reportrequest
    ADD CONSTRAINT reports_reportrequest_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_reportsection
    ADD CONSTRAINT reports_reportsection_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_reporttable
    ADD CONSTRAINT reports_reporttable_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_reporttext
    ADD CONSTRAINT reports_reporttext_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_reportvariant
    ADD CONSTRAINT reports_reportvariant_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_requestdecision
    ADD CONSTRAINT reports_requestdecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_returneditem
    ADD CONSTRAINT reports_returneditem_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_reviewroute
    ADD CONSTRAINT reports_reviewroute_duty_key_key UNIQUE (duty_key);



ALTER TABLE ONLY public.reports_reviewroute
    ADD CONSTRAINT reports_reviewroute_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_reviewstep
    ADD CONSTRAINT reports_reviewstep_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_round
    ADD CONSTRAINT reports_round_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_rounddecision
    ADD CONSTRAINT reports_rounddecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_roundpaper
    ADD CONSTRAINT reports_roundpaper_outgoing_entry_id_key UNIQUE (outgoing_entry_id);



ALTER TABLE ONLY public.reports_roundpaper
    ADD CONSTRAINT reports_roundpaper_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reports_roundpaper
    ADD CONSTRAINT reports_roundpaper_round_id_key UNIQUE (round_id);



ALTER TABLE ONLY public.reports_reportsection
    ADD CONSTRAINT reportsection_once UNIQUE (report_id, clause_id);



ALTER TABLE ONLY public.reports_reporttable
    ADD CONSTRAINT reporttable_once UNIQUE (report_id, key);



ALTER TABLE ONLY public.reports_reporttext
    ADD CONSTRAINT reporttext_once UNIQUE (report_id, key);



ALTER TABLE ONLY public.lifecycle_review
    ADD CONSTRAINT review_once_a_period UNIQUE (programme_id, kind, period_start, period_end);



ALTER TABLE ONLY public.lifecycle_reviewnote
    ADD CONSTRAINT reviewnote_once UNIQUE (review_id, clause_id);



ALTER TABLE ONLY public.reports_reviewstep
    ADD CONSTRAINT reviewstep_body_once UNIQUE (route_id, body_id);



ALTER TABLE ONLY public.reports_round
    ADD CONSTRAINT round_sequence_unique UNIQUE (report_id, sequence);



ALTER TABLE ONLY public.accounts_savedview
    ADD CONSTRAINT savedview_name_once UNIQUE (person_id, body_id, name);



ALTER TABLE ONLY public.plans_session
    ADD CONSTRAINT session_never_twice UNIQUE NULLS NOT DISTINCT (task_id, held_on, starts_at, topic, venue);



ALTER TABLE ONLY public.lifecycle_signingpaper
    ADD CONSTRAINT signingpaper_once UNIQUE (edition_id, version);



ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);



ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);



ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.organisations_successionlink
    ADD CONSTRAINT successionlink_unique UNIQUE NULLS NOT DISTINCT (succession_id, from_area_id, to_area_id, from_body_id, to_body_id);



ALTER TABLE ONLY public.targets_summaryseries
    ADD CONSTRAINT summaryseries_once UNIQUE (programme_id, key);



ALTER TABLE ONLY public.targets_target
    ADD CONSTRAINT target_key_unique UNIQUE (edition_id, key);



ALTER TABLE ONLY public.targets_adoptedtarget
    ADD CONSTRAINT targets_adoptedtarget_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_closedperiod
    ADD CONSTRAINT targets_closedperiod_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_contribution
    ADD CONSTRAINT targets_contribution_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_duecount
    ADD CONSTRAINT targets_duecount_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_entering
    ADD CONSTRAINT targets_entering_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_figure
    ADD CONSTRAINT targets_figure_corrects_id_key UNIQUE (corrects_id);



ALTER TABLE ONLY public.targets_figure
    ADD CONSTRAINT targets_figure_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_figureacceptance
    ADD CONSTRAINT targets_figureacceptance_figure_id_key UNIQUE (figure_id);



ALTER TABLE ONLY public.targets_figureacceptance
    ADD CONSTRAINT targets_figureacceptance_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_figureconfirmation
    ADD CONSTRAINT targets_figureconfirmation_figure_id_key UNIQUE (figure_id);



ALTER TABLE ONLY public.targets_figureconfirmation
    ADD CONSTRAINT targets_figureconfirmation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_figureevidence
    ADD CONSTRAINT targets_figureevidence_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_inheritedshare
    ADD CONSTRAINT targets_inheritedshare_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_partoffer
    ADD CONSTRAINT targets_partoffer_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_summary
    ADD CONSTRAINT targets_summary_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_summarycheck
    ADD CONSTRAINT targets_summarycheck_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_summaryseries
    ADD CONSTRAINT targets_summaryseries_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_summaryvalue
    ADD CONSTRAINT targets_summaryvalue_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_target
    ADD CONSTRAINT targets_target_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_targetevent
    ADD CONSTRAINT targets_targetevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.plans_taskevidence
    ADD CONSTRAINT taskevidence_once UNIQUE (task_id, file_id);



ALTER TABLE ONLY public.plans_teammember
    ADD CONSTRAINT teammember_name_once UNIQUE (inspection_id, body_id, name);



ALTER TABLE ONLY public.plans_teammember
    ADD CONSTRAINT teammember_person_once UNIQUE (inspection_id, person_id);



ALTER TABLE ONLY public.plans_visit
    ADD CONSTRAINT visit_once UNIQUE (inspection_id, body_id);



CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);



CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);



CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);



CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);



CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);



CREATE INDEX accounts_address_person_id_9a2b6dba ON public.accounts_address USING btree (person_id);



CREATE INDEX accounts_delivery_person_id_71496133 ON public.accounts_delivery USING btree (person_id);



CREATE INDEX accounts_deliverydecision_by_body_id_4bf6051f ON public.accounts_deliverydecision USING btree (by_body_id);



CREATE INDEX accounts_deliverydecision_by_person_id_272c420a ON public.accounts_deliverydecision USING btree (by_person_id);



CREATE INDEX accounts_deliverydecision_delivery_id_2388ae89 ON public.accounts_deliverydecision USING btree (delivery_id);



CREATE INDEX accounts_membership_body_id_44cdb853 ON public.accounts_membership USING btree (body_id);



CREATE INDEX accounts_membership_person_id_cd00e383 ON public.accounts_membership USING btree (person_id);



CREATE INDEX accounts_membershipdecision_by_body_id_b23fac6e ON public.accounts_membershipdecision USING btree (by_body_id);



CREATE INDEX accounts_membershipdecision_by_person_id_16bf4160 ON public.accounts_membershipdecision USING btree (by_person_id);



CREATE INDEX accounts_membershipdecision_membership_id_40cd07fe ON public.accounts_membershipdecision USING btree (membership_id);



CREATE INDEX accounts_membershipevent_body_id_889c519a ON public.accounts_membershipevent USING btree (body_id);



CREATE INDEX accounts_membershipevent_person_id_9e1b6fa5 ON public.accounts_membershipevent USING btree (person_id);



CREATE INDEX accounts_membershipevent_pgh_context_id_31df8159 ON public.accounts_membershipevent USING btree (pgh_context_id);



CREATE INDEX accounts_membershipevent_pgh_obj_id_8231a68b ON public.accounts_membershipevent USING btree (pgh_obj_id);



CREATE INDEX accounts_notice_body_id_81e5e702 ON public.accounts_notice USING btree (body_id);



CREATE INDEX accounts_notice_person_id_5b35f2f6 ON public.accounts_notice USING btree (person_id);



CREATE INDEX accounts_savedview_body_id_8ca6c69b ON public.accounts_savedview USING btree (body_id);



CREATE INDEX accounts_savedview_person_id_7324eb3b ON public.accounts_savedview USING btree (person_id);



CREATE INDEX accounts_session_expire_date_5bbfba7c ON public.accounts_session USING btree (expire_date);



CREATE INDEX accounts_session_session_key_b186966f_like ON public.accounts_session USING btree (session_key varchar_pattern_ops);



CREATE INDEX accounts_session_user_id_d5aaed01 ON public.accounts_session USING btree (user_id);



CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);



CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);



CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);



CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);



CREATE UNIQUE INDEX calendarfeed_one_holds ON public.plans_calendarfeed USING btree (person_id) WHERE (revoked_at IS NULL);



CREATE UNIQUE INDEX chaseitem_obligation_once_a_day ON public.reports_chaseitem USING btree (obligation_id, chased_on) WHERE ((NOT is_undone) AND (obligation_id IS NOT NULL));



CREATE UNIQUE INDEX chaseitem_obstacle_once_a_day ON public.reports_chaseitem USING btree (obstacle_id, chased_on) WHERE ((NOT is_undone) AND (obstacle_id IS NOT NULL));



CREATE UNIQUE INDEX chaseitem_task_once_a_day ON public.reports_chaseitem USING btree (task_id, chased_on) WHERE ((NOT is_undone) AND (task_id IS NOT NULL));



CREATE UNIQUE INDEX closedperiod_closed_once ON public.targets_closedperiod USING btree (programme_id, period_start, period_end) WHERE (reopened_at IS NULL);



CREATE UNIQUE INDEX consultation_one_open ON public.lifecycle_consultation USING btree (edition_id) WHERE (closed_at IS NULL);



CREATE INDEX core_cache_expires ON public.core_cache USING btree (expires);



CREATE UNIQUE INDEX delivery_body_once ON public.documents_delivery USING btree (entry_id, body_id) WHERE ((body_id IS NOT NULL) AND (recalled_at IS NULL));



CREATE UNIQUE INDEX delivery_name_once ON public.documents_delivery USING btree (entry_id, name) WHERE ((body_id IS NULL) AND (recalled_at IS NULL));



CREATE INDEX delivery_of_a_channel ON public.accounts_delivery USING btree (channel, ended_at DESC);



CREATE INDEX delivery_waiting ON public.accounts_delivery USING btree (next_try_at) WHERE ((state)::text = 'waiting'::text);



CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);



CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);



CREATE INDEX documents_delivery_body_id_604dd310 ON public.documents_delivery USING btree (body_id);



CREATE INDEX documents_delivery_entry_id_2e46cca8 ON public.documents_delivery USING btree (entry_id);



CREATE INDEX documents_delivery_proof_id_31ec7f5d ON public.documents_delivery USING btree (proof_id);



CREATE INDEX documents_delivery_sending_id_a1faf4ca ON public.documents_delivery USING btree (sending_id);



CREATE INDEX documents_forwarding_body_id_a03ef54d ON public.documents_forwarding USING btree (body_id);



CREATE INDEX documents_forwarding_entry_id_3862a22c ON public.documents_forwarding USING btree (entry_id);



CREATE INDEX documents_forwarding_forwarded_by_id_22f32a9f ON public.documents_forwarding USING btree (forwarded_by_id);



CREATE INDEX documents_forwarding_person_id_a782e42e ON public.documents_forwarding USING btree (person_id);



CREATE INDEX documents_forwarding_taken_back_by_id_bb6248cf ON public.documents_forwarding USING btree (taken_back_by_id);



CREATE INDEX documents_incomingcorrection_by_body_id_3ae8acac ON public.documents_incomingcorrection USING btree (by_body_id);



CREATE INDEX documents_incomingcorrection_by_person_id_ec6a4368 ON public.documents_incomingcorrection USING btree (by_person_id);



CREATE INDEX documents_incomingcorrection_entry_id_e22b455b ON public.documents_incomingcorrection USING btree (entry_id);



CREATE INDEX documents_incomingentry_entered_by_id_8de2cfb0 ON public.documents_incomingentry USING btree (entered_by_id);



CREATE INDEX documents_incomingentry_file_id_e3cb9b5c ON public.documents_incomingentry USING btree (file_id);



CREATE INDEX documents_incomingentry_register_id_b80cf1d6 ON public.documents_incomingentry USING btree (register_id);



CREATE INDEX documents_incomingentry_sender_body_id_e042b157 ON public.documents_incomingentry USING btree (sender_body_id);



CREATE INDEX documents_incomingregister_body_id_7a4e6e29 ON public.documents_incomingregister USING btree (body_id);



CREATE INDEX documents_outgoingcorrection_by_body_id_f45bbffb ON public.documents_outgoingcorrection USING btree (by_body_id);



CREATE INDEX documents_outgoingcorrection_by_person_id_a2706108 ON public.documents_outgoingcorrection USING btree (by_person_id);



CREATE INDEX documents_outgoingcorrection_entry_id_11b3cd35 ON public.documents_outgoingcorrection USING btree (entry_id);



CREATE INDEX documents_outgoingentry_annulled_by_id_ed12b5bd ON public.documents_outgoingentry USING btree (annulled_by_id);



CREATE INDEX documents_outgoingentry_file_id_884239d3 ON public.documents_outgoingentry USING btree (file_id);



CREATE INDEX documents_outgoingentry_given_by_id_21bcac38 ON public.documents_outgoingentry USING btree (given_by_id);



CREATE INDEX documents_outgoingentry_register_id_7d8b0c3f ON public.documents_outgoingentry USING btree (register_id);



CREATE INDEX documents_outgoingregister_body_id_dc0a46aa ON public.documents_outgoingregister USING btree (body_id);



CREATE INDEX documents_pdfsignature_pdf_id_04dc05ff ON public.documents_pdfsignature USING btree (pdf_id);



CREATE INDEX documents_readreceipt_body_id_1e92b7d3 ON public.documents_readreceipt USING btree (body_id);



CREATE INDEX documents_readreceipt_entry_id_4badd6b9 ON public.documents_readreceipt USING btree (entry_id);



CREATE INDEX documents_readreceipt_person_id_b0b7c51c ON public.documents_readreceipt USING btree (person_id);



CREATE INDEX documents_sending_entry_id_5cc3de6a ON public.documents_sending USING btree (entry_id);



CREATE INDEX documents_sending_file_id_93259385 ON public.documents_sending USING btree (file_id);



CREATE INDEX documents_sending_recalled_by_id_bb229e57 ON public.documents_sending USING btree (recalled_by_id);



CREATE INDEX documents_sending_sent_by_id_ca9a23e1 ON public.documents_sending USING btree (sent_by_id);



CREATE INDEX documents_signedpdf_original_id_3894ee64 ON public.documents_signedpdf USING btree (original_id);



CREATE INDEX documents_storedfile_body_id_94fe9c16 ON public.documents_storedfile USING btree (body_id);



CREATE INDEX documents_storedfile_sha256_8fc42a25 ON public.documents_storedfile USING btree (sha256);



CREATE INDEX documents_storedfile_sha256_8fc42a25_like ON public.documents_storedfile USING btree (sha256 varchar_pattern_ops);



CREATE INDEX documents_storedfile_uploaded_by_id_dd88fc20 ON public.documents_storedfile USING btree (uploaded_by_id);



CREATE INDEX drafting_draft_area_id_b3bc79ac ON public.drafting_draft USING btree (area_id);



CREATE INDEX drafting_draft_body_id_d73dfe40 ON public.drafting_draft USING btree (body_id);



CREATE INDEX drafting_draft_created_by_id_97334d2d ON public.drafting_draft USING btree (created_by_id);



CREATE INDEX drafting_draft_file_id_b06df291 ON public.drafting_draft USING btree (file_id);



CREATE INDEX drafting_draft_renews_id_8fe9048d ON public.drafting_draft USING btree (renews_id);



CREATE INDEX drafting_draftdecision_by_body_id_961fd7fc ON public.drafting_draftdecision USING btree (by_body_id);



CREATE INDEX drafting_draftdecision_by_person_id_760ae264 ON public.drafting_draftdecision USING btree (by_person_id);



CREATE INDEX drafting_draftdecision_draft_id_4f4015b8 ON public.drafting_draftdecision USING btree (draft_id);



CREATE INDEX drafting_draftfact_draft_id_c7aca844 ON public.drafting_draftfact USING btree (draft_id);



CREATE INDEX drafting_draftfinding_draft_id_40783c33 ON public.drafting_draftfinding USING btree (draft_id);



CREATE INDEX drafting_draftparty_bodies_body_id_ceeb1dc9 ON public.drafting_draftparty_bodies USING btree (body_id);



CREATE INDEX drafting_draftparty_bodies_draftparty_id_fb064dc2 ON public.drafting_draftparty_bodies USING btree (draftparty_id);



CREATE INDEX drafting_draftparty_draft_id_0ef0d977 ON public.drafting_draftparty USING btree (draft_id);



CREATE INDEX drafting_findingdecision_by_body_id_fac0a943 ON public.drafting_findingdecision USING btree (by_body_id);



CREATE INDEX drafting_findingdecision_by_person_id_a005dae4 ON public.drafting_findingdecision USING btree (by_person_id);



CREATE INDEX drafting_findingdecision_finding_id_c42bd1fa ON public.drafting_findingdecision USING btree (finding_id);



CREATE INDEX drafting_reading_body_id_30cba178 ON public.drafting_reading USING btree (body_id);



CREATE INDEX drafting_reading_created_by_id_9e721c27 ON public.drafting_reading USING btree (created_by_id);



CREATE INDEX drafting_reading_digest_54ec4a8c ON public.drafting_reading USING btree (digest);



CREATE INDEX drafting_reading_digest_54ec4a8c_like ON public.drafting_reading USING btree (digest varchar_pattern_ops);



CREATE INDEX drafting_reading_draft_id_eb3aa215 ON public.drafting_reading USING btree (draft_id);



CREATE INDEX drafting_reading_renews_id_041a3711 ON public.drafting_reading USING btree (renews_id);



CREATE INDEX drafting_readingfile_file_id_45847aec ON public.drafting_readingfile USING btree (file_id);



CREATE INDEX drafting_readingfile_reading_id_f766d192 ON public.drafting_readingfile USING btree (reading_id);



CREATE INDEX drafting_readpage_image_id_28b6c03f ON public.drafting_readpage USING btree (image_id);



CREATE INDEX drafting_readpage_reading_id_7cbfb815 ON public.drafting_readpage USING btree (reading_id);



CREATE INDEX duecount_place ON public.targets_duecount USING btree (target_id, area_id);



CREATE UNIQUE INDEX edition_one_in_force ON public.programmes_edition USING btree (programme_id) WHERE ((status)::text = 'in_force'::text);



CREATE UNIQUE INDEX edition_one_under_way ON public.programmes_edition USING btree (programme_id) WHERE ((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('signing'::character varying)::text, ('waiting'::character varying)::text]));



CREATE UNIQUE INDEX extension_one_waits ON public.reports_extension USING btree (obligation_id) WHERE ((status)::text = 'asked'::text);



CREATE INDEX figure_at_place ON public.targets_figure USING btree (area_id, target_id, period_end);



CREATE UNIQUE INDEX figure_first_once ON public.targets_figure USING btree (target_id, body_id, area_id, period_start, period_end) WHERE (corrects_id IS NULL);



CREATE INDEX finding_unmended ON public.plans_finding USING btree (body_id, due_on) WHERE (NOT ((status)::text = 'mended'::text));



CREATE INDEX follower_of_a_person ON public.plans_follower USING btree (person_id) WHERE (valid_to IS NULL);



CREATE UNIQUE INDEX forwarding_body_once ON public.documents_forwarding USING btree (entry_id, body_id) WHERE ((body_id IS NOT NULL) AND (taken_back_at IS NULL));



CREATE UNIQUE INDEX forwarding_person_once ON public.documents_forwarding USING btree (entry_id, person_id) WHERE ((person_id IS NOT NULL) AND (taken_back_at IS NULL));



CREATE UNIQUE INDEX guidance_passed_on_once ON public.lifecycle_guidance USING btree (body_id, passes_on_id) WHERE ((passes_on_id IS NOT NULL) AND (withdrawn_at IS NULL));



CREATE INDEX guidancereceipt_open ON public.lifecycle_guidancereceipt USING btree (body_id) WHERE (acknowledged_at IS NULL);



CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));



CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);



CREATE UNIQUE INDEX invitee_outside_once ON public.plans_invitee USING btree (meeting_id, outside) WHERE (NOT ((outside)::text = ''::text));



CREATE INDEX lifecycle_comment_answered_by_id_56c34bda ON public.lifecycle_comment USING btree (answered_by_id);



CREATE INDEX lifecycle_comment_body_id_cbc7500b ON public.lifecycle_comment USING btree (body_id);



CREATE INDEX lifecycle_comment_by_person_id_5606f425 ON public.lifecycle_comment USING btree (by_person_id);



CREATE INDEX lifecycle_comment_clause_id_b0f6592c ON public.lifecycle_comment USING btree (clause_id);



CREATE INDEX lifecycle_comment_consultation_id_1738fc1c ON public.lifecycle_comment USING btree (consultation_id);



CREATE INDEX lifecycle_comment_target_id_a087a650 ON public.lifecycle_comment USING btree (target_id);



CREATE INDEX lifecycle_consultation_closed_by_id_cd6e7ea3 ON public.lifecycle_consultation USING btree (closed_by_id);



CREATE INDEX lifecycle_consultation_edition_id_724b5c1e ON public.lifecycle_consultation USING btree (edition_id);



CREATE INDEX lifecycle_consultation_opened_by_id_ccb87e64 ON public.lifecycle_consultation USING btree (opened_by_id);



CREATE INDEX lifecycle_editionseal_body_id_5350986b ON public.lifecycle_editionseal USING btree (body_id);



CREATE INDEX lifecycle_editionseal_edition_id_e7800b75 ON public.lifecycle_editionseal USING btree (edition_id);



CREATE INDEX lifecycle_editionseal_file_id_ae66531b ON public.lifecycle_editionseal USING btree (file_id);



CREATE INDEX lifecycle_editionseal_sealed_by_id_9d46f48c ON public.lifecycle_editionseal USING btree (sealed_by_id);



CREATE INDEX lifecycle_guidance_body_id_7e95a29a ON public.lifecycle_guidance USING btree (body_id);



CREATE INDEX lifecycle_guidance_clauses_clause_id_786e9789 ON public.lifecycle_guidance_clauses USING btree (clause_id);



CREATE INDEX lifecycle_guidance_clauses_guidance_id_35f7d828 ON public.lifecycle_guidance_clauses USING btree (guidance_id);



CREATE INDEX lifecycle_guidance_file_id_3c1d720b ON public.lifecycle_guidance USING btree (file_id);



CREATE INDEX lifecycle_guidance_passes_on_id_a8de969d ON public.lifecycle_guidance USING btree (passes_on_id);



CREATE INDEX lifecycle_guidance_programme_id_e4238c98 ON public.lifecycle_guidance USING btree (programme_id);



CREATE INDEX lifecycle_guidance_sent_by_id_e9fed5a0 ON public.lifecycle_guidance USING btree (sent_by_id);



CREATE INDEX lifecycle_guidancemessage_body_id_a5ca2a74 ON public.lifecycle_guidancemessage USING btree (body_id);



CREATE INDEX lifecycle_guidancemessage_person_id_651efe53 ON public.lifecycle_guidancemessage USING btree (person_id);



CREATE INDEX lifecycle_guidancemessage_receipt_id_b45c0fcd ON public.lifecycle_guidancemessage USING btree (receipt_id);



CREATE INDEX lifecycle_guidancereceipt_acknowledged_by_id_f8f14b2c ON public.lifecycle_guidancereceipt USING btree (acknowledged_by_id);



CREATE INDEX lifecycle_guidancereceipt_body_id_be2722fd ON public.lifecycle_guidancereceipt USING btree (body_id);



CREATE INDEX lifecycle_guidancereceipt_guidance_id_e74ea0dd ON public.lifecycle_guidancereceipt USING btree (guidance_id);



CREATE INDEX lifecycle_invitation_answered_by_id_f943988a ON public.lifecycle_invitation USING btree (answered_by_id);



CREATE INDEX lifecycle_invitation_body_id_61a7960b ON public.lifecycle_invitation USING btree (body_id);



CREATE INDEX lifecycle_invitation_consultation_id_2a9d7ed1 ON public.lifecycle_invitation USING btree (consultation_id);



CREATE INDEX lifecycle_programmesuccession_by_body_id_9ca4f482 ON public.lifecycle_programmesuccession USING btree (by_body_id);



CREATE INDEX lifecycle_programmesuccession_by_person_id_1b36b56b ON public.lifecycle_programmesuccession USING btree (by_person_id);



CREATE INDEX lifecycle_programmesuccession_programme_id_b3c7caa4 ON public.lifecycle_programmesuccession USING btree (programme_id);



CREATE INDEX lifecycle_programmesuccession_succession_id_f919e0f6 ON public.lifecycle_programmesuccession USING btree (succession_id);



CREATE INDEX lifecycle_review_created_by_id_c3264e5b ON public.lifecycle_review USING btree (created_by_id);



CREATE INDEX lifecycle_review_programme_id_16df6b1d ON public.lifecycle_review USING btree (programme_id);



CREATE INDEX lifecycle_reviewdecision_by_body_id_c986d3d0 ON public.lifecycle_reviewdecision USING btree (by_body_id);



CREATE INDEX lifecycle_reviewdecision_by_person_id_e57574d6 ON public.lifecycle_reviewdecision USING btree (by_person_id);



CREATE INDEX lifecycle_reviewdecision_review_id_d6143235 ON public.lifecycle_reviewdecision USING btree (review_id);



CREATE INDEX lifecycle_reviewnote_clause_id_7bd07f17 ON public.lifecycle_reviewnote USING btree (clause_id);



CREATE INDEX lifecycle_reviewnote_review_id_b8f053d3 ON public.lifecycle_reviewnote USING btree (review_id);



CREATE INDEX lifecycle_signinglink_body_id_b8fd1e9a ON public.lifecycle_signinglink USING btree (body_id);



CREATE INDEX lifecycle_signinglink_paper_id_18a3e784 ON public.lifecycle_signinglink USING btree (paper_id);



CREATE INDEX lifecycle_signinglink_party_id_63003710 ON public.lifecycle_signinglink USING btree (party_id);



CREATE INDEX lifecycle_signinglink_person_id_3b497342 ON public.lifecycle_signinglink USING btree (person_id);



CREATE INDEX lifecycle_signinglink_returned_id_aa06e7d0 ON public.lifecycle_signinglink USING btree (returned_id);



CREATE INDEX lifecycle_signinglink_token_sha256_ef304222_like ON public.lifecycle_signinglink USING btree (token_sha256 varchar_pattern_ops);



CREATE INDEX lifecycle_signingpaper_edition_id_02973cf2 ON public.lifecycle_signingpaper USING btree (edition_id);



CREATE INDEX lifecycle_signingpaper_file_id_33c143ae ON public.lifecycle_signingpaper USING btree (file_id);



CREATE INDEX lifecycle_signingpaper_head_id_ab2ecc08 ON public.lifecycle_signingpaper USING btree (head_id);



CREATE INDEX meeting_by_day ON public.plans_meeting USING btree (held_on);



CREATE UNIQUE INDEX membership_open_once ON public.accounts_membership USING btree (person_id, body_id, role) WHERE (valid_to IS NULL);



CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);



CREATE INDEX notice_latest_first ON public.accounts_notice USING btree (person_id, at DESC);



CREATE INDEX notice_unread ON public.accounts_notice USING btree (person_id) WHERE (read_at IS NULL);



CREATE INDEX obligation_inherited ON public.reports_obligation USING btree (inherited_from_id) WHERE (inherited_from_id IS NOT NULL);



CREATE INDEX obligation_requested ON public.reports_obligation USING btree (request_id) WHERE (request_id IS NOT NULL);



CREATE INDEX organisatio_commune_9f9f53_idx ON public.organisations_areapath USING btree (commune_id);



CREATE INDEX organisatio_level_0868b8_idx ON public.organisations_area USING btree (level, valid_to);



CREATE INDEX organisatio_provinc_9f231c_idx ON public.organisations_areapath USING btree (province_id);



CREATE INDEX organisations_area_entered_by_id_02603135 ON public.organisations_area USING btree (entered_by_id);



CREATE INDEX organisations_areacode_area_id_98518a01 ON public.organisations_areacode USING btree (area_id);



CREATE INDEX organisations_areapath_area_id_69ec8397 ON public.organisations_areapath USING btree (area_id);



CREATE INDEX organisations_areaversion_area_id_4a0a01a0 ON public.organisations_areaversion USING btree (area_id);



CREATE INDEX organisations_areaversion_folded_ca61eeda ON public.organisations_areaversion USING btree (folded);



CREATE INDEX organisations_areaversion_folded_ca61eeda_like ON public.organisations_areaversion USING btree (folded varchar_pattern_ops);



CREATE INDEX organisations_areaversion_parent_id_c2d0c79c ON public.organisations_areaversion USING btree (parent_id);



CREATE INDEX organisations_body_area_id_19bc35cc ON public.organisations_body USING btree (area_id);



CREATE INDEX organisations_body_entered_by_id_1fb3f493 ON public.organisations_body USING btree (entered_by_id);



CREATE INDEX organisations_body_parent_id_27093db1 ON public.organisations_body USING btree (parent_id);



CREATE INDEX organisations_bodyalias_body_id_577f9e16 ON public.organisations_bodyalias USING btree (body_id);



CREATE INDEX organisations_bodyalias_folded_48c981b6 ON public.organisations_bodyalias USING btree (folded);



CREATE INDEX organisations_bodyalias_folded_48c981b6_like ON public.organisations_bodyalias USING btree (folded varchar_pattern_ops);



CREATE INDEX organisations_bodyfunction_body_id_bfe607e3 ON public.organisations_bodyfunction USING btree (body_id);



CREATE INDEX organisations_bodyname_body_id_4f604e6b ON public.organisations_bodyname USING btree (body_id);



CREATE INDEX organisations_bodyname_folded_90ae346b ON public.organisations_bodyname USING btree (folded);



CREATE INDEX organisations_bodyname_folded_90ae346b_like ON public.organisations_bodyname USING btree (folded varchar_pattern_ops);



CREATE INDEX organisations_succession_entered_by_id_f25f770d ON public.organisations_succession USING btree (entered_by_id);



CREATE INDEX organisations_successionevent_entered_by_id_45d5616e ON public.organisations_successionevent USING btree (entered_by_id);



CREATE INDEX organisations_successionevent_pgh_context_id_da8aadfd ON public.organisations_successionevent USING btree (pgh_context_id);



CREATE INDEX organisations_successionevent_pgh_obj_id_419b2579 ON public.organisations_successionevent USING btree (pgh_obj_id);



CREATE INDEX organisations_successionlink_from_area_id_ad353215 ON public.organisations_successionlink USING btree (from_area_id);



CREATE INDEX organisations_successionlink_from_body_id_ddf5d1c0 ON public.organisations_successionlink USING btree (from_body_id);



CREATE INDEX organisations_successionlink_succession_id_97272b0f ON public.organisations_successionlink USING btree (succession_id);



CREATE INDEX organisations_successionlink_to_area_id_77d0f8dd ON public.organisations_successionlink USING btree (to_area_id);



CREATE INDEX organisations_successionlink_to_body_id_a100c45b ON public.organisations_successionlink USING btree (to_body_id);



CREATE UNIQUE INDEX partoffer_one_open ON public.targets_partoffer USING btree (target_id, body_id) WHERE ((status)::text = 'open'::text);



CREATE INDEX people_onetimecode_made_by_id_58ee18cf ON public.people_onetimecode USING btree (made_by_id);



CREATE INDEX people_onetimecode_user_id_f7ffa533 ON public.people_onetimecode USING btree (user_id);



CREATE INDEX people_user_groups_group_id_1f0237d0 ON public.people_user_groups USING btree (group_id);



CREATE INDEX people_user_groups_user_id_290df956 ON public.people_user_groups USING btree (user_id);



CREATE INDEX people_user_user_permissions_permission_id_55f01ef0 ON public.people_user_user_permissions USING btree (permission_id);



CREATE INDEX people_user_user_permissions_user_id_7d19557b ON public.people_user_user_permissions USING btree (user_id);



CREATE INDEX people_user_username_7e18cbac_like ON public.people_user USING btree (username varchar_pattern_ops);



CREATE INDEX plans_agendaitem_meeting_id_98de4dee ON public.plans_agendaitem USING btree (meeting_id);



CREATE INDEX plans_agendaitem_written_by_id_dec05e9e ON public.plans_agendaitem USING btree (written_by_id);



CREATE INDEX plans_calendarfeed_person_id_ef8d4c97 ON public.plans_calendarfeed USING btree (person_id);



CREATE INDEX plans_calendarfeed_token_hash_adc958a9_like ON public.plans_calendarfeed USING btree (token_hash varchar_pattern_ops);



CREATE INDEX plans_conclusion_body_id_2e5bd74d ON public.plans_conclusion USING btree (body_id);



CREATE INDEX plans_conclusion_meeting_id_926d2d2d ON public.plans_conclusion USING btree (meeting_id);



CREATE INDEX plans_conclusion_person_id_7d47bb41 ON public.plans_conclusion USING btree (person_id);



CREATE INDEX plans_costline_task_id_d76493ab ON public.plans_costline USING btree (task_id);



CREATE INDEX plans_emergentpart_answered_by_id_99c4aa87 ON public.plans_emergentpart USING btree (answered_by_id);



CREATE INDEX plans_emergentpart_body_id_959bd26a ON public.plans_emergentpart USING btree (body_id);



CREATE INDEX plans_emergentpart_emergent_id_8513228a ON public.plans_emergentpart USING btree (emergent_id);



CREATE INDEX plans_emergenttask_lead_id_abf838d4 ON public.plans_emergenttask USING btree (lead_id);



CREATE INDEX plans_emergenttask_programme_id_56cf1cc2 ON public.plans_emergenttask USING btree (programme_id);



CREATE INDEX plans_emergenttask_proposed_by_body_id_616f0338 ON public.plans_emergenttask USING btree (proposed_by_body_id);



CREATE INDEX plans_emergenttask_proposed_by_id_57bb0e88 ON public.plans_emergenttask USING btree (proposed_by_id);



CREATE INDEX plans_finding_body_id_3b4fc38b ON public.plans_finding USING btree (body_id);



CREATE INDEX plans_finding_clause_id_287688bf ON public.plans_finding USING btree (clause_id);



CREATE INDEX plans_finding_target_id_4bdde1f1 ON public.plans_finding USING btree (target_id);



CREATE INDEX plans_finding_visit_id_98609d80 ON public.plans_finding USING btree (visit_id);



CREATE INDEX plans_findingdecision_by_body_id_d5c1648e ON public.plans_findingdecision USING btree (by_body_id);



CREATE INDEX plans_findingdecision_by_person_id_996545c4 ON public.plans_findingdecision USING btree (by_person_id);



CREATE INDEX plans_findingdecision_finding_id_69fc6d43 ON public.plans_findingdecision USING btree (finding_id);



CREATE INDEX plans_findingfile_decision_id_afe73961 ON public.plans_findingfile USING btree (decision_id);



CREATE INDEX plans_findingfile_file_id_aced3430 ON public.plans_findingfile USING btree (file_id);



CREATE INDEX plans_follo_program_27f637_idx ON public.plans_follower USING btree (programme_id, body_id);



CREATE INDEX plans_follower_body_id_cfc1ee43 ON public.plans_follower USING btree (body_id);



CREATE INDEX plans_follower_clause_id_68a3cd1d ON public.plans_follower USING btree (clause_id);



CREATE INDEX plans_follower_person_id_68e1f06b ON public.plans_follower USING btree (person_id);



CREATE INDEX plans_follower_programme_id_84369d24 ON public.plans_follower USING btree (programme_id);



CREATE INDEX plans_handingover_body_id_164055c1 ON public.plans_handingover USING btree (body_id);



CREATE INDEX plans_handingover_by_body_id_e1502e40 ON public.plans_handingover USING btree (by_body_id);



CREATE INDEX plans_handingover_by_person_id_7f3f297b ON public.plans_handingover USING btree (by_person_id);



CREATE INDEX plans_handingover_from_person_id_f1e86ccb ON public.plans_handingover USING btree (from_person_id);



CREATE INDEX plans_handingover_to_person_id_a0ccc66b ON public.plans_handingover USING btree (to_person_id);



CREATE INDEX plans_inspection_basis_file_id_8e1c7c4c ON public.plans_inspection USING btree (basis_file_id);



CREATE INDEX plans_invitee_body_id_b7a77bc6 ON public.plans_invitee USING btree (body_id);



CREATE INDEX plans_invitee_meeting_id_bb4b46b6 ON public.plans_invitee USING btree (meeting_id);



CREATE INDEX plans_invitee_person_id_b493c411 ON public.plans_invitee USING btree (person_id);



CREATE INDEX plans_meeting_chair_id_61e27306 ON public.plans_meeting USING btree (chair_id);



CREATE INDEX plans_meeting_secretary_id_8c0a0213 ON public.plans_meeting USING btree (secretary_id);



CREATE INDEX plans_milestone_bodies_body_id_6345dc00 ON public.plans_milestone_bodies USING btree (body_id);



CREATE INDEX plans_milestone_bodies_milestone_id_70e9e346 ON public.plans_milestone_bodies USING btree (milestone_id);



CREATE INDEX plans_milestone_programme_id_641fac2f ON public.plans_milestone USING btree (programme_id);



CREATE INDEX plans_milestone_proof_id_34de95d6 ON public.plans_milestone USING btree (proof_id);



CREATE INDEX plans_milestone_target_id_7037e509 ON public.plans_milestone USING btree (target_id);



CREATE INDEX plans_milestonedecision_by_body_id_606e85b6 ON public.plans_milestonedecision USING btree (by_body_id);



CREATE INDEX plans_milestonedecision_by_person_id_018a6ffe ON public.plans_milestonedecision USING btree (by_person_id);



CREATE INDEX plans_milestonedecision_milestone_id_c198c806 ON public.plans_milestonedecision USING btree (milestone_id);



CREATE INDEX plans_obsta_address_38ca59_idx ON public.plans_obstacle USING btree (addressed_to_id);



CREATE INDEX plans_obsta_program_c03fb3_idx ON public.plans_obstacle USING btree (programme_id, status);



CREATE INDEX plans_obstacle_addressed_to_id_c3c16257 ON public.plans_obstacle USING btree (addressed_to_id);



CREATE INDEX plans_obstacle_amended_by_id_ce50e932 ON public.plans_obstacle USING btree (amended_by_id);



CREATE INDEX plans_obstacle_clause_id_f47b75d7 ON public.plans_obstacle USING btree (clause_id);



CREATE INDEX plans_obstacle_programme_id_5d5d321d ON public.plans_obstacle USING btree (programme_id);



CREATE INDEX plans_obstacle_raised_by_body_id_61830627 ON public.plans_obstacle USING btree (raised_by_body_id);



CREATE INDEX plans_obstacledecision_by_body_id_8e623ac7 ON public.plans_obstacledecision USING btree (by_body_id);



CREATE INDEX plans_obstacledecision_by_person_id_081e004d ON public.plans_obstacledecision USING btree (by_person_id);



CREATE INDEX plans_obstacledecision_obstacle_id_4bb509e5 ON public.plans_obstacledecision USING btree (obstacle_id);



CREATE INDEX plans_obstaclefile_file_id_2c6179b8 ON public.plans_obstaclefile USING btree (file_id);



CREATE INDEX plans_obstaclefile_obstacle_id_3fb6ff57 ON public.plans_obstaclefile USING btree (obstacle_id);



CREATE INDEX plans_personalcommitment_clause_id_49085d55 ON public.plans_personalcommitment USING btree (clause_id);



CREATE INDEX plans_personalcommitment_plan_id_d4dae764 ON public.plans_personalcommitment USING btree (plan_id);



CREATE INDEX plans_personalplan_body_id_5660fea7 ON public.plans_personalplan USING btree (body_id);



CREATE INDEX plans_personalplan_person_id_c2d3c78c ON public.plans_personalplan USING btree (person_id);



CREATE INDEX plans_personalplan_programme_id_f16a21b0 ON public.plans_personalplan USING btree (programme_id);



CREATE INDEX plans_personalplandecision_by_body_id_47cbc240 ON public.plans_personalplandecision USING btree (by_body_id);



CREATE INDEX plans_personalplandecision_by_person_id_b6def7cf ON public.plans_personalplandecision USING btree (by_person_id);



CREATE INDEX plans_personalplandecision_plan_id_4c506086 ON public.plans_personalplandecision USING btree (plan_id);



CREATE INDEX plans_pilot_area_id_da4293ef ON public.plans_pilot USING btree (area_id);



CREATE INDEX plans_pilot_body_id_44c18c0b ON public.plans_pilot USING btree (body_id);



CREATE INDEX plans_pilot_clause_id_ff7eec5d ON public.plans_pilot USING btree (clause_id);



CREATE INDEX plans_pilot_commune_id_3332610d ON public.plans_pilot USING btree (commune_id);



CREATE INDEX plans_pilot_programme_id_fddc1ade ON public.plans_pilot USING btree (programme_id);



CREATE INDEX plans_pilot_replicates_id_38126e95 ON public.plans_pilot USING btree (replicates_id);



CREATE INDEX plans_pilotassessment_by_body_id_25015039 ON public.plans_pilotassessment USING btree (by_body_id);



CREATE INDEX plans_pilotassessment_by_person_id_9151520c ON public.plans_pilotassessment USING btree (by_person_id);



CREATE INDEX plans_pilotassessment_file_id_f37e51a7 ON public.plans_pilotassessment USING btree (file_id);



CREATE INDEX plans_pilotassessment_pilot_id_b0f6a12f ON public.plans_pilotassessment USING btree (pilot_id);



CREATE INDEX plans_pilotdecision_by_body_id_bc227762 ON public.plans_pilotdecision USING btree (by_body_id);



CREATE INDEX plans_pilotdecision_by_person_id_95cea257 ON public.plans_pilotdecision USING btree (by_person_id);



CREATE INDEX plans_pilotdecision_pilot_id_b1e19e9f ON public.plans_pilotdecision USING btree (pilot_id);



CREATE INDEX plans_plandeadline_programme_id_4715a33e ON public.plans_plandeadline USING btree (programme_id);



CREATE INDEX plans_plandeadline_set_by_id_370c5286 ON public.plans_plandeadline USING btree (set_by_id);



CREATE INDEX plans_proposal_body_id_20d5c9f1 ON public.plans_proposal USING btree (body_id);



CREATE INDEX plans_proposal_carried_from_id_89813a57 ON public.plans_proposal USING btree (carried_from_id);



CREATE INDEX plans_proposal_clause_id_da84c2b9 ON public.plans_proposal USING btree (clause_id);



CREATE INDEX plans_proposal_coordinators_body_id_798645f4 ON public.plans_proposal_coordinators USING btree (body_id);



CREATE INDEX plans_proposal_coordinators_proposal_id_9c6b5665 ON public.plans_proposal_coordinators USING btree (proposal_id);



CREATE INDEX plans_proposal_merged_into_id_fe6cddf7 ON public.plans_proposal USING btree (merged_into_id);



CREATE INDEX plans_proposal_person_id_9c3f7124 ON public.plans_proposal USING btree (person_id);



CREATE INDEX plans_proposal_round_id_cc4b8c61 ON public.plans_proposal USING btree (round_id);



CREATE INDEX plans_proposalcall_answered_by_id_405af5e7 ON public.plans_proposalcall USING btree (answered_by_id);



CREATE INDEX plans_proposalcall_body_id_8321c7f8 ON public.plans_proposalcall USING btree (body_id);



CREATE INDEX plans_proposalcall_round_id_4c416e1b ON public.plans_proposalcall USING btree (round_id);



CREATE INDEX plans_proposaldecision_by_body_id_8ccf0ee6 ON public.plans_proposaldecision USING btree (by_body_id);



CREATE INDEX plans_proposaldecision_by_person_id_60b108f2 ON public.plans_proposaldecision USING btree (by_person_id);



CREATE INDEX plans_proposaldecision_proposal_id_5563643f ON public.plans_proposaldecision USING btree (proposal_id);



CREATE INDEX plans_proposalround_closed_by_id_e68fb2b9 ON public.plans_proposalround USING btree (closed_by_id);



CREATE INDEX plans_proposalround_opened_by_id_69468e32 ON public.plans_proposalround USING btree (opened_by_id);



CREATE INDEX plans_proposalround_programme_id_51b25348 ON public.plans_proposalround USING btree (programme_id);



CREATE INDEX plans_registrationitem_area_id_041c5c36 ON public.plans_registrationitem USING btree (area_id);



CREATE INDEX plans_registrationitem_clause_id_bad9e936 ON public.plans_registrationitem USING btree (clause_id);



CREATE INDEX plans_registrationitem_person_id_1b4c3fe6 ON public.plans_registrationitem USING btree (person_id);



CREATE INDEX plans_registrationitem_sheet_id_7dcf1811 ON public.plans_registrationitem USING btree (sheet_id);



CREATE INDEX plans_registrationitem_target_id_aa78cbf7 ON public.plans_registrationitem USING btree (target_id);



CREATE INDEX plans_registrationround_opened_by_id_19f94a29 ON public.plans_registrationround USING btree (opened_by_id);



CREATE INDEX plans_registrationround_programme_id_14e1bb22 ON public.plans_registrationround USING btree (programme_id);



CREATE INDEX plans_registrationsheet_body_id_aad530d6 ON public.plans_registrationsheet USING btree (body_id);



CREATE INDEX plans_registrationsheet_round_id_d8118aca ON public.plans_registrationsheet USING btree (round_id);



CREATE INDEX plans_session_speaker_id_be6431d0 ON public.plans_session USING btree (speaker_id);



CREATE INDEX plans_session_task_id_cc587830 ON public.plans_session USING btree (task_id);



CREATE INDEX plans_sheetdecision_by_body_id_e44b89f3 ON public.plans_sheetdecision USING btree (by_body_id);



CREATE INDEX plans_sheetdecision_by_person_id_178d338c ON public.plans_sheetdecision USING btree (by_person_id);



CREATE INDEX plans_sheetdecision_sheet_id_2f836d26 ON public.plans_sheetdecision USING btree (sheet_id);



CREATE INDEX plans_task_body_id_e1ab2fce ON public.plans_task USING btree (body_id);



CREATE INDEX plans_task_clause_id_cc9cd138 ON public.plans_task USING btree (clause_id);



CREATE INDEX plans_task_continues_id_ffc71b9e ON public.plans_task USING btree (continues_id);



CREATE INDEX plans_task_coordinators_body_id_280ff45e ON public.plans_task_coordinators USING btree (body_id);



CREATE INDEX plans_task_coordinators_task_id_417933b7 ON public.plans_task_coordinators USING btree (task_id);



CREATE INDEX plans_task_duty_id_6f2ea143 ON public.plans_task USING btree (duty_id);



CREATE INDEX plans_task_emergent_id_a38d7f94 ON public.plans_task USING btree (emergent_id);



CREATE INDEX plans_task_person_id_e3f4dce1 ON public.plans_task USING btree (person_id);



CREATE INDEX plans_task_plan_id_f86b66fc ON public.plans_task USING btree (plan_id);



CREATE INDEX plans_task_programme_id_b1b447cd ON public.plans_task USING btree (programme_id);



CREATE INDEX plans_taskdecision_by_body_id_0c164528 ON public.plans_taskdecision USING btree (by_body_id);



CREATE INDEX plans_taskdecision_by_person_id_a5182f83 ON public.plans_taskdecision USING btree (by_person_id);



CREATE INDEX plans_taskdecision_task_id_90a9805a ON public.plans_taskdecision USING btree (task_id);



CREATE INDEX plans_taskevidence_file_id_8eeb86d7 ON public.plans_taskevidence USING btree (file_id);



CREATE INDEX plans_taskevidence_task_id_945211c2 ON public.plans_taskevidence USING btree (task_id);



CREATE INDEX plans_teammember_body_id_cb22ed82 ON public.plans_teammember USING btree (body_id);



CREATE INDEX plans_teammember_inspection_id_95930544 ON public.plans_teammember USING btree (inspection_id);



CREATE INDEX plans_teammember_person_id_a616ae1e ON public.plans_teammember USING btree (person_id);



CREATE INDEX plans_visit_body_id_2119f6ae ON public.plans_visit USING btree (body_id);



CREATE INDEX plans_visit_inspection_id_4113c4f3 ON public.plans_visit USING btree (inspection_id);



CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);



CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));



CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);



CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);



CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);



CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);



CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);



CREATE UNIQUE INDEX programme_one_implementation_plan ON public.programmes_programme USING btree (under_id, lead_id, year) NULLS NOT DISTINCT WHERE ((kind)::text = 'implementation_plan'::text);



CREATE UNIQUE INDEX programme_one_joint_plan_a_year ON public.programmes_programme USING btree (under_id, year) WHERE ((kind)::text = 'joint_plan'::text);



CREATE INDEX programmes_addition_adoption_id_292af7d0 ON public.programmes_addition USING btree (adoption_id);



CREATE INDEX programmes_adoption_area_id_3ea1013e ON public.programmes_adoption USING btree (area_id);



CREATE INDEX programmes_adoption_edition_id_8a2179c5 ON public.programmes_adoption USING btree (edition_id);



CREATE INDEX programmes_adoption_hand_down_id_52466813 ON public.programmes_adoption USING btree (hand_down_id);



CREATE INDEX programmes_adoption_parent_id_01c74983 ON public.programmes_adoption USING btree (parent_id);



CREATE INDEX programmes_adoptiondecision_adoption_id_d94205bb ON public.programmes_adoptiondecision USING btree (adoption_id);



CREATE INDEX programmes_adoptiondecision_by_body_id_9c2eafcf ON public.programmes_adoptiondecision USING btree (by_body_id);



CREATE INDEX programmes_adoptiondecision_by_person_id_76b80fdd ON public.programmes_adoptiondecision USING btree (by_person_id);



CREATE INDEX programmes_assignment_body_id_01400d34 ON public.programmes_assignment USING btree (body_id);



CREATE INDEX programmes_assignment_clause_id_466a6a00 ON public.programmes_assignment USING btree (clause_id);



CREATE INDEX programmes_clause_edition_id_7208b929 ON public.programmes_clause USING btree (edition_id);



CREATE INDEX programmes_clause_parent_id_cfa983c4 ON public.programmes_clause USING btree (parent_id);



CREATE INDEX programmes_dutyparty_body_id_cd410429 ON public.programmes_dutyparty USING btree (body_id);



CREATE INDEX programmes_dutyparty_duty_id_3b4888c1 ON public.programmes_dutyparty USING btree (duty_id);



CREATE INDEX programmes_dutyrule_clause_id_71113253 ON public.programmes_dutyrule USING btree (clause_id);



CREATE INDEX programmes_edition_amends_id_a52eaf9f ON public.programmes_edition USING btree (amends_id);



CREATE INDEX programmes_edition_programme_id_4ff173b3 ON public.programmes_edition USING btree (programme_id);



CREATE INDEX programmes_edition_source_file_id_268f014b ON public.programmes_edition USING btree (source_file_id);



CREATE INDEX programmes_editiondecision_by_body_id_82361f9b ON public.programmes_editiondecision USING btree (by_body_id);



CREATE INDEX programmes_editiondecision_by_person_id_3c50d636 ON public.programmes_editiondecision USING btree (by_person_id);



CREATE INDEX programmes_editiondecision_edition_id_10bab612 ON public.programmes_editiondecision USING btree (edition_id);



CREATE INDEX programmes_editionevent_amends_id_d7950ac8 ON public.programmes_editionevent USING btree (amends_id);



CREATE INDEX programmes_editionevent_outgoing_entry_id_905f042d ON public.programmes_editionevent USING btree (outgoing_entry_id);



CREATE INDEX programmes_editionevent_pgh_context_id_0c8c538c ON public.programmes_editionevent USING btree (pgh_context_id);



CREATE INDEX programmes_editionevent_pgh_obj_id_5501e143 ON public.programmes_editionevent USING btree (pgh_obj_id);



CREATE INDEX programmes_editionevent_programme_id_bc3a5cae ON public.programmes_editionevent USING btree (programme_id);



CREATE INDEX programmes_editionevent_source_file_id_d69a07f9 ON public.programmes_editionevent USING btree (source_file_id);



CREATE INDEX programmes_erratum_by_body_id_dbab1f31 ON public.programmes_erratum USING btree (by_body_id);



CREATE INDEX programmes_erratum_by_person_id_d9df55db ON public.programmes_erratum USING btree (by_person_id);



CREATE INDEX programmes_erratum_clause_id_b24c3147 ON public.programmes_erratum USING btree (clause_id);



CREATE INDEX programmes_erratum_edition_id_b3939511 ON public.programmes_erratum USING btree (edition_id);



CREATE INDEX programmes_erratum_file_id_5a2dec96 ON public.programmes_erratum USING btree (file_id);



CREATE INDEX programmes_handdown_by_body_id_33196808 ON public.programmes_handdown USING btree (by_body_id);



CREATE INDEX programmes_handdown_by_person_id_e1dd2ed8 ON public.programmes_handdown USING btree (by_person_id);



CREATE INDEX programmes_handdown_edition_id_207433e4 ON public.programmes_handdown USING btree (edition_id);



CREATE INDEX programmes_handdown_programme_id_0e95f4cc ON public.programmes_handdown USING btree (programme_id);



CREATE INDEX programmes_heir_body_id_19cebcb6 ON public.programmes_heir USING btree (body_id);



CREATE INDEX programmes_heir_heir_id_aa3492b6 ON public.programmes_heir USING btree (heir_id);



CREATE INDEX programmes_heir_programme_id_cf98b87c ON public.programmes_heir USING btree (programme_id);



CREATE INDEX programmes_legalbasis_edition_id_686d5ab5 ON public.programmes_legalbasis USING btree (edition_id);



CREATE INDEX programmes_mending_by_body_id_a11dc538 ON public.programmes_mending USING btree (by_body_id);



CREATE INDEX programmes_mending_by_person_id_5e3b2471 ON public.programmes_mending USING btree (by_person_id);



CREATE INDEX programmes_mending_edition_id_03cfbe84 ON public.programmes_mending USING btree (edition_id);



CREATE INDEX programmes_party_body_id_ee53ac01 ON public.programmes_party USING btree (body_id);



CREATE INDEX programmes_party_edition_id_a0020a06 ON public.programmes_party USING btree (edition_id);



CREATE INDEX programmes_programme_area_id_43cd7e93 ON public.programmes_programme USING btree (area_id);



CREATE INDEX programmes_programme_created_by_id_cf0c0291 ON public.programmes_programme USING btree (created_by_id);



CREATE INDEX programmes_programme_lead_id_a45960f6 ON public.programmes_programme USING btree (lead_id);



CREATE INDEX programmes_programme_renews_id_b59ae817 ON public.programmes_programme USING btree (renews_id);



CREATE INDEX programmes_programme_under_id_74385045 ON public.programmes_programme USING btree (under_id);



CREATE INDEX programmes_recipient_edition_id_a9e34b0b ON public.programmes_recipient USING btree (edition_id);



CREATE INDEX programmes_signature_entered_by_id_8be37dee ON public.programmes_signature USING btree (entered_by_id);



CREATE INDEX programmes_signature_entered_for_id_bbb15073 ON public.programmes_signature USING btree (entered_for_id);



CREATE INDEX programmes_signature_person_id_887681e3 ON public.programmes_signature USING btree (person_id);



CREATE INDEX programmes_signature_proof_id_4b4b97db ON public.programmes_signature USING btree (proof_id);



CREATE UNIQUE INDEX programmesuccession_once ON public.lifecycle_programmesuccession USING btree (programme_id, succession_id) WHERE (undone_at IS NULL);



CREATE UNIQUE INDEX reading_of_a_paper_once_at_a_time ON public.drafting_reading USING btree (body_id, digest) WHERE ((status)::text = ANY (ARRAY[('quarantined'::character varying)::text, ('waiting'::character varying)::text, ('reading'::character varying)::text]));



CREATE UNIQUE INDEX reportrequest_once_a_period ON public.reports_reportrequest USING btree (duty_id, period_start, period_end) WHERE ((status)::text = 'asked'::text);



CREATE INDEX reports_calendarchange_by_body_id_9b5bfa21 ON public.reports_calendarchange USING btree (by_body_id);



CREATE INDEX reports_calendarchange_by_person_id_5298e2bf ON public.reports_calendarchange USING btree (by_person_id);



CREATE INDEX reports_cha_program_92501c_idx ON public.reports_chase USING btree (programme_id, chased_on DESC);



CREATE INDEX reports_cha_unit_id_e8b741_idx ON public.reports_chaseitem USING btree (unit_id, chased_on DESC);



CREATE INDEX reports_chase_body_id_b9271f17 ON public.reports_chase USING btree (body_id);



CREATE INDEX reports_chase_made_by_id_2f6c1f64 ON public.reports_chase USING btree (made_by_id);



CREATE INDEX reports_chase_programme_id_c2245246 ON public.reports_chase USING btree (programme_id);



CREATE INDEX reports_chase_signed_by_id_cf0230b6 ON public.reports_chase USING btree (signed_by_id);



CREATE INDEX reports_chasedecision_by_body_id_9ed93bc5 ON public.reports_chasedecision USING btree (by_body_id);



CREATE INDEX reports_chasedecision_by_person_id_c17f56cb ON public.reports_chasedecision USING btree (by_person_id);



CREATE INDEX reports_chasedecision_chase_id_49ffe23c ON public.reports_chasedecision USING btree (chase_id);



CREATE INDEX reports_chaseitem_chase_id_32d1a239 ON public.reports_chaseitem USING btree (chase_id);



CREATE INDEX reports_chaseitem_obligation_id_cc09fd00 ON public.reports_chaseitem USING btree (obligation_id);



CREATE INDEX reports_chaseitem_obstacle_id_4f7661f9 ON public.reports_chaseitem USING btree (obstacle_id);



CREATE INDEX reports_chaseitem_task_id_ec3bf2bb ON public.reports_chaseitem USING btree (task_id);



CREATE INDEX reports_chaseitem_unit_id_5047df4e ON public.reports_chaseitem USING btree (unit_id);



CREATE INDEX reports_consolidatedparagraph_body_id_6f802c00 ON public.reports_consolidatedparagraph USING btree (body_id);



CREATE INDEX reports_consolidatedparagraph_clause_id_9a4a0bcf ON public.reports_consolidatedparagraph USING btree (clause_id);



CREATE INDEX reports_consolidatedparagraph_consolidation_id_9ddfe3ee ON public.reports_consolidatedparagraph USING btree (consolidation_id);



CREATE INDEX reports_consolidatedparagraph_own_clause_id_e204a803 ON public.reports_consolidatedparagraph USING btree (own_clause_id);



CREATE INDEX reports_consolidatedparagraph_round_id_03247c73 ON public.reports_consolidatedparagraph USING btree (round_id);



CREATE INDEX reports_consolidatedparagraph_via_round_id_53fbbeaf ON public.reports_consolidatedparagraph USING btree (via_round_id);



CREATE INDEX reports_consolidation_body_id_51940cc6 ON public.reports_consolidation USING btree (body_id);



CREATE INDEX reports_consolidation_duty_id_1ade3807 ON public.reports_consolidation USING btree (duty_id);



CREATE INDEX reports_consolidation_programme_id_ee160789 ON public.reports_consolidation USING btree (programme_id);



CREATE INDEX reports_consolidation_replaced_entry_id_d1eb0d0e ON public.reports_consolidation USING btree (replaced_entry_id);



CREATE INDEX reports_consolidationdecision_by_body_id_3d9e181c ON public.reports_consolidationdecision USING btree (by_body_id);



CREATE INDEX reports_consolidationdecision_by_person_id_e96f928b ON public.reports_consolidationdecision USING btree (by_person_id);



CREATE INDEX reports_consolidationdecision_consolidation_id_3d97c711 ON public.reports_consolidationdecision USING btree (consolidation_id);



CREATE INDEX reports_cutoffwindow_scheme_bf77d6c8 ON public.reports_cutoffwindow USING btree (scheme);



CREATE INDEX reports_cutoffwindow_scheme_bf77d6c8_like ON public.reports_cutoffwindow USING btree (scheme varchar_pattern_ops);



CREATE INDEX reports_dutysetting_programme_id_17d9dca7 ON public.reports_dutysetting USING btree (programme_id);



CREATE INDEX reports_dutysetting_scheme_f6dfb178 ON public.reports_dutysetting USING btree (scheme);



CREATE INDEX reports_dutysetting_scheme_f6dfb178_like ON public.reports_dutysetting USING btree (scheme varchar_pattern_ops);



CREATE INDEX reports_dutysettingdecision_after_8caa9560 ON public.reports_dutysettingdecision USING btree (after);



CREATE INDEX reports_dutysettingdecision_after_8caa9560_like ON public.reports_dutysettingdecision USING btree (after varchar_pattern_ops);



CREATE INDEX reports_dutysettingdecision_before_31383fa7 ON public.reports_dutysettingdecision USING btree (before);



CREATE INDEX reports_dutysettingdecision_before_31383fa7_like ON public.reports_dutysettingdecision USING btree (before varchar_pattern_ops);



CREATE INDEX reports_dutysettingdecision_by_body_id_a7b74001 ON public.reports_dutysettingdecision USING btree (by_body_id);



CREATE INDEX reports_dutysettingdecision_by_person_id_5ea6d7ed ON public.reports_dutysettingdecision USING btree (by_person_id);



CREATE INDEX reports_dutysettingdecision_setting_id_113d5a70 ON public.reports_dutysettingdecision USING btree (setting_id);



CREATE INDEX reports_extension_asked_by_body_id_720e3aed ON public.reports_extension USING btree (asked_by_body_id);



CREATE INDEX reports_extension_asked_by_id_5ba37783 ON public.reports_extension USING btree (asked_by_id);



CREATE INDEX reports_extension_obligation_id_2648bac4 ON public.reports_extension USING btree (obligation_id);



CREATE INDEX reports_formversion_by_body_id_55efd592 ON public.reports_formversion USING btree (by_body_id);



CREATE INDEX reports_formversion_by_person_id_76ad9967 ON public.reports_formversion USING btree (by_person_id);



CREATE INDEX reports_formversion_form_id_691d2afc ON public.reports_formversion USING btree (form_id);



CREATE INDEX reports_obl_body_id_c5114f_idx ON public.reports_obligation USING btree (body_id, due_on);



CREATE INDEX reports_obl_duty_ke_8771f4_idx ON public.reports_obligation USING btree (duty_key, period_start);



CREATE INDEX reports_obligation_duty_id_221578f4 ON public.reports_obligation USING btree (duty_id);



CREATE INDEX reports_obligation_edition_id_de4f7c27 ON public.reports_obligation USING btree (edition_id);



CREATE INDEX reports_obligationdecision_by_body_id_328d4556 ON public.reports_obligationdecision USING btree (by_body_id);



CREATE INDEX reports_obligationdecision_by_person_id_9f93f7c4 ON public.reports_obligationdecision USING btree (by_person_id);



CREATE INDEX reports_obligationdecision_obligation_id_8b2672ff ON public.reports_obligationdecision USING btree (obligation_id);



CREATE INDEX reports_obligationevent_pgh_context_id_355f71dc ON public.reports_obligationevent USING btree (pgh_context_id);



CREATE INDEX reports_obligationevent_pgh_obj_id_598e4dee ON public.reports_obligationevent USING btree (pgh_obj_id);



CREATE INDEX reports_obligationrecipient_body_id_2010468c ON public.reports_obligationrecipient USING btree (body_id);



CREATE INDEX reports_obligationrecipient_obligation_id_33a36a09 ON public.reports_obligationrecipient USING btree (obligation_id);



CREATE INDEX reports_rem_person__04d478_idx ON public.reports_reminder USING btree (person_id, key);



CREATE INDEX reports_rem_person__2b4c8d_idx ON public.reports_reminder USING btree (person_id, at DESC);



CREATE INDEX reports_rem_program_d0cc81_idx ON public.reports_reminder USING btree (programme_id, at DESC);



CREATE INDEX reports_reminder_body_id_fa5c7d37 ON public.reports_reminder USING btree (body_id);



CREATE INDEX reports_reminder_person_id_c7526c51 ON public.reports_reminder USING btree (person_id);



CREATE INDEX reports_reminder_programme_id_c326f1e0 ON public.reports_reminder USING btree (programme_id);



CREATE INDEX reports_reminderrule_programme_id_ac24df95 ON public.reports_reminderrule USING btree (programme_id);



CREATE INDEX reports_reminderruledecision_by_body_id_20193236 ON public.reports_reminderruledecision USING btree (by_body_id);



CREATE INDEX reports_reminderruledecision_by_person_id_f6cd9545 ON public.reports_reminderruledecision USING btree (by_person_id);



CREATE INDEX reports_reminderruledecision_rule_id_a6f55879 ON public.reports_reminderruledecision USING btree (rule_id);



CREATE INDEX reports_rep_program_4ca8cf_idx ON public.reports_reportrequest USING btree (programme_id, asked_at DESC);



CREATE INDEX reports_report_entered_by_body_id_5895be20 ON public.reports_report USING btree (entered_by_body_id);



CREATE INDEX reports_report_paper_scan_id_4ca235a8 ON public.reports_report USING btree (paper_scan_id);



CREATE INDEX reports_reportattachment_file_id_69105db2 ON public.reports_reportattachment USING btree (file_id);



CREATE INDEX reports_reportattachment_report_id_2c932bc3 ON public.reports_reportattachment USING btree (report_id);



CREATE INDEX reports_reportattachment_target_id_6bb97f81 ON public.reports_reportattachment USING btree (target_id);



CREATE INDEX reports_reportevent_entered_by_body_id_8f977633 ON public.reports_reportevent USING btree (entered_by_body_id);



CREATE INDEX reports_reportevent_obligation_id_0c76e185 ON public.reports_reportevent USING btree (obligation_id);



CREATE INDEX reports_reportevent_paper_scan_id_daf90704 ON public.reports_reportevent USING btree (paper_scan_id);



CREATE INDEX reports_reportevent_pgh_context_id_567b054d ON public.reports_reportevent USING btree (pgh_context_id);



CREATE INDEX reports_reportevent_pgh_obj_id_67932ade ON public.reports_reportevent USING btree (pgh_obj_id);



CREATE INDEX reports_reportfigure_report_id_1e7999fd ON public.reports_reportfigure USING btree (report_id);



CREATE INDEX reports_reportfigure_target_id_5a200ffb ON public.reports_reportfigure USING btree (target_id);



CREATE INDEX reports_reportform_programme_id_fc2320c3 ON public.reports_reportform USING btree (programme_id);



CREATE INDEX reports_reportrequest_asked_by_id_027f5145 ON public.reports_reportrequest USING btree (asked_by_id);



CREATE INDEX reports_reportrequest_by_body_id_61f479e3 ON public.reports_reportrequest USING btree (by_body_id);



CREATE INDEX reports_reportrequest_duty_id_53046c98 ON public.reports_reportrequest USING btree (duty_id);



CREATE INDEX reports_reportrequest_programme_id_3ba6ff90 ON public.reports_reportrequest USING btree (programme_id);



CREATE INDEX reports_reportsection_clause_id_d834089e ON public.reports_reportsection USING btree (clause_id);



CREATE INDEX reports_reportsection_report_id_fa65e7cb ON public.reports_reportsection USING btree (report_id);



CREATE INDEX reports_reporttable_report_id_9b4ac0d1 ON public.reports_reporttable USING btree (report_id);



CREATE INDEX reports_reporttext_report_id_bf06619f ON public.reports_reporttext USING btree (report_id);



CREATE INDEX reports_reportvariant_by_person_id_30b60123 ON public.reports_reportvariant USING btree (by_person_id);



CREATE INDEX reports_reportvariant_report_id_35341be6 ON public.reports_reportvariant USING btree (report_id);



CREATE INDEX reports_reportvariant_settled_by_id_e8108127 ON public.reports_reportvariant USING btree (settled_by_id);



CREATE INDEX reports_requestdecision_by_body_id_6aa14b0b ON public.reports_requestdecision USING btree (by_body_id);



CREATE INDEX reports_requestdecision_by_person_id_153d6cf7 ON public.reports_requestdecision USING btree (by_person_id);



CREATE INDEX reports_requestdecision_request_id_25852d06 ON public.reports_requestdecision USING btree (request_id);



CREATE INDEX reports_returneditem_clause_id_6e8a5907 ON public.reports_returneditem USING btree (clause_id);



CREATE INDEX reports_returneditem_decision_id_17f36b23 ON public.reports_returneditem USING btree (decision_id);



CREATE INDEX reports_returneditem_target_id_761242e7 ON public.reports_returneditem USING btree (target_id);



CREATE INDEX reports_reviewroute_changed_by_id_af5a7e01 ON public.reports_reviewroute USING btree (changed_by_id);



CREATE INDEX reports_reviewroute_programme_id_7c4d7bac ON public.reports_reviewroute USING btree (programme_id);



CREATE INDEX reports_reviewstep_body_id_aa292eb6 ON public.reports_reviewstep USING btree (body_id);



CREATE INDEX reports_reviewstep_route_id_82b94567 ON public.reports_reviewstep USING btree (route_id);



CREATE INDEX reports_round_by_body_id_fd515e9d ON public.reports_round USING btree (by_body_id);



CREATE INDEX reports_round_by_person_id_4c119e9b ON public.reports_round USING btree (by_person_id);



CREATE INDEX reports_round_report_id_1bc6f142 ON public.reports_round USING btree (report_id);



CREATE INDEX reports_rounddecision_by_body_id_a66df935 ON public.reports_rounddecision USING btree (by_body_id);



CREATE INDEX reports_rounddecision_by_person_id_8d11285a ON public.reports_rounddecision USING btree (by_person_id);



CREATE INDEX reports_rounddecision_round_id_1a3e5afc ON public.reports_rounddecision USING btree (round_id);



CREATE INDEX reports_roundpaper_signed_by_id_92a97788 ON public.reports_roundpaper USING btree (signed_by_id);



CREATE UNIQUE INDEX reportvariant_one_open ON public.reports_reportvariant USING btree (report_id, unit, by_person_id) WHERE (settled_at IS NULL);



CREATE INDEX savedview_of_a_body ON public.accounts_savedview USING btree (body_id) WHERE is_for_body;



CREATE UNIQUE INDEX savedview_one_start ON public.accounts_savedview USING btree (person_id, body_id) WHERE is_start;



CREATE INDEX session_by_day ON public.plans_session USING btree (held_on);



CREATE UNIQUE INDEX signinglink_one_open ON public.lifecycle_signinglink USING btree (party_id) WHERE ((status)::text = ANY (ARRAY[('waiting'::character varying)::text, ('held'::character varying)::text]));



CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);



CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);



CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);



CREATE INDEX summary_stale ON public.targets_summaryseries USING btree (is_fresh) WHERE (NOT is_fresh);



CREATE INDEX summary_window ON public.targets_summary USING btree (series_id, area_id, months, start);



CREATE INDEX summaryvalue_window ON public.targets_summaryvalue USING btree (series_id, area_id, months, start);



CREATE INDEX targets_adoptedtarget_programme_id_3f92aeb1 ON public.targets_adoptedtarget USING btree (programme_id);



CREATE INDEX targets_closedperiod_closed_by_id_6a144eb7 ON public.targets_closedperiod USING btree (closed_by_id);



CREATE INDEX targets_closedperiod_closed_for_id_5e856786 ON public.targets_closedperiod USING btree (closed_for_id);



CREATE INDEX targets_closedperiod_programme_id_c88a4a6c ON public.targets_closedperiod USING btree (programme_id);



CREATE INDEX targets_closedperiod_reopened_by_id_d810b18c ON public.targets_closedperiod USING btree (reopened_by_id);



CREATE INDEX targets_closedperiod_reopened_for_id_7fa09451 ON public.targets_closedperiod USING btree (reopened_for_id);



CREATE INDEX targets_contribution_area_id_f95df9b9 ON public.targets_contribution USING btree (area_id);



CREATE INDEX targets_contribution_body_id_d80433cb ON public.targets_contribution USING btree (body_id);



CREATE INDEX targets_contribution_target_id_e993070b ON public.targets_contribution USING btree (target_id);



CREATE INDEX targets_ent_edition_2ead4f_idx ON public.targets_entering USING btree (edition_id, at DESC);



CREATE INDEX targets_entering_by_body_id_d4469332 ON public.targets_entering USING btree (by_body_id);



CREATE INDEX targets_entering_by_person_id_1eeda9e0 ON public.targets_entering USING btree (by_person_id);



CREATE INDEX targets_entering_edition_id_22428e08 ON public.targets_entering USING btree (edition_id);



CREATE INDEX targets_entering_file_id_9f1b302c ON public.targets_entering USING btree (file_id);



CREATE INDEX targets_entering_undone_by_id_4482af92 ON public.targets_entering USING btree (undone_by_id);



CREATE INDEX targets_fig_target__60b8e5_idx ON public.targets_figure USING btree (target_id, period_start, body_id);



CREATE INDEX targets_figure_area_id_f545af99 ON public.targets_figure USING btree (area_id);



CREATE INDEX targets_figure_body_id_2fd52dfe ON public.targets_figure USING btree (body_id);



CREATE INDEX targets_figure_recorded_by_id_5c7491c1 ON public.targets_figure USING btree (recorded_by_id);



CREATE INDEX targets_figure_recorded_for_id_03a09625 ON public.targets_figure USING btree (recorded_for_id);



CREATE INDEX targets_figure_target_id_8aa50a66 ON public.targets_figure USING btree (target_id);



CREATE INDEX targets_figureacceptance_by_body_id_1a134c8d ON public.targets_figureacceptance USING btree (by_body_id);



CREATE INDEX targets_figureacceptance_by_person_id_45cbf6b2 ON public.targets_figureacceptance USING btree (by_person_id);



CREATE INDEX targets_figureevidence_figure_id_8df2c1dd ON public.targets_figureevidence USING btree (figure_id);



CREATE INDEX targets_figureevidence_file_id_ebee00d8 ON public.targets_figureevidence USING btree (file_id);



CREATE INDEX targets_inheritedshare_after_id_c9fab067 ON public.targets_inheritedshare USING btree (after_id);



CREATE INDEX targets_inheritedshare_contribution_id_8a7728a2 ON public.targets_inheritedshare USING btree (contribution_id);



CREATE INDEX targets_inheritedshare_heir_id_bfb1909d ON public.targets_inheritedshare USING btree (heir_id);



CREATE INDEX targets_partoffer_answered_by_id_a713d158 ON public.targets_partoffer USING btree (answered_by_id);



CREATE INDEX targets_partoffer_body_id_f9530b58 ON public.targets_partoffer USING btree (body_id);



CREATE INDEX targets_partoffer_by_body_id_c36f3143 ON public.targets_partoffer USING btree (by_body_id);



CREATE INDEX targets_partoffer_by_person_id_19ae043f ON public.targets_partoffer USING btree (by_person_id);



CREATE INDEX targets_partoffer_target_id_e1f3dee7 ON public.targets_partoffer USING btree (target_id);



CREATE INDEX targets_summaryseries_programme_id_9799dfd3 ON public.targets_summaryseries USING btree (programme_id);



CREATE INDEX targets_summaryseries_target_id_edcb75f0 ON public.targets_summaryseries USING btree (target_id);



CREATE INDEX targets_target_clause_id_f1d36c3c ON public.targets_target USING btree (clause_id);



CREATE INDEX targets_target_edition_id_a44e0187 ON public.targets_target USING btree (edition_id);



CREATE INDEX targets_target_part_of_id_71a9516e ON public.targets_target USING btree (part_of_id);



CREATE INDEX targets_targetevent_clause_id_630be3ce ON public.targets_targetevent USING btree (clause_id);



CREATE INDEX targets_targetevent_edition_id_1211f686 ON public.targets_targetevent USING btree (edition_id);



CREATE INDEX targets_targetevent_part_of_id_7123c218 ON public.targets_targetevent USING btree (part_of_id);



CREATE INDEX targets_targetevent_pgh_context_id_7ac1ee82 ON public.targets_targetevent USING btree (pgh_context_id);



CREATE INDEX targets_targetevent_pgh_obj_id_f539596e ON public.targets_targetevent USING btree (pgh_obj_id);



CREATE UNIQUE INDEX task_of_a_duty_once ON public.plans_task USING btree (duty_id, body_id, due_on) WHERE (duty_id IS NOT NULL);



CREATE UNIQUE INDEX task_of_a_plan_once ON public.plans_task USING btree (plan_id, plan_key, body_id) WHERE ((continues_id IS NULL) AND (plan_id IS NOT NULL));



CREATE UNIQUE INDEX task_of_an_emergent_once ON public.plans_task USING btree (emergent_id, body_id) WHERE ((continues_id IS NULL) AND (emergent_id IS NOT NULL));



CREATE UNIQUE INDEX team_has_one_head ON public.plans_teammember USING btree (inspection_id) WHERE ((role)::text = 'head'::text);



CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY (ARRAY[('totp'::character varying)::text, ('recovery_codes'::character varying)::text]));



CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";



CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;



CREATE INDEX visit_by_day ON public.plans_visit USING btree (visit_on);



CREATE TRIGGER pgtrigger_areaversion_paths_delete_b16ff AFTER DELETE ON public.organisations_areaversion REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_areaversion_paths_delete_b16ff();



COMMENT ON TRIGGER pgtrigger_areaversion_paths_delete_b16ff ON public.organisations_areaversion IS '3d9b42e2290dce96001845707b8d8f35c81c2f16';



CREATE TRIGGER pgtrigger_areaversion_paths_insert_24f23 AFTER INSERT ON public.organisations_areaversion REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_areaversion_paths_insert_24f23();



COMMENT ON TRIGGER pgtrigger_areaversion_paths_insert_24f23 ON public.organisations_areaversion IS '5bd5c3452dfdf48362f77b45248249f234d92471';



CREATE TRIGGER pgtrigger_areaversion_paths_update_96577 AFTER UPDATE ON public.organisations_areaversion REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_areaversion_paths_update_96577();



COMMENT ON TRIGGER pgtrigger_areaversion_paths_update_96577 ON public.organisations_areaversion IS '16f9e21774e5fb2d14e7ce508e29ea06114150c7';



CREATE TRIGGER pgtrigger_clause_frozen_02b7b BEFORE INSERT OR DELETE OR UPDATE ON public.programmes_clause FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_clause_frozen_02b7b();



COMMENT ON TRIGGER pgtrigger_clause_frozen_02b7b ON public.programmes_clause IS '9251c0f401002a85cb96704add4a7c35bf6ebaca';



CREATE TRIGGER pgtrigger_contribution_due_gone_a271d AFTER DELETE ON public.targets_contribution REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_contribution_due_gone_a271d();



COMMENT ON TRIGGER pgtrigger_contribution_due_gone_a271d ON public.targets_contribution IS 'e9e00c5502a9c390527c05aa083b2a18ca6eb7ab';



CREATE TRIGGER pgtrigger_contribution_due_made_fc15c AFTER INSERT ON public.targets_contribution REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_contribution_due_made_fc15c();



COMMENT ON TRIGGER pgtrigger_contribution_due_made_fc15c ON public.targets_contribution IS 'da9bfe81789586b6d8929f1325e4211946329359';



CREATE TRIGGER pgtrigger_delete_delete_e2371 AFTER DELETE ON public.organisations_succession FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e2371();



COMMENT ON TRIGGER pgtrigger_delete_delete_e2371 ON public.organisations_succession IS 'a8029e86b1d9770ce3253f4fdc2465adf808135b';



CREATE TRIGGER pgtrigger_delivery_kept_78510 BEFORE DELETE OR UPDATE ON public.documents_delivery FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delivery_kept_78510();



COMMENT ON TRIGGER pgtrigger_delivery_kept_78510 ON public.documents_delivery IS 'b0dc326ce6c37a754074455fd3aa848c5ce30a9f';



CREATE TRIGGER pgtrigger_edition_frozen_6137b BEFORE DELETE OR UPDATE ON public.programmes_edition FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_edition_frozen_6137b();



COMMENT ON TRIGGER pgtrigger_edition_frozen_6137b ON public.programmes_edition IS 'e34a86c3061b24fb1cade05d75c2a386f03f5c7b';



CREATE TRIGGER pgtrigger_erratum_append_only_a8a25 BEFORE DELETE OR UPDATE ON public.programmes_erratum FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_erratum_append_only_a8a25();



COMMENT ON TRIGGER pgtrigger_erratum_append_only_a8a25 ON public.programmes_erratum IS '8ae9f4b3925a737b6ab5a3f6229032c03c236b14';



CREATE TRIGGER pgtrigger_figure_append_only_9fc6c BEFORE DELETE OR UPDATE ON public.targets_figure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_figure_append_only_9fc6c();



COMMENT ON TRIGGER pgtrigger_figure_append_only_9fc6c ON public.targets_figure IS '1f82240a0a1b45e244933ed5bd1b7f60aab50229';



CREATE TRIGGER pgtrigger_formversion_kept_67d9b BEFORE DELETE OR UPDATE ON public.reports_formversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_formversion_kept_67d9b();



COMMENT ON TRIGGER pgtrigger_formversion_kept_67d9b ON public.reports_formversion IS 'a552f339c18b0f65256970173138b112221482d4';



CREATE TRIGGER pgtrigger_incomingentry_kept_8b156 BEFORE DELETE OR UPDATE ON public.documents_incomingentry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_incomingentry_kept_8b156();



COMMENT ON TRIGGER pgtrigger_incomingentry_kept_8b156 ON public.documents_incomingentry IS 'cb55bfd8dd6b5ea771c8ce59c0990d763f100c5e';



CREATE TRIGGER pgtrigger_inherited_due_gone_de3b9 AFTER DELETE ON public.targets_inheritedshare REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_inherited_due_gone_de3b9();



COMMENT ON TRIGGER pgtrigger_inherited_due_gone_de3b9 ON public.targets_inheritedshare IS '737b78d9d3963f25ea8092c2ebd590114efc4abb';



CREATE TRIGGER pgtrigger_inherited_due_made_8118e AFTER INSERT ON public.targets_inheritedshare REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_inherited_due_made_8118e();



COMMENT ON TRIGGER pgtrigger_inherited_due_made_8118e ON public.targets_inheritedshare IS 'eeea61827cfbe127b8bf63e3a01fb4b48a6c51df';



CREATE TRIGGER pgtrigger_insert_insert_5c297 AFTER INSERT ON public.targets_target FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_5c297();



COMMENT ON TRIGGER pgtrigger_insert_insert_5c297 ON public.targets_target IS '30ab1047974f4606674ddb5eb80133b617849729';



CREATE TRIGGER pgtrigger_insert_insert_74ed8 AFTER INSERT ON public.organisations_succession FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_74ed8();



COMMENT ON TRIGGER pgtrigger_insert_insert_74ed8 ON public.organisations_succession IS '1d4f7ff71d425b45563fa5da248c44283e95df3e';



CREATE TRIGGER pgtrigger_insert_insert_84ceb AFTER INSERT ON public.reports_report FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_84ceb();



COMMENT ON TRIGGER pgtrigger_insert_insert_84ceb ON public.reports_report IS '2f9f18d5a9424de3462dd9dae67168c30d4e3c8a';



CREATE TRIGGER pgtrigger_insert_insert_9af4d AFTER INSERT ON public.programmes_edition FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9af4d();



COMMENT ON TRIGGER pgtrigger_insert_insert_9af4d ON public.programmes_edition IS '4c81cdb3742bd6cc78f88680be3401bfc3d2c03b';



CREATE TRIGGER pgtrigger_insert_insert_a1152 AFTER INSERT ON public.reports_obligation REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_a1152();



COMMENT ON TRIGGER pgtrigger_insert_insert_a1152 ON public.reports_obligation IS '2932bb91c2806a3f03caf02d496a893143cf3bb6';



CREATE TRIGGER pgtrigger_insert_insert_fc05a AFTER INSERT ON public.accounts_membership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_fc05a();



COMMENT ON TRIGGER pgtrigger_insert_insert_fc05a ON public.accounts_membership IS 'd56cd8fc1cf514933c4105a90c735a7aae6af41a';



CREATE TRIGGER pgtrigger_legalbasis_frozen_7c439 BEFORE INSERT OR DELETE OR UPDATE ON public.programmes_legalbasis FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_legalbasis_frozen_7c439();



COMMENT ON TRIGGER pgtrigger_legalbasis_frozen_7c439 ON public.programmes_legalbasis IS 'aa69215008bd6bf50eea1679543a2b5b2aaaf6f5';



CREATE TRIGGER pgtrigger_obligation_key_is_filled_in_3bdbe BEFORE INSERT ON public.reports_obligation FOR EACH ROW WHEN ((new.duty_key IS NULL)) EXECUTE FUNCTION public.pgtrigger_obligation_key_is_filled_in_3bdbe();



COMMENT ON TRIGGER pgtrigger_obligation_key_is_filled_in_3bdbe ON public.reports_obligation IS '186c933f1e71bbf4d0cda4749dfd710fd00b6d11';



CREATE TRIGGER pgtrigger_obligation_key_of_its_duty_b6437 BEFORE UPDATE OF duty_id, duty_key ON public.reports_obligation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_obligation_key_of_its_duty_b6437();



COMMENT ON TRIGGER pgtrigger_obligation_key_of_its_duty_b6437 ON public.reports_obligation IS '5fd2f05d81d0c83f5cf08620f8c681443b849ce3';



CREATE TRIGGER pgtrigger_obligation_keys_of_their_duties_fba35 AFTER INSERT ON public.reports_obligation REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_obligation_keys_of_their_duties_fba35();



COMMENT ON TRIGGER pgtrigger_obligation_keys_of_their_duties_fba35 ON public.reports_obligation IS '471654e5bf76205b2a8ba87da8c416253571b7d5';



CREATE TRIGGER pgtrigger_obligation_of_a_standing_body_50f20 BEFORE UPDATE OF body_id, due_on ON public.reports_obligation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_obligation_of_a_standing_body_50f20();



COMMENT ON TRIGGER pgtrigger_obligation_of_a_standing_body_50f20 ON public.reports_obligation IS '5737aee84d84e418edbba30aacab81447bd2ee5b';



CREATE TRIGGER pgtrigger_obligations_of_standing_bodies_16274 AFTER INSERT ON public.reports_obligation REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_obligations_of_standing_bodies_16274();



COMMENT ON TRIGGER pgtrigger_obligations_of_standing_bodies_16274 ON public.reports_obligation IS 'b311ad257ea6fb1a1adc394ae1a1e5313146d7b2';



CREATE TRIGGER pgtrigger_outgoingentry_kept_ede13 BEFORE DELETE OR UPDATE ON public.documents_outgoingentry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_outgoingentry_kept_ede13();



COMMENT ON TRIGGER pgtrigger_outgoingentry_kept_ede13 ON public.documents_outgoingentry IS '5f23c48416707518b270e253456bd59b1614d68d';



CREATE TRIGGER pgtrigger_party_frozen_032cb BEFORE INSERT OR DELETE OR UPDATE ON public.programmes_party FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_party_frozen_032cb();



COMMENT ON TRIGGER pgtrigger_party_frozen_032cb ON public.programmes_party IS 'a5eae23187fba49b19add07b73c9c04f65961335';



CREATE TRIGGER pgtrigger_recipient_frozen_ec736 BEFORE INSERT OR DELETE OR UPDATE ON public.programmes_recipient FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_recipient_frozen_ec736();



COMMENT ON TRIGGER pgtrigger_recipient_frozen_ec736 ON public.programmes_recipient IS '30ac3dfee8614ea063633fa54361b7ad2288a913';



CREATE TRIGGER pgtrigger_registrationsheet_of_a_standing_body_6421b BEFORE INSERT ON public.plans_registrationsheet FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_registrationsheet_of_a_standing_body_6421b();



COMMENT ON TRIGGER pgtrigger_registrationsheet_of_a_standing_body_6421b ON public.plans_registrationsheet IS '769f1c75654f96f3a340ed1a6e220b1b9db3d120';



CREATE TRIGGER pgtrigger_report_leaves_its_obligation_9ba4c AFTER DELETE ON public.reports_report FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_report_leaves_its_obligation_9ba4c();



COMMENT ON TRIGGER pgtrigger_report_leaves_its_obligation_9ba4c ON public.reports_report IS '0fafda1c77e3fe20d0fef95ee57ee6325a06a514';



CREATE TRIGGER pgtrigger_report_tells_its_obligation_46a13 AFTER INSERT OR UPDATE OF status, obligation_id ON public.reports_report FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_report_tells_its_obligation_46a13();



COMMENT ON TRIGGER pgtrigger_report_tells_its_obligation_46a13 ON public.reports_report IS '203a345b338b273d4b88bfa96da5afa777b4ae05';



CREATE TRIGGER pgtrigger_round_kept_fc9c9 BEFORE DELETE OR UPDATE ON public.reports_round FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_round_kept_fc9c9();



COMMENT ON TRIGGER pgtrigger_round_kept_fc9c9 ON public.reports_round IS 'e5d7283129969e629c015b3968de2c33fdd78356';



CREATE TRIGGER pgtrigger_round_tells_its_obligation_8fa3c AFTER INSERT ON public.reports_round REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_round_tells_its_obligation_8fa3c();



COMMENT ON TRIGGER pgtrigger_round_tells_its_obligation_8fa3c ON public.reports_round IS '1d7fd2979d55954e44217979ec569a81c0821d6f';



CREATE TRIGGER pgtrigger_rounddecision_tells_its_obligation_e2715 AFTER INSERT ON public.reports_rounddecision REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_rounddecision_tells_its_obligation_e2715();



COMMENT ON TRIGGER pgtrigger_rounddecision_tells_its_obligation_e2715 ON public.reports_rounddecision IS '9ae17b18f447771680b545909540668b6b59b360';



CREATE TRIGGER pgtrigger_sending_kept_ed242 BEFORE DELETE OR UPDATE ON public.documents_sending FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_sending_kept_ed242();



COMMENT ON TRIGGER pgtrigger_sending_kept_ed242 ON public.documents_sending IS '670513c33ac1f3c7214a0cd23ead8e34b851fa17';



CREATE TRIGGER pgtrigger_signature_kept_d11fb BEFORE INSERT OR DELETE OR UPDATE ON public.programmes_signature FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_signature_kept_d11fb();



COMMENT ON TRIGGER pgtrigger_signature_kept_d11fb ON public.programmes_signature IS '161934ce4075a9b073b6a9a7ded9668ff51a6897';



CREATE TRIGGER pgtrigger_update_update_20ab5 AFTER UPDATE ON public.accounts_membership FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_20ab5();



COMMENT ON TRIGGER pgtrigger_update_update_20ab5 ON public.accounts_membership IS '477d2f0548b83d31b48a06ab751ec28165706b5e';



CREATE TRIGGER pgtrigger_update_update_234a9 AFTER UPDATE ON public.reports_report FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_234a9();



COMMENT ON TRIGGER pgtrigger_update_update_234a9 ON public.reports_report IS '029f1bfd761670361e46965496d4f64dd66878ad';



CREATE TRIGGER pgtrigger_update_update_4b8d6 AFTER UPDATE ON public.targets_target FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4b8d6();



COMMENT ON TRIGGER pgtrigger_update_update_4b8d6 ON public.targets_target IS 'd14896e0954aa318fe43c17d0a81c7cf4ba35dd9';



CREATE TRIGGER pgtrigger_update_update_b7b33 AFTER UPDATE ON public.organisations_succession FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b7b33();



COMMENT ON TRIGGER pgtrigger_update_update_b7b33 ON public.organisations_succession IS 'd44757c8a97d0d3c805cae2d11e971083871ba0a';



CREATE TRIGGER pgtrigger_update_update_c3f8b AFTER UPDATE ON public.reports_obligation REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_c3f8b();



COMMENT ON TRIGGER pgtrigger_update_update_c3f8b ON public.reports_obligation IS '29ec94a6a63ff53881ae1e12500d08e939155f76';



CREATE TRIGGER pgtrigger_update_update_efcc8 AFTER UPDATE ON public.programmes_edition FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_efcc8();



COMMENT ON TRIGGER pgtrigger_update_update_efcc8 ON public.programmes_edition IS '061ffb6ce530648969477d01de5e918958068bbc';



CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();



CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();



CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();



CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();



CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();



CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();



CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();



ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_address
    ADD CONSTRAINT accounts_address_person_id_9a2b6dba_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_bodysecurity
    ADD CONSTRAINT accounts_bodysecurity_body_id_14d059e8_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_delivery
    ADD CONSTRAINT accounts_delivery_person_id_71496133_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_deliverydecision
    ADD CONSTRAINT accounts_deliverydec_by_body_id_4bf6051f_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_deliverydecision
    ADD CONSTRAINT accounts_deliverydec_by_person_id_272c420a_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_deliverydecision
    ADD CONSTRAINT accounts_deliverydec_delivery_id_2388ae89_fk_accounts_ FOREIGN KEY (delivery_id) REFERENCES public.accounts_delivery(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT accounts_membership_body_id_44cdb853_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT accounts_membership_person_id_cd00e383_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_membershipdecision
    ADD CONSTRAINT accounts_membershipd_by_body_id_b23fac6e_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_membershipdecision
    ADD CONSTRAINT accounts_membershipd_by_person_id_16bf4160_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_membershipdecision
    ADD CONSTRAINT accounts_membershipd_membership_id_40cd07fe_fk_accounts_ FOREIGN KEY (membership_id) REFERENCES public.accounts_membership(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_notice
    ADD CONSTRAINT accounts_notice_body_id_81e5e702_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_notice
    ADD CONSTRAINT accounts_notice_person_id_5b35f2f6_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_reminderchoice
    ADD CONSTRAINT accounts_reminderchoice_person_id_2ea8b167_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_savedview
    ADD CONSTRAINT accounts_savedview_body_id_8ca6c69b_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_savedview
    ADD CONSTRAINT accounts_savedview_person_id_7324eb3b_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_session
    ADD CONSTRAINT accounts_session_user_id_d5aaed01_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_delivery
    ADD CONSTRAINT documents_delivery_body_id_604dd310_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_delivery
    ADD CONSTRAINT documents_delivery_entry_id_2e46cca8_fk_documents FOREIGN KEY (entry_id) REFERENCES public.documents_outgoingentry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_delivery
    ADD CONSTRAINT documents_delivery_proof_id_31ec7f5d_fk_documents_storedfile_id FOREIGN KEY (proof_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_delivery
    ADD CONSTRAINT documents_delivery_sending_id_a1faf4ca_fk_documents_sending_id FOREIGN KEY (sending_id) REFERENCES public.documents_sending(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_forwarding
    ADD CONSTRAINT documents_forwarding_body_id_a03ef54d_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_forwarding
    ADD CONSTRAINT documents_forwarding_entry_id_3862a22c_fk_documents FOREIGN KEY (entry_id) REFERENCES public.documents_incomingentry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_forwarding
    ADD CONSTRAINT documents_forwarding_forwarded_by_id_22f32a9f_fk_people_pe FOREIGN KEY (forwarded_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_forwarding
    ADD CONSTRAINT documents_forwarding_person_id_a782e42e_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_forwarding
    ADD CONSTRAINT documents_forwarding_taken_back_by_id_bb6248cf_fk_people_pe FOREIGN KEY (taken_back_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_incomingcorrection
    ADD CONSTRAINT documents_incomingco_by_body_id_3ae8acac_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_incomingcorrection
    ADD CONSTRAINT documents_incomingco_by_person_id_ec6a4368_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_incomingcorrection
    ADD CONSTRAINT documents_incomingco_entry_id_e22b455b_fk_documents FOREIGN KEY (entry_id) REFERENCES public.documents_incomingentry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_incomingentry
    ADD CONSTRAINT documents_incomingen_delivery_id_9c7b4106_fk_documents FOREIGN KEY (delivery_id) REFERENCES public.documents_delivery(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_incomingentry
    ADD CONSTRAINT documents_incomingen_entered_by_id_8de2cfb0_fk_people_pe FOREIGN KEY (entered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_incomingentry
    ADD CONSTRAINT documents_incomingen_file_id_e3cb9b5c_fk_documents FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_incomingentry
    ADD CONSTRAINT documents_incomingen_register_id_b80cf1d6_fk_documents FOREIGN KEY (register_id) REFERENCES public.documents_incomingregister(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_incomingentry
    ADD CONSTRAINT documents_incomingen_sender_body_id_e042b157_fk_organisat FOREIGN KEY (sender_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_incomingregister
    ADD CONSTRAINT documents_incomingre_body_id_7a4e6e29_fk_organisat FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_outgoingcorrection
    ADD CONSTRAINT documents_outgoingco_by_body_id_f45bbffb_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_outgoingcorrection
    ADD CONSTRAINT documents_outgoingco_by_person_id_a2706108_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_outgoingcorrection
    ADD CONSTRAINT documents_outgoingco_entry_id_11b3cd35_fk_documents FOREIGN KEY (entry_id) REFERENCES public.documents_outgoingentry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_outgoingentry
    ADD CONSTRAINT documents_outgoingen_annulled_by_id_ed12b5bd_fk_people_pe FOREIGN KEY (annulled_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_outgoingentry
    ADD CONSTRAINT documents_outgoingen_file_id_884239d3_fk_documents FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_outgoingentry
    ADD CONSTRAINT documents_outgoingen_given_by_id_21bcac38_fk_people_pe FOREIGN KEY (given_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_outgoingentry
    ADD CONSTRAINT documents_outgoingen_register_id_7d8b0c3f_fk_documents FOREIGN KEY (register_id) REFERENCES public.documents_outgoingregister(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_outgoingregister
    ADD CONSTRAINT documents_outgoingre_body_id_dc0a46aa_fk_organisat FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_pdfsignature
    ADD CONSTRAINT documents_pdfsignatu_pdf_id_04dc05ff_fk_documents FOREIGN KEY (pdf_id) REFERENCES public.documents_signedpdf(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_readreceipt
    ADD CONSTRAINT documents_readreceip_entry_id_4badd6b9_fk_documents FOREIGN KEY (entry_id) REFERENCES public.documents_incomingentry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_readreceipt
    ADD CONSTRAINT documents_readreceipt_body_id_1e92b7d3_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_readreceipt
    ADD CONSTRAINT documents_readreceipt_person_id_b0b7c51c_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_sending
    ADD CONSTRAINT documents_sending_entry_id_5cc3de6a_fk_documents FOREIGN KEY (entry_id) REFERENCES public.documents_outgoingentry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_sending
    ADD CONSTRAINT documents_sending_file_id_93259385_fk_documents_storedfile_id FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_sending
    ADD CONSTRAINT documents_sending_recalled_by_id_bb229e57_fk_people_person_id FOREIGN KEY (recalled_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_sending
    ADD CONSTRAINT documents_sending_sent_by_id_ca9a23e1_fk_people_person_id FOREIGN KEY (sent_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_signedpdf
    ADD CONSTRAINT documents_signedpdf_file_id_8790b664_fk_documents_storedfile_id FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_signedpdf
    ADD CONSTRAINT documents_signedpdf_original_id_3894ee64_fk_documents FOREIGN KEY (original_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_storedfile_body_id_94fe9c16_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_storedfile_uploaded_by_id_dd88fc20_fk_people_pe FOREIGN KEY (uploaded_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_draft
    ADD CONSTRAINT drafting_draft_area_id_b3bc79ac_fk_organisations_area_id FOREIGN KEY (area_id) REFERENCES public.organisations_area(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_draft
    ADD CONSTRAINT drafting_draft_body_id_d73dfe40_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_draft
    ADD CONSTRAINT drafting_draft_created_by_id_97334d2d_fk_people_person_id FOREIGN KEY (created_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_draft
    ADD CONSTRAINT drafting_draft_edition_id_181620cc_fk_programmes_edition_id FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_draft
    ADD CONSTRAINT drafting_draft_file_id_b06df291_fk_documents_storedfile_id FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_draft
    ADD CONSTRAINT drafting_draft_renews_id_8fe9048d_fk_programmes_programme_id FOREIGN KEY (renews_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_draftdecision
    ADD CONSTRAINT drafting_draftdecisi_by_body_id_961fd7fc_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_draftdecision
    ADD CONSTRAINT drafting_draftdecisi_by_person_id_760ae264_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_draftdecision
    ADD CONSTRAINT drafting_draftdecisi_undoes_id_8f54fbc5_fk_drafting_ FOREIGN KEY (undoes_id) REFERENCES public.drafting_draftdecision(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_draftdecision
    ADD CONSTRAINT drafting_draftdecision_draft_id_4f4015b8_fk_drafting_draft_id FOREIGN KEY (draft_id) REFERENCES public.drafting_draft(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_draftfact
    ADD CONSTRAINT drafting_draftfact_draft_id_c7aca844_fk_drafting_draft_id FOREIGN KEY (draft_id) REFERENCES public.drafting_draft(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_draftfinding
    ADD CONSTRAINT drafting_draftfinding_draft_id_40783c33_fk_drafting_draft_id FOREIGN KEY (draft_id) REFERENCES public.drafting_draft(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_draftparty_bodies
    ADD CONSTRAINT drafting_draftparty__body_id_ceeb1dc9_fk_organisat FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_draftparty_bodies
    ADD CONSTRAINT drafting_draftparty__draftparty_id_fb064dc2_fk_drafting_ FOREIGN KEY (draftparty_id) REFERENCES public.drafting_draftparty(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_draftparty
    ADD CONSTRAINT drafting_draftparty_draft_id_0ef0d977_fk_drafting_draft_id FOREIGN KEY (draft_id) REFERENCES public.drafting_draft(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_findingdecision
    ADD CONSTRAINT drafting_findingdeci_by_body_id_fac0a943_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_findingdecision
    ADD CONSTRAINT drafting_findingdeci_by_person_id_a005dae4_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_findingdecision
    ADD CONSTRAINT drafting_findingdeci_finding_id_c42bd1fa_fk_drafting_ FOREIGN KEY (finding_id) REFERENCES public.drafting_draftfinding(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_reading
    ADD CONSTRAINT drafting_reading_body_id_30cba178_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_reading
    ADD CONSTRAINT drafting_reading_created_by_id_9e721c27_fk_people_person_id FOREIGN KEY (created_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_reading
    ADD CONSTRAINT drafting_reading_draft_id_eb3aa215_fk_drafting_draft_id FOREIGN KEY (draft_id) REFERENCES public.drafting_draft(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_reading
    ADD CONSTRAINT drafting_reading_renews_id_041a3711_fk_programmes_programme_id FOREIGN KEY (renews_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_readingfile
    ADD CONSTRAINT drafting_readingfile_file_id_45847aec_fk_documents FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_readingfile
    ADD CONSTRAINT drafting_readingfile_reading_id_f766d192_fk_drafting_reading_id FOREIGN KEY (reading_id) REFERENCES public.drafting_reading(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_readpage
    ADD CONSTRAINT drafting_readpage_image_id_28b6c03f_fk_documents_storedfile_id FOREIGN KEY (image_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.drafting_readpage
    ADD CONSTRAINT drafting_readpage_reading_id_7cbfb815_fk_drafting_reading_id FOREIGN KEY (reading_id) REFERENCES public.drafting_reading(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_comment
    ADD CONSTRAINT lifecycle_comment_answered_by_id_56c34bda_fk_people_person_id FOREIGN KEY (answered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_comment
    ADD CONSTRAINT lifecycle_comment_body_id_cbc7500b_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_comment
    ADD CONSTRAINT lifecycle_comment_by_person_id_5606f425_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_comment
    ADD CONSTRAINT lifecycle_comment_clause_id_b0f6592c_fk_programmes_clause_id FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_comment
    ADD CONSTRAINT lifecycle_comment_consultation_id_1738fc1c_fk_lifecycle FOREIGN KEY (consultation_id) REFERENCES public.lifecycle_consultation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_comment
    ADD CONSTRAINT lifecycle_comment_target_id_a087a650_fk_targets_target_id FOREIGN KEY (target_id) REFERENCES public.targets_target(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_consultation
    ADD CONSTRAINT lifecycle_consultati_closed_by_id_cd6e7ea3_fk_people_pe FOREIGN KEY (closed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_consultation
    ADD CONSTRAINT lifecycle_consultati_edition_id_724b5c1e_fk_programme FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_consultation
    ADD CONSTRAINT lifecycle_consultati_opened_by_id_ccb87e64_fk_people_pe FOREIGN KEY (opened_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_editionseal
    ADD CONSTRAINT lifecycle_editionsea_edition_id_e7800b75_fk_programme FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_editionseal
    ADD CONSTRAINT lifecycle_editionsea_file_id_ae66531b_fk_documents FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_editionseal
    ADD CONSTRAINT lifecycle_editionseal_body_id_5350986b_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_editionseal
    ADD CONSTRAINT lifecycle_editionseal_sealed_by_id_9d46f48c_fk_people_person_id FOREIGN KEY (sealed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_guidance
    ADD CONSTRAINT lifecycle_guidance_body_id_7e95a29a_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_guidance_clauses
    ADD CONSTRAINT lifecycle_guidance_c_clause_id_786e9789_fk_programme FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_guidance_clauses
    ADD CONSTRAINT lifecycle_guidance_c_guidance_id_35f7d828_fk_lifecycle FOREIGN KEY (guidance_id) REFERENCES public.lifecycle_guidance(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_guidance
    ADD CONSTRAINT lifecycle_guidance_file_id_3c1d720b_fk_documents_storedfile_id FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_guidance
    ADD CONSTRAINT lifecycle_guidance_passes_on_id_a8de969d_fk_lifecycle FOREIGN KEY (passes_on_id) REFERENCES public.lifecycle_guidance(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_guidance
    ADD CONSTRAINT lifecycle_guidance_programme_id_e4238c98_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_guidance
    ADD CONSTRAINT lifecycle_guidance_sent_by_id_e9fed5a0_fk_people_person_id FOREIGN KEY (sent_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_guidancemessage
    ADD CONSTRAINT lifecycle_guidanceme_body_id_a5ca2a74_fk_organisat FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_guidancemessage
    ADD CONSTRAINT lifecycle_guidanceme_person_id_651efe53_fk_people_pe FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_guidancemessage
    ADD CONSTRAINT lifecycle_guidanceme_receipt_id_b45c0fcd_fk_lifecycle FOREIGN KEY (receipt_id) REFERENCES public.lifecycle_guidancereceipt(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_guidancereceipt
    ADD CONSTRAINT lifecycle_guidancere_acknowledged_by_id_f8f14b2c_fk_people_pe FOREIGN KEY (acknowledged_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_guidancereceipt
    ADD CONSTRAINT lifecycle_guidancere_body_id_be2722fd_fk_organisat FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_guidancereceipt
    ADD CONSTRAINT lifecycle_guidancere_guidance_id_e74ea0dd_fk_lifecycle FOREIGN KEY (guidance_id) REFERENCES public.lifecycle_guidance(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_invitation
    ADD CONSTRAINT lifecycle_invitation_answered_by_id_f943988a_fk_people_pe FOREIGN KEY (answered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_invitation
    ADD CONSTRAINT lifecycle_invitation_body_id_61a7960b_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_invitation
    ADD CONSTRAINT lifecycle_invitation_consultation_id_2a9d7ed1_fk_lifecycle FOREIGN KEY (consultation_id) REFERENCES public.lifecycle_consultation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_programmesuccession
    ADD CONSTRAINT lifecycle_programmes_by_body_id_9ca4f482_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_programmesuccession
    ADD CONSTRAINT lifecycle_programmes_by_person_id_1b36b56b_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_programmesuccession
    ADD CONSTRAINT lifecycle_programmes_programme_id_b3c7caa4_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_programmesuccession
    ADD CONSTRAINT lifecycle_programmes_succession_id_f919e0f6_fk_organisat FOREIGN KEY (succession_id) REFERENCES public.organisations_succession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_review
    ADD CONSTRAINT lifecycle_review_created_by_id_c3264e5b_fk_people_person_id FOREIGN KEY (created_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_review
    ADD CONSTRAINT lifecycle_review_programme_id_16df6b1d_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_reviewdecision
    ADD CONSTRAINT lifecycle_reviewdeci_by_body_id_c986d3d0_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_reviewdecision
    ADD CONSTRAINT lifecycle_reviewdeci_by_person_id_e57574d6_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_reviewdecision
    ADD CONSTRAINT lifecycle_reviewdeci_review_id_d6143235_fk_lifecycle FOREIGN KEY (review_id) REFERENCES public.lifecycle_review(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_reviewnote
    ADD CONSTRAINT lifecycle_reviewnote_clause_id_7bd07f17_fk_programmes_clause_id FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_reviewnote
    ADD CONSTRAINT lifecycle_reviewnote_review_id_b8f053d3_fk_lifecycle_review_id FOREIGN KEY (review_id) REFERENCES public.lifecycle_review(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_signinglink
    ADD CONSTRAINT lifecycle_signinglin_paper_id_18a3e784_fk_lifecycle FOREIGN KEY (paper_id) REFERENCES public.lifecycle_signingpaper(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_signinglink
    ADD CONSTRAINT lifecycle_signinglin_returned_id_aa06e7d0_fk_documents FOREIGN KEY (returned_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_signinglink
    ADD CONSTRAINT lifecycle_signinglink_body_id_b8fd1e9a_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_signinglink
    ADD CONSTRAINT lifecycle_signinglink_party_id_63003710_fk_programmes_party_id FOREIGN KEY (party_id) REFERENCES public.programmes_party(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_signinglink
    ADD CONSTRAINT lifecycle_signinglink_person_id_3b497342_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_signingpaper
    ADD CONSTRAINT lifecycle_signingpap_edition_id_02973cf2_fk_programme FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_signingpaper
    ADD CONSTRAINT lifecycle_signingpap_file_id_33c143ae_fk_documents FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.lifecycle_signingpaper
    ADD CONSTRAINT lifecycle_signingpap_head_id_ab2ecc08_fk_documents FOREIGN KEY (head_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_area
    ADD CONSTRAINT organisations_area_entered_by_id_02603135_fk_people_person_id FOREIGN KEY (entered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_areacode
    ADD CONSTRAINT organisations_areaco_area_id_98518a01_fk_organisat FOREIGN KEY (area_id) REFERENCES public.organisations_area(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_areapath
    ADD CONSTRAINT organisations_areapa_area_id_69ec8397_fk_organisat FOREIGN KEY (area_id) REFERENCES public.organisations_area(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_areaversion
    ADD CONSTRAINT organisations_areave_area_id_4a0a01a0_fk_organisat FOREIGN KEY (area_id) REFERENCES public.organisations_area(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_areaversion
    ADD CONSTRAINT organisations_areave_parent_id_c2d0c79c_fk_organisat FOREIGN KEY (parent_id) REFERENCES public.organisations_area(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_body
    ADD CONSTRAINT organisations_body_area_id_19bc35cc_fk_organisations_area_id FOREIGN KEY (area_id) REFERENCES public.organisations_area(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_body
    ADD CONSTRAINT organisations_body_entered_by_id_1fb3f493_fk_people_person_id FOREIGN KEY (entered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_body
    ADD CONSTRAINT organisations_body_parent_id_27093db1_fk_organisations_body_id FOREIGN KEY (parent_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_bodyalias
    ADD CONSTRAINT organisations_bodyal_body_id_577f9e16_fk_organisat FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_bodyfunction
    ADD CONSTRAINT organisations_bodyfu_body_id_bfe607e3_fk_organisat FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_bodyname
    ADD CONSTRAINT organisations_bodyna_body_id_4f604e6b_fk_organisat FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_succession
    ADD CONSTRAINT organisations_succes_entered_by_id_f25f770d_fk_people_pe FOREIGN KEY (entered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_successionlink
    ADD CONSTRAINT organisations_succes_from_area_id_ad353215_fk_organisat FOREIGN KEY (from_area_id) REFERENCES public.organisations_area(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_successionlink
    ADD CONSTRAINT organisations_succes_from_body_id_ddf5d1c0_fk_organisat FOREIGN KEY (from_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_successionlink
    ADD CONSTRAINT organisations_succes_succession_id_97272b0f_fk_organisat FOREIGN KEY (succession_id) REFERENCES public.organisations_succession(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_successionlink
    ADD CONSTRAINT organisations_succes_to_area_id_77d0f8dd_fk_organisat FOREIGN KEY (to_area_id) REFERENCES public.organisations_area(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.organisations_successionlink
    ADD CONSTRAINT organisations_succes_to_body_id_a100c45b_fk_organisat FOREIGN KEY (to_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_onetimecode
    ADD CONSTRAINT people_onetimecode_made_by_id_58ee18cf_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_onetimecode
    ADD CONSTRAINT people_onetimecode_user_id_f7ffa533_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_user_groups
    ADD CONSTRAINT people_user_groups_group_id_1f0237d0_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_user_groups
    ADD CONSTRAINT people_user_groups_user_id_290df956_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_user
    ADD CONSTRAINT people_user_person_id_f97c8926_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_user_user_permissions
    ADD CONSTRAINT people_user_user_per_permission_id_55f01ef0_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.people_user_user_permissions
    ADD CONSTRAINT people_user_user_permissions_user_id_7d19557b_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_agendaitem
    ADD CONSTRAINT plans_agendaitem_meeting_id_98de4dee_fk_plans_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.plans_meeting(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_agendaitem
    ADD CONSTRAINT plans_agendaitem_written_by_id_dec05e9e_fk_people_person_id FOREIGN KEY (written_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_calendarfeed
    ADD CONSTRAINT plans_calendarfeed_person_id_ef8d4c97_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_conclusion
    ADD CONSTRAINT plans_conclusion_body_id_2e5bd74d_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_conclusion
    ADD CONSTRAINT plans_conclusion_meeting_id_926d2d2d_fk_plans_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.plans_meeting(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_conclusion
    ADD CONSTRAINT plans_conclusion_person_id_7d47bb41_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_conclusion
    ADD CONSTRAINT plans_conclusion_task_id_a512c7fd_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_costline
    ADD CONSTRAINT plans_costline_task_id_d76493ab_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_emergentpart
    ADD CONSTRAINT plans_emergentpart_answered_by_id_99c4aa87_fk_people_person_id FOREIGN KEY (answered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_emergentpart
    ADD CONSTRAINT plans_emergentpart_body_id_959bd26a_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_emergentpart
    ADD CONSTRAINT plans_emergentpart_emergent_id_8513228a_fk_plans_eme FOREIGN KEY (emergent_id) REFERENCES public.plans_emergenttask(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_emergenttask
    ADD CONSTRAINT plans_emergenttask_lead_id_abf838d4_fk_organisations_body_id FOREIGN KEY (lead_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_emergenttask
    ADD CONSTRAINT plans_emergenttask_programme_id_56cf1cc2_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_emergenttask
    ADD CONSTRAINT plans_emergenttask_proposed_by_body_id_616f0338_fk_organisat FOREIGN KEY (proposed_by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_emergenttask
    ADD CONSTRAINT plans_emergenttask_proposed_by_id_57bb0e88_fk_people_person_id FOREIGN KEY (proposed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_finding
    ADD CONSTRAINT plans_finding_body_id_3b4fc38b_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_finding
    ADD CONSTRAINT plans_finding_clause_id_287688bf_fk_programmes_clause_id FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_finding
    ADD CONSTRAINT plans_finding_target_id_4bdde1f1_fk_targets_target_id FOREIGN KEY (target_id) REFERENCES public.targets_target(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_finding
    ADD CONSTRAINT plans_finding_visit_id_98609d80_fk_plans_visit_id FOREIGN KEY (visit_id) REFERENCES public.plans_visit(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_findingdecision
    ADD CONSTRAINT plans_findingdecisio_by_body_id_d5c1648e_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_findingdecision
    ADD CONSTRAINT plans_findingdecision_by_person_id_996545c4_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_findingdecision
    ADD CONSTRAINT plans_findingdecision_finding_id_69fc6d43_fk_plans_finding_id FOREIGN KEY (finding_id) REFERENCES public.plans_finding(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_findingfile
    ADD CONSTRAINT plans_findingfile_decision_id_afe73961_fk_plans_fin FOREIGN KEY (decision_id) REFERENCES public.plans_findingdecision(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_findingfile
    ADD CONSTRAINT plans_findingfile_file_id_aced3430_fk_documents_storedfile_id FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_follower
    ADD CONSTRAINT plans_follower_body_id_cfc1ee43_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_follower
    ADD CONSTRAINT plans_follower_clause_id_68a3cd1d_fk_programmes_clause_id FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_follower
    ADD CONSTRAINT plans_follower_person_id_68e1f06b_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_follower
    ADD CONSTRAINT plans_follower_programme_id_84369d24_fk_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_handingover
    ADD CONSTRAINT plans_handingover_body_id_164055c1_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_handingover
    ADD CONSTRAINT plans_handingover_by_body_id_e1502e40_fk_organisations_body_id FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_handingover
    ADD CONSTRAINT plans_handingover_by_person_id_7f3f297b_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_handingover
    ADD CONSTRAINT plans_handingover_from_person_id_f1e86ccb_fk_people_person_id FOREIGN KEY (from_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_handingover
    ADD CONSTRAINT plans_handingover_to_person_id_a0ccc66b_fk_people_person_id FOREIGN KEY (to_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_inspection
    ADD CONSTRAINT plans_inspection_basis_file_id_8e1c7c4c_fk_documents FOREIGN KEY (basis_file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_inspection
    ADD CONSTRAINT plans_inspection_task_id_d170dc45_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_invitee
    ADD CONSTRAINT plans_invitee_body_id_b7a77bc6_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_invitee
    ADD CONSTRAINT plans_invitee_meeting_id_bb4b46b6_fk_plans_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.plans_meeting(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_invitee
    ADD CONSTRAINT plans_invitee_person_id_b493c411_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_meeting
    ADD CONSTRAINT plans_meeting_chair_id_61e27306_fk_people_person_id FOREIGN KEY (chair_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_meeting
    ADD CONSTRAINT plans_meeting_secretary_id_8c0a0213_fk_people_person_id FOREIGN KEY (secretary_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_meeting
    ADD CONSTRAINT plans_meeting_task_id_e6b168dc_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_milestone_bodies
    ADD CONSTRAINT plans_milestone_bodi_body_id_6345dc00_fk_organisat FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_milestone_bodies
    ADD CONSTRAINT plans_milestone_bodi_milestone_id_70e9e346_fk_plans_mil FOREIGN KEY (milestone_id) REFERENCES public.plans_milestone(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_milestone
    ADD CONSTRAINT plans_milestone_carried_from_id_98d8d002_fk_plans_milestone_id FOREIGN KEY (carried_from_id) REFERENCES public.plans_milestone(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_milestone
    ADD CONSTRAINT plans_milestone_programme_id_641fac2f_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_milestone
    ADD CONSTRAINT plans_milestone_proof_id_34de95d6_fk_documents_storedfile_id FOREIGN KEY (proof_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_milestone
    ADD CONSTRAINT plans_milestone_target_id_7037e509_fk_targets_target_id FOREIGN KEY (target_id) REFERENCES public.targets_target(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_milestonedecision
    ADD CONSTRAINT plans_milestonedecis_by_body_id_606e85b6_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_milestonedecision
    ADD CONSTRAINT plans_milestonedecis_by_person_id_018a6ffe_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_milestonedecision
    ADD CONSTRAINT plans_milestonedecis_milestone_id_c198c806_fk_plans_mil FOREIGN KEY (milestone_id) REFERENCES public.plans_milestone(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_obstacle
    ADD CONSTRAINT plans_obstacle_addressed_to_id_c3c16257_fk_organisat FOREIGN KEY (addressed_to_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_obstacle
    ADD CONSTRAINT plans_obstacle_amended_by_id_ce50e932_fk_programmes_edition_id FOREIGN KEY (amended_by_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_obstacle
    ADD CONSTRAINT plans_obstacle_clause_id_f47b75d7_fk_programmes_clause_id FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_obstacle
    ADD CONSTRAINT plans_obstacle_programme_id_5d5d321d_fk_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_obstacle
    ADD CONSTRAINT plans_obstacle_raised_by_body_id_61830627_fk_organisat FOREIGN KEY (raised_by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_obstacledecision
    ADD CONSTRAINT plans_obstacledecisi_by_body_id_8e623ac7_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_obstacledecision
    ADD CONSTRAINT plans_obstacledecisi_by_person_id_081e004d_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_obstacledecision
    ADD CONSTRAINT plans_obstacledecisi_obstacle_id_4bb509e5_fk_plans_obs FOREIGN KEY (obstacle_id) REFERENCES public.plans_obstacle(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_obstaclefile
    ADD CONSTRAINT plans_obstaclefile_file_id_2c6179b8_fk_documents_storedfile_id FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_obstaclefile
    ADD CONSTRAINT plans_obstaclefile_obstacle_id_3fb6ff57_fk_plans_obstacle_id FOREIGN KEY (obstacle_id) REFERENCES public.plans_obstacle(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_personalcommitment
    ADD CONSTRAINT plans_personalcommit_clause_id_49085d55_fk_programme FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_personalcommitment
    ADD CONSTRAINT plans_personalcommit_plan_id_d4dae764_fk_plans_per FOREIGN KEY (plan_id) REFERENCES public.plans_personalplan(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_personalcommitment
    ADD CONSTRAINT plans_personalcommitment_task_id_693cb032_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_personalplan
    ADD CONSTRAINT plans_personalplan_body_id_5660fea7_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_personalplan
    ADD CONSTRAINT plans_personalplan_person_id_c2d3c78c_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_personalplan
    ADD CONSTRAINT plans_personalplan_programme_id_f16a21b0_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_personalplandecision
    ADD CONSTRAINT plans_personalplande_by_body_id_47cbc240_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_personalplandecision
    ADD CONSTRAINT plans_personalplande_by_person_id_b6def7cf_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_personalplandecision
    ADD CONSTRAINT plans_personalplande_plan_id_4c506086_fk_plans_per FOREIGN KEY (plan_id) REFERENCES public.plans_personalplan(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_pilot
    ADD CONSTRAINT plans_pilot_area_id_da4293ef_fk_organisations_area_id FOREIGN KEY (area_id) REFERENCES public.organisations_area(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_pilot
    ADD CONSTRAINT plans_pilot_body_id_44c18c0b_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_pilot
    ADD CONSTRAINT plans_pilot_clause_id_ff7eec5d_fk_programmes_clause_id FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_pilot
    ADD CONSTRAINT plans_pilot_commune_id_3332610d_fk_organisations_area_id FOREIGN KEY (commune_id) REFERENCES public.organisations_area(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_pilot
    ADD CONSTRAINT plans_pilot_programme_id_fddc1ade_fk_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_pilot
    ADD CONSTRAINT plans_pilot_replicates_id_38126e95_fk_plans_pilot_id FOREIGN KEY (replicates_id) REFERENCES public.plans_pilot(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_pilotassessment
    ADD CONSTRAINT plans_pilotassessmen_by_body_id_25015039_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_pilotassessment
    ADD CONSTRAINT plans_pilotassessmen_file_id_f37e51a7_fk_documents FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_pilotassessment
    ADD CONSTRAINT plans_pilotassessment_by_person_id_9151520c_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_pilotassessment
    ADD CONSTRAINT plans_pilotassessment_pilot_id_b0f6a12f_fk_plans_pilot_id FOREIGN KEY (pilot_id) REFERENCES public.plans_pilot(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_pilotdecision
    ADD CONSTRAINT plans_pilotdecision_by_body_id_bc227762_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_pilotdecision
    ADD CONSTRAINT plans_pilotdecision_by_person_id_95cea257_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_pilotdecision
    ADD CONSTRAINT plans_pilotdecision_pilot_id_b1e19e9f_fk_plans_pilot_id FOREIGN KEY (pilot_id) REFERENCES public.plans_pilot(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plandeadline
    ADD CONSTRAINT plans_plandeadline_programme_id_4715a33e_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_plandeadline
    ADD CONSTRAINT plans_plandeadline_set_by_id_370c5286_fk_people_person_id FOREIGN KEY (set_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposal
    ADD CONSTRAINT plans_proposal_body_id_20d5c9f1_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposal
    ADD CONSTRAINT plans_proposal_carried_from_id_89813a57_fk_plans_proposal_id FOREIGN KEY (carried_from_id) REFERENCES public.plans_proposal(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposal
    ADD CONSTRAINT plans_proposal_clause_id_da84c2b9_fk_programmes_clause_id FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposal_coordinators
    ADD CONSTRAINT plans_proposal_coord_body_id_798645f4_fk_organisat FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposal_coordinators
    ADD CONSTRAINT plans_proposal_coord_proposal_id_9c6b5665_fk_plans_pro FOREIGN KEY (proposal_id) REFERENCES public.plans_proposal(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposal
    ADD CONSTRAINT plans_proposal_merged_into_id_fe6cddf7_fk_plans_proposal_id FOREIGN KEY (merged_into_id) REFERENCES public.plans_proposal(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposal
    ADD CONSTRAINT plans_proposal_person_id_9c3f7124_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposal
    ADD CONSTRAINT plans_proposal_round_id_cc4b8c61_fk_plans_proposalround_id FOREIGN KEY (round_id) REFERENCES public.plans_proposalround(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposalcall
    ADD CONSTRAINT plans_proposalcall_answered_by_id_405af5e7_fk_people_person_id FOREIGN KEY (answered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposalcall
    ADD CONSTRAINT plans_proposalcall_body_id_8321c7f8_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposalcall
    ADD CONSTRAINT plans_proposalcall_round_id_4c416e1b_fk_plans_proposalround_id FOREIGN KEY (round_id) REFERENCES public.plans_proposalround(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposaldecision
    ADD CONSTRAINT plans_proposaldecisi_by_body_id_8ccf0ee6_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposaldecision
    ADD CONSTRAINT plans_proposaldecisi_by_person_id_60b108f2_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposaldecision
    ADD CONSTRAINT plans_proposaldecisi_proposal_id_5563643f_fk_plans_pro FOREIGN KEY (proposal_id) REFERENCES public.plans_proposal(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposalround
    ADD CONSTRAINT plans_proposalround_closed_by_id_e68fb2b9_fk_people_person_id FOREIGN KEY (closed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposalround
    ADD CONSTRAINT plans_proposalround_opened_by_id_69468e32_fk_people_person_id FOREIGN KEY (opened_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposalround
    ADD CONSTRAINT plans_proposalround_plan_id_dc770bf1_fk_programmes_programme_id FOREIGN KEY (plan_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_proposalround
    ADD CONSTRAINT plans_proposalround_programme_id_51b25348_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_registrationitem
    ADD CONSTRAINT plans_registrationit_area_id_041c5c36_fk_organisat FOREIGN KEY (area_id) REFERENCES public.organisations_area(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_registrationitem
    ADD CONSTRAINT plans_registrationit_clause_id_bad9e936_fk_programme FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_registrationitem
    ADD CONSTRAINT plans_registrationit_sheet_id_7dcf1811_fk_plans_reg FOREIGN KEY (sheet_id) REFERENCES public.plans_registrationsheet(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_registrationitem
    ADD CONSTRAINT plans_registrationitem_person_id_1b4c3fe6_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_registrationitem
    ADD CONSTRAINT plans_registrationitem_target_id_aa78cbf7_fk_targets_target_id FOREIGN KEY (target_id) REFERENCES public.targets_target(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_registrationitem
    ADD CONSTRAINT plans_registrationitem_task_id_31123f25_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_registrationround
    ADD CONSTRAINT plans_registrationro_opened_by_id_19f94a29_fk_people_pe FOREIGN KEY (opened_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_registrationround
    ADD CONSTRAINT plans_registrationro_programme_id_14e1bb22_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_registrationsheet
    ADD CONSTRAINT plans_registrationsh_body_id_aad530d6_fk_organisat FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_registrationsheet
    ADD CONSTRAINT plans_registrationsh_round_id_d8118aca_fk_plans_reg FOREIGN KEY (round_id) REFERENCES public.plans_registrationround(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_session
    ADD CONSTRAINT plans_session_speaker_id_be6431d0_fk_people_person_id FOREIGN KEY (speaker_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_session
    ADD CONSTRAINT plans_session_task_id_cc587830_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_sheetdecision
    ADD CONSTRAINT plans_sheetdecision_by_body_id_e44b89f3_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_sheetdecision
    ADD CONSTRAINT plans_sheetdecision_by_person_id_178d338c_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_sheetdecision
    ADD CONSTRAINT plans_sheetdecision_sheet_id_2f836d26_fk_plans_reg FOREIGN KEY (sheet_id) REFERENCES public.plans_registrationsheet(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_body_id_e1ab2fce_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_clause_id_cc9cd138_fk_programmes_clause_id FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_continues_id_ffc71b9e_fk_plans_task_id FOREIGN KEY (continues_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_task_coordinators
    ADD CONSTRAINT plans_task_coordinat_body_id_280ff45e_fk_organisat FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_task_coordinators
    ADD CONSTRAINT plans_task_coordinators_task_id_417933b7_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_duty_id_6f2ea143_fk_programmes_dutyrule_id FOREIGN KEY (duty_id) REFERENCES public.programmes_dutyrule(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_emergent_id_a38d7f94_fk_plans_emergenttask_id FOREIGN KEY (emergent_id) REFERENCES public.plans_emergenttask(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_person_id_e3f4dce1_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_plan_id_f86b66fc_fk_programmes_programme_id FOREIGN KEY (plan_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_programme_id_b1b447cd_fk_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_taskdecision
    ADD CONSTRAINT plans_taskdecision_by_body_id_0c164528_fk_organisations_body_id FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_taskdecision
    ADD CONSTRAINT plans_taskdecision_by_person_id_a5182f83_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_taskdecision
    ADD CONSTRAINT plans_taskdecision_task_id_90a9805a_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_taskevidence
    ADD CONSTRAINT plans_taskevidence_file_id_8eeb86d7_fk_documents_storedfile_id FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_taskevidence
    ADD CONSTRAINT plans_taskevidence_task_id_945211c2_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_teammember
    ADD CONSTRAINT plans_teammember_body_id_cb22ed82_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_teammember
    ADD CONSTRAINT plans_teammember_inspection_id_95930544_fk_plans_inspection_id FOREIGN KEY (inspection_id) REFERENCES public.plans_inspection(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_teammember
    ADD CONSTRAINT plans_teammember_person_id_a616ae1e_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_visit
    ADD CONSTRAINT plans_visit_body_id_2119f6ae_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.plans_visit
    ADD CONSTRAINT plans_visit_inspection_id_4113c4f3_fk_plans_inspection_id FOREIGN KEY (inspection_id) REFERENCES public.plans_inspection(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);



ALTER TABLE ONLY public.programmes_addition
    ADD CONSTRAINT programmes_addition_adoption_id_292af7d0_fk_programme FOREIGN KEY (adoption_id) REFERENCES public.programmes_adoption(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_adoption
    ADD CONSTRAINT programmes_adoption_area_id_3ea1013e_fk_organisations_area_id FOREIGN KEY (area_id) REFERENCES public.organisations_area(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_adoption
    ADD CONSTRAINT programmes_adoption_edition_id_8a2179c5_fk_programme FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_adoption
    ADD CONSTRAINT programmes_adoption_hand_down_id_52466813_fk_programme FOREIGN KEY (hand_down_id) REFERENCES public.programmes_handdown(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_adoption
    ADD CONSTRAINT programmes_adoption_parent_id_01c74983_fk_programme FOREIGN KEY (parent_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_adoption
    ADD CONSTRAINT programmes_adoption_programme_id_b4b40057_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_adoptiondecision
    ADD CONSTRAINT programmes_adoptiond_adoption_id_d94205bb_fk_programme FOREIGN KEY (adoption_id) REFERENCES public.programmes_adoption(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_adoptiondecision
    ADD CONSTRAINT programmes_adoptiond_by_body_id_9c2eafcf_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_adoptiondecision
    ADD CONSTRAINT programmes_adoptiond_by_person_id_76b80fdd_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_assignment
    ADD CONSTRAINT programmes_assignmen_clause_id_466a6a00_fk_programme FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_assignment
    ADD CONSTRAINT programmes_assignment_body_id_01400d34_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_clause
    ADD CONSTRAINT programmes_clause_edition_id_7208b929_fk_programmes_edition_id FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_clause
    ADD CONSTRAINT programmes_clause_parent_id_cfa983c4_fk_programmes_clause_id FOREIGN KEY (parent_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_dutyparty
    ADD CONSTRAINT programmes_dutyparty_body_id_cd410429_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_dutyparty
    ADD CONSTRAINT programmes_dutyparty_duty_id_3b4888c1_fk_programmes_dutyrule_id FOREIGN KEY (duty_id) REFERENCES public.programmes_dutyrule(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_dutyrule
    ADD CONSTRAINT programmes_dutyrule_clause_id_71113253_fk_programmes_clause_id FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_edition
    ADD CONSTRAINT programmes_edition_amends_id_a52eaf9f_fk_programmes_edition_id FOREIGN KEY (amends_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_edition
    ADD CONSTRAINT programmes_edition_outgoing_entry_id_095e610d_fk_documents FOREIGN KEY (outgoing_entry_id) REFERENCES public.documents_outgoingentry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_edition
    ADD CONSTRAINT programmes_edition_programme_id_4ff173b3_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_edition
    ADD CONSTRAINT programmes_edition_source_file_id_268f014b_fk_documents FOREIGN KEY (source_file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_editiondecision
    ADD CONSTRAINT programmes_editionde_by_body_id_82361f9b_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_editiondecision
    ADD CONSTRAINT programmes_editionde_by_person_id_3c50d636_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_editiondecision
    ADD CONSTRAINT programmes_editionde_edition_id_10bab612_fk_programme FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_erratum
    ADD CONSTRAINT programmes_erratum_by_body_id_dbab1f31_fk_organisations_body_id FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_erratum
    ADD CONSTRAINT programmes_erratum_by_person_id_d9df55db_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_erratum
    ADD CONSTRAINT programmes_erratum_cancels_id_87f0f996_fk_programmes_erratum_id FOREIGN KEY (cancels_id) REFERENCES public.programmes_erratum(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_erratum
    ADD CONSTRAINT programmes_erratum_clause_id_b24c3147_fk_programmes_clause_id FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_erratum
    ADD CONSTRAINT programmes_erratum_edition_id_b3939511_fk_programmes_edition_id FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_erratum
    ADD CONSTRAINT programmes_erratum_file_id_5a2dec96_fk_documents_storedfile_id FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_handdown
    ADD CONSTRAINT programmes_handdown_by_body_id_33196808_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_handdown
    ADD CONSTRAINT programmes_handdown_by_person_id_e1dd2ed8_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_handdown
    ADD CONSTRAINT programmes_handdown_edition_id_207433e4_fk_programme FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_handdown
    ADD CONSTRAINT programmes_handdown_programme_id_0e95f4cc_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_heir
    ADD CONSTRAINT programmes_heir_body_id_19cebcb6_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_heir
    ADD CONSTRAINT programmes_heir_heir_id_aa3492b6_fk_organisations_body_id FOREIGN KEY (heir_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_heir
    ADD CONSTRAINT programmes_heir_programme_id_cf98b87c_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_legalbasis
    ADD CONSTRAINT programmes_legalbasi_edition_id_686d5ab5_fk_programme FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_mending
    ADD CONSTRAINT programmes_mending_by_body_id_a11dc538_fk_organisations_body_id FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_mending
    ADD CONSTRAINT programmes_mending_by_person_id_5e3b2471_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_mending
    ADD CONSTRAINT programmes_mending_edition_id_03cfbe84_fk_programmes_edition_id FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_party
    ADD CONSTRAINT programmes_party_body_id_ee53ac01_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_party
    ADD CONSTRAINT programmes_party_edition_id_a0020a06_fk_programmes_edition_id FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_programme
    ADD CONSTRAINT programmes_programme_area_id_43cd7e93_fk_organisations_area_id FOREIGN KEY (area_id) REFERENCES public.organisations_area(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_programme
    ADD CONSTRAINT programmes_programme_created_by_id_cf0c0291_fk_people_person_id FOREIGN KEY (created_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_programme
    ADD CONSTRAINT programmes_programme_lead_id_a45960f6_fk_organisations_body_id FOREIGN KEY (lead_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_programme
    ADD CONSTRAINT programmes_programme_renews_id_b59ae817_fk_programme FOREIGN KEY (renews_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_programme
    ADD CONSTRAINT programmes_programme_under_id_74385045_fk_programme FOREIGN KEY (under_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_recipient
    ADD CONSTRAINT programmes_recipient_edition_id_a9e34b0b_fk_programme FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_signature
    ADD CONSTRAINT programmes_signature_entered_by_id_8be37dee_fk_people_person_id FOREIGN KEY (entered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_signature
    ADD CONSTRAINT programmes_signature_entered_for_id_bbb15073_fk_organisat FOREIGN KEY (entered_for_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_signature
    ADD CONSTRAINT programmes_signature_party_id_fd1a90d6_fk_programmes_party_id FOREIGN KEY (party_id) REFERENCES public.programmes_party(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_signature
    ADD CONSTRAINT programmes_signature_person_id_887681e3_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.programmes_signature
    ADD CONSTRAINT programmes_signature_proof_id_4b4b97db_fk_documents FOREIGN KEY (proof_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_calendarchange
    ADD CONSTRAINT reports_calendarchan_by_body_id_9b5bfa21_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_calendarchange
    ADD CONSTRAINT reports_calendarchan_by_person_id_5298e2bf_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_chase
    ADD CONSTRAINT reports_chase_body_id_b9271f17_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_chase
    ADD CONSTRAINT reports_chase_made_by_id_2f6c1f64_fk_people_person_id FOREIGN KEY (made_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_chase
    ADD CONSTRAINT reports_chase_outgoing_entry_id_dcc06955_fk_documents FOREIGN KEY (outgoing_entry_id) REFERENCES public.documents_outgoingentry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_chase
    ADD CONSTRAINT reports_chase_programme_id_c2245246_fk_programmes_programme_id FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_chase
    ADD CONSTRAINT reports_chase_signed_by_id_cf0230b6_fk_people_person_id FOREIGN KEY (signed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_chasedecision
    ADD CONSTRAINT reports_chasedecisio_by_body_id_9ed93bc5_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_chasedecision
    ADD CONSTRAINT reports_chasedecision_by_person_id_c17f56cb_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_chasedecision
    ADD CONSTRAINT reports_chasedecision_chase_id_49ffe23c_fk_reports_chase_id FOREIGN KEY (chase_id) REFERENCES public.reports_chase(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_chaseitem
    ADD CONSTRAINT reports_chaseitem_chase_id_32d1a239_fk_reports_chase_id FOREIGN KEY (chase_id) REFERENCES public.reports_chase(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_chaseitem
    ADD CONSTRAINT reports_chaseitem_obligation_id_cc09fd00_fk_reports_o FOREIGN KEY (obligation_id) REFERENCES public.reports_obligation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_chaseitem
    ADD CONSTRAINT reports_chaseitem_obstacle_id_4f7661f9_fk_plans_obstacle_id FOREIGN KEY (obstacle_id) REFERENCES public.plans_obstacle(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_chaseitem
    ADD CONSTRAINT reports_chaseitem_task_id_ec3bf2bb_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_chaseitem
    ADD CONSTRAINT reports_chaseitem_unit_id_5047df4e_fk_organisations_body_id FOREIGN KEY (unit_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_consolidatedparagraph
    ADD CONSTRAINT reports_consolidated_body_id_6f802c00_fk_organisat FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_consolidatedparagraph
    ADD CONSTRAINT reports_consolidated_clause_id_9a4a0bcf_fk_programme FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_consolidatedparagraph
    ADD CONSTRAINT reports_consolidated_consolidation_id_9ddfe3ee_fk_reports_c FOREIGN KEY (consolidation_id) REFERENCES public.reports_consolidation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_consolidatedparagraph
    ADD CONSTRAINT reports_consolidated_own_clause_id_e204a803_fk_programme FOREIGN KEY (own_clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_consolidatedparagraph
    ADD CONSTRAINT reports_consolidated_round_id_03247c73_fk_reports_r FOREIGN KEY (round_id) REFERENCES public.reports_round(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_consolidatedparagraph
    ADD CONSTRAINT reports_consolidated_via_round_id_53fbbeaf_fk_reports_r FOREIGN KEY (via_round_id) REFERENCES public.reports_round(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_consolidationdecision
    ADD CONSTRAINT reports_consolidatio_by_body_id_3d9e181c_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_consolidationdecision
    ADD CONSTRAINT reports_consolidatio_by_person_id_e96f928b_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_consolidationdecision
    ADD CONSTRAINT reports_consolidatio_consolidation_id_3d97c711_fk_reports_c FOREIGN KEY (consolidation_id) REFERENCES public.reports_consolidation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_consolidation
    ADD CONSTRAINT reports_consolidatio_duty_id_1ade3807_fk_programme FOREIGN KEY (duty_id) REFERENCES public.programmes_dutyrule(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_consolidation
    ADD CONSTRAINT reports_consolidatio_obligation_id_7c522cba_fk_reports_o FOREIGN KEY (obligation_id) REFERENCES public.reports_obligation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_consolidation
    ADD CONSTRAINT reports_consolidatio_outgoing_entry_id_e79592a5_fk_documents FOREIGN KEY (outgoing_entry_id) REFERENCES public.documents_outgoingentry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_consolidation
    ADD CONSTRAINT reports_consolidatio_programme_id_ee160789_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_consolidation
    ADD CONSTRAINT reports_consolidatio_replaced_entry_id_d1eb0d0e_fk_documents FOREIGN KEY (replaced_entry_id) REFERENCES public.documents_outgoingentry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_consolidation
    ADD CONSTRAINT reports_consolidation_body_id_51940cc6_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_dutysetting
    ADD CONSTRAINT reports_dutysetting_programme_id_17d9dca7_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_dutysettingdecision
    ADD CONSTRAINT reports_dutysettingd_by_body_id_a7b74001_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_dutysettingdecision
    ADD CONSTRAINT reports_dutysettingd_by_person_id_5ea6d7ed_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_dutysettingdecision
    ADD CONSTRAINT reports_dutysettingd_setting_id_113d5a70_fk_reports_d FOREIGN KEY (setting_id) REFERENCES public.reports_dutysetting(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_extension
    ADD CONSTRAINT reports_extension_asked_by_body_id_720e3aed_fk_organisat FOREIGN KEY (asked_by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_extension
    ADD CONSTRAINT reports_extension_asked_by_id_5ba37783_fk_people_person_id FOREIGN KEY (asked_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_extension
    ADD CONSTRAINT reports_extension_obligation_id_2648bac4_fk_reports_o FOREIGN KEY (obligation_id) REFERENCES public.reports_obligation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_formversion
    ADD CONSTRAINT reports_formversion_by_body_id_55efd592_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_formversion
    ADD CONSTRAINT reports_formversion_by_person_id_76ad9967_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_formversion
    ADD CONSTRAINT reports_formversion_form_id_691d2afc_fk_reports_reportform_id FOREIGN KEY (form_id) REFERENCES public.reports_reportform(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_obligation
    ADD CONSTRAINT reports_obligation_body_id_f48f85fa_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_obligation
    ADD CONSTRAINT reports_obligation_duty_id_221578f4_fk_programmes_dutyrule_id FOREIGN KEY (duty_id) REFERENCES public.programmes_dutyrule(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_obligation
    ADD CONSTRAINT reports_obligation_edition_id_de4f7c27_fk_programmes_edition_id FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_obligation
    ADD CONSTRAINT reports_obligation_inherited_from_id_6378fe0e_fk_reports_o FOREIGN KEY (inherited_from_id) REFERENCES public.reports_obligation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_obligation
    ADD CONSTRAINT reports_obligation_programme_id_c10f1c4b_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_obligation
    ADD CONSTRAINT reports_obligation_request_id_dfb02ac5_fk_reports_r FOREIGN KEY (request_id) REFERENCES public.reports_reportrequest(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_obligationdecision
    ADD CONSTRAINT reports_obligationde_by_body_id_328d4556_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_obligationdecision
    ADD CONSTRAINT reports_obligationde_by_person_id_9f93f7c4_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_obligationdecision
    ADD CONSTRAINT reports_obligationde_obligation_id_8b2672ff_fk_reports_o FOREIGN KEY (obligation_id) REFERENCES public.reports_obligation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_obligationrecipient
    ADD CONSTRAINT reports_obligationre_body_id_2010468c_fk_organisat FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_obligationrecipient
    ADD CONSTRAINT reports_obligationre_obligation_id_33a36a09_fk_reports_o FOREIGN KEY (obligation_id) REFERENCES public.reports_obligation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reminder
    ADD CONSTRAINT reports_reminder_body_id_fa5c7d37_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reminder
    ADD CONSTRAINT reports_reminder_person_id_c7526c51_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reminder
    ADD CONSTRAINT reports_reminder_programme_id_c326f1e0_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reminderruledecision
    ADD CONSTRAINT reports_reminderrule_by_body_id_20193236_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reminderruledecision
    ADD CONSTRAINT reports_reminderrule_by_person_id_f6cd9545_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reminderrule
    ADD CONSTRAINT reports_reminderrule_programme_id_ac24df95_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reminderruledecision
    ADD CONSTRAINT reports_reminderrule_rule_id_a6f55879_fk_reports_r FOREIGN KEY (rule_id) REFERENCES public.reports_reminderrule(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_entered_by_body_id_5895be20_fk_organisat FOREIGN KEY (entered_by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_obligation_id_9657a1b3_fk_reports_obligation_id FOREIGN KEY (obligation_id) REFERENCES public.reports_obligation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_paper_scan_id_4ca235a8_fk_documents FOREIGN KEY (paper_scan_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reportattachment
    ADD CONSTRAINT reports_reportattach_file_id_69105db2_fk_documents FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reportattachment
    ADD CONSTRAINT reports_reportattach_report_id_2c932bc3_fk_reports_r FOREIGN KEY (report_id) REFERENCES public.reports_report(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reportattachment
    ADD CONSTRAINT reports_reportattach_target_id_6bb97f81_fk_targets_t FOREIGN KEY (target_id) REFERENCES public.targets_target(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reportfigure
    ADD CONSTRAINT reports_reportfigure_report_id_1e7999fd_fk_reports_report_id FOREIGN KEY (report_id) REFERENCES public.reports_report(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reportfigure
    ADD CONSTRAINT reports_reportfigure_target_id_5a200ffb_fk_targets_target_id FOREIGN KEY (target_id) REFERENCES public.targets_target(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reportform
    ADD CONSTRAINT reports_reportform_programme_id_fc2320c3_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reportrequest
    ADD CONSTRAINT reports_reportreques_by_body_id_61f479e3_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reportrequest
    ADD CONSTRAINT reports_reportreques_duty_id_53046c98_fk_programme FOREIGN KEY (duty_id) REFERENCES public.programmes_dutyrule(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reportrequest
    ADD CONSTRAINT reports_reportreques_programme_id_3ba6ff90_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reportrequest
    ADD CONSTRAINT reports_reportrequest_asked_by_id_027f5145_fk_people_person_id FOREIGN KEY (asked_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reportsection
    ADD CONSTRAINT reports_reportsectio_clause_id_d834089e_fk_programme FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reportsection
    ADD CONSTRAINT reports_reportsection_report_id_fa65e7cb_fk_reports_report_id FOREIGN KEY (report_id) REFERENCES public.reports_report(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reporttable
    ADD CONSTRAINT reports_reporttable_report_id_9b4ac0d1_fk_reports_report_id FOREIGN KEY (report_id) REFERENCES public.reports_report(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reporttext
    ADD CONSTRAINT reports_reporttext_report_id_bf06619f_fk_reports_report_id FOREIGN KEY (report_id) REFERENCES public.reports_report(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reportvariant
    ADD CONSTRAINT reports_reportvarian_settled_by_id_e8108127_fk_people_pe FOREIGN KEY (settled_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reportvariant
    ADD CONSTRAINT reports_reportvariant_by_person_id_30b60123_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reportvariant
    ADD CONSTRAINT reports_reportvariant_report_id_35341be6_fk_reports_report_id FOREIGN KEY (report_id) REFERENCES public.reports_report(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_requestdecision
    ADD CONSTRAINT reports_requestdecis_by_body_id_6aa14b0b_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_requestdecision
    ADD CONSTRAINT reports_requestdecis_by_person_id_153d6cf7_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_requestdecision
    ADD CONSTRAINT reports_requestdecis_request_id_25852d06_fk_reports_r FOREIGN KEY (request_id) REFERENCES public.reports_reportrequest(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_returneditem
    ADD CONSTRAINT reports_returneditem_clause_id_6e8a5907_fk_programmes_clause_id FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_returneditem
    ADD CONSTRAINT reports_returneditem_decision_id_17f36b23_fk_reports_r FOREIGN KEY (decision_id) REFERENCES public.reports_rounddecision(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_returneditem
    ADD CONSTRAINT reports_returneditem_target_id_761242e7_fk_targets_target_id FOREIGN KEY (target_id) REFERENCES public.targets_target(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reviewroute
    ADD CONSTRAINT reports_reviewroute_changed_by_id_af5a7e01_fk_people_person_id FOREIGN KEY (changed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reviewroute
    ADD CONSTRAINT reports_reviewroute_programme_id_7c4d7bac_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reviewstep
    ADD CONSTRAINT reports_reviewstep_body_id_aa292eb6_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_reviewstep
    ADD CONSTRAINT reports_reviewstep_route_id_82b94567_fk_reports_reviewroute_id FOREIGN KEY (route_id) REFERENCES public.reports_reviewroute(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_round
    ADD CONSTRAINT reports_round_by_body_id_fd515e9d_fk_organisations_body_id FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_round
    ADD CONSTRAINT reports_round_by_person_id_4c119e9b_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_round
    ADD CONSTRAINT reports_round_report_id_1bc6f142_fk_reports_report_id FOREIGN KEY (report_id) REFERENCES public.reports_report(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_rounddecision
    ADD CONSTRAINT reports_rounddecisio_by_body_id_a66df935_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_rounddecision
    ADD CONSTRAINT reports_rounddecision_by_person_id_8d11285a_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_rounddecision
    ADD CONSTRAINT reports_rounddecision_round_id_1a3e5afc_fk_reports_round_id FOREIGN KEY (round_id) REFERENCES public.reports_round(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_roundpaper
    ADD CONSTRAINT reports_roundpaper_outgoing_entry_id_00d48f09_fk_documents FOREIGN KEY (outgoing_entry_id) REFERENCES public.documents_outgoingentry(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_roundpaper
    ADD CONSTRAINT reports_roundpaper_round_id_89e2d95c_fk_reports_round_id FOREIGN KEY (round_id) REFERENCES public.reports_round(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reports_roundpaper
    ADD CONSTRAINT reports_roundpaper_signed_by_id_92a97788_fk_people_person_id FOREIGN KEY (signed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_user_id_8146e70c_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_adoptedtarget
    ADD CONSTRAINT targets_adoptedtarge_programme_id_3f92aeb1_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_closedperiod
    ADD CONSTRAINT targets_closedperiod_closed_by_id_6a144eb7_fk_people_person_id FOREIGN KEY (closed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_closedperiod
    ADD CONSTRAINT targets_closedperiod_closed_for_id_5e856786_fk_organisat FOREIGN KEY (closed_for_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_closedperiod
    ADD CONSTRAINT targets_closedperiod_programme_id_c88a4a6c_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_closedperiod
    ADD CONSTRAINT targets_closedperiod_reopened_by_id_d810b18c_fk_people_pe FOREIGN KEY (reopened_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_closedperiod
    ADD CONSTRAINT targets_closedperiod_reopened_for_id_7fa09451_fk_organisat FOREIGN KEY (reopened_for_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_contribution
    ADD CONSTRAINT targets_contribution_area_id_f95df9b9_fk_organisations_area_id FOREIGN KEY (area_id) REFERENCES public.organisations_area(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_contribution
    ADD CONSTRAINT targets_contribution_body_id_d80433cb_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_contribution
    ADD CONSTRAINT targets_contribution_target_id_e993070b_fk_targets_target_id FOREIGN KEY (target_id) REFERENCES public.targets_target(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_entering
    ADD CONSTRAINT targets_entering_by_body_id_d4469332_fk_organisations_body_id FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_entering
    ADD CONSTRAINT targets_entering_by_person_id_1eeda9e0_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_entering
    ADD CONSTRAINT targets_entering_edition_id_22428e08_fk_programmes_edition_id FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_entering
    ADD CONSTRAINT targets_entering_file_id_9f1b302c_fk_documents_storedfile_id FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_entering
    ADD CONSTRAINT targets_entering_undone_by_id_4482af92_fk_people_person_id FOREIGN KEY (undone_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_figure
    ADD CONSTRAINT targets_figure_area_id_f545af99_fk_organisations_area_id FOREIGN KEY (area_id) REFERENCES public.organisations_area(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_figure
    ADD CONSTRAINT targets_figure_body_id_2fd52dfe_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_figure
    ADD CONSTRAINT targets_figure_corrects_id_0f577d0b_fk_targets_figure_id FOREIGN KEY (corrects_id) REFERENCES public.targets_figure(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_figure
    ADD CONSTRAINT targets_figure_recorded_by_id_5c7491c1_fk_people_person_id FOREIGN KEY (recorded_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_figure
    ADD CONSTRAINT targets_figure_recorded_for_id_03a09625_fk_organisat FOREIGN KEY (recorded_for_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_figure
    ADD CONSTRAINT targets_figure_target_id_8aa50a66_fk_targets_target_id FOREIGN KEY (target_id) REFERENCES public.targets_target(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_figureacceptance
    ADD CONSTRAINT targets_figureaccept_by_body_id_1a134c8d_fk_organisat FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_figureacceptance
    ADD CONSTRAINT targets_figureaccept_by_person_id_45cbf6b2_fk_people_pe FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_figureacceptance
    ADD CONSTRAINT targets_figureaccept_figure_id_12f453bc_fk_targets_f FOREIGN KEY (figure_id) REFERENCES public.targets_figure(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_figureconfirmation
    ADD CONSTRAINT targets_figureconfir_figure_id_696f69dc_fk_targets_f FOREIGN KEY (figure_id) REFERENCES public.targets_figure(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_figureevidence
    ADD CONSTRAINT targets_figureeviden_file_id_ebee00d8_fk_documents FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_figureevidence
    ADD CONSTRAINT targets_figureevidence_figure_id_8df2c1dd_fk_targets_figure_id FOREIGN KEY (figure_id) REFERENCES public.targets_figure(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_inheritedshare
    ADD CONSTRAINT targets_inheritedsha_after_id_c9fab067_fk_targets_i FOREIGN KEY (after_id) REFERENCES public.targets_inheritedshare(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_inheritedshare
    ADD CONSTRAINT targets_inheritedsha_contribution_id_8a7728a2_fk_targets_c FOREIGN KEY (contribution_id) REFERENCES public.targets_contribution(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_inheritedshare
    ADD CONSTRAINT targets_inheritedsha_heir_id_bfb1909d_fk_organisat FOREIGN KEY (heir_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_partoffer
    ADD CONSTRAINT targets_partoffer_answered_by_id_a713d158_fk_people_person_id FOREIGN KEY (answered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_partoffer
    ADD CONSTRAINT targets_partoffer_body_id_f9530b58_fk_organisations_body_id FOREIGN KEY (body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_partoffer
    ADD CONSTRAINT targets_partoffer_by_body_id_c36f3143_fk_organisations_body_id FOREIGN KEY (by_body_id) REFERENCES public.organisations_body(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_partoffer
    ADD CONSTRAINT targets_partoffer_by_person_id_19ae043f_fk_people_person_id FOREIGN KEY (by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_partoffer
    ADD CONSTRAINT targets_partoffer_target_id_e1f3dee7_fk_targets_target_id FOREIGN KEY (target_id) REFERENCES public.targets_target(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_summaryseries
    ADD CONSTRAINT targets_summaryserie_programme_id_9799dfd3_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programmes_programme(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_summaryseries
    ADD CONSTRAINT targets_summaryseries_target_id_edcb75f0_fk_targets_target_id FOREIGN KEY (target_id) REFERENCES public.targets_target(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_target
    ADD CONSTRAINT targets_target_clause_id_f1d36c3c_fk_programmes_clause_id FOREIGN KEY (clause_id) REFERENCES public.programmes_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_target
    ADD CONSTRAINT targets_target_edition_id_a44e0187_fk_programmes_edition_id FOREIGN KEY (edition_id) REFERENCES public.programmes_edition(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_target
    ADD CONSTRAINT targets_target_part_of_id_71a9516e_fk_targets_target_id FOREIGN KEY (part_of_id) REFERENCES public.targets_target(id) DEFERRABLE INITIALLY DEFERRED;
RESET check_function_bodies;
