"""Sample slips as pictures, to be looked at: python -m kiosk.printing.sample FOLDER"""

import sys
from dataclasses import replace
from pathlib import Path

from PIL import Image
from PyQt6.QtCore import QLocale
from PyQt6.QtGui import QGuiApplication

from hw.printer import Raster
from kiosk.printing.layout import layout
from kiosk.printing.paper import ChecklistPaper, Errand, Paper, TicketPaper

WIDTHS = (576, 512, 384)

PLAIN = TicketPaper(
    number="A012",
    hall={"zh": "宝山路街道社区事务受理服务中心", "en": "Baoshan Road Community Affairs Centre"},
    services=({"zh": "医保大病登记", "en": "Major-illness registration"},),
    issued_at="2026-11-21 09:02",
    ahead=7,
    wait_s=(15 * 60, 25 * 60),
    qr_url="https://hall.example/t/9f86d081884c7d659a2feaa0c55ad015",
    checklist=(
        {"zh": "身份证", "en": "ID card"},
        {"zh": "医保卡", "en": "Medical insurance card"},
        {"zh": "病情证明书（医院盖章）", "en": "Certificate of illness, stamped by the hospital"},
    ),
)

LONG = {
    "zh": "《上海市基本医疗保险门急诊就医记录册》首次申领、更换、补办及委托他人代为办理（含异地就医备案）",
    "en": "First issue, exchange or replacement of the outpatient and emergency medical record booklet, also by proxy",
}

SAMPLES = {
    "zh": PLAIN,
    "en": replace(PLAIN, language="en", second="zh"),
    "zh-only": replace(PLAIN, second=None),
    "long-names": replace(PLAIN, services=(LONG, LONG), number="AB1000"),
    "three-needs": replace(
        PLAIN,
        number="B107",
        services=(
            {"zh": "居住证办理与签注", "en": "Residence permit"},
            {"zh": "灵活就业人员社会保险登记", "en": "Social insurance for the self-employed"},
            {"zh": "公共租赁住房申请", "en": "Public rental housing"},
        ),
        ahead=31,
        wait_s=(95 * 60, 130 * 60),
    ),
    "reprint": replace(PLAIN, reprint=True),
    "priority": replace(PLAIN, number="A1000", priority=True, ahead=0, wait_s=(0, 240)),
    "no-code": replace(PLAIN, qr_url=None, checklist=(), wait_s=None),
}

CHECKLIST = ChecklistPaper(
    hall=PLAIN.hall,
    errands=(
        Errand({"zh": "医保大病登记", "en": "Major-illness registration"}, PLAIN.checklist),
        Errand({"zh": "综合咨询", "en": "General advice"}),
    ),
    printed_at="2026-11-21 09:02",
)

SHEETS: dict[str, Paper] = {
    "checklist-zh": CHECKLIST,
    "checklist-en": replace(CHECKLIST, language="en", second="zh"),
    "checklist-zh-only": replace(CHECKLIST, second=None),
}


def picture(raster: Raster) -> Image.Image:
    """A raster as a picture."""
    return Image.frombytes("1", (raster.width, raster.height), raster.data, "raw", "1;I")


def main(folder: Path) -> None:
    """Draw every sample at every width."""
    app = QGuiApplication([])
    QLocale.setDefault(QLocale("zh_CN"))
    folder.mkdir(parents=True, exist_ok=True)
    for name, paper in {**SAMPLES, **SHEETS}.items():
        for width in WIDTHS:
            picture(layout(paper, width)).save(folder / f"{name}-{width}.png")
    app.quit()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m kiosk.printing.sample FOLDER")
    main(Path(sys.argv[1]))
