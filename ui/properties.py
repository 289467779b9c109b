"""`qproperty`: PyQt's pyqtProperty with a type (the stubs of PyQt6 leave it out)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:

    def qproperty(
        kind: type | str, *, notify: object = ..., constant: bool = ...
    ) -> Callable[[Any], property]:
        """A read-only property QML can bind to: `@qproperty(str, notify=changed)` above a getter."""
else:
    from PyQt6.QtCore import pyqtProperty as qproperty  # noqa: N813

__all__ = ["qproperty"]
