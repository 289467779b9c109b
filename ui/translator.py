"""Qt's side of the languages: `Texts` as Qt's own translators, changed under a living window."""

from tempfile import NamedTemporaryFile

from PyQt6.QtCore import QCoreApplication, QTranslator
from PyQt6.QtQml import QQmlEngine

from ui.languages import Texts
from ui.qm import qm_bytes


class Translator:
    """Install once per application; `use` switches every qsTr on the engine's screens at once."""

    def __init__(self, texts: Texts, language: str) -> None:
        self._languages = {code: _translator(texts, code) for code in texts.languages}
        self.language = language

    def install(self) -> None:
        if (translator := self._languages.get(self.language)) is not None:
            QCoreApplication.installTranslator(translator)

    def remove(self) -> None:
        if (translator := self._languages.get(self.language)) is not None:
            QCoreApplication.removeTranslator(translator)

    def use(self, language: str, engine: QQmlEngine) -> None:
        """A language without a file shows the sources."""
        if language != self.language:
            self.remove()
            self.language = language
            self.install()
            engine.retranslate()


def _translator(texts: Texts, language: str) -> QTranslator:
    """From a file that is gone at once: Qt keeps it mapped, while of bytes it would keep only the address."""
    translator = QTranslator()
    with NamedTemporaryFile(suffix=".qm") as file:
        file.write(qm_bytes(texts.table(language)))
        file.flush()
        translator.load(file.name)
    return translator
