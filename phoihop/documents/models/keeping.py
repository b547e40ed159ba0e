"""What the database itself keeps of registers: no row of a book is deleted, no number is rewritten.

Only rows of the sample may be deleted, while `phoihop.removing_sample` is on in the transaction.
"""

import pgtrigger

_REFUSAL = "USING ERRCODE = 'integrity_constraint_violation'"
_OF_SAMPLE = "OLD.is_sample AND current_setting('phoihop.removing_sample', true) = 'on'"


def kept(name: str, *, unchanging: tuple[str, ...]) -> pgtrigger.Trigger:
    """Rows are never deleted, and these columns keep what was first written."""
    old, new = (", ".join(f"{row}.{column}" for column in unchanging) for row in ("OLD", "NEW"))
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
IF TG_OP = 'DELETE' THEN
    IF {_OF_SAMPLE} THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'a row of a register is not deleted' {_REFUSAL};
END IF;
IF ROW({old}) IS DISTINCT FROM ROW({new}) THEN
    RAISE EXCEPTION 'the number of a register is not rewritten' {_REFUSAL};
END IF;
RETURN NEW;
""",
    )


def frozen_when_recalled(name: str) -> pgtrigger.Trigger:
    """A sending that was recalled never changes again, nor is one deleted."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
IF TG_OP = 'DELETE' THEN
    IF {_OF_SAMPLE} THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'a sending is not deleted' {_REFUSAL};
END IF;
IF OLD.recalled_at IS NOT NULL THEN
    RAISE EXCEPTION 'a recalled sending does not change' {_REFUSAL};
END IF;
RETURN NEW;
""",
    )
