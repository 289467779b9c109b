"""The printed checklist: asked for on its screen, without a ticket; what became of it is said there."""

from dataclasses import replace

from kiosk.flow.effects import PrintChecklist
from kiosk.flow.issuing import PAPERS, Step
from kiosk.flow.state import Known, Paper, Screen, State
from wire.terms import PrintResult

_ON_ITS_WAY = (Paper.PRINTING, Paper.PRINTED)


def print_it(state: State, known: Known) -> Step:
    """One at a time, and no second one where the first came out; none where the printer is known to be stopped."""
    if state.list_paper in _ON_ITS_WAY or known.printer_stopped:
        return Step(state)
    wanted = PrintChecklist(state.listed, state.language)
    return Step(replace(state, list_paper=Paper.PRINTING), (wanted,))


def came(state: State, result: PrintResult) -> State:
    """Who has gone on does not mind."""
    if state.screen is not Screen.CHECKLIST or state.list_paper is not Paper.PRINTING:
        return state
    return replace(state, list_paper=PAPERS[result])
