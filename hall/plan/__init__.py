"""The hall file, read: the one typed picture of a hall that the rules and the stations' catalog are made from."""

from hall.plan.faults import PlanError, PlanFault
from hall.plan.hours import DAYS, DateSpan, DaySpan, Spans
from hall.plan.models import (
    Category,
    Clerk,
    Counter,
    Device,
    GreenWindow,
    HallSection,
    KeepSection,
    Notice,
    PaperSection,
    Plan,
    QueueSection,
    Service,
)
from hall.plan.read import load_plan, plan_version
from hall.plan.warnings import warnings_of

__all__ = [
    "DAYS",
    "Category",
    "Clerk",
    "Counter",
    "DateSpan",
    "DaySpan",
    "Device",
    "GreenWindow",
    "HallSection",
    "KeepSection",
    "Notice",
    "PaperSection",
    "Plan",
    "PlanError",
    "PlanFault",
    "QueueSection",
    "Service",
    "Spans",
    "load_plan",
    "plan_version",
    "warnings_of",
]
