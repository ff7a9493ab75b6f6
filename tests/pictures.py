"""The picture of the README: the sample article on the briefing screen.

    python -m tests.pictures

reads and analyses the sample as a new reader's program would, and renews `docs/pictures/`.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from briefings import Library, analyse, read
from tui.app import BriefingApp
from tui.seeds import sample_path
from tui.settings import Settings

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
ROWS_DOWN = 9


async def picture(library: Path) -> str:
    app = BriefingApp(library, Settings())
    async with app.run_test(size=(150, 42)) as pilot:
        await pilot.pause(0.5)
        await pilot.press(*["j"] * ROWS_DOWN)
        await pilot.pause(0.5)
        # Fonts of this machine, rather than ones fetched from the web.
        return WEB_FONTS.sub("", app.export_screenshot())


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        document = read(sample_path())
        with Library.open(path) as library:
            library.add(document, analyse(document))
        PICTURES.mkdir(exist_ok=True)
        (PICTURES / "briefing.svg").write_text(asyncio.run(picture(path)), encoding="utf-8")


if __name__ == "__main__":
    main()
