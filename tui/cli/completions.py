"""Print a script with which a shell completes the verbs and options of the command.

The shells are bash, zsh and fish.
"""

from __future__ import annotations

import argparse

from tui.cli.exits import Exit
from tui.cli.output import write

EXAMPLES = """\
examples:
  briefing completions zsh > ~/.zfunc/_briefing
  source <(briefing completions bash)
  briefing completions fish > ~/.config/fish/completions/briefing.fish
"""

SHELLS = ("bash", "zsh", "fish")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    parser.add_argument("shell", choices=SHELLS, help="the shell")


def run(options: argparse.Namespace) -> Exit:
    """Print the script."""
    scripts = {"bash": bash, "zsh": zsh, "fish": fish}
    write(scripts[options.shell]())
    return Exit.OK


def _options(verb: str) -> list[str]:
    """What may follow a verb: its options, and the words of which one must be chosen."""
    from tui.cli.words import words_of

    return [name for word in words_of(verb) for name in word.names or word.choices]


def bash() -> str:
    """The script for bash: verbs, then the options of the verb; file names otherwise."""
    from tui.cli.words import verbs

    names = [verb for verb, _ in verbs()]
    cases = "".join(f'    {verb}) words="{" ".join(_options(verb))}" ;;\n' for verb in names)
    return f"""\
_briefing() {{
  local words
  case "${{COMP_WORDS[1]}}" in
{cases}    *) words="{" ".join(_options(""))}" ;;
  esac
  [ "$COMP_CWORD" -eq 1 ] && words="{" ".join(names)} {" ".join(_options(""))}"
  COMPREPLY=($(compgen -W "$words" -- "${{COMP_WORDS[COMP_CWORD]}}"))
}}
complete -o default -F _briefing briefing
"""


def zsh() -> str:
    """The script for zsh, which reads that of bash."""
    return f"#compdef briefing\nautoload -U +X bashcompinit && bashcompinit\n{bash()}"


def fish() -> str:
    """The script for fish, with what each word does."""
    from tui.cli.words import verbs, words_of

    lines = []
    for verb, what in verbs():
        lines.append(f"-n __fish_use_subcommand -a {verb} -d {_quoted(what)}")
        for word in words_of(verb):
            for name in word.names:
                kind = f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
                seen = f"-n '__fish_seen_subcommand_from {verb}'"
                lines.append(f"{seen} {kind} -d {_quoted(word.help)}")
            if word.choices and not word.names:
                choices = " ".join(word.choices)
                lines.append(f"-n '__fish_seen_subcommand_from {verb}' -a {_quoted(choices)}")
    return "".join(f"complete -c briefing {line}\n" for line in lines)


def _quoted(words: str) -> str:
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"
