"""What every test of these parts uses."""

from tests.tui.waiting import steady

__all__ = ["steady"]
