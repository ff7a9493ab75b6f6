"""How long the addition of many articles takes, by the number of processes.

    python -m tests.bench.adding --articles 60 --jobs 1 2

The articles are invented, about 1,000 words each. Each run begins with an empty library, and its
time is that of the whole command, the loading of the model by every process included. On a
machine that does other things too, the time of the processor tells more than that of the clock.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_PEOPLE = ("Mira Okafor", "Tomas Lindqvist", "Ana Ruiz", "Pavel Dorn", "Ilse Brandt", "Kofi Mensah")
_STATES = ("Norland", "Maravia", "Orland", "Tessary", "the Gulf Union", "the Harbour Council")
_ROLES = ("foreign minister", "prime minister", "spokeswoman", "opposition leader")
_CUES = ("said that", "warned that", "insisted that", "denied that", "promised that")
_CONTENTS = (
    "the talks would resume if the blockade ended",
    "no troops would be sent to the strait",
    "the budget was not up for negotiation",
    "the port should be reopened before winter",
    "sanctions would follow unless the ships left",
    "it was unclear who had ordered the strike",
    "the treaty could be signed in the spring",
)
_BEGINNINGS = ("On Tuesday,", "Meanwhile,", "After the meeting,", "Two days later,")
_DEEDS = ("rejected", "welcomed", "demanded", "criticised")
_MATTERS = ("the plan", "a delay", "the offer", "an inquiry")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "articles"
        folder.mkdir()
        for number in range(options.articles):
            (folder / f"{number:05}.txt").write_text(article(number, chance), encoding="utf-8")
        first = 0.0
        for jobs in options.jobs:
            clock, processor = measured(folder, Path(name) / f"{jobs}.db", jobs)
            first = first or clock
            print(
                f"{jobs} process(es): {clock:6.1f} s by the clock,"
                f" {clock / first:.2f} of the first; {processor:6.1f} s of the processor"
            )


def measured(folder: Path, library: Path, jobs: int) -> tuple[float, float]:
    """Seconds of the clock and of the processor that one addition takes."""
    words = ["--library", str(library), "add", "--jobs", str(jobs), str(folder)]
    before, start = os.times(), time.perf_counter()
    subprocess.run([sys.executable, "-m", "tui", *words], check=True, capture_output=True)
    clock, after = time.perf_counter() - start, os.times()
    processor = after.children_user + after.children_system
    return clock, processor - before.children_user - before.children_system


def article(number: int, chance: random.Random) -> str:
    """An invented article of 42 sentences."""
    paragraphs = [" ".join(sentence(chance) for _ in range(3)) for _ in range(14)]
    head = f"{chance.choice(_STATES)} and {chance.choice(_STATES)} at odds, part {number}"
    return "\n\n".join([head, *paragraphs]) + "\n"


def sentence(chance: random.Random) -> str:
    return (
        f"{chance.choice(_BEGINNINGS)} {chance.choice(_STATES)}'s {chance.choice(_ROLES)}"
        f" {chance.choice(_PEOPLE)} {chance.choice(_CUES)} {chance.choice(_CONTENTS)}, and"
        f" {chance.choice(_STATES)} {chance.choice(_DEEDS)} {chance.choice(_MATTERS)}"
        f" number {chance.randint(1, 999)}."
    )


if __name__ == "__main__":
    main()
