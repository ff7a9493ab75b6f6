"""The command `briefing`; `python -m tui` does the same."""

from __future__ import annotations

import sys

from tui.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
