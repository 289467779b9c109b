"""Qt's side of the languages: a translator over `Texts` that changes language under a living window."""

from PyQt6.QtCore import QCoreApplication, QTranslator
from PyQt6.QtQml import QQmlEngine

from ui.languages import Texts


class Translator(QTranslator):
    """Install once per application; `use` switches every qsTr on the engine's screens at once."""

    def __init__(self, texts: Texts, language: str) -> None:
        super().__init__()
        self._texts = texts
        self._language = language

    def install(self) -> None:
        QCoreApplication.installTranslator(self)

    def use(self, language: str, engine: QQmlEngine) -> None:
        if language != self._language:
            self._language = language
            engine.retranslate()

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(
        self,
        context: str | None,
        sourceText: str | None,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        found = self._texts.find(self._language, context or "", sourceText or "")
        return found if found is not None else None  # type: ignore[return-value]  # None: "not mine", '' would blank it
