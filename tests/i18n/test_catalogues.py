"""The catalogues hold what the code says, in every form, and are compiled."""

from __future__ import annotations

import io
import re
from gettext import GNUTranslations

import pytest

from tui import i18n
from tui.i18n.__main__ import load, path, template

OTHERS = i18n.LANGUAGES[1:]
FIELDS = re.compile(r"{[a-z_]*}")


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_of_the_code_is_translated(language: str) -> None:
    wanted = {(message.context, message.id) for message in template() if message.id}
    found = {(message.context, message.id) for message in load(language) if message.id}
    assert wanted == found, "run python -m tui.i18n"
    forms = load(language).num_plurals
    for message in load(language):
        strings = message.string if isinstance(message.string, tuple | list) else [message.string or ""]
        assert all(strings) or not message.id, f"{message.id} has no translation"
        assert len(strings) == (forms if isinstance(message.id, tuple | list) else 1)


@pytest.mark.parametrize("language", OTHERS)
def test_translations_have_the_fields_of_their_texts(language: str) -> None:
    for message in load(language):
        if isinstance(message.id, tuple | list):  # one, two and none may be said without a figure
            allowed = set(FIELDS.findall(message.id[1]))
            assert all(set(FIELDS.findall(string)) <= allowed for string in message.string or ()), message.id
        elif message.id:
            assert sorted(FIELDS.findall(message.id)) == sorted(FIELDS.findall(str(message.string))), message.id


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_read_was_compiled_from_what_was_written(language: str) -> None:
    compiled = GNUTranslations(io.BytesIO(path(language, "mo").read_bytes()))
    for message in load(language):
        if message.id and not message.context and not isinstance(message.id, tuple | list):
            assert compiled.gettext(message.id) == message.string, "run python -m tui.i18n"


@pytest.mark.parametrize(
    ("wanted", "env", "spoken"),
    [
        ("ar", {"LANG": "en_GB.UTF-8"}, "ar"),
        ("en", {"LANG": "ar_EG.UTF-8"}, "en"),
        ("auto", {"LANG": "ar_EG.UTF-8"}, "ar"),
        ("auto", {"LANG": "ar_EG.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ("auto", {"LANGUAGE": "fr:ar", "LANG": "fr_FR.UTF-8"}, "ar"),
        ("auto", {"LANG": "C.UTF-8"}, "en"),
        ("auto", {}, "en"),
    ],
)
def test_the_locale_says_the_language(wanted: str, env: dict[str, str], spoken: str) -> None:
    i18n.use(wanted, env)
    assert i18n.language() == spoken


def test_the_forms_of_arabic_stand_in_the_order_that_translators_know() -> None:
    """Zero, one, two, few, many, other: by CLDR's rules and in the order of every gettext tool."""
    compiled = GNUTranslations(io.BytesIO(path("ar", "mo").read_bytes()))
    message = next(m for m in load("ar") if isinstance(m.id, tuple | list))
    assert isinstance(message.string, tuple | list)
    forms = {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 101: 5, 102: 5, 103: 3, 111: 4, 1_000_000: 5}
    for count, form in forms.items():
        assert compiled.ngettext(message.id[0], message.id[1], count) == message.string[form], count
