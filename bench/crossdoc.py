"""Prints how well events and actors are linked across articles: python -m bench.crossdoc --data DATA.

The mentions of ECB+ are given; which of them are one is told by sayso, in the stories that it groups all
articles of the topics into. All topics are scored together. Beside it stands what the same word in the same
story gives. With `--thresholds` it prints instead what each threshold gives on topics 1–25, by weights that
were fitted on other topics.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bench.chain import average, score_chains
from bench.measure import Bar, Measure, format_table, judge
from sayso.reader import load_reader
from sayso.reconcile.actor import find_links as find_actor_links
from sayso.reconcile.actor import group_actors
from sayso.reconcile.cluster import cluster
from sayso.reconcile.event import find_links as find_event_links
from sayso.reconcile.event import group_events
from sayso.reconcile.event.sketch import choose_stem
from training.corpus.crossdoc import Case, read_cases
from training.corpus.ecbplus import read_pages
from training.link import TOPICS as TRAINING
from training.link import Trial, cross_predict, find_stories, pair_actors, pair_events

if TYPE_CHECKING:
    from sayso.reconcile.cluster import Pair
    from sayso.reconcile.link import Link

DEVELOPMENT = range(26, 36)
BARS = {"events, CoNLL F1": Bar(least=76), "actors, CoNLL F1": Bar(least=70)}
COLUMNS = ("measure", "value", "unit", "bar", "met", "n", "note")
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)

Labels = Mapping[str, str]


def label_events(cases: Sequence[Case]) -> dict[str, str]:
    """Returns the group of each given event, by the first event in it."""
    near, story = find_stories(cases)
    told: dict[str, list[str]] = {}
    for article, first in story.items():
        told.setdefault(first, []).append(article)
    events = {case.page.name: list(case.events.values()) for case in cases}
    links: dict[Pair, Link] = {}
    for articles in told.values():
        links |= find_event_links((event for article in articles for event in events[article]), near)
    groups = group_events((key for case in cases for key in case.events), links)
    return {event: group[0] for group in groups for event in group}


def label_actors(cases: Sequence[Case]) -> dict[str, str]:
    """Returns the group of each given mention of somebody, by the first actor in it."""
    near, _ = find_stories(cases)
    actors = [actor for case in cases for actor in case.actors.values()]
    groups = group_actors((actor.id for actor in actors), find_actor_links(actors, near))
    first = {actor: group[0] for group in groups for actor in group}
    return {mention: first[holder] for case in cases for mention, holder in case.holders.items()}


def label_stems(cases: Sequence[Case]) -> dict[str, str]:
    """Returns for each given event its story and the stem of its trigger: the same word is the same event."""
    _, story = find_stories(cases)
    return {
        key: f"{story[event.article]} {choose_stem(event.stems[0])}"
        for case in cases
        for key, event in case.events.items()
    }


def label_heads(cases: Sequence[Case]) -> dict[str, str]:
    """Returns for each given mention of somebody its story and its last word."""
    _, story = find_stories(cases)
    labels = {}
    for case in cases:
        given = [mention for mention in case.page.mentions if mention.is_actor]
        for key, mention in zip(case.holders, given, strict=True):
            labels[key] = f"{story[case.page.name]} {case.page.words[mention.tokens[-1]].lower()}"
    return labels


def measure_links(cases: Sequence[Case]) -> Iterator[Measure]:
    """Yields CoNLL F1 of events and actors, each beside that of the same word in the same story."""
    chains = {key: chain for case in cases for key, chain in case.chains.items()}
    label: dict[str, Callable[[Sequence[Case]], dict[str, str]]] = {
        "events": label_events,
        "events, same lemma in a story": label_stems,
        "actors": label_actors,
        "actors, same word in a story": label_heads,
    }
    for name, find in label.items():
        found = find(cases)
        scores = score_chains({key: chains[key] for key in found}, found)
        parts = (
            f"{k} {100 * s.recall:.1f}/{100 * s.precision:.1f}/{100 * s.f1:.1f}" for k, s in scores.items()
        )
        yield Measure(f"{name}, CoNLL F1", 100 * average(scores.values()), len(found), note="; ".join(parts))


def try_thresholds(cases: Sequence[Case]) -> Iterator[Measure]:
    """Yields CoNLL F1 by threshold, of weights fitted without the topic that they are tried on."""
    chains = {key: chain for case in cases for key, chain in case.chains.items()}
    events = {key: key for case in cases for key in case.events}
    actors = {key: holder for case in cases for key, holder in case.holders.items()}
    trials: tuple[tuple[str, Trial, Labels], ...] = (
        ("events", pair_events(cases), events),
        ("actors", pair_actors(cases), actors),
    )
    for name, trial, holders in trials:
        scores = dict(zip(trial.pairs, cross_predict(trial).tolist(), strict=True))
        for least in THRESHOLDS:
            groups = cluster(dict.fromkeys(holders.values()), scores, least)
            first = {item: group[0] for group in groups for item in group}
            found = {key: first[holder] for key, holder in holders.items()}
            value = 100 * average(score_chains({key: chains[key] for key in found}, found).values())
            yield Measure(f"{name}, threshold {least}", value, len(found))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.crossdoc", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--thresholds", action="store_true", help="try thresholds on topics 1–25")
    options = parser.parse_args()
    topics = TRAINING if options.thresholds else DEVELOPMENT
    cases = list(read_cases(read_pages(options.data / "ecbplus", topics), load_reader()))
    measures = try_thresholds(cases) if options.thresholds else measure_links(cases)
    rows = [judge(measure, BARS) for measure in measures]
    print(format_table(({"measure": row["name"], **row} for row in rows), COLUMNS))


if __name__ == "__main__":
    main()
