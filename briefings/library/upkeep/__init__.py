"""Looking after a library: whether it is whole, a copy of it, and its size on the disk."""

from __future__ import annotations

from briefings.library.upkeep.upkeep import Upkeep
from briefings.library.upkeep.values import Checked, Compacted, Fault

__all__ = ["Checked", "Compacted", "Fault", "Upkeep"]
