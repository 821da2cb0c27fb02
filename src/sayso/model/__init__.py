"""The nouns that all of sayso agrees on: frozen values with a JSON form, and nothing that acts."""

from sayso.model.actor import Actor, ActorKind
from sayso.model.article import Article
from sayso.model.attribution import Act, Attribution, Quotation, Speaker, SpeakerKind
from sayso.model.chain import Hop, HopRole
from sayso.model.event import Event, EventType, Factuality, Period
from sayso.model.figure import Basis, Bound, Figure, Measure
from sayso.model.place import Place
from sayso.model.reading import Reading
from sayso.model.record import Record
from sayso.model.rejection import Rejection
from sayso.model.relation import Relation, RelationType
from sayso.model.schema import load_schema
from sayso.model.span import Span
from sayso.model.time import Anchor, Time, TimeType

__all__ = [
    "Act",
    "Actor",
    "ActorKind",
    "Anchor",
    "Article",
    "Attribution",
    "Basis",
    "Bound",
    "Event",
    "EventType",
    "Factuality",
    "Figure",
    "Hop",
    "HopRole",
    "Measure",
    "Period",
    "Place",
    "Quotation",
    "Reading",
    "Record",
    "Rejection",
    "Relation",
    "RelationType",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Time",
    "TimeType",
    "load_schema",
]
