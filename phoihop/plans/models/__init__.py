"""Plans: tasks with their results and evidence."""

from phoihop.plans.models.costs import CostLine
from phoihop.plans.models.emergent import EmergentPart, EmergentTask
from phoihop.plans.models.feeds import CalendarFeed
from phoihop.plans.models.following import Follower, HandingOver
from phoihop.plans.models.inspections import (
    Finding,
    FindingDecision,
    FindingFile,
    Inspection,
    TeamMember,
    Visit,
)
from phoihop.plans.models.meetings import AgendaItem, Conclusion, Invitee, Meeting
from phoihop.plans.models.milestones import Milestone, MilestoneDecision
from phoihop.plans.models.obstacles import Obstacle, ObstacleDecision, ObstacleFile
from phoihop.plans.models.personal import PersonalCommitment, PersonalPlan, PersonalPlanDecision
from phoihop.plans.models.pilots import Pilot, PilotAssessment, PilotDecision
from phoihop.plans.models.proposals import (
    PlanDeadline,
    Proposal,
    ProposalCall,
    ProposalDecision,
    ProposalRound,
)
from phoihop.plans.models.sessions import Session
from phoihop.plans.models.sheets import (
    RegistrationItem,
    RegistrationRound,
    RegistrationSheet,
    SheetDecision,
)
from phoihop.plans.models.tasks import OWN_TASKS_ONLY, Task, TaskDecision, TaskEvidence, TaskQuerySet

__all__ = [
    "AgendaItem",
    "CalendarFeed",
    "Conclusion",
    "CostLine",
    "EmergentPart",
    "EmergentTask",
    "Finding",
    "FindingDecision",
    "FindingFile",
    "Follower",
    "HandingOver",
    "Inspection",
    "Invitee",
    "Meeting",
    "Milestone",
    "MilestoneDecision",
    "OWN_TASKS_ONLY",
    "Obstacle",
    "ObstacleDecision",
    "ObstacleFile",
    "PersonalCommitment",
    "PersonalPlan",
    "PersonalPlanDecision",
    "Pilot",
    "PilotAssessment",
    "PilotDecision",
    "PlanDeadline",
    "Proposal",
    "ProposalCall",
    "ProposalDecision",
    "ProposalRound",
    "RegistrationItem",
    "RegistrationRound",
    "RegistrationSheet",
    "Session",
    "SheetDecision",
    "Task",
    "TaskDecision",
    "TaskEvidence",
    "TaskQuerySet",
    "TeamMember",
    "Visit",
]
