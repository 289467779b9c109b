import logging
import warnings

import pytest
import structlog
from PyQt6.QtCore import qDebug, qWarning

from tests.support.silence import silence


def test_silence_passes() -> None:
    with silence():
        logging.getLogger("hall").info("opened")
        structlog.get_logger().info("opened")
        qDebug("opened")


@pytest.mark.logs("paper")  # the fixture of every test hears it too
def test_a_log_warning_is_told() -> None:
    with pytest.raises(AssertionError, match="hall: paper out"), silence():
        logging.getLogger("hall").warning("paper %s", "out")


def test_a_structured_warning_is_told() -> None:
    with pytest.raises(AssertionError, match="paper out"), silence():
        structlog.get_logger().error("paper out")


def test_a_message_of_qt_is_told() -> None:
    with pytest.raises(AssertionError, match="Qt: binding loop"), silence():
        qWarning("binding loop")


@pytest.mark.logs("paper")  # the fixture of every test hears it too
def test_an_expected_warning_passes_and_hides_no_other() -> None:
    with silence(["binding"]):
        qWarning("binding loop")
    with pytest.raises(AssertionError, match="paper out"), silence(["binding"]):
        logging.getLogger("hall").warning("paper out")


@pytest.mark.logs("paper")
def test_the_mark_allows_it_in_a_whole_test() -> None:
    logging.getLogger("hall").warning("paper out")
    qWarning("paper out")


def test_a_python_warning_fails() -> None:
    with pytest.raises(UserWarning, match="old"):
        warnings.warn("old", stacklevel=1)
