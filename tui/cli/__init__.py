"""The command line: argparse, one module a verb; the app is imported last.

Data goes to stdout, talk to stderr, and the exit code is one of `tui.cli.exits.Exit`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.exits import Exit

if TYPE_CHECKING:
    import argparse

    from tui.cli.parser import Run


def main(words: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        words: The words after the command's name; None for those of this process.

    Returns:
        The exit code.
    """
    from tui.cli.output import forget_stdout, prepare_streams
    from tui.cli.parser import parser_of, split_verb

    prepare_streams()
    verb, rest = split_verb(sys.argv[1:] if words is None else words)
    parser, run = parser_of(verb)
    try:
        options = parser.parse_args(rest)
        return _guarded(run, options)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else Exit.OK
    except BrokenPipeError:
        forget_stdout()
        return Exit.OK


def _guarded(run: Run, options: argparse.Namespace) -> Exit:
    """Run a verb; whatever goes wrong is said in a sentence and becomes an exit code."""
    from briefings.errors import BriefingError
    from tui.cli.context import NotFoundError
    from tui.cli.output import complain, say

    try:
        code = run(options)
        sys.stdout.flush()
    except BriefingError as error:
        complain(error)
        return Exit.NOT_FOUND if isinstance(error, NotFoundError) else Exit.FAILED
    except KeyboardInterrupt:
        say("briefing: interrupted")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as error:
        if options.debug:
            raise
        say(f"briefing: an error of ours, {type(error).__name__}: {error}")
        say("briefing: please report it with what `--debug` shows in addition")
        return Exit.FAILED
    return code
