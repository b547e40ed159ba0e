"""What the database itself keeps on an obligation of its report: the day it was handed in, and its status.

A board of a nation reads one table instead of every round of every report; whoever writes a round, a decision
or a status, the obligation says the same in the same transaction.
"""

import pgtrigger

from phoihop.reports.models.reports import Report, Round, RoundDecision

_FIRST_ROUND = """
UPDATE reports_obligation o SET handed_in_on = f.day
FROM (
    SELECT r.obligation_id, min((u.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) FILTER (
        WHERE NOT EXISTS (
            SELECT FROM reports_rounddecision d WHERE d.round_id = u.id AND d.verb = 'take_back'
        )
    ) AS day
    FROM reports_report r JOIN reports_round u ON u.report_id = r.id
    WHERE r.id IN ({reports})
    GROUP BY r.obligation_id
) f
WHERE o.id = f.obligation_id AND o.handed_in_on IS DISTINCT FROM f.day;
RETURN NULL;
"""


def _after_insert(name: str, reports: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        referencing=pgtrigger.Referencing(new="new_values"),  # type: ignore[no-untyped-call]
        func=_FIRST_ROUND.format(reports=reports),
    )


pgtrigger.register(_after_insert("round_tells_its_obligation", "SELECT report_id FROM new_values"))(Round)
pgtrigger.register(
    _after_insert(
        "rounddecision_tells_its_obligation",
        "SELECT u.report_id FROM new_values n JOIN reports_round u ON u.id = n.round_id "
        "WHERE n.verb = 'take_back'",
    )
)(RoundDecision)
pgtrigger.register(
    pgtrigger.Trigger(
        name="report_tells_its_obligation",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("status", "obligation_id"),  # type: ignore[no-untyped-call]
        func="""
UPDATE reports_obligation SET report_status = NEW.status
WHERE id = NEW.obligation_id AND report_status <> NEW.status;
RETURN NULL;
""",
    ),
    pgtrigger.Trigger(
        name="report_leaves_its_obligation",
        when=pgtrigger.After,
        operation=pgtrigger.Delete,
        func="""
UPDATE reports_obligation SET report_status = '', handed_in_on = NULL WHERE id = OLD.obligation_id;
RETURN NULL;
""",
    ),
)(Report)
