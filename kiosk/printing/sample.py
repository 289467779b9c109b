"""Sample papers as pictures, to be looked at: python -m kiosk.printing.sample FOLDER"""

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw
from PyQt6.QtCore import QLocale
from PyQt6.QtGui import QGuiApplication

from hw.link import Deadline
from hw.printer import EscPosPrinter, Profile, Raster, Sheet
from hw.sim.printer import SimPrinter
from hw.sim.printer_faults import SetFaults
from hw.sim.printer_place import SimPrinterPlace
from kiosk.printing.layout import Layout
from kiosk.printing.paper import (
    ChecklistPaper,
    ContactPaper,
    Design,
    Errand,
    FollowUpPaper,
    Paper,
    TicketPaper,
)
from kiosk.window import LANGUAGES
from ui.languages import Texts

WIDTHS = (576, 512, 384)

HALL = {
    "zh": "宝山路街道社区事务受理服务中心",
    "en": "Baoshan Road Community Affairs Centre",
    "ug": "باۋشەن يولى مەھەللە ئىشلىرى مۇلازىمەت مەركىزى",
}
REGISTER = {"zh": "医保大病登记", "en": "Major-illness registration", "ug": "ئېغىر كېسەل تىزىملىتىش"}
ADVICE = {"zh": "综合咨询", "en": "General advice", "ug": "ئومۇمىي مەسلىھەت"}
THINGS = (
    {"zh": "身份证", "en": "ID card", "ug": "كىملىك"},
    {"zh": "医保卡", "en": "Medical insurance card", "ug": "داۋالىنىش سۇغۇرتا كارتىسى"},
    {
        "zh": "病情证明书（医院盖章）",
        "en": "Certificate of illness, stamped by the hospital",
        "ug": "كېسەللىك ئىسپاتى (دوختۇرخانا تامغىسى بىلەن)",
    },
)
STEPS = (
    {
        "zh": "登记后次月起按大病标准报销。",
        "en": "From next month your costs are refunded at the higher rate.",
        "ug": "كېلەر ئايدىن باشلاپ ئېغىر كېسەل ئۆلچىمى بويىچە قايتۇرۇلىدۇ.",
    },
    {
        "zh": "请保留全部就医发票，年底前到本中心3号窗口办理零星报销。",
        "en": "Keep all invoices and hand them in at counter 3 before the end of the year.",
        "ug": "بارلىق تالونلارنى ساقلاڭ، يىل ئاخىرىدىن بۇرۇن 3-كۆزنەككە تاپشۇرۇڭ.",
    },
)
CLERK = {"zh": "王晓芳", "en": "Wang Xiaofang", "ug": "ۋاڭ شياۋفاڭ"}

PLAIN = TicketPaper(
    number="A012",
    hall=HALL,
    services=(REGISTER,),
    issued_at="2026-11-21 09:02",
    ahead=7,
    wait_s=(15 * 60, 25 * 60),
    qr_url="https://hall.example/t/9f86d081884c7d659a2feaa0c55ad015",
    checklist=THINGS,
)

LONG = {
    "zh": "《上海市基本医疗保险门急诊就医记录册》首次申领、更换、补办及委托他人代为办理（含异地就医备案）",
    "en": "First issue, exchange or replacement of the outpatient and emergency medical record booklet, also by proxy",
}

RARE = {"zh": "𠮷野家㐀的登记", "en": "Registration of 𠮷野家㐀"}
TIBETAN = {"zh": "拉萨办事处登记", "bo": "ལྷ་ས་གྲོང་ཁྱེར་གྱི་ཐོ་འགོད།", "en": "Lhasa office"}


def logo(side: int = 96) -> Raster:
    """A round seal, for the samples."""
    picture = Image.new("1", (side, side), 0)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((1, 1, side - 2, side - 2), outline=1, width=5)
    draw.polygon([(side // 2, 20), (side - 22, side - 26), (22, side - 26)], fill=1)
    return Raster(side, side, picture.tobytes())


OWN = Design(
    logo=logo(),
    greeting={"zh": "欢迎您！请在大厅就座等候", "en": "Welcome! Please have a seat in the hall"},
    footer={"zh": "办事不求人，有事请拨 021-5666 0000", "en": "Any question: 021-5666 0000"},
    ticket=(
        "logo",
        "hall",
        "greeting",
        "number",
        "wait",
        "code",
        "services",
        "checklist",
        "footer",
        "issued",
    ),
)

SAMPLES = {
    "zh": PLAIN,
    "en": replace(PLAIN, language="en", second="zh"),
    "ug": replace(PLAIN, language="ug", second="zh"),
    "zh-ug": replace(PLAIN, second="ug"),
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
    "rare": replace(PLAIN, services=(RARE, TIBETAN), checklist=(), second="bo"),
    "reprint": replace(PLAIN, reprint=True),
    "priority": replace(PLAIN, number="A1000", priority=True, ahead=0, wait_s=(0, 240)),
    "no-code": replace(PLAIN, qr_url=None, checklist=(), wait_s=None),
    "own": replace(PLAIN, design=OWN),
}

CHECKLIST = ChecklistPaper(
    hall=HALL, errands=(Errand(REGISTER, THINGS), Errand(ADVICE)), printed_at="2026-11-21 09:02"
)
FOLLOW_UP = FollowUpPaper(
    hall=HALL,
    errands=(Errand(REGISTER, STEPS), Errand(ADVICE)),
    counter="3",
    printed_at="2026-11-21 09:31",
    clerk=CLERK,
    phone="021-5666 1234",
)
CONTACT = ContactPaper(
    hall=HALL,
    clerk=CLERK,
    counter="3",
    printed_at="2026-11-21 09:31",
    phone="021-5666 1234",
    services=(REGISTER,),
)

SHEETS: dict[str, Paper] = {
    "checklist": CHECKLIST,
    "checklist-en": replace(CHECKLIST, language="en", second="zh"),
    "checklist-ug": replace(CHECKLIST, language="ug", second="zh"),
    "checklist-only": replace(CHECKLIST, second=None),
    "follow-up": FOLLOW_UP,
    "follow-up-en": replace(FOLLOW_UP, language="en", second="zh"),
    "follow-up-ug": replace(FOLLOW_UP, language="ug", second="zh"),
    "follow-up-own": replace(FOLLOW_UP, design=OWN),
    "contact": CONTACT,
    "contact-en": replace(CONTACT, language="en", second="zh"),
    "contact-ug": replace(CONTACT, language="ug", second="zh"),
    "contact-plain": replace(CONTACT, second=None, phone=None, services=()),
}
PAPERS: Mapping[str, Paper] = {**SAMPLES, **SHEETS}


def picture(sheet: Sheet, width: int) -> Image.Image:
    """A sheet as the simulated printer prints it."""
    with TemporaryDirectory() as folder:
        sim = SimPrinter(Path(folder), width_dots=width, faults=SetFaults())
        EscPosPrinter(SimPrinterPlace(sim), width).print(sheet, Deadline.after(10))
        with Image.open(sim.tickets[0]) as image:
            return image.copy()


def main(folder: Path) -> None:
    """Draw every sample in every mode at every width."""
    app = QGuiApplication([])
    QLocale.setDefault(QLocale("zh_CN"))
    folder.mkdir(parents=True, exist_ok=True)
    layout = Layout(Texts.load(LANGUAGES))
    for name, paper in PAPERS.items():
        for width in WIDTHS:
            picture(layout.raster(paper, width), width).save(folder / f"{name}-{width}.png")
            typed = layout.text(paper, Profile(width, "text"))
            picture(typed, width).save(folder / f"{name}-text-{width}.png")
    app.quit()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m kiosk.printing.sample FOLDER")
    main(Path(sys.argv[1]))
