"""The hall file, changed while the hall runs: taken over if it is right, else said and left."""

import structlog

from dispatcher.heart import Heart
from dispatcher.planfile import PlanFile, PlanText, plan_problem
from hall.plan import PlanError


class Reloader:
    """Tells the loop when there is a new hall file to go on by."""

    def __init__(self, file: PlanFile, plan: PlanText) -> None:
        self._file = file
        self.plan = plan
        """The last one that was right."""
        self._log = structlog.get_logger("dispatcher")

    def look(self, heart: Heart, *, asked: bool) -> PlanText | None:
        """A hall file other than the one in force, without a fault."""
        if not self._file.changed() and not asked:
            return None
        try:
            plan = self._file.read()
        except (PlanError, OSError) as fault:
            self._refuse(*self._file.fault_lines(fault))
            return None
        problem = plan_problem(plan) or self._other_hall(plan)
        if problem is not None:
            self._refuse(f"{self._file.path}: {problem}")
            return None
        self.plan = plan
        return None if plan.version == heart.plan.version else plan

    def _other_hall(self, plan: PlanText) -> str | None:
        ours = self.plan.plan.hall.id
        if plan.plan.hall.id == ours:
            return None
        return (
            f"hall.id: is {plan.plan.hall.id}, this is the dispatcher of {ours}; start another for that hall"
        )

    def _refuse(self, *faults: str) -> None:
        for fault in faults:
            self._log.warning("the hall file is not taken over", fault=fault)
