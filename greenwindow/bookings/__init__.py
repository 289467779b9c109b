"""Bookings: appointments read from a CSV file and brought to the hall's dispatcher."""

from greenwindow.bookings.desk import Outcome, Tally, book_all
from greenwindow.bookings.file import Booking, BookingsError, read_bookings

__all__ = ["Booking", "BookingsError", "Outcome", "Tally", "book_all", "read_bookings"]
