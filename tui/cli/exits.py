"""The exit codes: part of the command's interface, so they never change their meaning."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """How the command ended."""

    OK = 0
    """Everything that was asked for was done."""

    FAILED = 1
    """Something went wrong, and nothing was done."""

    USAGE = 2
    """The command line could not be understood, or the app was opened without a terminal."""

    PARTLY = 3
    """Some of several things failed; the others were done."""

    NOT_FOUND = 4
    """No such briefing in the library, or nothing that fits."""

    INTERRUPTED = 130
    """Ctrl+C; what was done until then stays done."""


EXIT_HELP = """\
exit codes:
  0    done
  1    something failed
  2    the command line could not be understood, or there is no terminal for the app
  3    some of several things failed; the others were done
  4    not found: no such briefing, or nothing that fits
  130  interrupted
"""
