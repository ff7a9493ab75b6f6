"""Bytes -> clean text: decoded, with plain line breaks, and with nothing a terminal would act on.

Only what is invisible or acts is taken out: controls, escape sequences, marks that reorder the
line. Quotes, dashes and letters stay as the author typed them.
"""

from __future__ import annotations

import codecs
import re

from briefings.errors import ReadingError

MAX_CHARACTERS = 1_000_000

SAVE_AS_UTF8 = "save it as UTF-8 and try again"
NOT_TEXT = "save its text as .txt, .md or .html and try again"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "an archive or an office document",
    b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0": "an office document",
}
_MOST_CONTROLS = 0.02
_SOME_CONTROLS = 10
"""A text with a larger share of control characters, and more than some, is a binary file."""

_NEED_A_MARK = ["utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"]
_DECLARED = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_.:-]{2,40})")
_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Each stops at the next escape, so that many unfinished ones cost no more than their length.
_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # control sequences: colours, the cursor
    "|(?:\x1b[\\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x90\x98\x9c-\x9f]*(?:\x07|\x9c|\x1b\\\\)"
    "|\x1b[#%(-/][0-~]|\x1b[0-?]"  # character sets, the keypad and the like
)
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def clean(text: str) -> str:
    """`text` with line feeds as its only line breaks and without controls and escape sequences."""
    text = _LINE_BREAKS.sub("\n", text)
    text = _ESCAPES.sub("", text)
    return _INVISIBLE.sub("", text).replace("\t", " ")


def clean_line(text: str) -> str:
    """`text` cleaned and on one line."""
    return " ".join(clean(text).split())


def decode(data: bytes, name: str) -> str:
    """The characters of `data`.

    A byte order mark decides; then UTF-8; then the encoding that an HTML page declares near its
    top; then a guess from the bytes.

    Raises:
        ReadingError: If it is binary, damaged, or in no encoding that can be told.
    """
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise ReadingError(f"{name} is {what}, which is not read yet", NOT_TEXT)
    text = _decode(data, name)
    controls = len(_CONTROLS.findall(text))
    if "\x00" in text or controls > max(_SOME_CONTROLS, len(text) * _MOST_CONTROLS):
        raise ReadingError(f"{name} is a binary file, not a text", NOT_TEXT)
    return text


def _decode(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding, name)
    if b"\x00" in data:
        raise ReadingError(f"{name} is a binary file, not a text", NOT_TEXT)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged(data, error, name)
    declared = _DECLARED.search(data[:2048])
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeError):
            pass
    return _guess(data, name)


def _decode_marked(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise ReadingError(
            f"{name} says that it is {encoding.upper()} but is damaged at byte {error.start:,}",
            SAVE_AS_UTF8,
        ) from error


def _refuse_damaged(data: bytes, error: UnicodeDecodeError, name: str) -> None:
    """Raise if this is UTF-8 with some broken bytes: another encoding would garble the rest."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(character > "\x7f" for character in text) - broken > broken:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadingError(f"{name} is damaged: line {line:,} is not valid UTF-8", SAVE_AS_UTF8)


def _guess(data: bytes, name: str) -> str:
    """The text in the encoding that fits best; in Windows-1252 if no other fits better."""
    from charset_normalizer import from_bytes

    matches = list(from_bytes(data, cp_exclusion=_NEED_A_MARK))
    if not matches:
        raise ReadingError(f"{name} is in an encoding that cannot be told", SAVE_AS_UTF8)
    best = min(
        matches,
        key=lambda match: (
            match.chaos,
            -match.coherence,
            "cp1252" not in match.could_be_from_charset,
        ),
    )
    return str(best)
