"""Names as the screen's language has them."""

from kiosk.flow import menu
from kiosk.flow.state import Known
from ui.languages import pick


def default_language(known: Known) -> str:
    return known.languages[0] if known.languages else "zh"


def service_name(service_id: str, language: str, known: Known) -> str:
    """Its id where the hall no longer has it."""
    found = menu.service(known.catalog, service_id) if known.catalog is not None else None
    return pick(found.name, language, default_language(known)) if found is not None else service_id
