"""Sentences as an event coder reads them: who takes which of the stances, named or described."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefings.briefing import Briefing
from tests.analysis.positions.rows import rows

Analysed = Callable[[str], Briefing]

COMMITS = [
    ("Peru agreed to lend Bolivia a port for ten years.", "Peru"),
    ("Chad and Niger have signed an accord to reopen their border.", "Niger"),
    ("The Danish and Swedish sides have agreed to exchange prisoners.", "Danish and Swedish sides"),
    ("Canada will send two ships to the gulf, the ministry announced on Tuesday.", "Canada"),
    ("Uganda and Rwanda are to hold talks, state radio reported.", "Rwanda"),
    ("Leaders of both clans agreed in Oslo on Thursday to stop fighting.", "Leaders of both clans"),
]
SUPPORTS = [
    ("Egypt expressed its support for the proposal at a meeting in Cairo.", "Egypt"),
    ("The ruling party endorsed the peace plan.", "ruling party"),
    ("The Lithuanian parliament on Thursday ratified a border treaty.", "Lithuanian parliament"),
    ("Norway paid tribute to the peacekeepers who died.", "Norway"),
    ("Catholic bishops backed a referendum on land reform.", "Catholic bishops"),
    ("Kenya's cabinet approved a plan to send doctors abroad.", "Kenya's cabinet"),
]
CONCEDES = [
    ("The military junta lifted a curfew.", "military junta"),
    ("Hungary apologized on Tuesday for the raid.", "Hungary"),
    ("Serbia freed 12 prisoners, a newspaper said.", "Serbia"),
    ("Somali pirates freed a Greek tanker after a ransom was paid.", "Somali pirates"),
    ("Nigeria said it was to blame for the bombing of a camp.", "Nigeria"),
    ("The king admitted that mistakes had been made.", "king"),
]
OPPOSES = [
    ("Union leaders condemned the decision to close the shipyard.", "Union leaders"),
    ("Indian trade unions criticised a plan to sell the airline.", "Indian trade unions"),
    ("Bolivian peasants staged a protest against the eradication of coca.", "Bolivian peasants"),
    ("Thousands of shopkeepers rallied against the new tax on Friday.", "shopkeepers"),
    ("The mayor of Bergen criticised the ministry for its slow response.", "mayor of Bergen"),
]
REFUSES = [
    ("Rebel fighters refused to hand over their weapons.", "Rebel fighters"),
    ("Turkey said it would not let the ships pass.", "Turkey"),
    ("Zimbabwean police have ignored a court order.", "Zimbabwean police"),
    ("Uruguay has cancelled a joint exercise with Argentina.", "Uruguay"),
    ("Mali's rebels walked out of the talks on Thursday.", "Mali's rebels"),
    ("The Danish government said it had no intention of paying the fine.", "Danish government"),
    ("Cuba will not take part in the summit, its foreign minister said.", "Cuba"),
    ("Sweden said it was not releasing the prisoners.", "Sweden"),
    ("Ada Okafor vowed not to return the land.", "Ada Okafor"),
    (
        "Senators from the ruling coalition blocked a bill on land.",
        "Senators from the ruling coalition",
    ),
]
DENIES = [
    ("The army denied firing on civilians.", "army"),
    ("A senior aide to the president denied that they had met.", "senior aide to the president"),
    ("A Tunisian minister rejected allegations that he had lied.", "Tunisian minister"),
    ("Algeria denied it was holding two tourists.", "Algeria"),
]
ACCUSES = [
    ("Human rights activists blamed the police for his death.", "Human rights activists"),
    ("A government-owned newspaper accused Chad of meddling.", "government-owned newspaper"),
    ("Yemeni officials said Iran was behind the attack.", "Yemeni officials"),
    ("Ecuador held Colombia responsible for the raid.", "Ecuador"),
    ("Villagers accused soldiers of burning their homes.", "Villagers"),
]
THREATENS = [
    ("Angola said it would expel foreign traders.", "Angola"),
    ("Dockers in Oslo said they would walk out unless wages rise.", "Dockers in Oslo"),
    ("Norway said it would withdraw its envoy unless Chad apologized.", "Norway"),
    ("A Basque group vowed revenge for his death.", "Basque group"),
    ("Palestinian leaders said they would boycott the talks.", "Palestinian leaders"),
    ("Ethnic Albanians vowed to fight until they win.", "Ethnic Albanians"),
]
DEMANDS = [
    ("Opposition groups in Chad demanded that the president resign.", "Opposition groups in Chad"),
    ("The prime minister insisted that the rebels leave the capital.", "prime minister"),
    ("Protesters called for the resignation of the mayor.", "Protesters"),
    ("A Spanish judge ordered the arrest of the general.", "Spanish judge"),
    ("Thai students marched through Bangkok to demand a vote.", "Thai students"),
    ("The agency reiterated its demand today that Israel ease the rules.", "agency"),
]
CONDITIONS = [("Ada Okafor said any deal hinged on the release of the crew.", "Ada Okafor")]
WARNS = [
    ("Western diplomats warned that the truce could collapse.", "Western diplomats"),
    ("Aid agencies warned of a famine in the south.", "Aid agencies"),
]
WITHHOLDS = [
    ("A military spokesman refused to say how many had died.", "military spokesman"),
    ("The interior ministry declined to comment on the arrests.", "interior ministry"),
]
STATES = [("The police chief said that two men had been held.", "police chief")]

CASES = [
    (text, holder, name.lower())
    for name, sentences in list(globals().items())
    if name.isupper() and isinstance(sentences, list) and name != "CASES"
    for text, holder in sentences
]


@pytest.mark.parametrize(("text", "holder", "stance"), CASES)
def test_the_holder_takes_the_stance(
    analysed: Analysed, text: str, holder: str, stance: str
) -> None:
    found = [(name, row.stance) for row in rows(analysed(text), text) for name in row.holders]
    assert (holder, stance) in found


@pytest.mark.parametrize(
    "text",
    [
        "China blocked the websites of two newspapers.",
        "Rebels attacked a village near the river.",
        "Ada Okafor signed a lease for the flat.",
        "The port charged the ferries a fee.",
        "Ada Okafor offered a reason for the delay.",
        "Ada Okafor likes to sing.",
    ],
)
def test_a_deed_is_no_stand(analysed: Analysed, text: str) -> None:
    assert not rows(analysed(text), text)
