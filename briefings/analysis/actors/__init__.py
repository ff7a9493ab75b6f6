"""The parse of a document -> its actors, each once, with every mention.

What it takes: a parse. The rules, in order (each has its module):

1. finding: the names of the text, one label each; screening leaves out what is no actor;
2. people, bodies: names of one actor come together;
3. roles: what the text says a person is, and the relations it states by that;
4. groups, described: those who act without a name;
5. adjectives, nominals, pronouns, belongings: the other mentions;
6. building: actors with ids in the order of the text.
"""

from __future__ import annotations

from briefings.analysis.actors.adjectives import mention_adjectives
from briefings.analysis.actors.agency import Agency
from briefings.analysis.actors.belongings import find_belongings
from briefings.analysis.actors.bodies import cluster_bodies
from briefings.analysis.actors.building import build
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.described import find_described
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.finding import find_names
from briefings.analysis.actors.groups import find_groups
from briefings.analysis.actors.metonyms import mark_metonyms
from briefings.analysis.actors.nominals import find_nominals
from briefings.analysis.actors.people import cluster_people
from briefings.analysis.actors.pronouns import find_pronouns
from briefings.analysis.actors.roles import find_roles
from briefings.analysis.parsing import Parse
from briefings.analysis.resolution import Resolution


def find_actors(parse: Parse) -> Resolution:
    """The actors of a document and the relations between them.

    Every mention's span is an offset of the document's text. Actors have the ids "a1", "a2" ...
    in the order of their first mention.
    """
    context = Context(parse)
    agency = Agency(context)
    names = find_names(context, agency)
    clusters = [*cluster_people(context, names), *cluster_bodies(context, names, agency)]
    discourse = Discourse(context, agency, clusters)
    find_roles(discourse)
    find_groups(discourse, plain=False)
    mention_adjectives(discourse)
    find_nominals(discourse)
    find_groups(discourse, plain=True)
    mark_metonyms(discourse)
    find_described(discourse, owned=False)
    speakers = find_pronouns(discourse)
    find_belongings(discourse, speakers)
    find_described(discourse, owned=True)
    return build(discourse)
