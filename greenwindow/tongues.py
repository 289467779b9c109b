"""Which languages the stations speak: a language of the hall without a file of its own shows English there."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import kiosk
from hall.plan import PlanFault
from ui.languages import SOURCE_LANGUAGE
from wire.terms import DeviceKind

if TYPE_CHECKING:
    from hall.plan import Plan

KIOSK = Path(kiosk.__file__).parent / "languages"


def language_warnings(plan: "Plan", folder: Path = KIOSK) -> Iterator[PlanFault]:
    """Each language that a kiosk of this hall would offer without having words for it."""
    if all(device.kind is not DeviceKind.KIOSK for device in plan.devices):
        return
    spoken = {file.stem for file in folder.glob("*.ts")}
    for i, language in enumerate(plan.hall.languages, 1):
        if language.partition("-")[0] != SOURCE_LANGUAGE and language not in spoken:
            words = f'the kiosk has no texts in "{language}" and shows English ones under its name'
            yield PlanFault(
                f"hall.languages[{i}]",
                f"{words}; to add them translate {folder / 'zh.ts'} as {language}.ts beside it",
            )
