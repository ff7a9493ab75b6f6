"""Each flavour of a small article, byte for byte; and that no article can act in any of them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefings.briefing import Briefing
from briefings.corrections import QuestionStatus
from briefings.document import Document
from briefings.errors import ExportError
from briefings.export import Flavour, Form, Taken, What, printed, sheets
from briefings.export.citations import citation_keys
from briefings.export.escaping import plain
from briefings.export.front_matter import tag
from briefings.export.tables import guarded, unguarded
from briefings.library.records import Marks
from tests.export.examples import DOCUMENT, stored
from tests.export.marked import MARKS, another, note, taken
from tests.export.strategies import briefed
from tests.export.test_markdown import HOSTILE, hostile, hostile_texts, keys, structure

GOLDEN = Path(__file__).with_name("flavours")

FORMS = {
    "portable": Form(),
    "obsidian": Form(Flavour.OBSIDIAN),
    "split": Form(Flavour.OBSIDIAN, is_split=True),
    "github": Form(Flavour.GITHUB),
    "bare": Form(Flavour.GITHUB, has_front_matter=False),
    "csv": Form(Flavour.CSV),
    "jsonl": Form(Flavour.JSONL, What.QUESTIONS),
    "csl": Form(Flavour.CSL),
    "positions": Form(what=What.POSITIONS),
    "commitments": Form(what=What.COMMITMENTS),
}
NOTES = [name for name, form in FORMS.items() if form.flavour.is_note]


def shown(text: str) -> str:
    """A note whose properties stand as they are shown, as those that read its structure expect."""
    return f"---\n---\n{text.partition('-->')[2]}" if text.startswith("<!--") else text


def written(name: str) -> str:
    """Everything that an export of the marked article writes, in one text."""
    found = sheets([taken()], FORMS[name])
    return "".join(f"=== {sheet.name}\n{sheet.text}" for sheet in found)


@pytest.mark.parametrize("name", FORMS)
def test_the_flavour_of_a_small_article(name: str) -> None:
    golden = GOLDEN / f"{name}.txt"
    assert written(name).encode() == golden.read_bytes()


@pytest.mark.parametrize("name", FORMS)
@given(pair=briefed())
@settings(deadline=None, max_examples=15)
def test_any_briefing_has_every_flavour_and_always_the_same(
    name: str, pair: tuple[Document, Briefing]
) -> None:
    found = sheets([Taken(stored(*pair))], FORMS[name])
    assert found == sheets([Taken(stored(*pair))], FORMS[name])
    for sheet in found:
        assert not set(sheet.text) & set("\x00\x07\x1b\x7f\x9b\u202e")
        assert not set(sheet.name) & set('\\:*?"<>|\n')


@pytest.mark.parametrize("name", NOTES)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_article_stays_text_in_every_note(name: str, text: str) -> None:
    found = sheets([Taken(hostile(text))], FORMS[name])
    expected = sheets([Taken(hostile("*"))], FORMS[name])
    assert len(found) == len(expected)
    for sheet, calm in zip(found, expected, strict=True):
        if sheet.name.endswith(".md"):
            assert structure(shown(sheet.text)) == structure(shown(calm.text))
            assert keys(sheet.text) == keys(calm.text) or name == "bare"


@pytest.mark.parametrize("name", NOTES)
@given(text=st.text() | hostile_texts)
@settings(deadline=None, max_examples=30)
def test_a_note_of_the_readers_cannot_break_the_note_around_it(name: str, text: str) -> None:
    def of(words: str) -> str:
        marks = Marks(False, False, (words,), (note(words),), {"p2": (note(words),)}, {})
        return sheets([Taken(stored(), marks)], FORMS[name])[0].text

    def made_of(words: str) -> list[str]:
        breaks = ("softbreak", "hardbreak")
        return [kind for kind in structure(shown(of(words))) if kind not in breaks]

    if plain(text):
        assert made_of(text) == made_of("word")
    assert of(text).count("briefing:notes:begin -->\n") == 1


class TestReader:
    def test_what_is_settled_is_ticked_and_said(self) -> None:
        def line(status: QuestionStatus, form: Form = FORMS["portable"]) -> str:
            marks = replace(MARKS, statuses={"q1": status})
            text = sheets([Taken(stored(), marks)], form)[0].text
            return next(one for one in text.splitlines() if "*Who would run" in one)

        assert line(QuestionStatus.OPEN).startswith("- [ ] **unknown** · ")
        assert line(QuestionStatus.NARROWED).startswith("- [ ] **unknown** (narrowed) · ")
        assert line(QuestionStatus.ANSWERED).startswith("- [x] **unknown** (answered) · ")
        assert line(QuestionStatus.DROPPED).startswith("- [x] **unknown** (dropped) · ")
        dropped = line(QuestionStatus.DROPPED, FORMS["obsidian"])
        assert dropped.startswith("- [-] **unknown** (dropped) · ")

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("peace talks", "peace-talks"),
            ("story/elm bay", "story/elm-bay"),
            ("#1984", "1984_"),
            ("Ægir_2 – x", "Ægir_2-x"),
            ("[[x]] \n- y", "x-y"),
            ("///", ""),
        ],
    )
    def test_a_tag_is_written_as_obsidian_takes_it(self, text: str, expected: str) -> None:
        assert tag(text) == expected


class TestTables:
    def rows(self, text: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def test_several_briefings_share_a_table(self) -> None:
        form = Form(Flavour.CSV, What.POSITIONS)
        (sheet,) = sheets([taken(), another()], form)
        assert sheet.name == "Briefings (positions).csv"
        rows = self.rows(sheet.text)
        assert [row["id"] for row in rows] == ["p1", "p2", "p3", "p4"] * 2
        assert {row["title"] for row in rows} == {DOCUMENT.title, "Varda waits"}

    @given(briefed())
    @settings(deadline=None, max_examples=30)
    def test_a_reader_of_csv_gets_the_cells_back(self, pair: tuple[Document, Briefing]) -> None:
        for what in (What.ACTORS, What.POSITIONS, What.QUESTIONS, What.COMMITMENTS):
            (sheet,) = sheets([Taken(stored(*pair))], Form(Flavour.CSV, what))
            assert sheet.text.endswith("\r\n")
            rows = list(csv.reader(io.StringIO(sheet.text, newline=""), strict=True))
            assert {len(row) for row in rows} == {len(rows[0])}

    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\uff1dx", "'=1", "''+x"])
    def test_a_formula_is_no_formula(self, text: str) -> None:
        assert guarded(text) == f"'{text}"
        assert unguarded(guarded(text)) == text

    @example("'tis no formula")
    @given(st.text())
    def test_a_guarded_cell_tells_what_it_was(self, text: str) -> None:
        assert unguarded(guarded(text)) == text
        assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))

    def test_formulas_of_an_article_are_guarded(self) -> None:
        (sheet,) = sheets([Taken(hostile('=HYPERLINK("x")'))], Form(Flavour.CSV, What.QUESTIONS))
        for row in self.rows(sheet.text):
            assert row["question"] == '\'=HYPERLINK("x")'
            assert row["sentence"].startswith("'=")


class TestCitations:
    @pytest.mark.parametrize(
        ("line", "authors"),
        [
            ("Mary Lind", [{"given": "Mary", "family": "Lind"}]),
            (
                "By Mary Lind and A. Ruiz",
                [{"given": "Mary", "family": "Lind"}, {"given": "A.", "family": "Ruiz"}],
            ),
            ("Staff Reporter", [{"literal": "Staff Reporter"}]),
            ("Mary Lind and agencies", [{"literal": "Mary Lind and agencies"}]),
            ("John von Strand", [{"given": "John", "family": "von Strand"}]),
        ],
    )
    def test_persons_are_told_from_other_authors(
        self, line: str, authors: list[dict[str, str]]
    ) -> None:
        document = replace(DOCUMENT, origin=replace(DOCUMENT.origin, author=line))
        (item,) = json.loads(printed([Taken(stored(document))], FORMS["csl"]))
        assert item["author"] == authors

    def test_articles_that_would_have_one_key_have_two(self) -> None:
        other = replace(DOCUMENT, id="0" * 64)
        assert citation_keys([DOCUMENT]) == ["lind2031norrland"]
        first, second = citation_keys([DOCUMENT, other])
        assert first == f"lind2031norrland-{DOCUMENT.id[:8]}"
        assert second == "lind2031norrland-00000000"

    @given(st.text(), st.text(), st.text())
    def test_a_key_is_safe_whatever_the_article_says(
        self, title: str, author: str, publisher: str
    ) -> None:
        origin = replace(DOCUMENT.origin, author=author, publisher=publisher)
        (key,) = citation_keys([replace(DOCUMENT, title=title, origin=origin)])
        assert key.isascii()
        assert key.isalnum()


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"is_split": True}, "choose obsidian"),
        ({"flavour": Flavour.OBSIDIAN, "what": What.ACTORS, "is_split": True}, "ask for all"),
        ({"flavour": Flavour.CSV, "has_front_matter": False}, "choose github"),
    ],
)
def test_what_a_flavour_has_not_is_refused(values: dict[str, object], complaint: str) -> None:
    with pytest.raises(ExportError, match=complaint):
        Form(**values)  # type: ignore[arg-type]


def test_what_would_be_several_files_is_not_printed() -> None:
    with pytest.raises(ExportError, match=r"4 files .* name a folder"):
        printed([taken()], Form(Flavour.CSV))


def test_no_one_is_mentioned_in_githubs_note() -> None:
    text = sheets([Taken(hostile("@ruiz #12 GH-12 \\@x"))], FORMS["github"])[0].text
    body = text.partition("\n---\n")[2]
    assert "\\@&#8203;ruiz \\#&#8203;12 GH&#8203;-12 \\\\\\@&#8203;x" in body
