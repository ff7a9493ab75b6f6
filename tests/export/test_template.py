"""Notes after a reader's own template: fields are put in, nothing else happens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.errors import ExportError
from briefings.export import Flavour, Form, Taken, export, read_template, sheets
from briefings.export.note import BEGIN, END
from briefings.export.template import FIELDS, check_template
from tests.export.examples import DOCUMENT, stored
from tests.export.marked import taken
from tests.export.test_markdown import HOSTILE, hostile, structure

TEMPLATE = """\
$front_matter
# ${title} ($$ by $author, $published)

## To do
$questions

## Mine
$my_part

## Theirs
$positions

$footnotes
"""


def note(template: str = TEMPLATE, of: Taken | None = None) -> str:
    return sheets([of or taken()], Form(template=template))[0].text


def test_the_fields_are_put_in() -> None:
    text = note()
    assert "\n# Norrland weighs a \\*second\\* harbour ($ by A. Lind, 2031-04-07)\n" in text
    assert f"\n## Mine\n{BEGIN}\n{END}\n\n## Theirs\n### Norrland\n" in text
    assert "\n- [ ] **unknown** (narrowed) · *Who would run" in text
    assert "## Actors" not in text
    assert "\n[^q1]: " in text
    assert text == note()


def test_every_field_can_be_asked_for() -> None:
    fields = "\n\n".join(f"${field}" for field in FIELDS)
    assert "$" not in note(fields.replace("\n\n", "\n", 1))


def test_the_readers_part_is_kept(tmp_path: Path) -> None:
    form = Form(Flavour.OBSIDIAN, template=TEMPLATE)
    path = export([taken()], form, tmp_path)[0].path
    text = path.read_text(encoding="utf-8").replace(f"{BEGIN}\n", f"{BEGIN}\nmine\n")
    path.write_text(text, encoding="utf-8")
    (again,) = export([Taken(stored(replace(DOCUMENT, title="Other")))], form, tmp_path)
    assert (again.path, again.backup, again.has_readers_part) == (path, None, True)
    assert f"{BEGIN}\nmine\n{END}" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [*HOSTILE, "$my_part ${title} $$ $"])
def test_an_article_fills_no_field(text: str) -> None:
    made = note(of=Taken(hostile(text)))
    assert structure(made) == structure(note(of=Taken(hostile("*"))))
    assert made.partition("\n---\n")[2].count(BEGIN) == 1


@pytest.mark.parametrize(
    ("template", "complaint"),
    [
        ("$front_matter\n$titel\n$my_part", r"no field \$titel: choose from front_matter, title"),
        ("$front_matter\n\n5 $ for it\n$my_part", r"x\.md, line 3: .*write \$\$"),
        ("$front_matter\n${title.__class__}\n$my_part", r"line 2: .* begins no field"),
        ("# $title\n$my_part", r"begin it with a line \$front_matter"),
        ("$front_matter\n# $title", r"write \$my_part once"),
        ("$front_matter\n$my_part\n${my_part}", r"write \$my_part once"),
        (f"$front_matter\n$my_part\n{BEGIN}", r"write \$my_part once"),
        ("", r"begin it with"),
    ],
)
def test_what_is_no_template_is_refused(template: str, complaint: str) -> None:
    with pytest.raises(ExportError, match=complaint):
        check_template(template, "x.md")


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=60)
def test_any_text_is_refused_or_makes_a_note(text: str) -> None:
    template = f"$front_matter\n{text}\n$my_part\n"
    try:
        check_template(template, "any")
    except ExportError:
        return
    assert note(template).startswith("---\ntitle: ")


def test_a_template_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_bytes(TEMPLATE.replace("\n", "\r\n").encode("utf-8-sig"))
    assert read_template(path) == TEMPLATE
    path.write_bytes(b"\xff")
    with pytest.raises(ExportError, match="not valid UTF-8"):
        read_template(path)
    path.write_text("x" * 200_000)
    with pytest.raises(ExportError, match="more than 100,000"):
        read_template(path)
    with pytest.raises(ExportError, match="No such file"):
        read_template(tmp_path / "none.md")


def test_tables_know_no_templates() -> None:
    with pytest.raises(ExportError, match="choose a flavour of notes"):
        Form(Flavour.CSV, template=TEMPLATE)
