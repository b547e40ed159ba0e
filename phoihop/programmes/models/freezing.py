"""What the database itself keeps: the text of a signed edition, its number and its signatures.

Only rows of the sample may be deleted later, while `phoihop.removing_sample` is on in the transaction.
"""

import pgtrigger

_REFUSAL = "USING ERRCODE = 'integrity_constraint_violation'"
_SIGNED_TEXT = (
    "title", "source_text", "source_file_id", "period_start", "period_end", "origin", "programme_id",
    "sequence", "place", "opening", "is_sample", "kind", "amends_id", "effective_on", "grounds",
)  # fmt: skip
_GIVEN_ONCE = ("outgoing_entry_id", "issued_on", "in_force_from")


def _row(name: str, columns: tuple[str, ...]) -> str:
    return f"ROW({', '.join(f'{name}.{column}' for column in columns)})"


_REWRITTEN_ONCE_GIVEN = " OR ".join(
    f"(OLD.{column} IS NOT NULL AND NEW.{column} IS DISTINCT FROM OLD.{column})" for column in _GIVEN_ONCE
)

FREEZE_EDITION = f"""
IF TG_OP = 'DELETE' THEN
    IF OLD.status = 'draft' THEN RETURN OLD; END IF;
    IF OLD.is_sample AND current_setting('phoihop.removing_sample', true) = 'on' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'a signed edition is not deleted' {_REFUSAL};
END IF;
IF OLD.status = 'draft' THEN RETURN NEW; END IF;
IF {_row("OLD", _SIGNED_TEXT)} IS DISTINCT FROM {_row("NEW", _SIGNED_TEXT)} THEN
    RAISE EXCEPTION 'the text of a signed edition does not change' {_REFUSAL};
END IF;
IF NEW.status = 'draft' AND OLD.status <> 'signing' THEN
    RAISE EXCEPTION 'an edition that was in force is never a draft again' {_REFUSAL};
END IF;
IF OLD.number_text <> '' AND NEW.number_text <> OLD.number_text THEN
    RAISE EXCEPTION 'the number of an edition is given once' {_REFUSAL};
END IF;
IF {_REWRITTEN_ONCE_GIVEN} THEN
    RAISE EXCEPTION 'the number and days of a signed edition are given once' {_REFUSAL};
END IF;
RETURN NEW;
"""

_STATUS_OF_EDITION = (
    "SELECT status, is_sample INTO edition_status, edition_is_sample FROM programmes_edition WHERE id ="
)

_FREEZE_ROW = f"""
IF TG_OP <> 'INSERT' THEN
    {_STATUS_OF_EDITION} OLD.edition_id FOR SHARE;
    IF TG_OP = 'DELETE' AND edition_is_sample AND current_setting('phoihop.removing_sample', true) = 'on' THEN
        RETURN OLD;
    END IF;
    IF edition_status <> 'draft' THEN
        RAISE EXCEPTION 'the text of a signed edition does not change' {_REFUSAL};
    END IF;
END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
{_STATUS_OF_EDITION} NEW.edition_id FOR SHARE;
IF edition_status <> 'draft' THEN
    RAISE EXCEPTION 'the text of a signed edition does not change' {_REFUSAL};
END IF;
RETURN NEW;
"""

_KEEP_SIGNATURE = f"""
SELECT e.status, e.is_sample INTO edition_status, edition_is_sample
    FROM programmes_edition e JOIN programmes_party p ON p.edition_id = e.id
    WHERE p.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.party_id ELSE NEW.party_id END;
IF TG_OP = 'UPDATE' AND ROW(OLD.*) IS DISTINCT FROM ROW(NEW.*) THEN
    RAISE EXCEPTION 'a signature does not change' {_REFUSAL};
END IF;
IF TG_OP = 'DELETE' AND edition_is_sample AND current_setting('phoihop.removing_sample', true) = 'on' THEN
    RETURN OLD;
END IF;
IF edition_status NOT IN ('draft', 'signing') THEN
    RAISE EXCEPTION 'the signatures of an edition in force do not change' {_REFUSAL};
END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW;
"""

_APPEND_ONLY = f"""
IF TG_OP = 'DELETE' AND current_setting('phoihop.removing_sample', true) = 'on' THEN RETURN OLD; END IF;
RAISE EXCEPTION 'an erratum is never changed: another row takes it back' {_REFUSAL};
"""

_DECLARED = [("edition_status", "text"), ("edition_is_sample", "boolean")]
_EVERY_WRITE = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete


def frozen_with_edition(name: str) -> pgtrigger.Trigger:
    """Rows of an edition are written only while it is a draft; its row is locked meanwhile."""
    return pgtrigger.Trigger(
        name=name, when=pgtrigger.Before, operation=_EVERY_WRITE, declare=_DECLARED, func=_FREEZE_ROW
    )


def signature_kept(name: str) -> pgtrigger.Trigger:
    """A signature is never rewritten, and neither added nor taken away once the edition is in force."""
    return pgtrigger.Trigger(
        name=name, when=pgtrigger.Before, operation=_EVERY_WRITE, declare=_DECLARED, func=_KEEP_SIGNATURE
    )


def append_only(name: str) -> pgtrigger.Trigger:
    """Rows are added and never changed; only those of the sample may go later."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=_APPEND_ONLY,
    )
