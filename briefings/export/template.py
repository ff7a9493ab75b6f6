"""Notes after a template of the reader's own: a text with fields, and nothing that is executed.

A field is written `$actors` or `${actors}`, and a dollar sign `$$`, as `string.Template` of the
standard library has it. What is put in is escaped as in every note, and no field is looked for in
it. A template begins with `$front_matter` and has `$my_part`, so that what is written into a note
is found and kept when it is exported again.
"""

from __future__ import annotations

from pathlib import Path
from string import Template

from briefings.errors import ExportError
from briefings.export.draft import Draft
from briefings.export.escaping import escaped
from briefings.export.front_matter import front_matter
from briefings.export.markdown import HEADINGS, footnote_lines, sections, title
from briefings.export.note import BEGIN, END, Note

MOST_CHARACTERS = 100_000
"""A template that is longer is taken for something else."""

FRONT, OWN = "front_matter", "my_part"
FIELDS = (
    FRONT, "title", "author", "publisher", "published", *HEADINGS, "notes", OWN, "footnotes",
)  # fmt: skip
"""Everything that can be asked for; `notes` are those that the library has on the whole."""


def read_template(path: Path) -> str:
    """The text of a template.

    Raises:
        ExportError: It cannot be read, is too long, or is no template.
    """
    try:
        with path.open(encoding="utf-8-sig") as file:
            text = file.read(MOST_CHARACTERS + 1)
    except UnicodeDecodeError as error:
        raise ExportError(f"{path} is not valid UTF-8", "save the template in UTF-8") from error
    except OSError as error:
        raise ExportError(
            f"{path} could not be read ({error.strerror})", "name another template"
        ) from error
    if len(text) > MOST_CHARACTERS:
        raise ExportError(f"{path} has more than {MOST_CHARACTERS:,} characters", "name a template")
    check_template(text, str(path))
    return text


def check_template(text: str, name: str) -> None:
    """Refuse what is no template, or one after which the reader's part could not be kept.

    Raises:
        ExportError: What is wrong with it, and where.
    """
    template = Template(text)
    parts = 0
    for found in Template.pattern.finditer(text):
        parts += OWN in (found["named"], found["braced"])
        if found["invalid"] is not None:
            line = text.count("\n", 0, found.start()) + 1
            raise ExportError(
                f"{name}, line {line}: a dollar sign that begins no field",
                "write $$ for a dollar sign",
            )
    if unknown := sorted(set(template.get_identifiers()) - set(FIELDS)):
        raise ExportError(
            f"{name}: there is no field ${unknown[0]}", f"choose from {', '.join(FIELDS)}"
        )
    is_first = text.startswith((f"${FRONT}\n", f"${{{FRONT}}}\n"))
    if not is_first or parts != 1 or BEGIN in text or END in text:
        raise ExportError(
            f"{name}: a note made after it could not be found again",
            f"begin it with a line ${FRONT}, and write ${OWN} once where your own words shall be",
        )


def templated_note(draft: Draft, template: str) -> str:
    """The note of a briefing after a template that `check_template` accepts."""
    stored, finished = draft.stored, draft.style.finished
    origin, published = stored.document.origin, stored.document.published
    values = {
        "title": title(stored),
        "author": escaped(origin.author),
        "publisher": escaped(origin.publisher),
        "published": escaped(published.date) if published else "undated",
        "footnotes": "\n\n".join(footnote_lines(draft)),
        **{name: "\n".join(lines) for name, lines in sections(draft).items()},
    }
    fields = {name: finished(value) for name, value in values.items()}
    fields[OWN] = f"{BEGIN}\n{END}"
    fields[FRONT] = f"---\n{''.join(front_matter(draft).values())}---"
    return Note.parsed(Template(template).substitute(fields)).sealed().text()
