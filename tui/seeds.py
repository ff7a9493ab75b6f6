"""Where the sample article is: inside an installed package, or in the checkout."""

from __future__ import annotations

from pathlib import Path

SAMPLE = "troops-to-ukraine.txt"


def sample_path() -> Path:
    """The file of the sample article, which is shown when there is nothing else to show."""
    here = Path(__file__).parent
    installed = here / "_seeds" / SAMPLE
    return installed if installed.exists() else here.parent / "seeds" / SAMPLE
