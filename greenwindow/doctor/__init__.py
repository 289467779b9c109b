"""What a hall looks like from outside when something is wrong: each thing looked at, what was seen, what to do."""

from greenwindow.doctor.finding import Finding, Level, Words
from greenwindow.doctor.patient import Patient
from greenwindow.doctor.rounds import examine

__all__ = ["Finding", "Level", "Patient", "Words", "examine"]
