"""Sound and fonts of this machine: what a hall hears and reads."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from greenwindow.doctor.finding import Check, Finding, Words
from greenwindow.doctor.patient import Patient
from hw.speech import Espeak, SpeechError, Utterance, find_player

VOICE = Check(Words("语音", "voice"))
SOUND = Check(Words("声音", "sound"))
FONTS = Check(Words("字体", "fonts"))
_ONLY_SCREENS = Words("只影响播报的机器；", "matters only where calls are spoken; ")
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts")


def voice(patient: Patient) -> Iterator[Finding]:
    """Renders a few words, as an announcement is."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            for language, text in (("zh", "请 A 零零一 号"), ("en", "A zero zero one")):
                Espeak().render(Utterance(language, text), Path(folder) / f"{language}.wav")
        except SpeechError as fault:
            todo = Words(
                f"{_ONLY_SCREENS.zh}apt-get install espeak-ng", f"{_ONLY_SCREENS.en}apt-get install espeak-ng"
            )
            yield VOICE.warning(Words(str(fault), str(fault)), todo)
            return
    yield VOICE.ok("普通话与英语均可合成", "Mandarin and English can be spoken")


def sound(patient: Patient) -> Iterator[Finding]:
    """Whether there is anything to play on."""
    try:
        find_player()
    except SpeechError as fault:
        todo = Words(
            f"{_ONLY_SCREENS.zh}接上声卡或扬声器，apt-get install alsa-utils",
            f"{_ONLY_SCREENS.en}connect a sound card; apt-get install alsa-utils",
        )
        yield SOUND.warning(Words("本机没有可用的声音输出，叫号没有声音", str(fault)), todo)
    else:
        yield SOUND.ok("有声音输出", "there is something to play on")


def fonts(patient: Patient) -> Iterator[Finding]:
    """Without Chinese ones screens and tickets show boxes."""
    if _has_chinese():
        yield FONTS.ok("有中文字体", "there are Chinese ones")
        return
    seen = Words("没有中文字体：屏幕和票会显示方块", "no Chinese ones: screens and tickets show boxes")
    yield FONTS.warning(seen, Words("apt-get install fonts-noto-cjk", "apt-get install fonts-noto-cjk"))


def _has_chinese() -> bool:
    program = shutil.which("fc-list")
    if program is None:
        return any(found for place in _FONT_FOLDERS for found in Path(place).rglob("*CJK*"))
    try:
        listed = subprocess.run(
            [program, ":lang=zh-cn", "family"], capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return bool(listed.stdout.strip())
