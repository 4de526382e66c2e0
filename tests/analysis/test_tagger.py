"""The trained tagger: what it sees, how it decodes, and how its names and the rules' become one."""

import random
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tui.analysis.recognise import recognise, rules, tagger
from tui.analysis.recognise.candidate import Candidate
from tui.analysis.recognise.combine import combine
from tui.analysis.recognise.tagger import network
from tui.analysis.recognise.tagger.features import FLAGS, RULES, SIGNS, features, rest_of
from tui.analysis.recognise.tokens import Passage, tokenise
from tui.model import Draft, MentionType, Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

MEGABYTE = 1_000_000


def passage(*paragraphs: str) -> Passage:
    text, body = "", []
    for paragraph in paragraphs:
        body.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n"
    return tokenise(Draft(text=text, body=tuple(body)))


def found(*paragraphs: str) -> list[tuple[str, str]]:
    read = passage(*paragraphs)
    return [(one.type, read.text[one.start : one.end]) for one in tagger.find(read, rules.find(read))]


def candidate(text: str, words: str, kind: MentionType = "organisation", **more: str) -> Candidate:
    start = text.index(words)
    reason = more.pop("reason", "a rule")
    return Candidate(start, start + len(words), kind, "name", 90, reason, words, **more)


def test_features_have_a_row_a_word() -> None:
    read = passage("قال الرئيس الفرنسي إيمانويل ماكرون إن باريس ترفض", 'وأضاف: "لوموند"')
    seen = features(read, rules.find(read))
    assert seen.ids.shape == (len(read.tokens), 6)
    assert seen.flags.shape == (len(read.tokens), FLAGS)
    assert seen.signs.shape == (len(read.tokens), SIGNS)
    assert 0 <= seen.flags.min() <= seen.flags.max() <= 1


def test_what_the_rules_found_is_seen_and_only_there() -> None:
    read = passage("وصل إيمانويل ماكرون إلى العاصمة")
    with_rules, without = features(read, rules.find(read)).signs, features(read, ()).signs
    assert with_rules[1:3, RULES:].any(axis=1).all()
    assert not without[:, RULES:].any()
    assert (with_rules[:, :RULES] == without[:, :RULES]).all()


@pytest.mark.parametrize(("word", "rest"), [("وبالرباط", "الرباط"), ("للحكومه", "الحكومه"), ("باراك", "باراك")])
def test_proclitics_are_read_off_what_is_more_frequent_without_them(word: str, rest: str) -> None:
    assert rest_of(word)[1] == rest


def test_nothing_is_found_in_nothing() -> None:
    assert list(tagger.find(passage(), ())) == []


def test_names_of_news_are_found_without_their_proclitics() -> None:
    names = found("التقى وزير الخارجية خميس الجهيناوي أمس ببرلين بنظيره الألماني، وفق ما أفادت به وكالة رويترز.")
    assert ("person", "خميس الجهيناوي") in names
    assert ("place", "برلين") in names


def test_a_name_ends_where_brackets_or_a_paragraph_begin() -> None:
    for _, name in found("فاز الترجي الرياضي", "النجم الساحلي (تونس) والزمالك (مصر)"):
        assert not set(name) & set("()\n")


@given(arrays.arrays(np.float32, (4, len(network.LABELS)), elements=st.floats(-8, 8, width=32)))
def test_the_best_path_is_the_best_of_all_that_the_labels_allow(scores: "NDArray[np.float32]") -> None:
    model = network.weights()
    path = network._best_path(model, scores)

    def worth(labels: tuple[int, ...]) -> float:
        total = model.starts[labels[0]] + scores[0, labels[0]]
        for index in range(1, len(labels)):
            total += model.steps[labels[index - 1], labels[index]] + scores[index, labels[index]]
        return float(total)

    every = product(range(len(network.LABELS)), repeat=4)
    some = random.Random(1).sample([*every], 800)  # noqa: S311 - no secret
    best = max(worth(labels) for labels in some)
    assert worth(tuple(path)) >= best - 1e-3
    for before, after in zip([0, *path], path, strict=False):
        label, other = network.LABELS[after], network.LABELS[before]
        assert label[0] != "I" or other[2:] == label[2:]


def test_a_rule_gives_key_and_shown_name_to_the_same_name() -> None:
    text = "أعلن الاتحاد الأوربي"
    tagged = candidate(text, "الاتحاد الأوربي", reason=tagger.REASON)
    rule = candidate(text, "الاتحاد الأوربي", name="الاتحاد الأوروبي", latin="European Union")
    assert combine([tagged], [rule])[0].latin == "European Union"


def test_a_rule_tells_proclitics_from_the_name() -> None:
    text = "لقاء ببوتين"
    tagged = candidate(text, "ببوتين", "person")
    rule = candidate(text, "بوتين", "person")
    assert [text[one.start : one.end] for one in combine([tagged], [rule])] == ["بوتين"]


def test_a_known_body_stays_itself_before_an_adjective() -> None:
    text = "قال حزب الله اللبناني"
    tagged = candidate(text, "حزب الله اللبناني")
    rule = candidate(text, "حزب الله", name="حزب الله")
    joined = combine([tagged], [rule])
    assert [(one.key, one.name) for one in joined] == [("حزب الله", "حزب الله")]


def test_one_spelling_is_of_one_type_in_an_article_but_places_may_play() -> None:
    text = "بيغاسوس بيغاسوس بيغاسوس برشلونه برشلونه"
    kinds: tuple[MentionType, ...] = ("organisation", "product", "product", "place", "organisation")
    tagged = [
        candidate(text, word, kind)._replace(start=8 * at, end=8 * at + 7)
        for at, (word, kind) in enumerate(zip(text.split(), kinds, strict=True))
    ]
    assert [one.type for one in combine(tagged, [])] == ["product"] * 3 + ["place", "organisation"]


def test_what_only_tells_a_state_is_no_name() -> None:
    read = recognise(Draft(text="منعت السلطات الكينية المظاهرات", body=(Span(0, 30),)))
    assert [one.kind for one in read if one.type == "organisation"] in ([], ["nominal"])


def test_what_is_shipped_is_small_and_has_no_code_in_it() -> None:
    folder = files("tui.analysis.recognise")
    packed = [folder.joinpath("names.bin"), *(folder.joinpath("tagger", name) for name in ("words.bin", "weights.npz"))]
    assert sum(len(file.read_bytes()) for file in packed) < 3 * MEGABYTE
    network.weights.cache_clear()
    assert network.weights().words.dtype == np.int8  # read with pickle forbidden


def test_two_persons_joined_by_and_are_two() -> None:
    read = passage("جمع اللقاء بين حولاتا وبون في باريس")
    people = tagger._people(read, tagger._spot(read, 3, 0), 5, 0.9)
    assert [read.text[one.start : one.end] for one in people] == ["حولاتا", "بون"]


def test_a_name_that_begins_with_and_stays_whole() -> None:
    read = passage("حضر خالد وائل منصور")
    (person,) = tagger._people(read, tagger._spot(read, 1, 0), 4, 0.9)
    assert read.text[person.start : person.end] == "خالد وائل منصور"


def test_an_ordinary_word_is_a_person_only_where_the_network_is_sure() -> None:
    read = passage("جمعوا ما في مدارسهم")
    spot = tagger._spot(read, 3, 0)
    assert not list(tagger._people(read, spot, 4, 0.5))
    assert len(list(tagger._people(read, spot, 4, 0.95))) == 1
