"""The generated pages: there, complete, and noticed when stale."""

import json
from pathlib import Path

from wire.commands import COMMANDS
from wire.docs import main, pages
from wire.events import EVENTS


def test_every_message_has_its_section(tmp_path: Path) -> None:
    text = pages(tmp_path)[tmp_path / "messages.md"]
    for name in (*COMMANDS, *EVENTS):
        assert f"### `{name}`" in text
    assert "priority" not in text.split("### `ticket_issued`")[1].split("###")[0]


def test_stale_pages_are_named(tmp_path: Path, capsys: object) -> None:
    assert main(["--check"], tmp_path) == 1
    assert main([], tmp_path) == 0
    assert main(["--check"], tmp_path) == 0
    (tmp_path / "messages.md").write_text("old")
    assert main(["--check"], tmp_path) == 1


def test_schemas_are_json_and_forbid_unknown_fields(tmp_path: Path) -> None:
    schema = json.loads(pages(tmp_path)[tmp_path / "schemas" / "commands.json"])
    assert len(schema["oneOf"]) == len(COMMANDS)
    assert schema["$defs"]["Next"]["additionalProperties"] is False
    assert schema["$defs"]["Next"]["properties"]["type"] == {"const": "next"}
