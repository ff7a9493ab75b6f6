"""Words of an article inside Markdown and YAML: seen as they are, and never acting."""

from __future__ import annotations

import re

# Control characters (white space is dealt with by `str.split`), marks that reverse the order of
# what follows them, byte order marks, non-characters and halves of surrogate pairs.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)

# Every character here starts something in CommonMark, GitHub's or Obsidian's Markdown: emphasis,
# links, HTML, tags and issues, tables, strikethrough, formulas and footnotes wherever it stands;
# entities, mentions, highlights, comments, inline fields and addresses only beside certain others.
_SPECIAL = re.compile(
    r"""
      [\\`*_\[\]<>\#|~$^]
    | & (?= \#? \w{1,40} ; )
    | @ (?= \w )
    | (?<= = ) =  |  (?<= % ) %  |  (?<= : ) :  |  (?<= / ) /
    | (?<= \w ) \. (?= [^\W\d_]{2} )
    | (?<= www ) \.
    """,
    re.VERBOSE | re.IGNORECASE,
)

# What makes a list, an underline or a link of a line that begins with it.
_AT_START = re.compile(r"[0-9]{1,9}(?=[.)](?: |$))|(?=[-+=:(])")


def plain(text: str) -> str:
    """`text` as one line of visible characters: white space collapsed, controls left out."""
    return " ".join(_UNSEEN.sub("", text).split())


def escaped(text: str) -> str:
    r"""`text` as one line of Markdown that shows it word for word, wherever it stands.

    >>> escaped("- [click] *now*\n#12 @all")
    '\\- \\[click\\] \\*now\\* \\#12 \\@all'
    """
    line = _SPECIAL.sub(r"\\\g<0>", plain(text))
    start = _AT_START.match(line)
    return f"{start[0]}\\{line[start.end() :]}" if start else line


def yaml_string(text: str) -> str:
    r"""`text` as a double-quoted YAML string on one line.

    >>> yaml_string('Talks: the "deal"')
    '"Talks: the \\"deal\\""'
    """
    return '"' + plain(text).replace("\\", r"\\").replace('"', r"\"") + '"'
