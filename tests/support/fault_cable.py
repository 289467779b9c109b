"""Ways in which a cable fails besides being pulled: it swallows, or loses, what goes either way."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.cable import Cable, cable
from tests.support.dispatcher_process import Place, place

_RULES = """table netdev {table} {{
chain arriving {{
type filter hook ingress device "{device}" priority 0;
{chance} drop;
}}
}}
"""


class FaultyCable:
    """A cable whose both ends drop packets by chance, ARP's too, before the kernel there has seen them."""

    def __init__(self, plain: Cable) -> None:
        self.plain = plain
        self._near = f"v{plain.name}"[-15:]
        self._lossy = False

    def lose(self, percent: int) -> None:
        """That share of what goes in each direction; 100 is a black hole, 0 ends it."""
        if self._lossy:
            for words in self._ends().values():
                subprocess.run([*words, "delete", "table", "netdev", self._table], check=True)
        self._lossy = percent > 0
        if self._lossy:
            chance = f"numgen random mod 100 < {percent}" if percent < 100 else ""
            for device, words in self._ends().items():
                rules = _RULES.format(table=self._table, device=device, chance=chance)
                subprocess.run([*words, "-f", "-"], input=rules, text=True, check=True)

    @property
    def _table(self) -> str:
        return f"loss_{self.plain.name}"

    def _ends(self) -> dict[str, list[str]]:
        """Device → how nft is called where it is."""
        return {self._near: ["nft"], "eth0": ["ip", "netns", "exec", self.plain.name, "nft"]}


@contextmanager
def faulty_cable() -> Iterator[FaultyCable]:
    """As `cable`; skips like it."""
    with cable() as plain:
        found = FaultyCable(plain)
        try:
            yield found
        finally:
            found.lose(0)


@contextmanager
def reachable_place(folder: Path) -> Iterator[Place]:
    """A hall whose broker listens on every address of this machine, so that cables end at it. Its passwords are
    random, and it lives as long as the test."""
    with place(folder) as where:
        where.broker.kill()  # so soon after its start it may overlook a SIGTERM
        conf = where.broker.conf
        here = f"listener {where.broker.port} {where.broker.address}"
        text = conf.read_text(encoding="utf-8")
        assert here in text, text
        conf.write_text(text.replace(here, f"listener {where.broker.port}"), encoding="utf-8")
        where.broker.start()
        yield where


def url_over(where: Place, found: FaultyCable, device: str) -> str:
    """The device's broker URL, as it is reached from the cable's far end."""
    text = (where.folder / "credentials" / f"{device}.url").read_text(encoding="utf-8").strip()
    return text.replace("@127.0.0.1:", f"@{found.plain.here}:")
